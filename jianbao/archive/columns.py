"""Articles as columns: what grouping asks of them, all of one kind in a row, each text once.

Takes rows as they are remembered, some folders at a time; nothing is taken out, and nothing added once numbers were
asked for. A hundred thousand articles are some forty megabytes. Numbers that belong together are sorted and added up by
numpy, which is asked for here and not before: a build with nothing to do never loads it."""

from array import array
from typing import TYPE_CHECKING

from jianbao.archive.packed import Coded, Packed, Several

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Lanes = NDArray[np.uint64]
    """Hashes, one a row, as two numbers each."""


class Texts:
    """A column of texts. codes: for each row the number of its text."""

    __slots__ = ("_numbers", "codes")

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.codes = array("q")

    def extend(self, rows: Coded) -> None:
        """Adds rows."""
        numbers = self._numbers
        own = [numbers.setdefault(text, len(numbers)) for text in rows.table]
        self.codes.extend(map(own.__getitem__, rows.numbers))

    @property
    def table(self) -> list[str]:
        """Returns the texts by their numbers."""
        return list(self._numbers)

    @property
    def numbers(self) -> "Numbers":
        """Returns the number of each row's text."""
        return _array(self.codes)


class Lists:
    """A column of lists of texts, all in one row. counts: how many each has."""

    __slots__ = ("_counts", "texts")

    def __init__(self) -> None:
        self._counts = array("q")
        self.texts = Texts()

    def extend(self, rows: Several) -> None:
        """Adds rows."""
        self._counts.frombytes(rows.counts)
        self.texts.extend(rows.texts)

    def by_row(self) -> dict[int, list[str]]:
        """Returns the lists of the rows that have any."""
        table, codes = self.texts.table, iter(self.texts.codes)
        return {row: [table[next(codes)] for _ in range(count)] for row, count in enumerate(self._counts) if count}

    @property
    def counts(self) -> "Numbers":
        """Returns how many texts each row has."""
        return _array(self._counts)

    @property
    def owners(self) -> "Numbers":
        """Returns for each text the row it is in."""
        import numpy as np

        return np.repeat(np.arange(len(self._counts)), self.counts)


class Columns:
    """Articles in the order in which they were read."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.kinds, self.title_bases, self.newspapers, self.folios, self.pages = (Texts() for _ in range(5))
        self.dates, self.date_bases = Texts(), Texts()
        self.further, self.regions, self.tags, self.authors, self.aliases = (Lists() for _ in range(5))
        self.roles = Texts()
        self._lines, self._lengths, self._head_counts, self._heads = (array("q") for _ in range(4))
        self._unsure, self._gaps = bytearray(), bytearray()
        self._facts, self._bodies, self._told = bytearray(), bytearray(), bytearray()

    def __len__(self) -> int:
        return len(self.ids)

    def extend(self, rows: Packed) -> None:
        """Adds articles."""
        self.ids += rows.ids
        self.kinds.extend(rows.kinds)
        self.title_bases.extend(rows.title_bases)
        self.newspapers.extend(rows.newspapers)
        self.dates.extend(rows.dates)
        self.date_bases.extend(rows.date_bases)
        self.folios.extend(rows.folios)
        self.pages.extend(rows.pages)
        self.further.extend(rows.further)
        self.regions.extend(rows.regions)
        self.tags.extend(rows.tags)
        self.authors.extend(rows.authors)
        self.roles.extend(rows.roles)
        self.aliases.extend(rows.aliases)
        self._lines.frombytes(rows.lines)
        self._lengths.frombytes(rows.lengths)
        self._head_counts.frombytes(rows.head_counts)
        self._heads.frombytes(rows.heads)
        self._unsure += rows.unsure
        self._gaps += rows.gaps
        self._facts += rows.facts
        self._bodies += rows.bodies
        self._told += rows.told

    def names(self) -> list[str]:
        """Returns all names that an index lists by their sound."""
        return [*self.tags.texts.table, *self.newspapers.table, *self.authors.texts.table]

    @property
    def lines(self) -> "Numbers":
        """Returns the first line of each."""
        return _array(self._lines)

    @property
    def lengths(self) -> "Numbers":
        """Returns the length of each body in characters."""
        return _array(self._lengths)

    @property
    def heads(self) -> "tuple[Numbers, Numbers]":
        """Returns the numbers of headlines and columns, and of each the row it is in."""
        import numpy as np

        return _array(self._heads), np.repeat(np.arange(len(self)), _array(self._head_counts))

    @property
    def unsure(self) -> "NDArray[np.bool_]":
        """Returns of which something is to be reviewed."""
        return _flags(self._unsure)

    @property
    def gaps(self) -> "NDArray[np.bool_]":
        """Returns of which text is known to be missing."""
        return _flags(self._gaps)

    @property
    def facts(self) -> "Lanes":
        """Returns the hashes of what is known of each."""
        return _lanes(self._facts)

    @property
    def bodies(self) -> "Lanes":
        """Returns the hashes of their texts."""
        return _lanes(self._bodies)

    @property
    def told(self) -> "Lanes":
        """Returns the hashes of what may tie each to others."""
        return _lanes(self._told)

    def body_of(self, row: int) -> str:
        """Returns the hashes of all that is known of an article and of its text."""
        at = slice(16 * row, 16 * row + 16)
        return f"{self._facts[at].hex()} {self._bodies[at].hex()}"


def _array(held: "array[int]") -> "Numbers":
    import numpy as np

    return np.frombuffer(held, np.int64) if held else np.empty(0, np.int64)


def _flags(held: bytearray) -> "NDArray[np.bool_]":
    import numpy as np

    return np.frombuffer(held, np.bool_) if held else np.empty(0, np.bool_)


def _lanes(held: bytearray) -> "Lanes":
    import numpy as np

    return np.frombuffer(held, np.uint64).reshape(-1, 2) if held else np.empty((0, 2), np.uint64)
