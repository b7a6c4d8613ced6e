"""What one rule tells about many pairs of lines at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jianbao.segment.numbers import Floats, Places, joined
from jianbao.segment.seen import Evidence, Seen

Flags = NDArray[np.bool_]


class Grid:
    """Which lines may go on with which. columns: for each first line the second ones, by their places among these."""

    def __init__(self, befores: Sequence[Seen], afters: Sequence[Seen], columns: Sequence[Places]) -> None:
        self.befores, self.afters, self.columns = befores, afters, columns
        self.row = np.repeat(np.arange(len(befores)), [len(one) for one in columns])
        self.column = joined(columns)

    def of_befores(self, found: Sequence[object]) -> Any:
        """Returns for each pair what is found of its first line."""
        return np.array(found)[self.row]

    def of_afters(self, found: Sequence[object]) -> Any:
        """Returns for each pair what is found of its second line."""
        return np.array(found)[self.column]

    def pair(self, at: int) -> tuple[Seen, Seen]:
        """Returns the lines of one pair."""
        return self.befores[self.row[at]], self.afters[self.column[at]]


@dataclass(frozen=True, slots=True)
class Telling:
    """there: of which pairs the rule tells; much: how much of it there is, 1 where None; quote: the words it rests on,
    asked for the few pairs that are told of."""

    rule: str
    there: Flags
    quote: Callable[[Seen, Seen], str]
    much: Floats | None = None

    def evidence(self, at: int, pair: tuple[Seen, Seen]) -> Evidence:
        """Returns what it tells of one pair."""
        return self.rule, 1.0 if self.much is None else float(self.much[at]), self.quote(*pair)


def weighed(start: Floats, tellings: Iterable[Telling], weight: Mapping[str, float]) -> Floats:
    """Returns what each pair is worth. start: what it was worth without the tellings, which are added in their order,
    so that it does not matter how many pairs are weighed together."""
    worth = start.copy()
    for one in tellings:
        if one.there.any():
            much = weight[one.rule] if one.much is None else weight[one.rule] * one.much
            np.add(worth, much, out=worth, where=one.there)
    return worth
