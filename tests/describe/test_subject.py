"""Tags: terms of the list, found by their names and by the words that speak for them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from jianbao.authority import Authority, shipped
from jianbao.describe.subject import tags
from jianbao.describe.texts import read
from jianbao.model import Piece
from jianbao.subjects import Subject

Make = Callable[..., Piece]
LIST = Authority(
    subjects=(
        Subject("工会工作", heading=True, use_for=("工运",)),
        Subject("集体协商", "工会工作", ("工资协商",)),
        Subject("石油化工", use_for=("化工",)),
        Subject("志愿服务", use_for=("志愿者",), cues=("义工", "红马甲")),
        Subject("教育", use_for=("学校",)),
        Subject("广播", not_in=("广播体操",)),
        Subject("亚洲运动会"),
        Subject("杭州亚运会", "亚洲运动会", ("亚运",), years=(2015, 2023)),
    )
)
ITEMS = yaml.safe_load((Path(__file__).parent / "items.yaml").read_text("utf-8"))


def found(piece: Piece, year: int = 0) -> tuple[str, ...]:
    return tags(read(piece), LIST, year)[0]


def given(piece: Make, item: dict[str, Any]) -> set[str]:
    return set(tags(read(piece(("body", item["text"]), title=item["title"])), shipped(), item["year"])[0])


@pytest.mark.parametrize("item", ITEMS, ids=[item["title"][:8] for item in ITEMS])
def test_an_item_of_any_section_of_a_paper_has_a_tag_of_its_own(piece: Make, item: dict[str, Any]) -> None:
    assert given(piece, item) & set(item["tags"])


def test_items_of_all_sections_of_a_paper_have_few_other_tags(piece: Make) -> None:
    pairs = [(set(item["tags"]), given(piece, item)) for item in ITEMS]
    right = sum(len(wanted & got) for wanted, got in pairs)
    assert right >= 0.83 * sum(len(got) for _, got in pairs)
    assert right >= 0.76 * sum(len(wanted) for wanted, _ in pairs)


def test_a_lead_in_word_gives_the_term(piece: Make) -> None:
    found, claims = tags(read(piece(("body", "近日开展。"), title="工资协商稳人心")), LIST)
    assert found == ("集体协商",)
    assert (claims[0].quote, claims[0].rule) == ("工资协商", "leads to it")


def test_one_mention_far_down_is_not_enough(piece: Make) -> None:
    assert found(piece(("body", "天晴。"), ("body", "风大。"), ("body", "来了一位志愿者。"))) == ()


def test_different_words_far_down_are_enough(piece: Make) -> None:
    text = "志愿者来了,义工也来了,红马甲忙个不停,志愿者说不累。"
    assert found(piece(("body", "天晴。"), ("body", "风大。"), ("body", text))) == ("志愿服务",)


def test_the_column_alone_gives_no_tag(piece: Make) -> None:
    assert found(piece(("body", "天晴。"), title="天晴", column="志愿服务")) == ()


def test_a_short_word_must_be_a_word(piece: Make) -> None:
    text = "盐田强化工会法律服务,强化工会作用。"
    assert found(piece(("body", text), title="强化工会法律服务")) == ()


@pytest.mark.parametrize("name", ["市教育局通知", "教育路通车", "某某教育集团", "教育出版社", "省教育厅来人"])
def test_a_word_in_a_name_gives_no_tag(piece: Make, name: str) -> None:
    assert found(piece(("body", "天晴。"), title=name)) == ()


def test_a_longer_word_keeps_the_shorter_silent(piece: Make) -> None:
    assert found(piece(("body", "天晴。"), title="千人做广播体操")) == ()


def test_quotation_marks_and_blanks_do_not_matter(piece: Make) -> None:
    assert found(piece(("body", "天晴。"), title="“志愿”者 在路上")) == ("志愿服务",)


def test_a_heading_is_given_by_people_alone(piece: Make) -> None:
    assert found(piece(("body", "工运史话。"), title="工会工作")) == ()


@pytest.mark.parametrize(("year", "term"), [(2022, "杭州亚运会"), (1990, "亚洲运动会"), (0, "杭州亚运会")])
def test_a_word_means_what_it_could_mean_in_its_year(piece: Make, year: int, term: str) -> None:
    assert found(piece(("body", "近日开展。"), title="喜迎亚运"), year) == (term,)


@pytest.mark.parametrize(("length", "most"), [(20, 3), (300, 5), (900, 6)])
def test_a_short_piece_has_fewer_tags(piece: Make, length: int, most: int) -> None:
    many = Authority(subjects=tuple(Subject(f"题目{sign}字") for sign in "甲乙丙丁戊己庚辛"))
    title = "".join(subject.term for subject in many.subjects)
    assert len(tags(read(piece(("body", "晴" * length), title=title)), many)[0]) == most


def test_beyond_three_a_tag_weighs_as_much_as_its_share(piece: Make) -> None:
    blocks = [("body", "天晴,集体协商。风大。"), ("body", "志愿者" * 3)]
    few = piece(*blocks, title="工资协商,集体协商,教育")
    many = piece(*blocks, title="工资协商,集体协商,教育,亚洲运动会")
    assert found(few) == ("集体协商", "教育", "志愿服务")
    assert found(many) == ("集体协商", "教育", "亚洲运动会")
