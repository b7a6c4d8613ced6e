"""The best sequence of roles over a page, and what any other role at a line would cost (Viterbi, down and up).

Takes what each role is worth at each line and prices for what may follow what; knows neither rules nor lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

START, END = "start", "end"
Prices = Mapping[tuple[str, str], float]  # what it is worth that one role follows another; 0 where none is named
Worths = Sequence[Mapping[str, float]]  # of each role, line by line; all lines have the same roles


@dataclass(frozen=True, slots=True)
class Best:
    """roles: of each line, in the best sequence; behind: how far the best sequence that gives a line another role falls
    short of it, by line and role; 0 for the roles of the best."""

    roles: tuple[str, ...] = ()
    behind: tuple[Mapping[str, float], ...] = ()


def best_sequence(worths: Worths, prices: Prices) -> Best:
    """Returns the best sequence; of equals the one whose roles are named first.

    >>> best = best_sequence([{'a': 1.0, 'b': 0.0}, {'a': 0.0, 'b': 0.4}], {('a', 'b'): -0.5})
    >>> best.roles, best.behind[1]
    (('a', 'a'), {'a': 0.0, 'b': 0.1})
    """
    if not worths:
        return Best()
    down, came_from = _down(worths, prices)
    up = _up(worths, prices)
    last = max(down[-1], key=lambda role: down[-1][role] + up[-1][role])
    roles = [last]
    for origin in reversed(came_from[1:]):
        roles.append(origin[roles[-1]])
    whole = down[-1][last] + up[-1][last]
    behind = [
        {role: round(whole - (here[role] + there[role]), 6) for role in here}
        for here, there in zip(down, up, strict=True)
    ]
    return Best(tuple(roles[::-1]), tuple(behind))


def _down(worths: Worths, prices: Prices) -> tuple[list[dict[str, float]], list[dict[str, str]]]:
    """Returns what the best sequence from the top to each role of each line is worth, and the role it came from."""
    roles = list(worths[0])
    found = [{role: prices.get((START, role), 0.0) + worth for role, worth in worths[0].items()}]
    came_from = [dict.fromkeys(roles, START)]
    into = {role: _priced([prices.get((last, role), 0.0) for last in roles]) for role in roles}
    for here in worths[1:]:
        before = list(found[-1].values())
        top = max(before)
        at = before.index(top)
        step, origin = {}, {}
        for role, (price, plain) in into.items():
            if plain[at]:
                step[role], origin[role] = top + here[role], roles[at]
            else:
                ways = list(map(add, before, price))
                best = max(ways)
                step[role], origin[role] = best + here[role], roles[ways.index(best)]
        found.append(step)
        came_from.append(origin)
    return found, came_from


def _up(worths: Worths, prices: Prices) -> list[dict[str, float]]:
    """Returns what the best sequence from below each role of each line to the end is worth."""
    roles = list(worths[0])
    found = [{role: prices.get((role, END), 0.0) for role in roles}]
    out_of = {role: _priced([prices.get((role, next), 0.0) for next in roles]) for role in roles}
    for below in reversed(worths[1:]):
        after = [worth + below[role] for role, worth in found[-1].items()]
        top = max(after)
        at = after.index(top)
        found.append(
            {role: top if plain[at] else max(map(add, after, price)) for role, (price, plain) in out_of.items()}
        )
    return found[::-1]


def _priced(price: list[float]) -> tuple[list[float], list[bool]]:
    """Returns prices with, for each, whether the best neighbour stays the best one with it: it costs nothing, and no
    other is worth more for being a neighbour."""
    return price, [one == 0 and max(price) <= 0 for one in price]
