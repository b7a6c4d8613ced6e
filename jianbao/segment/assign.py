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
    """Returns a column for every row; there are at least as many columns as rows. Rows come in one by one, and each
    may push others along the shortest way of swaps; `of_row` and `of_column` are the prices that make that quick."""
    width = len(costs[0])
    of_row, of_column = [0.0] * len(costs), [0.0] * width
    owner: list[int | None] = [None] * width
    for row in range(len(costs)):
        least, came, done = [inf] * width, [-1] * width, [False] * width
        here: int | None = row
        at = -1
        while here is not None:
            nearest = -1
            for column in range(width):
                if done[column]:
                    continue
                way = costs[here][column] - of_row[here] - of_column[column]
                if way < least[column]:
                    least[column], came[column] = way, at
                if nearest < 0 or least[column] < least[nearest]:
                    nearest = column
            step = least[nearest]
            of_row[row] += step
            for column in range(width):
                if done[column]:
                    of_row[owner[column] or 0] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            done[nearest], at = True, nearest
            here = owner[nearest]
        while at >= 0:
            owner[at] = owner[came[at]] if came[at] >= 0 else row
            at = came[at]
    found = [0] * len(costs)
    for column, holder in enumerate(owner):
        if holder is not None:
            found[holder] = column
    return found
