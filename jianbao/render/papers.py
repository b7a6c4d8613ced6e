"""Views of a newspaper: its run year by year, a year as a calendar, a month with its issues and their pages, an issue.

Takes the archive and a newspaper, gives what the template shows, page by page. Pages and pieces of no known newspaper
have the same pages under a name that says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.marks import mark
from jianbao.archive.runs import Issue
from jianbao.archive.stand import UNDATED
from jianbao.render import calendars, days
from jianbao.render.calendars import HeatMap, Month
from jianbao.render.division import Slice, as_slice, numbered, parts_of, slice_name
from jianbao.render.finding import INDEXES, NAMES
from jianbao.render.frames import Frame, Group, Link, frame, further
from jianbao.render.leaf import Leaf
from jianbao.render.pages import page_entry
from jianbao.render.paper import Paper
from jianbao.render.pieces import page_name
from jianbao.render.shelves import by_page
from jianbao.said import say, spaced

LATEST = 6  # issues on the page of a newspaper
_MANY = 300  # pages of a month: from then on its issues name them


@dataclass(frozen=True, slots=True)
class Run:
    """A year of a newspaper's run. head: with the number of its pieces; months: twelve links, those without a paper
    lead nowhere, with a note where all dates are inferred; lacking: days between issues that are not there."""

    head: Link
    issues: int
    pages: int
    lacking: int
    months: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """An issue in a list, with its pages; lead: its longest piece, when it has none."""

    head: Link
    weekday: str
    inferred: bool
    pages: tuple[Link, ...]
    lead: Link | None


@dataclass(frozen=True, slots=True)
class PaperView:
    """A newspaper, or a year, month or day of it. here: the slice shown, '' all; home: its region; count, issues,
    pages: how many; runs: its years; undated: where what has no year stands; walls, heat: the calendar of a year, of a
    month its one wall; latest: the newest issues, of a month all; empty: pages without pieces whose date is no more
    exact than the slice; groups: the pieces of which this is true, by page; parts: the addresses of the parts of that
    list, part: which of them this is."""

    frame: Frame
    name: str
    home: str
    here: str
    weekday: str
    count: int
    issues: int
    pages: int
    runs: tuple[Run, ...] = ()
    undated: Link | None = None
    walls: tuple[Month, ...] = ()
    heat: HeatMap | None = None
    latest: tuple[IssueEntry, ...] = ()
    empty: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    parts: tuple[str, ...] = ()
    part: int = 1


def years(paper: Paper) -> Iterator[tuple[Slice, str]]:
    """Yields the years of a newspaper, and () for its own page, each with the mark of all that its pages show."""
    told = {year: mark(*_stock(paper, paper.slices[year])) for year in paper.years if year}
    for year, keys in paper.years.items():
        beside = [f"{key} {paper.beside.get(key)!r}" for key in keys]
        yield year, mark(_head(paper), beside, paper.lacks_in(year), *([told[year]] if year else told.values()))


def _head(paper: Paper) -> str:
    return mark(paper.name, paper.index, repr(paper.term.note if paper.term else ""))


def paper_views(archive: Archive, paper: Paper, year: Slice, made_from: str) -> Iterator[Leaf]:
    """Yields the pages of a year of a newspaper, or its own. made_from: as of `years`."""
    head = _head(paper)
    for key in filter(paper.paged, paper.years[year]):
        address = links.beneath(paper.index, *key) if key else paper.index
        own = paper.issues.get(key)
        chunks = numbered(own.pieces if own else ())
        beside = repr(paper.beside.get(key))
        stock = _stock(paper, paper.slices[key]) if key else (made_from,)
        shows = mark(head, beside, str(len(chunks)), paper.lacks_in(key), *stock)
        for number in range(1, len(chunks) + 1):
            make = partial(_page, archive, paper, key, number)
            own_mark = mark(shows, str(number))
            yield Leaf(links.part(address, number), "paper.html", own_mark, make)


def _stock(paper: Paper, issues: Sequence[Issue]) -> Iterator[str | list[str]]:
    """The marks of all that issues hold: their pieces, their pages, the pieces that lead these."""
    archive = paper.archive
    pieces = archive.each_marked(issue.pieces for issue in issues)
    leading = archive.each_marked([id for page in issue.pages for id in archive.pieces[page]] for issue in issues)
    for issue, own, lead in zip(issues, pieces, leading, strict=True):
        yield [issue.key, str(issue.inferred), paper.where(as_slice(issue.key))]
        yield own
        yield [archive.page_marks[id] for id in issue.pages]
        yield lead


def _page(archive: Archive, paper: Paper, key: Slice, number: int) -> PaperView:
    address = links.beneath(paper.index, *key) if key else paper.index
    own = paper.issues.get(key)
    chunks = numbered(own.pieces if own else ())
    previous, following = paper.beside.get(key, (None, None))
    whole = replace(_view(archive, paper, key, paper.slices[key]), previous=previous, next=following)
    view = whole if number == 1 else _further(whole, address, number)
    return replace(view, groups=by_page(archive, chunks[number - 1]), parts=parts_of(address, len(chunks)), part=number)


def _view(archive: Archive, paper: Paper, key: Slice, issues: Sequence[Issue]) -> PaperView:
    name = slice_name(key) if key else ""
    title = spaced(paper.name, name)
    own = paper.issues.get(key)
    return PaperView(
        frame=frame(archive, title, "newspapers", _crumbs(paper, key), name),
        name=paper.name,
        home=paper.term.note if paper.term else "",
        here=name,
        weekday=days.weekday(own.key) if own else "",
        count=sum(len(issue.pieces) for issue in issues),
        issues=sum(issue.key.count("-") == 2 for issue in issues),
        pages=sum(len(issue.pages) for issue in issues),
        runs=_runs(paper) if not key else (),
        undated=paper.link((0,)) if not key and (0,) in paper.slices else None,
        walls=_walls(paper, key),
        heat=calendars.heat_map(key[0], _months(paper, key[0]), paper.day) if len(key) == 1 and key[0] else None,
        latest=_listed(archive, paper, key, issues),
        empty=tuple(page_entry(archive, archive.pages[id]) for id in own.pages if not archive.pieces[id])
        if own
        else (),
    )


def _further(view: PaperView, address: str, number: int) -> PaperView:
    own = further(view.frame, address, number)
    return replace(view, frame=own, runs=(), walls=(), heat=None, latest=(), empty=())


def _crumbs(paper: Paper, key: Slice) -> tuple[Link, ...]:
    index = Link(NAMES["newspapers"], INDEXES["newspapers"])
    if not key:
        return (index,)
    return (index, Link(paper.name, paper.index), *(paper.link(key[:depth]) for depth in range(1, len(key))))


def _runs(paper: Paper) -> tuple[Run, ...]:
    return tuple(_run(paper, key) for key in reversed(paper.slices) if len(key) == 1 and key[0])


def _run(paper: Paper, key: Slice) -> Run:
    issues = paper.slices[key]
    year = f"{key[0]:04d}-"
    lacking = sum(day.startswith(year) and paper.lacks(day) for day in paper.archive.lacking)
    exact = sum(issue.key.count("-") == 2 for issue in issues)
    return Run(paper.link(key), exact, sum(len(issue.pages) for issue in issues), lacking, _months(paper, key[0]))


def _months(paper: Paper, year: int) -> tuple[Link, ...]:
    return tuple(_month_link(paper, (year, no)) for no in range(1, 13))


def _month_link(paper: Paper, key: Slice) -> Link:
    if key not in paper.slices:
        return Link(days.month(key[1]), "")
    guessed = all(issue.inferred for issue in paper.slices[key])
    return replace(paper.link(key), text=days.month(key[1]), note="inferred" if guessed else "")


def _walls(paper: Paper, key: Slice) -> tuple[Month, ...]:
    """The calendars of a year's months, or of one month; none where no day is known."""
    months = [other for other in paper.slices if len(other) == 2 and other[: len(key)] == key[:2]] if key else []
    if len(key) not in (1, 2):
        return ()
    return tuple(
        calendars.month(
            f"{year:04d}-{month:02d}",
            _month_link(paper, (year, month)),
            len(paper.issues[year, month].pieces) if (year, month) in paper.issues else 0,
            paper.day,
            lambda _: paper.index,
        )
        for year, month in months
    )


def _listed(archive: Archive, paper: Paper, key: Slice, issues: Sequence[Issue]) -> tuple[IssueEntry, ...]:
    """The latest issues of a newspaper, or what there is of months whose days are not known; all issues of a month."""
    if key and len(key) != 2:
        return ()
    shown = [issue for issue in issues if issue.key.count("-") == 2 or (not key and issue.key != UNDATED)]
    found = tuple(_entry(archive, paper, issue) for issue in (shown if key else shown[: -LATEST - 1 : -1]))
    many = sum(len(one.pages) for one in found) > _MANY
    return tuple(replace(one, pages=()) for one in found) if many else found


def _entry(archive: Archive, paper: Paper, issue: Issue) -> IssueEntry:
    held = (archive.pages[id] for id in issue.pages)
    pages = tuple(replace(page_entry(archive, page), text=page_name(page) or say("版面")) for page in held)
    longest = () if pages else archive.longest(issue.pieces, 1)
    lead = archive.articles[longest[0]] if longest else None
    return IssueEntry(
        paper.link(as_slice(issue.key)),
        days.weekday(issue.key),
        issue.inferred,
        pages,
        Link(lead.title, links.article(lead.id)) if lead else None,
    )
