"""What the program makes of a piece of text."""

import pytest

from jianbao.authority import shipped
from jianbao.describe.ask import ask_byline, ask_date, ask_place


def test_a_place_and_none() -> None:
    assert ask_place("西湖区的职工", shipped(), "江西省").value == "江西省/南昌市/西湖区"
    assert ask_place("中山路", shipped(), "浙江省").value is None


@pytest.mark.parametrize(
    ("text", "issued", "value"),
    [
        ("乙未年十月十九 2015年11月30日 星期一", "", "2015-11-30"),
        ("乙未年十月十九 2016年11月30日", "", "2015-11-30"),
        ("今年5月,温州市总工会", "2021", "2021-05"),
        ("去年底", "2021", "2020"),
        ("昨天,年近50的体育馆", "2015-11-30", "2015-11-29"),
        ("6月2日下午", "", None),
        ("2月30日", "2021", None),
        ("日前", "2021", None),
    ],
)
def test_dates(text: str, issued: str, value: str | None) -> None:
    assert ask_date(text, issued).value == value


def test_a_mended_masthead_says_so() -> None:
    (claim,) = ask_date("乙未年十月十九 2016年11月30日 星期一").claims
    assert (claim.rule, claim.quote) == ("masthead, weekday agrees, lunar agrees, misread and mended", "2016年11月30日")


def test_a_byline_and_none() -> None:
    assert ask_byline("本报讯 记者曾晨路报道 想提升").value == "记者曾晨路"
    assert ask_byline("本报讯 想提升").value is None
