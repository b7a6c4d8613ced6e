"""Wall calendars: the months of a year with their days, and the same year as a heat map.

Takes a year or month and what is known of each day, gives the values that a template draws. Whose days these are, the
archive's or one newspaper's, is the caller's affair."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jianbao.archive.runs import spans
from jianbao.render import days
from jianbao.render.frames import Link
from jianbao.render.tilemap import Shade, legend, shade
from jianbao.said import listed, say

_FEW = 8  # days with a paper: fewer are seen at once on the wall calendar


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the wall calendar; no 0: a blank before the first; path '': no paper that day; missing: the newspapers
    that lack this day between others."""

    no: int
    path: str = ""
    count: int = 0
    inferred: bool = False
    missing: tuple[str, ...] = ()


Found = Callable[[str, int], Day]
"""The day of a date such as 2021-12-08, given its number too."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the wall calendar. loose: pieces of this month whose day is not known; gaps: of each newspaper that
    lacks days of it, which, in words."""

    head: Link
    days: tuple[Day, ...]
    loose: int
    gaps: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the heat map, in its column (week) and row (weekday). date: in words; shade: 1 to 4."""

    column: int
    row: int
    date: str
    path: str
    count: int
    shade: int
    inferred: bool


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A year as a picture. cells: the days with a paper; missing, blank: (column, row) of days that some newspaper
    lacks, and of the others without one; months: the column in which each begins; most: the fullest day."""

    cells: tuple[Cell, ...]
    missing: tuple[tuple[int, int], ...]
    blank: tuple[tuple[int, int], ...]
    months: tuple[tuple[int, Link], ...]
    legend: tuple[Shade, ...]
    columns: int
    most: Cell


def month(key: str, head: Link, loose: int, found: Found, papers: Callable[[str], str]) -> Month:
    """Returns a month of the wall calendar. papers: the address of a newspaper, for its gaps."""
    year, no = (int(part) for part in key.split("-"))
    wall = tuple(found(f"{key}-{day:02d}", day) if day else Day(0) for week in days.weeks(year, no) for day in week)
    return Month(head, wall, loose, tuple(_gaps(key, wall, papers)))


def _gaps(key: str, wall: Sequence[Day], papers: Callable[[str], str]) -> Iterator[Link]:
    """The days of a month that newspapers lack: 工人日报, 6日至8日、11日."""
    for paper in sorted({paper for day in wall for paper in day.missing}):
        lacked = [f"{key}-{day.no:02d}" for day in wall if paper in day.missing]
        yield Link(paper, papers(paper), note=said(lacked))


def said(lacked: Sequence[str]) -> str:
    """Returns days of one month in words.

    >>> str(said(['2021-12-03', '2021-12-04', '2021-12-07']))
    '3日至4日、7日'
    """
    return listed(_days(int(first[-2:]), int(last[-2:])) for first, last in spans(lacked))


def _days(first: int, last: int) -> str:
    return say("%(first)s日至%(last)s日", first=first, last=last) if last != first else say("%(day)s日", day=first)


def heat_map(year: int, months: Iterable[Link], found: Found) -> HeatMap | None:
    """Returns the heat map of a year, None when too few days have a paper to show anything. months: twelve links."""
    first = datetime.date(max(year, 1), 1, 1)
    offset = first.weekday()
    whole = [first + datetime.timedelta(day) for day in range((first.replace(month=12, day=31) - first).days + 1)]
    held = [(date, found(date.isoformat(), date.day)) for date in whole]
    most = max((day.count for _, day in held if day.path), default=0)
    if sum(bool(day.path) for _, day in held) < _FEW:
        return None
    cells: list[Cell] = []
    missing: list[tuple[int, int]] = []
    blank: list[tuple[int, int]] = []
    for at, (date, day) in enumerate(held):
        column, row = divmod(at + offset, 7)
        if day.path:
            dark = shade(day.count, most)
            cells.append(Cell(column, row, days.date(date.isoformat()), day.path, day.count, dark, day.inferred))
        else:
            (missing if day.missing else blank).append((column, row))
    starts = [(date.timetuple().tm_yday - 1 + offset) // 7 for date in whole if date.day == 1]
    return HeatMap(
        tuple(cells),
        tuple(missing),
        tuple(blank),
        tuple(zip(starts, months, strict=True)),
        legend({cell.shade for cell in cells}, most),
        (len(whole) + offset - 1) // 7 + 1,
        max(cells, key=lambda cell: cell.count),
    )
