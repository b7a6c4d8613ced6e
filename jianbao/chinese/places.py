"""Place names in a text, and what each of them names.

`seek` looks for all names of a Gazetteer in a text once; `find` gives Mentions with what they name to a paper in its
year (`chinese/primary` says where the text plays), and the names that stay open. Short forms count at word boundaries
only (李长春 is no city); which of its meanings a name has is settled in settle.py. Does not know articles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from jianbao.chinese.gazetteer import Gazetteer, Reading
from jianbao.chinese.hant import simplified
from jianbao.chinese.lists import words
from jianbao.chinese.lookalikes import is_capital_abroad, is_compound, is_phrase
from jianbao.chinese.seams import Seams
from jianbao.chinese.settle import Readings, as_ever, is_near, of_its_time, plainly, settle

_HAN = re.compile(r"[\u3400-\u9fff]")
_BETWEEN = re.compile(r"[、和与及,，/·]|以及")
_NEEDS_PARENT = {"城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "新区", "老区", "市区"} | {
    "新城区",
    "老城区",
    "新市区",
    "市郊区",
    "河南区",
}
_SUFFIXED = tuple("省市县区旗盟州")
_RUNS_ON = {
    "市": ("场", "价", "面"),
    "区": ("域", "间", "别", "分", "块", "划"),
    "县": ("道",),
    "省": ("略",),
    "乡": ("镇", "土", "亲"),
}
_COMPANY = re.compile(r"(?:(?![的了在与和及是说到])[（）()·\w]){0,16}?(?:公司|集团|银行|研究院|设计院|大学|学院|医院)")
_CUED = re.compile(r"(?:[^存所现正内实潜]|^)(?:[在赴抵]|来自|前往)$")
_HERE = {
    "省": re.compile(r"[我全本]省|省总工会|省总(?!部)|省内|省政府|省委"),
    "市": re.compile(r"[我全本]市(?![场民价])|市总工会|市总(?!部)|市政府|市委"),
    "区": re.compile(r"[我全]区(?!域)|本区(?!域)|区总工会|区政府|区委"),
    "县": re.compile(r"[我全本]县|县总工会|县政府|县委"),
    "州": re.compile(r"[我全]州(?=[^\u3400-\u9fff]|各|的|职工|工会)|州总工会|州政府|州委"),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place name in a text. code: what it names; kind: as Reading, or here for 我省; company: it stands in the
    name of a company or school; called: the last name of 浙江省杭州市江干区, as printed."""

    name: str
    start: int
    end: int
    code: str
    kind: str
    company: bool = False
    called: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name in the text before it is settled what it means."""

    name: str
    start: int
    end: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """A text with the names that stand in it, which may overlap, whatever they mean there and to whom. text:
    simplified; named: by offset, the longest first; seams: of its words."""

    text: str
    gazetteer: Gazetteer
    named: tuple[tuple[int, tuple[tuple[str, Readings], ...]], ...]
    seams: Seams


@dataclass(frozen=True, slots=True)
class _Scan:
    """A text under search by a paper with a home (its code) in a year, 0 not known."""

    text: str
    gazetteer: Gazetteer
    seams: Seams
    home: str
    year: int


@dataclass(frozen=True, slots=True)
class Open:
    """A name that several divisions bear, and nothing says which is meant. codes: of these."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The names of a text that could be settled, in order, and those that stay open."""

    mentions: tuple[Mention, ...]
    open: tuple[Open, ...] = ()


def seek(text: str, gazetteer: Gazetteer) -> Sought:
    """Returns a text with the names of the gazetteer in it."""
    text = simplified(text)
    named = []
    for at, names in gazetteer.starts.standing(text):
        named.append((at, tuple((name, gazetteer.meanings(name)) for name in names)))
    return Sought(text, gazetteer, tuple(named), Seams(text))


def may_differ(sought: Sought, year: int) -> bool:
    """May the names of a text mean something else in a year than where it is not known, to a paper without a home?"""
    return not all(as_ever(readings, year) for _, names in sought.named for _, readings in names)


