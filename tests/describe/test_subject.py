"""Tags: terms of the list, found by lead-in words."""

from collections.abc import Callable

from jianbao.authority import Subject
from jianbao.describe.subject import MOST, tags
from jianbao.model import Piece

Make = Callable[..., Piece]
LIST = (
    Subject("集体协商", "", ("工资协商",)),
    Subject("石油化工", "", ("化工",)),
    Subject("志愿服务", "", ("志愿者",)),
)


def test_a_lead_in_word_gives_the_term(piece: Make) -> None:
    found, claims = tags(piece(("body", "近日开展。"), title="工资协商稳人心"), LIST)
    assert found == ("集体协商",)
    assert claims[0].quote == "工资协商"


def test_one_mention_far_down_is_not_enough(piece: Make) -> None:
    assert tags(piece(("body", "天晴。"), ("body", "风大。"), ("body", "来了一位志愿者。")), LIST)[0] == ()


def test_a_short_word_must_be_a_word(piece: Make) -> None:
    assert tags(piece(("body", "盐田强化工会法律服务,强化工会作用。"), title="强化工会法律服务"), LIST)[0] == ()


def test_never_more_than_the_most(piece: Make) -> None:
    many = tuple(Subject(f"题目{sign}字") for sign in "甲乙丙丁戊己庚辛")
    title = "".join(subject.term for subject in many)
    assert len(tags(piece(("body", "天晴。"), title=title), many)[0]) == MOST
