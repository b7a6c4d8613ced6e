"""Names that bound the time of a text: 临平区 is of 2021 or later, 国家计生委 of 1981 to 2003, “十四五” of 2020 on.

Gives each name that a text uses with the years of its use. What that says of the page is weighed in describe/window."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jianbao.chinese.dates import number
from jianbao.chinese.starts import Starts
from jianbao.chinese.words import seams

_RUNS_ON = {"市": "民场区面价容郊", "区": "域间别分块划", "县": "区城", "省": "略会"}
_FIRST_BOOK = 1980  # the oldest code book of divisions
_NAME = re.compile(r"(?!.*(?:开发|示范|管理|行政|工业|新城|园区|名胜|新区$))[^、\s]{2,9}[省市区县旗州盟]")  # no zones
_ONCE = re.compile(r"(?:原|旧|老|前|时|曾|当年|历史上)[的是为]?$")
_AHEAD = re.compile(r"(?:迎接|喜迎|迎|筹备|献礼|备战|向)(?:党的|中共)?[“\"]?$")
_KEPT = re.compile("周年|华诞")
_ANNIVERSARY = re.compile(r"(?P<years>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})\s*(?:周年|华诞)")
_TOLD = re.compile(r"周年|当年|往事|回忆|历史|旧址|年代|时期|以来")
_NEAR = 8  # signs between what has an anniversary and how many years it is


@dataclass(frozen=True, slots=True)
class Span:
    """How long a name was in use. since, until: year and month counted as months from year 0, 0 not known or still;
    kind: division, office, campaign or event."""

    name: str
    since: int
    until: int
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text. ahead: the text looks forward to it (喜迎二十大); once: it speaks of what was (原萧山市)."""

    span: Span
    start: int
    ahead: bool
    once: bool


def months(text: str, last: bool = False) -> int:
    """Returns YYYY or YYYY-MM as months from year 0, 0 for none. last: of a year its December.

    >>> months('2018-03') - months('2018'), months('0')
    (2, 0)
    """
    year, _, month = text.partition("-")
    return int(year) * 12 + (int(month) if month else 12 if last else 1) - 1 if int(year) else 0


def places(text: str) -> list[int]:
    """Returns the offsets at which a name may begin, in order; most sentences have none."""
    return _table()[0].places(text)


def found(text: str) -> Iterator[Found]:
    """Yields the names of a text with the time of their use, the longest at each place.

    >>> [one.span.name for one in found('国家市场监督管理总局和杭州临平区总工会')]
    ['国家市场监督管理总局', '临平区']
    """
    starts, spans = _table()
    ends: frozenset[int] | None = None  # of words; most texts need none
    end = 0
    for at, (name, *_) in starts.standing(text):
        if at < end:
            continue
        if spans[name].kind == "division":
            ends = seams(text) if ends is None else ends
            name = name if _is_division(text, at, name, ends) else ""
        if name:
            before = text[max(at - 8, 0) : at]
            once = bool(_ONCE.search(before)) or (spans[name].kind == "campaign" and bool(_TOLD.search(text)))
            yield Found(spans[name], at, bool(_AHEAD.search(before)), once)
            end = at + len(name)


def _is_division(text: str, at: int, name: str, ends: frozenset[int]) -> bool:
    """Not 海门市 in 上海门市部, not 萧山市 in 萧山市民."""
    return at in ends and not text.startswith(tuple(_RUNS_ON.get(name[-1], "")), at + len(name))


@cache
def _table() -> tuple[Starts, dict[str, Span]]:
    """Where the names may begin, and the names."""
    spans = {span.name: span for span in _divisions()}
    for names, since, until, kind in _rows("spans.tsv"):
        spans |= {name: Span(name, months(since), months(until, last=True), kind) for name in names.split()}
    return Starts.of(spans), spans


def _divisions() -> Iterator[Span]:
    """The names that divisions did not bear all the time since 1980; of several bearers the first and the last year."""
    born = dict(_rows("born.tsv"))
    terms: dict[str, list[tuple[int, int]]] = {}
    for code, name in _rows("divisions.tsv"):
        terms.setdefault(name, []).append((int(born.get(code, 0)), 0))
    for name, _, began, ended, _ in (*_rows("former.tsv"), *_rows("renamed.tsv")):
        if not 0 < int(ended) < _FIRST_BOOK:  # 平原省 is spoken of as history only
            terms.setdefault(name, []).append((int(began), int(ended)))
    for name, borne in terms.items():
        since = min(first for first, _ in borne)
        until = 0 if any(not last for _, last in borne) else max(last for _, last in borne)
        if (since > _FIRST_BOOK or until) and _NAME.fullmatch(name):
            first = since if since > _FIRST_BOOK else 0
            yield Span(name, months(str(first)), months(str(until), last=True), "division")


def _rows(name: str) -> Iterator[list[str]]:
    text = files("jianbao").joinpath("data", name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _origins() -> dict[str, int]:
    return {name: int(year) for name, year in _rows("anniversaries.tsv")}


def anniversary(text: str) -> tuple[int, str] | None:
    """Returns the year in which a text keeps an anniversary, with its words, None for none.

    >>> anniversary('庆祝中国共产党成立100周年'), anniversary('庆祝建党八十周年'), anniversary('公司成立20周年')
    ((2021, '中国共产党成立100周年'), (2001, '建党八十周年'), None)
    """
    for match in _ANNIVERSARY.finditer(text) if _KEPT.search(text) else ():
        before = text[: match.start()]
        for name, year in _origins().items():
            at = before.rfind(name)
            if at >= 0 and len(before) - at - len(name) <= _NEAR:
                return year + _count(match["years"]), text[at : match.end()]
    return None


def _count(text: str) -> int:
    hundreds, hundred, rest = text.rpartition("百")
    return (number(hundreds) or 1) * 100 * bool(hundred) + number(rest)
