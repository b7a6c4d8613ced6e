"""Lunar lines and festivals."""

from datetime import date, timedelta

import pytest

from jianbao.chinese.lunar import festival, festival_years, lunar_days


def test_stem_and_branch_that_never_meet_give_nothing() -> None:
    assert lunar_days("乙午年十月十九") == ()


def test_lunar_new_year_counts_to_the_right_year() -> None:
    assert "2021-02-12" in lunar_days("辛丑年正月初一")


def test_a_leap_month_is_another() -> None:
    assert "1993-05-12" in lunar_days("癸酉年闰三月廿一")
    assert "1993-04-12" in lunar_days("癸酉年三月廿一")


@pytest.mark.parametrize(
    ("text", "month", "day", "years"),
    [
        ("为工人盛腊八粥", 1, 19, (2021,)),
        ("端午佳节把粽子送到", 6, 2, (2022,)),
        ("元宵佳节", 2, 19, (2019,)),
        ("中秋节前夕", 9, 26, (2020, 2023)),
        ("年夜饭", 2, 11, (2018, 2021)),  # in the week before
        ("春节期间", 1, 19, ()),  # names no day
    ],
)
def test_a_festival_names_the_year(text: str, month: int, day: int, years: tuple[int, ...]) -> None:
    found = festival(text)
    assert (festival_years(found[1], month, day, range(2017, 2024)) if found else ()) == years


def test_every_festival_falls_once_in_each_year() -> None:
    first = date(2020, 1, 1)
    days = [first + timedelta(no) for no in range(366 + 365)]
    for name in ("元宵", "端午", "七夕", "中秋", "重阳"):
        feast = festival(name)
        assert feast
        on = [day for day in days if festival_years(feast[1], day.month, day.day, [day.year])]
        assert {day.year for day in on} == {2020, 2021}
