"""Where its date puts an article.

Takes the date as the front matter has it, gives the most exact shelf that is certain enough to stand on: a day, a
month, a year, or the undated shelf. It does not judge whether a date is right; a text that is no date is reported by
whoever read it, and stands with the undated."""

from dataclasses import dataclass, field
from functools import lru_cache

from jianbao import edtf, links
from jianbao.problems import Fault

UNDATED = "undated"


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """A shelf of the date index. first: the earliest day it can be, for sorting, '9999' when nothing is known;
    inferred: the place on this shelf is not certain; shelves: the keys of all it stands on, widest first.

    >>> stand('2021-12-08').shelves, stand('202X').shelves
    (('2021', '2021-12', '2021-12-08'), ('undated',))
    """

    first: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    inferred: bool = False
    shelves: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """All articles of a day share one stand: what everybody asks of it is worked out once."""
        known = tuple(part for part in (self.year, self.month, self.day) if part is not None)
        texts = [f"{part:0{width}d}" for part, width in zip(known, (4, 2, 2), strict=False)]
        shelves = tuple("-".join(texts[:depth]) for depth in range(1, len(texts) + 1))
        object.__setattr__(self, "shelves", shelves or (UNDATED,))

    @property
    def key(self) -> str:
        """Returns the shelf's key: 2021-12-08, 2021-12, 2021 or undated."""
        return self.shelves[-1]


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
