"""Which piece a jump belongs to: 下转 to the text above it, 上接 to the text below.

Takes the drafts of a page with its lines in view; gives the turns of each draft. Which piece of which page answers is
found where all pages of an issue are at hand (`across`)."""

from collections.abc import Iterator, Sequence

from jianbao.chinese.jumps import Jump
from jianbao.model import Turn
from jianbao.segment.draft import Draft
from jianbao.segment.label import BODY
from jianbao.segment.seen import Seen, View


def turns(view: View, drafts: Sequence[Draft]) -> dict[int, tuple[Turn, ...]]:
    """Returns the turns of each draft that has some, by its place."""
    homes = {line.no: at for at, draft in enumerate(drafts) for line in (*draft.heads, *draft.text)}
    found: dict[int, tuple[Turn, ...]] = {}
    for line in view.seen:
        for jump in line.jumps:
            for owner, turn in _turns(line, jump, homes):
                found[homes[owner.no]] = (*found.get(homes[owner.no], ()), turn)
    return {at: tuple(turn for turn in own if turn.onward or _begins(drafts[at], turn)) for at, own in found.items()}


def _begins(draft: Draft, turn: Turn) -> bool:
    """Does a draft begin where its text comes from another page? `divide` sees to that; an article of a person's may
    have a beginning of its own above the jump, and is no rest then."""
    first = next((line.no for line in draft.text if draft.role(line) in BODY), turn.line)
    return not draft.decided or first >= turn.line


def _turns(line: Seen, jump: Jump, homes: dict[int, int]) -> Iterator[tuple[Seen, Turn]]:
    above = _nearest(line, homes, -1) if jump.alone else line
    below = _nearest(line, homes, 1) if jump.alone else line
    sure = not (jump.onward and jump.back)
    if jump.onward and above and above.no in homes:
        yield above, Turn(True, jump.folios, line.no, jump.title, sure)
    if jump.back and below and below.no in homes:
        yield below, Turn(False, jump.folios, line.no, jump.title, sure)


def _nearest(line: Seen, homes: dict[int, int], step: int) -> Seen | None:
    """Returns the nearest line of a draft above or below."""
    at = line.at + step
    while 0 <= at < len(line.view.seen) and line.view.seen[at].no not in homes:
        at += step
    return line.view.seen[at] if 0 <= at < len(line.view.seen) else None
