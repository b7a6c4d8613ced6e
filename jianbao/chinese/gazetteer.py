"""Place names and what each can mean: full names, short forms, towns, zones, former names.

Takes plain tables (code to name and parent, towns, aliases, former names), gives a `Gazetteer` that tells for a string
which divisions it can name. It settles nothing: which of four 鼓楼区 a text means is decided in places.py."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from jianbao.chinese.lists import words
from jianbao.chinese.starts import Starts

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


@dataclass(frozen=True)
class History:
    """What was. formers: names that ended; born: by code, the year a name of today began, if after 1980; moved: by
    path, those of the provinces that a division once lay in."""

    formers: tuple[Former, ...] = ()
    born: Mapping[str, int] = field(default_factory=dict)
    moved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a name can mean. kind: full, short, old (another suffix), town, alias or former; since, until: years a
    full or former name held, 0 not known or today; was: for a former name, the code of what it lay in."""

    code: str
    kind: str
    since: int = 0
    until: int = 0
    was: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """names: what each name can mean; towns: codes of the counties that have a town of this name; starts: of all
    names; parents and paths: by code; once: of a division, the provinces that it lay in before."""

    names: dict[str, tuple[Reading, ...]]
    towns: Mapping[str, tuple[str, ...]]
    starts: Starts
    parents: dict[str, str]
    paths: dict[str, str]
    once: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        divisions: Mapping[str, tuple[str, str]],
        towns: Mapping[str, tuple[str, ...]],
        aliases: Mapping[str, str],
        history: History,
    ) -> "Gazetteer":
        """Returns the gazetteer of these tables. divisions: code to (name, code of its parent)."""
        parents = {code: parent for code, (_, parent) in divisions.items()}
        paths: dict[str, str] = {}
        for code, (name, parent) in sorted(divisions.items()):
            paths[code] = f"{paths[parent]}/{name}" if parent else name
        codes = {path: code for code, path in paths.items()}
        names: dict[str, dict[str, Reading]] = {}
        for name, reading in _readings(divisions, aliases, history, codes):
            names.setdefault(name, {}).setdefault(reading.code, reading)
        return cls(
            {name: tuple(found.values()) for name, found in names.items()},
            towns,
            Starts.of((*names, *_spoken(towns))),
            parents,
            paths,
            {codes[path]: tuple(codes[above] for above in provinces) for path, provinces in history.moved.items()},
        )

    def meanings(self, name: str) -> tuple[Reading, ...]:
        """Returns what a name can mean, () for no place name."""
        found, counties = self.names.get(name, ()), self.towns.get(name, ())
        if counties and not _is_town(name):
            counties = ()
        if name[1:] == "镇" and name not in words("ordinary_stems.txt"):  # 乌镇 is 乌镇镇 in the list
            counties += self.towns.get(f"{name}镇", ())
        return found + tuple(Reading(county, "town") for county in counties) if counties else found

    def lies_in(self, code: str, above: str) -> bool:
        """Whether a division lies in another or is it; everything lies in ''.

        330106 lies in 330100 lies in 330000."""
        while code and code != above:
            code = self.parents.get(code, "")
        return code == above

    def lay_in(self, reading: Reading, above: str) -> bool:
        """Whether what a name means lies in a division or once did: 涪陵市 and 重庆市 lay in 四川省."""
        places = (reading.code, reading.was) if reading.was else (reading.code,)
        return any(
            self.lies_in(place, above) or any(above in self.once.get(code, ()) for code in self.line(place))
            for place in places
        )

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
    return (len(name) > 2 and name.endswith(_TOWN_ENDS)) or (len(name) == 2 and name[1] == "镇")


def _spoken(towns: Iterable[str]) -> Iterator[str]:
    for town in towns:
        if _is_town(town):
            yield town
            if town.endswith("镇镇") and len(town) == 3:
                yield town[:2]


def _readings(
    divisions: Mapping[str, tuple[str, str]],
    aliases: Mapping[str, str],
    history: History,
    codes: Mapping[str, str],
) -> Iterable[tuple[str, Reading]]:
    """All names with what they mean; of two readings of one name and place the first stays, so full names lead."""
    told = frozenset((*(name for name, _ in divisions.values()), *(former.name for former in history.formers)))
    yield from ((name, Reading(code, "full", history.born.get(code, 0))) for code, (name, _) in divisions.items())
    for former in history.formers:
        if former.now in codes:
            reading = Reading(codes[former.now], "former", former.since, former.until, codes.get(former.place, ""))
            yield former.name, reading
            older = f"{former.name.removesuffix('地区')}专区"  # until the seventies
            if former.name.endswith("地区") and older not in told:
                yield older, replace(reading, since=0, until=min(former.until or 1978, 1978))
    for code, (name, _) in divisions.items():
        yield from _short_forms(code, name, told)
    yield from ((name, Reading(codes[path], "alias")) for name, path in aliases.items() if path in codes)


def _short_forms(code: str, name: str, told: frozenset[str]) -> Iterable[tuple[str, Reading]]:
    """秀洲 of 秀洲区, 恩施州 of 恩施土家族苗族自治州, and what a division may once have been: 萧山市 of 萧山区."""
    short = stem(name)
    yield short, Reading(code, "short")
    autonomous = _AUTONOMOUS.search(name)
    if autonomous and autonomous[0] != "自治区":
        yield short + autonomous[0][-1], Reading(code, "full")
    ordinary = short in words("ordinary_stems.txt")
    for suffix in _OLD_SUFFIXES:
        if short + suffix not in told and short != name and not (ordinary and suffix in "市区"):
            yield short + suffix, Reading(code, "old")
