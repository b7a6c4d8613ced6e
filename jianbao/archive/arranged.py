"""The order of articles: by date, and as one reads, page after page, down the page.

Takes columns of articles and the newspaper pages, gives places. Articles typed by hand have no page: they stand before
the pages of their newspaper's day, by id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from jianbao.archive.holdings import Holdings
from jianbao.archive.order import FiledPage, Key, Neighbours, natural, page_key

if TYPE_CHECKING:
    from jianbao.archive.columns import Numbers


@dataclass(frozen=True, slots=True)
class Order:
    """How articles stand. rows: of the columns, in order of date, then as one reads; reading: places among these, as
    one reads; papers: of each of those, a number that is the same where the newspaper is."""

    rows: "Numbers"
    reading: "Numbers"
    papers: "Numbers"


def in_order(held: Holdings, dates: "Numbers", firsts: Sequence[str], pages: Mapping[str, FiledPage]) -> Order:
    """Returns the order of articles: page after page, down the page, and by date. dates: for each row the number of its
    date; firsts: the earliest day of each of these; pages: by page path."""
    columns, rows = held.columns, np.asarray(held.rows, np.int64)
    keys, spots = _spots(held, dates, firsts, pages)
    ranks = _ranks(keys)[spots]
    ids, lines = list(map(columns.ids.__getitem__, rows.tolist())), columns.lines[rows]
    reading = np.lexsort((_ranks([natural(id) for id in ids]), lines, ranks))
    read = np.empty(len(rows), np.int64)
    read[reading] = np.arange(len(rows))
    dated = np.lexsort((read, _ranks(firsts)[dates[rows]]))
    places = np.empty(len(rows), np.int64)
    places[dated] = np.arange(len(rows))
    papers = _ranks([key[0] for key in keys])[spots]
    return Order(rows[dated], places[reading], papers[reading])


def _spots(
    held: Holdings, dates: "Numbers", firsts: Sequence[str], pages: Mapping[str, FiledPage]
) -> tuple[list[Key], "Numbers"]:
    """What pieces are sorted by before their lines: of each page, of each newspaper's day without one; and for each
    article the number of it."""
    columns, rows = held.columns, np.asarray(held.rows, np.int64)
    paths, papers, folios = columns.pages.table, columns.newspapers.table, columns.folios.table
    filed = np.array([path in pages for path in paths], np.bool_)
    page = columns.pages.numbers[rows]
    loose = ~filed[page] if len(rows) else np.empty(0, np.bool_)
    parts = (
        np.where(loose, 0, page + 1),
        np.where(loose, columns.newspapers.numbers[rows], 0),
        np.where(loose, dates[rows], 0),
        np.where(loose, columns.folios.numbers[rows], 0),
    )
    one, number = np.unique(np.stack(parts, 1), axis=0, return_inverse=True)
    keys: list[Key] = [
        page_key(pages[paths[page - 1]]) if page else (papers[paper], firsts[date], natural(folios[folio]), "")
        for page, paper, date, folio in one.tolist()
    ]
    return keys, number.reshape(-1)


def _ranks(keys: Sequence[Any]) -> "Numbers":
    """Returns the place of each key among all when they are sorted; equal ones have one place."""
    places = {key: place for place, key in enumerate(sorted(set(keys)))}
    return np.array([places[key] for key in keys], np.int64)


def neighbour(every: Sequence[str], before: "Numbers", after: "Numbers", place: int) -> Neighbours:
    """Returns the neighbours of the article at a place. before, after: the places of those of each, -1 for none."""
    return Neighbours(*(every[at] if at >= 0 else "" for at in (before[place], after[place])))


def beside(order: Order) -> tuple["Numbers", "Numbers"]:
    """Returns for each place the places of the articles before and after it in its newspaper, -1 for none."""
    reading, alike = order.reading, order.papers[1:] == order.papers[:-1]
    before, after = (np.full(len(reading), -1, np.int64) for _ in range(2))
    before[reading[1:][alike]] = reading[:-1][alike]
    after[reading[:-1][alike]] = reading[1:][alike]
    return before, after
