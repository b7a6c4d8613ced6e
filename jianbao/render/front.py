"""Views of the home page, of the list of newspaper pages, and of the page about the archive.

Takes the archive, gives what the templates show. These and the indexes alone may count the whole archive."""

from dataclasses import dataclass

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.order import FiledPage
from jianbao.archive.stand import UNDATED, stand
from jianbao.archive.terms import Term
from jianbao.render import days
from jianbao.render.finding import INDEXES
from jianbao.render.frames import Entry, Frame, Link, date_link, frame, term_link, weighed
from jianbao.render.pages import page_entry
from jianbao.render.pieces import page_name
from jianbao.said import say

LATEST = 6  # front pages on the home page
MANY = 12  # terms of a facet named on the home page


@dataclass(frozen=True, slots=True)
class Figures:
    """What the archive holds. first, last: the earliest and latest date in words, '' when none is known."""

    newspapers: int
    pages: int
    pieces: int
    authors: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A newspaper page on the home page."""

    head: Link
    newspaper: str
    date: Link | None
    weekday: str
    inferred: bool
    pieces: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page: what the archive holds, its latest pages (or pieces, when it has no pages), the entrances."""

    frame: Frame
    note: str
    figures: Figures
    fronts: tuple[FrontPage, ...]
    loose: tuple[Entry, ...]
    years: tuple[Link, ...]
    regions: tuple[Link, ...]
    tags: tuple[Link, ...]
    newspapers: tuple[Link, ...]
    authors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PagesView:
    """All newspaper pages, by newspaper."""

    frame: Frame
    papers: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class AboutView:
    """About the archive. report: an address for mistakes, '' when none may be linked; contact: what was written."""

    frame: Frame
    about: str
    rights: str
    contact: str
    report: str
    figures: Figures


def home_view(archive: Archive) -> HomeView:
    """Returns what the home page shows."""
    latest = sorted(archive.pages.values(), key=_latest, reverse=True)[:LATEST]
    loose = () if latest else archive.taken(tuple(archive.articles)[::-1][:24])
    years = [term for term in reversed(archive.dates.top()) if term.key != UNDATED][:MANY]
    return HomeView(
        frame=frame(archive, archive.settings.title),
        note=archive.settings.note,
        figures=_figures(archive),
        fronts=tuple(_front(archive, page) for page in latest),
        loose=weighed(archive, loose),
        years=tuple(date_link(archive, term.key) for term in years) + _undated(archive),
        regions=_most(_regions(archive)),
        tags=_most(tuple(term for term in archive.tags.terms.values() if not term.children)),
        newspapers=_most(tuple(archive.newspapers.terms.values())),
        authors=_most(tuple(archive.authors.terms.values())),
    )


def _latest(page: FiledPage) -> tuple[str, str]:
    first = stand(page.facts.date).first
    return "" if first == "9999" else first, page.id


def _undated(archive: Archive) -> tuple[Link, ...]:
    return (date_link(archive, UNDATED),) if UNDATED in archive.dates.terms else ()


def _most(terms: tuple[Term, ...]) -> tuple[Link, ...]:
    """Returns the terms with most pieces, the fullest first."""
    return tuple(term_link(term) for term in sorted(terms, key=lambda term: (-len(term.articles), term.key))[:MANY])


def _front(archive: Archive, page: FiledPage) -> FrontPage:
    facts = page.facts
    shelf = archive.dates.terms.get(stand(facts.date).key)
    return FrontPage(
        head=Link(page_name(page), links.page(page.id)),
        newspaper=facts.newspaper or say("报纸不详"),
        date=Link(days.date(facts.date), shelf.address if shelf else "") if facts.date else None,
        weekday=days.weekday(facts.date),
        inferred=stand(facts.date, facts.date_basis).inferred,
        pieces=weighed(archive, archive.taken(archive.pieces[page.id])),
    )


def _regions(archive: Archive) -> tuple[Term, ...]:
    """Returns the provinces, and the cities of the one with most pieces."""
    top = archive.regions.top()
    most = max(top, key=lambda term: len(term.articles), default=None)
    return (*top, *(archive.regions.below(most) if most else ()))


def _figures(archive: Archive) -> Figures:
    dated = [id for id in archive.articles if archive.stands[id].year is not None]
    span = [days.date(archive.stands[dated[at]].key) if dated else "" for at in (0, -1)]
    return Figures(
        len(archive.newspapers.terms),
        len(archive.pages),
        len(archive.articles),
        len(archive.authors.terms),
        span[0],
        span[1],
    )


def pages_view(archive: Archive) -> PagesView:
    """Returns what the list of newspaper pages shows."""
    papers: dict[str, list[Link]] = {}
    for page in archive.pages.values():
        papers.setdefault(page.facts.newspaper or say("报纸不详"), []).append(page_entry(archive, page))
    shown = tuple((paper, tuple(held)) for paper, held in papers.items())
    return PagesView(frame(archive, say("全部版面"), "newspapers", [Link(say("报纸"), INDEXES["newspapers"])]), shown)


def about_view(archive: Archive) -> AboutView:
    """Returns what the page about the archive shows."""
    settings = archive.settings
    return AboutView(
        frame(archive, say("关于"), "about"),
        settings.about,
        settings.rights,
        settings.report,
        links.outside(settings.report),
        _figures(archive),
    )
