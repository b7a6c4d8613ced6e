"""What the site was made of: site/.jianbao/record.json, written last.

Takes and gives the mark of all that each file, and each quire of files, was made from. It lives in the site, so that
the two cannot drift apart; a record that is lost, foreign or of another format is no record. It looks like this:

    {"note": "…", "format": 3, "program": "jianbao 0.1.0", "inputs": "5f2c…", "told": "{…}",
     "files": {"a.html": "a01b…"},
     "quires": {"tags 职工": {"mark": "77de…", "files": {"tags/zhi-gong/index.html": "0c5a…"}}}}

Beside it, while a build runs, pending.txt names the files it is about to write, and again, with their marks, those that
are in place: so the next build knows its own files, and goes on where this one was stopped."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import msgspec

FOLDER = ".jianbao"
PATH = f"{FOLDER}/record.json"
PENDING = f"{FOLDER}/pending.txt"
FORMAT = 3
NOTE = "This file is not for you: jianbao keeps here what it made from what. Without it the next build makes all anew."


@dataclass(frozen=True, slots=True)
class Bound:
    """A quire as it was made. files: by path, each with the mark of all it was made from."""

    mark: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """files: of a site that are in no quire, by path, each with the mark of all it was made from; quires: by name;
    inputs: the mark of all that the whole site was made from, '' when that is not known; told: what the build said of
    it."""

    files: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    quires: Mapping[str, Bound] = field(default_factory=dict)

    def __len__(self) -> int:
        """Returns how many files the site has."""
        return len(self.files) + sum(map(len, self.bound()))

    def bound(self) -> Iterator[dict[str, str]]:
        """Yields the files of each quire."""
        return (quire.files for quire in self.quires.values())

    def every(self) -> dict[str, str]:
        """Returns all files of the site with their marks."""
        return dict(chain(self.files.items(), *map(dict.items, self.bound())))


@dataclass(frozen=True, slots=True)
class Pending:
    """What a build that was stopped left. begun: files that may or may not be there; done: those in place."""

    begun: frozenset[str] = frozenset()
    done: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Written:
    """A record as its file has it. told: as JSON."""

    program: str
    format: int
    inputs: str
    told: str
    files: dict[str, str]
    quires: dict[str, Bound]


_written = msgspec.json.Decoder(_Written)


def read(content: bytes | None) -> Record:
    """Returns the record in a file's bytes; an empty one when they are not a record. Its paths are as somebody may have
    forged them: only what stands in the site, as it was listed, may be removed for them.

    >>> read(write(Record({'index.html': '5f'}))).files
    {'index.html': '5f'}
    >>> read(b'{"program": "jianbao", "format": 2, "files": {"a.html": "5f"}}').files
    {}
    """
    try:
        found = _written.decode(content or b"")
        told = json.loads(found.told)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return Record()
    if found.format != FORMAT or not found.program.startswith("jianbao") or not isinstance(told, dict):
        return Record()
    return Record(found.files, found.inputs, told, found.quires)


def read_pending(content: bytes | None) -> Pending:
    """Returns what a build that did not finish was writing.

    >>> read_pending(begun(['a.html', 'b.html']) + done({'a.html': '5f'}) + b'c.ht')
    Pending(begun=frozenset({'b.html'}), done={'a.html': '5f'})
    """
    lines = (content or b"").decode("utf-8", "replace").split("\n")[:-1]
    named = [line.partition("\t") for line in lines]
    safe = [(path, mark) for path, _, mark in named if _is_safe(path)]
    whole = {path: mark for path, mark in safe if mark}
    return Pending(frozenset(path for path, _ in safe) - set(whole), whole)


def begun(paths: Iterable[str]) -> bytes:
    """Returns the lines that say files are about to be written."""
    return "".join(f"{path}\n" for path in paths).encode()


def done(marks: Mapping[str, str]) -> bytes:
    """Returns the lines that say files are in place."""
    return "".join(f"{path}\t{mark}\n" for path, mark in marks.items()).encode()


def write(record: Record, program: str = "jianbao") -> bytes:
    """Returns the bytes of a record."""
    value = {
        "note": NOTE,
        "format": FORMAT,
        "program": program,
        "inputs": record.inputs,
        "told": json.dumps(record.told),  # what people wrote may have half characters, which no UTF-8 has
        "files": dict(sorted(record.files.items())),
        "quires": dict(sorted(record.quires.items())),
    }
    return msgspec.json.encode(value) + b"\n"


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    odd = "\\" in path or ":" in path or "\0" in path
    return not odd and "" not in parts and "." not in parts and ".." not in parts
