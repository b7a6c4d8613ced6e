"""The place that a text is about, from the weighed mentions of places in it.

Every mention counts for its division and all above it; from each province the way goes down while one child leads."""

from collections.abc import Iterable, Sequence

from jianbao.chinese.gazetteer import Gazetteer
from jianbao.chinese.places import Mention


def primary(weighed: Sequence[tuple[Mention, float]], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Returns the codes of the places that the text is about, most important first: from the whole country down the
    tree while one child has most of what is named, company names left out of that count; then what rivals it, and
    the parts of it that are named often."""
    if not weighed:
        return ()
    plain = _sums([(mention, weight) for mention, weight in weighed if not mention.company], gazetteer)
    every = _sums([(mention, weight * (0.3 if mention.company else 1)) for mention, weight in weighed], gazetteer)
    tops = _ranked(_below("", every, gazetteer), every)
    first = _descend(tops[0], plain, every, gazetteer)
    found = [first]
    found += [_descend(code, plain, every, gazetteer) for code in tops[1:3] if every[code] >= 0.6 * every[tops[0]]]
    parts = _ranked(_below(first, plain, gazetteer), plain)
    found += [code for code in parts[:4] if plain[code] >= 2 and plain[code] >= 0.12 * plain[first]]
    return tuple(dict.fromkeys(found))


def _sums(weighed: Iterable[tuple[Mention, float]], gazetteer: Gazetteer) -> dict[str, float]:
    """What each division weighs with all that lies in it."""
    sums: dict[str, float] = {}
    for mention, weight in weighed:
        for code in gazetteer.line(mention.code):
            sums[code] = sums.get(code, 0.0) + weight
    return sums


def _below(code: str, sums: dict[str, float], gazetteer: Gazetteer) -> list[str]:
    return [below for below in sums if gazetteer.parents[below] == code]


def _ranked(codes: list[str], sums: dict[str, float]) -> list[str]:
    return sorted(codes, key=lambda code: -sums[code])


def _descend(code: str, plain: dict[str, float], every: dict[str, float], gazetteer: Gazetteer) -> str:
    """From a province down while one child leads the others and is named no less than its parent alone."""
    while True:
        sums = plain if code in plain else every
        below = _ranked(_below(code, sums, gazetteer), sums)
        children = sum(sums[child] for child in below)
        if not below or sums[below[0]] < max(0.55 * children, 0.9 * (sums[code] - children)):
            return code
        code = below[0]
