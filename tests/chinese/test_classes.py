"""Words that no pair of words is known of go on by their class."""

import pytest

from jianbao.chinese.classes import begins, follows


@pytest.mark.parametrize(
    ("before", "after", "other"),
    [
        ("市总工会征求他们的", "意见和要求", "的意见"),
        ("职工们参加了", "竞赛", "了竞赛"),
        ("这处面积约20", "平方米的空间", "的空间"),
    ],
)
def test_a_class_that_often_stands_there_goes_on_better(before: str, after: str, other: str) -> None:
    assert follows(before, after) > follows(before, other)


@pytest.mark.parametrize("text", ["近日,市总工会", "5月26日,记者在站点看到", "山东省总工会"])
def test_a_paragraph_begins_with_a_day_or_a_place(text: str) -> None:
    assert begins(text) > 0


@pytest.mark.parametrize("text", ["了慰问活动", "个街道的干部", "，让他们留下来"])
def test_a_paragraph_does_not_begin_inside_a_phrase(text: str) -> None:
    assert begins(text) < 0


def test_nothing_tells_nothing() -> None:
    assert follows("", "意见") == follows("意见", "") == begins("") == 0.0
