"""A generated Markdown article as the scorer sees it: its facts and its letters.

Takes the text of a Markdown file; gives a frozen `Clipping`. Reads front matter with a kind eye (other tools' forms of
authors and regions too), because what is scored is the result, not its form; `files/` is stricter."""

import re
from dataclasses import dataclass
from typing import Any

from jianbao import plainyaml
from jianbao.model import Author
from jianbao.problems import Fault, Problem
from jianbao.score import region_paths
from jianbao.score.letters import items, letters, without_marks, words

SHINGLE = 8
"""Letters in one of the overlapping pieces that a text is compared by."""

_PARTED = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)(.*)", re.S)
_FURTHER = ("captions", "caption", "credit")


@dataclass(frozen=True, slots=True)
class Clipping:
    """One generated article. pages: the pages it says it is from; body, paragraphs, lines: letters of the Markdown
    below the front matter, in all and in parts; fields: letters of heads, byline and captions, heads also combined as a
    page may print them; text: all of these; shingles: the pieces of text; names: letters of authors and byline."""

    path: str
    title: str
    kicker: str
    subtitle: str
    date: str
    authors: tuple[Author, ...]
    regions: tuple[region_paths.Path, ...]
    pages: tuple[str, ...]
    body: str
    paragraphs: tuple[str, ...]
    lines: frozenset[str]
    fields: frozenset[str]
    text: str
    shingles: frozenset[str]
    names: str

    def mask(self, line: str) -> bytearray:
        """Returns, for each letter of a line, 1 where the clipping has it within a piece of the line."""
        if line in self.text:
            return bytearray(b"\1" * len(line))
        covered = bytearray(len(line))
        for start in range(len(line) - SHINGLE + 1):
            if line[start : start + SHINGLE] in self.shingles:
                covered[start : start + SHINGLE] = b"\1" * SHINGLE
        return covered

    def covers(self, line: str) -> int:
        """Returns how many letters of a line the clipping has. A line of under ten letters is there whole or not."""
        return sum(self.mask(line)) if line in self.text or len(line) >= SHINGLE + 2 else 0


def clipping(text: str, path: str) -> tuple[Clipping | None, tuple[Problem, ...]]:
    """Returns the article in a Markdown file, None when it has no front matter; and what is wrong with it.

    >>> clipping('---\\ntitle: 小哥学院\\n---\\n\\n本报讯 **今天**', 'a.md')[0].body
    '本报讯今天'
    """
    parted = _PARTED.match(text.replace("\r\n", "\n"))
    if not parted:
        return None, ()
    try:
        front, _ = plainyaml.read(parted[1])
    except Fault as fault:
        return _clipping({}, parted[2], path), (fault.problem(path, offset=1),)
    return (_clipping(front, parted[2], path) if isinstance(front, dict) else None), ()


def _clipping(front: dict[str, Any], markdown: str, path: str) -> Clipping:
    plain = without_marks(markdown)
    body = letters(plain)
    authors = tuple(author for entry in items(front.get("authors")) for author in _authors(entry))
    byline = letters(words(_field(front, "byline")))
    fields = _fields(front)
    text = "\0".join([body, *sorted(fields), letters("".join(author.name for author in authors))])
    return Clipping(
        path=path,
        title=words(_field(front, "title")),
        kicker=words(_field(front, "kicker")),
        subtitle=words(_field(front, "subtitle", "subhead")),
        date=words(_field(front, "date")).strip(),
        authors=authors,
        regions=region_paths.written(_field(front, "regions")),
        pages=_pages(front.get("source")),
        body=body,
        paragraphs=tuple(letters(paragraph) for paragraph in re.split(r"\n\s*\n", plain)),
        lines=frozenset(letters(line) for line in plain.split("\n")) - {""},
        fields=fields,
        text=text,
        shingles=frozenset(text[start : start + SHINGLE] for start in range(len(text) - SHINGLE + 1)),
        names="\0".join([letters("".join(author.name for author in authors)), byline]),
    )


def _pages(source: Any) -> tuple[str, ...]:
    """Returns the pages of a source: one, or a list of parts where the article goes on on another page."""
    parts = [part for part in items(source) if isinstance(part, dict)]
    return tuple(str(page) for part in parts for page in items(part.get("page", "")) if page)


def _field(front: dict[str, Any], *names: str) -> Any:
    """Returns the first of the named fields that is not empty; a dot leads into a mapping."""
    for name in names:
        value: Any = front
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        if value not in ("", []):
            return value
    return ""


def _fields(front: dict[str, Any]) -> frozenset[str]:
    kicker, title, subtitle, *others = (
        letters(words(value))
        for value in (
            _field(front, "kicker"),
            _field(front, "title"),
            _field(front, "subtitle", "subhead"),
            _field(front, "byline"),
            *(_field(front, name) for name in _FURTHER),
        )
    )
    combined = (kicker + title, title + subtitle, kicker + title + subtitle, title + kicker)
    return frozenset([kicker, title, subtitle, *others, *combined]) - {""}


def _authors(entry: Any) -> list[Author]:
    if isinstance(entry, dict):
        return [
            Author(str(entry.get("name") or entry.get("姓名") or ""), str(entry.get("role") or entry.get("身份") or ""))
        ]
    names = (name.strip() for name in re.split(r"[;；、,，]", str(entry)))
    return [Author(name) for name in names if name]
