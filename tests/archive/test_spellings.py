"""Which spellings are proposed as one person, and which are not."""

import pytest

from jianbao.archive.spellings import pairs
from jianbao.authority import Person
from jianbao.model import Article, Author


def signed(id: str, *names: str, paper: str = "甲报") -> Article:
    return Article(id, "题", newspaper=paper, authors=tuple(Author(name, "记者") for name in names))


@pytest.mark.parametrize(
    ("articles", "found"),
    [
        ([signed("a", "金钧胤"), signed("b", "金钩胤")], [("金钧胤", "金钩胤")]),
        ([signed("a", "金钩胤"), signed("b", "金钩胤"), signed("c", "金钧胤")], [("金钩胤", "金钧胤")]),
        ([signed("a", "陈玉松"), signed("b", "陈玉柏")], []),
        ([signed("a", "陈玉松", "范翊"), signed("b", "陈玉柏", "范翊")], [("陈玉松", "陈玉柏")]),
        ([signed("a", "陈玉松", "范翊"), signed("b", "陈玉柏", "范翊", paper="乙报")], []),
        ([signed("a", "金钧胤", "金钩胤")], []),
        ([signed("a", "李季"), signed("b", "季季")], []),
        ([signed("a", "金钧胤"), signed("b", "金钧")], []),
        ([signed("a", "金钧胤"), signed("b", "全钩胤")], []),
        ([signed("a", "金")], []),
    ],
)
def test_pairs(articles: list[Article], found: list[tuple[str, str]]) -> None:
    assert [(pair.name, pair.other) for pair in pairs(articles, ())] == found


@pytest.mark.parametrize(
    "person",
    [Person("金钧胤", also=("金钩胤",)), Person("金钩胤", other=("金钧胤",)), Person("金钧胤", other=("金钩胤",))],
)
def test_what_a_person_decided_is_not_asked_again(person: Person) -> None:
    articles = [signed("a", "金钧胤"), signed("b", "金钩胤")]
    assert pairs(articles, ()) and not pairs(articles, [person])


def test_a_pair_names_the_first_article_of_the_rarer_spelling() -> None:
    articles = [signed("a", "金钧胤"), signed("b", "金钩胤"), signed("c", "金钧胤")]
    assert [(pair.article, pair.why) for pair in pairs(articles, ())] == [("b", "钧 and 钩 look alike")]
