"""Where the lines of pages went: content/.cache/lines-*.json; how names sound: sounds.json; the way to what was read
already (`records`). Holds no truth and can be deleted at any time.

The account of a page is known by all that it was taken from. Folders are dealt out to files as those of the records
are; only one of them is in memory at a time."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from jianbao import records
from jianbao.chinese.pinyin import Signs, Sounds
from jianbao.files.account import Lines
from jianbao.problems import Problem
from jianbao.publish.writer import Writer
from jianbao.records import dealt

_READ = ".cache/read-{:02d}.json"
_SOUNDS = ".cache/sounds.json"


@dataclass(frozen=True, slots=True)
class Counted:
    """The account of a page. text: mark of its text, '' when there is none; lines: where they went; problems: of those
    that went nowhere or to two places."""

    text: str
    lines: Lines
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file of accounts. folders: of each the stats it is known by, and its account, as JSON."""

    program: str
    folders: dict[str, tuple[str, msgspec.Raw]]


_files = msgspec.json.Decoder(_Kept)
_accounts = msgspec.json.Decoder(Counted)


class Known:
    """The folders of one content folder that need no reading. program: what the cache is good for."""

    def __init__(self, content: Path, program: str) -> None:
        self._writer = Writer(content, ours=False)
        self._program = program

    def reads(self, folders: Iterable[str]) -> Iterator[tuple[records.Part, list[str]]]:
        """Yields folders, each with the part of the cache that knows what they hold."""
        for number, some in dealt(folders):
            yield self.part(number), some

    def part(self, number: int) -> records.Part:
        """Returns a part of the cache."""
        return records.Part(self._writer, _READ.format(number), self._program)

    def holds(self, number: int) -> bool:
        """Returns whether there is such a part, of this program."""
        return records.holds(self._writer, _READ.format(number), self._program)

    def accounts(self, folders: Iterable[str]) -> "Iterator[tuple[AccountPart, list[str]]]":
        """Yields folders, each with the part of the cache that knows where the lines of their pages went."""
        for number, some in dealt(folders):
            yield AccountPart(self._writer, f".cache/lines-{number:02d}.json", self._program), some

    def sounds(self) -> Sounds:
        """Returns how names are read, as far as that was kept."""
        try:
            whole = json.loads((self._writer.read(_SOUNDS) or b"").decode("utf-8", "surrogatepass"))
            if whole["program"] != self._program:
                return Sounds()
            texts, readings, odd = whole["sounds"], whole["signs"], whole["odd"]
            said = (*texts.values(), *readings.values(), *odd)
            signs = Signs(readings, frozenset(odd)) if readings else None
            return Sounds(texts, signs) if all(type(one) is str for one in said) else Sounds()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return Sounds()

    def keep_sounds(self, sounds: Sounds) -> None:
        """Writes how names are read."""
        signs = sounds.signs or Signs({}, ())
        with suppress(OSError):
            whole: dict[str, Any] = {
                "program": self._program,
                "sounds": dict(sorted(sounds.texts.items())),
                "signs": dict(sorted(signs.readings.items())),
                "odd": sorted(signs.odd),
            }
            raw = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
            self._writer.write(_SOUNDS, raw.encode("utf-8", "surrogatepass"))


class AccountPart:
    """What one file knows, as it was; of it is kept what is asked for or added."""

    def __init__(self, writer: Writer, name: str, program: str) -> None:
        self._writer, self._name = writer, name
        self._was = _file(writer, name, program)
        self._now = _Kept(program, {})
        self._new = False

    def get(self, folder: str, stats: str) -> Counted | None:
        """Returns the account of a folder's page when its stats are as they were, else None."""
        held = self._was.get(folder)
        if held is None or held[0] != stats:
            return None
        try:
            found = _accounts.decode(held[1])
        except (msgspec.MsgspecError, RecursionError):  # somebody else's, or cut short
            return None
        self._now.folders[folder] = held
        return found

    def add(self, folder: str, stats: str, counted: Counted) -> None:
        """Notes the account of a folder's page; one whose name is no Unicode is taken anew each time."""
        with suppress(UnicodeEncodeError):
            self._now.folders[folder] = stats, msgspec.Raw(msgspec.json.encode(counted))
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
