"""Articles sorted and hung on what they are filed under, all at once, by columns.

Takes the holdings and the newspaper pages, gives the parts of an archive."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from jianbao.archive import runs, terms
from jianbao.archive.arranged import beside, in_order, neighbour
from jianbao.archive.gist import Gist
from jianbao.archive.holdings import Holdings
from jianbao.archive.ids import ById, Ids, Names
from jianbao.archive.order import FiledPage, Neighbours
from jianbao.archive.related import Days, Kin, day_of, shelf_of
from jianbao.archive.runs import Issue
from jianbao.archive.stand import Stand, stand
from jianbao.archive.tallies import Counted, Several, Tallies, tally
from jianbao.archive.terms import Facet, Held, Region, Term
from jianbao.authority import Authority
from jianbao.model import Article
from jianbao.numbers import distinct, parted
from jianbao.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from jianbao.archive.columns import Lists, Numbers, Texts


class Grouping:
    """Articles in their order. pages: by path. columns: of all, in the order in which they were read; rows: of these,
    one for each place; beside: the places before and after each in its newspaper."""

    def __init__(self, held: Holdings, pages: Mapping[str, FiledPage]) -> None:
        self.columns, self.by_path = held.columns, pages
        self._table, dates = _stands(held)
        order = in_order(held, dates, [one.first for one in self._table], pages)
        self.rows, self._reading, self.beside = order.rows, order.reading, beside(order)
        self._dates = dates[self.rows]  # of each place, in the table
        self._places = np.full(len(self.columns), -1, np.int64)  # of each row
        self._places[self.rows] = np.arange(len(self.rows))
        every = list(map(self.columns.ids.__getitem__, self.rows.tolist()))
        self.names = Names(every)
        self.stands: ById[Stand] = ById(
            self.names, [self._table[number] for number in self._dates.tolist()].__getitem__
        )
        self.articles: ById[Article] = ById(self.names, partial(_article, held, self.rows))
        self.bodies: ById[Article] = ById(self.names, partial(_whole, held, self.rows))
        self.gists: ById[Gist] = ById(self.names, partial(_gist, held, self.rows))
        self.neighbours: ById[Neighbours] = ById(self.names, partial(neighbour, every, *self.beside))

    def _ids(self, places: "Numbers") -> Ids:
        return Ids(self.names, places.astype(np.int32))

    def numbers(self, column: "Texts") -> "Numbers":
        """The numbers of a column's texts, by place."""
        return column.numbers[self.rows]

    def _held(self, column: "Lists", keys: Sequence[Sequence[str]]) -> Held:
        """The articles under each key. keys: that each text of the column counts for."""
        return terms.hold(self.names, self._places[column.owners], column.texts.numbers, keys)

    def _one_held(self, numbers: "Numbers", keys: Sequence[Sequence[str]]) -> Held:
        return terms.hold(self.names, np.arange(len(numbers)), numbers, keys)

    def _where(self, says: Callable[[Stand], object]) -> "NDArray[np.bool_]":
        """For each place whether something is so of its date."""
        return np.array([bool(says(one)) for one in self._table], np.bool_)[self._dates]

    @property
    def dated(self) -> Ids:
        """The articles of which a year is known."""
        return self._ids(np.flatnonzero(self._where(lambda one: one.year is not None)))

    @property
    def undated(self) -> Ids:
        """Those of which none is."""
        return self._ids(np.flatnonzero(self._where(lambda one: one.year is None)))

    @property
    def lengths(self) -> "Numbers":
        """The lengths of the texts, by place."""
        return self.columns.lengths[self.rows]

    @property
    def months(self) -> "Numbers":
        """Year and month as one number, by place."""
        return np.array([100 * (one.year or 0) + (one.month or 0) for one in self._table], np.int64)[self._dates]

    @property
    def renamed(self) -> Ids:
        """The articles that had another id once."""
        return self._ids(np.flatnonzero(self.columns.aliases.counts[self.rows]))

    @cached_property
    def page_of(self) -> dict[str, str]:
        """The page of each article that has one."""
        paths = self.columns.pages.table
        known = np.array([path in self.by_path for path in paths], np.bool_)
        own = self.numbers(self.columns.pages)
        there = np.flatnonzero(known[own]) if len(own) else own
        every = self.names.every
        pairs = zip(there.tolist(), own[there].tolist(), strict=True)
        return {every[place]: self.by_path[paths[number]].id for place, number in pairs}

    def located(self, authority: Authority) -> tuple[dict[str, Region], dict[str, Term]]:
        """Returns the region paths in use and the terms along them, without articles."""
        return terms.locate(self._in_use(self.columns.regions), authority)

    def _in_use(self, column: "Lists") -> list[str]:
        """The texts of a column that articles of the archive have."""
        table = column.texts.table
        used = distinct(column.texts.numbers[self._places[column.owners] >= 0])
        return [table[number] for number in used.tolist()]

    def dates(self) -> Facet:
        """Returns the facet of dates."""
        return terms.dates(self._one_held(self._dates, [one.shelves for one in self._table]))

    def regions(self, located: Mapping[str, Region], places: Mapping[str, Term]) -> Facet:
        """Returns the facet of regions."""
        paths = self.columns.regions.texts.table
        keys = [located[path].keys if path in located else () for path in paths]
        return terms.regions(self._held(self.columns.regions, keys), places)

    def tags(self, authority: Authority) -> Facet:
        """Returns the facet of subjects."""
        keys = [tuple(terms.up_from(tag, authority)) for tag in self.columns.tags.texts.table]
        return terms.tags(self._held(self.columns.tags, keys), authority)

    def newspapers(self, settings: Settings, authority: Authority) -> Facet:
        """Returns the facet of newspapers."""
        keys = [(paper,) if paper else () for paper in self.columns.newspapers.table]
        return terms.newspapers(self._one_held(self.numbers(self.columns.newspapers), keys), settings, authority)

    def authors(self, authority: Authority) -> Facet:
        """Returns the facet of authors."""
        column, roles = self.columns.authors, self.columns.roles
        held = self._held(column, [(name,) for name in column.texts.table])
        there = self._places[column.owners] >= 0
        names, printed = column.texts.table, roles.table
        both = column.texts.numbers[there] * len(printed) + roles.numbers[there]
        found: dict[str, dict[str, int]] = {}
        for pair, count in zip(*(one.tolist() for one in np.unique(both, return_counts=True)), strict=True):
            name, role = divmod(pair, len(printed))
            found.setdefault(names[name], {})[printed[role]] = count
        return terms.authors(held, found, authority)

    def kin(self) -> Kin:
        """Returns who finds what belongs to an article."""
        table, own = self._table, self._dates
        paths = self.columns.pages.table
        alone = zip(self.names.every, self.numbers(self.columns.pages).tolist(), own.tolist(), strict=True)
        shelves = [
            shelf_of(table[date], (paths[page] or id) if table[date].month is None else "") for id, page, date in alone
        ]
        days = np.array([day_of(one) for one in table], np.int64)[own]
        told = self.columns.told[self.rows]
        return Kin(self.names, self.articles, Days(shelves, days, self._reading), told)

    def pieces(self, pages: Sequence[FiledPage]) -> dict[str, Sequence[str]]:
        """Returns the articles of each page, down the page."""
        keys = [(path,) for path in self.columns.pages.table]
        held = self._read(self.numbers(self.columns.pages), keys)
        return {page.id: held.get(page.facts.page, ()) for page in pages}

    def continued(self, pages: Sequence[FiledPage]) -> dict[str, Sequence[str]]:
        """Returns for each page the articles of others that go on there, as one reads."""
        column = self.columns.further
        held = self._held(column, [(path,) for path in column.texts.table])
        return {page.id: self._as_read(held[page.facts.page]) if page.facts.page in held else () for page in pages}

    def _as_read(self, ids: Ids) -> Ids:
        return Ids(self.names, ids.at[np.argsort(self._read_at[ids.at])])

    @cached_property
    def _read_at(self) -> "Numbers":
        """For each place how far in reading it comes."""
        found = np.empty(len(self._reading), np.int64)
        found[self._reading] = np.arange(len(self._reading))
        return found

    def _read(self, numbers: "Numbers", keys: Sequence[tuple[Any, ...]]) -> dict[Any, Ids]:
        """The articles under each key, as one reads. numbers: of the key of each place."""
        if not len(numbers):
            return {}
        by_key = np.argsort(numbers[self._reading], kind="stable")
        order = self._reading[by_key]
        edges = np.flatnonzero(np.diff(numbers[order], prepend=-1))
        held = parted(order.astype(np.int32), edges)
        return {
            keys[number][0]: Ids(self.names, at)
            for number, at in zip(numbers[order[edges]].tolist(), held, strict=True)
        }

    def issues(self, pages: Sequence[FiledPage]) -> dict[tuple[str, str], Issue]:
        """Returns the issues by newspaper and shelf."""
        papers, shelves = self.columns.newspapers.table, list(dict.fromkeys(one.key for one in self._table))
        numbers = {key: number for number, key in enumerate(shelves)}
        shelf = np.array([numbers[one.key] for one in self._table], np.int64)[self._dates]
        both = self.numbers(self.columns.newspapers) * max(len(shelves), 1) + shelf
        there, number = np.unique(both, return_inverse=True)
        keys = [(papers[one // len(shelves)], shelves[one % len(shelves)]) for one in there.tolist()]
        held = self._read(number.reshape(-1), [(key,) for key in keys])
        sure = self._where(lambda one: not one.inferred)
        certain = {keys[one] for one in distinct(number[sure]).tolist()}
        return runs.issues(held, certain, pages)

    def papers_and_dates(self) -> Iterator[tuple[str, Stand]]:
        """Yields which newspaper has a piece of which date."""
        papers, dates = self.columns.newspapers.table, max(len(self._table), 1)
        for both in distinct(self.numbers(self.columns.newspapers) * dates + self._dates).tolist():
            yield papers[both // dates], self._table[both % dates]

    def tallies(self) -> Tallies:
        """Returns what counts what articles have."""
        columns, papers = self.columns, self.columns.newspapers
        subjects, regions = self._several(columns.tags), self._several(columns.regions)
        inferred = self._where(lambda one: one.inferred)
        return Tallies(self.names, subjects, regions, papers.table, self.numbers(papers), inferred)

    def _several(self, column: "Lists") -> Several:
        """The texts of each place."""
        counts = column.counts
        whole = Several(column.texts.table, np.concatenate(([0], np.cumsum(counts))), column.texts.numbers)
        starts = np.concatenate(([0], np.cumsum(counts[self.rows])))
        return Several(whole.table, starts, whole.of(self.rows))

    def counted(self) -> Counted:
        """Returns how often something is said of the articles."""
        columns, rows = self.columns, self.rows
        return Counted(
            kinds=tally(columns.kinds.table, self.numbers(columns.kinds)),
            bases=tally(columns.date_bases.table, self.numbers(columns.date_bases)),
            inferred=int(self._where(lambda one: one.inferred and one.year is not None).sum()),
            undated=int(self._where(lambda one: one.year is None).sum()),
            placeless=int((columns.regions.counts[rows] == 0).sum()),
            supplied=tally(columns.title_bases.table, self.numbers(columns.title_bases))["supplied"],
            unsure=int(columns.unsure[rows].sum()),
            gaps=int(columns.gaps[rows].sum()),
            heads=tuple(self._heads()),
        )

    def _heads(self) -> Iterator[tuple[int, str, int]]:
        heads, owners = self.columns.heads
        places = self._places[owners]
        there = places >= 0
        found, first, counts = np.unique(heads[there], return_index=True, return_counts=True)
        again = counts > 1
        some = self._ids(places[there][first[again]])
        yield from zip(found[again].tolist(), some, counts[again].tolist(), strict=True)


def _stands(held: Holdings) -> tuple[list[Stand], "Numbers"]:
    """Returns where the dates put articles, and for each row of the columns which of these it is."""
    dates, bases = held.columns.dates, held.columns.date_bases
    written, known = dates.table, bases.table
    both, number = np.unique(dates.numbers * max(len(known), 1) + bases.numbers, return_inverse=True)
    table = [stand(written[one // len(known)], known[one % len(known)]) for one in both.tolist()]
    return table, number.reshape(-1)


def _article(held: Holdings, rows: "Numbers", place: int) -> Article:
    return held.held(int(rows[place])).article


def _whole(held: Holdings, rows: "Numbers", place: int) -> Article:
    return held.whole(int(rows[place]))


def _gist(held: Holdings, rows: "Numbers", place: int) -> Gist:
    return held.held(int(rows[place])).gist
