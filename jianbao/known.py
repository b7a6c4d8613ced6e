"""What was read already: content/.cache/read-*.json, and how names sound: sounds.json. Holds no truth and can be
deleted at any time.

Takes and gives what the folders of content/articles hold, bodies left out. A folder is known by the names, sizes and
times of its files and by the program that read them. Folders are dealt out to files by their names, so that a new day
writes a few of these anew."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zlib import crc32

from jianbao.archive.gist import Gist
from jianbao.claims import Claim
from jianbao.files.load import Loaded
from jianbao.model import Article, Author, Elsewhere, Furniture, PageFacts, PlaceName, Repeat, Source
from jianbao.problems import Problem
from jianbao.publish.writer import Writer

_FILES = 64
_SOUNDS = ".cache/sounds.json"
_KINDS: Mapping[str, Any] = {
    kind.__name__: kind
    for kind in (
        Article,
        Author,
        Claim,
        Elsewhere,
        Furniture,
        Gist,
        Loaded,
        PageFacts,
        PlaceName,
        Problem,
        Repeat,
        Source,
    )
}
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in _KINDS.values()}


@dataclass(frozen=True, slots=True)
class Read:
    """What a folder holds. loaded: articles without their bodies; gists: of each, in their order."""

    loaded: Loaded
    gists: tuple[Gist, ...]


class Known:
    """The folders of one content folder that need no reading. program: what the cache is good for."""

    def __init__(self, content: Path, program: str) -> None:
        self._writer = Writer(content, ours=False)
        self._program = program
        self._raw: dict[int, dict[str, Any]] = {}
        self._kept: dict[int, dict[str, Any]] = {}

    def get(self, folder: str, stats: str) -> Read | None:
        """Returns what the folder holds when it was read as it is now, else None."""
        at = crc32(folder.encode()) % _FILES
        if at not in self._raw:
            self._raw[at] = self._whole(_name(at), "folders")
        held = self._raw[at].get(folder)
        self._kept.setdefault(at, {})
        try:
            if held is None or held[0] != stats:
                return None
            found = Read(_made(held[1]), _made(held[2]))
        except (TypeError, KeyError, IndexError, RecursionError):  # somebody else's, or cut short
            return None
        self._kept[at][folder] = held
        return found

    def add(self, folder: str, stats: str, read: Read) -> None:
        """Notes what a folder holds."""
        at = crc32(folder.encode()) % _FILES
        self._kept.setdefault(at, {})[folder] = [stats, _plain(read.loaded), _plain(read.gists)]

    def sounds(self) -> dict[str, tuple[str, ...]]:
        """Returns the syllables of names, as far as they were kept."""
        held = self._whole(_SOUNDS, "sounds")
        return {name: tuple(map(str, said)) for name, said in held.items() if isinstance(said, list)}

    def keep_sounds(self, sounds: Mapping[str, tuple[str, ...]]) -> None:
        """Writes the syllables of names, where they differ from those that were kept."""
        with suppress(OSError):
            if sounds != self.sounds():
                self._write(_SOUNDS, "sounds", dict(sorted(sounds.items())))

    def save(self) -> None:
        """Writes what differs from what was read. Where content/ cannot be written all is read again next time."""
        with suppress(OSError):
            self._save()

    def _save(self) -> None:
        for at, held in self._kept.items():
            if held != self._raw.get(at):
                self._write(_name(at), "folders", held)
        if self._kept:
            self._writer.write(".cache/.gitignore", b"*\n")

    def _write(self, name: str, what: str, held: Mapping[str, Any]) -> None:
        whole = {"program": self._program, what: held}
        raw = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        self._writer.write(name, raw.encode("utf-8", "surrogatepass"))

    def _whole(self, name: str, what: str) -> dict[str, Any]:
        try:
            whole = json.loads((self._writer.read(name) or b"").decode("utf-8", "surrogatepass"))
            held: dict[str, Any] = whole[what]
            return held if whole["program"] == self._program and isinstance(held, dict) else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}


def _name(at: int) -> str:
    return f".cache/read-{at:02d}.json"


def _plain(value: Any) -> Any:
    """A value as JSON has it: tuples are lists, a dataclass is its name with its values."""
    kind = type(value)
    if kind is tuple:
        return [one if type(one) is str else _plain(one) for one in value]
    if kind in _FIELDS:
        held = (getattr(value, name) for name in _FIELDS[kind])
        return {kind.__name__: [one if type(one) is str else _plain(one) for one in held]}
    return value


def _made(value: Any) -> Any:
    if type(value) is list:
        return tuple([one if type(one) is str else _made(one) for one in value])
    if type(value) is dict:
        ((name, values),) = value.items()
        return _KINDS[name](*[one if type(one) is str else _made(one) for one in values])
    return value