def find(sought: Sought, home: str = "", year: int = 0) -> Found:
    """Returns the place names of a text. home: the code of the paper's home region, '' for a national paper; year: of
    the page, 0 not known."""
    text, gazetteer = sought.text, sought.gazetteer
    hits = _hits(sought, home, year)
    sure = {reading.code for hit in hits if (reading := plainly(hit.readings, gazetteer))}
    mentions: list[Mention] = []
    left: dict[str, Open] = {}
    for hit in hits:
        before = mentions[-1] if mentions and mentions[-1].end == hit.start else None
        reading = settle(hit.readings, before.code if before else "", sure, gazetteer, home)
        if reading is None:
            codes = tuple(dict.fromkeys(one.code for one in hit.readings))
            own = tuple(code for code in codes if home and gazetteer.lies_in(code, home))
            left[hit.name] = Open(hit.name, own or codes)
            continue
        inside = before is not None and gazetteer.lay_in(reading, before.code)
        if not inside and not is_near(reading, hit.name, set() if before else sure, gazetteer, home):
            continue
        company = reading.kind in ("short", "full") and _COMPANY.match(text, hit.end) is not None
        kind, called = reading.kind, hit.name
        if before and (inside or _is_old_province(before)):
            mentions.pop()
            hit = _Hit(before.name + hit.name, before.start, hit.end, hit.readings)
            if before.code == reading.code:  # 下城区武林街道: the former name is what the page calls it
                kind, called = before.kind, before.called
        mentions.append(Mention(hit.name, hit.start, hit.end, reading.code, kind, company, called))
    here = _here(text, gazetteer, home)
    named = tuple(sorted((*mentions, *here), key=lambda mention: mention.start))
    return Found(named, tuple(one for name, one in left.items() if all(name not in other.name for other in named)))


def _is_old_province(mention: Mention) -> bool:
    """热河省 before 赤峰市: it lies in another province today."""
    return mention.kind == "former" and mention.name.endswith(("省", "行署区"))


def _hits(sought: Sought, home: str, year: int) -> list[_Hit]:
    """Names from left to right, the longest that passes at each place."""
    scan = _Scan(sought.text, sought.gazetteer, sought.seams, home, year)
    hits: list[_Hit] = []
    for at, names in sought.named:
        if not hits or at >= hits[-1].end:
            hits += islice(_candidates(scan, at, names, hits), 1)
    return hits


def _candidates(scan: _Scan, at: int, names: Iterable[tuple[str, Readings]], hits: Sequence[_Hit]) -> Iterator[_Hit]:
    """The names that begin at one place and pass, longest first."""
    for name, meanings in names:
        passing = tuple(one for one in meanings if _passes(scan, at, name, one, hits))
        readings = passing and of_its_time(passing, scan.year, scan.gazetteer, scan.home)
        if readings:
            yield _Hit(name, at, at + len(name), readings)


def _passes(scan: _Scan, at: int, name: str, reading: Reading, hits: Sequence[_Hit]) -> bool:
    """Whether a name at this place may be a place name at all."""
    end = at + len(name)
    adjacent = hits[-1] if hits and hits[-1].end == at else None
    child = adjacent is not None and any(scan.gazetteer.lay_in(reading, above.code) for above in adjacent.readings)
    if name in _NEEDS_PARENT or scan.text.startswith(_RUNS_ON.get(name[-1], ()), end):
        alone = name == scan.text.strip() and scan.home != "" and scan.gazetteer.lies_in(reading.code, scan.home)
        return name in _NEEDS_PARENT and (child or alone)
    bare = reading.kind == "short" or (reading.kind == "former" and not name.endswith(_SUFFIXED))
    begins = at in scan.seams or adjacent is not None or not _HAN.match(scan.text[at - 1 : at])
    if reading.kind in ("full", "former", "old", "town") and len(name) > 2 and not bare:
        if reading.kind == "former" and scan.text[end : end + 1] == "民":
            return False  # 通州|市民
        return (begins or _is_written_out(name, reading)) and not _is_split(scan, end - 1, reading)
    if (bare or len(name) == 2) and is_phrase(scan.text, scan.seams, at, end):
        return False
    if reading.kind == "alias" and is_capital_abroad(scan.text, at, end):
        return False
    if bare and not child and not _stands_bare(scan, at, name, reading, hits):
        return False
    if _is_split(scan, end, reading):
        return reading.kind == "short"
    return child or (begins and _ends(scan, at, end, reading))


