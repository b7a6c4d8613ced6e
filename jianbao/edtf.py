"""Dates as libraries write uncertain ones: the part of EDTF level 1 that a newspaper needs.

YYYY, YYYY-MM, YYYY-MM-DD; X for unknown digits (202X, XXXX); ~ about, ? uncertain, % both, at the end; one interval
a/b. Pure values, no clock; impossible days are refused."""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from jianbao.problems import Fault

_PART = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[~?%]?)")
_REMEDY = "Write 2015-11-30, 2021-12, 2023-03~, 2021, 202X, 2021-11/2022-01 or XXXX."


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date. year, month, day: None where not known; text: as written; first, last: the earliest and latest day it
    can mean, ISO ('' when nothing is known); certain: neither ~ ? % nor X nor interval."""

    text: str
    year: int | None
    month: int | None
    day: int | None
    first: str
    last: str
    certain: bool


@lru_cache(1 << 14)  # all articles of a day
def parse(text: str) -> Edtf:
    """Returns the date that `text` says. Raises Fault for what is no date.

    >>> parse('2023-03~').month, parse('2023-03~').certain
    (3, False)
    >>> parse('202X').first, parse('2021-11/2022-01').last
    ('2020-01-01', '2022-01-31')
    """
    text = text.strip()
    if not text or set(text) <= {"X", "-"}:
        return Edtf(text or "XXXX", None, None, None, "", "", False)
    if "/" in text:
        return _interval(text)
    match = _PART.fullmatch(text)
    if not match:
        raise Fault(f'"{text}" is not a date.', _REMEDY)
    year, month, day = (_number(match[name]) for name in ("year", "month", "day"))
    if "X" in (match["year"] or ""):
        month = day = None
    _check(text, year, month, day)
    first, last = _bounds(match["year"], month, day)
    return Edtf(text, year, month, day, first, last, not match["mark"] and "X" not in text)


def _interval(text: str) -> Edtf:
    parts = text.split("/")
    if len(parts) != 2:
        raise Fault(f'"{text}" is not a date.', _REMEDY)
    lower, upper = (parse(part) if part not in ("", "..") else None for part in parts)
    if lower and upper and lower.first and upper.last and lower.first > upper.last:
        raise Fault(f'The interval "{text}" ends before it begins.', "Write the earlier date first.")
    year = lower.year if lower and upper and lower.year == upper.year else None
    month = lower.month if year is not None and lower and upper and lower.month == upper.month else None
    return Edtf(text, year, month, None, lower.first if lower else "", upper.last if upper else "", False)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and "X" not in digits else None


def _check(text: str, year: int | None, month: int | None, day: int | None) -> None:
    if month is not None and not 1 <= month <= 12:
        raise Fault(f'"{text}" names a month that does not exist.', _REMEDY)
    longest = calendar.monthrange(year or 2000, month)[1] if month and (year is None or year > 0) else 31
    if day is not None and not 1 <= day <= longest:
        raise Fault(f'"{text}" names a day that does not exist.', _REMEDY)


def _bounds(year: str, month: int | None, day: int | None) -> tuple[str, str]:
    low, high = year.replace("X", "0"), year.replace("X", "9")
    longest = calendar.monthrange(max(int(high), 1), month)[1] if month else 31
    return f"{low}-{month or 1:02d}-{day or 1:02d}", f"{high}-{month or 12:02d}-{day or longest:02d}"
