"""One piece in the making: what `divide` cuts, `headless` crowns, `mend` and `gather` rearrange."""

from dataclasses import dataclass, field

from jianbao.segment.seen import Seen


@dataclass(frozen=True, slots=True)
class Draft:
    """One piece in the making. heads: its headline lines; text: everything else, in reading order; roles: by line;
    strays: lines that stood in another draft, of whose order nothing is known."""

    heads: tuple[Seen, ...] = ()
    text: tuple[Seen, ...] = ()
    roles: dict[int, str] = field(default_factory=dict)
    strays: frozenset[int] = frozenset()

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(sorted(no for line in (*self.heads, *self.text) for no in line.nos))

    @property
    def decided(self) -> bool:
        """Did a person say which lines it has? Then all of them are of that one article."""
        return any(line.home is not None for line in self.heads[:1] or self.text[:1])

    def role(self, line: Seen) -> str:
        return self.roles[line.no]

    def words(self) -> str:
        """All running text of the draft."""
        return " ".join(line.text for line in self.text)
