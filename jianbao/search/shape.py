"""How an index is laid out: tiers of articles, shards of terms, and the addresses of their files.

Everything here is a function of how many articles there are and how long they are, so that the same archive has the
same files, however it came about, and nobody must index to know them.

**Tiers.** Articles are numbered by date; the first tier holds all but the latest, and each further one an eighth of the
size: of 100,000 articles 98,304, 1,024 and 672. A new day changes the last tier alone, until that is full.

**Layouts** say how large files are: those of a site, of which little is read over a network and little is made anew
for a day, and those of a stick, whose clusters are large and which is slow at opening files, not at reading on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_RATIO = 8
_LEAST_SHARE = 4  # a tier stands apart when there are so many times more articles
PAIR, CHAR = 0.95, 0.2  # bytes of index a character of text
WORD = 90  # and of words and facets an article


@dataclass(frozen=True)
class Layout:
    """How large the files are. shard: bytes of a shard at most, on the average; tier: articles of a tier that takes
    what is new; together: articles of a file of texts; monthly: of one month only, so that a new one moves few; big:
    articles of a term whose list has a file of its own; followed: articles of a pair from which on it is told what
    follows it."""

    shard: int = 8192
    tier: int = 1024
    together: int = 2
    monthly: bool = True
    big: int = 4096
    followed: int = 32


SITE = Layout()
USB = Layout(shard=32768, tier=1 << 40, together=16, monthly=False, big=16384)  # what was given away never grows
LAYOUTS = {"": SITE, "usb": USB}
"""By what a site is to be read from, as the command line names it."""


@dataclass(frozen=True)
class Shape:
    """A tier. name: of its folder; first: number of its first article; count: of articles; pairs, chars, words: how
    many bits of a term's hash name its shard; big, followed: as in its layout."""

    name: str
    first: int
    count: int
    pairs: int
    chars: int
    words: int
    big: int
    followed: int

    @property
    def shards(self) -> int:
        """Returns how many files it has, but for those of lists of their own."""
        return (2 << self.pairs) + (1 << self.chars) + (1 << self.words)

    @property
    def parts(self) -> int:
        """Returns how many bits of a hash name the part of the tier that is made at one time."""
        return min(self.pairs, self.chars, self.words, (self.count // 256).bit_length())


def shapes(lengths: Sequence[int], layout: Layout = SITE) -> list[Shape]:
    """Returns the tiers of an archive. lengths: characters of each article, in order.

    >>> [(shape.first, shape.count, shape.pairs) for shape in shapes([1200] * 10_000)]
    [(0, 9216, 11), (9216, 784, 7)]
    >>> [(shape.first, shape.count, shape.pairs) for shape in shapes([1200] * 10_000, USB)]
    [(0, 10000, 9)]
    """
    cuts = pairwise(_cuts(len(lengths), layout.tier))
    return [_shape(str(name), first, lengths[first:end], layout) for name, (first, end) in enumerate(cuts)]


def _cuts(count: int, unit: int) -> list[int]:
    units = []
    while unit * _LEAST_SHARE <= count:
        units.append(unit)
        unit *= _RATIO
    return sorted({0, count, *(count // unit * unit for unit in units)})


def _shape(name: str, first: int, lengths: Sequence[int], layout: Layout) -> Shape:
    size, count = sum(lengths), len(lengths)
    pairs, chars, words = (_bits(each, layout.shard) for each in (size * PAIR, size * CHAR, count * WORD))
    return Shape(name, first, count, pairs, chars, words, layout.big, layout.followed)


def _bits(size: float, shard: int) -> int:
    """How many bits name shards of at most so many bytes."""
    return (max(int(size) - 1, 0) // shard).bit_length()


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
