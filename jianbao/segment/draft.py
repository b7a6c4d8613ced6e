"""One piece in the making: what `divide` cuts, `headless` crowns, `mend` and `gather` rearrange."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from jianbao.claims import Claim
from jianbao.segment.seen import Seen

MOVED = "moved here"


@dataclass(frozen=True, slots=True)
class Draft:
    """One piece in the making. heads: its headline lines; text: everything else, in reading order; roles: by line;
    strays: lines that stood in another draft, of whose order nothing is known; claims: why it has what was not cut with
    it."""

    heads: tuple[Seen, ...] = ()
    text: tuple[Seen, ...] = ()
    roles: dict[int, str] = field(default_factory=dict)
    strays: frozenset[int] = frozenset()
    claims: tuple[Claim, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(sorted(no for line in (*self.heads, *self.text) for no in line.nos))

    @property
    def decided(self) -> bool:
        """Did a person say which lines it has? Then all of them are of that one article."""
        return any(line.home is not None for line in self.heads[:1] or self.text[:1])

    @property
    def pictured(self) -> bool:
        """Does a photographer sign in it?"""
        return any(self.role(line) == "credit" for line in self.text)

    def told(self, rule: str, weight: float, lines: Sequence[Seen]) -> "Draft":
        """Returns the draft with the claims that these lines were moved into it."""
        moved = (Claim(f"L{line.no} place", MOVED, rule, weight, (line.no,), line.text[:12]) for line in lines)
        return replace(self, claims=(*self.claims, *moved))

    def role(self, line: Seen) -> str:
        return self.roles[line.no]

    def pairs(self) -> frozenset[str]:
        """The pairs of characters of all its text."""
        return pairs_of(self.text)


def pairs_of(lines: Iterable[Seen]) -> frozenset[str]:
    """Returns the pairs of characters of lines."""
    return frozenset[str]().union(*(line.all_pairs for line in lines))
