"""When a page appeared: masthead, then file and folder name, then what the text gives away.

A day is given only where it is printed or filed, or where lunar line and print prove it. The signs in the text are
read by `signs` and weighed by `window`."""

import re

from jianbao.chinese import dates, lunar, masthead
from jianbao.claims import Claim
from jianbao.describe import signs, window
from jianbao.describe.signs import Sign
from jianbao.model import Layout, Line, Page

_EDGE = 14
_SHORT, _LONG = 48, 120
_TOP = 6  # lines; further down a date without company is the date of a notice
_COMPANY = re.compile(r"星\s*期|礼拜|农历|夏历|[0-9一二三四五六七八九十]\s*版|第\s*[0-9]+\s*[号期]|刊号|报\s*$", re.M)
_AROUND = 4  # lines between a date and its weekday or lunar line
_HASH = re.compile(r"(?=[0-9a-f]*[a-f])[0-9a-f]{12,}")  # 20150312 in a name made of a hash is no day
_DAY_IN_PATH = re.compile(
    r"(?<![0-9])(?P<year>(?:18|19|20)[0-9]{2})(?P<sep>[-_年./]?)(?P<month>0[1-9]|1[0-2])[-_月./]?"
    r"(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])"
    r"|(?<![0-9])(?P<y>(?:18|19|20)[0-9]{2})[-_年./](?P<m>0?[1-9]|1[0-2])[-_月./](?P<d>0?[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_MONTH_IN_PATH = re.compile(
    r"(?:^|/|(?<=[^0-9/]))(?P<year>(?:18|19|20)[0-9]{2})[-_年./](?P<month>0?[1-9]|1[0-2])月?(?=/)"
)
_YEAR_IN_PATH = re.compile(r"(?:^|/)(?P<year>(?:18|19|20)[0-9]{2})年?/")
_SENTENCE = re.compile(r"[。;；!！?？]|日[,，]")
_MONTH_LINE = re.compile(r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月")


def date(page: Page, layout: Layout) -> tuple[str, str, tuple[Claim, ...]]:
    """Returns the date of a page (EDTF), its basis and why; '' when nothing speaks."""
    return _masthead(page, layout) or _path(page) or _inferred(page, layout) or ("", "", ())


Dated = tuple[str, str, tuple[Claim, ...]] | None


def _masthead(page: Page, layout: Layout) -> Dated:
    """The date among short lines at the top or foot of the page, read with its weekday and lunar line."""
    own = {no for part in layout.furniture if part.role == "masthead" for no in part.lines}
    edges = [line for line in (*page.lines[:_EDGE], *page.lines[-_EDGE:]) if _may_be_printed_there(line)]
    top = {line.no for line in page.lines[:_TOP]}
    for lines in ([line for line in page.lines if line.no in own], edges):
        dated = [line for line in lines if _is_date_line(line)]
        around = [line for line in lines if any(abs(line.no - one.no) <= _AROUND for one in dated)]
        text = "\n".join(line.text for line in around)
        found = masthead.masthead(text) if dated else None
        at_home = dated and (lines is not edges or dated[0].no in top or _COMPANY.search(text))
        if found and at_home:
            nos = tuple(line.no for line in around)
            return found.iso, "masthead", (Claim("date", found.iso, rule(found), 5.0, nos, found.quote),)
    return None


def rule(found: masthead.Masthead) -> str:
    """Returns how a masthead was read, in words: masthead, weekday agrees, lunar agrees, one digit mended."""
    said = ["masthead", *(f"{name} agrees" for name in found.agrees), *(f"{name} differs" for name in found.differs)]
    return ", ".join(said + ["misread and mended"] * found.mended + ["no such day"] * found.broken)


def _may_be_printed_there(line: Line) -> bool:
    """A short line, or a longer one with what stands in mastheads only."""
    return len(line.text) < _SHORT or (len(line.text) < _LONG and _COMPANY.search(line.text) is not None)


def _is_date_line(line: Line) -> bool:
    """A short line with a date and no sentence: 2015年11月30日 is one, 「1938年10月1日,工厂内迁。」 is not. The
    month may stand above the day, and a day that cannot be is still a date line."""
    text = masthead.closed_up(line.text)
    if _SENTENCE.search(text):
        return False
    whole = masthead.masthead(text)
    return bool(whole or lunar.lunar_days(text) or _MONTH_LINE.fullmatch(dates.folded(text).strip()))


def in_path(path: str) -> tuple[str, str]:
    """Returns the day that a path names, and how; '' where it names none.

    >>> in_path('工人日报/2022-06-13/02.txt'), in_path('20220613_02.txt')[0], in_path('工人日报/2021-1-5/02.txt')[0]
    (('2022-06-13', '2022-06-13'), '2022-06-13', '2021-01-05')
    """
    match = _DAY_IN_PATH.search(_HASH.sub("", path))
    if not match:
        return "", ""
    year, month, day = (int(match[name] or match[name[0]]) for name in ("year", "month", "day"))
    return (f"{year}-{month:02d}-{day:02d}", match[0]) if dates.exists(year, month, day) else ("", "")


def in_masthead(page: Page) -> str:
    """Returns the day that stands at the top or foot of a page that is not cut up yet, '' for none that is sure."""
    found = _masthead(page, Layout(()))
    return found[0] if found and len(found[0]) == len("2015-11-30") else ""


def _path(page: Page) -> Dated:
    iso, quote = in_path(page.path)
    month = None if iso else _MONTH_IN_PATH.search(page.path)
    if month:
        iso, quote = f"{month['year']}-{int(month['month']):02d}", month[0].strip("/")
    return (iso, "filename", (Claim("date", iso, "file or folder name", 4.0, (), quote),)) if iso else None


def _inferred(page: Page, layout: Layout) -> Dated:
    """Year and month from the text, the year from a folder that is named like one."""
    found = signs.read(page, layout)
    folder = _YEAR_IN_PATH.search(page.path)
    if folder:
        year = int(folder["year"])
        filed = Sign("file or folder name", (), folder["year"], year * 12, year * 12 + 11, 9.0, year, 9.0)
        found = signs.Signs((filed,), found.days, found.now)
    value, claims = window.settle(found)
    return (value, "filename" if folder and len(value) == 4 else "inferred", claims) if value else None
