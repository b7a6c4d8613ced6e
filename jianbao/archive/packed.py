"""The rows of many articles, packed as columns: each text once, numbers as their bytes.

So they are remembered between builds (`records`), and so they come to the columns of an archive (`columns`): a hundred
thousand rows of texts would be read in a second, packed ones take a tenth of it. Bytes are in the order of the machine
that wrote them; a cache is good for one machine (`inputs`)."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from jianbao.archive.brief import Brief

Value = TypeVar("Value")
_LANE = 16  # bytes of a hash
_TEXTS = ("kinds", "title_bases", "newspapers", "dates", "date_bases", "folios", "pages")
_LISTS = ("further", "regions", "tags", "authors", "aliases")
_HASHES = ("facts", "bodies", "told")


class Coded(msgspec.Struct, frozen=True, array_like=True):
    """Texts. table: each once; codes: for each row the number of its text."""

    table: list[str]
    codes: bytes

    @property
    def numbers(self) -> "array[int]":
        """Returns the numbers of the rows' texts."""
        return array("q", self.codes)

    def __iter__(self) -> Iterator[str]:
        """Yields the text of each row."""
        return map(self.table.__getitem__, self.numbers)


class Several(msgspec.Struct, frozen=True, array_like=True):
    """Lists of texts. counts: how many each row has; texts: all in one row."""

    counts: bytes
    texts: Coded

    @property
    def sizes(self) -> "array[int]":
        """Returns how many texts each row has."""
        return array("q", self.counts)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Yields the texts of each row."""
        return _parted(self.sizes, self.texts)


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """Rows as `Brief` has them. roles: one for each author; unsure, gaps: a byte each; facts, bodies, told: hashes. All
    other numbers have 8 bytes."""

    ids: list[str]
    kinds: Coded
    title_bases: Coded
    newspapers: Coded
    dates: Coded
    date_bases: Coded
    folios: Coded
    pages: Coded
    further: Several
    regions: Several
    tags: Several
    authors: Several
    aliases: Several
    roles: Coded
    lines: bytes
    lengths: bytes
    head_counts: bytes
    heads: bytes
    unsure: bytes
    gaps: bytes
    facts: bytes
    bodies: bytes
    told: bytes

    def __len__(self) -> int:
        """Returns how many rows these are."""
        return len(self.ids)

    def rows(self) -> list[Brief]:
        """Returns the rows one by one."""
        authors = self.authors.sizes
        columns = zip(
            self.ids,
            self.kinds,
            self.title_bases,
            self.newspapers,
            self.dates,
            self.date_bases,
            self.folios,
            self.pages,
            array("q", self.lines),
            self.further,
            self.regions,
            self.tags,
            self.authors,
            _parted(authors, self.roles),
            self.aliases,
            _parted(array("q", self.head_counts), array("q", self.heads)),
            map(bool, self.unsure),
            map(bool, self.gaps),
            array("q", self.lengths),
            *(_hashes(getattr(self, name)) for name in _HASHES),
            strict=True,
        )
        return [Brief(*row) for row in columns]

    def is_whole(self) -> bool:
        """Returns whether all columns have as many rows, and every number a text: what stands in a file may be cut or
        somebody else's."""
        rows = len(self)
        try:
            lists: list[Several] = [getattr(self, name) for name in _LISTS]
            texts: list[Coded] = [getattr(self, name) for name in _TEXTS]
            heads = array("q", self.head_counts)
            fits = (
                all(_fits(one, rows) for one in texts)
                and all(_counts(one.sizes, rows) and _fits(one.texts, sum(one.sizes)) for one in lists)
                and _fits(self.roles, sum(self.authors.sizes))
                and _counts(heads, rows)
                and len(array("q", self.heads)) == sum(heads)
            )
        except ValueError:  # bytes that are no numbers
            return False
        hashes = all(len(getattr(self, name)) == rows * _LANE for name in _HASHES)
        numbers = len(self.lines) == len(self.lengths) == 8 * rows
        flags = all(len(one) == rows and {0, 1}.issuperset(one) for one in (self.unsure, self.gaps))
        return fits and hashes and numbers and flags


def pack(rows: Sequence[Brief]) -> Packed:
    """Returns rows packed."""

    def coded(of: Callable[[Brief], str]) -> Coded:
        return _coded(map(of, rows))

    def several(of: Callable[[Brief], Sequence[str]]) -> Several:
        return Several(_bytes(len(of(row)) for row in rows), _coded(text for row in rows for text in of(row)))

    return Packed(
        ids=[row.id for row in rows],
        kinds=coded(lambda row: row.kind),
        title_bases=coded(lambda row: row.title_basis),
        newspapers=coded(lambda row: row.newspaper),
        dates=coded(lambda row: row.date),
        date_bases=coded(lambda row: row.date_basis),
        folios=coded(lambda row: row.folio),
        pages=coded(lambda row: row.page),
        further=several(lambda row: row.further),
        regions=several(lambda row: row.regions),
        tags=several(lambda row: row.tags),
        authors=several(lambda row: row.authors),
        aliases=several(lambda row: row.aliases),
        roles=_coded(role for row in rows for role in row.roles),
        lines=_bytes(row.line for row in rows),
        lengths=_bytes(row.length for row in rows),
        head_counts=_bytes(len(row.heads) for row in rows),
        heads=_bytes(head for row in rows for head in row.heads),
        unsure=bytes(row.unsure for row in rows),
        gaps=bytes(row.gap for row in rows),
        facts=bytes.fromhex("".join(row.facts for row in rows)),
        bodies=bytes.fromhex("".join(row.body for row in rows)),
        told=bytes.fromhex("".join(row.told for row in rows)),
    )


def _coded(texts: Iterable[str]) -> Coded:
    numbers: dict[str, int] = {}
    codes = _bytes([numbers.setdefault(text, len(numbers)) for text in texts])
    return Coded(list(numbers), codes)


def _bytes(numbers: Iterable[int]) -> bytes:
    return array("q", numbers).tobytes()


def _fits(coded: Coded, rows: int) -> bool:
    numbers = coded.numbers
    return _counts(numbers, rows) and max(numbers, default=-1) < len(coded.table)


def _counts(numbers: "array[int]", rows: int) -> bool:
    return len(numbers) == rows and min(numbers, default=0) >= 0


def _parted(sizes: Iterable[int], of: Iterable[Value]) -> Iterator[tuple[Value, ...]]:
    there = iter(of)
    return (tuple(islice(there, size)) for size in sizes)


def _hashes(whole: bytes) -> Iterator[str]:
    return (whole[at : at + _LANE].hex() for at in range(0, len(whole), _LANE))
