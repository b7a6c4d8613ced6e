"""Place names and what each can mean: full names, short forms, towns, zones, former names.

Takes plain tables (code to name and parent, towns, aliases, former names), gives a `Gazetteer` that tells for a string
which divisions it can name. It settles nothing: which of four 鼓楼区 a text means is decided in places.py."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from jianbao.chinese.lists import words

_SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|林区|特区|省|市|区|县|旗|盟)$")
_AUTONOMOUS = re.compile(r"自治(?:区|州|县|旗)$")
_OLD_SUFFIXES = ("市", "县", "区", "地区", "专区")
_TOWN_ENDS = ("镇", "乡", "街道", "苏木")


@dataclass(frozen=True, slots=True)
class Former:
    """A former name. place: where it lay, as a path today; since, until: years, 0 not known; now: the path today."""

    name: str
    place: str
    since: int
    until: int
    now: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a name can mean. kind: full, short, old (another suffix), town, alias or former; for a former name
    the years it held, 0 not known."""

    code: str
    kind: str
    since: int = 0
    until: int = 0


@dataclass(frozen=True)
class Gazetteer:
    """names: what each name can mean; towns: codes of the counties that have a town of this name; starts: the first
    two characters of a name to the lengths to try, longest first; parents and paths: by code."""

    names: dict[str, tuple[Reading, ...]]
    towns: Mapping[str, tuple[str, ...]]
    starts: dict[str, tuple[int, ...]]
    parents: dict[str, str]
    paths: dict[str, str]

    @classmethod
    def of(
        cls,
        divisions: Mapping[str, tuple[str, str]],
        towns: Mapping[str, tuple[str, ...]],
        aliases: Mapping[str, str],
        formers: Iterable[Former],
    ) -> "Gazetteer":
        """Returns the gazetteer of these tables. divisions: code to (name, code of its parent)."""
        parents = {code: parent for code, (_, parent) in divisions.items()}
        paths: dict[str, str] = {}
        for code, (name, parent) in sorted(divisions.items()):
            paths[code] = f"{paths[parent]}/{name}" if parent else name
        codes = {path: code for code, path in paths.items()}
        names: dict[str, dict[str, Reading]] = {}
        for name, reading in _readings(divisions, aliases, formers, codes):
            names.setdefault(name, {}).setdefault(reading.code, reading)
        return cls(
            {name: tuple(found.values()) for name, found in names.items()},
            towns,
            _starts((*names, *(town for town in towns if _is_town(town)))),
            parents,
            paths,
        )

    def meanings(self, name: str) -> tuple[Reading, ...]:
        """Returns what a name can mean, () for no place name."""
        counties = self.towns.get(name, ()) if _is_town(name) else ()
        return self.names.get(name, ()) + tuple(Reading(county, "town") for county in counties)

    def lies_in(self, code: str, above: str) -> bool:
        """Whether a division lies in another or is it; everything lies in ''.

        330106 lies in 330100 lies in 330000."""
        while code and code != above:
            code = self.parents.get(code, "")
        return code == above

    def line(self, code: str) -> tuple[str, ...]:
        """Returns the codes from the province down to this division."""
        found: list[str] = []
        while code:
            found.append(code)
            code = self.parents.get(code, "")
        return tuple(reversed(found))


@cache
def _peoples() -> tuple[str, ...]:
    return tuple(sorted(words("peoples.txt"), key=len, reverse=True))


def stem(name: str) -> str:
    """Returns the short form of a division's name, the name itself when too little would be left.

    >>> stem('西湖区'), stem('景宁畲族自治县'), stem('莘县'), stem('东乡族自治县'), stem('新疆维吾尔自治区')
    ('西湖', '景宁', '莘县', '东乡', '新疆')
    """
    short = _SUFFIX.sub("", name)
    if _AUTONOMOUS.search(name):
        while found := next((people for people in _peoples() if short[2:].endswith(people)), ""):
            short = short[: -len(found)]
        short = short.removesuffix("族")
    return short if len(short) > 1 else name


def _is_town(name: str) -> bool:
    """Whether a town's name is safe to look for: 农场 and 开发区, which stand in the table too, are not."""
    return len(name) > 2 and name.endswith(_TOWN_ENDS)


def _starts(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[:2], set()).add(len(name))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def _readings(
    divisions: Mapping[str, tuple[str, str]],
    aliases: Mapping[str, str],
    formers: Iterable[Former],
    codes: Mapping[str, str],
) -> Iterable[tuple[str, Reading]]:
    """All names with what they mean; of two readings of one name and place the first stays, so full names lead."""
    full = frozenset(name for name, _ in divisions.values())
    yield from ((name, Reading(code, "full")) for code, (name, _) in divisions.items())
    for code, (name, _) in divisions.items():
        yield from _short_forms(code, name, full)
    yield from ((name, Reading(codes[path], "alias")) for name, path in aliases.items() if path in codes)
    yield from (
        (former.name, Reading(codes[former.now], "former", former.since, former.until))
        for former in formers
        if former.now in codes
    )


def _short_forms(code: str, name: str, full: frozenset[str]) -> Iterable[tuple[str, Reading]]:
    """秀洲 of 秀洲区, 恩施州 of 恩施土家族苗族自治州, and what a division may once have been: 萧山市 of 萧山区."""
    short = stem(name)
    yield short, Reading(code, "short")
    autonomous = _AUTONOMOUS.search(name)
    if autonomous and autonomous[0] != "自治区":
        yield short + autonomous[0][-1], Reading(code, "full")
    ordinary = short in words("ordinary_stems.txt")
    for suffix in _OLD_SUFFIXES:
        if short + suffix not in full and short != name and not (ordinary and suffix in "市区"):
            yield short + suffix, Reading(code, "old")
