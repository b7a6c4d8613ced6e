"""The date line of an issue, read with its weekday and its lunar line, and mended where they prove a misread figure.

    乙未年十月十九  2015年11月80日  星期一   ->   2015-11-30, mended

The lunar line names one day in sixty years. Where the printed date is another, it is written as the lunar line's days
would be, in the same figures, and the day that differs from the print in one sign is the one that stood there. Without
that proof nothing is made up: what cannot be leaves the month or the year, what is gainsaid gets a question mark."""

import re
from dataclasses import dataclass
from datetime import date

from jianbao.chinese.dates import folded, number, printed
from jianbao.chinese.lunar import lunar_days

_WEEKDAY = re.compile(r"(?:星\s*期|礼\s*拜|禮\s*拜|周|週)\s*(?P<day>[一二三四五六日天])")
_SIGNS = r"[0-9A-Za-z〇零○一二三四五六七八九十廿卅壹贰貳叁參肆伍陆陸柒捌玖拾元]"
_LINE = re.compile(
    rf"(?P<era>民[国國])?\s*(?P<year>{_SIGNS}{{1,5}})\s*年\s*(?P<month>{_SIGNS}{{1,3}})\s*月"
    rf"\s*(?:(?P<day>{_SIGNS}{{1,4}})\s*[日号號]|(?P<figure>[0-9]{{1,3}})(?=\s|$))"
    r"|(?<![0-9])(?P<y>[0-9A-Za-z]{4})[-./](?P<m>[0-9A-Za-z]{1,2})[-./](?P<d>[0-9A-Za-z]{1,2})(?![0-9])"
)
_PLAIN = str.maketrans("零○壹贰貳叁參肆伍陆陸柒捌玖拾元", "〇〇一二二三三四五六六七八九十一")
_HAN = "〇一二三四五六七八九"
_REPUBLIC = "1949-10-01"
_FIRST, _LAST = 1850, 2100  # a newspaper's years, for what is left of a date that cannot be


@dataclass(frozen=True, slots=True)
class Masthead:
    """The date of an issue. iso: EDTF, with ? where something gainsays it, or the part of it that can be; agrees:
    which of weekday and lunar say the same; differs: which say something else; mended: as printed it was another day,
    or none; broken: the day as printed cannot be, and nothing proves which it was."""

    iso: str
    quote: str
    agrees: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    mended: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class _Shown:
    """A date line as it stands: its signs made plain, the day it names ('' for one that cannot be)."""

    quote: str
    signs: str
    iso: str
    is_han: bool
    era: bool


def closed_up(line: str) -> str:
    """Returns a line whose signs all stand apart without the blanks.

    >>> closed_up('2 0 0 1 年 7 月 1 日'), closed_up('2001年7月1日 星期日')
    ('2001年7月1日', '2001年7月1日 星期日')
    """
    words = line.split()
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else line


def masthead(text: str) -> Masthead | None:
    """Returns the issue date of a masthead (its lines joined by line ends), None when it shows none.

    >>> masthead('乙未年十月十九 2015年11月30日 星期一').agrees
    ('weekday', 'lunar')
    >>> masthead('乙未年十月十九 2015年11月80日 星期一').iso, masthead('乙未年十月十九 2016年11月30日').mended
    ('2015-11-30', True)
    >>> masthead('2010年8月16日 星期五').iso, masthead('2012年11月39日').iso
    ('2010-08-16?', '2012-11')
    """
    text = "\n".join(closed_up(line) for line in text.splitlines())
    found = _WEEKDAY.search(text)
    weekday = "一二三四五六日".find(found["day"].replace("天", "日")) if found else -1
    lunar = lunar_days(text)
    shown = _shown(text)
    if shown is None:
        return _only(text, lunar, weekday)
    if shown.iso in lunar and shown.signs == _written(shown.iso, shown):  # 一一月 is read as 11, but was 十一月
        return _checked(shown, weekday, lunar)
    return _proven(shown, lunar, weekday) or (_checked(shown, weekday, lunar) if shown.iso else _left(shown))


