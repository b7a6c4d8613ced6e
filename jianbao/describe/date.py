"""When a page appeared: masthead, then file and folder name, then what the text gives away.

A day is given only where it is printed. Without a masthead the latest day of the news bounds the month; the year comes
from a lunar festival, or from the latest year that is not a plan's (2022年“冬送温暖”, 2023年度, 将于2015年)."""

import calendar
import re
from collections import Counter

from jianbao.chinese import dates
from jianbao.chinese.dates import Printed
from jianbao.claims import Claim
from jianbao.model import Layout, Line, Page

_EDGE = 14
_SHORT = 48
_READ = 20_000  # characters of one line; a longer line is no paragraph
_IN_PATH = re.compile(
    r"(?<![0-9])(?P<year>(?:18|19|20)[0-9]{2})[-_年./]?(?P<month>0[1-9]|1[0-2])[-_月./]?"
    r"(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_PLAN_AFTER = re.compile(r"(?:度|[“\"《]|规划|计划|预算|目标)")
_PLAN_BEFORE = re.compile(r"(?:将于|将在|到|至|实现|力争|预计|计划于?|直到)$")
_PLAN_NEAR = re.compile(r"^[^,，。;；]{0,16}(?:将|报名|即将|有望)")
_NOW = re.compile(r"近日|日前|连日来|今年|目前|当日|近期|这几天")
_PAST = re.compile(r"去年|前年|上年|早在|自|从")


def date(page: Page, layout: Layout) -> tuple[str, str, tuple[Claim, ...]]:
    """Returns the date of a page (EDTF), its basis and why; '' when nothing speaks."""
    return _masthead(page, layout) or _path(page) or _inferred(page, layout) or ("", "", ())


Dated = tuple[str, str, tuple[Claim, ...]] | None


def _masthead(page: Page, layout: Layout) -> Dated:
    """The date among short lines at the top or foot of the page, read with its weekday and lunar line."""
    own = {no for part in layout.furniture if part.role == "masthead" for no in part.lines}
    edges = [line for line in (*page.lines[:_EDGE], *page.lines[-_EDGE:]) if len(line.text) < _SHORT]
    for lines in ([line for line in page.lines if line.no in own], edges):
        dated = [line for line in lines if _is_date_line(line)]
        around = [line for line in lines if any(abs(line.no - one.no) <= 4 for one in dated)]
        found = dates.masthead("\n".join(line.text for line in around)) if dated else None
        if found:
            rule = "masthead" + "".join(f", {name} agrees" for name in found.agrees)
            rule += "".join(f", {name} differs" for name in found.differs) + (", one digit mended" * found.mended)
            nos = tuple(line.no for line in around)
            return found.iso, "masthead", (Claim("date", found.iso, rule, 5.0, nos, found.quote),)
    return None


def _is_date_line(line: Line) -> bool:
    """A short line with a whole date and no sentence: 2015年11月30日 is one, 「1938年10月1日,工厂内迁。」 is not."""
    days = [day for day in dates.printed(line.text) if day.day and day.year]
    return bool(days or dates.lunar_days(line.text)) and not re.search(r"[。;；!！?？]|日[,，]", line.text)


def in_path(path: str) -> tuple[str, str]:
    """Returns the day that a path names, and how; '' where it names none.

    >>> in_path('工人日报/2022-06-13/02.txt'), in_path('20220613_02.txt')[0]
    (('2022-06-13', '2022-06-13'), '2022-06-13')
    """
    match = _IN_PATH.search(path)
    if not match or int(match["day"]) > calendar.monthrange(int(match["year"]), int(match["month"]))[1]:
        return "", ""
    return f"{match['year']}-{match['month']}-{match['day']}", match[0]


def in_masthead(page: Page) -> str:
    """Returns the day that stands at the top or foot of a page that is not cut up yet, '' for none."""
    found = _masthead(page, Layout(()))
    return found[0] if found else ""


def _path(page: Page) -> Dated:
    iso, quote = in_path(page.path)
    return (iso, "filename", (Claim("date", iso, "file or folder name", 4.0, (), quote),)) if iso else None


def _inferred(page: Page, layout: Layout) -> Dated:
    """Year and month from the text; the year alone, and uncertain, when that is all there is."""
    furniture = {no for part in layout.furniture if part.role == "advert" for no in part.lines}
    found = [(line, day) for line in page.lines if line.no not in furniture for day in dates.printed(line.text[:_READ])]
    last = _latest([day for line, day in found if not day.year and _is_news(line, day)])
    year, certain, claims = _year(found)
    if not year:
        return None
    if not last:
        return f"{year}~", "inferred", claims
    month, day = last
    feast = _feast(page, year)
    if feast:
        year, certain, claims = feast[0], True, (*claims, feast[1])
    value, reason = _issued(year, month, day, certain)
    return value, "inferred", (*claims, Claim("date", value, reason, 1.0, (), f"{month}月{day}日"))


def _is_news(line: Line, day: Printed) -> bool:
    """Whether a day without year is one of the news: not after 自, 从, 每年, 截至明年."""
    return not re.search(r"(?:自|从|每年|定于|将于|至|到)$", line.text[max(day.start - 8, 0) : day.start])


def _latest(days: list[Printed]) -> tuple[int, int] | None:
    """Month and day of the latest news. In a page with November and January, January is later."""
    pairs = {(day.month, day.day) for day in days}
    if not pairs:
        return None
    months = {month for month, _ in pairs}
    if min(months) <= 2 and max(months) >= 11:
        pairs = {(month, day) for month, day in pairs if month <= 6}
    return max(pairs)


def _year(found: list[tuple[Line, Printed]]) -> tuple[int, bool, tuple[Claim, ...]]:
    """The latest year that is no plan's, whether the text says that it is this year's, and why."""
    years = [(line, day) for line, day in found if day.year and 1900 < day.year < 2100]
    past = [(line, day) for line, day in years if not _is_plan(line, day)]
    if not past:
        return 0, False, ()
    latest = max(day.year for _, day in past)
    own = [(line, day) for line, day in years if day.year == latest]
    counts = Counter(day.year for _, day in past)
    certain = counts[latest] > 2 or any(_is_plan(line, day) or _is_now(line, day) for line, day in own)
    line, day = own[0]
    rule = "latest year, named as the present one" if certain else "latest year named"
    return latest, certain, (Claim("date", str(latest), rule, 1.5 if certain else 0.7, (line.no,), day.quote),)


def _is_plan(line: Line, day: Printed) -> bool:
    """Whether a year is that of a programme or lies ahead."""
    after, before = line.text[day.end : day.end + 24], line.text[max(day.start - 8, 0) : day.start]
    return bool(_PLAN_AFTER.match(after) or _PLAN_NEAR.match(after) or _PLAN_BEFORE.search(before))


def _is_now(line: Line, day: Printed) -> bool:
    """Whether the sentence of a year speaks of these days: 近日,2021年温州市企业内训师培训班开班."""
    start = max(line.text.rfind(stop, 0, day.start) for stop in "。!?！？") + 1
    before = line.text[start : day.start]
    return bool(_NOW.search(before)) and not _PAST.search(before)


def _feast(page: Page, year: int) -> tuple[int, Claim] | None:
    """The year in which a lunar festival fell near a day printed in the same paragraph."""
    for line in page.lines:
        name = dates.festival(line.text[:_READ])
        days = [day for day in dates.printed(line.text[:_READ]) if not day.year and day.day] if name else []
        for day in days:
            fits = dates.festival_years(name, day.month, day.day, range(year, year + 3))
            if fits:
                quote = f"{day.quote} {name}"
                return fits[0], Claim("date", str(fits[0]), "a lunar festival fell there", 2.0, (line.no,), quote)
    return None


def _issued(year: int, month: int, day: int, certain: bool) -> tuple[str, str]:
    """The date of the issue after news of a day: the next month when that day ends a month."""
    if not certain:
        return f"{year}~", "the year is only the latest named"
    if day == calendar.monthrange(year, month)[1]:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return f"{year}-{month:02d}", "the day after the latest news is in the next month"
    return f"{year}-{month:02d}" + "~" * (day > 20), "month of the latest news"
