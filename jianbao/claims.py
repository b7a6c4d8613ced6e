"""The machine claims, people decide.

Every inference about a line, an article or a page is a `Claim`: what is said, by which rule, how strongly, on which
lines and on which words. `settle` lets claims about one thing compete; the losers are kept, because `explain` prints
them. Nothing here knows about newspapers."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """One piece of evidence.

    about: the thing ("L15", "date", "newspaper"); value: what it is claimed to be ("headline", "2021-12");
    rule: the rule's name; weight: signed strength, 1.0 is a plain hint, 3.0 nearly decides; lines: 1-based lines of
    the page; quote: the words it rests on, as printed."""

    about: str
    value: str
    rule: str
    weight: float
    lines: tuple[int, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `settle` decided about one thing: the value ('' when nobody claimed anything), its weight, all claims."""

    about: str
    value: str
    weight: float
    claims: tuple[Claim, ...]


def settle(about: str, claims: Iterable[Claim]) -> Verdict:
    """Returns the value with the largest sum of weights; of equals, the one claimed first. Winner's claims lead.

    >>> settle('L15', [Claim('L15', 'headline', 'no stop', 0.5), Claim('L15', 'body', 'quote left open', 1.5)]).value
    'body'
    """
    sums: dict[str, float] = {}
    kept = tuple(claims)
    for claim in kept:
        sums[claim.value] = sums.get(claim.value, 0.0) + claim.weight
    if not sums:
        return Verdict(about, "", 0.0, ())
    best = max(sums, key=lambda value: sums[value])
    ordered = sorted(kept, key=lambda claim: (claim.value != best, -sums[claim.value], -claim.weight))
    return Verdict(about, best, sums[best], tuple(ordered))