def _shown(text: str) -> _Shown | None:
    """The first whole date of a masthead; one that can be goes before one that cannot."""
    plain = folded(text)
    able = [day for day in printed(text) if day.year and day.day]
    lines = [
        match
        for match in _LINE.finditer(plain)
        if not able or (match.start() < able[0].end and able[0].start < match.end())
    ]
    if not lines:
        return None
    match = lines[0]
    parts = [match[name] for name in ("year", "month", "day")] if match["year"] else [match[n] for n in "ymd"]
    parts[2] = parts[2] or match["figure"]
    signs = _plain("{}年{}月{}日".format(*parts))
    quote = text[match.start() : match.end()].strip()
    is_han = any(sign in signs for sign in _HAN + "十")
    return _Shown(quote, signs, able[0].iso if able else "", is_han, bool(match["era"]))


def _plain(signs: str) -> str:
    """09 as 9, 廿三 as 二十三, 貳 as 二."""
    signs = signs.translate(_PLAIN).replace("廿", "二十").replace("卅", "三十")
    return re.sub(r"(?<![0-9])0(?=[0-9])", "", signs)


def _checked(shown: _Shown, weekday: int, lunar: tuple[str, ...]) -> Masthead:
    """A day that can be, with what agrees. The lunar line outweighs the weekday, whose one sign is soon misread."""
    checks = {}
    if weekday >= 0:
        checks["weekday"] = date.fromisoformat(shown.iso).weekday() == weekday
    if lunar:
        checks["lunar"] = shown.iso in lunar
    agrees = tuple(name for name, right in checks.items() if right)
    differs = tuple(name for name, right in checks.items() if not right)
    return Masthead(shown.iso + "?" * bool(differs and not agrees), shown.quote, agrees, differs)


def _proven(shown: _Shown, lunar: tuple[str, ...], weekday: int) -> Masthead | None:
    """The day of the lunar line that is nearest to the print; two signs off only when the weekday is right too."""
    on_weekday = [day for day in lunar if weekday >= 0 and date.fromisoformat(day).weekday() == weekday]
    for days, most in ((on_weekday, 2), (lunar, 1)):
        ranked = sorted((_signs_off(shown.signs, _written(day, shown)), day) for day in days)
        near = [day for off, day in ranked if off == ranked[0][0] <= most]
        if (
            len(near) > 1 and not shown.era
        ):  # 1985年7月24日, 六月初四: 1985-07-21 or 1925-07-24; then they counted 民国 years
            near = [day for day in near if day > _REPUBLIC]
        if len(near) == 1:
            agrees = ("weekday", "lunar") if near[0] in on_weekday else ("lunar",)
            differs = ("weekday",) if weekday >= 0 and near[0] not in on_weekday else ()
            return Masthead(near[0], shown.quote, agrees, differs, mended=True)
    return None


def _left(shown: _Shown) -> Masthead | None:
    """What is left of a day that cannot be: its month, or its year."""
    year, month = (number(part) for part in re.split("[年月]", shown.signs)[:2])
    year += 1911 * shown.era
    if not _FIRST < year < _LAST:
        return None
    return Masthead(f"{year}-{month:02d}" if 1 <= month <= 12 else str(year), shown.quote, broken=True)


def _only(text: str, lunar: tuple[str, ...], weekday: int) -> Masthead | None:
    """The one day that lunar line and weekday name when no other date can be read."""
    days = [day for day in lunar if weekday >= 0 and date.fromisoformat(day).weekday() == weekday]
    return Masthead(days[0], " ".join(text.split()), ("weekday", "lunar")) if len(days) == 1 else None


def _written(iso: str, shown: _Shown) -> str:
    """A day in the figures of a print.

    >>> _written('2015-11-30', _Shown('', '', '', True, False)), _written('1939-04-23', _Shown('', '', '', False, True))
    ('二〇一五年十一月三十日', '28年4月23日')
    """
    year, month, day = (int(part) for part in iso.split("-"))
    year -= 1911 * shown.era
    if not shown.is_han:
        return f"{year}年{month}月{day}日"
    digits = _han(year) if shown.era else "".join(_HAN[int(digit)] for digit in str(year))
    return f"{digits}年{_han(month)}月{_han(day)}日"


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    return (_HAN[tens] * (tens > 1) + "十" * (tens > 0)) + _HAN[ones] * (ones > 0)


def _signs_off(one: str, other: str) -> int:
    """How many signs must be changed, added or taken out to make one text the other.

    >>> _signs_off('1993年5月2日', '1993年5月12日')
    1
    """
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        before, row[0] = row[0], at
        for no, wanted in enumerate(other, 1):
            before, row[no] = row[no], min(row[no] + 1, row[no - 1] + 1, before + (sign != wanted))
    return row[-1]
