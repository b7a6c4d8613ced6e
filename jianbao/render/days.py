"""Dates as a reader says them. Takes EDTF, gives text; a text that is no date comes back as it is."""

import calendar
import datetime
from functools import lru_cache

from jianbao import edtf
from jianbao.problems import Fault
from jianbao.said import say

UNKNOWN = say("日期不详")
_WEEKDAYS = (say("星期一"), say("星期二"), say("星期三"), say("星期四"), say("星期五"), say("星期六"), say("星期日"))
_MONTHS = (
    say("1月"), say("2月"), say("3月"), say("4月"), say("5月"), say("6月"),
    say("7月"), say("8月"), say("9月"), say("10月"), say("11月"), say("12月"),
)  # fmt: skip


@lru_cache(maxsize=4096)  # a day is said once for each piece and list it stands in
def date(text: str) -> str:
    """Returns a date in words.

    >>> [str(date(text)) for text in ('2021-12-08', '2023-03~', '202X', '2021-11/2022-01', '')]
    ['2021年12月8日', '2023年3月前后', '2020年代', '2021年11月至2022年1月', '日期不详']
    """
    if "/" in text:
        first, last = (date(part) if part.strip(". ") else "" for part in text.split("/", 1))
        if first and last:
            return say("%(first)s至%(last)s", first=first, last=last)
        return say("%(first)s或更晚", first=first) if first else say("%(last)s或更早", last=last)
    try:
        value = edtf.parse(text)
    except Fault:
        return text
    return _doubted(_plain(value, text), text.strip()[-1:])


def _doubted(said: str, mark: str) -> str:
    if mark == "~":
        return say("%(date)s前后", date=said)
    if mark == "?":
        return say("%(date)s（存疑）", date=said)
    return say("%(date)s前后（存疑）", date=said) if mark == "%" else said


def _plain(value: edtf.Edtf, text: str) -> str:
    if value.year is None:
        return _decade(text.strip()[:4]) if value.first else UNKNOWN
    return span(value.year, value.month, value.day)


def span(year: int, number: int | None = None, day: int | None = None) -> str:
    """Returns a year, a month of it, or a day of that, in words.

    >>> str(span(2021)), str(span(2021, 12)), str(span(2021, 12, 8))
    ('2021年', '2021年12月', '2021年12月8日')
    """
    if number and day:
        return say("%(year)s年%(month)s%(day)s日", year=year, month=month(number), day=day)
    return say("%(year)s年%(month)s", year=year, month=month(number)) if number else say("%(year)s年", year=year)


@lru_cache(maxsize=4096)
def in_year(text: str) -> str:
    """Returns a date in words where its year is said already. One that is not certain is said whole.

    >>> [str(in_year(text)) for text in ('2021-12-08', '2021-12', '2021', '2023-03~')]
    ['12月8日', '12月', '2021年', '2023年3月前后']
    """
    try:
        value = edtf.parse(text)
    except Fault:
        return text
    if not value.month or not value.certain or "/" in text:
        return date(text)
    return every_year(value.month, value.day) if value.day else month(value.month)


def month(number: int) -> str:
    """Returns the name of a month."""
    return _MONTHS[number - 1]


def every_year(number: int, day: int) -> str:
    """Returns a day of any year in words.

    >>> str(every_year(12, 8))
    '12月8日'
    """
    return say("%(month)s%(day)s日", month=month(number), day=day)


def _decade(year: str) -> str:
    known = year.rstrip("X")
    if len(known) == 3:
        return say("%(year)s年代", year=f"{known}0")
    if len(known) != 2:
        return UNKNOWN
    return say("21世纪") if known == "20" else say("%(number)s世纪", number=int(known) + 1)


def weekday(text: str) -> str:
    """Returns the weekday of a certain day, else ''.

    >>> str(weekday('2015-11-30')), weekday('2015-11')
    ('星期一', '')
    """
    try:
        return _WEEKDAYS[datetime.date.fromisoformat(text).weekday()] if len(text) == 10 else ""
    except ValueError:
        return ""


def weeks(year: int, month: int) -> list[list[int]]:
    """Returns the weeks of a month from Monday on, 0 for a day of another month."""
    return calendar.Calendar().monthdayscalendar(max(year, 1), month)
