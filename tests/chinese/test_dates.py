"""Dates as printed, mastheads and their checks, festivals."""

import pytest

from jianbao.chinese.dates import festival, festival_years, lunar_days, masthead, number, printed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇一五", 2015),
        ("十", 10),
        ("二十", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("初五", 5),
        ("貳拾捌", 28),
        ("２２", 22),
        ("一九八七", 1987),
    ],
)
def test_numbers(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2015年11月30日", "2015-11-30"),
        ("１９９８年１月２３日　星期五", "1998-01-23"),
        ("二〇一五年十一月三十日", "2015-11-30"),
        ("一九八七年六月六日", "1987-06-06"),
        ("中華民國貳拾捌年四月廿三日", "1939-04-23"),
        ("民国二十八年四月", "1939-04"),
        ("2022-06-13", "2022-06-13"),
        ("2022.6.13 星期一", "2022-06-13"),
        ("1938年10月,工厂内迁", "1938-10"),
        ("自2011年起", "2011"),
    ],
)
def test_a_date_with_its_year(text: str, iso: str) -> None:
    assert printed(text)[0].iso == iso


@pytest.mark.parametrize("text", ["2015年13月1日"[7:], "电话 400-826-1586", "近日", "上世纪八十年代", "2019年代"])
def test_what_is_no_date(text: str) -> None:
    assert printed(text) == ()


def test_a_day_that_the_calendar_lacks_is_not_given() -> None:
    assert all(found.day != 31 for found in printed("2015年11月31日") if found.year)


def test_a_day_without_year_stays_without() -> None:
    assert [(found.year, found.month, found.day) for found in printed("从1月14日到1月15日")] == [(0, 1, 14), (0, 1, 15)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("农历丁卯年五月十一\n1987年6月6日\n星期六", "1987-06-06"),
        ("己亥年五月初四 2019年6月6日 星期四", "2019-06-06"),
        ("１９９８年１月２３日　星期五　丁丑年十二月廿五", "1998-01-23"),
        ("乙未年十月十九\n2015年11月30日\n星期一", "2015-11-30"),
    ],
)
def test_weekday_and_lunar_line_agree(text: str, iso: str) -> None:
    found = masthead(text)
    assert found
    assert (found.iso, found.agrees, found.differs) == (iso, ("weekday", "lunar"), ())


@pytest.mark.parametrize("wrong", ["2016年11月30日", "2015年12月30日", "2015年11月20日", "2015年11月39日"])
def test_one_misread_digit_is_mended(wrong: str) -> None:
    found = masthead(f"乙未年十月十九 {wrong} 星期一")
    assert found
    assert (found.iso, found.mended) == ("2015-11-30", True)


def test_without_lunar_line_nothing_is_mended() -> None:
    found = masthead("2015年11月29日 星期一")
    assert found
    assert (found.iso, found.differs, found.mended) == ("2015-11-29", ("weekday",), False)


def test_stem_and_branch_that_never_meet_give_nothing() -> None:
    assert lunar_days("乙午年十月十九") == ()


def test_lunar_new_year_counts_to_the_right_year() -> None:
    assert "2021-02-12" in lunar_days("辛丑年正月初一")


def test_a_festival_names_the_year() -> None:
    assert festival("为工人盛腊八粥") == "腊八"
    assert festival_years("腊八", 1, 19, range(2018, 2024)) == (2021,)
    assert festival_years("端午", 6, 2, range(2019, 2024)) == (2022,)
