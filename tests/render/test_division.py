"""No page grows with the archive."""

import re
from dataclasses import replace

import pytest
from gathered import leaves

from jianbao.archive.archive import group
from jianbao.archive.order import FiledPage
from jianbao.authority import Authority, Division
from jianbao.model import Article, Author, PageFacts, Source
from jianbao.render import division, finding, paper, papers, shelves, terms
from jianbao.settings import Settings

HEAD = "职工技能培训和工会组织建设推进新就业形态劳动者权益保障"
BODY = "近日,工会组织开展职工技能培训活动,来自全市的职工代表参加了本次活动,现场气氛十分热烈。" * 12
LIMIT = 200_000
AUTHORITY = Authority({"330000": Division("330000", "浙江省", "浙江省", "province", "")})


def articles(count, name, **facts):
    return [
        Article(f"{name}-{no}", HEAD, kicker=HEAD[:12], subtitle=HEAD[5:20], byline="记者曾晨路", body=BODY, **facts)
        for no in range(count)
    ]


def shelf_pages(archive, key):
    return list(map(tuple, shelves.shelf_views(archive, archive.dates.terms[key], (None, None), "")))


def _paper_leaves(archive):
    for one in paper.papers(archive):
        for year, mark in papers.years(one):
            yield from papers.paper_views(archive, one, year, mark)


def shown(view):
    return [entry.path for group in view.groups for entry in group.entries]


LOTS = {
    "a day": {"date": "2021-03-01", "newspaper": "甲报"},
    "no date": {"date": "198X", "newspaper": "甲报"},
    "no newspaper": {"date": "2021-03-01"},
    "no day": {"date": "2021-05", "newspaper": "甲报", "regions": ("浙江省",)},
    "no month": {"date": "2021", "tags": ("甲",), "regions": ("浙江省",)},
    "an author": {"date": "2021-03-01", "authors": (Author("王芳"),)},
}


@pytest.mark.parametrize("lot", LOTS)
def test_no_page_grows_with_the_archive(lot, theme):
    archive = group(articles(division.LONG, "a", **LOTS[lot]), [], Settings(), AUTHORITY)
    listed = [leaf for leaf in leaves(archive) if leaf.template != "article.html"]
    sizes = {leaf.path: len(theme.render(leaf.template, leaf.path, leaf.view)) for leaf in listed}
    assert max(sizes.values()) < LIMIT, max(sizes.items(), key=lambda item: item[1])


@pytest.mark.parametrize("lot", LOTS)
def test_every_piece_stands_in_a_list_of_its_date_and_of_its_newspaper(lot):
    archive = group(articles(division.LONG, "a", **LOTS[lot]), [], Settings(), AUTHORITY)
    every = {f"articles/a/{no}.html" for no in range(division.LONG)}
    by_date = [view for key in archive.dates.terms for _, view in shelf_pages(archive, key)]
    assert {path for view in by_date for path in shown(view)} | {
        entry.path for view in by_date for entry in view.loose
    } == every
    sheets = [leaf.view for leaf in _paper_leaves(archive)]
    issues = {address for view in sheets for issue in view.latest for address in [issue.head.path] if "#" in address}
    assert issues or {path for view in sheets for path in shown(view)} == every


def test_an_issue_without_pages_is_a_part_of_its_day(theme):
    pieces = articles(210, "a", date="2021-03-01", newspaper="甲报") + articles(
        9, "b", date="2021-03-01", newspaper="乙报"
    )
    archive = group(pieces, [], Settings(), AUTHORITY)
    places = {paper: shelves.issue_address(archive, archive.issues[paper, "2021-03-01"]) for paper in ("甲报", "乙报")}
    assert sorted(places.values()) == ["dates/2021/03/01-2.html#yi-bao", "dates/2021/03/01.html#jia-bao"] or sorted(
        places.values()
    ) == ["dates/2021/03/01.html#jia-bao", "dates/2021/03/01.html#yi-bao"]
    for address in places.values():
        path, _, id = address.partition("#")
        leaf = next(leaf for leaf in leaves(archive) if leaf.path == path)
        assert f'id="{id}"' in theme.render(leaf.template, leaf.path, leaf.view).decode()


@pytest.mark.parametrize("date", ["198X", "2021", "2021-05", "2021-05-01"])
def test_every_piece_stands_in_a_list_of_its_term(date):
    count = division.LONG + 33
    archive = group(articles(count, "a", date=date, authors=(Author("王芳"),)), [], Settings(), AUTHORITY)
    pages = terms.term_views(archive, archive.authors, archive.authors.terms["王芳"])
    assert {path for _, view in pages for path in shown(view)} == {f"articles/a/{no}.html" for no in range(count)}


