"""What a person decides in page.md holds on both pages of an article that goes on over pages."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import pipeline, plainyaml
from jianbao.authority import Authority
from jianbao.explain import explain
from jianbao.files import marks, shelf
from jianbao.files.marks import NAME, Marks
from jianbao.files.shelf import Copy
from jianbao.issue import Laid, Sheaf, lay_out
from jianbao.model import Article
from jianbao.pipeline import Place, silent
from jianbao.settings import Settings
from jianbao.stock import read_stock

HEAD = "高温下的送水车"
BEGUN = (
    "本报讯 记者张浩呈报道 入夏以来，宁波海曙区总工会开出十辆送水车，每天为环卫工人、快递员送去绿豆汤和防暑药品。",
    "环卫工人陈阿姨说，每天上午十点，送水车都准时停在路口，大家喝上一碗绿豆汤，心里凉快多了。",
    "各级工会正在把这项服务延",
)
GOING = (
    "伸到更多的工地和站点，目前全市已有三百多个户外劳动者驿站加入进来，绿豆汤、凉茶随到随喝。",
    "宁波海曙区总工会负责人表示，送水车将一直开到九月底。",
)
WHOLE = "各级工会正在把这项服务延伸到更多的工地和站点"
NEIGHBOUR = (
    "图书漂流进车间",
    "本报讯 记者潘仙德报道 近日，台州市总工会启动图书漂流活动，把三千册图书送进一百家企业的车间班组，受到职工欢迎。",
)
MATCH = (
    "职工技能大赛落幕",
    "本报讯 记者王海报道 昨日，为期三天的技能大赛在温州落幕，三百名选手参加了焊工、电工、钳工三个工种的比赛。",
)
ONE, THREE = "工人日报/2022-06-13/01.txt", "工人日报/2022-06-13/03.txt"
TOP = "工人日报\n2022年6月13日 星期一"
#      1-2    4     6, 8, 10   12          14, 16
FIRST = (TOP, HEAD, *BEGUN, "（下转第3版）", *NEIGHBOUR)
#       1-2   4, 6       8          10, 12
SECOND = (TOP, *MATCH, "（上接第1版）", *GOING)


@pytest.fixture
def place(tmp_path: Path, root: Path) -> Place:
    pages = tmp_path / "content/pages"
    for path, lines in ((ONE, FIRST), (THREE, SECOND)):
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        (pages / path).write_text("\n\n".join(lines) + "\n", "utf-8")
    (tmp_path / "content/archive.yaml").write_text("title: 试\nnewspapers:\n- {name: 工人日报}\n", "utf-8")
    place = Place(tmp_path / "content", root / "theme", tmp_path / "site")
    pipeline.clip(place)
    return place


def folder(place: Place, folio: str) -> Path:
    return place.content / f"articles/gong-ren-ri-bao-2022-06-13-{folio}"


def decide(place: Place, folio: str, *lines: str) -> None:
    edit(place, folder(place, folio) / "page.md", "---\n", "---\n" + "".join(f"{one}\n" for one in lines))


def edit(place: Place, path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    pipeline.clip(place)


def file_of(place: Place, words: str) -> Path:
    (found,) = (place.content / "articles").rglob(f"*{words}*.md")
    return found


def articles(place: Place) -> tuple[Article, ...]:
    return read_stock(place.content, shelf.listing(place.content), silent).articles


def article(place: Place, words: str) -> Article:
    (found,) = [one for one in articles(place) if words in one.title + one.body]
    return found


def parts(one: Article) -> list[tuple[str, tuple[int, ...]]]:
    return [(part.page, tuple(no for no in part.lines if no % 2 == 0)) for part in one.source.parts]


def told(place: Place) -> list[tuple[str, str]]:
    """What a build says, which clips and renders, nothing twice; every line is in one place."""
    lines = read_stock(place.content, shelf.listing(place.content), silent).lines
    assert lines.total == lines.article + lines.furniture + lines.repeat
    return [(one.where, one.what) for one in pipeline.build(place).problems]


def state(place: Place) -> dict[str, str]:
    found = folder(place, "01").parent.rglob("*.*")
    return {f"{path.parent.name}/{path.name}": path.read_text("utf-8") for path in found}


def test_the_article_takes_the_lines_that_a_person_gave_its_rest(place: Place) -> None:
    decide(place, "03", "articles: [10]")
    assert parts(article(place, HEAD)) == [(ONE, (4, 6, 8, 10)), (THREE, (10,))]
    assert WHOLE in article(place, HEAD).body and article(place, "九月底").source.lines == (12,) and told(place) == []


def test_the_beginning_that_a_person_cut_takes_its_rest(place: Place) -> None:
    decide(place, "01", "articles: [4-6, '8-10', 14-16]")
    assert parts(article(place, HEAD)) == [(ONE, (4, 6))]
    assert parts(article(place, WHOLE)) == [(ONE, (8, 10)), (THREE, (10, 12))] and told(place) == []


@pytest.mark.parametrize(("folio", "lines"), [("01", "4-12"), ("03", "8-12")])
def test_a_range_runs_over_a_jump_line(place: Place, folio: str, lines: str) -> None:
    before = article(place, HEAD)
    decide(place, folio, f"articles: [{lines}]")
    assert article(place, HEAD) == before and told(place) == []
    assert "role: page_furniture" in (folder(place, folio) / "page.md").read_text("utf-8")


def test_an_article_edited_with_a_range_over_a_jump_line_does_not_stand_against_the_same_range(place: Place) -> None:
    edit(place, file_of(place, "送水车"), "lines: 4-10}", "lines: 4-12}")
    decide(place, "01", "articles: [4-12]")
    assert told(place) == []


def test_joins_and_roles_hold_on_both_pages(place: Place) -> None:
    decide(place, "01", "joins: [6 > 8]")
    decide(place, "03", "joins: [10 > 12]", "roles: {6: precis}")
    body = article(place, HEAD).body
    assert BEGUN[1] + "\n\n" + BEGUN[2] in body and f"{BEGUN[0]}{BEGUN[1]}"[-60:] in body
    assert f"{BEGUN[2]}{GOING[0]}{GOING[1]}" in body
    assert "{: .precis}" in article(place, MATCH[0]).body and told(place) == []


def test_a_text_that_a_person_called_a_lead_goes_on_no_paragraph_of_another_page(place: Place) -> None:
    decide(place, "03", "roles: {10: byline+body}")
    assert f"{BEGUN[2]}\n\n{GOING[0]}" in article(place, HEAD).body


def test_a_crosshead_of_a_persons_stays_though_it_says_the_headline_again(place: Place) -> None:
    path = place.content / "pages" / THREE
    path.write_text("\n\n".join([*SECOND[:4], HEAD, *GOING]) + "\n", "utf-8")
    pipeline.clip(place)
    assert f"## {HEAD}" not in article(place, WHOLE).body
    decide(place, "03", "roles: {10: crosshead}")
    assert f"## {HEAD}" in article(place, GOING[1]).body and parts(article(place, GOING[1]))[1][1] == (10, 12, 14)


@pytest.mark.parametrize("role", ["body", "headline"])
def test_what_a_person_called_text_or_head_is_no_jump_line(place: Place, role: str) -> None:
    decide(place, "01", f"roles: {{12: {role}}}")
    decide(place, "03", f"roles: {{8: {role}}}")
    assert [len(one.source.parts) for one in articles(place)] == [1] * len(articles(place))
    assert any("下转第3版" in one.body + one.title for one in articles(place))


def test_a_jump_line_that_a_person_joined_to_text_is_text(place: Place) -> None:
    decide(place, "01", "joins: [10 > 12]")
    decide(place, "03", "joins: [8 > 10]")
    assert "服务延（下转第3版）" in article(place, HEAD).body and len(article(place, HEAD).source.parts) == 1


def test_a_jump_line_that_a_person_called_furniture_is_one(place: Place) -> None:
    decide(place, "01", "roles: {12: page_furniture}")
    decide(place, "03", "roles: {8: page_furniture}")
    assert WHOLE in article(place, HEAD).body and len(article(place, HEAD).source.parts) == 2


def test_an_article_of_a_persons_that_begins_above_the_jump_is_no_rest(place: Place) -> None:
    decide(place, "03", "articles: [4-12]")
    assert parts(article(place, MATCH[0])) == [(THREE, (4, 6, 10, 12))]
    assert article(place, HEAD).review == ("下转第3版的续文未收入",) and told(place) == []


def test_the_rest_may_stand_further_down_in_the_order_of_a_persons(place: Place) -> None:
    decide(place, "03", 'articles: ["10-12, 6", "4"]')
    assert parts(article(place, HEAD)) == [(ONE, (4, 6, 8, 10)), (THREE, (6, 10, 12))]
    assert article(place, HEAD).body.rstrip().endswith("工种的比赛。") and WHOLE in article(place, HEAD).body


def test_lines_that_a_person_made_one_article_go_to_another_page_whole_or_not_at_all(place: Place) -> None:
    edit(place, file_of(place, MATCH[0]), "lines: 4-6", "lines: 4-6, 12")
    assert len(article(place, HEAD).source.parts) == 2
    decide(place, "03", "articles: [10-12]")
    assert parts(article(place, HEAD)) == [(ONE, (4, 6, 8, 10))]
    assert article(place, HEAD).review == ("下转第3版的续文另成一篇",)
    ((where, what),) = told(place)
    assert where.endswith(file_of(place, MATCH[0]).name) and "page.md makes 10-12 one article" in what


def test_a_beginning_that_lacks_a_line_of_its_article_takes_nothing(place: Place) -> None:
    edit(place, file_of(place, NEIGHBOUR[0]), "lines: 14-16", "lines: 8, 14-16")
    assert parts(article(place, HEAD)) == [(ONE, (4, 6, 10)), (THREE, (10, 12))]
    decide(place, "01", "articles: [4-10]")
    assert parts(article(place, HEAD)) == [(ONE, (4, 6, 10))]
    assert article(place, HEAD).review[-1] == "下转第3版的续文另成一篇" and len(told(place)) == 1


def test_the_article_of_the_first_page_is_told_when_it_stands_against_the_second_ones_page_md(place: Place) -> None:
    edit(place, file_of(place, "送水车"), "绿豆汤和", "酸梅汤和")
    decide(place, "03", "articles: [8-10, 12]")
    assert len(pipeline.clip(Place(place.content, place.theme, place.site, fresh=True)).problems) == 2
    assert parts(article(place, "酸梅汤")) == [(ONE, (4, 6, 8, 10)), (THREE, (10, 12))]
    where = f"articles/{folder(place, '01').name}/{file_of(place, '送水车').name}"
    assert [(file, what.partition("makes ")[2]) for file, what in told(place)] == [
        (where, "10 one article."),
        (where, "12 one article."),
    ]


def test_an_article_with_a_title_of_a_persons_follows_the_boundary_on_the_other_page(place: Place) -> None:
    edit(place, file_of(place, "送水车"), f"title: {HEAD}", "title: 我的送水车")
    decide(place, "03", "articles: [10]")
    assert parts(article(place, "我的送水车")) == [(ONE, (4, 6, 8, 10)), (THREE, (10,))] and told(place) == []


@pytest.mark.parametrize(
    ("folio", "line"),
    [("03", "articles: [10]"), ("03", "articles: [4-12]"), ("01", "articles: [4-6]"), ("03", "roles: {8: body}")],
)
def test_a_decision_that_is_taken_back_leaves_no_trace_on_any_page(place: Place, folio: str, line: str) -> None:
    before = state(place)
    decide(place, folio, line)
    assert state(place) != before
    edit(place, folder(place, folio) / "page.md", f"{line}\n", "")
    for name, text in state(place).items():
        if not name.endswith(".json"):
            assert re.sub(r"aliases: .*\n", "", text) == before[name], name


def test_a_rest_that_is_an_article_again_is_no_alias(place: Place) -> None:
    """It stood alone, was joined, and a person parts it again: its address is its own."""
    (place.content / "pages" / ONE).rename(place.content / "away.txt")
    shutil.rmtree(folder(place, "01"))
    pipeline.clip(place)
    alone = article(place, "九月底").id
    (place.content / "away.txt").rename(place.content / "pages" / ONE)
    pipeline.clip(place)
    assert alone in article(place, WHOLE).aliases
    decide(place, "01", "roles: {12: body}")
    decide(place, "03", "articles: [10-12]", "roles: {8: body}")
    assert article(place, "九月底").id == alone and alone not in article(place, HEAD).aliases


@pytest.mark.parametrize(("lines", "made"), [("10-12", []), ("10", [(10,)])])
def test_the_very_lines_of_a_deleted_article_stay_deleted(
    place: Place, lines: str, made: list[tuple[int, ...]]
) -> None:
    file_of(place, "送水车").unlink()
    pipeline.clip(place)
    decide(place, "03", f"articles: [{lines}]")
    assert [one.source.lines for one in articles(place) if one.source.page == THREE and 10 in one.source.lines] == made


def test_explain_says_what_was_decided_on_each_page(place: Place) -> None:
    decide(place, "01", "articles: [4-10]")
    decide(place, "03", "articles: [10-12]")
    said = explain(place, article(place, HEAD).id)
    assert said[:2] == [
        "by a person (page.md): L4-L10 one article",
        f"by a person ({folder(place, '03').name}/page.md): L10-L12 one article",
    ]


LINES = st.sampled_from(
    [
        *(HEAD, *BEGUN, *GOING, *NEIGHBOUR, *MATCH, "", "（王海）"),
        *("（下转第2版）", "（上接第1版）", "【紧接第2版】", f"{BEGUN[2]}（下转第2版）", f"（上接第1版）{GOING[0]}"),
    ]
)
NUMBERS = st.integers(1, 28).map(str)
RANGES = st.one_of(NUMBERS, st.tuples(st.integers(1, 28), st.integers(0, 9)).map(lambda at: f"{at[0]}-{sum(at)}"))
DECIDED = st.fixed_dictionaries(
    {},
    optional={
        "articles": st.lists(st.lists(RANGES, min_size=1, max_size=2).map(", ".join), max_size=3),
        "roles": st.dictionaries(RANGES, st.sampled_from(["body", "headline", "crosshead", "advert"]), max_size=3),
        "joins": st.lists(st.builds("{} {} {}".format, NUMBERS, st.sampled_from(">/"), NUMBERS), max_size=3),
    },
)


PAGES = st.lists(st.tuples(st.lists(LINES, min_size=1, max_size=14), DECIDED), min_size=2, max_size=2)


def held(laid: Sequence[Laid]) -> list[tuple[str, tuple[int, ...]]]:
    """The lines of each article on each of its pages."""
    pieces = [(one.path, adopted.piece) for one in laid for adopted in one.adopted]
    own = [(path, piece.lines) for path, piece in pieces]
    return [*own, *((part.page, part.lines) for _, piece in pieces for part in piece.further)]


@settings(max_examples=300)
@given(PAGES)
def test_whatever_a_person_decides_every_line_is_in_one_place_and_every_article_whole(
    pages: list[tuple[list[str], dict[str, plainyaml.Plain]]],
) -> None:
    copies = []
    for number, (lines, decided) in enumerate(pages, 1):
        path = f"2022-06-13/0{number}.txt"
        keys = "".join(plainyaml.write(key, value) for key, value in decided.items())
        texts = {"page.md": f"---\npage: {path}\n{keys}---\n", NAME: marks.write(Marks({}, {}))}
        copies.append(Copy(f"p{number}", path, "\n\n".join(lines).encode(), texts))
    laid = [one for one in lay_out(Sheaf(tuple(copies), Settings(title="试"), Authority({}))) if one.page]
    articles = held(laid)
    placed = [(path, no) for path, lines in articles for no in lines]
    placed += [(one.path, no) for one in laid for part in one.layout.furniture for no in part.lines]
    placed += [(one.path, repeat.line) for one in laid for repeat in one.layout.repeats if repeat.whole]
    assert sorted(placed) == [(one.path, line.no) for one in laid for line in (one.page.lines if one.page else ())]
    for one in laid:
        assert one.open
        for lines in one.decisions.articles:
            assert (one.path, tuple(sorted(lines))) in articles
