"""Views of the date index: all years, a year, a month, a day, the undated.

Takes the archive and a shelf, gives what its template shows: a wall calendar whose days with a paper lead to them, and
the pieces whose date is no more exact than the shelf."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.marks import mark
from jianbao.archive.runs import Issue
from jianbao.archive.stand import UNDATED
from jianbao.archive.terms import Term
from jianbao.model import Article
from jianbao.render import calendars, days
from jianbao.render.calendars import Day, HeatMap, Month
from jianbao.render.division import PART, as_slice, numbered, parts_of
from jianbao.render.frames import (
    Entry,
    Frame,
    Group,
    Link,
    date_crumbs,
    date_link,
    entries,
    frame,
    further,
    uncounted,
    weighed,
)
from jianbao.render.leaf import Leaf
from jianbao.render.pieces import page_name
from jianbao.said import say, spaced

LONG = 120  # a year or month with more pieces than this leaves them to its months or days
MANY_YEARS = 100  # from then on the index leaves the months to the pages of the years
_VAGUE = {0: say("月份不详"), 1: say("日不详")}


Beside = tuple[Term | None, Term | None]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the date index. months: twelve links, those without a paper lead nowhere, with a note where all dates
    are inferred; loose: month not known."""

    head: Link
    months: tuple[Link, ...]
    loose: int


@dataclass(frozen=True, slots=True)
class DatesView:
    """The date index. every_year: there are days to look back on."""

    frame: Frame
    years: tuple[Year, ...]
    undated: Link | None
    every_year: bool


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A year, month, day or the undated. months: its calendar; heat: a year as a picture; papers: of a day, each with
    its issue; loose: pieces whose date is no more exact, under the heading `vague`; groups: the other pieces, by month,
    day or newspaper page; parts: addresses of the parts of a list too long for a page, part: which of them this is."""

    frame: Frame
    weekday: str
    count: int
    months: tuple[Month, ...]
    heat: HeatMap | None
    papers: tuple[Link, ...]
    vague: str
    loose: tuple[Entry, ...]
    groups: tuple[Group, ...]
    previous: Link | None
    next: Link | None
    parts: tuple[str, ...] = ()
    part: int = 1


def dates_view(archive: Archive) -> DatesView:
    """Returns what the date index shows, the latest year first."""
    years = [_year(archive, term) for term in reversed(archive.dates.top()) if term.key != UNDATED]
    undated = archive.dates.terms.get(UNDATED)
    return DatesView(
        frame(archive, say("日期"), "dates"),
        tuple(replace(year, months=()) if len(years) > MANY_YEARS else year for year in years),
        date_link(archive, UNDATED) if undated else None,
        any(key.count("-") == 2 for key in archive.dates.terms),
    )


def _year(archive: Archive, term: Term) -> Year:
    months = (f"{term.key}-{month:02d}" for month in range(1, 13))
    found = (archive.dates.terms.get(key) for key in months)
    linked = tuple(_month_link(archive, shelf, days.month(no)) for no, shelf in enumerate(found, 1))
    return Year(Link(days.span(int(term.key)), term.address, len(term.articles)), linked, len(_loose(archive, term)))


def _month_link(archive: Archive, shelf: Term | None, text: str) -> Link:
    if shelf is None:
        return Link(text, "")
    return Link(text, shelf.address, len(shelf.articles), "inferred" if _all_inferred(archive, shelf) else "")


def _all_inferred(archive: Archive, term: Term) -> bool:
    return archive.tallies.all_inferred(term.articles)


def _loose(archive: Archive, term: Term) -> tuple[str, ...]:
    return tuple(id for id in term.articles if archive.stands[id].key == term.key)


def made_from(archive: Archive, term: Term, beside: Beside, lacking: Sequence[str] = ()) -> str:
    """Returns the mark of all that the pages of a shelf show. beside: the shelves of its kind before and after;
    lacking: the days of it that newspapers lack."""
    named = [one.key if one else "" for one in beside]
    missing = [f"{day} {paper}" for day in lacking for paper in archive.lacking[day]]
    return mark(term.key, named, missing, archive.marked(term.articles))


def shelf_views(archive: Archive, term: Term, beside: Beside, made_from: str) -> Iterator[Leaf]:
    """Yields the page of a shelf, and further parts of its list."""
    count = len(numbered(term.articles if _is_exact(term) else _loose(archive, term)))
    for number in range(1, count + 1):
        make = partial(_page, archive, term, beside, number)
        yield Leaf(links.part(term.address, number), "shelf.html", mark(made_from, str(count), str(number)), make)


def _is_exact(term: Term) -> bool:
    return term.key.count("-") == 2 or term.key == UNDATED


def _page(archive: Archive, term: Term, beside: Beside, number: int) -> ShelfView:
    chunks = numbered(term.articles if _is_exact(term) else _loose(archive, term))
    whole, chunk = _shelf_view(archive, term, beside), chunks[number - 1]
    view = whole if number == 1 else _further(whole, term.address, number)
    listed = by_page(archive, chunk) if _is_exact(term) else view.groups
    loose = () if _is_exact(term) else entries(archive, chunk)
    return replace(view, groups=listed, loose=loose, parts=parts_of(term.address, len(chunks)), part=number)


def _further(view: ShelfView, address: str, number: int) -> ShelfView:
    return replace(view, frame=further(view.frame, address, number), months=(), heat=None, groups=())


def _shelf_view(archive: Archive, term: Term, beside: Beside) -> ShelfView:
    above = [shelf.key for shelf in archive.dates.above(term)]
    title = date_link(archive, term.key).text
    previous, following = (uncounted(date_link(archive, shelf.key)) if shelf else None for shelf in beside)
    return ShelfView(
        frame=frame(archive, title, "dates", date_crumbs(archive, above)),
        weekday=days.weekday(term.key),
        count=len(term.articles),
        months=_months(archive, term),
        heat=_heat(archive, term),
        papers=tuple(_issues(archive, term)) if term.key.count("-") == 2 else (),
        vague=_VAGUE.get(term.key.count("-"), ""),
        loose=(),
        groups=_groups(archive, term),
        previous=previous,
        next=following,
    )


def _issues(archive: Archive, term: Term) -> Iterator[Link]:
    """The newspapers of a day, each with its issue and how many pieces that has."""
    for paper in sorted(archive.tallies.papers_of(term.articles)):
        issue = archive.issues[paper, term.key]
        yield Link(paper, issue_address(archive, issue), len(issue.pieces))


def issue_address(archive: Archive, issue: Issue) -> str:
    """Returns where an issue stands: on a page of its own, in the order of its newspaper pages; where none of these is
    held there is no such order, and it is a part of the day's list."""
    term = archive.newspapers.terms.get(issue.newspaper)
    if not term or is_paged(archive, issue):
        return links.beneath(term.address if term else links.UNNAMED, *as_slice(issue.key))
    shelf, own = archive.dates.terms[issue.key], set(issue.pieces)
    at = next(no for no, id in enumerate(shelf.articles) if id in own)
    return f"{links.part(shelf.address, at // PART + 1)}#{_place(term)}"


