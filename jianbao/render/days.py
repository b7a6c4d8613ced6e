"""Dates as a reader says them, in Chinese. Takes EDTF, gives text; a text that is no date comes back as it is."""

import calendar
import datetime
from functools import lru_cache

from jianbao import edtf
from jianbao.problems import Fault

_WEEKDAYS = "一二三四五六日"


@lru_cache(maxsize=4096)  # a day is said once for each piece and list it stands in
def date(text: str) -> str:
    """Returns a date in words.

    >>> date('2021-12-08'), date('2023-03~'), date('202X'), date('2021-11/2022-01'), date('')
    ('2021年12月8日', '2023年3月前后', '2020年代', '2021年11月至2022年1月', '日期不详')
    """
    if "/" in text:
        first, last = (date(part) if part.strip(". ") else "" for part in text.split("/", 1))
        return f"{first}至{last}" if first and last else f"{first}或更晚" if first else f"{last}或更早"
    try:
        value = edtf.parse(text)
    except Fault:
        return text
    return _plain(value, text) + {"~": "前后", "?": "（存疑）", "%": "前后（存疑）"}.get(text.strip()[-1:], "")


def _plain(value: edtf.Edtf, text: str) -> str:
    if value.year is None:
        return _decade(text.strip()[:4]) if value.first else "日期不详"
    month = f"{value.month}月" if value.month else ""
    return f"{value.year}年{month}" + (f"{value.day}日" if month and value.day else "")


def _decade(year: str) -> str:
    known = year.rstrip("X")
    return f"{known}0年代" if len(known) == 3 else f"{int(known) + 1}世纪" if len(known) == 2 else "日期不详"


def weekday(text: str) -> str:
    """Returns the weekday of a certain day, else ''.

    >>> weekday('2015-11-30'), weekday('2015-11')
    ('星期一', '')
    """
    try:
        return f"星期{_WEEKDAYS[datetime.date.fromisoformat(text).weekday()]}" if len(text) == 10 else ""
    except ValueError:
        return ""


def weeks(year: int, month: int) -> list[list[int]]:
    """Returns the weeks of a month from Monday on, 0 for a day of another month."""
    return calendar.Calendar().monthdayscalendar(max(year, 1), month)
