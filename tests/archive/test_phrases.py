"""Words for the subject list."""

from dataclasses import replace

from jianbao.archive.phrases import MOST, Phrase, unled
from jianbao.authority import Authority
from jianbao.model import Article
from jianbao.subjects import Subject

LIST = Authority(subjects=(Subject("劳动报酬", use_for=("最低工资",)),))


def test_what_an_article_says_again_is_proposed_with_its_articles() -> None:
    again = Article("a-1", "发放路费补贴", body="**路费补贴**到手。")
    once = Article("a-3", "", body="有路费补贴吗?")
    assert unled([again, replace(again, id="a-2"), once], LIST) == (Phrase("路费补贴", 4, ("a-1", "a-2")),)


def test_what_is_said_once_everywhere_is_not_proposed() -> None:
    assert unled([Article(f"a-{no}", "", body="有路费补贴。") for no in range(9)], LIST) == ()


def test_words_that_lead_to_a_subject_and_empty_words_are_not_proposed() -> None:
    body = "最低工资很高。市总工会主席、工作人员来了。杭州市西湖区来了。" * 3
    assert unled([Article("a-1", "", body=body)], LIST) == ()


def test_of_a_phrase_and_its_parts_one_is_proposed() -> None:
    assert [one.text for one in unled([Article("a-1", "", body="仓库保管员来了。" * 3)], LIST)] == ["仓库保管员"]


def test_no_more_than_the_most_are_proposed() -> None:
    body = "".join(
        f"{one}{other}补贴多。" * 3 for one in ("路费", "住房", "餐饮", "通信", "水电") for other in "煤油盐醋茶"
    )
    assert len(unled([Article("a-1", "", body=body)], LIST)) <= MOST
