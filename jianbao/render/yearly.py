"""Views of a day of any year: what appeared on 8 December, whatever the year.

Takes the archive, gives a page for each day of the calendar that some year has a paper for, and the calendar itself.
Which day today is no built page can know: a script on the home page leads to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.marks import mark
from jianbao.archive.terms import Term
from jianbao.render import days
from jianbao.render.frames import Frame, Group, Link, date_link, entry, frame, weighed
from jianbao.render.leaf import Leaf
from jianbao.said import say, spaced

_EACH = 4  # headlines of a year, fewer where many years have the day
_ALL = 120  # headlines of a page
NAME = say("历史上的今天")
_LEAP = 2000  # a year that has a 29 February


@dataclass(frozen=True, slots=True)
class EveryYearView:
    """The calendar of days that some year has a paper for. months: each with its days, those without lead nowhere."""

    frame: Frame
    months: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of any year. groups: of each year, the earliest first, the weightiest pieces."""

    frame: Frame
    groups: tuple[Group, ...]
    previous: Link | None
    next: Link | None


def days_held(archive: Archive) -> dict[tuple[int, int], tuple[Term, ...]]:
    """Returns by month and day the shelves of that day, the earliest year first."""
    found: dict[tuple[int, int], list[Term]] = {}
    for key, term in archive.dates.terms.items():
        if key.count("-") == 2:
            _, month, day = (int(part) for part in key.split("-"))
            found.setdefault((month, day), []).append(term)
    return {key: tuple(found[key]) for key in sorted(found)}


def day_views(archive: Archive) -> Iterator[Leaf]:
    """Yields the pages of the days of any year."""
    held = days_held(archive)
    named = [None, *(_link(key) for key in held), None]
    for key, before, after in zip(held, named, named[2:], strict=False):
        marks = [mark(term.key, archive.marked(term.articles)) for term in held[key]]
        made_from = mark(repr((key, before, after)), marks)
        make = partial(_day_view, archive, key, held[key], (before, after))
        yield Leaf(links.every_year(*key), "day.html", made_from, make)


def _day_view(
    archive: Archive, key: tuple[int, int], terms: Sequence[Term], beside: tuple[Link | None, Link | None]
) -> DayView:
    name = days.every_year(*key)
    own = frame(archive, spaced(NAME, name), "dates", _CRUMBS, name)
    return DayView(own, _groups(archive, terms), *beside)


_CRUMBS = (Link(say("日期"), links.DATES), Link(NAME, links.EVERY_YEAR))


def _link(key: tuple[int, int]) -> Link:
    return Link(days.every_year(*key), links.every_year(*key))


def _groups(archive: Archive, terms: Sequence[Term]) -> tuple[Group, ...]:
    each = max(1, min(_EACH, _ALL // len(terms)))
    return tuple(_group(archive, term, each) for term in terms)


def _group(archive: Archive, term: Term, each: int) -> Group:
    """The day of one year: its weightiest pieces, in the order of the page."""
    heavy = set(archive.longest(term.articles, each))
    shown = archive.taken(id for id in term.articles if id in heavy)
    entries = weighed(archive, shown) if each > 1 else [entry(archive, piece) for piece in shown]
    return Group(date_link(archive, term.key), tuple(entries))


def every_year_view(archive: Archive) -> EveryYearView:
    """Returns what the calendar of days of any year shows."""
    held = days_held(archive)
    return EveryYearView(
        frame(archive, NAME, "dates", _CRUMBS[:1]),
        tuple((days.month(month), tuple(_month(held, month))) for month in range(1, 13)),
    )


def _month(held: Mapping[tuple[int, int], object], month: int) -> Iterator[Link]:
    for day in sorted(day for week in days.weeks(_LEAP, month) for day in week if day):
        yield Link(str(day), links.every_year(month, day) if (month, day) in held else "")
