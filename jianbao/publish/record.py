"""What the site was made of: site/.jianbao/record.json, written last.

Takes and gives {path: mark of its sources, hash of its bytes}. It lives in the site, so that the two cannot drift
apart; a record that is lost, foreign or of another format is no record. It looks like this:

    {"note": "…", "format": 1, "program": "jianbao 0.1.0", "files": {"index.html": ["5f2c…", "a01b…"]}}

Beside it, while a build runs, pending.txt names the files it is writing, so that the next build knows them as ours."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

FOLDER = ".jianbao"
PATH = f"{FOLDER}/record.json"
PENDING = f"{FOLDER}/pending.txt"
FORMAT = 1
NOTE = "This file is not for you: jianbao keeps here what it made from what. Without it the next build makes all anew."


@dataclass(frozen=True, slots=True)
class Made:
    """How a file came about. mark: hash of all it was made from; content: hash of its bytes."""

    mark: str
    content: str


@dataclass(frozen=True, slots=True)
class Record:
    """The files of a site by path."""

    files: Mapping[str, Made] = field(default_factory=dict)


def read(content: bytes | None) -> Record:
    """Returns the record in a file's bytes; an empty one when they are not a record.

    >>> read(write({'index.html': Made('5f', 'a0')})).files
    {'index.html': Made(mark='5f', content='a0')}
    >>> read(b'{"program": "jianbao", "format": 1, "files": {"../a": ["", ""]}}').files
    {}
    """
    try:
        value = json.loads(content or b"")
    except (ValueError, RecursionError):
        return Record()
    if not isinstance(value, dict) or not str(value.get("program", "")).startswith("jianbao"):
        return Record()
    files = value.get("files")
    if value.get("format") != FORMAT or not isinstance(files, dict):
        return Record()
    return Record({path: Made(*made) for path, made in files.items() if _is_safe(path) and _is_made(made)})


def read_pending(content: bytes | None) -> frozenset[str]:
    """Returns the paths that a build which did not finish was writing."""
    lines = (content or b"").decode("utf-8", "replace").split("\n")
    return frozenset(path for path in lines[:-1] if _is_safe(path))


def pending(path: str) -> bytes:
    """Returns the line that says a file is being written."""
    return f"{path}\n".encode()


def write(files: Mapping[str, Made], program: str = "jianbao") -> bytes:
    """Returns the bytes of a record, one file a line."""
    head = {"note": NOTE, "format": FORMAT, "program": program}
    lines = [f"{json.dumps(path)}: {json.dumps([made.mark, made.content])}" for path, made in sorted(files.items())]
    listed = ",\n".join(lines)
    return f'{json.dumps(head, indent=0)[:-2]},\n"files": {{\n{listed}\n}}}}\n'.encode()


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return not any(part in ("", ".", "..") or set(part) & set("\\:\0") for part in parts)


def _is_made(made: object) -> bool:
    return isinstance(made, list) and len(made) == 2 and all(isinstance(mark, str) for mark in made)
