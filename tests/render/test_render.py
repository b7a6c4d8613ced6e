import posixpath
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from gathered import leaves, sheets

from jianbao import links
from jianbao.model import Article, Author
from jianbao.problems import Stop
from jianbao.publish.publish import publish
from jianbao.render import render

XSS = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ view }}{% raw %}"


def made(archive, theme):
    return {sheet.path: sheet.make() for sheet in sheets(archive, theme)}


@pytest.fixture(scope="module")
def site(archive, theme):
    return made(archive, theme)


def references(site):
    for path, content in site.items():
        if path.endswith(".html"):
            for element in BeautifulSoup(content, "html.parser").find_all(["a", "link", "img", "script"]):
                yield path, element.get("href") or element.get("src")


def test_every_link_names_a_file_or_a_place_that_is_there(site):
    for path, address in references(site):
        target, _, fragment = address.partition("#")
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
        if whole == links.SUBJECTS:  # of exports, which stand beside the pages
            continue
        assert address.startswith("mailto:") or whole in site, (path, address)
        assert not fragment or BeautifulSoup(site[whole], "html.parser").find(id=fragment), (path, address)


def test_every_page_is_reached_from_another(site):
    reached = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) for path, address in references(site)
    }
    assert {path for path in site if path.endswith(".html")} <= reached


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "articles/003/3.html",
        "pages/003.html",
        "dates/index.html",
        "dates/2021/index.html",
        "dates/2021/12/index.html",
        "dates/2021/12/08.html",
        "dates/undated/index.html",
        "regions/330106/index.html",
        "regions/330000/2021/12.html",
        "tags/index.html",
        "tags/zhi-gong-jiao-yu/index.html",
        "authors/index.html",
        "newspapers/index.html",
        "about.html",
    ],
)
def test_the_promised_addresses_are_there(site, path):
    assert path in site


def test_every_page_forbids_what_is_not_its_own(site):
    for path, content in site.items():
        if path.endswith(".html"):
            page = BeautifulSoup(content, "html.parser")
            assert "default-src 'self'" in page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"], path
            assert all(script.get("src") and not script.text for script in page.find_all("script")), path
            assert not page.find_all(style=True) and page.html["lang"], path


def test_an_article_shows_all_it_is_known_by(site):
    text = BeautifulSoup(site["articles/003/3.html"], "html.parser").get_text()
    for words in (
        "杭州有了“小哥学院”",
        "补上教育短板",
        "补贴最高五千元",
        "建会入会",
        "曾晨路",
        "推定",
        "今年12月",
        "西湖区",
        "职工教育",
        "003.txt",
        "3-7",
        "文末似缺",
        "四时课堂",
        "归原报社",
        "articles/003/3.html",
    ):
        assert words in text


def test_hostile_facts_come_out_as_text(build, theme):
    hostile = Article(
        id="003-3",
        title=XSS,
        kicker=XSS,
        subtitle=XSS,
        column=XSS,
        kind=XSS,
        newspaper=XSS,
        date=XSS,
        date_basis=XSS,
        folio=XSS,
        section=XSS,
        byline=XSS,
        authors=(Author(XSS, XSS),),
        regions=(XSS,),
        tags=(XSS,),
        review=(XSS,),
        body=XSS,
    )
    archive = build(hostile)
    archive = build(
        hostile,
        settings=replace(archive.settings, title=XSS, note=XSS, about=XSS, rights=XSS, report=XSS, language=XSS),
    )
    for path, content in made(archive, theme).items():
        page = BeautifulSoup(content, "html.parser")
        active = [
            e
            for e in page.find_all(True)
            if e.name == "img"
            or (e.name == "script" and (e.get_text() or not e.get("src", "").startswith(("assets/", "../"))))
            or any(name.startswith("on") for name in e.attrs)
        ]
        assert not active, path


def test_marks_and_bytes_are_the_same_on_every_run(archive, theme):
    first = {sheet.path: (sheet.mark, sheet.make()) for sheet in sheets(archive, theme)}
    assert first == {sheet.path: (sheet.mark, sheet.make()) for sheet in sheets(archive, theme)}


def marks(archive, theme):
    return {sheet.path: sheet.mark for sheet in sheets(archive, theme)}


