"""Paragraphs that no seam brings home, and stories that no head divides: told by what they are about.

After the first mending a paragraph that stands alone may share hardly a telling word with the piece it stands in and
many with another (004 L109, 38 lines from its story): it goes there. And where a line breaks off, nothing continues
it, and three paragraphs about something else follow, another piece begins without a head (004 L157)."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from jianbao.chinese.text import Rarity
from jianbao.segment.divide import Draft
from jianbao.segment.seam import Join
from jianbao.segment.seen import SHORT, Seen

_TIMES = 2.5  # so many times nearer to the other piece than to its own …
_MORE = 0.25  # … and by so much: measured on the strays and the paragraphs at home of the labelled pages
_STRANGE = 0.05  # kinship of the texts on both sides of a break below which another piece begins
_ENOUGH = 3  # paragraphs that must follow the break


def gather(drafts: Sequence[Draft], joins: Sequence[Join]) -> list[Draft]:
    """Returns the drafts divided where a story ends without a word, each stray paragraph in the draft of its story."""
    parted = [part for draft in drafts for part in _parted(draft, joins)]
    joined = {line.no for join in joins for line in (join.before, join.after)}
    homes = {line.no: home for draft in parted for line in draft.text if (home := _home(line, draft, parted, joined))}
    return [found for draft in parted if (found := _with_strays(draft, homes, parted)).heads or found.text]


def _parted(draft: Draft, joins: Sequence[Join]) -> list[Draft]:
    """Returns a draft, or two where another story begins after a break."""
    continued = {join.before.no for join in joins}
    text = draft.text
    for at in range(1, len(text) - _ENOUGH + 1):
        before, after = text[at - 1], text[at]
        broken = not before.closed and before.no not in continued and draft.role(before) in ("body", "byline+body")
        if broken and draft.role(after) == "body" and _kinship(text, at) < _STRANGE:
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


def _home(line: Seen, draft: Draft, drafts: Sequence[Draft], joined: set[int]) -> Draft | None:
    """Returns the draft that a stray paragraph belongs to, None for a paragraph at home."""
    if draft.role(line) != "body" or line.size <= SHORT or line.no in joined or _is_picture(draft):
        return None
    rarity = line.view.rarity
    here = _nearness(line, draft, rarity)
    others = [one for one in drafts if one is not draft and (one.heads or len(one.text) > 1)]
    best = max(others, key=lambda one: _nearness(line, one, rarity), default=None)
    there = _nearness(line, best, rarity) if best else 0.0
    return best if there > max(_TIMES * here, here + _MORE) else None


def _is_picture(draft: Draft) -> bool:
    """The text of a picture is short and about anything: 000 L43 shares more words with the piece above."""
    return any(draft.role(line) == "credit" for line in draft.text)


def _nearness(line: Seen, draft: Draft, rarity: Rarity) -> float:
    """Returns how many telling pairs of characters a line shares with a draft, long drafts counting less."""
    words = set[str]().union(*(one.pairs for one in (*draft.heads, *draft.text) if one is not line))
    return rarity.weight(line.pairs & words) / (sqrt(len(words)) + 1.0)


def _with_strays(draft: Draft, homes: dict[int, Draft], drafts: Sequence[Draft]) -> Draft:
    """Returns a draft without the lines that go home elsewhere, and with those that come home, in page order."""
    kept = [line for line in draft.text if line.no not in homes]
    for line in (line for one in drafts for line in one.text if homes.get(line.no) is draft):
        at = next((at for at, other in enumerate(kept) if other.no > line.no), len(kept))
        kept.insert(at, line)
    return replace(draft, text=tuple(kept))
