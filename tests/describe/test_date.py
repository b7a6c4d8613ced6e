"""When a page appeared: masthead, path, text."""

from collections.abc import Callable

import pytest

from jianbao.describe.date import date
from jianbao.model import Layout, Page

Make = Callable[..., Page]


def test_masthead_with_its_checks(page: Make, bare: Layout) -> None:
    value, basis, claims = date(page("乙未年十月十九", "2015年11月30日", "星期一", "浙江工人日报"), bare)
    assert (value, basis) == ("2015-11-30", "masthead")
    assert claims[0].rule == "masthead, weekday agrees, lunar agrees"


def test_masthead_at_the_foot(page: Make, bare: Layout) -> None:
    texts = ["在三月里。"] * 40 + ["第５版", "１９９８年１月２３日　星期五　丁丑年十二月廿五", "人民日报"]
    assert date(page(*texts), bare)[:2] == ("1998-01-23", "masthead")


def test_a_sentence_with_a_date_is_no_masthead(page: Make, bare: Layout) -> None:
    assert date(page("1938年10月1日,申新纱厂从沿海内迁。"), bare)[1] != "masthead"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("工人日报/2022-06-13/02.txt", "2022-06-13"),
        ("20220613_02.txt", "2022-06-13"),
        ("000_98dafaf1d272337a.txt", ""),
        ("2022-02-30.txt", ""),
    ],
)
def test_path(page: Make, bare: Layout, path: str, value: str) -> None:
    assert date(page("没有日期", path=path), bare)[0] == value


def test_masthead_beats_path(page: Make, bare: Layout) -> None:
    assert date(page("2022年6月13日", path="2021-01-01.txt"), bare)[0] == "2022-06-13"


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (
            ["3月24日,邹丽萍说。", "2023年景宁县“朗读者”开播。", "专项集体合同(2023年度)"],
            "2023-03~",
        ),  # the year of a contract and of an event
        (
            ["2020年6月底,王井全返厂。", "1月15日,上海下发通知。", "1月19日,志愿者为工人盛腊八粥。"],
            "2021-01",
        ),  # 腊八 2021-01-20
        (
            ["近日,2021年温州市培训班开班。", "2022年“冬送温暖”活动开幕。", "11月30日,兰景贵走访。"],
            "2021-12",
        ),  # printed the day after
        (["2018年,张晓鸿转战社区。", "3月4日,有雪。"], "2018~"),  # only a year that is past
        (["最近,天气转凉。"], ""),
        (
            ["今年5月,黄某提出申请。", "4月22日,社区封控。", "2022年“送温暖”在即。", "近日,2022年大赛开幕。"],
            "2022",
        ),  # after May
        (["浙江大学(2021年)的学生近日来到工厂。"], "2021~"),  # brackets alone do not make it the present one
    ],
)
def test_what_the_text_gives_away(page: Make, bare: Layout, texts: list[str], value: str) -> None:
    assert date(page(*texts), bare)[0] == value


def test_an_inferred_date_never_has_a_day(page: Make, bare: Layout) -> None:
    value, basis, _ = date(page("近日,2021年的培训班开班。", "5月4日,青年联欢。"), bare)
    assert (value, basis) == ("2021-05", "inferred")


def test_a_mended_masthead_and_one_that_is_gainsaid_say_why(page: Make, bare: Layout) -> None:
    value, _, (claim,) = date(page("乙未年十月十九", "2015年11月80日", "工人日报"), bare)
    assert (value, claim.rule, claim.quote) == (
        "2015-11-30",
        "masthead, lunar agrees, misread and mended",
        "2015年11月80日",
    )
    value, _, (claim,) = date(page("2010年8月16日 星期五", "工人日报"), bare)
    assert (value, claim.rule) == ("2010-08-16?", "masthead, weekday differs")


def test_evidence_has_quotes_and_lines(page: Make, bare: Layout) -> None:
    texts = ["临平区总工会成立。", "近日,2021年培训班开班。", "5月4日,青年联欢。"]
    found = {(claim.value, claim.rule, claim.lines, claim.quote) for claim in date(page(*texts), bare)[2]}
    assert found == {
        ("2021", "the present year named", (2,), "2021年"),
        ("2021/..", "the name of a division", (1,), "临平区"),
        ("2021-05", "month of the latest news", (3,), "5月4日"),
    }


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (["上海门市部近日开张。"], ""),  # 海门市 was until 2020
        (["近日,萧山市民踊跃参加。"], ""),  # no 萧山市
        (["原江干区的老职工近日重聚。"], ""),
        (["近日,江干区总工会举办活动。"], "../2021"),
        (["近日,职工喜迎党的二十大,学习新思想。"], "2021/2022"),
        (["近日,公司成立20周年。"], ""),
    ],
)
def test_names_that_bound_the_year_and_names_that_do_not(
    page: Make, bare: Layout, texts: list[str], value: str
) -> None:
    assert date(page(*texts), bare)[0] == value