def test_a_numbered_part_names_the_others_and_has_a_title_of_its_own():
    archive = group(articles(500, "a", date="2021-03-01"), [], Settings(), Authority())
    pages = shelf_pages(archive, "2021-03-01")
    assert [path for path, _ in pages] == [f"dates/2021/03/01{part}.html" for part in ("", "-2", "-3")]
    assert all(view.parts == tuple(path for path, _ in pages) for _, view in pages)
    assert len({view.frame.title for _, view in pages}) == 3


def test_a_later_piece_of_a_day_leaves_its_first_part_alone():
    def first(count):
        archive = group(articles(count, "a", date="2021-03-01"), [], Settings(), Authority())
        return shelf_pages(archive, "2021-03-01")[0][1]

    assert first(320).groups == first(330).groups and first(320).parts == first(330).parts


def test_another_piece_of_a_province_leaves_other_places_and_pieces_alone(build, articles):
    def views(*pieces):
        return {leaf.path: leaf.view for leaf in leaves(build(*pieces))}

    more = Article("z-1", "", date="2021-11", newspaper="乙报", regions=("浙江省",))
    before, after = views(*articles), views(*articles, more)
    for path in (
        "articles/003/3.html",
        "regions/330106/index.html",
        "tags/zhi-gong-jiao-yu/index.html",
    ):
        assert before[path] == after[path], path


def test_a_list_is_divided_as_far_as_it_is_too_long(build):
    most = division.LONG
    few = articles(most - 60, "a", date="2021-01-01", tags=("甲",)) + articles(60, "b", date="2022-02", tags=("甲",))
    short, long = build(*few), build(*few, *articles(61, "c", date="2021-02", tags=("甲",)))
    assert not division.divided(short.tags, short.tags.terms["甲"])
    paths = [leaf.path for leaf in terms.term_views(long, long.tags, long.tags.terms["甲"])]
    assert [re.sub(r"^tags/[^/]+/", "", path) for path in paths] == [
        "index.html",
        "2021/index.html",
        "2021/01.html",
        "2021/02.html",
        "2022/index.html",
    ]


def test_a_province_has_years_and_months_a_city_years_and_a_county_one_list(build):
    archive = build(*articles(2, "a", date="2021-01-01", regions=("浙江省/杭州市/西湖区",)))
    pages = {
        code: [leaf.path for leaf in terms.term_views(archive, archive.regions, archive.regions.terms[code])]
        for code in ("330000", "330100", "330106")
    }
    assert pages == {
        "330000": [f"regions/330000/{path}" for path in ("index.html", "2021/index.html", "2021/01.html")],
        "330100": ["regions/330100/index.html", "regions/330100/2021/index.html"],
        "330106": ["regions/330106/index.html"],
    }


def test_a_month_too_long_for_a_page_goes_on_on_numbered_ones(build):
    count = division.LONG + 30
    archive = build(*articles(count, "a", date="2021-03-01", regions=("浙江省",)))
    paths = dict(terms.term_views(archive, archive.regions, archive.regions.terms["330000"]))
    month = [paths[f"regions/330000/2021/03{part}.html"] for part in ("", "-2")]
    assert [len(shown(page)) for page in month] == [division.LONG, 30]


@pytest.mark.parametrize(("count", "repeated"), [(division.REPEATED, True), (division.REPEATED + 1, False)])
def test_a_list_repeats_what_stands_below_it_while_it_is_short(build, count, repeated):
    archive = build(*articles(count, "a", date="2021-03-01", regions=("浙江省",)))
    views = [leaf.view for leaf in terms.term_views(archive, archive.regions, archive.regions.terms["330000"])]
    assert [len(shown(view)) for view in views] == [count if repeated else 0] * 2 + [count]
    assert [[link.count for link in view.slices] for view in views] == [[count], [count], []]


def test_a_place_knows_the_subjects_its_pieces_share_and_a_subject_their_places(build):
    facts = {"date": "2021-03-01", "regions": ("浙江省/杭州市/西湖区",)}
    archive = build(*articles(2, "a", tags=("甲", "乙"), **facts), *articles(1, "b", tags=("甲", "丙"), **facts))
    (_, place), *_ = terms.term_views(archive, archive.regions, archive.regions.terms["330000"])
    (_, subject), *_ = terms.term_views(archive, archive.tags, archive.tags.terms["甲"])
    (_, single), *_ = terms.term_views(archive, archive.tags, archive.tags.terms["丙"])
    assert [(link.text, link.count) for link in place.subjects] == [("甲", 3), ("乙", 2)]
    assert [(link.text, link.path) for link in subject.places] == [("杭州市", "regions/330100/index.html")]
    assert single.places == ()


def test_cities_without_pieces_stand_on_their_provinces_map_and_lead_nowhere(build, archive):
    more = Division("330200", "宁波市", "浙江省/宁波市", "city", "330000")
    known = replace(archive, divisions={"330000": (*archive.divisions["330000"], more)})
    (_, view), *_ = terms.term_views(known, known.regions, known.regions.terms["330000"])
    assert [(tile.link.text, bool(tile.link.path), tile.shade) for tile in view.tiles.tiles] == [
        ("杭州", True, 4),
        ("宁波", False, 0),
    ]


