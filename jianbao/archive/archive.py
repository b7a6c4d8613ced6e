"""Articles to an Archive: everything the pages of the site are made from, frozen.

`group` takes the articles and the newspaper pages, sorts them once and hangs them on the facets. It opens no file,
changes no article and reports nothing: whether a region or a subject is known stands in the terms, whoever checks the
archive says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from jianbao.archive import marks, runs
from jianbao.archive.gist import Gist
from jianbao.archive.grouping import Grouping
from jianbao.archive.holdings import Holdings
from jianbao.archive.ids import Ids, Names
from jianbao.archive.marking import Leading, marked
from jianbao.archive.marks import Marks
from jianbao.archive.order import FiledPage, Neighbours, page_key
from jianbao.archive.related import Kin
from jianbao.archive.runs import Issue
from jianbao.archive.stand import Stand
from jianbao.archive.tallies import Counted, Tallies
from jianbao.archive.terms import Facet, Region, Term
from jianbao.authority import Authority, Division
from jianbao.chinese.heads import Broken
from jianbao.model import Article
from jianbao.numbers import parted
from jianbao.settings import Settings

if TYPE_CHECKING:
    from jianbao.archive.columns import Numbers
    from jianbao.archive.ids import Places


@dataclass(frozen=True, slots=True)
class Archive:
    """articles: by id, in order of date, then as one reads; bodies: the same, with their texts; pages: by id, in order;
    filed: their ids by path; pieces: the article ids of a page, down the page; continued: those of other pages that go
    on there; page_of: the page of each article that has one; stands, gists, neighbours: by article id; dated: the
    articles of which a year is known; undated: the others; renamed: those that had another id once; lengths: of their
    texts, by place; months: of theirs, by place, 202112, 202100 where only the year is known, 0 where none is; marks:
    of what pages show of them; kin: finds what belongs to an article; page_marks: by page id; lacking: by day the
    newspapers that should have it; issues: by newspaper and shelf; divisions: by the code of a province in use those
    right below it, with pieces or without; places: by region path; the five facets; counted: how often something is
    said of the articles; tallies: counts it among some of them."""

    settings: Settings
    names: Names = field(repr=False)
    articles: Mapping[str, Article]
    bodies: Mapping[str, Article]
    pages: Mapping[str, FiledPage]
    filed: Mapping[str, str]
    pieces: Mapping[str, Sequence[str]]
    continued: Mapping[str, Sequence[str]]
    page_of: Mapping[str, str]
    stands: Mapping[str, Stand]
    gists: Mapping[str, Gist]
    marks: Marks
    page_marks: Mapping[str, str]
    neighbours: Mapping[str, Neighbours]
    dated: Sequence[str]
    undated: Sequence[str]
    lengths: "Numbers" = field(repr=False)
    months: "Numbers" = field(repr=False)
    renamed: Sequence[str]
    kin: Kin = field(compare=False, repr=False)
    lacking: Mapping[str, tuple[str, ...]]
    issues: Mapping[tuple[str, str], Issue]
    divisions: Mapping[str, tuple[Division, ...]]
    places: Mapping[str, Region]
    dates: Facet
    regions: Facet
    tags: Facet
    newspapers: Facet
    authors: Facet
    counted: Counted
    tallies: Tallies = field(repr=False)
    entries: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What lists say of its articles already: they stand in nine lists each."""

    def taken(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """Returns the articles with these ids."""
        return tuple(self.articles[id] for id in ids)

    def marked(self, ids: Iterable[str]) -> str:
        """Returns the mark of all that lists show of the articles with these ids."""
        return marks.said(self.marks.shown, self.names.places(ids))

    def each_marked(self, lists: Iterable[Iterable[str]]) -> list[str]:
        """Returns for each of many lists what `marked` says of it."""
        return marks.each_said(self.marks.shown, list(map(self.names.places, lists)))

    def led(self, ids: Iterable[str]) -> str:
        """Returns the mark of where the names at the articles with these ids lead."""
        return marks.said(self.marks.ways, self.names.places(ids))

    def each_led(self, lists: Iterable[Iterable[str]]) -> list[str]:
        """Returns for each of many lists what `led` says of it."""
        return marks.each_said(self.marks.ways, list(map(self.names.places, lists)))

    def made_from(self, ids: Iterable[str]) -> str:
        """Returns the mark of all that the own pages of the articles with these ids show."""
        return marks.said(self.marks.whole, self.names.places(ids))

    def headline(self, id: str) -> Broken:
        """Returns the headline of the article with this id, as lists show it."""
        return Broken(self.gists[id].headline)

    def longest(self, ids: Iterable[str], most: int) -> tuple[str, ...]:
        """Returns the longest of some articles, the longest first."""
        places = self.names.places(ids)
        order = np.argsort(-self.lengths[places], kind="stable")[:most]
        return tuple(map(self.names.every.__getitem__, places[order].tolist()))

    def by_month(self, ids: Iterable[str]) -> dict[tuple[int, ...], Ids]:
        """Returns some articles, given in order of their dates, by year and by month as far as they are known: (2021,),
        (2021, 12), (0,)."""
        places = self.names.places(ids)
        months = self.months[places]
        edges = np.flatnonzero(np.diff(months, prepend=-1))
        found: dict[tuple[int, ...], list[Places]] = {}
        for month, run in zip(months[edges].tolist(), parted(places, edges), strict=True):
            key = divmod(month, 100) if month % 100 else (month // 100,)
            for depth in range(1, len(key) + 1):
                found.setdefault(key[:depth], []).append(run)
        return {key: Ids(self.names, np.concatenate(some)) for key, some in found.items()}

    def place(self, path: str) -> tuple[Term, ...]:
        """Returns the terms along a region path, topmost first."""
        return tuple(self.regions.terms[key] for key in self.places[path].keys) if path in self.places else ()


def group(articles: Iterable[Article], pages: Sequence[FiledPage], settings: Settings, authority: Authority) -> Archive:
    """Returns the archive of these articles and pages, in whatever order they come. Ids are unique: whoever loads the
    articles sees to it."""
    held = articles if isinstance(articles, Holdings) else Holdings.of(articles)
    filed = sorted(pages, key=page_key)
    by_path = {page.facts.page: page for page in filed}
    found = Grouping(held, by_path)
    located, places = found.located(authority)
    page_marks = marks.of_pages(filed)
    marks_by_path = {path: page_marks[page.id] for path, page in by_path.items()}
    dates, regions = found.dates(), found.regions(located, places)
    tags, newspapers = found.tags(authority), found.newspapers(settings, authority)
    authors = found.authors(authority)
    kin = found.kin()
    return Archive(
        settings=settings,
        names=found.names,
        articles=found.articles,
        bodies=found.bodies,
        pages={page.id: page for page in filed},
        filed={path: page.id for path, page in by_path.items()},
        pieces=found.pieces(filed),
        continued=found.continued(filed),
        page_of=found.page_of,
        stands=found.stands,
        gists=found.gists,
        marks=marked(found, marks_by_path, located, Leading(newspapers, authors, tags), kin),
        page_marks=page_marks,
        neighbours=found.neighbours,
        dated=found.dated,
        undated=found.undated,
        lengths=found.lengths,
        months=found.months,
        renamed=found.renamed,
        kin=kin,
        lacking=runs.lacking(runs.gaps(found.papers_and_dates())),
        issues=found.issues(filed),
        divisions={key: authority.children(key) for key, term in places.items() if term.known and not term.parent},
        places=located,
        dates=dates,
        regions=regions,
        tags=tags,
        newspapers=newspapers,
        authors=authors,
        counted=found.counted(),
        tallies=found.tallies(),
    )
