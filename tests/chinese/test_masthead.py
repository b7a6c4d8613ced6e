"""Mastheads, their checks, and what is done about a misread figure."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest
from borax.calendars.lunardate import LunarDate

from jianbao.chinese.masthead import Masthead, masthead

WEEKDAYS = "一二三四五六日"
HAN = "〇一二三四五六七八九"
FIGURES = ("0123456789", "０１２３４５６７８９", HAN[1:] + "十", HAN)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("农历丁卯年五月十一\n1987年6月6日\n星期六", "1987-06-06"),
        ("己亥年五月初四 2019年6月6日 星期四", "2019-06-06"),
        ("１９９８年１月２３日　星期五　丁丑年十二月廿五", "1998-01-23"),
        ("乙未年十月十九\n2015年11月30日\n星期一", "2015-11-30"),
        ("二〇二二年六月十三日 星期一 农历壬寅年五月十五", "2022-06-13"),
        ("2022年6月\n13\n星期一\n农历壬寅年五月十五", "2022-06-13"),
        ("2O22年6月l3日 星期一 壬寅年五月十五", "2022-06-13"),
        ("1993年5月12日 星期三 癸酉年闰三月廿一", "1993-05-12"),
        ("2 0 2 2 年 6 月 1 3 日\n星 期 一\n壬 寅 年 五 月 十 五", "2022-06-13"),
    ],
)
def test_weekday_and_lunar_line_agree(text: str, iso: str) -> None:
    found = masthead(text)
    assert found
    assert (found.iso, found.agrees, found.differs, found.mended) == (iso, ("weekday", "lunar"), (), False)


@pytest.mark.parametrize(
    "wrong",
    ["2016年11月30日", "2015年12月30日", "2015年11月20日", "2015年11月39日", "2015年1月30日", "二〇一五年十一月二十日"],
)
@pytest.mark.parametrize("weekday", ["", " 星期一"])
def test_one_misread_digit_is_mended(wrong: str, weekday: str) -> None:
    found = masthead(f"乙未年十月十九 {wrong}{weekday}")
    assert found
    assert (found.iso, found.mended) == ("2015-11-30", True)


def test_a_misread_lunar_line_mends_nothing() -> None:
    found = masthead("乙未年七月十九 2015年11月30日 星期一")
    assert found == Masthead("2015-11-30", "2015年11月30日", ("weekday",), ("lunar",))


def test_without_lunar_line_nothing_is_mended() -> None:
    found = masthead("2015年11月29日 星期一")
    assert found
    assert (found.iso, found.differs, found.mended) == ("2015-11-29?", ("weekday",), False)


@pytest.mark.parametrize(
    ("text", "iso"), [("2012年11月39日", "2012-11"), ("2012年13月9日", "2012"), ("民国二十八年四月三十九日", "1939-04")]
)
def test_of_a_day_that_cannot_be_what_can_be_is_left(text: str, iso: str) -> None:
    found = masthead(text)
    assert found
    assert (found.iso, found.broken) == (iso, True)


@pytest.mark.parametrize("text", ["工人日报", "星期一", "乙未年十月十九", "9999年99月99日", "2021年10月3名职工"])
def test_no_date_is_made_up(text: str) -> None:
    assert masthead(text) is None


def han(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else HAN[tens]) + ("十" if tens else "") + (HAN[ones] if ones else "")


def prints(day: date) -> list[str]:
    """A day as five mastheads print it."""
    year = "".join(HAN[int(digit)] for digit in str(day.year))
    arabic = f"{day.year}年{day.month}月{day.day}日"
    return [
        arabic,
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
        arabic.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        f"{year}年{han(day.month)}月{han(day.day)}日",
        f"{day.year}.{day.month}.{day.day}",
    ]


def lunar(day: date) -> str:
    found = LunarDate.from_solar(day)
    return f"{found.gz_year}年{'闰' if found.leap else ''}{found.cn_month}月{found.cn_day}"


def damaged(text: str, random: Random) -> str:
    """A date with one figure read as another."""
    at = random.choice([at for at, sign in enumerate(text) if any(sign in figures for figures in FIGURES)])
    figures = next(figures for figures in FIGURES if text[at] in figures)
    return text[:at] + random.choice([sign for sign in figures if sign != text[at]]) + text[at + 1 :]


def sample() -> Iterator[tuple[date, str]]:
    """3,000 days from 1949 to 2026 with a figure damaged in a print of each."""
    random = Random(1949)
    first = date(1949, 1, 1)
    span = (date(2026, 12, 31) - first).days
    for no in range(3000):
        day = first + timedelta(random.randrange(span + 1))
        yield day, damaged(prints(day)[no % 5], random)


@cache
def shares(with_lunar: bool, with_weekday: bool) -> tuple[float, float]:
    """The shares of damaged mastheads that are noticed and that are mended."""
    noticed = mended = 0
    for day, print_ in sample():
        text = f"{print_} 星期{WEEKDAYS[day.weekday()]}" if with_weekday else print_
        found = masthead(f"{text}\n农历{lunar(day)}" if with_lunar else text)
        noticed += bool(found is None or found.mended or found.differs or found.broken)
        mended += bool(found and found.iso == day.isoformat())
    return noticed / 3000, mended / 3000


@pytest.mark.parametrize(
    ("with_lunar", "with_weekday", "noticed", "mended"),
    [(True, True, 1.0, 0.99), (True, False, 1.0, 0.99), (False, True, 0.9, 0.0)],
)
def test_three_thousand_mastheads_with_a_damaged_figure(
    with_lunar: bool, with_weekday: bool, noticed: float, mended: float
) -> None:
    assert shares(with_lunar, with_weekday) >= (noticed, mended)
