"""Where its date puts an article.

Takes the date as the front matter has it, gives the most exact shelf that is certain enough to stand on: a day, a
month, a year, or the undated shelf. It does not judge whether a date is right; a text that is no date is reported by
whoever read it, and stands with the undated."""

from dataclasses import dataclass
from functools import lru_cache

from jianbao import edtf, links
from jianbao.problems import Fault

UNDATED = "undated"


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """A shelf of the date index. first: the earliest day it can be, for sorting, '9999' when nothing is known;
    inferred: the place on this shelf is not certain."""

    first: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    inferred: bool = False

    @property
    def key(self) -> str:
        """Returns the shelf's key: 2021-12-08, 2021-12, 2021 or undated."""
        return self.shelves()[-1]

    @property
    def parts(self) -> tuple[int, ...]:
        """Returns year, month and day as far as known; (0,) for no year.

        >>> stand('2021-12').parts, stand('202X').parts
        ((2021, 12), (0,))
        """
        return tuple(part for part in (self.year or 0, self.month, self.day) if part is not None)

    def shelves(self) -> tuple[str, ...]:
        """Returns all shelves the article stands on, widest first.

        >>> stand('2021-12-08').shelves(), stand('202X').shelves()
        (('2021', '2021-12', '2021-12-08'), ('undated',))
        """
        if self.year is None:
            return (UNDATED,)
        year = f"{self.year:04d}"
        if self.month is None:
            return (year,)
        month = f"{year}-{self.month:02d}"
        return (year, month) if self.day is None else (year, month, f"{month}-{self.day:02d}")


@lru_cache(1 << 14)  # all articles of a day
def stand(date: str, basis: str = "") -> Stand:
    """Returns the shelf of a date.

    >>> stand('2023-03~').key, stand('2023-03~').inferred, stand('2021-11/2022-01').key
    ('2023-03', True, 'undated')
    """
    try:
        value = edtf.parse(date)
    except Fault:
        return Stand("9999")
    year = value.year or None
    month = value.month if year else None
    day = value.day if month else None
    return Stand(value.first or "9999", year, month, day, not value.certain or basis == "inferred")


def address(key: str) -> str:
    """Returns the address of a shelf.

    >>> address('2021-12'), address('undated')
    ('dates/2021/12/index.html', 'dates/undated/index.html')
    """
    if key == UNDATED:
        return links.UNDATED
    parts = [int(part) for part in key.split("-")]
    return (links.year, links.month, links.day)[len(parts) - 1](*parts)
