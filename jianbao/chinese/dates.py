"""Dates as newspapers print them: 2015年11月30日, １９９８年…, 二〇一五年…, 民國貳拾捌年…, 乙未年十月十九, 星期一.

`printed` finds dates in a text, `masthead` reads the date of an issue and checks it against the weekday and the lunar
line, `festival` says in which year a lunar festival fell near a day. Relative words (近日, 去年) are left alone. Never
gives a day that is not printed, except where lunar line and weekday prove one misread digit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_FULL = str.maketrans("０１２３４５６７８９．／－　", "0123456789./- ")
_DIGITS = {
    char: number
    for number, chars in enumerate(
        ("〇零○Ｏ", "一壹元正", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_N = r"[0-9〇零○一二三四五六七八九十廿卅壹贰貳叁參肆伍陆陸柒捌玖拾元正冬腊臘]"
_DAY = re.compile(
    rf"(?:(?P<era>(?:中[华華])?民[国國])\s*)?(?P<year>{_N}{{1,4}})\s*年\s*(?P<month>{_N}{{1,3}})\s*月"
    rf"(?:\s*(?P<day>{_N}{{1,3}})\s*[日号號])?"
    r"|(?<![0-9])(?P<y>(?:19|20)[0-9]{2})[-./](?P<m>[01]?[0-9])[-./](?P<d>[0-3]?[0-9])(?![0-9])"
)
_YEAR = re.compile(r"(?<![0-9])(?P<year>(?:18|19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})\s*年(?!代)")
_MONTH_DAY = re.compile(r"(?<![0-9年])(?P<month>1[0-2]|[1-9])\s*月\s*(?P<day>[12][0-9]|3[01]|[1-9])\s*日")
_LUNAR = re.compile(
    r"(?P<stem>[甲乙丙丁戊己庚辛壬癸])(?P<branch>[子丑寅卯辰巳午未申酉戌亥])年?\s*(?P<leap>[闰閏])?"
    r"(?P<month>[正一二三四五六七八九十冬腊臘]{1,2})月[大小]?\s*(?P<day>[初一二三四五六七八九十廿卅]{1,3})"
)
_WEEKDAY = re.compile(r"(?:星期|礼拜|禮拜|周|週)\s*(?P<day>[一二三四五六日天])")
_RELATIVE = re.compile(
    r"(?P<word>今年|本年|去年|上年|前年|明年)"
    rf"(?:\s*(?P<month>{_N}{{1,3}})\s*月(?:份|(?P<day>{_N}{{1,3}})\s*日)?)?"
)
_YEARS_OFF = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in a text. year 0: not printed (3月24日); month, day 0: not printed; quote: as printed."""

    year: int
    month: int
    day: int
    start: int
    end: int
    quote: str

    @property
    def iso(self) -> str:
        """YYYY, YYYY-MM or YYYY-MM-DD."""
        parts = (f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}")
        return "-".join(parts[: 3 if self.day else 2 if self.month else 1])


@dataclass(frozen=True, slots=True)
class Masthead:
    """The date of an issue. agrees: which of weekday and lunar say the same; differs: which say something else;
    mended: a digit was put right because both prove it."""

    iso: str
    quote: str
    agrees: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    mended: bool = False


def number(text: str) -> int:
    """Returns the number that Arabic or Han digits write, 0 for none.

    >>> number('二〇一五'), number('二十八'), number('廿三'), number('貳拾捌'), number('十'), number('11')
    (2015, 28, 23, 28, 10, 11)
    """
    text = text.translate(_FULL).replace("廿", "二十").replace("卅", "三十").replace("拾", "十").removeprefix("初")
    if text.isascii():
        return int(text) if text.isdigit() else 0
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _DIGITS.get(tens[-1:], 1) * 10 + _DIGITS.get(ones[:1], 0)
    value = 0
    for char in text:
        value = value * 10 + (int(char) if char.isdigit() else _DIGITS.get(char, 0))
    return value


