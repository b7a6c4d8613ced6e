"""Dates as newspapers print them: 2015年11月30日, １９９８年…, 二〇一五年…, 民國貳拾捌年…, 八月三日.

`printed` finds the dates of a text, `resolved` counts 昨天 and 去年5月 from the date of the issue. Letters that stand
for digits (2O15年, l月) are digits; vague words (近日) give no date. Mastheads, festivals: `masthead`, `lunar`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_FULL = str.maketrans("０１２３４５６７８９．／－　", "0123456789./- ")
_MAY_FOLD = re.compile(f"[{''.join(map(chr, _FULL))}]")
_DIGITS = {
    char: number
    for number, chars in enumerate(
        ("〇零○Ｏ", "一壹元正", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_N = r"[0-9〇零○一二三四五六七八九十廿卅壹贰貳叁參肆伍陆陸柒捌玖拾元正冬腊臘]"
_LETTERS = re.compile(r"[0-9OoIl|]{1,4}(?=\s?[年月日号])")
_AS_DIGITS = str.maketrans("OoIl|", "00111")
_MAYBE = re.compile("[年月./．／－-]")  # every date has one of them, most sentences none
_DAY = re.compile(
    rf"(?:(?P<era>(?:中[华華])?民[国國])\s*)?(?P<year>{_N}{{1,4}})\s*年\s*(?P<month>{_N}{{1,3}})\s*月"
    rf"(?:\s*(?P<day>{_N}{{1,3}})\s*[日号號]|\s+(?P<figure>[0-9]{{1,2}})(?=\s|$))?"  # 2022年6月 above a large 13
    r"|(?<![0-9])(?P<y>(?:19|20)[0-9]{2})[-./](?P<m>[01]?[0-9])[-./](?P<d>[0-3]?[0-9])(?![0-9])"
)
_YEAR = re.compile(r"(?<![0-9])(?P<year>(?:18|19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})\s*年(?!代)")
_MONTH_DAY = re.compile(
    r"(?<![0-9〇零○一二三四五六七八九]年)(?<![0-9一二三四五六七八九十])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
    r"\s*月\s*(?P<day>[12][0-9]|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\s*日"
)
_NAMED = rf"(?:\s*(?P<month>{_N}{{1,3}})\s*月份?(?:(?P<day>{_N}{{1,3}})\s*日)?)?"
_OF_YEAR = re.compile(r"(?P<word>今年|本年|去年|上年|前年|明年|后年)" + _NAMED)
_OF_MONTH = re.compile(rf"(?P<word>本月|这个月|上个?月|下个?月)(?:\s*(?P<day>{_N}{{1,3}})\s*日)?")
_OF_DAY = re.compile(r"(?P<word>今[天日晨晚早]|昨[天日晚夜晨]|前[天日]|明[天日晨晚]|后天)")
_BARE_DAY = re.compile(r"(?<![0-9月一二三四五六七八九十])(?P<day>[12][0-9]|3[01]|[1-9])日(?!报)")
_YEARS_OFF = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
_MONTHS_OFF = {"本": 0, "这": 0, "上": -1, "下": 1}
_DAYS_OFF = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}


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


def folded(text: str) -> str:
    """Returns a text of the same length with plain digits for full-width ones and for letters in a date.

    >>> folded('２O１5年3月l8日')
    '2015年3月18日'
    """
    plain = text.translate(_FULL) if _MAY_FOLD.search(text) else text
    return _LETTERS.sub(lambda match: match[0].translate(_AS_DIGITS), plain)


def printed(text: str) -> tuple[Printed, ...]:
    """Returns the dates of a text with a year or with month and day, in order.

    >>> [found.iso for found in printed('１９９８年１月２３日 星期五,二〇一五年十一月,民國貳拾捌年四月廿三日')]
    ['1998-01-23', '2015-11', '1939-04-23']
    >>> printed('3月24日,邹丽萍说')[0].quote, printed('2021年10月3名职工')[0].iso
    ('3月24日', '2021-10')
    """
    if not _MAYBE.search(text):
        return ()
    plain = folded(text)
    found = [one for match in _DAY.finditer(plain) if (one := _day(match, text))]
    rest = _DAY.sub(lambda match: "\n" * len(match[0]) if _day(match, text) else match[0], plain) if found else plain
    for mark, pattern in (("年", _YEAR), ("日", _MONTH_DAY)):
        for match in pattern.finditer(rest) if mark in rest else ():
            year, month, day = (number(match.groupdict().get(part) or "0") for part in ("year", "month", "day"))
            if not month or exists(2000, month, day):
                found.append(Printed(year, month, day, *match.span(), text[slice(*match.span())]))
    return tuple(sorted(found, key=lambda day: day.start))


def resolved(text: str, issued: str) -> str:
    """Returns the first date of a text as EDTF, what it leaves out counted from the date of the issue, as far as that
    is known (2021, 2021-03 or 2021-03-05); '' for none and where more of it is needed than is known.

    >>> resolved('今年5月,温州市', '2021'), resolved('去年', '2021'), resolved('近日', '2021'), resolved('昨天', '2021')
    ('2021-05', '2020', '', '')
    >>> resolved('昨天', '2016-01-01'), resolved('12月28日', '2016-01-05'), resolved('上月', '2016-01')
    ('2015-12-31', '2015-12-28', '2015-12')
    """
    found = [(match.start(), value) for match, value in _relative(folded(text), issued)]
    found += [(day.start, day.iso if day.year else _nearest(day, issued)) for day in printed(text)]
    return min(found, key=lambda one: one[0], default=(0, ""))[1]


def _relative(text: str, issued: str) -> Iterator[tuple[re.Match[str], str]]:
    """The dates of a text that are counted from the issue's; '' for those that cannot be."""
    year, month, day = (int(part or 0) for part in [*issued.split("-"), "", ""][:3])
    if match := _OF_YEAR.search(text):
        parts = number(match["month"] or "0"), number(match["day"] or "0")
        yield match, _checked(year + _YEARS_OFF[match["word"]], *parts) if year else ""
    if match := _OF_MONTH.search(text):
        there = year * 12 + month - 1 + _MONTHS_OFF[match["word"][0]]
        yield match, _checked(there // 12, there % 12 + 1, number(match["day"] or "0")) if month else ""
    if match := _OF_DAY.search(text):
        yield match, (date(year, month, day) + timedelta(_DAYS_OFF[match["word"][0]])).isoformat() if day else ""
    if match := _BARE_DAY.search(text):
        no = int(match["day"])
        there = year * 12 + month - 1 - (no > day)
        yield match, _checked(there // 12, there % 12 + 1, no) if day else ""


def _nearest(found: Printed, issued: str) -> str:
    """A day without year in the year that brings it nearest to the issue: in January 12月28日 is of last year."""
    year = int(issued[:4] or "0")
    if not year or len(issued) < 7:
        return _checked(year, found.month, found.day) if year else ""
    middle = date.fromisoformat(issued if len(issued) == 10 else f"{issued}-15")
    days = [date(y, found.month, found.day) for y in (year - 1, year, year + 1) if exists(y, found.month, found.day)]
    return min(days, key=lambda day: abs(day - middle)).isoformat() if days else ""


def _checked(year: int, month: int, day: int) -> str:
    """The date as EDTF, '' when the calendar lacks it."""
    if month > 12 or (day and not exists(year, month, day)):
        return ""
    return Printed(year, month, day, 0, 0, "").iso


def _day(match: re.Match[str], text: str) -> Printed | None:
    """A printed date if the calendar has it; 1987 from 民国76年."""
    year = number(match["year"] or match["y"]) + (1911 if match["era"] else 0)
    month = number(match["month"] or match["m"])
    day = number(match["day"] or match["figure"] or match["d"] or "0")
    start = match.start()
    if not (1600 < year < 2200 and 1 <= month <= 12) or (day and not exists(year, month, day)):
        return None
    return Printed(year, month, day, start, match.end(), text[start : match.end()].strip())


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
