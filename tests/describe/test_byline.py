"""Who signed a piece."""

from collections.abc import Callable

import pytest

from jianbao.authority import Person
from jianbao.describe.byline import byline
from jianbao.model import Piece

Make = Callable[..., Piece]


def test_lead_and_signature_add_up(piece: Make) -> None:
    raw, authors, _ = byline(piece(("byline+body", "本报讯 通讯员朱健报道 近日,湖州"), ("credit", "记者周金友 摄")))
    assert raw == "通讯员朱健 ; 记者周金友 摄"
    assert [(author.name, author.role) for author in authors] == [("朱健", "通讯员"), ("周金友", "记者")]


def test_one_person_counts_once(piece: Make) -> None:
    _, authors, _ = byline(piece(("byline+body", "记者胡翀报道 在绍兴"), ("credit", "记者胡翀 摄")))
    assert len(authors) == 1


def test_a_signature_at_the_end_of_a_paragraph(piece: Make) -> None:
    assert byline(piece(("body", "长期办下去。(刘玉光)")))[1][0].name == "刘玉光"


def test_本报记者_alone_has_no_authors(piece: Make) -> None:
    assert byline(piece(("body", "利税达到6个亿。"), ("byline", "本报记者")))[:2] == ("本报记者", ())


@pytest.mark.parametrize(
    "block", [("body", "记者了解到,近年来,盐田区总"), ("crosshead", "记者手记"), ("byline+body", "本报讯 近日")]
)
def test_no_signature_no_byline(piece: Make, block: tuple[str, str]) -> None:
    assert byline(piece(block)) == ("", (), ())


def test_claims_quote_the_line(piece: Make) -> None:
    claim = byline(piece(("credit", "本报通讯员 鲜康 摄")))[2][0]
    assert (claim.lines, claim.quote) == ((3,), "本报通讯员 鲜康 摄")


def test_a_spelling_that_someone_explained_becomes_the_name(piece: Make) -> None:
    people = (Person("金钧胤", ("金钩胤",)),)
    raw, authors, _ = byline(piece(("byline+body", "记者金钩胤报道 在缙云")), people)
    assert (raw, authors[0].name) == ("记者金钩胤", "金钧胤")


def test_a_column_of_briefs_is_signed_by_nobody(piece: Make) -> None:
    items = [
        ("body", f"▲{name}县总工会整修俱乐部,节约资金500多元。 ({who})")
        for name, who in zip("佳神绥", ("刘生来", "刘兴芳", "牛全海"), strict=True)
    ]
    assert byline(piece(*items)) == ("", (), ())
    assert [author.name for author in byline(piece(*items[:2]))[1]] == ["刘生来", "刘兴芳"]
