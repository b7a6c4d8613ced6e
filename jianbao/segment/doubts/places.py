"""Does a line stand in the right piece? Doubted where it is nearer to another, and where a piece begins without a head.

Nearness is that of `told`: shared telling pairs of characters."""

from collections.abc import Iterator, Sequence

from jianbao.claims import Claim
from jianbao.model import Choice, Doubt
from jianbao.segment.cut import Cut, top
from jianbao.segment.divide import NEWS, kinship
from jianbao.segment.draft import Draft
from jianbao.segment.label import SIGNED, TEXT
from jianbao.segment.openings import opening
from jianbao.segment.seen import SHORT, Seen

_NEARER = ((3.5, 0.85), (1.5, 0.5))  # how many times nearer to another piece, and the chance that it is of that
_LEAST = 0.05  # nearness that is none
_HEADLESS = 0.1  # chance that a text without a head is none of its own, when it shares nothing with the piece above,
_PER_NEAR = 0.9  # and how it grows with what it shares
_UNSIGNED = 0.8  # chance that a signature alone is no piece
_ALIEN = 0.03  # kinship below which a paragraph that tells the day begins another story
_BEGINS = 0.6  # with this chance


def doubts(cut: Cut) -> list[Doubt]:
    """Returns the doubts about where lines and pieces belong."""
    found = [*_strays(cut)]
    for draft in (one for one in cut.drafts if not one.decided):
        found += [*_headless(cut, draft), *_second_story(cut, draft)]
    return found


def _strays(cut: Cut) -> Iterator[Doubt]:
    """Yields a doubt for each paragraph that shares more with another piece than with its own, by the first line of it
    that does. The text of a picture may be about anything."""
    told = set[int]()
    open_to = [at for at, one in enumerate(cut.drafts) if not one.decided]
    asked = [(at, line) for at, draft in enumerate(cut.drafts) for line in _may_stray(draft)]
    for (at, line), near in zip(asked, cut.told.nearness_of([[line] for _, line in asked]), strict=True):
        if line.no in told:
            continue
        home, times = _nearer(near, at, open_to)
        chance = next((chance for least, chance in _NEARER if times >= least), 0.0)
        if chance:
            paragraph = cut.paragraphs.get(line.no, [line])
            told |= {one.no for one in paragraph}
            why = Claim(f"L{line.no}", "another piece", "so many times nearer to it", round(times, 1), line.nos)
            yield Doubt(line.nos, f"第{line.no}行或属另一篇", chance, (_into(cut, paragraph, home),), (why,))


def _may_stray(draft: Draft) -> list[Seen]:
    texts = [line for line in draft.text if draft.role(line) in TEXT]
    if draft.decided or len(texts) == 1 or draft.pictured:
        return []
    return [line for line in texts if draft.role(line) == "body" and line.size > SHORT and not line.said]


def _nearer(near: Sequence[float], own: int, open_to: Sequence[int]) -> tuple[int, float]:
    """Returns the piece that a line is nearest to but for its own, and how many times nearer than to that."""
    home = max((at for at in open_to if at != own), key=near.__getitem__, default=own)
    more = near[home] - near[own]
    return home, near[home] / (near[own] + _LEAST) if more > _LEAST else 0.0


def _headless(cut: Cut, draft: Draft) -> Iterator[Doubt]:
    """Yields a doubt for a piece without a head: it may go on with the one above."""
    line = top(draft)
    above = cut.above(draft)
    if draft.heads or above is None or cut.drafts[cut.place[above.no]].decided or line.said:
        return
    if all(draft.role(one) in SIGNED for one in draft.text):
        chance = _UNSIGNED
    else:
        chance = min(_HEADLESS + _PER_NEAR * cut.nearness_above(draft), _UNSIGNED) * (draft.role(line) == "body")
    others = [no for one in draft.text for no in one.nos if no != line.no]
    why = tuple(claim for claim in opening(cut, draft) if claim.lines == (line.no,))
    into = _into(cut, draft.text, cut.place[above.no])
    yield Doubt((line.no, *others), f"第{line.no}行起或属上篇", chance, (into,), why)


def _second_story(cut: Cut, draft: Draft) -> Iterator[Doubt]:
    """Yields a doubt for a paragraph inside a piece that tells the day and shares hardly a word with those above."""
    texts = [at for at, line in enumerate(draft.text) if draft.role(line) in TEXT]
    for at in texts[1:]:
        line, above = draft.text[at], draft.text[at - 1]
        if not (NEWS.match(line.text) and above.closed and line.no > above.no) or line.said:
            continue
        if kinship([draft.text[one] for one in texts if one < at][-5:], list(draft.text[at : at + 3])) < _ALIEN:
            parts = [cut.in_order((*draft.heads, *draft.text[:at])), cut.in_order(draft.text[at:])]
            choice = Choice("另是一篇", f"articles: [{', '.join(map(_quoted, parts))}]")
            why = Claim(f"L{line.no}", "another piece", "tells the day, shares hardly a word", 1.0, line.nos)
            yield Doubt(line.nos, f"第{line.no}行起或为另一篇", _BEGINS, (choice,), (why,))


def _into(cut: Cut, lines: Sequence[Seen], home: int) -> Choice:
    """Returns the choice that lines belong to a piece, there in the order of the page."""
    draft = cut.drafts[home]
    text = list(draft.text)
    at = next((at for at, one in enumerate(text) if one.no > lines[0].no), len(text))
    text[at:at] = lines
    name = (draft.heads[-1] if draft.heads else top(draft)).text[:12]
    return Choice(f"归入第{top(draft).no}行起的“{name}”", f"articles: [{_quoted(cut.in_order((*draft.heads, *text)))}]")


def _quoted(lines: str) -> str:
    return f'"{lines}"' if "," in lines else lines
