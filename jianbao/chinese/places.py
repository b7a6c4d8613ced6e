"""Place names in a text, and what each of them names.

`find` takes a text and a Gazetteer and gives Mentions with what they name (`chinese/primary` says where the text
plays). Short forms count at word boundaries only (李长春 is no city), an ambiguous name takes its parent right
before it, another sure place of the text, the paper's home, the higher level, or stays open: never the first of a
list. Does not know newspapers or articles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from jianbao.chinese.gazetteer import Gazetteer, Reading
from jianbao.chinese.hant import simplified
from jianbao.chinese.lists import words
from jianbao.chinese.words import cut

_HAN = re.compile(r"[\u3400-\u9fff]")
_BETWEEN = re.compile(r"[、和与及,，/·]|以及")
_NEEDS_PARENT = {"城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "新城区", "老城区", "市区", "新市区", "河南区"}
_RUNS_ON = {"市": ("场", "价", "面"), "区": ("域", "间", "别", "分", "块", "划"), "县": ("道",), "省": ("略",)}
_COMPANY = re.compile(r"[\u3400-\u9fff（）()·\w]{0,16}?(?:公司|集团|银行|研究院|设计院|大学|学院|医院)")
_SPEAKS = re.compile(r"(?:说|表示|介绍|告诉|认为|笑着|坦言|报道|摄)")
_PROVINCE_HERE = re.compile(r"我省|全省|省总工会|省总(?!部)|省内|省政府|省委")
_CITY_HERE = re.compile(r"我市|全市|市总工会|市总(?!部)|市政府|市委")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place name in a text. code: what it names; kind: as Reading, or here for 我省; company: it stands in the
    name of a company or school."""

    name: str
    start: int
    end: int
    code: str
    kind: str
    company: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name in the text before it is settled what it means."""

    name: str
    start: int
    end: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class _Scan:
    """A text under search. seams: offsets at which a word begins or ends; home: code; year: 0 not known."""

    text: str
    gazetteer: Gazetteer
    home: str
    year: int
    seams: frozenset[int]


def find(text: str, gazetteer: Gazetteer, home: str = "", year: int = 0) -> tuple[Mention, ...]:
    """Returns the place names of a text that could be settled, in order. home: the code of the paper's home region,
    '' for a national paper; year: of the page, 0 not known."""
    text = simplified(text)
    hits = _hits(_Scan(text, gazetteer, home, year, word_seams(text)))
    sure = {reading.code for hit in hits if (reading := _plainly(hit.readings, gazetteer))}
    mentions: list[Mention] = []
    for hit in hits:
        before = mentions[-1] if mentions and mentions[-1].end == hit.start else None
        reading = _settle(hit, before, sure, gazetteer, home)
        if reading is None:
            continue
        company = reading.kind == "short" and _COMPANY.match(text, hit.end) is not None
        if before and gazetteer.lies_in(reading.code, before.code):
            mentions.pop()
            hit = _Hit(before.name + hit.name, before.start, hit.end, hit.readings)
        mentions.append(Mention(hit.name, hit.start, hit.end, reading.code, reading.kind, company))
    return tuple(sorted((*mentions, *_here(text, gazetteer, home)), key=lambda mention: mention.start))


def _hits(scan: _Scan) -> list[_Hit]:
    """Names from left to right, the longest that passes at each place."""
    hits: list[_Hit] = []
    at = 0
    while at < len(scan.text) - 1:
        hit = next(_candidates(scan, at, hits), None)
        if hit:
            hits.append(hit)
        at = hit.end if hit else at + 1
    return hits


def word_seams(text: str) -> frozenset[int]:
    """Returns the offsets at which a word of a text begins or ends."""
    seams, at = {0}, 0
    for line in text.splitlines(keepends=True):
        for word in cut(line):
            at += len(word)
            seams.add(at)
    return frozenset(seams)


def _candidates(scan: _Scan, at: int, hits: list[_Hit]) -> Iterator[_Hit]:
    """The names that begin at one place and pass, longest first."""
    for length in scan.gazetteer.starts.get(scan.text[at : at + 2], ()):
        name = scan.text[at : at + length]
        readings = tuple(
            reading
            for reading in scan.gazetteer.meanings(name)
            if _holds(reading, scan.year) and _passes(scan, at, name, reading, hits)
        )
        if readings:
            living = tuple(reading for reading in readings if reading.kind != "former")
            yield _Hit(name, at, at + length, readings if scan.year else living or readings)


def _holds(reading: Reading, year: int) -> bool:
    """Whether a former name was in use in the year of the page; a year of grace, the last one is the year of change."""
    return reading.kind != "former" or not year or year <= (reading.until or 9999) + 1


def _passes(scan: _Scan, at: int, name: str, reading: Reading, hits: list[_Hit]) -> bool:
    """Whether a name at this place may be a place name at all."""
    end = at + len(name)
    adjacent = hits[-1] if hits and hits[-1].end == at else None
    child = adjacent is not None and any(
        scan.gazetteer.lies_in(reading.code, above.code) for above in adjacent.readings
    )
    if name in _NEEDS_PARENT or scan.text.startswith(_RUNS_ON.get(name[-1], ()), end):
        return child and name in _NEEDS_PARENT
    if reading.kind in ("full", "former", "old", "town") and len(name) > 2:
        return (reading.kind != "old" or at in scan.seams or child) and not _is_split(scan, end - 1, reading)
    if reading.kind == "short":
        if not _is_no_phrase(scan.text, at, end):
            return False
        if not child and not _is_no_word(scan, at, name, reading, hits):
            return False
        deep = len(scan.gazetteer.line(reading.code)) > 2
        if adjacent and not child and (deep or _COMPANY.match(scan.text, end)):
            return False  # 宁波海曙|东海集团, 杭州|广安物流公司: the second does not lie in the first
    if _is_split(scan, end, reading):
        return reading.kind == "short"
    begins = at in scan.seams or adjacent is not None or not _HAN.match(scan.text[at - 1 : at])
    return child or (begins and (end in scan.seams or not _HAN.match(scan.text, end)))


def _is_split(scan: _Scan, at: int, reading: Reading) -> bool:
    """Whether 市中区, 市北区, 市南区 of this city begins here: 乐山|市中区, not 乐山市|中区."""
    name = scan.text[at : at + 3]
    return name[:1] == "市" and any(
        scan.gazetteer.parents[below.code] == reading.code for below in scan.gazetteer.meanings(name)
    )


def _is_no_phrase(text: str, at: int, end: int) -> bool:
    """Not 青岛啤酒, 西安社区, 王海宁说."""
    if text.startswith(tuple(words("not_after_place.txt")), end):
        return False
    return not (text[at - 1 : at] in _surnames() and _SPEAKS.match(text, end))


def _is_no_word(scan: _Scan, at: int, name: str, reading: Reading, hits: list[_Hit]) -> bool:
    """Not an ordinary word, or one that shows that it is a place: before 市总, in the paper's home, in a list."""
    if name not in words("ordinary_stems.txt"):
        return True
    end = at + len(name)
    if scan.home and scan.gazetteer.lies_in(reading.code, scan.home) and name not in words("everyday_stems.txt"):
        return True
    return scan.text.startswith(("市总", "县总", "区总"), end) or _is_listed(scan, at, end, hits)


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join(group for group in words("surnames.txt") if len(group) > 2))


