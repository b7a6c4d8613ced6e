"""One article file that stands in a folder: what it holds, and whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from jianbao.files import article as articles
from jianbao.files.document import BODY, Document, cut
from jianbao.files.marks import Marks
from jianbao.files.merge import changed_by_people
from jianbao.model import Article, Source
from jianbao.problems import Fault


@dataclass(frozen=True, slots=True)
class Held:
    """One article file. document, article: None when its front matter cannot be read; marks: what we wrote last, empty
    for a file typed by a person; people: the keys that people changed; lines: of the page, as the file says now;
    written: the lines as we wrote them last; further: its lines on other pages, as the file says now."""

    name: str
    id: str
    document: Document | None
    article: Article | None
    marks: Mapping[str, str]
    people: frozenset[str]
    lines: tuple[int, ...]
    written: tuple[int, ...]
    further: tuple[Source, ...] = ()

    @property
    def stands_fast(self) -> bool:
        """Did a person say which lines it holds, or what its text is? Lines and text go together: neither follows the
        program alone. A file that cannot be read stands fast too."""
        return not self.marks or self.document is None or bool(self.people & {"source", BODY})

    @property
    def untouched(self) -> bool:
        """Is every word of it still the program's?"""
        return bool(self.marks) and self.document is not None and not self.people


def held(name: str, text: str, marks: Marks, page: str) -> Held:
    """Returns what stands in a file. page: the path of the folder's page; an article of other pages alone holds no
    line."""
    try:
        article, _ = articles.read(text, name)
    except Fault:  # told when the article is loaded; here the file is left as it is, known by its name
        return _unreadable(name, marks)
    document = cut(text)
    last = marks.articles.get(article.id)
    chunks = last.chunks if last else {}
    source = article.source
    lines = source.on(page) if source.page else source.lines
    further = tuple(part for part in source.parts if part.page != page) if lines else ()
    people = changed_by_people(document, chunks)
    return Held(name, article.id, document, article, chunks, people, lines, last.lines if last else lines, further)


def _unreadable(name: str, marks: Marks) -> Held:
    known = {written.file: key for key, written in marks.articles.items()}
    last = marks.articles.get(known.get(name, ""))
    lines, further = (last.lines, last.further) if last else ((), ())
    return Held(name, known.get(name, ""), None, None, last.chunks if last else {}, frozenset(), lines, lines, further)
