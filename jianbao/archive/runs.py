"""The run of a newspaper: its issues, and which of its days are missing between those that are held.

How often a paper appears is read off the run itself: a weekly paper lacks no days between its Mondays, one that never
appears on Sundays lacks no Sunday. Two finds far apart are no run."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from jianbao.archive.order import FiledPage
from jianbao.archive.stand import Stand, stand

_LONGEST = 60  # days; further apart the pages are single finds
_OFTEN = 3  # times that a distance must come to be how often the paper appears
_MANY = 20  # days held from which on a weekday that never comes is none of the paper's


@dataclass(frozen=True, slots=True)
class Issue:
    """What one newspaper has on one shelf of the date index: an issue, when the shelf is a day. pages: ids, by folio;
    pieces: article ids, as one reads; inferred: none of its dates is certain."""

    newspaper: str
    key: str
    pages: tuple[str, ...]
    pieces: Sequence[str]
    inferred: bool


def issues(
    pieces: Mapping[tuple[str, str], Sequence[str]], certain: Collection[tuple[str, str]], pages: Sequence[FiledPage]
) -> dict[tuple[str, str], Issue]:
    """Returns the issues by newspaper and shelf, in that order; '' for pages and articles of no known newspaper.
    pieces: of each, as one reads; certain: those of which a piece has a date that is; pages come by folio."""
    leaves: dict[tuple[str, str], list[str]] = {}
    sure = set(certain)
    for page in pages:
        found = stand(page.facts.date, page.facts.date_basis)
        leaves.setdefault((page.facts.newspaper, found.key), []).append(page.id)
        if not found.inferred:
            sure.add((page.facts.newspaper, found.key))
    return {
        (paper, key): Issue(
            paper,
            key,
            tuple(leaves.get((paper, key), ())),
            pieces.get((paper, key), ()),
            (paper, key) not in sure,
        )
        for paper, key in sorted({*leaves, *pieces})
    }


def missing(held: Collection[date]) -> tuple[date, ...]:
    """Returns the days on which a paper should have appeared between those that are held.

    >>> [day.day for day in missing([date(2015, 11, 1), date(2015, 11, 2), date(2015, 11, 5)])]
    [3, 4]
    """
    run = sorted(held)
    steps = Counter((after - before).days for before, after in pairwise(run))
    step, times = min(steps.items(), key=lambda found: (-found[1], found[0]), default=(1, 0))
    step = step if times >= _OFTEN else 1
    weekdays = {day.weekday() for day in run} if len(run) >= _MANY else set(range(7))
    return tuple(
        before + timedelta(off)
        for before, after in pairwise(run)
        if (after - before).days <= _LONGEST
        for off in range(step, (after - before).days, step)
        if (before + timedelta(off)).weekday() in weekdays
    )


def spans(days: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Returns the first and last day of each row of days.

    >>> spans(['2015-11-03', '2015-11-04', '2015-12-01'])
    (('2015-11-03', '2015-11-04'), ('2015-12-01', '2015-12-01'))
    """
    found: list[tuple[str, str]] = []
    for day in days:
        follows = found and date.fromisoformat(found[-1][1]) + timedelta(1) == date.fromisoformat(day)
        found.append((found.pop()[0], day) if follows else (day, day))
    return tuple(found)


def gaps(held: Iterable[tuple[str, Stand]]) -> dict[str, tuple[str, ...]]:
    """Returns the missing days of each newspaper, by its name; only days that are certain count as held. held: which
    newspaper has a piece of which date."""
    found: dict[str, set[date]] = {}
    for paper, one in held:
        if paper and one.day and not one.inferred:
            found.setdefault(paper, set()).add(date.fromisoformat(one.first))
    return {paper: tuple(day.isoformat() for day in missing(days)) for paper, days in sorted(found.items())}


def lacking(gaps_of: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Returns by day the newspapers that lack it.

    >>> lacking({'甲报': ('2015-11-03',), '乙报': ('2015-11-03',)})
    {'2015-11-03': ('甲报', '乙报')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for paper, days in gaps_of.items():
        for day in days:
            found[day] = (*found.get(day, ()), paper)
    return found
