from dataclasses import replace

from jianbao.archive.archive import group
from jianbao.authority import Person
from jianbao.model import Article, Author


def archive_of(settings, authority, *articles):
    return group(articles, [], settings, authority)


def test_a_piece_counts_in_its_region_and_in_all_above(settings, authority):
    piece = Article("a-1", "甲", regions=("浙江省/杭州市/西湖区", "浙江省/宁波市"))
    terms = archive_of(settings, authority, piece).regions.terms
    assert {key: term.articles for key, term in terms.items()} == dict.fromkeys(
        ["330000", "330100", "330106", "330200"], ("a-1",)
    )
    assert terms["330000"].children == ("330100", "330200")


def test_an_unknown_region_has_a_page_under_the_known_part(settings, authority):
    facet = archive_of(settings, authority, Article("a-1", "甲", regions=("浙江省/没有的县",))).regions
    unknown = next(term for term in facet.terms.values() if not term.known)
    assert unknown.parent == "330000" and unknown.name == "没有的县"
    assert unknown.address.isascii()


def test_unknown_regions_of_one_sound_are_apart(settings, authority):
    pieces = [Article("a-1", "甲", regions=("黎明乡",)), Article("a-2", "乙", regions=("黎鸣乡",))]
    assert len({term.address for term in archive_of(settings, authority, *pieces).regions.terms.values()}) == 2


def test_tags_stand_by_pinyin_with_their_scope(settings, authority):
    facet = archive_of(settings, authority, Article("a-1", "甲", tags=("职工教育", "安全生产", "2021"))).tags
    assert list(facet.terms) == ["安全生产", "职工教育", "2021"]
    assert [term.initial for term in facet.terms.values()] == ["A", "Z", "#"]
    assert facet.terms["职工教育"].note == "职工的学历和技能教育" and not facet.terms["安全生产"].known


def test_authors_of_one_sound_have_addresses_of_their_own(settings, authority):
    pieces = [Article("a-1", "甲", authors=(Author("李伟", "记者"),)), Article("a-2", "乙", authors=(Author("李炜"),))]
    terms = archive_of(settings, authority, *pieces).authors.terms
    assert terms["李伟"].address != terms["李炜"].address and terms["李伟"].note == "记者"


def test_an_author_named_twice_counts_once(settings, authority):
    piece = Article("a-1", "甲", authors=(Author("李伟", "文"), Author("李伟", "摄影")))
    assert archive_of(settings, authority, piece).authors.terms["李伟"].articles == ("a-1",)


def test_newspapers_carry_their_home(settings, authority):
    terms = archive_of(settings, authority, Article("a-1", "甲", newspaper="浙江工人日报")).newspapers.terms
    assert terms["浙江工人日报"].note == "浙江省"


def test_dates_form_a_tree(settings, authority):
    pieces = [Article("a-1", "", date="2021-12-08"), Article("a-2", "", date="2021")]
    facet = archive_of(settings, authority, *pieces).dates
    assert facet.terms["2021"].articles == ("a-2", "a-1")
    assert [term.key for term in facet.above(facet.terms["2021-12-08"])] == ["2021", "2021-12"]


def test_odd_names_do_no_harm(settings, authority):
    piece = Article("a-1", "", tags=("😀", "../../x", "con"), regions=("/", "", "a//b"), newspaper="'\"<>")
    archive = archive_of(settings, authority, piece)
    facets = (archive.tags, archive.regions, archive.newspapers)
    paths = [term.address for facet in facets for term in facet.terms.values()]
    assert len(set(paths)) == len(paths) and all(".." not in path and path.isascii() for path in paths)


def test_authors_stand_under_the_reading_of_their_surname(settings, authority):
    pieces = [Article(f"a-{name}", "甲", authors=(Author(name),)) for name in ("曾晨路", "陈怡", "查文晔")]
    terms = archive_of(settings, authority, *pieces).authors.terms
    assert [(name, term.initial) for name, term in terms.items()] == [("陈怡", "C"), ("曾晨路", "Z"), ("查文晔", "Z")]


def test_an_authors_other_names_stand_beside_the_roles(settings, authority):
    known = replace(authority, people=(Person("金钧胤", also=("金钩胤", "今言")),))
    piece = Article("a-1", "甲", authors=(Author("金钧胤", "记者"), Author("王芳")))
    terms = archive_of(settings, known, piece).authors.terms
    assert terms["金钧胤"].note == "记者，又署金钩胤、今言" and terms["王芳"].note == ""
