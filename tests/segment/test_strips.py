"""Pages that keep the printed lines of their columns."""

from jianbao.model import Line
from jianbao.segment.strips import seam, strips

PROSE = [
    "Tom Terrall, the present Secre-",
    "tary of State and candidate for",
    "governor, spoke at the court house",
    "Saturday.",
]
ZH = ["同蒲南段戰局緊張、自廿", "三日來兩側華軍合力夾擊、", "勝利逐漸展開、臨汾至靈石", "聞鐵路已不能確保。"]


def page(*blocks: list[str]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        for at, text in enumerate(block):
            gap = 1 if at == 0 and lines else 0
            lines.append(Line(len(lines) + gap + 1, text, gap))
    return lines


def texts(*blocks: list[str]) -> list[str]:
    return [strip.text for strip in strips(page(*blocks))]


def test_the_lines_of_a_paragraph_are_one_strip() -> None:
    found = texts(*[PROSE] * 6)
    assert found[0] == (
        "Tom Terrall, the present Secretary of State and candidate for governor, spoke at the court house Saturday."
    )
    assert len(found) == 6


def test_han_lines_are_joined_without_a_blank() -> None:
    assert texts(*[ZH] * 6)[0] == "".join(ZH)


def test_headlines_stay_apart() -> None:
    heads = ["鄂中大戰又將爆發", "華軍已進入城陵磯", "同蒲隴海平綏三路均有劇戰"]
    assert texts(heads, *[ZH] * 6)[:3] == heads


def test_capitals_stay_apart_from_the_prose_below() -> None:
    assert texts(*[["TERRALL SPOKE", "IN ASHDOWN", *PROSE]] * 4)[:2] == ["TERRALL SPOKE", "IN ASHDOWN"]


def test_a_jump_line_is_no_line_of_the_paragraph() -> None:
    assert texts(*[[*ZH[:3], "（下转第三版）", *ZH[:3]]] * 4)[:3] == [
        "".join(ZH[:3]),
        "（下转第三版）",
        "".join(ZH[:3]),
    ]


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    assert len(texts(*[[*PROSE, *PROSE]] * 3)) == 6


def test_a_page_with_a_paragraph_a_line_is_left_alone() -> None:
    lines = [Line(2 * no + 1, "近日,市总工会举办竞赛。", 1) for no in range(30)]
    assert [strip.lines for strip in strips(lines)] == [(line,) for line in lines]


def test_every_line_is_in_one_strip() -> None:
    lines = page(["甲", "乙"], ZH, PROSE, *[ZH] * 5)
    assert [line for strip in strips(lines) for line in strip.lines] == lines


def test_a_comma_and_a_year_are_not_parted() -> None:
    assert seam("培训学员297名,", "2020年") == "培训学员297名,2020年"


def test_a_page_without_blank_lines_is_no_page_of_columns() -> None:
    lines = [
        Line(
            no,
            "近日,市总工会举办职工竞赛活动,来自全市的六十名职工组成十二支代表队参加了本次竞赛活动,气氛热烈,反响很好。",
        )
        for no in range(1, 30)
    ]
    assert {(strip.lines, strip.gap) for strip in strips(lines)} == {((line,), 1) for line in lines}
