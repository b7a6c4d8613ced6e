"""What every measure gives: a part of a whole, which can be added up over pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """So much of so much: letters, lines or articles. Over several pages both are added, so long pages weigh more.

    >>> (Share(1, 2) + Share(0, 2)).percent
    25.0
    """

    part: float = 0
    whole: float = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)

    @property
    def percent(self) -> float | None:
        """Returns the share in percent, None where there was nothing to measure."""
        return 100.0 * self.part / self.whole if self.whole else None
