import pytest

from jianbao.render import days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021", "2021年"),
        ("2021-12", "2021年12月"),
        ("2021-02-03", "2021年2月3日"),
        ("2021~", "2021年前后"),
        ("2021?", "2021年（存疑）"),
        ("199X", "1990年代"),
        ("19XX", "20世纪"),
        ("XXXX", "日期不详"),
        ("../2021", "2021年或更早"),
        ("2021/..", "2021年或更晚"),
        ("Christmas", "Christmas"),
    ],
)
def test_dates_in_words(text, said):
    assert days.date(text) == said


@pytest.mark.parametrize(("text", "said"), [("2026-11-21", "星期六"), ("2021-12", ""), ("2021-02-30", ""), ("", "")])
def test_weekday_of_a_certain_day(text, said):
    assert days.weekday(text) == said


def test_a_month_begins_on_its_weekday():
    assert days.weeks(2021, 12)[0] == [0, 0, 1, 2, 3, 4, 5]
