"""The best assignment: of weighed pairs those that weigh most together, no first and no second used twice.

The heaviest pair first is not always best: of two jumps on one page the weaker may have only one page to go to."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

First = TypeVar("First", bound=Hashable)
Second = TypeVar("Second", bound=Hashable)


def assign(weights: Mapping[tuple[First, Second], float]) -> list[tuple[First, Second]]:
    """Returns the pairs that are best together, in the order given. Weights are positive.

    >>> assign({('A', 1): 5.0, ('A', 2): 4.9, ('B', 1): 4.8})
    [('A', 2), ('B', 1)]
    """
    firsts = list(dict.fromkeys(first for first, _ in weights))
    taken: dict[Second, First] = {}
    for _ in firsts:
        path = _best_path(weights, firsts, taken)
        if not path:
            break
        for first, second in path:
            taken[second] = first
    return [(first, second) for first, second in weights if taken.get(second) == first]


def _best_path(
    weights: Mapping[tuple[First, Second], float], firsts: list[First], taken: Mapping[Second, First]
) -> list[tuple[First, Second]]:
    """Returns the pairs to set so that one more first has a second and the sum grows most, [] when it cannot grow: a
    chain in which each first gives up its second for another (Bellman and Ford)."""
    busy = set(taken.values())
    paths: dict[First, tuple[float, list[tuple[First, Second]]]] = {one: (0.0, []) for one in firsts if one not in busy}
    best: tuple[float, list[tuple[First, Second]]] = (0.0, [])
    grown = True
    while grown:
        grown = False
        for (first, second), weight in weights.items():
            if first not in paths or taken.get(second) == first:
                continue
            gain, path = paths[first][0] + weight, [*paths[first][1], (first, second)]
            owner = taken.get(second)
            if owner is None:
                best = max(best, (gain, path), key=lambda found: found[0])
            elif gain - weights[owner, second] > paths.get(owner, (float("-inf"), []))[0] + 1e-9:
                paths[owner] = (gain - weights[owner, second], path)
                grown = True
    return best[1]
