"""Where a piece plays: its regions as paths, most important first."""

from collections.abc import Sequence

from jianbao.authority import Authority
from jianbao.chinese.places import Mention, find
from jianbao.chinese.primary import primary
from jianbao.claims import Claim
from jianbao.describe.texts import heads, opening, running
from jianbao.model import Piece

HEAD, LEAD, REST = 6.0, 4.0, 1.0


Regions = tuple[tuple[str, ...], tuple[Claim, ...]]


def regions(piece: Piece, authority: Authority, home: str = "", year: int = 0) -> Regions:
    """Returns the regions of a piece and why. home: path of the paper's region, '' for a national paper; a piece
    that names no place plays there."""
    gazetteer = authority.gazetteer
    division = authority.division(home)
    weighed = _weighed(piece, authority, division.code if division else "", year)
    paths = tuple(gazetteer.paths[code] for code in primary(weighed, gazetteer))
    if not paths and division:
        return (home,), (Claim("regions", home, "no place named: the paper's home", 0.5),)
    return paths, _reasons(weighed, gazetteer.paths)


def named(text: str, authority: Authority, home: str = "", year: int = 0) -> Regions:
    """Returns the regions that a piece of plain text names, all mentions alike, and why; nothing is taken from home."""
    division = authority.division(home)
    found = find(text, authority.gazetteer, division.code if division else "", year)
    weighed = [(mention, REST) for mention in found.mentions]
    paths = authority.gazetteer.paths
    return tuple(paths[code] for code in primary(weighed, authority.gazetteer)), _reasons(weighed, paths)


def _weighed(piece: Piece, authority: Authority, home: str, year: int) -> list[tuple[Mention, float]]:
    """The places of heads and text together, so that each helps to understand the other; heads count most."""
    head, paragraphs = heads(piece), running(piece)
    text = "\n".join((head, *paragraphs))
    lead = len(head) + 1 + opening(paragraphs)
    found = find(text, authority.gazetteer, home, year)
    return [
        (mention, HEAD if mention.start < len(head) else LEAD if mention.start < lead else REST)
        for mention in found.mentions
    ]


def _reasons(weighed: Sequence[tuple[Mention, float]], paths: dict[str, str]) -> tuple[Claim, ...]:
    """One claim for each place and name, with what all its mentions weigh."""
    sums: dict[tuple[str, str, str], float] = {}
    for mention, weight in weighed:
        rule = "named in a company's name" if mention.company else f"named ({mention.kind})"
        key = (paths[mention.code], rule, mention.name)
        sums[key] = sums.get(key, 0.0) + weight
    return tuple(
        Claim("regions", path, rule, weight, (), name)
        for (path, rule, name), weight in sorted(sums.items(), key=lambda item: -item[1])
    )
