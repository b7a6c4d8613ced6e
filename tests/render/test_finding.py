from jianbao.model import Article, Author
from jianbao.render import finding


def many(count, **facts):
    return [Article(f"a-{no}", "", date=f"20{no % 3:02d}-0{no % 2 + 1}", **facts) for no in range(count)]


def test_a_long_list_is_divided_by_year_and_month(build):
    archive = build(*many(finding.LONG + 1, tags=("甲",)))
    term = archive.tags.terms["甲"]
    view = finding.term_view(archive, archive.tags, term)
    assert view.groups == () and sum(link.count for link in view.slices) == finding.LONG + 1


def test_slices_hold_every_piece_once_a_level(build):
    archive = build(
        *many(20, tags=("甲",)), Article("b-1", "", tags=("甲",)), Article("b-2", "", date="2001", tags=("甲",))
    )
    parts = finding.slices(archive, archive.tags.terms["甲"])
    years = sorted(id for key, ids in parts.items() if key[1] is None for id in ids)
    assert years == sorted(archive.articles) and parts[2001, None].count("b-2") == 1


def test_a_new_piece_leaves_other_years_of_a_term_alone(build):
    def view(*articles):
        archive = build(*articles)
        term = archive.regions.terms["330000"]
        return finding.slice_view(archive, archive.regions, term, (2000, None), finding.slices(archive, term))

    pieces = many(9, regions=("浙江省",))
    before, after = view(*pieces), view(*pieces, Article("z-1", "", date="2030", regions=("浙江省",)))
    assert before.groups == after.groups and before.slices == after.slices and before.count == after.count


def test_regions_always_have_their_years(archive):
    term = archive.regions.terms["330100"]
    links = finding.term_view(archive, archive.regions, term).slices
    assert [link.path for link in links] == ["regions/330100/2021/index.html"]


def test_unknown_regions_stand_apart_from_the_tree(build):
    view = finding.regions_view(build(Article("a-1", "", regions=("浙江省/杭州市", "意大利"))))
    assert [branch.head.text for branch in view.branches] == ["浙江省"] and [link.text for link in view.unknown] == [
        "意大利"
    ]
    assert view.provinces["330000"][0] == 4


def test_an_index_stands_by_initials(build):
    signed = tuple(Author(name) for name in ("周军", "安全", "2021", "艾欣"))
    view = finding.index_view(archive := build(Article("a-1", "", authors=signed)), archive.authors)
    assert [(initial, len(terms)) for initial, terms in view.letters] == [("A", 2), ("Z", 1), ("#", 1)]


def test_the_index_of_subjects_is_a_tree_of_those_in_use(build):
    view = finding.subjects_view(
        build(Article("a-1", "", tags=("职工教育", "读书")), Article("a-2", "", tags=("自造词",)))
    )
    assert [(one.head.text, [below.head.text for below in one.branches]) for one in view.branches] == [
        ("读书", []),
        ("职工素质", ["职工教育"]),
    ]
    assert [link.text for link in view.unknown] == ["自造词"] and view.count == 4


def test_the_index_of_subjects_refers_from_other_names_that_stand_elsewhere(build):
    view = finding.subjects_view(build(Article("a-1", "", tags=("职工教育",))))
    assert [(initial, [(name, term.text) for name, term in names]) for initial, names in view.letters] == [
        ("Y", [("夜校", "职工教育")]),
        ("Z", [("职工教育", "职工教育"), ("职工素质", "职工素质")]),
    ]


def test_a_subject_has_its_neighbours_that_are_in_use(build):
    archive = build(Article("a-1", "", tags=("职工教育",)), Article("a-2", "", tags=("读书",)))
    view = finding.term_view(archive, archive.tags, archive.tags.terms["职工教育"])
    assert [link.text for link in view.broader] == ["职工素质"] and [link.text for link in view.related] == ["读书"]
    assert view.also == ("夜校", "职工教育工作") and view.note == "学历"


def test_a_heading_holds_the_pieces_below_it(build):
    archive = build(Article("a-1", "甲", tags=("职工教育", "职工素质")), Article("a-2", "乙", tags=("职工教育",)))
    view = finding.term_view(archive, archive.tags, archive.tags.terms["职工素质"])
    assert [link.text for link in view.narrower] == ["职工教育"] and view.count == 2


def test_a_list_just_not_too_long_stays_whole(build):
    archive = build(*many(finding.LONG, tags=("甲",)))
    view = finding.term_view(archive, archive.tags, archive.tags.terms["甲"])
    assert view.slices == () and sum(len(group.entries) for group in view.groups) == finding.LONG


def test_the_year_above_a_regions_pieces_is_that_region_in_that_year(archive):
    groups = finding.term_view(archive, archive.regions, archive.regions.terms["330100"]).groups
    assert [group.head.path for group in groups] == ["regions/330100/2021/index.html"]


def test_a_newspaper_names_its_pages_the_latest_first(archive):
    paper = archive.newspapers.terms["浙江工人日报"]
    pages = finding.term_view(archive, archive.newspapers, paper).narrower
    assert [(page.path, page.note) for page in pages] == [
        ("pages/003.html", "杭州有了“小哥学院”"),
        ("pages/002.html", ""),
    ]


def test_a_region_tells_its_code_and_its_former_names(archive):
    term = archive.regions.terms["330106"]
    view = finding.term_view(archive, archive.regions, term)
    assert (view.code, view.formers) == ("330106", ("杭县（1912—1958）",))


def test_an_authors_page_names_roles_and_papers(build):
    signed = [Author("曾晨路", "记者")]
    archive = build(
        Article("a-1", "", authors=signed, newspaper="甲报"), Article("a-2", "", authors=signed, newspaper="乙报")
    )
    view = finding.term_view(archive, archive.authors, archive.authors.terms["曾晨路"])
    assert view.note == "记者 · 乙报、甲报" and archive.authors.terms["曾晨路"].note == "记者"
