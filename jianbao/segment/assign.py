"""Who gets whom: the pairing of rows and columns that is worth most together (the Hungarian method)."""

from collections.abc import Mapping
from math import inf
from typing import Any, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Row = TypeVar("Row", bound=_Ordered)
Column = TypeVar("Column", bound=_Ordered)


def assign(worth: Mapping[tuple[Row, Column], float]) -> dict[Row, Column]:
    """Returns the column of each row that gets one. worth: what a pairing is worth, above 0; pairs not named are worth
    nothing and are never made. Takes O(n²m) steps; of two pairings worth the same the choice is always the same one,
    in whatever order they are named.

    >>> assign({('A', 0): 3.0, ('A', 1): 2.9, ('B', 0): 2.0})
    {'A': 1, 'B': 0}
    """
    rows, columns = sorted({row for row, _ in worth}), sorted({column for _, column in worth})
    if not rows:
        return {}
    row_at, column_at = ({one: at for at, one in enumerate(every)} for every in (rows, columns))
    costs = [[0.0] * (len(columns) + len(rows)) for _ in rows]
    for (row, column), much in worth.items():
        costs[row_at[row]][column_at[column]] = -max(much, 0.0)
    chosen = _cheapest(costs)
    return {
        rows[row]: columns[column]
        for row, column in enumerate(chosen)
        if column < len(columns) and worth.get((rows[row], columns[column]), 0.0) > 0
    }


def _cheapest(costs: list[list[float]]) -> list[int]:
    """Returns a column for every row; there are at least as many columns as rows. Rows come in one by one, and each
    may push others along the shortest way of swaps."""
    prices = [0.0] * len(costs), [0.0] * len(costs[0])
    owner: list[int | None] = [None] * len(costs[0])
    for row in range(len(costs)):
        at, came = _shortest_way(costs, row, owner, prices)
        while at >= 0:
            owner[at] = owner[came[at]] if came[at] >= 0 else row
            at = came[at]
    found = [0] * len(costs)
    for column, holder in enumerate(owner):
        if holder is not None:
            found[holder] = column
    return found


def _shortest_way(
    costs: list[list[float]], row: int, owner: list[int | None], prices: tuple[list[float], list[float]]
) -> tuple[int, list[int]]:
    """Returns the free column in which the cheapest way of swaps for a row ends, and the column before each on its way,
    -1 for none. prices: of rows and of columns; they are raised by the way, which makes the next one quick to find."""
    of_row, of_column = prices
    least, came = [inf] * len(owner), [-1] * len(owner)
    left, done = list(range(len(owner))), list[tuple[int, int]]()
    here: int | None = row
    at = -1
    while here is not None:
        for column in left:
            way = costs[here][column] - of_row[here] - of_column[column]
            if way < least[column]:
                least[column], came[column] = way, at
        nearest = min(left, key=least.__getitem__)
        step = least[nearest]
        of_row[row] += step
        for column, holder in done:
            of_row[holder] += step
            of_column[column] -= step
        for column in left:
            least[column] -= step
        left.remove(nearest)
        at, here = nearest, owner[nearest]
        if here is not None:
            done.append((at, here))
    return at, came
