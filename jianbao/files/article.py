"""An Article and its Markdown file, in both directions.

Types are ours: YAML gives texts, this file says what each key holds. A value that does not fit is a Problem with its
line and is left out; the article is kept. Order and names of keys are a contract with other tools."""

import dataclasses
import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from jianbao import edtf, plainyaml
from jianbao.files import ranges
from jianbao.files.document import Chunk, Document, cut, made_of
from jianbao.files.markdown import visible
from jianbao.model import BASES, KINDS, Article, Author, PlaceName, Source
from jianbao.problems import Fault, Problem

KEYS = tuple(field.name for field in dataclasses.fields(Article) if field.name != "body")
_FLOW = ("authors", "places", "tags", "source", "aliases", "review")
_LISTS = ("regions", "also", "tags", "aliases", "review")
_ID = re.compile(r"[a-z0-9._-]{1,100}")
_NAME_BYTES = 120
Printed = Mapping[str, Sequence[int]]  # page path to its non-blank lines: a range of lines runs over the blank ones
_NONE: Printed = MappingProxyType({})


def document(article: Article, printed: Printed = _NONE) -> Document:
    """Returns the document of an article; empty keys are left out. printed: the non-blank lines of its pages."""
    chunks = []
    for key in KEYS:
        value = _plain(article, key, printed)
        if value:
            chunks.append(Chunk(key, plainyaml.write(key, value, flow=key in _FLOW)))
    return made_of(chunks, article.body)


def file_name(article: Article) -> str:
    """Returns the name of an article's file: the line it begins on and its headline, safe on every system.

    >>> file_name(Article(id='p-7', title='杭州有了“小哥学院”?', source=Source('p.txt', (7, 9))))
    '007-杭州有了-小哥学院.md'
    """
    kept = "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in article.title)
    words = "-".join(kept.split())
    while len(words.encode()) > _NAME_BYTES:
        words = words[:-1]
    number = article.id.rpartition("-")[2]
    return f"{number.zfill(3)}-{words or 'article'}.md"


def read(text: str, where: str) -> tuple[Article, list[Problem]]:
    """Returns the article that a file's text holds and what is wrong with it; an id that is missing or not ASCII
    comes back as ''. Raises Fault when there is no front matter to read."""
    cut_up = cut(text)
    value, lines = front(cut_up)
    reader = _Reader(where, lines)
    fields = {key: reader.field(key, given) for key, given in value.items() if reader.known(key)}
    fields = {key: given for key, given in fields.items() if given}
    fields.setdefault("id", "")
    if not fields.get("title"):
        reader.wrong("title", "The article has no title.", "Write `title: …`.")
        fields["title"] = "(无题)"
    return Article(**fields, body=cut_up.body), reader.problems


def front(document: Document) -> tuple[dict[str, Any], dict[str, int]]:
    """Returns the front matter of a document and each key's line in the file. Raises Fault with the file's line."""
    try:
        value, lines = plainyaml.read(document.front)
    except Fault as fault:
        raise Fault(fault.what, fault.remedy, fault.line + 1 if fault.line else 0) from None
    if not isinstance(value, dict):
        raise Fault("The front matter is no list of keys.", "Write `key: value` on each line.", 2)
    return value, {key: line + 1 for key, line in lines.items()}


def _plain(article: Article, key: str, printed: Printed) -> Any:
    value = getattr(article, key)
    if isinstance(value, Source):
        parts = [{"page": one.page, "lines": ranges.write(one.lines, printed.get(one.page, ()))} for one in value.parts]
        return parts if value.further else parts[0] if parts else ""
    if key == "authors":
        named = [{"name": visible(one.name), "role": visible(one.role)} for one in value]
        return [{key: text for key, text in one.items() if text} for one in named]
    if key == "places":
        return [{"name": visible(one.name), "is": visible(one.region)} for one in value]
    return [visible(one) for one in value] if isinstance(value, tuple) else visible(value)