def _is_listed(scan: _Scan, at: int, end: int, hits: list[_Hit]) -> bool:
    """Whether an ordinary word stands in a list of places: 延安、榆林和安康等地."""
    if hits and hits[-1].end < at and _BETWEEN.fullmatch(scan.text[hits[-1].end : at]):
        return True
    match = _BETWEEN.match(scan.text, end)
    following = scan.text[match.end() : match.end() + 4] if match else ""
    return any(
        following[:length] in scan.gazetteer.names and following[:length] not in words("ordinary_stems.txt")
        for length in (2, 3, 4)
    )


def _settle(hit: _Hit, before: Mention | None, sure: set[str], gazetteer: Gazetteer, home: str) -> Reading | None:
    """Which of its readings a name has, None when that stays open."""
    found = hit.readings
    if before:
        below = [reading for reading in found if gazetteer.lies_in(reading.code, before.code)]
        if below:
            return _highest(below, gazetteer) or below[0]
    if len(found) == 1:
        return found[0] if found[0].kind != "town" or _is_near(hit, sure, gazetteer, home) else None
    scored = [(_kin(reading.code, sure, gazetteer), reading) for reading in found]
    best = max(score for score, _ in scored)
    near = [reading for score, reading in scored if score == best]
    if best and len(near) == 1 and not _overshadowed(near[0], found, gazetteer):
        return near[0]
    at_home = [
        reading
        for reading in near
        if home and gazetteer.lies_in(reading.code, home) and not _overshadowed(reading, near, gazetteer, home)
    ]
    return _highest(at_home, gazetteer) or _highest(near, gazetteer) if found[0].kind != "town" else _only(at_home)


