"""Who gets whom: the pairing of rows and columns that is worth most together (the Hungarian method)."""

from collections.abc import Mapping
from math import inf


def assign(worth: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Returns the column of each row that gets one. worth: what a pairing is worth, above 0; pairs not named are worth
    nothing and are never made. Takes O(n²m) steps; of two pairings worth the same the choice is always the same one.

    >>> assign({(0, 0): 3.0, (0, 1): 2.9, (1, 0): 2.0})
    {0: 1, 1: 0}
    """
    rows, columns = sorted({row for row, _ in worth}), sorted({column for _, column in worth})
    if not rows:
        return {}
    costs = [[-max(worth.get((row, column), 0.0), 0.0) for column in columns] + [0.0] * len(rows) for row in rows]
    chosen = _cheapest(costs)
    return {
        rows[row]: columns[column]
        for row, column in enumerate(chosen)
        if column < len(columns) and worth.get((rows[row], columns[column]), 0.0) > 0
    }


def _cheapest(costs: list[list[float]]) -> list[int]:
    """Returns a column for every row; there are at least as many columns as rows. Rows come in one by one, and each may
    push others along the shortest way of swaps."""
    table = _Table(costs)
    for row in range(len(costs)):
        table.take_in(row)
    found = [0] * len(costs)
    for column, owner in enumerate(table.owner):
        if owner is not None:
            found[owner] = column
    return found


class _Table:
    """Costs, the row that owns each column so far, and the prices of rows and columns that make the search quick."""

    def __init__(self, costs: list[list[float]]) -> None:
        self.costs = costs
        self.columns = range(len(costs[0]))
        self.owner: list[int | None] = [None for _ in self.columns]
        self.of_row = [0.0] * len(costs)
        self.of_column = [0.0 for _ in self.columns]

    def take_in(self, row: int) -> None:
        """Gives a row its column."""
        least, came = [inf for _ in self.columns], [-1 for _ in self.columns]
        done: list[int] = []
        here: int | None = row
        while here is not None:
            self._look_from(here, done, least, came)
            nearest = min((column for column in self.columns if column not in done), key=lambda column: least[column])
            self._reprice(row, done, least, least[nearest])
            done.append(nearest)
            here = self.owner[nearest]
        at = done[-1]
        while came[at] >= 0:
            self.owner[at] = self.owner[came[at]]
            at = came[at]
        self.owner[at] = row

    def _look_from(self, row: int, done: list[int], least: list[float], came: list[int]) -> None:
        for column in self.columns:
            way = self.costs[row][column] - self.of_row[row] - self.of_column[column]
            if column not in done and way < least[column]:
                least[column], came[column] = way, done[-1] if done else -1

    def _reprice(self, row: int, done: list[int], least: list[float], step: float) -> None:
        self.of_row[row] += step
        for column in self.columns:
            owner = self.owner[column]
            if column in done and owner is not None:
                self.of_row[owner] += step
                self.of_column[column] -= step
            else:
                least[column] -= step
