"""The lunar calendar in newspapers: the line of a masthead (乙未年十月十九), and festivals in the news.

Gives days of our calendar; which of them is meant is decided by who knows the page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from jianbao.chinese.dates import exists, number

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LINE = re.compile(
    rf"(?P<stem>[{_STEMS}])\s*(?P<branch>[{_BRANCHES}])\s*年?\s*(?P<leap>[闰閏])?"
    r"\s*(?P<month>[正一二三四五六七八九十冬腊臘]{1,2})\s*月[大小]?\s*(?P<day>[初一二三四五六七八九十廿卅]{1,3})"
)
_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_FIRST, _LAST = 1901, 2050  # borax begins with 1901; later papers than 2050 can wait, and make 1960 and 2020 doubtful


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival and the words that name it. before, after: how many days off news of it may be."""

    names: tuple[str, ...]
    month: int
    day: int
    shift: int
    before: int
    after: int

    def on(self, lunar_year: int) -> date:
        """Returns its day in a lunar year."""
        from borax.calendars.lunardate import LunarDate

        day: date = LunarDate(lunar_year, self.month, self.day).to_solar_date()
        return day + timedelta(days=self.shift)


def lunar_days(text: str) -> tuple[str, ...]:
    """Returns the days 1901-2050 that a lunar line can mean; every sixty years its year comes back.

    >>> lunar_days('乙未年十月十九')
    ('1955-12-02', '2015-11-30')
    """
    match = _LINE.search(text)
    stem, branch = (_STEMS.index(match["stem"]), _BRANCHES.index(match["branch"])) if match else (0, 0)
    if not match or (stem - branch) % 2:  # 乙未 go together, 乙午 never do
        return ()
    from borax.calendars.lunardate import LunarDate

    cycle = next(n for n in range(60) if n % 10 == stem and n % 12 == branch)
    month = _MONTHS.get(match["month"]) or number(match["month"])
    found = []
    for year in (year for year in range(_FIRST, _LAST + 1) if (year - 4) % 60 == cycle):
        try:
            day = LunarDate(year, month, number(match["day"]), 1 if match["leap"] else 0).to_solar_date()
        except ValueError:
            continue
        found.append(day.isoformat())
    return tuple(found)


@cache
def _feasts() -> tuple[re.Pattern[str], dict[str, Festival]]:
    """A pattern of all names of festivals, and the festival of each."""
    lines = files("jianbao").joinpath("data", "festivals.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    named = {name: Festival(tuple(names.split()), *map(int, rest)) for names, *rest in rows for name in names.split()}
    return re.compile("|".join(named)), named


def festival(text: str) -> tuple[str, Festival] | None:
    """Returns the first lunar festival that a text names with the word that names it, None for none.

    >>> festival('为工人送上熬制好的腊八粥')[0]
    '腊八'
    """
    pattern, table = _feasts()
    match = pattern.search(text)
    return (match[0], table[match[0]]) if match else None


def festival_years(feast: Festival, month: int, day: int, years: Iterable[int]) -> tuple[int, ...]:
    """Returns those of the years in which a festival was as near to a day as news of it are.

    >>> festival_years(festival('腊八')[1], 1, 19, range(2019, 2024))
    (2021,)
    """
    return tuple(year for year in years if exists(year, month, day) and _near(feast, date(year, month, day)))


def _near(feast: Festival, day: date) -> bool:
    """腊八 of lunar 2020 falls into January 2021, so two lunar years are tried."""
    years = (year for year in (day.year - 1, day.year) if _FIRST <= year <= _LAST)
    return any(-feast.before <= (day - feast.on(year)).days <= feast.after for year in years)