def printed(text: str) -> tuple[Printed, ...]:
    """Returns the dates of a text with a year or with month and day, in order.

    >>> [found.iso for found in printed('１９９８年１月２３日 星期五,二〇一五年十一月,民國貳拾捌年四月廿三日')]
    ['1998-01-23', '2015-11', '1939-04-23']
    >>> printed('3月24日,邹丽萍说')[0].quote
    '3月24日'
    """
    folded = text.translate(_FULL)
    found = [day for match in _DAY.finditer(folded) if (day := _day(match, text))]
    rest = _DAY.sub(lambda match: "\n" * len(match[0]) if _day(match, text) else match[0], folded)
    for pattern in (_YEAR, _MONTH_DAY):
        for match in pattern.finditer(rest):
            parts = match.groupdict()
            found.append(
                Printed(
                    number(parts.get("year") or "0"),
                    int(parts.get("month") or 0),
                    int(parts.get("day") or 0),
                    *match.span(),
                    text[slice(*match.span())],
                )
            )
    return tuple(sorted(found, key=lambda day: day.start))


def resolved(text: str, year: int) -> str:
    """Returns the first date of a text as EDTF, words like 今年5月 and days without year counted from the year of the
    page; '' for none and where the year is needed and not known (0).

    >>> resolved('今年5月,温州市', 2021), resolved('去年', 2021), resolved('6月2日下午', 2022), resolved('近日', 2022)
    ('2021-05', '2020', '2022-06-02', '')
    """
    word = _RELATIVE.search(text)
    days = printed(text)
    if word and year and not (days and days[0].year and days[0].start < word.start()):
        month, day = number(word["month"] or "0"), number(word["day"] or "0")
        return _checked(Printed(year + _YEARS_OFF[word["word"]], month, day, *word.span(), word[0]))
    if not days or not (days[0].year or year):
        return ""
    first = days[0]
    return first.iso if first.year else _checked(Printed(year, first.month, first.day, 0, 0, first.quote))


def _checked(found: Printed) -> str:
    """The date as EDTF, '' when the calendar lacks it."""
    if found.month > 12 or (found.day and not _exists(found.year, found.month, found.day)):
        return ""
    return found.iso


def _day(match: re.Match[str], text: str) -> Printed | None:
    """A printed date if the calendar has it; 1987 from 民国76年."""
    year = number(match["year"] or match["y"]) + (1911 if match["era"] else 0)
    month, day = number(match["month"] or match["m"]), number(match["day"] or match["d"] or "0")
    start = match.start()
    if not (1600 < year < 2200 and 1 <= month <= 12) or (day and not _exists(year, month, day)):
        return None
    return Printed(year, month, day, start, match.end(), text[start : match.end()].strip())


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def masthead(text: str) -> Masthead | None:
    """Returns the issue date of a masthead (its lines joined), None when no whole day is printed there.

    >>> masthead('乙未年十月十九 2015年11月30日 星期一').agrees
    ('weekday', 'lunar')
    >>> masthead('乙未年十月十九 2015年11月80日 星期一').iso, masthead('乙未年十月十九 2016年11月30日 星期一').mended
    ('2015-11-30', True)
    """
    days = [day for day in printed(text) if day.day and day.year]
    weekday = _WEEKDAY.search(text)
    lunar = lunar_days(text)
    if not days:
        return _proven(text, weekday, lunar)
    first = days[0]
    checks = {}
    if weekday:
        checks["weekday"] = date(first.year, first.month, first.day).weekday() == "一二三四五六日".find(
            weekday["day"].replace("天", "日")
        )
    if lunar:
        checks["lunar"] = first.iso in lunar
    agrees = tuple(name for name, right in checks.items() if right)
    differs = tuple(name for name, right in checks.items() if not right)
    mended = _proven(text, weekday, lunar) if "lunar" in differs else None
    return mended or Masthead(first.iso, first.quote, agrees, differs)


