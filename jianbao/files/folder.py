"""One folder of content/articles as values: what stands there, whose it is, and what to write.

Texts in, texts out; the disk is the shelf's. An article is known by the id inside its file, so a file may be renamed;
what the marks name and is not there was deleted by a person and stays deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jianbao.files import article as articles
from jianbao.files import marks as marking
from jianbao.files import pagefile
from jianbao.files.document import Document, cut
from jianbao.files.marks import Marks, Written
from jianbao.files.merge import changed_by_people, fresh, merge
from jianbao.model import Article, PageFacts
from jianbao.problems import Fault, Problem

PAGE = "page.md"


@dataclass(frozen=True, slots=True)
class Held:
    """One article file that stands there. article: None when its front matter cannot be read; marks: what we wrote
    last, empty for a file typed by a person; people: the keys that people changed."""

    name: str
    id: str
    document: Document | None
    article: Article | None
    marks: Mapping[str, str]
    people: frozenset[str]
    lines: tuple[int, ...]

    @property
    def owns_lines(self) -> bool:
        """Did a person say which lines of the page it holds?"""
        return not self.marks or "source" in self.people

    @property
    def untouched(self) -> bool:
        """Is every word of it still the program's?"""
        return bool(self.marks) and not self.people


@dataclass(frozen=True, slots=True)
class Folder:
    """What stands in the folder of one page. writable: marks are there, or nothing is; deleted: articles that people
    took away; page: page.md; known: the page facts that people corrected in it; set_aside: the lines that people made
    furniture or repeats."""

    id: str
    writable: bool
    held: tuple[Held, ...] = ()
    deleted: Mapping[str, Written] | None = None
    page: Document | None = None
    page_marks: Mapping[str, str] | None = None
    known: Mapping[str, str] | None = None
    set_aside: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()


def open_folder(folder_id: str, texts: Mapping[str, str]) -> Folder:
    """Returns a folder from the texts of its files, by name."""
    where = f"articles/{folder_id}"
    names = sorted(name for name in texts if name.endswith(".md") and name != PAGE)
    try:
        if marking.NAME not in texts and (names or PAGE in texts):
            raise marking.lost()
        marks = marking.read(texts[marking.NAME]) if marking.NAME in texts else Marks()
    except Fault as fault:
        return Folder(folder_id, False, problems=(fault.problem(f"{where}/{marking.NAME}"),))
    held = tuple(_held(name, texts[name], marks) for name in names)
    there = {one.id for one in held}
    deleted = {key: written for key, written in marks.articles.items() if key not in there}
    page, known, set_aside = _page(texts.get(PAGE), marks)
    return Folder(folder_id, True, held, deleted, page, marks.page, known, set_aside)


def _held(name: str, text: str, marks: Marks) -> Held:
    by_name = {written.file: key for key, written in marks.articles.items()}
    try:
        article, _ = articles.read(text, name)
        document = cut(text)
    except Fault:  # told when the article is loaded; here the file is left as it is
        key = by_name.get(name, "")
        last = marks.articles.get(key)
        marked, lines = (last.chunks, last.lines) if last else ({}, ())
        return Held(name, key, None, None, marked, frozenset(["unreadable"]), lines)
    written = marks.articles.get(article.id)
    chunks = written.chunks if written else {}
    people = changed_by_people(document, chunks)
    return Held(name, article.id, document, article, chunks, people, article.source.lines)


def _page(text: str | None, marks: Marks) -> tuple[Document | None, dict[str, str], frozenset[int]]:
    if text is None:
        return None, {}, frozenset()
    try:
        facts, _ = pagefile.read(text, PAGE)
        document = cut(text)
    except Fault:
        return None, {}, frozenset()
    people = changed_by_people(document, marks.page)
    furniture = [no for one in facts.furniture if "furniture" in people for no in one.lines]
    repeats = [one.line for one in facts.repeats if "repeats" in people and one.whole]
    known = {key: getattr(facts, key) for key in pagefile.CORRECTABLE if key in people}
    return document, known, frozenset(furniture + repeats)


def write_folder(
    folder: Folder, facts: PageFacts, new: Sequence[tuple[Article, Held | None]], page_lines: Sequence[int]
) -> dict[str, str | None]:
    """Returns the files to write by name, None for one to remove. `new`: each article with the file that holds it."""
    files: dict[str, str | None] = {}
    written: dict[str, Written] = dict(folder.deleted or {})
    taken = {one.name for one in folder.held} | {PAGE}
    kept_ids = {held.id for _, held in new if held}
    for one in folder.held:
        if one.id not in kept_ids and one.untouched:
            files[one.name] = None
        elif one.id not in kept_ids and one.marks:
            written[one.id] = Written(one.name, one.lines, one.marks)
    for article, held in new:
        if held and not held.marks:  # typed by a person: never written
            continue
        name, text, chunks = _article_file(article, held, taken, page_lines)
        taken.add(name)
        files[name] = text
        written[article.id] = Written(name, article.source.lines, chunks)
    page_text, page_chunks = _page_file(folder, facts, page_lines)
    if page_text:
        files[PAGE] = page_text
    files[marking.NAME] = marking.write(Marks(page_chunks, written))
    return files


def _article_file(
    article: Article, held: Held | None, taken: set[str], page_lines: Sequence[int]
) -> tuple[str, str, Mapping[str, str]]:
    ours = articles.document(article, page_lines)
    if held and held.document:
        merged = merge(held.document, held.marks, ours)
        return held.name, merged.document.text(), merged.marks
    merged = fresh(ours)
    name = articles.file_name(article)
    while name in taken:
        name = name.removesuffix(".md") + "-2.md"
    return name, merged.document.text(), merged.marks


def _page_file(folder: Folder, facts: PageFacts, page_lines: Sequence[int]) -> tuple[str, Mapping[str, str]]:
    ours = pagefile.document(facts, page_lines)
    if folder.page:
        merged = merge(folder.page, folder.page_marks or {}, ours)
        return merged.document.text(), merged.marks
    if folder.page_marks:  # a person took page.md away, or it cannot be read: it stays as it is
        return "", folder.page_marks
    merged = fresh(ours)
    return merged.document.text(), merged.marks


def with_aliases(article: Article, held: Held | None, gone: Sequence[Held]) -> Article:
    """Returns the article under the id it was given once, answering for the articles that were merged into it."""
    before = held.article.aliases if held and held.article else ()
    aliases = [*before, *(key for one in gone for key in (one.id, *(one.article.aliases if one.article else ())))]
    article = replace(article, aliases=tuple(dict.fromkeys(aliases)))
    return replace(article, id=held.id) if held else article
