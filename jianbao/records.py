"""What the folders of content/articles hold, remembered: content/.cache/read-*.json. Holds no truth and can be deleted
at any time.

A file begins with a line of JSON: of each folder the names, sizes and times it is known by and what stands in it beside
articles, and the rows of all their articles (archive/packed), which is all that a build asks of most. Then come the
articles themselves, without their texts, a line each, of which the first line says how long they are: one is read where
it is shown. Folders are dealt out to files by the hash of their names, so that a new day writes a few of them anew."""

import io
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from typing import IO, Any
from zlib import crc32

import msgspec

from jianbao.archive.brief import Brief, brief
from jianbao.archive.columns import Columns
from jianbao.archive.gist import gist
from jianbao.archive.holdings import Held
from jianbao.archive.packed import Packed, pack
from jianbao.files.load import Loaded
from jianbao.model import PageFacts
from jianbao.problems import Problem, Stop
from jianbao.publish.writer import Writer

_PARTS = 64


@dataclass(frozen=True, slots=True)
class Beside:
    """What a folder holds beside its articles."""

    facts: PageFacts | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder as it was read. lengths: of its articles' lines in bytes."""

    stats: str
    beside: Beside
    lengths: list[int]


@dataclass(frozen=True, slots=True)
class _Index:
    """The first line. program: what it is good for; folders: in the order of their articles; rows: of these."""

    program: str
    folders: dict[str, _Folder]
    rows: Packed

    def is_whole(self) -> bool:
        """Returns whether there is a row for each article."""
        return self.rows.is_whole() and len(self.rows) == sum(len(one.lengths) for one in self.folders.values())


_indexes = msgspec.json.Decoder(_Index)
_articles = msgspec.json.Decoder(Held)


def dealt(folders: Iterable[str]) -> list[tuple[int, list[str]]]:
    """Returns the folders by the number of the file that they are remembered in."""
    found: dict[int, list[str]] = {}
    for folder in folders:
        found.setdefault(crc32(folder.encode("utf-8", "surrogatepass")) % _PARTS, []).append(folder)
    return sorted(found.items())


class Part:
    """What one file remembers, as it was; of it is kept what is asked for or added. writer: None where nothing is
    remembered: then articles keep their bodies."""

    def __init__(self, writer: Writer | None, name: str, program: str) -> None:
        self._writer, self._name, self._program = writer, name, program
        self._was, self._rows, self._file, first = _opened(writer, name, program)
        self._starts = _starts(self._was, first)
        self._now: dict[str, tuple[_Folder, _New | None]] = {}
        self._held: dict[str, tuple[list[Brief], list[Held]]] = {}
        self._new = False

    def get(self, folder: str, stats: str) -> Beside | None:
        """Returns what a folder holds beside its articles when its stats are as they were, else None."""
        found = self._was.get(folder)
        if found is None or found.stats != stats:
            return None
        self._now[folder] = found, None
        return found.beside

    def add(self, folder: str, stats: str, loaded: Loaded, keep: bool = True) -> Beside:
        """Notes what a folder holds, and returns what that is beside articles. keep: to remember it."""
        beside = Beside(loaded.facts, loaded.problems)
        whole = [Held(where, article, gist(article)) for where, article in loaded.articles]
        rows = [brief(one.article, one.gist) for one in whole]
        held = [replace(one, article=replace(one.article, body="")) for one in whole] if self._writer else whole
        with suppress(UnicodeEncodeError):  # a name that is no Unicode, half a character: read anew each time
            if self._writer and keep:
                lines = [msgspec.json.encode(one) + b"\n" for one in held]
                found = _Folder(stats, beside, list(map(len, lines)))
                msgspec.json.encode((folder, found, rows))
                self._now[folder] = found, _New(rows, b"".join(lines))
                self._new = True
                return beside
        self._held[folder] = rows, held
        return beside

    def save(self) -> None:
        """Writes what is known now, where that differs. Where content/ cannot be written all is read again next
        time."""
        if not self._writer or not (self._new or len(self._now) < len(self._was)):
            return
        lines = b"".join(self._lines(folder, one, new) for folder, (one, new) in self._now.items())
        self._rows = pack(list(chain.from_iterable(self._rows_now())))
        if self._file:
            self._file.close()
        folders = {folder: one for folder, (one, _) in self._now.items()}
        first = msgspec.json.encode(_Index(self._program, folders, self._rows)) + b"\n"
        self._file = io.BytesIO(first + lines)
        with suppress(OSError):
            self._writer.write(self._name, first + lines)
            self._writer.write(".cache/.gitignore", b"*\n")
            written = _file(self._writer, self._name)
            if written and written.readline() == first:  # and not what another build put there just now
                self._file = written
        self._starts = _starts(folders, len(first))

    def _lines(self, folder: str, one: _Folder, new: "_New | None") -> bytes:
        if new:
            return new.lines
        assert self._file
        return _read(self._file, self._starts[folder], _size_of(one))

    def _rows_now(self) -> Iterator[Sequence[Brief]]:
        """The rows of each folder as it is now."""
        rows = self._rows.rows()
        ends = accumulate(len(one.lengths) for one in self._was.values())
        end_of = dict(zip(self._was, ends, strict=True))
        for folder, (one, new) in self._now.items():
            yield new.rows if new else rows[end_of[folder] - len(one.lengths) : end_of[folder]]

    def give(self, records: "Records") -> None:
        """Adds the articles of all folders to the records, once they are saved."""
        if self._now:
            assert self._file
            lengths = {folder: self._now[folder][0].lengths for folder in self._starts}  # in the order of the file
            records.add(self._rows, lengths, self._file, self._starts)
        if self._held:
            records.hold(self._held)


