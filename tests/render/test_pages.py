from dataclasses import replace

from gathered import leaves

from jianbao.archive.archive import group
from jianbao.archive.order import FiledPage
from jianbao.authority import Authority
from jianbao.model import Scan, Source
from jianbao.render.pages import page_view, whole_name
from jianbao.settings import Settings


def test_each_line_says_where_it_went(archive):
    lines = page_view(archive, archive.pages["003"], (archive.pages["002"], None)).lines
    went = {line.no: line.pieces[0].path if line.pieces else line.role for line in lines}
    college = "articles/003/3.html"
    assert went == {
        1: "masthead",
        3: college,
        5: college,
        7: college,
        9: "repeat",
        11: "articles/003/11.html",
        12: "lost",
    }


def test_pieces_stand_down_the_page(archive):
    assert [piece.path for piece in page_view(archive, archive.pages["003"], (None, None)).pieces] == [
        "articles/003/3.html",
        "articles/003/11.html",
    ]


def test_furniture_and_repeats_are_shown(archive):
    parts = page_view(archive, archive.pages["003"], (None, None)).furniture
    assert [(part.role, part.lines) for part in parts] == [("masthead", "1"), ("repeat", "9")]


def test_a_page_whose_text_is_gone_still_has_its_view(archive):
    view = page_view(archive, archive.pages["002"], (None, archive.pages["003"]))
    assert view.lines == () and view.next.path == "pages/003.html" and view.date.path == ""


def test_before_and_after_a_page_stand_pages_of_its_newspaper_only(archive):
    def filed(id, newspaper, date):
        return FiledPage(replace(archive.pages["003"].facts, page=f"{id}.txt", newspaper=newspaper, date=date), id)

    pages = [filed("a", "甲报", "2021-01"), filed("b", "甲报", "2022-01"), filed("c", "乙报", "2021-06")]
    held = group([], pages, Settings(), Authority())
    views = {leaf.path: leaf.view for leaf in leaves(held) if leaf.template == "page.html"}
    assert (views["pages/c.html"].previous, views["pages/c.html"].next) == (None, None)
    assert (views["pages/a.html"].previous, views["pages/a.html"].next.path) == (None, "pages/b.html")


def test_pages_without_folio_are_told_apart_by_their_lead(archive):
    page = archive.pages["003"]
    bare = replace(page, facts=replace(page.facts, folio="", section=""))
    assert whole_name(archive, bare) == "浙江工人日报 2021年12月 杭州有了“小哥学院”"
    assert whole_name(archive, page) == "浙江工人日报 2021年12月 第3版 基层工会"


def test_a_piece_that_goes_on_on_another_page_is_linked_there(build, articles):
    college, *others = articles
    parts = (Source("002.txt", (4,)), Source("elsewhere.txt", (1,)))
    archive = build(replace(college, source=replace(college.source, further=parts)), *others)
    continued = page_view(archive, archive.pages["002"], (None, None)).continued
    assert [(link.path, link.note) for link in continued] == [("articles/003/3.html", "第3版 基层工会")]
    assert page_view(archive, archive.pages["003"], (None, None)).continued == ()


def test_lines_that_another_pages_article_holds_are_linked_to_it(build, articles):
    college, contest, letter = articles
    guest = replace(contest, id="002-1", source=Source("002.txt", (1,), (Source("003.txt", (12,)),)))
    archive = build(college, guest, letter)
    lines = page_view(archive, archive.pages["003"], (None, None)).lines
    assert [[piece.path for piece in line.pieces] for line in lines if line.no == 12] == [["articles/002/1.html"]]


def test_a_page_has_the_picture_that_lies_beside_it(archive):
    page = replace(archive.pages["003"], scan=Scan("003.JPG", 800, 1200, "1"))
    scan = page_view(archive, page, (None, None)).scan
    assert (scan.path, scan.width, scan.height) == ("pages/003.jpg", 800, 1200)
    assert page_view(archive, archive.pages["003"], (None, None)).scan is None
