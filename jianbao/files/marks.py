"""`.written.json`: marks of what the program wrote last into one folder. Both directions.

    {"format": 1, "note": "…", "page": {"date": "5f1c…"},
     "articles": {"<id>": {"file": "007-….md", "lines": "7-23", "chunks": {"title": "91ab…", "body:": "…"}}}}

A mark is the hash of a chunk. While files are being put in place the marks name two: what stood there and what is
coming, `91ab… 77c0…`, with - for nothing; so a build that is killed leaves no word of ours that looks like a person's
(`journal`). If the file is lost, the program cannot tell its own words from people's, and writes nothing in that folder
any more."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from jianbao.files import ranges
from jianbao.model import Source
from jianbao.problems import Fault

NAME = ".written.json"
NOTHING = "-"
_NOTE = "Marks of what jianbao wrote last, so that it never overwrites what people changed. Keep it with the articles."
_LOST = "Bring it back from a copy, or delete this folder's files to have them written anew."


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of one article. file: its name then; lines: of the page; chunks: key to mark; pending: it was
    being made or removed, so that a missing file was not deleted by a person; further: its lines on other pages."""

    file: str
    lines: tuple[int, ...]
    chunks: Mapping[str, str]
    pending: bool = False
    further: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one folder: of page.md, and of each article by id."""

    page: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, Written] = field(default_factory=dict)


def mark(text: str) -> str:
    """Returns the mark of a chunk: line ends and blank lines at its end do not count."""
    return hashlib.sha256(text.replace("\r\n", "\n").rstrip("\n").encode()).hexdigest()[:16]


def is_ours(marks: Mapping[str, str], key: str, text: str | None) -> bool:
    """Is what stands under a key (None: nothing) what the program wrote last, or was about to write?"""
    return (NOTHING if text is None else mark(text)) in marks.get(key, NOTHING).split()


def journal(before: str | None, coming: str) -> str:
    """Returns the marks to write before the files: each chunk may be as it was or as it will be."""
    try:
        old = read(before) if before else Marks()
    except Fault:
        old = Marks()
    new = _parsed(coming)
    articles = {key: _either(old.articles.get(key), new.articles.get(key)) for key in {*old.articles, *new.articles}}
    return write(Marks(_either_marks(old.page, new.page), articles))


def _either(old: Written | None, new: Written | None) -> Written:
    if old and new:
        return Written(new.file, new.lines, _either_marks(old.chunks, new.chunks), old.pending, new.further)
    one = old or new
    assert one is not None
    return Written(one.file, one.lines, one.chunks, True, one.further)


def _either_marks(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    both = {key: (old.get(key, NOTHING), new.get(key, NOTHING)) for key in {*old, *new}}
    return {key: " ".join(dict.fromkeys(" ".join(marks).split())) for key, marks in both.items()}


def write(marks: Marks) -> str:
    """Returns the text of .written.json, always the same for the same marks."""
    articles = {key: _plain(one) for key, one in sorted(marks.articles.items())}
    plain = {"format": 1, "note": _NOTE, "page": dict(sorted(marks.page.items())), "articles": articles}
    return msgspec.json.format(json.dumps(plain, ensure_ascii=False), indent=1) + "\n"


def _plain(one: Written) -> dict[str, object]:
    plain: dict[str, object] = {"file": one.file, "lines": ranges.write(one.lines)}
    if one.further:
        plain["further"] = {part.page: ranges.write(part.lines) for part in one.further}
    return plain | ({"pending": True} if one.pending else {}) | {"chunks": dict(sorted(one.chunks.items()))}


def read(text: str) -> Marks:
    """Returns the marks that a text holds. Raises Fault when they cannot be trusted."""
    try:
        marks = _parsed(text)
        write(marks).encode()  # half characters can be read and not written
        return marks
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Fault) as error:
        raise Fault(f"{NAME} cannot be read ({error}); nothing in this folder is written.", _LOST) from None


def _parsed(text: str) -> Marks:
    plain = json.loads(text)
    if plain["format"] != 1:
        raise ValueError("format")
    articles = {
        str(key): Written(
            str(one["file"]),
            ranges.read(one["lines"]),
            _texts(one["chunks"]),
            "pending" in one,
            tuple(Source(str(page), ranges.read(lines)) for page, lines in one.get("further", {}).items()),
        )
        for key, one in plain["articles"].items()
    }
    return Marks(_texts(plain["page"]), articles)


def lost() -> Fault:
    """Returns the Fault of a folder with articles and no marks."""
    return Fault(f"{NAME} is gone; nothing in this folder is written any more.", _LOST)


def _texts(plain: Mapping[str, object]) -> dict[str, str]:
    return {str(key): str(value) for key, value in plain.items()}
