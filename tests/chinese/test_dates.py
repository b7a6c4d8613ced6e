"""Dates as printed, and dates counted from the issue."""

import pytest

from jianbao.chinese.dates import number, printed, resolved


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
        ("2O15年1l月3O日", "2015-11-30"),
        ("2022年6月\n13\n星期一", "2022-06-13"),
        ("2021年10月3名职工", "2021-10"),
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
    ("text", "issued", "value"),
    [
        ("昨天,体育馆里人头攒动", "2015-11-30", "2015-11-29"),
        ("昨晚", "2016-01-01", "2015-12-31"),
        ("前日", "2016-03-01", "2016-02-28"),
        ("昨天", "2015-11", ""),  # a month is not enough
        ("今年5月", "2015-11-30", "2015-05"),
        ("去年10月3日", "2015", "2014-10-03"),
        ("去年底", "2021", "2020"),
        ("上月", "2016-01-10", "2015-12"),
        ("上月15日", "2016-01-10", "2015-12-15"),
        ("13日早上", "2021-07-14", "2021-07-13"),
        ("29日", "2021-07-02", "2021-06-29"),
        ("12月28日,职工文化节闭幕", "2018-01-05", "2017-12-28"),
        ("1月5日将举行", "2017-12-30", "2018-01-05"),
        ("八月三日", "1958-08-05", "1958-08-03"),
        ("2013年5月,今年", "2021-07-14", "2013-05"),
        ("近日", "2021-07-14", ""),
        ("昨天", "", ""),
        ("去年", "", ""),
    ],
)
def test_words_are_counted_from_the_issue(text: str, issued: str, value: str) -> None:
    assert resolved(text, issued) == value
