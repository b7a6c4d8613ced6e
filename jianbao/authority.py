"""What the program knows about the world: divisions, towns, former names, subjects, newspapers, people.

Takes the shipped tables (jianbao/data) and what a person wrote in content/authority, which is read afterwards and
wins; gives one frozen `Authority`. It knows names, not texts: finding a place in a sentence is chinese/places.py."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from jianbao import plainyaml, subjects
from jianbao.chinese.gazetteer import Former, Gazetteer, History
from jianbao.chinese.lexicon import Lexicon, plain
from jianbao.problems import Fault, Problem
from jianbao.settings import Newspaper
from jianbao.subjects import Subject


@dataclass(frozen=True, slots=True)
class Division:
    """One division. code: GB/T 2260; path: 浙江省/杭州市; level: province, city or county; parent: a code or ''."""

    code: str
    name: str
    path: str
    level: str
    parent: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person. also: other spellings and pen names that are this person; other: names like it that are not."""

    name: str
    also: tuple[str, ...] = ()
    note: str = ""
    other: tuple[str, ...] = ()


@dataclass(frozen=True)
class Authority:
    """All tables. divisions: by code; towns: name to the codes of its counties; aliases: 杭城 and zones to paths;
    no_subjects: words that shall not be proposed for the list."""

    divisions: dict[str, Division] = field(default_factory=dict)
    towns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    history: History = field(default_factory=History)
    subjects: tuple[Subject, ...] = ()
    newspapers: tuple[Newspaper, ...] = ()
    people: tuple[Person, ...] = ()
    no_subjects: frozenset[str] = frozenset()

    @cached_property
    def _by_path(self) -> dict[str, Division]:
        return {division.path: division for division in self.divisions.values()}

    @cached_property
    def _by_parent(self) -> dict[str, tuple[Division, ...]]:
        found: dict[str, list[Division]] = {}
        for division in self.divisions.values():
            found.setdefault(division.parent, []).append(division)
        return {code: tuple(children) for code, children in found.items()}

    @cached_property
    def _by_term(self) -> dict[str, Subject]:
        return {subject.term: subject for subject in self.subjects}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The tables as chinese/places.py searches them."""
        rows = {code: (division.name, division.parent) for code, division in self.divisions.items()}
        return Gazetteer.of(rows, self.towns, self.aliases, self.history)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the subject list as describe/subject.py searches them."""
        return Lexicon.of((subject.words, subject.not_in) for subject in self.subjects)

    @cached_property
    def led_to(self) -> dict[str, Subject]:
        """The subject that each word of the list leads to, the word as the lexicon has it."""
        return {plain(word): subject for subject in self.subjects for word in subject.words}

    @property
    def names(self) -> Iterator[str]:
        """Yields the names that indexes list beside those that articles have."""
        yield from (name for subject in self.subjects for name in (subject.term, *subject.use_for))
        yield from (name for person in self.people for name in person.also)

    def division(self, path: str) -> Division | None:
        """Returns the division of an exact path, None when there is none."""
        return self._by_path.get(path)

    def children(self, code: str) -> tuple[Division, ...]:
        """Returns the divisions right below one, the provinces for ''; in the order of their codes."""
        return self._by_parent.get(code, ())

    @cached_property
    def _once_called(self) -> dict[str, tuple[Former, ...]]:
        found: dict[str, list[Former]] = {}
        for former in self.history.formers:
            found.setdefault(former.now, []).append(former)
        return {path: tuple(sorted(formers, key=lambda one: (one.until, one.since))) for path, formers in found.items()}

    def once_called(self, path: str) -> tuple[Former, ...]:
        """Returns the former names that lead to a division, the oldest first: 萧山县, 萧山市 of …/杭州市/萧山区."""
        return self._once_called.get(path, ())

    def subject(self, term: str) -> Subject | None:
        """Returns the subject of an exact term, None when there is none."""
        return self._by_term.get(term)

    def home_of(self, newspaper: str) -> str | None:
        """Returns the home region of a newspaper, '' for a national one, None for one that nobody listed."""
        return next((paper.home for paper in reversed(self.newspapers) if paper.name == newspaper), None)


@cache
def shipped() -> Authority:
    """Returns the shipped tables alone.

    >>> shipped().division('湖北省/仙桃市').level, shipped().division('北京市/丰台区').code
    ('county', '110106')
    """
    return Authority(
        _divisions(dict(_rows("divisions.tsv"))),
        _towns(),
        dict(_rows("zones.tsv")) | dict(_rows("abbreviations.tsv")),
        _history(),
        subjects.shipped(plainyaml.read(_text("subjects.yaml"), 1 << 20)[0]),
        tuple(Newspaper(name, home) for name, home in _rows("newspapers.tsv")),
    )


def load(content: Path) -> tuple[Authority, list[Problem]]:
    """Returns the shipped tables with what content/authority says on top, and what is wrong there."""
    authority, problems = shipped(), []
    for name, take in _TAKERS.items():
        path = content / "authority" / name
        if path.is_file():
            where = f"authority/{name}"
            try:
                value, key_lines = plainyaml.read(path.read_bytes().decode("utf-8-sig"), 1 << 20, entries=True)
                authority, wrong = take(authority, value, where, key_lines)
            except UnicodeDecodeError:
                wrong = [Problem(where, 0, f"{name} is not UTF-8.", "Save it as UTF-8.")]
            except Fault as fault:
                wrong = [fault.problem(where)]
            problems += wrong
    return authority, problems


