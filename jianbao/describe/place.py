"""Where a piece plays: its regions as paths, most important first, and what of that is unsure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jianbao.authority import Authority
from jianbao.chinese.gazetteer import Gazetteer
from jianbao.chinese.places import Found, Mention, Open, Sought, find, may_differ, seek
from jianbao.chinese.primary import primary
from jianbao.claims import Claim
from jianbao.describe.texts import Read, opening
from jianbao.model import PlaceName

HEAD, LEAD, REST, SENT = 6.0, 4.0, 1.0, 0.2
_SENT_FROM = re.compile(r"[\d０-９一二三四五六七八九十廿卅]{1,3}日[專专]?[電电]")  # （重慶廿二日電）
_MOST_NOTES = 3
_NOTE = "地名“{}”所指未定："

Weighed = list[tuple[Mention, float]]


@dataclass(frozen=True, slots=True)
class Placed:
    """regions: paths, most important first; claims: why; names: those of them that the page calls otherwise than we
    do today; notes: for `review`, names that several divisions bear and nothing settles."""

    regions: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    names: tuple[PlaceName, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names of places in a piece, whoever prints them and when. head, first, lead: where its heads, its first
    sentence and its second one end."""

    sought: Sought
    head: int
    first: int
    lead: int
    placed: dict[tuple[str, int], Placed] = field(default_factory=dict, compare=False)  # as far as it was asked


def names(read: Read, authority: Authority) -> Names:
    """Returns the names of places in a piece."""
    head, paragraphs = read.heads, read.paragraphs
    sought = seek("\n".join((head, *paragraphs)), authority.gazetteer)
    begin = len(head) + 1
    return Names(sought, len(head), begin + opening(paragraphs, 1), begin + opening(paragraphs))


def regions(names: Names, authority: Authority, home: str = "", year: int = 0) -> Placed:
    """Returns the regions of a piece. home: path of the paper's region, '' for a national paper; a piece that names no
    place plays there."""
    asked = (home, year if home or (year and may_differ(names.sought, year)) else 0)
    if asked not in names.placed:
        names.placed[asked] = _regions(names, authority, *asked)
    return names.placed[asked]


def _regions(names: Names, authority: Authority, home: str, year: int) -> Placed:
    division = authority.division(home)
    found = find(names.sought, division.code if division else "", year)
    top = names.head if any(one.start < names.head for one in found.mentions) else names.first
    weighed = [(one, _weight(one, names.sought.text, top, names.lead)) for one in found.mentions]
    placed = _placed(found, weighed, authority.gazetteer)
    if not placed.regions and division:
        claims = (Claim("regions", home, "no place named: the paper's home", 0.5), *placed.claims)
        return Placed((home,), claims, (), placed.notes)
    return placed


def named(text: str, authority: Authority, home: str = "", year: int = 0) -> Placed:
    """Returns the regions that a piece of plain text names, all mentions alike; nothing is taken from home."""
    division = authority.division(home)
    found = find(seek(text, authority.gazetteer), division.code if division else "", year)
    return _placed(found, [(mention, REST) for mention in found.mentions], authority.gazetteer)


def answered(note: str, regions: Iterable[str]) -> bool:
    """Returns whether a note in `review` asks for a place that one of the regions settles.

    >>> answered('地名“鼓楼区”所指未定：江苏省/南京市/鼓楼区、福建省/福州市/鼓楼区', ['福建省/福州市/鼓楼区'])
    True
    """
    head, _, paths = note.partition("：")
    asks = head.startswith(_NOTE[:3]) and f"{head}：".endswith(_NOTE[-6:])
    return asks and any(f"{region}/".startswith(f"{path}/") for path in paths.split("、") for region in regions)


def _weight(mention: Mention, text: str, top: int, lead: int) -> float:
    """Heads count most, or the first sentence where they name no place; then the second one. Where a telegram was sent
    from counts only if nothing else does."""
    if _SENT_FROM.match(text, mention.end):
        return SENT
    return HEAD if mention.start < top else LEAD if mention.start < lead else REST


def _placed(found: Found, weighed: Weighed, gazetteer: Gazetteer) -> Placed:
    paths = tuple(gazetteer.paths[code] for code in primary(weighed, gazetteer))
    called = ((one.called, gazetteer.paths[one.code]) for one, _ in weighed if one.kind in ("former", "old"))
    names = tuple(PlaceName(name, path) for name, path in dict.fromkeys(called) if path in paths)
    notes = tuple(_note(one, gazetteer) for one in found.open[:_MOST_NOTES])
    return Placed(paths, (*_reasons(weighed, gazetteer.paths), *_rivals(found.open, gazetteer)), names, notes)


def _note(one: Open, gazetteer: Gazetteer) -> str:
    return _NOTE.format(one.name) + "、".join(gazetteer.paths[code] for code in one.codes)


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


def _rivals(left: Sequence[Open], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return tuple(
        Claim("regions", gazetteer.paths[code], "one of several of this name", 0.0, (), one.name)
        for one in left
        for code in one.codes
    )
