"""Jump lines, in the forms that papers print and OCR leaves."""

import pytest

from jianbao.chinese.jumps import Jump, jumps


def short(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [("onward" * one.onward + "back" * one.back, one.folios, one.alone) for one in jumps(text)]


@pytest.mark.parametrize(
    ("text", "way", "folio"),
    [
        ("（下转第三版）", "onward", "3"),
        ("(下转3版)", "onward", "3"),
        ("▶下转第2版", "onward", "2"),
        ("→下转03版>>", "onward", "3"),
        ("下 转 第 ３ 版", "onward", "3"),
        ("（下轉第十二版）", "onward", "12"),
        ("下接第4版", "onward", "4"),
        ("转第四版", "onward", "4"),
        ("下转第2版 今日关注", "onward", "2"),
        ("（上接第一版）", "back", "1"),
        ("上接A01版", "back", "A1"),
        ("（接1版）。", "back", "1"),
        ("【紧接第八版】", "onwardback", "8"),
    ],
)
def test_a_line_that_is_a_jump(text: str, way: str, folio: str) -> None:
    assert short(text) == [(way, (folio,), True)]


@pytest.mark.parametrize(
    ("text", "way", "kept"),
    [
        ("能力得到了提升。（下转第3版）", "onward", "能力得到了提升。"),
        ("各级工会正在 下转第3版", "onward", "各级工会正在 "),
        ("送水车（上接第1版）", "back", "送水车"),
        ("（上接第1版）会议指出，要办好实事。", "back", "会议指出，要办好实事。"),
        ("送水车（紧接第1版）", "back", "送水车"),
        (
            "目前全市已有三百多个户外劳动者驿站加入进来，绿豆汤、凉茶随到随喝，（紧接第三版）",
            "onward",
            None,
        ),
    ],
)
def test_a_jump_at_either_end_of_a_text(text: str, way: str, kept: str | None) -> None:
    (one,) = jumps(text)
    assert "onward" * one.onward + "back" * one.back == way and not one.alone
    assert text[: one.start] + text[one.end :] == (kept or text[: one.start])


def test_a_text_may_come_from_one_page_and_go_on_on_another() -> None:
    assert short("（上接第1版）会议指出，要办好实事。（下转第4版）") == [
        ("back", ("1",), False),
        ("onward", ("4",), False),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("（下转第三版《从“有活干”到“有奔头”》）", "从“有活干”到“有奔头”"),
        ("上接第一版《再出发》一文", "再出发"),
        ("《再出发》上接第一版", "再出发"),
        ("（上接第1版“再出发”）", "再出发"),
        ("（上接第1版）", ""),
    ],
)
def test_a_jump_may_name_the_headline(text: str, title: str) -> None:
    assert [(one.title, one.alone) for one in jumps(text)] == [(title, True)]


def test_a_jump_may_name_two_pages() -> None:
    assert jumps("（下转第2、3版）") == (Jump(True, False, ("2", "3"), "", 0, 9, True),)


@pytest.mark.parametrize(
    "text",
    [
        "详见第3版",
        "（见第3版）",
        "他由工人转第3版编辑部工作。",
        "各地工会对接第一版方案",
        "会上说明了下转第3版的理由。",
        "总第9876期 第3版 综合新闻",
        "企业接到新版标准后转产",
    ],
)
def test_what_is_no_jump(text: str) -> None:
    assert jumps(text) == ()