def test_a_piece_of_another_time_and_place_leaves_old_pages_alone(build, articles, archive, theme):
    later = Article(
        "hand-1",
        "新",
        newspaper="新报",
        date="2031-01-01",
        tags=("新事",),
        regions=("意大利",),
        authors=(Author("新人"),),
    )
    old, new = marks(archive, theme), marks(build(*articles, later), theme)
    changed = {path for path in old if new[path] != old[path]}
    assert all(
        (path.count("/") <= 1 and path.endswith("index.html"))
        or path in ("about.html", "search.html")
        or path in ("dates/every-year/12-08.html", "dates/every-year/index.html")  # the neighbours of a day, the days
        or path in ("dates/2021/index.html", "dates/2021/12/08.html", "dates/2021/12/index.html")
        for path in changed
    ), changed


def test_a_changed_body_changes_the_mark(build, articles, archive, theme):
    edited = build(replace(articles[0], body="改"), *articles[1:])
    path = "articles/003/3.html"
    assert marks(edited, theme)[path] != marks(archive, theme)[path]


def test_two_ids_with_one_address_stop(build, theme):
    with pytest.raises(Stop, match=r"a-7.*A-7|A-7.*a-7"):
        list(sheets(build(Article("a-7", ""), Article("A-7", "")), theme))


def test_pieces_come_before_the_lists_that_name_them_and_home_last(archive):
    paths = [leaf.path for leaf in leaves(archive)]
    assert paths[-1] == "index.html" and paths.index(
        "articles/letter.html" if "articles/letter.html" in paths else "articles/single/letter.html"
    ) < paths.index("dates/undated/index.html")


def files(site):
    return {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_rebuilt_site_equals_a_new_one(build, articles, theme, tmp_path):
    college, contest, letter = articles
    edited = replace(college, date="2020-05", tags=("新",)), letter, replace(contest, body="改")
    before, after = build(*articles), build(*edited)
    publish(tmp_path / "old", render.units(before, theme))
    publish(tmp_path / "old", render.units(after, theme))
    publish(tmp_path / "new", render.units(after, theme))
    assert files(tmp_path / "old") == files(tmp_path / "new")


def test_an_unchanged_archive_makes_nothing(archive, theme, tmp_path):
    publish(tmp_path, render.units(archive, theme))
    done = publish(tmp_path, render.units(archive, theme))
    assert (done.made, done.removed) == (0, 0) and done.kept > 20


def test_an_empty_archive_has_a_home(build, theme):
    from jianbao.archive.archive import group
    from jianbao.authority import Authority
    from jianbao.settings import Settings

    assert "还没有文章" in made(group([], [], Settings(), Authority()), theme)["index.html"].decode()


def test_each_page_has_one_headline_and_a_title_of_its_own(site):
    pages = {path: BeautifulSoup(content, "html.parser") for path, content in site.items() if path.endswith(".html")}
    assert {len(page.find_all("h1")) for page in pages.values()} == {1}
    titles = [page.title.get_text() for page in pages.values()]
    assert len(set(titles)) == len(titles)


def test_a_supplied_title_says_so(site):
    page = BeautifulSoup(site["articles/single/letter.html"], "html.parser")
    assert page.select_one("h1.supplied + .editor") and not BeautifulSoup(
        site["articles/003/3.html"], "html.parser"
    ).select_one(".editor")


def test_an_unknown_folio_is_said_on_the_page_and_nowhere_in_lists(build, articles, theme):
    archive = build(*(replace(article, folio="", section="") for article in articles))
    bare = {id: replace(page, facts=replace(page.facts, folio="", section="")) for id, page in archive.pages.items()}
    made_bare = made(replace(archive, pages=bare), theme)
    told = {path for path, content in made_bare.items() if "版次不详".encode() in content}
    assert told == {"articles/003/3.html", "articles/003/11.html", "pages/002.html", "pages/003.html"}


def test_a_row_does_not_repeat_the_date_above_it(site):
    page = BeautifulSoup(site["dates/2021/12/index.html"], "html.parser")
    heads = [head.get_text() for head in page.select("h2.rule")]
    assert "2021年12月8日" in heads and page.select(".rows a") and "12月8日" not in page.select_one(".rows").get_text()


def test_a_row_below_its_year_does_not_say_it_again(site):
    page = BeautifulSoup(site["regions/330106/index.html"], "html.parser")
    assert page.select_one("h2.rule").get_text() == "2021年" and page.select_one(".rows i").get_text().endswith("月")


@pytest.mark.parametrize(("kind", "said"), [("news", []), ("comment", ["评论"])])
def test_a_row_says_what_kind_of_piece_it_is_unless_it_is_news(build, articles, theme, kind, said):
    pages = made(build(replace(articles[0], kind=kind)), theme)
    assert [b.get_text() for b in article(pages, "regions/330106/index.html").select(".rows b")] == said


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("regions/330106/index.html", "12月"),
        ("regions/330100/index.html", "12月西湖区"),
        ("regions/330000/index.html", "12月杭州市·西湖区"),
        ("tags/zhi-gong-jiao-yu/index.html", "12月杭州市·西湖区"),
    ],
)
def test_a_row_on_the_page_of_a_place_does_not_say_that_place(site, path, said):
    (row,) = (row for row in article(site, path).select(".rows li") if "小哥" in row.get_text())
    assert "".join(one.get_text() for one in row.find_all("i", recursive=False)) == said