def _text(name: str) -> str:
    return files("jianbao").joinpath("data", name).read_text("utf-8")


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _text(name).splitlines() if line and not line.startswith("#"))


def _divisions(names: dict[str, str]) -> dict[str, Division]:
    """Divisions by code; 110106 lies right below 110000 because there is no 110100."""
    found: dict[str, Division] = {}
    for code in sorted(names):
        city, province = code[:4] + "00", code[:2] + "0000"
        parent = next((above for above in (city, province) if above != code and above in names), "")
        level = "province" if code == province else "city" if code == city else "county"
        path = f"{found[parent].path}/{names[code]}" if parent else names[code]
        found[code] = Division(code, names[code], path, level, parent)
    return found


def _history() -> History:
    """former.tsv is written by hand and comes first, renamed.tsv follows the code books."""
    rows = (row for table in ("former.tsv", "renamed.tsv") for row in _rows(table))
    formers = tuple(Former(name, place, int(since), int(until), now) for name, place, since, until, now in rows)
    moved: dict[str, tuple[str, ...]] = {}
    for path, province, _, _ in _rows("moved.tsv"):
        moved[path] = (*moved.get(path, ()), province)
    return History(formers, {code: int(year) for code, year in _rows("born.tsv")}, moved)


def _towns() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for county, names in _rows("towns.tsv"):
        for name in names.split():
            found.setdefault(name, []).append(county)
    return {name: tuple(counties) for name, counties in found.items()}


def _items(value: Any, key: str, where: str, key_lines: dict[str, int]) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The entries of a list under `key`, or of a bare list; what is no entry becomes a Problem."""
    given = value.get(key, []) if isinstance(value, dict) else value
    line = key_lines.get(key, 1)
    problems = [
        Problem(where, key_lines[other], f'The key "{other}" is not known.', f"Write `{key}:` and a list.")
        for other in (value if isinstance(value, dict) else {})
        if other != key
    ]
    items = []
    for item in given if isinstance(given, list) else [given]:
        if isinstance(item, dict) and all(isinstance(part, str | list) for part in item.values()):
            items.append(item)
        elif isinstance(item, str) and item:
            items.append({"name": item, "term": item})
        elif item:
            problems.append(Problem(where, line, f"Not an entry of {key}: {item!r}.", "Write {name: …, …}."))
    return items, problems


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(word) for word in value or ())


Taken = tuple[Authority, list[Problem]]


def _take_subjects(authority: Authority, value: Any, where: str, key_lines: dict[str, int]) -> Taken:
    """A list of entries, alone or as `subjects`; `no_subjects`: words that shall not be proposed for it."""
    keys = value if isinstance(value, dict) else {"subjects": value}
    given, refused = keys.get("subjects") or [], keys.get("no_subjects") or []
    listed, problems = subjects.changed(authority.subjects, given if isinstance(given, list) else [given], where)
    problems += [
        Problem(
            where, key_lines[key], f'The key "{key}" is not known.', "Write `subjects:` or `no_subjects:`, and a list."
        )
        for key in keys
        if key not in ("subjects", "no_subjects")
    ]
    return replace(authority, subjects=listed, no_subjects=frozenset(_words(refused))), problems


def _take_places(authority: Authority, value: Any, where: str, key_lines: dict[str, int]) -> Taken:
    """{name: 龙安开发区, is: 福建省/宁德市/福鼎市}"""
    items, problems = _items(value, "places", where, key_lines)
    added: dict[str, str] = {}
    for item in items:
        name, path = str(item.get("name", "")), str(item.get("is", ""))
        if name and authority.division(path):
            added[name] = path
        else:
            what = f'"{name}" is said to be "{path}", which is no division.'
            problems.append(Problem(where, key_lines.get("places", 1), what, "Write {name: …, is: 省/市/县}."))
    return replace(authority, aliases=authority.aliases | added), problems


def _take_newspapers(authority: Authority, value: Any, where: str, key_lines: dict[str, int]) -> Taken:
    items, problems = _items(value, "newspapers", where, key_lines)
    added = tuple(Newspaper(str(item["name"]), str(item.get("home", ""))) for item in items if item.get("name"))
    return replace(authority, newspapers=_over(authority.newspapers, added, "name")), problems


def _take_people(authority: Authority, value: Any, where: str, key_lines: dict[str, int]) -> Taken:
    items, problems = _items(value, "people", where, key_lines)
    added = tuple(
        Person(str(item["name"]), _words(item.get("also")), str(item.get("note", "")), _words(item.get("not")))
        for item in items
        if item.get("name")
    )
    return replace(authority, people=_over(authority.people, added, "name")), problems


def _over(shipped_ones: Iterable[Any], added: Iterable[Any], key: str) -> tuple[Any, ...]:
    """Both lists; of two with the same key the added one."""
    merged = {getattr(item, key): item for item in shipped_ones}
    return tuple((merged | {getattr(item, key): item for item in added}).values())


_TAKERS = {
    "places.yaml": _take_places,
    "subjects.yaml": _take_subjects,
    "newspapers.yaml": _take_newspapers,
    "people.yaml": _take_people,
}
