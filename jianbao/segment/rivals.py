"""What else a broken line could go on with: for each join its rivals, for each break the best that was not taken."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jianbao.claims import Claim
from jianbao.segment.cut import Cut
from jianbao.segment.mend import Join

TAKEN = "taken: the logarithm of the odds"
RIVAL = "would go on instead"
NOT_MADE = "not taken"
_NEXT = 2  # continuations that are told beside the one taken


@dataclass(frozen=True, slots=True)
class Seam:
    """Where a line breaks off. join: what goes on, None where nothing does; instead: the next best continuations;
    other: the best other line for what goes on."""

    line: int
    join: Join | None
    instead: list[Join] = field(default_factory=list)
    other: Join | None = None


def seams(cut: Cut) -> list[Seam]:
    """Returns every place where a line breaks off and people said nothing of it, in page order."""
    by_before: dict[int, list[Join]] = {}
    by_after: dict[int, list[Join]] = {}
    for one in sorted(cut.mended.weighed, key=lambda join: -join.weight):
        by_before.setdefault(one.before.no, []).append(one)
        by_after.setdefault(one.after.no, []).append(one)
    made = {join.before.no: join for join in cut.mended.joins}
    found = []
    for no in sorted({*by_before, *made}):
        join = made.get(no)
        instead = [one for one in by_before.get(no, []) if join is None or one.after is not join.after]
        rivals = by_after.get(join.after.no, []) if join else []
        other = next((one for one in rivals if join and one.before is not join.before), None)
        found.append(Seam(no, join, instead[:_NEXT], other))
    return found


def joined(cut: Cut) -> Iterator[Claim]:
    """Yields the claims for each join, then its rivals; and for a break what was not taken."""
    for seam in seams(cut):
        join = seam.join
        about = f"L{join.before.no}+L{join.after.no}" if join else f"L{seam.line} breaks off"
        if join and not join.said:
            lines = (join.before.no, join.after.no)
            yield Claim(about, "join", TAKEN, round(join.weight, 1), lines, _quote(join))
        if join:
            yield from join.claims
        if join is None or not join.said:
            for one in (*seam.instead, *([seam.other] if seam.other else [])):
                value = f"L{one.before.no}+L{one.after.no}"
                lines = (one.before.no, one.after.no) if join is None else (join.before.no, join.after.no)
                yield Claim(about, value, RIVAL if join else NOT_MADE, round(one.weight, 1), lines, _quote(one))


def _quote(join: Join) -> str:
    return f"{join.before.text[-4:]}·{join.after.text[:4]}"
