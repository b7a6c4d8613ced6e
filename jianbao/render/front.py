"""The view of the home page.

Takes the archive, gives what the template shows. This, the page about the archive and the indexes alone may count the
whole archive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.order import FiledPage
from jianbao.archive.runs import Issue
from jianbao.archive.stand import UNDATED
from jianbao.archive.terms import Term
from jianbao.render import days, yearly
from jianbao.render.frames import Entry, Frame, Link, date_link, frame, term_link, weighed
from jianbao.render.paper import UNNAMED
from jianbao.render.pieces import page_name
from jianbao.render.shelves import issue_address

LATEST = 6  # issues on the home page
FULL = 16  # pieces of an issue there
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
    """An issue on the home page: its first page. head: the page, or the issue where it has none; issue: with the number
    of its pages."""

    head: Link
    issue: Link
    newspaper: str
    date: Link | None
    weekday: str
    inferred: bool
    pieces: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page: what the archive holds, its latest issues, the entrances. today: the days of the calendar, 12-08,
    that some year has a paper for."""

    frame: Frame
    note: str
    figures: Figures
    fronts: tuple[FrontPage, ...]
    today: tuple[str, ...]
    years: tuple[Link, ...]
    regions: tuple[Link, ...]
    tags: tuple[Link, ...]
    newspapers: tuple[Link, ...]
    authors: tuple[Link, ...]


def home_view(archive: Archive) -> HomeView:
    """Returns what the home page shows."""
    dated = [issue for issue in archive.issues.values() if issue.key != UNDATED]
    issues = sorted(dated or archive.issues.values(), key=_latest, reverse=True)
    years = [term for term in reversed(archive.dates.top()) if term.key != UNDATED][:MANY]
    title = archive.settings.title
    return HomeView(
        frame=replace(frame(archive, title), summary=archive.settings.note or title),
        note=archive.settings.note,
        figures=figures(archive),
        fronts=tuple(_fronts(archive, issues)),
        today=tuple(f"{month:02d}-{day:02d}" for month, day in yearly.days_held(archive)),
        years=tuple(date_link(archive, term.key) for term in years) + _undated(archive),
        regions=_most(_regions(archive)),
        tags=_most(tuple(term for term in archive.tags.terms.values() if not term.children)),
        newspapers=_most(tuple(archive.newspapers.terms.values())),
        authors=_most(tuple(archive.authors.terms.values())),
    )


def _latest(issue: Issue) -> tuple[str, str]:
    return issue.key, issue.newspaper


def _fronts(archive: Archive, issues: Iterable[Issue]) -> Iterator[FrontPage]:
    """The first pages of the latest issues, each page once: one piece of it may be dated more exactly than the rest."""
    found: dict[str, FrontPage] = {}
    for issue in issues:
        page = archive.pages.get(next(iter(issue.pages), "") or archive.page_of.get(issue.pieces[0], ""))
        front = _front(archive, issue, page)
        found.setdefault(front.head.path, front)
        if len(found) == LATEST:
            break
    yield from found.values()


def _undated(archive: Archive) -> tuple[Link, ...]:
    return (date_link(archive, UNDATED),) if UNDATED in archive.dates.terms else ()


def _most(terms: tuple[Term, ...]) -> tuple[Link, ...]:
    """Returns the terms with most pieces, the fullest first."""
    return tuple(term_link(term) for term in sorted(terms, key=lambda term: (-len(term.articles), term.key))[:MANY])


def _front(archive: Archive, issue: Issue, page: FiledPage | None) -> FrontPage:
    """The first page of an issue; of one without pages the weightiest pieces."""
    pieces = archive.pieces[page.id] if page else issue.pieces
    heavy = set(archive.longest(pieces, FULL))
    shelf = archive.dates.terms.get(issue.key)
    return FrontPage(
        head=Link(page_name(page) if page else "", links.page(page.id) if page else issue_address(archive, issue)),
        issue=Link("", issue_address(archive, issue), len(issue.pages)),
        newspaper=issue.newspaper or UNNAMED,
        date=Link(_said(archive, issue, page), shelf.address if shelf else "") if issue.key != UNDATED else None,
        weekday=days.weekday(issue.key),
        inferred=issue.inferred,
        pieces=weighed(archive, archive.taken(id for id in pieces if id in heavy)),
    )


def _said(archive: Archive, issue: Issue, page: FiledPage | None) -> str:
    """The date as the page has it, 2023年3月前后 where the shelf is 2023年3月."""
    return days.date(page.facts.date if page else archive.articles[issue.pieces[0]].date)


def _regions(archive: Archive) -> tuple[Term, ...]:
    """Returns the provinces, and the cities of the one with most pieces."""
    top = archive.regions.top()
    most = max(top, key=lambda term: len(term.articles), default=None)
    return (*top, *(archive.regions.below(most) if most else ()))


def figures(archive: Archive) -> Figures:
    """Returns what the archive holds, in figures."""
    dated = archive.dated
    span = [days.date(archive.stands[dated[at]].key) if dated else "" for at in (0, -1)]
    return Figures(
        len(archive.newspapers.terms),
        len(archive.pages),
        len(archive.articles),
        len(archive.authors.terms),
        span[0],
        span[1],
    )
