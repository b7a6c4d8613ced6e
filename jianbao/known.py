"""What was read already: content/.cache/read-*.json, where the lines of pages went: lines-*.json, and how names sound:
sounds.json. Holds no truth and can be deleted at any time.

Takes and gives what the folders of content/articles hold, bodies left out. A folder is known by the names, sizes and
times of its files and by the program that read them, the account of its page by all that it was taken from. Folders are
dealt out to parts by their names, a file each: a new day writes a few of them anew, and only one of them is in memory
at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar
from zlib import crc32

import msgspec

from jianbao.archive.gist import Gist
from jianbao.files.account import Lines
from jianbao.files.load import Loaded
from jianbao.problems import Problem
from jianbao.publish.writer import Writer

Value = TypeVar("Value")
_PARTS = 64
_SOUNDS = ".cache/sounds.json"


@dataclass(frozen=True, slots=True)
class Read:
    """What a folder holds. loaded: articles without their bodies; gists: of each, in their order."""

    loaded: Loaded
    gists: tuple[Gist, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The account of a page. text: mark of its text, '' when there is none; lines: where they went; problems: of those
    that went nowhere or to two places."""

    text: str
    lines: Lines
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file of the cache. folders: of each the stats it is known by, and what is known of it, as JSON."""

    program: str
    folders: dict[str, tuple[str, msgspec.Raw]]


_files = msgspec.json.Decoder(_Kept)
_reads = msgspec.json.Decoder(Read)
_accounts = msgspec.json.Decoder(Counted)


class Known:
    """The folders of one content folder that need no reading. program: what the cache is good for."""

    def __init__(self, content: Path, program: str) -> None:
        self._writer = Writer(content, ours=False)
        self._program = program

    def reads(self, folders: Iterable[str]) -> "Iterator[tuple[Part[Read], list[str]]]":
        """Yields folders, each with the part of the cache that knows what they hold."""
        for number, some in _dealt(folders):
            yield Part(self._writer, f".cache/read-{number:02d}.json", self._program, _reads), some

    def accounts(self, folders: Iterable[str]) -> "Iterator[tuple[Part[Counted], list[str]]]":
        """Yields folders, each with the part of the cache that knows where the lines of their pages went."""
        for number, some in _dealt(folders):
            yield Part(self._writer, f".cache/lines-{number:02d}.json", self._program, _accounts), some

    def sounds(self) -> dict[str, tuple[str, ...]]:
        """Returns the syllables of names, as far as they were kept."""
        try:
            whole = json.loads((self._writer.read(_SOUNDS) or b"").decode("utf-8", "surrogatepass"))
            held = whole["sounds"].items() if whole["program"] == self._program else ()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}
        return {name: tuple(map(str, said)) for name, said in held if isinstance(said, list)}

    def keep_sounds(self, sounds: Mapping[str, tuple[str, ...]]) -> None:
        """Writes the syllables of names, where they differ from those that were kept."""
        with suppress(OSError):
            if sounds != self.sounds():
                whole: dict[str, Any] = {"program": self._program, "sounds": dict(sorted(sounds.items()))}
                raw = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
                self._writer.write(_SOUNDS, raw.encode("utf-8", "surrogatepass"))


def _dealt(folders: Iterable[str]) -> list[tuple[int, list[str]]]:
    dealt: dict[int, list[str]] = {}
    for folder in folders:
        dealt.setdefault(crc32(folder.encode("utf-8", "surrogatepass")) % _PARTS, []).append(folder)
    return sorted(dealt.items())


class Part(Generic[Value]):
    """What one file of the cache knows, as it was; of it is kept what is asked for or added."""

    def __init__(self, writer: Writer, name: str, program: str, decoder: "msgspec.json.Decoder[Value]") -> None:
        self._writer, self._name, self._decoder = writer, name, decoder
        self._was = _file(writer, name, program)
        self._now = _Kept(program, {})
        self._new = False

    def get(self, folder: str, stats: str) -> Value | None:
        """Returns what is known of a folder when its stats are as they were, else None."""
        held = self._was.get(folder)
        if held is None or held[0] != stats:
            return None
        try:
            found = self._decoder.decode(held[1])
        except (msgspec.MsgspecError, RecursionError):  # somebody else's, or cut short
            return None
        self._now.folders[folder] = held
        return found

    def add(self, folder: str, stats: str, read: Value) -> None:
        """Notes what is known of a folder; one whose name is no Unicode is read anew each time."""
        with suppress(UnicodeEncodeError):
            self._now.folders[folder] = stats, msgspec.Raw(msgspec.json.encode(read))
            self._new = True

    def save(self) -> None:
        """Writes what is known now, where that differs. Where content/ cannot be written all is read again next
        time."""
        if self._new or len(self._now.folders) < len(self._was):
            with suppress(OSError):
                self._writer.write(self._name, msgspec.json.encode(self._now))
                self._writer.write(".cache/.gitignore", b"*\n")


def _file(writer: Writer, name: str, program: str) -> dict[str, tuple[str, msgspec.Raw]]:
    try:
        kept = _files.decode(writer.read(name) or b"")
    except (OSError, msgspec.MsgspecError, RecursionError):
        return {}
    return kept.folders if kept.program == program else {}
