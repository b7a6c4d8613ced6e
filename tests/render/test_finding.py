from jianbao.model import Article, Author
from jianbao.render import division, finding, terms


def many(count, **facts):
    return [Article(f"a-{no}", "", date=f"20{no % 3:02d}-0{no % 2 + 1}", **facts) for no in range(count)]


def own(archive, facet, term):
    """The first page of a term."""
    return next(iter(terms.term_views(archive, facet, term))).view


def test_a_long_list_is_divided_by_year_and_month(build):
    archive = build(*many(division.LONG + 1, tags=("甲",)))
    term = archive.tags.terms["甲"]
    view = own(archive, archive.tags, term)
    assert view.groups == () and sum(link.count for link in view.slices) == division.LONG + 1


def test_slices_hold_every_piece_once_a_level(build, monkeypatch):
    monkeypatch.setattr(division, "LONG", 10)
    archive = build(
        *many(20, tags=("甲",)), Article("b-1", "", tags=("甲",)), Article("b-2", "", date="2001", tags=("甲",))
    )
    parts = division.slices(archive, archive.tags, archive.tags.terms["甲"])
    years = sorted(id for key in parts if len(key) == 1 for id in parts[key])
    assert years == sorted(archive.articles) and parts[2001,].count("b-2") == 1 and parts[0,] == ("b-1",)


def test_a_new_piece_leaves_other_years_of_a_term_alone(build):
    def view(*articles):
        archive = build(*articles)
        term = archive.regions.terms["330000"]
        return dict(terms.term_views(archive, archive.regions, term))["regions/330000/2000/index.html"]

    pieces = many(9, regions=("浙江省",))
    before, after = view(*pieces), view(*pieces, Article("z-1", "", date="2030", regions=("浙江省",)))
    assert before.groups == after.groups and before.slices == after.slices and before.count == after.count


def test_provinces_always_have_their_years_and_months(archive):
    pages = dict(terms.term_views(archive, archive.regions, archive.regions.terms["330000"]))
    assert list(pages) == [f"regions/330000/{page}.html" for page in ("index", "2021/index", "2021/12")]
    county = terms.term_views(archive, archive.regions, archive.regions.terms["330106"])
    assert [leaf.path for leaf in county] == ["regions/330106/index.html"]


def test_unknown_regions_stand_apart_from_the_tree(build):
    ((_, view),) = finding.region_views(build(Article("a-1", "", regions=("浙江省/杭州市", "意大利"))))
    assert [branch.head.text for branch in view.branches] == ["浙江省"] and [link.text for link in view.unknown] == [
        "意大利"
    ]
    assert [(tile.link.text, tile.shade) for tile in view.tiles.tiles if tile.link.path] == [("浙江", 4)]


def test_an_index_stands_by_initials(build):
    signed = tuple(Author(name) for name in ("周军", "安全", "2021", "艾欣"))
    archive = build(Article("a-1", "", authors=signed))
    view = finding.index_view(archive, archive.authors, finding.names_of(archive.authors))
    assert [(letter.sound, letter.count) for letter in view.letters] == [("A", 2), ("Z", 1), ("#", 1)]


def test_the_index_of_subjects_is_a_tree_of_those_in_use(build):
    archive = build(Article("a-1", "", tags=("职工教育", "读书")), Article("a-2", "", tags=("自造词",)))
    view = finding.subjects_view(archive, finding.names_of(archive.tags))
    assert [(one.head.text, [below.head.text for below in one.branches]) for one in view.branches] == [
        ("读书", []),
        ("职工素质", ["职工教育"]),
    ]
    assert [link.text for link in view.unknown] == ["自造词"] and view.count == 4


def test_the_index_of_subjects_refers_from_other_names_that_stand_elsewhere(build):
    archive = build(Article("a-1", "", tags=("职工教育",)))
    view = finding.subjects_view(archive, finding.names_of(archive.tags))
    assert [(letter.sound, [(name, term.text) for name, term in letter.names]) for letter in view.letters] == [
        ("Y", [("夜校", "职工教育")]),
        ("Z", [("职工教育", "职工教育"), ("职工素质", "职工素质")]),
    ]


def test_a_subject_has_its_neighbours_that_are_in_use(build):
    archive = build(Article("a-1", "", tags=("职工教育",)), Article("a-2", "", tags=("读书",)))
    view = own(archive, archive.tags, archive.tags.terms["职工教育"])
    assert [link.text for link in view.broader] == ["职工素质"] and [link.text for link in view.related] == ["读书"]
    assert view.also == ("夜校", "职工教育工作") and view.note == "学历"


def test_a_heading_holds_the_pieces_below_it(build):
    archive = build(Article("a-1", "甲", tags=("职工教育", "职工素质")), Article("a-2", "乙", tags=("职工教育",)))
    view = own(archive, archive.tags, archive.tags.terms["职工素质"])
    assert [link.text for link in view.narrower] == ["职工教育"] and view.count == 2


def test_a_list_just_not_too_long_stays_whole(build):
    archive = build(*many(division.LONG, authors=(Author("甲"),)))
    view = own(archive, archive.authors, archive.authors.terms["甲"])
    assert view.slices == () and sum(len(group.entries) for group in view.groups) == division.LONG


def test_the_year_above_a_regions_pieces_is_that_region_in_that_year(archive):
    groups = own(archive, archive.regions, archive.regions.terms["330000"]).groups
    assert [group.head.path for group in groups] == ["regions/330000/2021/index.html"]


def test_a_region_tells_its_code_and_its_former_names(archive):
    term = archive.regions.terms["330106"]
    view = own(archive, archive.regions, term)
    assert (view.code, view.formers) == ("330106", ("杭县（1912—1958）",))


def test_an_authors_page_names_roles_and_papers(build):
    signed = [Author("曾晨路", "记者")]
    archive = build(
        Article("a-1", "", authors=signed, newspaper="甲报"), Article("a-2", "", authors=signed, newspaper="乙报")
    )
    view = own(archive, archive.authors, archive.authors.terms["曾晨路"])
    assert view.note == "署名：记者；见于：乙报、甲报" and archive.authors.terms["曾晨路"].note == "记者"
