"""Views of the date index: all years, a year, a month, a day, the undated.

Takes the archive and a shelf, gives what its template shows: a wall calendar whose days with a paper lead to them, and
the pieces whose date is no more exact than the shelf."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.runs import spans
from jianbao.archive.stand import UNDATED
from jianbao.archive.terms import Term
from jianbao.model import Article
from jianbao.render import days
from jianbao.render.frames import (
    Entry,
    Frame,
    Group,
    Link,
    date_crumbs,
    date_link,
    entries,
    frame,
    weighed,
)
from jianbao.render.pieces import page_name
from jianbao.said import listed, say, spaced

LONG = 120  # a year or month with more pieces than this leaves them to its months or days
_VAGUE = {0: say("月份不详"), 1: say("日子不详")}


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the wall calendar; no 0: a blank before the first; path '': no paper that day; missing: the newspapers
    that lack this day between others."""

    no: int
    path: str
    count: int
    inferred: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the wall calendar. loose: pieces of this month whose day is not known; gaps: of each newspaper that
    lacks days of it, which, in words."""

    head: Link
    days: tuple[Day, ...]
    loose: int
    gaps: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the date index. months: twelve links, those without a paper lead nowhere, with a note where all dates
    are inferred; loose: month not known."""

    head: Link
    months: tuple[Link, ...]
    loose: int


@dataclass(frozen=True, slots=True)
class DatesView:
    """The date index."""

    frame: Frame
    years: tuple[Year, ...]
    undated: Link | None


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A year, month, day or the undated. months: its calendar; loose: pieces whose date is no more exact, under
    the heading `vague`; groups: the other pieces, by month, day or newspaper page."""

    frame: Frame
    weekday: str
    count: int
    months: tuple[Month, ...]
    vague: str
    loose: tuple[Entry, ...]
    groups: tuple[Group, ...]
    previous: Link | None
    next: Link | None


def dates_view(archive: Archive) -> DatesView:
    """Returns what the date index shows, the latest year first."""
    years = [term for term in reversed(archive.dates.top()) if term.key != UNDATED]
    undated = archive.dates.terms.get(UNDATED)
    return DatesView(
        frame(archive, say("日期"), "dates"),
        tuple(_year(archive, term) for term in years),
        date_link(archive, UNDATED) if undated else None,
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
    return all(archive.stands[id].inferred for id in term.articles)


def _loose(archive: Archive, term: Term) -> tuple[str, ...]:
    return tuple(id for id in term.articles if archive.stands[id].key == term.key)


def shelf_view(archive: Archive, term: Term, beside: tuple[Term | None, Term | None]) -> ShelfView:
    """Returns what the page of a shelf shows. beside: the shelves of its kind before and after."""
    above = [shelf.key for shelf in archive.dates.above(term)]
    title = date_link(archive, term.key).text
    previous, following = (date_link(archive, shelf.key) if shelf else None for shelf in beside)
    return ShelfView(
        frame=frame(archive, title, "dates", date_crumbs(archive, above)),
        weekday=days.weekday(term.key),
        count=len(term.articles),
        months=_months(archive, term),
        vague=_VAGUE.get(term.key.count("-"), ""),
        loose=_loose_entries(archive, term),
        groups=_groups(archive, term),
        previous=previous,
        next=following,
    )


def _loose_entries(archive: Archive, term: Term) -> tuple[Entry, ...]:
    return entries(archive, _loose(archive, term)) if term.key.count("-") < 2 and term.key != UNDATED else ()


def _months(archive: Archive, term: Term) -> tuple[Month, ...]:
    months = {0: term.children, 1: (term.key,)}.get(term.key.count("-"), ())
    return tuple(_month(archive, archive.dates.terms[key]) for key in months)


def _month(archive: Archive, term: Term) -> Month:
    year, month = (int(part) for part in term.key.split("-"))
    wall = tuple(_day(archive, f"{term.key}-{no:02d}", no) for week in days.weeks(year, month) for no in week)
    head = Link(days.month(month), term.address, len(term.articles))
    return Month(head, wall, len(_loose(archive, term)), tuple(_gaps(archive, term.key, wall)))


def _gaps(archive: Archive, month: str, wall: Sequence[Day]) -> Iterator[Link]:
    """The days of a month that newspapers lack: 工人日报, 6日至8日、11日."""
    for paper in sorted({paper for day in wall for paper in day.missing}):
        lacked = [f"{month}-{day.no:02d}" for day in wall if paper in day.missing]
        note = listed(_days(int(first[-2:]), int(last[-2:])) for first, last in spans(lacked))
        yield Link(paper, archive.newspapers.terms[paper].address, note=note)


def _days(first: int, last: int) -> str:
    return say("%(first)s日至%(last)s日", first=first, last=last) if last != first else say("%(day)s日", day=first)


def _day(archive: Archive, key: str, no: int) -> Day:
    term = archive.dates.terms.get(key)
    missing = archive.lacking.get(key, ())
    if not term:
        return Day(no, "", 0, False, missing)
    return Day(no, term.address, len(term.articles), _all_inferred(archive, term), missing)


def _groups(archive: Archive, term: Term) -> tuple[Group, ...]:
    level = term.key.count("-")
    if level < 2 and len(term.articles) <= LONG and term.key != UNDATED:
        below = archive.dates.below(term)
        return tuple(Group(date_link(archive, shelf.key), entries(archive, shelf.articles)) for shelf in below)
    if level == 2 or term.key == UNDATED:
        return by_page(archive, term.articles)
    return ()


def by_page(archive: Archive, ids: Sequence[str]) -> tuple[Group, ...]:
    """Returns articles under the newspaper pages they stand on; those of no page under their newspaper."""
    held: dict[tuple[str, str], list[Article]] = {}
    for article in archive.taken(ids):
        held.setdefault((archive.page_of.get(article.id, ""), article.newspaper), []).append(article)
    return tuple(Group(_page_head(archive, *owner), weighed(archive, pieces)) for owner, pieces in held.items())


def _page_head(archive: Archive, page_id: str, newspaper: str) -> Link:
    page = archive.pages.get(page_id)
    if page:
        return Link(spaced(newspaper or say("报纸不详"), page_name(page)), links.page(page.id))
    paper = archive.newspapers.terms.get(newspaper)
    return Link(newspaper or say("报纸不详"), paper.address if paper else "")