def many_authors(count):
    names = [f"王{chr(0x4E00 + no)}" for no in range(count)] + ["2021", "安全"]
    return group([Article("a-1", "", authors=tuple(map(Author, names)))], [], Settings(), Authority())


def test_a_long_index_is_divided_by_initial_syllable_and_number():
    archive = many_authors(900)
    whole = finding.index_view(archive, archive.authors, finding.names_of(archive.authors))
    assert all(letter.path and not letter.names for letter in whole.letters)
    pages = dict(finding.letter_views(archive, archive.authors, finding.names_of(archive.authors)))
    assert list(pages) == [
        "authors/a.html",
        "authors/w.html",
        "authors/w-wang.html",
        "authors/w-wang-2.html",
        "authors/w-wang-3.html",
        "authors/other.html",
    ]
    names = [name for view in pages.values() for letter in view.letters for name, _ in letter.names]
    assert sorted(names) == sorted(archive.authors.terms)


def test_a_short_index_is_one_page():
    archive = many_authors(20)
    assert not list(finding.letter_views(archive, archive.authors, finding.names_of(archive.authors)))
    assert (
        sum(
            len(letter.names)
            for letter in finding.index_view(archive, archive.authors, finding.names_of(archive.authors)).letters
        )
        == 22
    )


def test_places_that_no_table_has_are_divided_too():
    archive = group([Article(f"a-{no}", "", regions=(f"外国{no}",)) for no in range(250)], [], Settings(), Authority())
    assert [(path, len(view.unknown)) for path, view in finding.region_views(archive)] == [
        ("regions/index.html", 200),
        ("regions/index-2.html", 50),
    ]


def filed(id, date, folio="1", newspaper="甲报"):
    return FiledPage(PageFacts(f"{id}.txt", "utf-8", newspaper, "page", date, "page", folio), id)


def run_of(*days):
    pages = [filed(f"p{no}", day) for no, day in enumerate(days)]
    pieces = [
        Article(f"p{no}-1", f"题{no}", newspaper="甲报", date=day, source=Source(f"p{no}.txt", (1,)))
        for no, day in enumerate(days)
    ]
    return group(pieces, pages, Settings(), Authority())


def paper_pages(archive):
    return dict(_paper_leaves(archive))


def test_a_newspaper_has_its_run_with_issues_pages_and_gaps():
    pages = paper_pages(run_of("2021-12-01", "2021-12-02", "2021-12-05", "2022-01"))
    paper = pages["newspapers/jia-bao/index.html"]
    assert [(run.head.text, run.issues, run.pages, run.lacking) for run in paper.runs] == [
        ("2022年", 0, 1, 0),
        ("2021年", 3, 3, 2),
    ]
    assert [issue.head.text for issue in paper.latest] == [
        "2022年1月",
        "2021年12月5日",
        "2021年12月2日",
        "2021年12月1日",
    ]
    month = pages["newspapers/jia-bao/2021/12.html"]
    assert [(gap.text, gap.note) for gap in month.walls[0].gaps] == [("甲报", "3日至4日")]
    assert [[page.path for page in issue.pages] for issue in month.latest] == [[f"pages/p{no}.html"] for no in range(3)]


def test_an_issue_leads_to_those_before_and_after_it():
    issue = paper_pages(run_of("2021-12-01", "2021-12-02", "2022-01-05"))["newspapers/jia-bao/2021/12/02.html"]
    assert (issue.previous.path, issue.next.path) == (
        "newspapers/jia-bao/2021/12/01.html",
        "newspapers/jia-bao/2022/01/05.html",
    )


def test_pages_of_no_newspaper_and_pages_without_pieces_are_found(theme):
    pages = [filed("a", "2021-12-01", newspaper=""), filed("b", "2021-12", newspaper="乙报"), filed("c", "")]
    archive = group([], pages, Settings(), Authority())
    found = {link.path for view in paper_pages(archive).values() for link in view.empty}
    assert found == {"pages/a.html", "pages/b.html", "pages/c.html"}


def test_a_year_with_many_days_is_a_picture_whose_words_agree(theme):
    days = [f"2021-03-{day:02d}" for day in range(1, 21)]
    archive = run_of(*days, "2021-03-20")
    (_, view), *_ = shelf_pages(archive, "2021")
    assert (len(view.heat.cells), view.heat.most.date, view.heat.most.count) == (20, "2021年3月20日", 2)
    assert len(view.heat.cells) + len(view.heat.blank) + len(view.heat.missing) == 365
    (_, few), *_ = shelf_pages(run_of(*days[:3]), "2021")
    assert few.heat is None
    page = theme.render("shelf.html", "dates/2021/index.html", view).decode()
    assert page.count("tabindex=-1") == 20 and "20 日有报" in page
