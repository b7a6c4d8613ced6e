"""How an index is laid out: tiers of articles, shards of terms, and the addresses of their files.

Everything here is a function of how many articles there are and how long they are, so that the same archive has the
same files, however it came about, and nobody must index to know them.

**Tiers.** Articles are numbered by date; the first tier holds all but the latest, and each further one an eighth of the
size: of 100,000 articles 98,304, 1,024 and 672. A new day changes the last tier alone, until that is full."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_SMALLEST = 1024  # articles of a tier that takes what is new
_RATIO = 8
_LEAST_SHARE = 4  # a tier stands apart when there are so many times more articles
SHARD = 8192  # bytes of a shard at most, on the average
BIG = 4096  # articles of a term whose list has a file of its own
FOLLOWED = 32  # articles of a pair from which on it is told what follows it
PAIR, CHAR = 0.95, 0.2  # bytes of index a character of text
WORD = 90  # and of words and facets an article


@dataclass(frozen=True)
class Shape:
    """A tier. name: of its folder; first: number of its first article; count: of articles; pairs, chars, words: how
    many bits of a term's hash name its shard."""

    name: str
    first: int
    count: int
    pairs: int
    chars: int
    words: int

    @property
    def parts(self) -> int:
        """Returns how many bits of a hash name the part of the tier that is made at one time."""
        return min(self.pairs, self.chars, self.words, (self.count // 1024).bit_length())


def shapes(lengths: Sequence[int]) -> list[Shape]:
    """Returns the tiers of an archive. lengths: characters of each article, in order.

    >>> [(shape.first, shape.count, shape.pairs) for shape in shapes([1200] * 10_000)]
    [(0, 9216, 11), (9216, 784, 7)]
    """
    cuts = _cuts(len(lengths))
    return [_shape(str(name), first, lengths[first:end]) for name, (first, end) in enumerate(pairwise(cuts))]


def _cuts(count: int) -> list[int]:
    units = []
    unit = _SMALLEST
    while unit * _LEAST_SHARE <= count:
        units.append(unit)
        unit *= _RATIO
    return sorted({0, count, *(count // unit * unit for unit in units)})


def _shape(name: str, first: int, lengths: Sequence[int]) -> Shape:
    size = sum(lengths)
    count = len(lengths)
    return Shape(name, first, count, _bits(size * PAIR), _bits(size * CHAR), _bits(count * WORD))


def _bits(size: float) -> int:
    """How many bits name shards of at most SHARD bytes."""
    return (max(int(size) - 1, 0) // SHARD).bit_length()


def shard(tier: str, kind: str, number: int) -> str:
    """Returns the address of a shard, without the ending of a script.

    >>> shard('0', 'h', 0x3FA)
    '0/h/3/fa'
    """
    return f"{tier}/{kind}/{number >> 8:x}/{number & 255:02x}"


def own(tier: str, kind: str, name: str) -> str:
    """Returns the address of a list that has a file of its own. name: hex digits.

    >>> own('0', 'p', '3fa00b12')
    '0/p/3f/3fa00b12'
    """
    return f"{tier}/{kind}/{name[:2]}/{name}"


def texts(month: tuple[int, int], number: int) -> str:
    """Returns the address of some texts of a month.

    >>> texts((2021, 12), 7)
    't/2021/12/7'
    """
    return f"t/{month[0]}/{month[1]:02d}/{number}"


def days(year: int) -> str:
    """Returns the address of the days of a year."""
    return f"d/{year}"
