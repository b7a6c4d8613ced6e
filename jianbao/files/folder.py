"""One folder of content/articles as values: what stands there, and whose it is.

Texts in, values out; the disk is the shelf's. An article is known by the id inside its file, so a file may be renamed;
what the marks name and is not there was deleted by a person and stays deleted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jianbao.files import marks as marking
from jianbao.files import pagefile
from jianbao.files.document import Document, cut
from jianbao.files.held import Held, held
from jianbao.files.marks import Marks, Written
from jianbao.files.merge import changed_by_people
from jianbao.problems import Fault, Problem

PAGE = "page.md"


@dataclass(frozen=True, slots=True)
class PageHeld:
    """page.md as it stands. document: None when there is none; known: the page facts that people corrected in it;
    set_aside: the lines that people made furniture or repeats; decided: they also decided about its lines."""

    document: Document | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    set_aside: frozenset[int] = frozenset()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """What stands in the folder of one page. writable: marks are there, or nothing is, and page.md can be read;
    deleted: articles that people took away; page_marks: of page.md."""

    id: str
    writable: bool
    held: tuple[Held, ...] = ()
    deleted: Mapping[str, Written] = field(default_factory=dict)
    page: PageHeld = field(default_factory=PageHeld)
    page_marks: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def open_folder(folder_id: str, texts: Mapping[str, str], page: str) -> Folder:
    """Returns a folder from the texts of its files, by name. page: the path of its page below content/pages."""
    where = f"articles/{folder_id}"
    names = _article_files(texts)
    try:
        if marking.NAME not in texts and (names or PAGE in texts):
            raise marking.lost()
        marks = marking.read(texts[marking.NAME]) if marking.NAME in texts else Marks()
    except Fault as fault:
        return _closed(folder_id, texts, page, fault.problem(f"{where}/{marking.NAME}"))
    try:
        page_held = _page(texts.get(PAGE), marks)
    except Fault as fault:  # its corrections are not known, so no article may be described without them
        return _closed(folder_id, texts, page, fault.problem(f"{where}/{PAGE}"))
    there = tuple(held(name, texts[name], marks, page) for name in names)
    ids = {one.id for one in there}
    gone = {key: one for key, one in marks.articles.items() if key not in ids and not one.pending}
    return Folder(folder_id, True, there, gone, page_held, marks.page)


def _article_files(texts: Mapping[str, str]) -> list[str]:
    return sorted(name for name in texts if name.endswith(".md") and name != PAGE)


def _closed(folder_id: str, texts: Mapping[str, str], page: str, problem: Problem) -> Folder:
    """Returns a folder in which nothing is written: all that stands in it counts as people's."""
    there = tuple(held(name, texts[name], Marks(), page) for name in _article_files(texts))
    return Folder(folder_id, False, there, problems=(problem,))


def _page(text: str | None, marks: Marks) -> PageHeld:
    if text is None:
        return PageHeld()
    facts, problems = pagefile.read(text, PAGE)
    wrong = {problem.line for problem in problems}
    document = cut(text)
    people = changed_by_people(document, marks.page)
    lines = pagefile.key_lines(document)
    corrected = [key for key in pagefile.CORRECTABLE if key in people and lines.get(key) not in wrong]
    furniture = [no for one in facts.furniture if "furniture" in people for no in one.lines]
    repeats = [one.line for one in facts.repeats if "repeats" in people and one.whole]
    known = {key: getattr(facts, key) for key in corrected}
    return PageHeld(document, known, frozenset(furniture + repeats), facts.decided)
