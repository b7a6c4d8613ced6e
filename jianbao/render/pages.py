"""The view of a newspaper page (版面): its pieces by weight, its furniture, and its text line by line.

Takes the archive and a page, gives what the template shows. Every line of the text says where it went: to a piece, to
the furniture, to the repeats, or nowhere, which is a mistake that a reader of the page should see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.marks import mark
from jianbao.archive.order import FiledPage
from jianbao.archive.stand import stand
from jianbao.chinese.typeset import typeset
from jianbao.model import Article, Line
from jianbao.render import days
from jianbao.render.frames import Entry, Frame, Link, frame, weighed
from jianbao.render.pieces import Clue, clues, line_spans, page_name
from jianbao.said import say, spaced


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of the page as it came. gap: blank lines stand above it; role: what it is when it is in no piece."""

    no: int
    text: str
    gap: bool
    role: str
    pieces: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page's furniture, or a repeat. role: masthead, advert, standing_head, page_furniture, repeat."""

    role: str
    lines: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The scan of a page: where, and its size in pixels, so that nothing moves when it comes."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PageView:
    """A newspaper page. continued: pieces of other pages that go on here, each with the name of its own page as note;
    lines: empty when its text is no longer there; scan: None when there is no picture of it."""

    frame: Frame
    newspaper: Link | None
    date: Link | None
    weekday: str
    date_basis: str
    clues: tuple[Clue, ...]
    folio: str
    section: str
    file: str
    encoding: str
    pieces: tuple[Entry, ...]
    continued: tuple[Link, ...]
    furniture: tuple[Part, ...]
    lines: tuple[RawLine, ...]
    scan: Picture | None
    previous: Link | None
    next: Link | None


def page_view(archive: Archive, page: FiledPage, beside: tuple[FiledPage | None, FiledPage | None]) -> PageView:
    """Returns what the page of a newspaper page shows. beside: the pages of its newspaper before and after it."""
    facts = page.facts
    pieces = archive.taken(archive.pieces[page.id])
    continued = archive.taken(archive.continued[page.id])
    paper = archive.newspapers.terms.get(facts.newspaper)
    shelf = archive.dates.terms.get(stand(facts.date).key)
    before, after = (_named(archive, other) for other in beside)
    return PageView(
        frame=frame(
            archive, whole_name(archive, page), "newspapers", _crumbs(archive, page), page_name(page) or say("版面")
        ),
        newspaper=Link(facts.newspaper, paper.address if paper else "") if facts.newspaper else None,
        date=Link(days.date(facts.date), shelf.address if shelf else "") if facts.date else None,
        weekday=days.weekday(facts.date),
        date_basis=facts.date_basis,
        clues=clues(page, "date") if facts.date_basis != "cataloguer" else (),
        folio=facts.folio,
        section=facts.section,
        file=facts.page,
        encoding=facts.encoding,
        pieces=weighed(archive, pieces),
        continued=tuple(_from(archive, article) for article in continued),
        furniture=_furniture(page),
        lines=_lines(page, (*pieces, *continued)),
        scan=_picture(page),
        previous=before,
        next=after,
    )


def made_from(archive: Archive, page: FiledPage, beside: tuple[FiledPage | None, FiledPage | None]) -> str:
    """Returns the mark of all that the page of a newspaper page shows."""
    near = [other.id for other in beside if other]
    paper = archive.newspapers.terms.get(page.facts.newspaper)
    shelf = archive.dates.terms.get(stand(page.facts.date).key)
    return mark(
        bool(beside[0]),
        [archive.page_marks[id] for id in (page.id, *near)],
        archive.marked(archive.pieces[page.id]),
        archive.marked(archive.continued[page.id]),
        [archive.marked(archive.pieces[id]) for id in near],
        paper.address if paper else "",
        shelf.address if shelf else "",
    )


def _picture(page: FiledPage) -> Picture | None:
    scan = page.scan
    return Picture(links.scan(page.id, scan.path), scan.width, scan.height) if scan else None


def _crumbs(archive: Archive, page: FiledPage) -> Iterable[Link]:
    shelf = archive.dates.terms.get(stand(page.facts.date).key)
    paper = archive.newspapers.terms.get(page.facts.newspaper)
    yield Link(say("日期"), links.DATES)
    if shelf:
        yield Link(days.date(page.facts.date), shelf.address)
    if paper:
        yield Link(paper.name, paper.address)


def _named(archive: Archive, page: FiledPage | None) -> Link | None:
    return Link(whole_name(archive, page), links.page(page.id)) if page else None


def whole_name(archive: Archive, page: FiledPage) -> str:
    """Returns what tells a page from all others: its newspaper, date and folio. Without a folio two pages of a month
    would be called alike, so its lead names it."""
    name = page_name(page) or lead(archive, page)
    return spaced(page.facts.newspaper or say("报纸不详"), days.date(page.facts.date), name)


def page_entry(archive: Archive, page: FiledPage) -> Link:
    """Returns a page as a list of its newspaper's pages shows it: by date and folio, with its lead."""
    name = spaced(days.date(page.facts.date), page_name(page))
    return Link(name, links.page(page.id), len(archive.pieces[page.id]), lead(archive, page))


def lead(archive: Archive, page: FiledPage) -> str:
    """Returns the headline of the longest piece of a page, '' when it has none."""
    longest = archive.longest(archive.pieces[page.id], 1)
    return typeset(archive.articles[longest[0]].title) if longest else ""


def _from(archive: Archive, article: Article) -> Link:
    home = archive.pages.get(archive.page_of.get(article.id, ""))
    return Link(article.title, links.article(article.id), note=page_name(home) if home else "")


def _furniture(page: FiledPage) -> tuple[Part, ...]:
    parts = [Part(part.role, line_spans(part.lines), part.text) for part in page.facts.furniture]
    return (*parts, *(Part("repeat", str(repeat.line), repeat.text) for repeat in page.facts.repeats))


def _lines(page: FiledPage, pieces: Sequence[Article]) -> tuple[RawLine, ...]:
    roles = {line: part.role for part in page.facts.furniture for line in part.lines}
    roles |= {repeat.line: "repeat" for repeat in page.facts.repeats if repeat.whole}
    owners: dict[int, list[Link]] = {}
    for piece in pieces:
        for line in piece.source.on(page.facts.page):
            owners.setdefault(line, []).append(Link(typeset(piece.title), links.article(piece.id)))
    return tuple(_line(line, roles, owners) for line in page.lines)


def _line(line: Line, roles: Mapping[int, str], owners: Mapping[int, list[Link]]) -> RawLine:
    held = tuple(owners.get(line.no, ()))
    return RawLine(line.no, line.text, line.gap > 0, "" if held else roles.get(line.no, "lost"), held)