def _proven(text: str, weekday: re.Match[str] | None, lunar: tuple[str, ...]) -> Masthead | None:
    """The one day that lunar line and weekday both name and that differs from a printed one in one digit."""
    if not (weekday and lunar):
        return None
    wanted = "一二三四五六日".find(weekday["day"].replace("天", "日"))
    right = [day for day in lunar if date.fromisoformat(day).weekday() == wanted]
    shown = re.search(r"([0-9]{4})\D{1,3}([0-9]{1,2})\D{1,3}([0-9]{1,2})", text.translate(_FULL))
    if not shown:
        return None
    digits = f"{shown[1]}-{shown[2]:0>2}-{shown[3]:0>2}"
    near = [day for day in right if sum(a != b for a, b in zip(day, digits, strict=True)) == 1]
    return Masthead(near[0], shown[0], ("weekday", "lunar"), (), True) if len(near) == 1 else None


def lunar_days(text: str) -> tuple[str, ...]:
    """Returns the days 1901-2099 that a lunar line can mean; every sixty years its year comes back.

    >>> lunar_days('乙未年十月十九')
    ('1955-12-02', '2015-11-30', '2075-11-26')
    """
    match = _LUNAR.search(text)
    if not match:
        return ()
    from borax.calendars.lunardate import LunarDate

    cycle = (
        next(
            n
            for n in range(60)
            if "甲乙丙丁戊己庚辛壬癸"[n % 10] == match["stem"] and "子丑寅卯辰巳午未申酉戌亥"[n % 12] == match["branch"]
        )
        if _pairs(match)
        else -1
    )
    month = _LUNAR_MONTHS.get(match["month"]) or number(match["month"])
    found = []
    for year in (year for year in range(1901, 2100) if (year - 4) % 60 == cycle):
        try:
            day = LunarDate(year, month, number(match["day"]), 1 if match["leap"] else 0).to_solar_date()
        except ValueError:
            continue
        found.append(day.isoformat())
    return tuple(found)


def _pairs(match: re.Match[str]) -> bool:
    """Whether stem and branch go together: 乙未 do, 乙午 do not."""
    return ("甲乙丙丁戊己庚辛壬癸".index(match["stem"]) - "子丑寅卯辰巳午未申酉戌亥".index(match["branch"])) % 2 == 0


@cache
def _festivals() -> tuple[tuple[str, int, int, int], ...]:
    lines = files("jianbao").joinpath("data", "festivals.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, int(month), int(day), int(shift)) for name, month, day, shift in rows)


def festival(text: str) -> str:
    """Returns the first lunar festival that a text names, '' for none.

    >>> festival('为工人送上熬制好的腊八粥')
    '腊八'
    """
    named = [(text.find(row[0]), row[0]) for row in _festivals() if row[0] in text]
    return min(named)[1] if named else ""


def festival_years(name: str, month: int, day: int, years: Iterable[int]) -> tuple[int, ...]:
    """Returns those of the years in which a festival fell within three days of a day.

    >>> festival_years('腊八', 1, 19, range(2019, 2024)), festival_years('端午', 6, 2, range(2019, 2024))
    ((2021,), (2022,))
    """
    from borax.calendars.lunardate import LunarDate

    rule = next((row for row in _festivals() if row[0] == name), None)
    if rule is None:
        return ()
    found = []
    for year in years:
        # 腊八 of lunar 2020 falls into January 2021, so two lunar years are tried.
        feasts = [
            LunarDate(lunar, rule[1], rule[2]).to_solar_date() + timedelta(days=rule[3])
            for lunar in (year - 1, year)
            if 1901 <= lunar <= 2099
        ]
        if _exists(year, month, day) and any(abs((feast - date(year, month, day)).days) <= 3 for feast in feasts):
            found.append(year)
    return tuple(found)
