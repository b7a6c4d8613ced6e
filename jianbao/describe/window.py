"""From signs of the time to a date: the years between the bounds, the likeliest of them, the month of the latest news.

Bounds that gainsay each other: the less firm one goes; where both are firm only what they share is said (201X). The
result claims no more than the signs bear out: 2021-12; 2023-03~ where the issue may be of the next month; 2016~ where
the year is likely; 2008/2013, 2017/.. where there are only bounds. Never a day."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from jianbao.chinese import dates, lunar
from jianbao.claims import Claim
from jianbao.describe.signs import AWARD, PASTS, PLAN, PROGRAMME, NewsDay, Sign, Signs

_REACH = 4  # years after the latest year named that are thought of …
_FAR = 25  # … and after the beginning of an office or a district, of which papers go on to write
_ENOUGH = 1.0  # weight of a year that is said without a mark
_LIKELY = 0.8  # that is said with ~ although the bounds leave others
_LEAD = 0.4  # over the next likeliest
_LATE_MONTH, _EARLY_MONTHS = 11, 3  # the year that comes is spoken of, the year that went
_LATE = 20  # a paper that tells of the 24th may be of the next month
_NEXT_DAYS = 27  # one whose dateline is of the 28th too


@dataclass(frozen=True, slots=True)
class _Window:
    """The years that the bounds leave; 0 open. told: the signs that bound it; named: the latest year named as past;
    clash: the bounds gainsay each other."""

    first: int
    last: int
    told: tuple[Sign, ...]
    named: int = 0
    clash: bool = False

    def follows(self, year: int) -> bool:
        """Whether names put the page into the year after one that is named, or later: 新冠 beside 2019年."""
        return self.first == year + 1 and not any(sign.year for sign in self.told if sign.first)

    def years(self) -> range:
        if not self.first and not self.last:
            return range(0)
        reach = _REACH if any(sign.year for sign in self.told) or self.follows(self.named) else _FAR
        first = self.first or self.last - reach
        return range(first, (self.last or self.first + reach) + 1)


def settle(signs: Signs) -> tuple[str, tuple[Claim, ...]]:
    """Returns the date of a page (EDTF) and why; '' when nothing speaks."""
    news = _latest(signs.days)
    month = news.month if news and news.day else 0  # 今年5月 may be told in any later month
    window = _window(signs.signs, month)
    if window.clash:
        return _shared(window)
    votes = _votes(signs, window, month)
    sums = {year: sum(sign.weight for sign in votes if sign.year == year) for year in window.years()}
    ranked = sorted(sums, key=lambda year: (-sums[year], year))
    lead = sums[ranked[0]] - (sums[ranked[1]] if len(ranked) > 1 else 0) if ranked else 0
    if ranked and (len(ranked) == 1 or (sums[ranked[0]] >= _ENOUGH and lead >= _LEAD)):
        return _dated(ranked[0], news, _told(window, votes, ranked[0]))
    if ranked and signs.now and (sums[ranked[0]] >= _LIKELY if window.last else sums[ranked[0]] > 0):
        return f"{ranked[0]}~", _claims(_told(window, votes, ranked[0]), f"{ranked[0]}~")
    value = f"{window.first or '..'}/{window.last or '..'}" if ranked else ""
    return value, _claims(tuple(dict.fromkeys(window.told)), value)


def _latest(days: Sequence[NewsDay]) -> NewsDay | None:
    """The latest day of the news. In a page with November and January, January is later."""
    months = {day.month for day in days}
    turned = bool(months) and min(months) <= 2 and max(months) >= 11
    left = [day for day in days if day.month <= 6 or not turned]
    return max(left, key=lambda day: (day.month, day.day, day.dateline), default=None)


def _window(signs: Sequence[Sign], month: int) -> _Window:
    """The years that the bounds leave once those are dropped that firmer ones gainsay."""
    named = max((sign.first // 12 for sign in signs if sign.rule in PASTS), default=0)
    lower = list({(sign.first, sign.firm): sign for sign in reversed(signs) if sign.first}.values())
    upper = list({(sign.last, sign.firm): sign for sign in reversed(signs) if sign.last}.values())
    while True:
        low = max(lower, key=lambda sign: (_from(sign, month), sign.firm), default=None)
        high = min(upper, key=lambda sign: (_until(sign, month), -sign.firm), default=None)
        told = tuple(sign for sign in (low, high) if sign)
        first, last = _from(low, month) if low else 0, _until(high, month) if high else 0
        if not low or not high or first <= last:
            return _Window(first, last, told, named)
        if low.firm == high.firm:
            return _Window(first, last, told, named, clash=True)
        if low.firm < high.firm:
            lower.remove(low)
        else:
            upper.remove(high)


def _from(sign: Sign, month: int) -> int:
    """The first year it allows for news of a month: after October 2021 news of June is of 2022."""
    year, at = divmod(sign.first, 12)
    return year + bool(month and month < at + 1)


def _until(sign: Sign, month: int) -> int:
    year, at = divmod(sign.last, 12)
    return year - bool(month and month > at + 1)


def _votes(signs: Signs, window: _Window, month: int) -> list[Sign]:
    """What names a year of the window as the likely one."""
    found: list[Sign] = []
    last = [sign for sign in signs.signs if sign.rule in PASTS and sign.weight and sign.first // 12 == window.named]
    found += [vote for sign in last for vote in _after(sign, month, len(last) > 1, window.follows(sign.year))]
    for sign in signs.signs:
        if sign.weight and sign.rule not in PASTS:
            found += _about(sign, month)
    for day in signs.days:
        found += _fitting(day, window)
    best: dict[tuple[str, int, tuple[int, ...]], Sign] = {}
    for sign in found:
        if sign.year in window.years():
            key = (sign.rule, sign.year, sign.lines if sign.rule == PROGRAMME else ())
            best[key] = max(best.get(key, sign), sign, key=lambda one: one.weight)
    return list(best.values())


def _about(sign: Sign, month: int) -> list[Sign]:
    """The years that a year which is not past makes likely, by the month of the news: 2022年“冬送温暖” begins in
    December 2021, what 2018 will bring is told in December 2017 or in 2018, the best of 2017 come early in 2018."""
    late, before = month >= _LATE_MONTH, replace(sign, year=sign.year - 1)
    if sign.rule == PROGRAMME:
        begun = replace(before, rule="a programme begins the year before")
        return [sign, begun] if late else [replace(sign, weight=1.0) if month > 1 else sign]
    if sign.rule == PLAN and not month:
        return [replace(sign, weight=0.6), replace(before, weight=0.6)]
    if sign.rule == PLAN and late:
        return [before]
    if sign.rule == AWARD and 0 < month < _EARLY_MONTHS:
        return [replace(sign, year=sign.year + 1, weight=1.0)]
    if sign.month and month > sign.month:  # a month ahead, and the news is of a later one
        return [before]
    return [sign]


def _after(sign: Sign, month: int, again: bool, follows: bool) -> list[Sign]:
    """The year that a past one makes likely: the next where the story calls the present one 今年, or where the news is
    of an earlier month; else its own, the more so the nearer its month is to the news; of a whole year either. again:
    it is named twice; follows: the page cannot be of that year, and may be of the next."""
    later = replace(sign, year=sign.year + 1)
    if sign.beside:
        return [replace(later, weight=1.0 if again else sign.beside)]
    if month and month < (sign.month or _EARLY_MONTHS):  # nobody sums up a year in its January
        return [replace(later, rule="a past year, told after its end", weight=1.0 if sign.month or again else 0.7)]
    if not sign.month:
        later = replace(later, rule="the year after a past one", weight=1.0 if follows else 0.3)
        return [replace(sign, weight=0.3), later]
    near = month and month - sign.month <= 1
    return [replace(sign, weight=1.2 if near else 0.8)]


def _fitting(day: NewsDay, window: _Window) -> list[Sign]:
    """The year of the window in which a festival or a weekday fell on a day of the news; of several none."""
    feast, weekday = day.feast, day.weekday
    tests: list[tuple[str, Callable[[int], bool]]] = []
    if feast:
        tests.append(
            ("a lunar festival fell there", lambda y: bool(lunar.festival_years(feast, day.month, day.day, [y])))
        )
    if weekday >= 0:
        tests.append(("the weekday fits", lambda y: _falls(y, day.month, day.day, weekday)))
    found = []
    for rule, fits in tests:
        years = [year for year in window.years() if fits(year)]
        if len(years) == 1:
            found.append(Sign(rule, day.lines, day.quote, year=years[0], weight=2.5))
    return found


def _falls(year: int, month: int, day: int, weekday: int) -> bool:
    return dates.exists(year, month, day) and Day(year, month, day).weekday() == weekday


def _dated(year: int, news: NewsDay | None, told: Sequence[Sign]) -> tuple[str, tuple[Claim, ...]]:
    """The year with the month of the issue after the latest news: the next month when that day ends a month."""
    if not news or not news.day:
        return str(year), _claims(told, str(year))
    month, rule, mark = news.month, "month of the latest news", ""
    if news.day == calendar.monthrange(year, month)[1]:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        rule = "the day after the latest news is in the next month"
    elif news.dateline and news.day <= _NEXT_DAYS:
        rule = "month of a dateline"
    else:
        mark = "~" * (news.day > _LATE)
    value = f"{year}-{month:02d}{mark}"
    return value, (*_claims(told, value), Claim("date", value, rule, 1.0, news.lines, news.quote))


def _shared(window: _Window) -> tuple[str, tuple[Claim, ...]]:
    """What two years that gainsay each other have in common: 201X of 2018 and 2015."""
    one, other = str(window.last), str(window.first)
    same = next((n for n in (3, 2) if one[:n] == other[:n]), 0)
    value = one[:same] + "X" * (4 - same) if same else ""
    return value, _claims(window.told, value)


def _told(window: _Window, votes: Sequence[Sign], year: int) -> list[Sign]:
    """The signs that a year rests on, the heaviest first, then the bounds; each once."""
    chosen = sorted((sign for sign in votes if sign.year == year), key=lambda sign: -sign.weight)
    lines = {(sign.lines, sign.quote) for sign in chosen}
    return chosen + [sign for sign in window.told if (sign.lines, sign.quote) not in lines]


def _claims(told: Sequence[Sign], value: str) -> tuple[Claim, ...]:
    """Signs as claims: a year, or bounds such as 2017/.. and ../2013-03."""
    return tuple(
        Claim("date", _said(sign), sign.rule, sign.weight or sign.firm, sign.lines, sign.quote)
        for sign in told
        if value
    )


def _said(sign: Sign) -> str:
    if sign.weight:
        return str(sign.year)
    return f"{_month(sign.first, 0)}/{_month(sign.last, 11)}"


def _month(at: int, whole: int) -> str:
    """A bound as EDTF; the first month of a year as a beginning and the last as an end are the year."""
    if not at:
        return ".."
    return f"{at // 12}" if at % 12 == whole else f"{at // 12}-{at % 12 + 1:02d}"