def test_crumbs_stand_where_more_is_above_than_the_entrances_say(site):
    above = {
        path: len(article(site, path).select("body > nav a"))
        for path in ("dates/2021/index.html", "regions/330100/index.html", "articles/003/3.html")
    }
    assert above == {
        "dates/2021/index.html": 0,
        "regions/330100/index.html": 2,
        "articles/003/3.html": 4,
    }


def test_headlines_say_where_their_lines_may_end_and_related_pieces_do_not(site):
    assert article(site).select("h1 wbr") and not article(site).select(".related wbr")
    region = article(site, "regions/330106/index.html")
    assert "“小哥学院”" in region.select_one(".rows a").get_text() and region.select(".rows a wbr")


def article(site, path="articles/003/3.html"):
    return BeautifulSoup(site[path], "html.parser")


def test_each_paragraph_has_its_lines_beside_it(site):
    rows = article(site).select(".para")
    numbers = [[no.get_text() for no in row.select(".as-printed .no")] for row in rows]
    assert numbers == [["3", "5"], ["7"], [], [], []]
    assert not article(site, "articles/single/letter.html").select(".switch, .as-printed, .joined")


def test_each_paragraph_has_an_address_of_its_own(site):
    page = article(site)
    paragraphs = page.select(".text p[id]")
    assert [p.find("a", href=f"#{p['id']}").get_text() for p in paragraphs] == ["¶1", "¶2", "¶3"]


def test_the_lines_that_were_joined_are_told_on_demand(build, articles, theme):
    joined = replace(articles[0], body="杭州有了“小哥学院”本报讯 记者曾晨路报道", title="题", kicker="")
    note = article(made(build(joined), theme)).select_one("details.joined:not([open])")
    assert "5、7" in note.get_text()


def test_what_can_be_copied_is_there_for_the_script_to_offer(site):
    page = article(site)
    for form in ("cite-plain", "cite-standard", "cite-bibtex", "cite-ris", "address"):
        assert page.select_one(f".clipping #{form}").get_text()
    assert page.select_one("[role=status]")["data-copy"] == "复制" and not page.select("button")


def test_a_mistake_can_be_reported_where_the_archive_says_so(site, build, articles, theme):
    assert article(site).select_one('.clipping a[href^="mailto:desk@example.org?subject="]')
    silent = made(build(*articles, settings=replace(build().settings, report="")), theme)
    assert not article(silent).select('.clipping a[href^="mailto:"]')


def test_a_piece_of_another_month_changes_no_other_article(build, articles, archive, theme):
    """Its page comes after the last of its newspaper, so that it is nobody's neighbour but that one's."""
    far = replace(
        articles[0], id="far-1", date="2031-01-01", newspaper="浙江工人日报", source=articles[2].source, authors=()
    )
    old, new = marks(archive, theme), marks(build(*articles, far), theme)
    changed = {path for path in old if path.startswith("articles/") and new[path] != old[path]}
    assert changed <= {"articles/003/11.html"}


def test_half_a_character_in_a_name_is_published_and_known_again(build, articles, theme, tmp_path):
    odd = build(replace(articles[0], tags=("\udc80",)))
    assert publish(tmp_path, render.units(odd, theme)).made
    assert publish(tmp_path, render.units(odd, theme)).made == 0
