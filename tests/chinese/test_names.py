"""What can be a person's name, and what is doubtful about one."""

import pytest

from jianbao.chinese.names import doubt, is_name, names, stands_alone


@pytest.mark.parametrize(
    ("run", "found"),
    [
        ("周国军、刘平", ["周国军", "刘平"]),
        ("王 颂", ["王颂"]),
        ("徐 迅 丁 一", ["徐迅", "丁一"]),
        ("裴广江 温 宪 李伟红", ["裴广江", "温宪", "李伟红"]),
        ("周国军刘平", ["周国军", "刘平"]),
        ("王芳和李明", ["王芳", "李明"]),
        ("格桑边觉、边巴次仁", ["格桑边觉", "边巴次仁"]),
        ("阿依努尔·吐尔逊", ["阿依努尔·吐尔逊"]),
        ("欧阳梦云", ["欧阳梦云"]),
        ("", []),
    ],
)
def test_names_of_a_run(run: str, found: list[str]) -> None:
    assert names(run) == found


@pytest.mark.parametrize("name", ["王学进", "任仲平", "胡欣红", "陈桂英", "余力", "诸葛瑞鑫", "区健妍", "周明华"])
def test_names_that_stand_alone(name: str) -> None:
    assert stands_alone(name)


@pytest.mark.parametrize(
    "text",
    ["高质量", "金融街", "平安夜", "新市民", "强基层", "万里行", "绍兴", "宁海", "王坛镇", "张家口", "文明", "白鹿洲"],
)
def test_words_do_not_stand_for_names(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("王芳", ""),
        ("I. W. F.", ""),
        ("买买提·艾力", ""),
        ("金", "it has one character"),
        ("升旭", "it opens with no known surname"),
        ("袁（日）", "a character is missing in print"),
        ("杭州市总工会", "it is too long for a name"),
    ],
)
def test_doubtful_names(name: str, why: str) -> None:
    assert doubt(name) == why


def test_a_program_is_no_name() -> None:
    assert not is_name("江苏行", True) and not is_name("记者", False)
