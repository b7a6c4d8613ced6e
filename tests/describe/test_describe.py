"""A layout to facts and articles."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jianbao.authority import shipped
from jianbao.describe import Context, claims, describe
from jianbao.edtf import parse
from jianbao.model import Block, Furniture, Layout, Line, Page, Piece
from jianbao.settings import Settings

MakePage = Callable[..., Page]
MakePiece = Callable[..., Piece]
MAST = ("2015年11月30日", "浙江工人日报")


def test_articles_inherit_what_the_page_says(page: MakePage, piece: MakePiece, context: Context) -> None:
    layout = Layout((piece(("byline+body", "记者胡翀报道 在绍兴市柯桥区"), title="大后方"),))
    facts, (article,) = describe(page(*MAST, "记者胡翀报道 在绍兴市柯桥区"), layout, context)
    assert (facts.newspaper, facts.newspaper_basis, facts.date_basis) == ("浙江工人日报", "masthead", "masthead")
    assert (article.newspaper, article.date, article.date_basis) == ("浙江工人日报", "2015-11-30", "masthead")
    assert (article.id, article.source.page, article.source.lines) == ("a-3", "a.txt", (3,))
    assert (article.regions, article.authors[0].name, article.body) == (("浙江省/绍兴市/柯桥区",), "胡翀", "")


def test_what_a_person_corrected_wins(page: MakePage, piece: MakePiece, context: Context) -> None:
    known = {"date": "2015-12-01", "newspaper": "工人日报", "folio": "7"}
    layout = Layout(
        (
            piece(
                ("body", "西湖区的职工"),
            ),
        )
    )
    facts, (article,) = describe(page(*MAST, "西湖区的职工"), layout, replace(context, known=known))
    assert (facts.date, facts.date_basis, facts.newspaper_basis, article.folio) == (
        "2015-12-01",
        "cataloguer",
        "cataloguer",
        "7",
    )
    assert article.regions == ()  # a national paper does not say which 西湖区


def test_the_paper_follows_from_the_places(page: MakePage, piece: MakePiece, context: Context) -> None:
    pieces = tuple(piece(("body", text)) for text in ("宁波海曙区", "绍兴市", "温州市总工会"))
    facts, _ = describe(page("宁波海曙区", "绍兴市", "温州市总工会"), Layout(pieces), context)
    assert (facts.newspaper, facts.newspaper_basis) == ("浙江工人日报", "inferred")


def test_an_article_without_title_gets_its_first_words(page: MakePage, piece: MakePiece, context: Context) -> None:
    _, (article,) = describe(page("果农采摘蜜橘。"), Layout((piece(("caption", "果农采摘蜜橘。")),)), context)
    assert (article.title, article.title_basis) == ("果农采摘蜜橘", "supplied")


def test_furniture_and_order_are_kept(page: MakePage, piece: MakePiece, context: Context) -> None:
    furniture = (Furniture("masthead", (1, 2), "报头"),)
    pieces = (piece(("body", "乙文"), title="乙"), piece(("body", "甲文"), title="甲"))
    facts, articles = describe(page(*MAST), Layout(pieces, furniture), context)
    assert facts.furniture == furniture
    assert [article.title for article in articles] == ["乙", "甲"]


def test_claims_are_kept_for_page_and_article(page: MakePage, piece: MakePiece, context: Context) -> None:
    found = claims(page(*MAST, "温州市总工会"), Layout((piece(("body", "温州市总工会"), title="温州"),)), context)
    assert {claim.about for claim in found["a"]} == {"newspaper", "date"}
    assert {"regions", "kind"} <= {claim.about for claim in found["a-3"]}


def test_an_empty_page_has_no_articles(page: MakePage, bare: Layout, context: Context) -> None:
    facts, articles = describe(page(""), bare, context)
    assert (facts.date, facts.newspaper, articles) == ("", "", ())


LETTERS = "本报讯记者张三摄（）()年月日12 星期一十市县区杭州北京西湖、。,■"


@given(st.lists(st.text(alphabet=LETTERS, max_size=40), max_size=6))
def test_no_text_stops_it(texts: list[str]) -> None:
    lines = tuple(Line(no, text) for no, text in enumerate(texts, 1) if text.strip())
    pieces = tuple(Piece((line.no,), (Block("body", line.text, (line.no,)),)) for line in lines)
    facts, articles = describe(Page("a", "a.txt", "utf-8", lines), Layout(pieces), Context(Settings(), shipped()))
    assert len(articles) == len(pieces)
    assert parse(facts.date or "XXXX")
