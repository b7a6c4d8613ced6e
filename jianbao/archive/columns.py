"""Articles as columns: what grouping asks of them, all of one kind in a row, each text once.

Takes rows as they are read, folder after folder; nothing is taken out, and nothing added once numbers were asked for. A
hundred thousand articles are some forty megabytes. Numbers that belong together are sorted and added up by numpy, which
is asked for here and not before: a build with nothing to do never loads it."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jianbao.archive.brief import Brief

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

    def extend(self, values: Iterable[str]) -> None:
        """Adds rows."""
        numbers = self._numbers
        self.codes.extend([numbers.setdefault(value, len(numbers)) for value in values])

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

    def extend(self, lists: Sequence[Sequence[str]]) -> None:
        """Adds rows."""
        self._counts.extend(map(len, lists))
        self.texts.extend([text for one in lists for text in one])

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

    def extend(self, rows: Sequence[Brief]) -> None:
        """Adds articles."""
        self.ids += [row.id for row in rows]
        self.kinds.extend([row.kind for row in rows])
        self.title_bases.extend([row.title_basis for row in rows])
        self.newspapers.extend([row.newspaper for row in rows])
        self.dates.extend([row.date for row in rows])
        self.date_bases.extend([row.date_basis for row in rows])
        self.folios.extend([row.folio for row in rows])
        self.pages.extend([row.page for row in rows])
        self.further.extend([row.further for row in rows])
        self.regions.extend([row.regions for row in rows])
        self.tags.extend([row.tags for row in rows])
        self.authors.extend([row.authors for row in rows])
        self.roles.extend([role for row in rows for role in row.roles])
        self.aliases.extend([row.aliases for row in rows])
        self._lines.extend([row.line for row in rows])
        self._lengths.extend([row.length for row in rows])
        self._head_counts.extend([len(row.heads) for row in rows])
        self._heads.extend([head for row in rows for head in row.heads])
        self._unsure += bytes([row.unsure for row in rows])
        self._gaps += bytes([row.gap for row in rows])
        self._facts += bytes.fromhex("".join([row.facts for row in rows]))
        self._bodies += bytes.fromhex("".join([row.body for row in rows]))
        self._told += bytes.fromhex("".join([row.told for row in rows]))

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
