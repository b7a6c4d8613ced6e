"""Why a piece begins where it begins: a claim for each, its weight by how much that leads.

A head or a lead weighs what the page would lose with a role of another sort there; a text without either is told by
what stands above it, and weighs less the more it shares with the piece there."""

from collections.abc import Iterator

from jianbao.claims import Claim
from jianbao.segment.cut import Cut, top
from jianbao.segment.draft import Draft
from jianbao.segment.label import FURNITURE, SIGNED
from jianbao.segment.seen import Seen

OPENS = "a piece begins"
_WIDE = 3  # blank lines that a picture leaves
_STRANGE = 1.0  # what a text weighs that shares nothing with the piece above


def openings(cut: Cut) -> Iterator[Claim]:
    """Yields why each piece begins where it does, and what was moved into it; not of one that a person gave its lines,
    which has a claim of its own."""
    for draft in (one for one in cut.drafts if not one.decided):
        yield from opening(cut, draft)


def opening(cut: Cut, draft: Draft) -> Iterator[Claim]:
    """Yields why one piece begins where it does, and what was moved into it."""
    line = top(draft)
    rule, weight = _why(cut, draft, line)
    yield Claim(f"L{line.no} opens", OPENS, rule, round(weight, 2), (line.no,), line.text[:12])
    yield from dict.fromkeys(claim for claim in draft.claims if set(claim.lines) <= set(draft.lines))


def _why(cut: Cut, draft: Draft, line: Seen) -> tuple[str, float]:
    role = cut.labels.roles[line.no]
    if draft.heads:
        return "a headline", max(cut.another_sort(head)[1] for head in draft.heads)
    if role == "byline+body":
        behind = cut.labels.behind[line.no]
        return "a lead", min(short for other, short in behind.items() if other != role)
    return _below_what(cut, line), _STRANGE - cut.nearness_above(draft)


def _below_what(cut: Cut, line: Seen) -> str:
    """Returns what parts a text without head or lead from what stands above it."""
    above = line.next_above
    if above is None:
        return "the page begins"
    role = cut.labels.roles[above.no]
    if role in FURNITURE:
        return "below furniture"
    if role in SIGNED or above.tail:
        return "below a signature"
    return "below a picture's gap" if line.gap >= _WIDE else "about something else than above"