def is_paged(archive: Archive, issue: Issue) -> bool:
    """Returns whether an issue has a page of its own."""
    exact = issue.key.count("-") == 2
    return not exact or bool(issue.pages) or not archive.page_of.keys().isdisjoint(issue.pieces)


def _place(paper: Term) -> str:
    return paper.address.split("/")[1]


def _months(archive: Archive, term: Term) -> tuple[Month, ...]:
    keys = {0: term.children, 1: (term.key,)}.get(term.key.count("-"), ())
    return tuple(_month(archive, archive.dates.terms[key]) for key in keys)


def _month(archive: Archive, term: Term) -> Month:
    head = Link(days.month(int(term.key[-2:])), term.address, len(term.articles))
    found, loose = partial(_day, archive), len(_loose(archive, term))
    return calendars.month(term.key, head, loose, found, lambda paper: archive.newspapers.terms[paper].address)


def _day(archive: Archive, key: str, no: int) -> Day:
    term = archive.dates.terms.get(key)
    missing = archive.lacking.get(key, ())
    if not term:
        return Day(no, missing=missing)
    return Day(no, term.address, len(term.articles), _all_inferred(archive, term), missing)


def _heat(archive: Archive, term: Term) -> HeatMap | None:
    if term.key.count("-") or term.key == UNDATED:
        return None
    return calendars.heat_map(int(term.key), _year(archive, term).months, partial(_day, archive))


def _groups(archive: Archive, term: Term) -> tuple[Group, ...]:
    """The pieces of a year by month, those of a month by day, unless they are too many."""
    if term.key == UNDATED or term.key.count("-") == 2 or len(term.articles) > LONG:
        return ()
    below = archive.dates.below(term)
    return tuple(Group(date_link(archive, shelf.key), entries(archive, shelf.articles)) for shelf in below)


def by_page(archive: Archive, ids: Sequence[str]) -> tuple[Group, ...]:
    """Returns articles under the newspaper pages they stand on; those of no page under their newspaper."""
    held: dict[tuple[str, str], list[Article]] = {}
    for article in archive.taken(ids):
        held.setdefault((archive.page_of.get(article.id, ""), article.newspaper), []).append(article)
    return tuple(_page_group(archive, *owner, weighed(archive, pieces)) for owner, pieces in held.items())


def _page_group(archive: Archive, page_id: str, newspaper: str, pieces: tuple[Entry, ...]) -> Group:
    page = archive.pages.get(page_id)
    if page:
        return Group(Link(spaced(newspaper or say("报纸不详"), page_name(page)), links.page(page.id)), pieces)
    paper = archive.newspapers.terms.get(newspaper)
    head = Link(newspaper or say("报纸不详"), paper.address if paper else "")
    return Group(head, pieces, _place(paper) if paper else "")