def _plainly(readings: tuple[Reading, ...], gazetteer: Gazetteer) -> Reading | None:
    """The meaning of a name that needs no help: its only one, or 南昌市 where 南昌县 lies in it."""
    highest = _highest(list(readings), gazetteer)
    if highest is None or highest.kind == "town":
        return None
    return highest if all(gazetteer.lies_in(reading.code, highest.code) for reading in readings) else None


def _is_near(hit: _Hit, sure: set[str], gazetteer: Gazetteer, home: str) -> bool:
    """Whether the only town of a name may be meant: at home, or near a sure place; 乐山's 柏杨街道 is gone, the one of
    the table lies in 重庆."""
    code = hit.readings[0].code
    if (home and gazetteer.lies_in(code, home)) or _kin(code, sure, gazetteer):
        return True
    return not sure and len(hit.name) > 3


def _only(readings: list[Reading]) -> Reading | None:
    return readings[0] if len(readings) == 1 else None


def _overshadowed(reading: Reading, others: Iterable[Reading], gazetteer: Gazetteer, home: str = "") -> bool:
    """西安 in a paper of 黑龙江 is the city, not 牡丹江's 西安区: a short form of a county gives way to a city or a
    province elsewhere, unless the paper is of the city that the county lies in."""
    if reading.kind != "short" or gazetteer.parents[reading.code] == home:
        return False
    depth = len(gazetteer.line(reading.code))
    return depth > 2 and any(len(gazetteer.line(other.code)) < depth for other in others)


def _kin(code: str, sure: set[str], gazetteer: Gazetteer) -> int:
    """How near a division is to the sure places: 3 one lies in it or it in one, 2 same city, 1 same province."""
    line = gazetteer.line(code)
    best = 0
    for other in sure:
        shared = sum(a == b for a, b in zip(line, gazetteer.line(other), strict=False))
        best = max(best, min(shared, 2) + (shared == min(len(line), len(gazetteer.line(other))) and shared > 1))
    return best


def _highest(readings: list[Reading], gazetteer: Gazetteer) -> Reading | None:
    """The one reading of the highest level, None when several are."""
    depth = min((len(gazetteer.line(reading.code)) for reading in readings), default=0)
    return _only([reading for reading in readings if len(gazetteer.line(reading.code)) == depth])


def _here(text: str, gazetteer: Gazetteer, home: str) -> Iterable[Mention]:
    """我省, 全省, 省总 of a paper with a home; 我市 of a city's paper."""
    patterns = (_PROVINCE_HERE, _CITY_HERE)
    for pattern, code in zip(patterns, gazetteer.line(home), strict=False):
        for match in pattern.finditer(text):
            if match[0][0] in "我全" or not _HAN.match(text[max(match.start() - 1, 0) : match.start()]):
                yield Mention(match[0], match.start(), match.end(), code, "here")
