"""Paragraphs that no seam brings home, and stories that no head divides: told by what they are about.

After the first mending a paragraph that stands alone may share hardly a telling word with the piece it stands in and
many with another (004 L109, 38 lines from its story): it goes there. And where a line breaks off, nothing continues
it, and three paragraphs about something else follow, another piece begins without a head (004 L157)."""

from collections.abc import Sequence
from dataclasses import replace

from jianbao.segment.draft import Draft
from jianbao.segment.label import BODY
from jianbao.segment.mend import Join
from jianbao.segment.seen import SHORT, Seen
from jianbao.segment.told import Told

_TIMES = 2.5  # so many times nearer to the other piece than to its own …
_MORE = 0.4  # … and by so much: measured on the strays and the paragraphs at home of the labelled pages
_STRANGE = 0.05  # kinship of the texts on both sides of a break below which another piece begins
_ENOUGH = 3  # paragraphs that must follow the break


def gather(drafts: Sequence[Draft], joins: Sequence[Join]) -> list[Draft]:
    """Returns the drafts divided where a story ends without a word, each stray paragraph in the draft of its story."""
    parted = [part for draft in drafts for part in _parted(draft, joins)]
    joined = {line.no for join in joins for line in (join.before, join.after)}
    told = Told(parted)
    homes: dict[int, list[Seen]] = {}
    nearer: dict[int, float] = {}
    for at, draft in enumerate(parted):
        for line in draft.text:
            home = _home(line, at, told) if _may_stray(line, draft, joined) else None
            if home is not None:
                homes.setdefault(home, []).append(line)
                nearer[line.no] = told.nearness([line], home) - told.nearness([line], at)
    moved = {line.no for lines in homes.values() for line in lines}
    found = [_with_strays(draft, homes.get(at, []), moved) for at, draft in enumerate(parted)]
    for at, line in ((at, line) for at, lines in homes.items() for line in lines):
        found[at] = found[at].told("nearer to this story than to the one it stands in", nearer[line.no], [line])
    return [draft for draft in found if draft.heads or draft.text]


def _parted(draft: Draft, joins: Sequence[Join]) -> list[Draft]:
    """Returns a draft, or two where another story begins after a line that breaks off and goes on elsewhere or not."""
    goes_on = {join.before.no: join.after.no for join in joins}
    text = draft.text
    for at in range(1, 0 if draft.decided else len(text) - _ENOUGH + 1):
        after = text[at]
        above = max((line for line in text[:at] if line.at < after.at), key=lambda line: line.at, default=None)
        broken = above is not None and not above.closed and draft.role(above) in BODY
        if above and broken and goes_on.get(above.no) != after.no and draft.role(after) == "body":
            if _kinship(text, at) < _STRANGE:
                return _with_heads(draft, text[:at], text[at:])
    return [draft]


def _with_heads(draft: Draft, first: tuple[Seen, ...], second: tuple[Seen, ...]) -> list[Draft]:
    """Returns two drafts; the heads go to the text that takes up their words (004 L197 stands below both)."""
    parts = [replace(draft, heads=(), text=first), replace(draft, heads=(), text=second)]
    head = " ".join(line.text for line in draft.heads)
    rarity = first[0].view.rarity
    home = 1 if rarity.shared(head, parts[1].words()) > rarity.shared(head, parts[0].words()) else 0
    parts[home] = replace(parts[home], heads=draft.heads)
    return parts


def _kinship(text: Sequence[Seen], at: int) -> float:
    above = " ".join(line.text for line in text[max(0, at - 5) : at])
    below = " ".join(line.text for line in text[at : at + _ENOUGH])
    return text[at].view.rarity.shared(below, above)


def _may_stray(line: Seen, draft: Draft, joined: set[int]) -> bool:
    """The text of a picture is short and about anything (000 L43 shares more words with the piece above): it stays."""
    stays = _is_picture(draft) or draft.decided
    return draft.role(line) == "body" and line.size > SHORT and line.no not in joined and not stays


def _home(line: Seen, own: int, told: Told) -> int | None:
    """Returns the place of the draft that a stray paragraph belongs to, None for a paragraph at home."""
    here = told.nearness([line], own)
    others = [at for at, one in enumerate(told.drafts) if at != own and _may_take_in(one)]
    nearness = {at: told.nearness([line], at) for at in others}
    best = max(others, key=lambda at: nearness[at], default=None)
    return best if best is not None and nearness[best] > max(_TIMES * here, here + _MORE) else None


def _may_take_in(draft: Draft) -> bool:
    """May a stray come home to it? Not to a picture without a head, nor where a person said which lines it has."""
    return (bool(draft.heads) or not _is_picture(draft)) and not draft.decided


def _is_picture(draft: Draft) -> bool:
    return any(draft.role(line) == "credit" for line in draft.text)


def _with_strays(draft: Draft, strays: Sequence[Seen], moved: set[int]) -> Draft:
    """Returns a draft without the lines that go home elsewhere, and with those that come home, in page order."""
    kept = [line for line in draft.text if line.no not in moved]
    for line in strays:
        at = next((at for at, other in enumerate(kept) if other.no > line.no), len(kept))
        kept.insert(at, line)
    return replace(draft, text=tuple(kept))