def _is_written_out(name: str, reading: Reading) -> bool:
    """适|应城市, 开始|向山区 are no counties; chance makes no name of four characters, and of few cities."""
    return reading.kind in ("full", "town") and (len(name) > 3 or reading.code.endswith("00"))


def _stands_bare(scan: _Scan, at: int, name: str, reading: Reading, hits: Sequence[_Hit]) -> bool:
    """Whether a short name may be one without what it lies in before it. Not 宁波海曙|东海集团, 杭州|广安物流公司."""
    adjacent = hits[-1] if hits and hits[-1].end == at else None
    if adjacent and (len(scan.gazetteer.line(reading.code)) > 2 or _COMPANY.match(scan.text, at + len(name))):
        return False
    return _is_no_word(scan, at, name, reading, hits)


def _ends(scan: _Scan, at: int, end: int, reading: Reading) -> bool:
    """Whether a short name ends where it seems to: with a word, before what lies in it (广西|南宁), or in a compound
    that says where; of counties only the first two, 南华大学 does not lie in 南华."""
    if end in scan.seams or not _HAN.match(scan.text, end):
        return True
    following = scan.gazetteer.starts.at(scan.text, end)
    below = (meaning for name in following for meaning in scan.gazetteer.meanings(name))
    if any(scan.gazetteer.lies_in(meaning.code, reading.code) and meaning.code != reading.code for meaning in below):
        return True
    return len(scan.gazetteer.line(reading.code)) < 3 and is_compound(scan.text, scan.seams, at, end)


def _is_split(scan: _Scan, at: int, reading: Reading) -> bool:
    """Whether 市中区, 市北区, 市南区 of this city begins here: 乐山|市中区, not 乐山市|中区."""
    name = scan.text[at : at + 3]
    return name[:1] == "市" and any(
        scan.gazetteer.parents[below.code] in scan.gazetteer.line(reading.code)
        for below in scan.gazetteer.meanings(name)
        if below.kind == "full"
    )


def _is_no_word(scan: _Scan, at: int, name: str, reading: Reading, hits: Sequence[_Hit]) -> bool:
    """Not an ordinary word, or one that shows that it is a place: before 市总, in the paper's home, in a list."""
    if name not in words("ordinary_stems.txt"):
        return True
    end = at + len(name)
    if end in scan.seams and _CUED.search(scan.text[max(at - 3, 0) : at]) and name not in words("everyday_stems.txt"):
        return True
    if scan.home and scan.gazetteer.lies_in(reading.code, scan.home) and name not in words("everyday_stems.txt"):
        return True
    return scan.text.startswith(("市总", "县总", "区总"), end) or _is_listed(scan, at, end, hits)


def _is_listed(scan: _Scan, at: int, end: int, hits: Sequence[_Hit]) -> bool:
    """Whether an ordinary word stands in a list of places: 延安、榆林和安康等地."""
    if hits and hits[-1].end < at and _BETWEEN.fullmatch(scan.text[hits[-1].end : at]):
        return True
    match = _BETWEEN.match(scan.text, end)
    following = scan.text[match.end() : match.end() + 4] if match else ""
    return any(
        following[:length] in scan.gazetteer.names and following[:length] not in words("ordinary_stems.txt")
        for length in (2, 3, 4)
    )


def _here(text: str, gazetteer: Gazetteer, home: str) -> Iterable[Mention]:
    """我省, 全省, 省总 of a paper with a home; 我市 of a city's paper, 我区 of a district's."""
    for code in gazetteer.line(home):
        pattern = _HERE.get(gazetteer.paths[code][-1])
        for match in pattern.finditer(text) if pattern else ():
            if match[0][0] in "我全本" or not _HAN.match(text[max(match.start() - 1, 0) : match.start()]):
                yield Mention(match[0], match.start(), match.end(), code, "here")