@dataclass(frozen=True, slots=True)
class _New:
    """The articles of a folder that was read just now. lines: as they are remembered."""

    rows: Sequence[Brief]
    lines: bytes


def holds(writer: Writer, name: str, program: str) -> bool:
    """Returns whether a file remembers anything for a program, by its beginning."""
    begins = msgspec.json.encode({"program": program})[:-1] + b","
    try:
        file = _file(writer, name)
    except OSError:
        return False
    if not file:
        return False
    with file:
        return file.read(len(begins)) == begins


def _opened(writer: Writer | None, name: str, program: str) -> tuple[dict[str, _Folder], Packed, IO[bytes] | None, int]:
    """What a file remembers of folders, the rows of their articles, the file, and where the articles begin."""
    try:
        file = _file(writer, name) if writer else None
        first = file.readline() if file else b""
        index = _indexes.decode(first)
        whole = file is not None and len(first) + sum(map(_size_of, index.folders.values())) == _size(file)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return {}, pack(()), None, 0
    if index.program != program or not whole or not index.is_whole():
        return {}, pack(()), None, 0
    return index.folders, index.rows, file, len(first)


def _size_of(folder: _Folder) -> int:
    return sum(folder.lengths)


def _starts(folders: Mapping[str, _Folder], first: int) -> dict[str, int]:
    """Where the articles of each folder begin, when those of the first do so at `first`."""
    return dict(zip(folders, accumulate(map(_size_of, folders.values()), initial=first), strict=False))


def _file(writer: Writer, name: str) -> IO[bytes] | None:
    return (writer.folder / name).open("rb") if writer.holds(name) else None


def _read(file: IO[bytes], at: int, length: int) -> bytes:
    """Bytes of a file, in this process or in one forked from it, which shares the place where it reads."""
    if isinstance(file, io.BytesIO):
        return bytes(file.getbuffer()[at : at + length])
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), length, at)
    file.seek(at)
    return file.read(length)


class Records:
    """The articles of all folders: in columns, and one by one from where they are remembered."""

    def __init__(self) -> None:
        self.columns = Columns()
        self._folders: dict[str, range] = {}
        self._files: list[Any] = []
        self._file, self._at, self._length = array("i"), array("q"), array("i")
        self._held: dict[int, Held] = {}

    def add(
        self, rows: Packed, lengths: Mapping[str, Sequence[int]], file: IO[bytes], starts: Mapping[str, int]
    ) -> None:
        """Adds articles that stand in a file. lengths: of the lines of each folder, in the order of the rows; starts:
        where those of each folder begin."""
        self._files.append(file)
        self._note({folder: len(own) for folder, own in lengths.items()})
        self.columns.extend(rows)
        self._file.extend([len(self._files) - 1] * len(rows))
        for folder, own in lengths.items():
            self._length.extend(own)
            self._at.extend(accumulate(own[:-1], initial=starts[folder]) if own else ())

    def hold(self, folders: Mapping[str, tuple[Sequence[Brief], Sequence[Held]]]) -> None:
        """Adds articles that are remembered nowhere, with the rows of each folder."""
        first = len(self.columns)
        self._note({folder: len(rows) for folder, (rows, _) in folders.items()})
        self.columns.extend(pack([row for rows, _ in folders.values() for row in rows]))
        self._held |= enumerate((one for _, held in folders.values() for one in held), first)
        for column in (self._file, self._at, self._length):
            column.extend([-1] * (len(self.columns) - first))

    def _note(self, sizes: Mapping[str, int]) -> None:
        """Notes which rows those of folders are that are about to be added."""
        first = len(self.columns)
        for folder, size in sizes.items():
            self._folders[folder] = range(first, first + size)
            first += size

    def rows(self, folders: Iterable[str]) -> Iterator[int]:
        """Yields the rows of the articles of folders, in order."""
        for folder in folders:
            yield from self._folders.get(folder, ())

    def __call__(self, row: int) -> Held:
        """Returns an article by its row. Raises Stop where somebody wrote into the cache."""
        held = self._held.get(row)
        if held:
            return held
        file = self._files[self._file[row]]
        try:
            found = _articles.decode(_read(file, self._at[row], self._length[row]))
            if found.article.id == self.columns.ids[row]:
                return found
        except (OSError, msgspec.MsgspecError, RecursionError):
            pass
        what = f"What it says of the article {self.columns.ids[row]} is not what was written there."
        raise Stop(Problem(".cache", 0, what, "Delete the folder .cache in content/ and build again."))

    def __getstate__(self) -> Mapping[str, Any]:
        """Returns what another machine needs, which has no file of ours."""
        files = [io.BytesIO(_read(file, 0, _size(file))) for file in self._files]
        return {**self.__dict__, "_files": files}


def _size(file: IO[bytes]) -> int:
    return len(file.getbuffer()) if isinstance(file, io.BytesIO) else os.fstat(file.fileno()).st_size
