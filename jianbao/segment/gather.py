"""Paragraphs that no seam brings home, and stories that no head divides: told by what they are about.

After the first mending a paragraph that stands alone may share hardly a telling word with the piece it stands in and
many with another (004 L109, 38 lines from its story): it goes there. And where a line breaks off, nothing continues
it, and three paragraphs about something else follow, another piece begins without a head (004 L157)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jianbao.segment.draft import Draft, pairs_of
from jianbao.segment.label import BODY
from jianbao.segment.mend import Join, Paragraphs
from jianbao.segment.seen import SHORT, Seen
from jianbao.segment.told import Told

_TIMES = 2.0  # so many times nearer to the other piece than to its own …
_MORE = 0.4  # … and by so much: measured on the strays and the paragraphs at home of the labelled pages
_STRANGE = 0.05  # kinship of the texts on both sides of a break below which another piece begins
_ENOUGH = 3  # paragraphs that must follow the break


def gather(drafts: Sequence[Draft], joins: Sequence[Join]) -> list[Draft]:
    """Returns the drafts divided where a story ends without a word, each stray paragraph in the draft of its story."""
    goes_on, whole = {join.before.no: join.after.no for join in joins}, Paragraphs(joins)
    parted = [part for draft in drafts for part in _parted(draft, goes_on)]
    told = Told(parted)
    homes: dict[int, list[Seen]] = {}
    nearer: dict[int, float] = {}
    texts = [(at, lines) for at, draft in enumerate(parted) for lines in _may_go(draft, whole)]
    near = told.nearness_of([lines for _, lines in texts])
    open_to = [at for at, draft in enumerate(parted) if _may_take_in(draft)]
    for (at, lines), nearness in zip(texts, near, strict=True):
        home = _home(nearness, at, open_to)
        if home is not None:
            homes.setdefault(home, []).extend(lines)
            nearer |= {line.no: nearness[home] - nearness[at] for line in lines}
    moved = {line.no for lines in homes.values() for line in lines}
    found = [_with_strays(draft, homes.get(at, []), moved) for at, draft in enumerate(parted)]
    for at, line in ((at, line) for at, lines in homes.items() for line in lines):
        found[at] = found[at].told("nearer to this story than to the one it stands in", nearer[line.no], [line])
    return [draft for draft in found if draft.heads or draft.text]


def _may_go(draft: Draft, whole: Paragraphs) -> list[list[Seen]]:
    """Returns the paragraphs of a draft that may go home to another. The only text of a draft stays."""
    texts = whole.of(draft.text)
    only = sum(_is_text(lines, draft) for lines in texts) <= 1
    return [] if only else [lines for lines in texts if _may_stray(lines, draft)]


def _parted(draft: Draft, goes_on: Mapping[int, int]) -> list[Draft]:
    """Returns a draft, or two where another story begins after a line that breaks off and goes on elsewhere or not;
    where it goes on further down, what stands between is a stray, and no story ends."""
    text = draft.text
    for at in range(1, 0 if draft.decided else len(text) - _ENOUGH + 1):
        after = text[at]
        above = max((line for line in text[:at] if line.at < after.at), key=lambda line: line.at, default=None)
        broken = above is not None and not above.closed and draft.role(above) in BODY
        parted = above and broken and goes_on.get(above.no, 0) < after.no and draft.role(after) == "body"
        if parted and _kinship(text, at) < _STRANGE:
            return _with_heads(draft, text[:at], text[at:])
    return [draft]


def _with_heads(draft: Draft, first: tuple[Seen, ...], second: tuple[Seen, ...]) -> list[Draft]:
    """Returns two drafts; the heads go to the text that takes up their words (004 L197 stands below both)."""
    parts = [replace(draft, heads=(), text=first), replace(draft, heads=(), text=second)]
    head, rarity = pairs_of(draft.heads), first[0].view.rarity
    home = int(rarity.shared(head, parts[1].pairs()) > rarity.shared(head, parts[0].pairs()))
    parts[home] = replace(parts[home], heads=draft.heads)
    return parts


def _kinship(text: Sequence[Seen], at: int) -> float:
    above, below = pairs_of(text[max(0, at - 5) : at]), pairs_of(text[at : at + _ENOUGH])
    return text[at].view.rarity.shared(below, above)


def _is_text(lines: Sequence[Seen], draft: Draft) -> bool:
    return draft.role(lines[0]) in BODY and sum(line.size for line in lines) > SHORT


def _may_stray(lines: Sequence[Seen], draft: Draft) -> bool:
    """The text of a picture is short and about anything (000 L43 shares more words with the piece above): it stays. So
    does what comes from another page."""
    stays = lines[0].turned_from or draft.pictured or draft.decided
    body = all(line in draft.text and draft.role(line) == "body" for line in lines)
    return body and _is_text(lines, draft) and not stays


def _home(nearness: Sequence[float], own: int, open_to: Sequence[int]) -> int | None:
    """Returns the place of the draft that a stray paragraph belongs to, None for a paragraph at home. open_to: the
    drafts that may take in strays."""
    best = max((at for at in open_to if at != own), key=nearness.__getitem__, default=None)
    return best if best is not None and nearness[best] > max(_TIMES * nearness[own], nearness[own] + _MORE) else None


def _may_take_in(draft: Draft) -> bool:
    """May a stray come home to it? Not to a picture without a head, nor where a person said which lines it has."""
    return (bool(draft.heads) or not draft.pictured) and not draft.decided


def _with_strays(draft: Draft, strays: Sequence[Seen], moved: set[int]) -> Draft:
    """Returns a draft without the lines that go home elsewhere, and with those that come home, in page order."""
    kept = [line for line in draft.text if line.no not in moved]
    for line in strays:
        at = next((at for at, other in enumerate(kept) if other.no > line.no), len(kept))
        kept.insert(at, line)
    return replace(draft, text=tuple(kept), strays=frozenset(line.no for line in strays))
