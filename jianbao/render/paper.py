"""A newspaper with its issues: what its pages are made from, and where each of them stands.

Takes the archive, gives its newspapers; pages and pieces of no known newspaper are one more, under a name that says
so."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.runs import Issue
from jianbao.archive.terms import Term
from jianbao.render.calendars import Day
from jianbao.render.division import Slice, as_slice, in_order, slice_name
from jianbao.render.frames import Link, uncounted
from jianbao.render.shelves import is_paged, issue_address
from jianbao.said import say

UNNAMED = say("报纸不详")


class Paper:
    """One newspaper with its issues, by slice. term: None for what has no newspaper."""

    def __init__(self, archive: Archive, term: Term | None, issues: Sequence[Issue]) -> None:
        self.archive, self.term = archive, term
        self.name, self.index = (term.name, term.address) if term else (UNNAMED, links.UNNAMED)
        self.issues: dict[Slice, Issue] = {}
        for issue in issues:
            key = as_slice(issue.key)
            other = self.issues.get(key)
            self.issues[key] = _together(other, issue) if other else issue
        self.slices: dict[Slice, list[Issue]] = {}
        for key in sorted(self.issues, key=in_order):
            for depth in range(len(key) + 1):
                self.slices.setdefault(key[:depth], []).append(self.issues[key])

    def link(self, key: Slice) -> Link:
        """Returns the link to a slice, with the number of its pieces."""
        count = sum(len(issue.pieces) for issue in self.slices.get(key, ()))
        return Link(slice_name(key), self.where(key), count)

    def where(self, key: Slice) -> str:
        """Returns the address of a slice."""
        return links.beneath(self.index, *key) if self.paged(key) else issue_address(self.archive, self.issues[key])

    def paged(self, key: Slice) -> bool:
        """Returns whether a slice has a page: an issue may be a part of its day's list."""
        issue = self.issues.get(key)
        return self.term is None or issue is None or is_paged(self.archive, issue)

    @cached_property
    def beside(self) -> dict[Slice, tuple[Link | None, Link | None]]:
        """The issues, years and months before and after each."""
        return _beside(self)

    @cached_property
    def years(self) -> dict[Slice, list[Slice]]:
        """The slices of each year, itself first; under () the newspaper as a whole."""
        found: dict[Slice, list[Slice]] = {}
        for key in self.slices:
            found.setdefault(key[:1], []).append(key)
        return found

    def lacks_in(self, key: Slice) -> list[str]:
        """Returns the days of a slice that the newspaper lacks."""
        return self._lacks.get(key, [])

    @cached_property
    def _lacks(self) -> dict[Slice, list[str]]:
        found: dict[Slice, list[str]] = {}
        for day in filter(self.lacks, self.archive.lacking):
            own = as_slice(day)
            for depth in range(len(own) + 1):
                found.setdefault(own[:depth], []).append(day)
        return found

    def lacks(self, day: str) -> bool:
        """Returns whether the newspaper should have a day between others and does not."""
        return self.term is not None and self.name in self.archive.lacking.get(day, ())

    def day(self, date: str, no: int) -> Day:
        """Returns a day of the wall calendar."""
        issue = self.issues.get(as_slice(date))
        if issue is None:
            return Day(no, missing=(self.name,) if self.lacks(date) else ())
        return Day(no, self.where(as_slice(date)), len(issue.pieces), issue.inferred)


def _together(one: Issue, other: Issue) -> Issue:
    """Pages that name a newspaper which has no article stand with those that name none."""
    pages, pieces = (*one.pages, *other.pages), (*one.pieces, *other.pieces)
    return replace(one, pages=pages, pieces=pieces, inferred=one.inferred and other.inferred)


def papers(archive: Archive) -> tuple[Paper, ...]:
    """Returns the newspapers by pinyin; what has none comes last, if there is any."""
    held: dict[str, list[Issue]] = {}
    for issue in archive.issues.values():
        held.setdefault(issue.newspaper if issue.newspaper in archive.newspapers.terms else "", []).append(issue)
    named = [Paper(archive, term, held.get(name, [])) for name, term in archive.newspapers.terms.items()]
    return (*named, Paper(archive, None, held[""])) if "" in held else tuple(named)


def _beside(paper: Paper) -> dict[Slice, tuple[Link | None, Link | None]]:
    found: dict[Slice, tuple[Link | None, Link | None]] = {}
    for depth in (1, 2, 3):
        alike = [
            key
            for key in sorted(paper.slices, key=lambda key: key or (0,))
            if len(key) == depth and key[0] and paper.paged(key)
        ]
        named = [None, *(uncounted(paper.link(key)) for key in alike), None]
        found.update(zip(alike, zip(named, named[2:], strict=False), strict=False))
    return found
