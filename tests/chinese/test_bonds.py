"""Words that run over the seam of two texts."""

import pytest

from jianbao.chinese.bonds import Heads, bond


@pytest.mark.parametrize(
    ("before", "after"),
    [("学历教育,组", "织职业技能培训"), ("有文艺演出队、农业科", "技咨询队"), ("对白色污", "染实行集中治理")],
)
def test_a_word_cut_in_two_binds(before: str, after: str) -> None:
    assert bond(before, after) > 4


def test_a_common_pair_of_words_binds_less_than_a_word() -> None:
    assert 1 < bond("认真", "学习") < bond("认真学", "习")


@pytest.mark.parametrize(("before", "after"), [("福建省", "近日"), ("工会主席", "桌子"), ("", "近日"), ("近日", "")])
def test_texts_that_have_nothing_to_do_with_each_other_do_not_bind(before: str, after: str) -> None:
    assert bond(before, after) < 1


def test_ascii_marks_count_as_chinese_ones() -> None:
    assert bond("打造小哥学院,", "但是") == bond("打造小哥学院，", "但是")


def test_characters_that_no_table_has_are_no_reason() -> None:
    assert abs(bond("\U0002a6d6\U0002a6d6", "\U0002a6d6")) < 1


def test_many_beginnings_bind_as_each_alone() -> None:
    befores = ["学历教育,组", "有文艺演出队、农业科", "工会主席", "", "𪛖", "打造小哥学院,"]
    afters = ["织职业技能培训", "技咨询队", "桌子", "", "近日,记者", "织职业技能培训", "但是"]
    assert [Heads(afters).bonds(before) for before in befores] == [
        [bond(before, after) for after in afters] for before in befores
    ]
