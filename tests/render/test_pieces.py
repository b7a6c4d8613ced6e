from dataclasses import replace

from jianbao.model import Author, Page, PlaceName, Source
from jianbao.render.pieces import article_view, line_spans


def test_crumbs_lead_from_the_date_over_paper_and_page(archive, articles):
    crumbs = [crumb.text for crumb in article_view(archive, articles[0]).frame.crumbs]
    assert crumbs == ["日期", "2021年12月", "浙江工人日报", "第3版 基层工会"]


def test_regions_are_links_along_the_tree(archive, articles):
    places = article_view(archive, articles[0]).places
    assert [link.path for link in places[0][0]] == [
        f"regions/{code}/index.html" for code in ("330000", "330100", "330106")
    ]


def test_a_former_name_stands_beside_the_region_of_today_as_printed(build, articles):
    path = "浙江省/杭州市/西湖区"
    article = replace(articles[0], places=(PlaceName("江干区", "浙江省/杭州市/上城区"), PlaceName("杭县", path)))
    assert [printed for _, printed in article_view(build(article), article).places] == ["杭县"]


def test_an_inferred_date_says_why(archive, articles):
    clue = article_view(archive, articles[0]).clues[0]
    assert (clue.quote, clue.lines) == ("今年12月", "7")


def test_a_cataloguers_date_needs_no_clue(build, articles):
    article = replace(articles[0], date_basis="cataloguer")
    assert article_view(build(article), article).clues == ()


def test_neighbours_are_linked(archive, articles):
    view = article_view(archive, articles[1])
    assert view.previous.path == "articles/003/3.html" and view.next is None


def test_a_typed_article_has_no_page(archive, articles):
    view = article_view(archive, articles[2])
    assert view.page is None and view.sources == () and view.frame.crumbs[1].text == "2020年代"


def test_blank_lines_do_not_break_a_span(archive):
    assert line_spans((3, 5, 7, 12), archive.pages["003"]) == "3-7、12"


def test_blank_lines_are_not_named(archive):
    assert line_spans(tuple(range(2, 9)), archive.pages["003"]) == "3-7"


def test_permanent_address_is_absolute_only_with_a_safe_base(build, articles):
    def address(base):
        archive = build(*articles, settings=replace(build().settings, base_url=base))
        return article_view(archive, articles[0]).address

    assert address("https://example.org/a/") == "https://example.org/a/articles/003/3.html"
    assert address("javascript:x//") == "articles/003/3.html"


def test_a_printed_byline_need_not_stand_in_the_head_too(build, archive, articles):
    signed = replace(articles[0], body="■记者曾晨路\n{: .byline}\n\n想提升技能。")
    assert article_view(build(signed), signed).signed and not article_view(archive, articles[0]).signed


def test_a_photographers_credit_does_not_sign_for_the_reporter(build, articles):
    photo = replace(articles[0], body="想提升技能。\n\n通讯员王颀 摄\n{: .credit}")
    assert not article_view(build(photo), photo).signed


def test_a_page_without_folio_is_the_page(archive, articles):
    page = archive.pages["003"]
    bare = replace(page, facts=replace(page.facts, folio="", section=""))
    crumbs = article_view(replace(archive, pages={"003": bare}), articles[0]).frame.crumbs
    assert crumbs[3].text == "版面"


def test_an_article_of_two_pages_names_both(build, articles):
    further = (Source("002.txt", (4, 6)), Source("gone.txt", (1,)))
    article = replace(articles[0], source=replace(articles[0].source, further=further))
    sources = article_view(build(article), article).sources
    assert [(one.file, one.lines, one.page and one.page.path) for one in sources] == [
        ("003.txt", "3-7", "pages/003.html"),
        ("002.txt", "4、6", "pages/002.html"),
        ("gone.txt", "1", None),
    ]


def test_the_printed_lines_are_those_of_the_source(archive, articles):
    printed = article_view(archive, articles[0]).printed
    assert [(line.no, line.page) for line in printed] == [(3, ""), (5, ""), (7, "")]


def test_lines_of_another_page_name_it_and_lost_pages_have_none(build, articles):
    college, _, letter = articles
    held = replace(letter, id="002-1", source=Source("002.txt", (1,), (Source("003.txt", (12,)), Source("gone", (1,)))))
    printed = article_view(build(college, held), held).printed
    assert [(line.no, line.page) for line in printed] == [(12, "第3版 基层工会")]


def test_what_would_be_too_long_twice_is_not_printed_twice(archive, articles):
    page = archive.pages["003"]
    long = Page("003", "003.txt", "utf-8", tuple(replace(line, text="长" * 9000) for line in page.lines))
    view = article_view(replace(archive, pages={"003": replace(page, read=lambda: long)}), articles[0])
    assert view.printed == ()


def test_related_pieces_say_why(build, articles):
    college, contest, _ = articles
    both = replace(contest, date="2021-12-08", tags=college.tags, regions=college.regions, column=college.column)
    (kin,) = article_view(build(college, both), both).related
    assert (kin.piece.path, kin.date) == ("articles/003/3.html", "12月")
    assert kin.ties == (("column", ""), ("place", "西湖区"), ("subject", "职工教育"))


def test_a_citation_has_an_address_only_where_one_can_go(build, articles):
    def cited(base):
        archive = build(*articles, settings=replace(build().settings, base_url=base))
        return article_view(archive, articles[0]).cited.ris

    assert "UR  - https://example.org/articles/003/3.html\r\n" in cited("https://example.org")
    assert "UR  -" not in cited("") and "UR  -" not in cited("javascript:x//")


def test_an_author_of_two_roles_is_cited_once(build, articles):
    twice = replace(articles[0], authors=(Author("曾晨路", "记者"), Author("曾晨路", "摄影")))
    assert article_view(build(twice), twice).cited.standard.startswith("曾晨路. 杭州有了")


def test_a_mistake_is_reported_with_the_articles_id(build, articles):
    def report(address):
        archive = build(*articles, settings=replace(build().settings, report=address))
        return article_view(archive, articles[0]).report

    assert "003-3" in report("desk@example.org") and report("") == report("编辑部") == ""


def test_a_neighbour_on_another_page_or_day_says_so(build, articles):
    college, contest, letter = articles
    other = replace(letter, id="002-1", newspaper="浙江工人日报", date="2021-11", source=Source("002.txt", (1,)))
    same = replace(contest, date=college.date)
    archive = build(college, same, other)
    view = article_view(archive, college)
    assert (view.previous.note, view.next.note) == ("2021年11月 第3版 基层工会", "")
