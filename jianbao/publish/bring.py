"""Units to files in place: in processes, stage by stage, in portions.

What a quire consists of is worked out where it is made: between processes go the numbers of portions, and for each
sheet its path, its mark and what became of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from typing import Any

from jianbao import workers
from jianbao.publish import record
from jianbao.publish.quire import Sheet, Unit
from jianbao.publish.writer import Writer

_CHUNK = 40  # sheets that a process makes before it says so: a twentieth of a second
_MOST = 2000  # that it makes when they belong together: a second or two
_FEW = 2500  # sheets that one process makes with a third less work than two, which both have to load all: two seconds
_LIFE = 16_000  # sheets after which processes are started anew: some fifteen seconds of work
_SHARES = 16  # into which such work is divided at least, that all processes have some of it

Do = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]

Came = tuple[str, str, bool]
"""A sheet's path and mark, and whether it had to be written."""


@dataclass(frozen=True, slots=True)
class InPlace:
    """The files of a site: there, and the marks of those that can be trusted."""

    marks: Mapping[str, str]
    there: set[str]

    def has(self, sheet: Sheet) -> bool:
        """Returns whether a sheet is in place as it must be."""
        return sheet.path in self.there and self.marks.get(sheet.path) == sheet.mark


@dataclass(frozen=True, slots=True)
class Bringer:
    """Brings units in place. jobs: processes to use; do: where sheets are made, None for processes of this machine."""

    writer: Writer
    before: InPlace
    jobs: int = 1
    do: Do | None = None

    def bring(self, units: Sequence[Unit], here: bool) -> Iterator[list[tuple[Unit, list[Came]]]]:
        """Yields units of one stage portion by portion, with what came of their sheets. here: only this machine can
        make them."""
        chunks = list(_chunks(units))
        results: Iterator[list[list[Came]]]
        if self.do and not here:
            made = self.do(partial(_made, chunks, self.before), range(len(chunks)))
            results = ([self._put(one) for one in portion] for portion in made)
        else:
            jobs = self.jobs if sum(unit.count for unit in units) > _FEW else 1
            results = chain.from_iterable(
                workers.share(partial(self._bring, chunks), numbers, jobs) for numbers in _lives(chunks)
            )
        for chunk, came in zip(chunks, results, strict=True):
            yield list(zip(chunk, came, strict=True))

    def _bring(self, chunks: Sequence[Sequence[Unit]], number: int) -> list[list[Came]]:
        """Makes the sheets of a portion that are not in place as they must be, and puts them there."""
        sheets = [list(unit.sheets()) for unit in chunks[number]]
        self._begin(one.path for held in sheets for one in held if not self.before.has(one))
        return [
            [(one.path, one.mark, not self.before.has(one) and self._write(one.path, one.make())) for one in held]
            for held in sheets
        ]

    def _put(self, made: Sequence[tuple[str, str, bytes | None]]) -> list[Came]:
        self._begin(path for path, _, content in made if content is not None)
        return [(path, mark, content is not None and self._write(path, content)) for path, mark, content in made]

    def _begin(self, paths: Iterable[str]) -> None:
        """Notes what is about to be written, first: a build that is killed must know its own files."""
        begun = record.begun(paths)
        if begun:
            self.writer.append(record.PENDING, begun)

    def _write(self, path: str, content: bytes) -> bool:
        """Returns whether a file had to be written; an equal one is left alone."""
        if path in self.before.there and self.writer.read(path) == content:
            return False
        self.writer.write(path, content)
        return True


def _made(chunks: Sequence[Sequence[Unit]], before: InPlace, number: int) -> list[list[tuple[str, str, bytes | None]]]:
    """The same as `Bringer._bring` on another machine: the one that has the site puts in place what it makes."""
    return [
        [(one.path, one.mark, None if before.has(one) else one.make()) for one in unit.sheets()]
        for unit in chunks[number]
    ]


def stages(units: Iterable[Unit]) -> Iterator[tuple[int, bool, list[Unit]]]:
    """Yields the units that can be made at one time, in their order: the stage, and whether only here."""
    for (stage, here), alike in groupby(units, key=lambda unit: (unit.stage, unit.here)):
        yield stage, here, list(alike)


def _lives(chunks: Sequence[Sequence[Unit]]) -> Iterator[range]:
    """Yields the numbers of the portions that one set of processes after the other makes. What a process looks at it
    gets a copy of, page by page of memory; new ones begin with none."""
    first = held = 0
    for number, chunk in enumerate(chunks):
        held += sum(unit.count for unit in chunk)
        if held >= _LIFE:
            yield range(first, number + 1)
            first, held = number + 1, 0
    if first < len(chunks):
        yield range(first, len(chunks))


def _chunks(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yields the units in the portions in which processes make them."""
    most = max(_CHUNK, min(_MOST, sum(unit.count for unit in units) // _SHARES))
    chunk: list[Unit] = []
    held = 0
    for unit in units:
        room = _CHUNK if not unit.together or (chunk and chunk[-1].together != unit.together) else most
        if chunk and held + unit.count > room:
            yield chunk
            chunk, held = [], 0
        chunk.append(unit)
        held += unit.count
    if chunk:
        yield chunk