class _Reader:
    """Turns texts into fields of one article, and collects what is wrong."""

    def __init__(self, where: str, lines: dict[str, int]) -> None:
        self.where, self.lines = where, lines
        self.problems: list[Problem] = []

    def wrong(self, key: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.where, self.lines.get(key, 1), what, remedy))

    def known(self, key: str) -> bool:
        if key in KEYS:
            return True
        close = difflib.get_close_matches(key, KEYS, 1, 0.6)
        self.wrong(key, f'The key "{key}" is not known.', f'Did you mean "{close[0]}"?' if close else "Take it out.")
        return False

    def field(self, key: str, given: Any) -> Any:
        if key in _LISTS:
            return self._texts(key, given)
        if key == "authors":
            return self._authors(given)
        if key == "places":
            return self._places(given)
        if key == "source":
            return self._source(given)
        if not isinstance(given, str):
            self.wrong(key, f'"{key}" must be a text.', "Write it on one line.")
            return ""
        return self._checked(key, given.strip())

    def _checked(self, key: str, text: str) -> str:
        if key == "date" and text:
            try:
                edtf.parse(text)
            except Fault as fault:
                self.wrong(key, fault.what, fault.remedy)
                return ""
        if key == "kind" and text not in KINDS:
            self.wrong(key, f'"{text}" is no kind of article.', f"Write one of {', '.join(KINDS)}.")
            return "other"
        if key == "date_basis" and text and text not in BASES:
            self.wrong(key, f'"{text}" is no basis of a date.', f"Write one of {', '.join(BASES)}.")
        if key == "id" and text and not _ID.fullmatch(text):
            self.wrong(key, f'The id "{text}" is not made of a-z, 0-9, ".", "_" and "-".', "Give another id.")
            return ""
        return text

    def _texts(self, key: str, given: Any) -> tuple[str, ...]:
        items = [given] if isinstance(given, str) else given
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self.wrong(key, f'"{key}" must be a list of texts.', "Write each on a line of its own after a hyphen.")
            return ()
        return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))

    def _authors(self, given: Any) -> tuple[Author, ...]:
        found = []
        for item in given if isinstance(given, list) else [given]:
            if isinstance(item, str) and item.strip():
                found.append(Author(item.strip()))
            elif isinstance(item, dict) and isinstance(item.get("name"), str) and set(item) <= {"name", "role"}:
                found.append(Author(item["name"].strip(), str(item.get("role", "")).strip()))
            elif item:
                self.wrong("authors", f"{item!r} is no author.", "Write {name: …, role: …}.")
        return tuple(found)

    def _places(self, given: Any) -> tuple[PlaceName, ...]:
        found = []
        for item in given if isinstance(given, list) else [given]:
            if (
                isinstance(item, dict)
                and set(item) == {"name", "is"}
                and all(isinstance(i, str) for i in item.values())
            ):
                found.append(PlaceName(item["name"].strip(), item["is"].strip()))
            else:
                self.wrong(
                    "places", f"{item!r} is no name of a place.", "Write {name: 江干区, is: 浙江省/杭州市/上城区}."
                )
        return tuple(found)

    def _source(self, given: Any) -> Source:
        """One page and its lines, or a list of them where an article goes on on another page."""
        first, *further = (
            [self._part(one) for one in given] if isinstance(given, list) and given else [self._part(given)]
        )
        return replace(first, further=tuple(one for one in further if one.page))

    def _part(self, given: Any) -> Source:
        """{page: 01.txt, lines: 7-23, 109} without quotes is what people write; YAML makes 109 a key of its own."""
        texts = given if isinstance(given, dict) and all(isinstance(one, str) for one in given.values()) else None
        more = [key for key in texts or () if key not in ("page", "lines")]
        if texts is None or any(texts[key] for key in more):
            self.wrong("source", "The source cannot be read.", "Write {page: 01.txt, lines: 7-23}.")
            return Source()
        try:
            return Source(texts.get("page", ""), ranges.read(", ".join([texts.get("lines", ""), *more])))
        except Fault as fault:
            self.wrong("source", fault.what, fault.remedy)
            return Source(texts.get("page", ""))
