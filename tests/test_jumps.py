"""下转 and 上接: the two halves of an article on two pages of an issue are one article with both sources."""

import shutil
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import pipeline
from jianbao.authority import Authority
from jianbao.explain import explain
from jianbao.files import shelf
from jianbao.files.shelf import Copy
from jianbao.issue import Sheaf, lay_out
from jianbao.linkcheck import dead_links
from jianbao.model import Article, Source
from jianbao.pipeline import Place, silent
from jianbao.settings import Settings
from jianbao.stock import Stock, read_stock

DAY = "pages/工人日报/2022-06-13"
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
LEAD = (
    "产业工人腰杆更硬了",
    "本报讯 记者周小苏报道 五年前，焊工李大海在郑州一家机械厂里干着最普通的活计，从没想过自己能当上首席技师。",
    "五年来，技能人才的待遇、地位和发展空间都有了明显变化，李大海的故事正是一个缩影。",
)
LEAD_ON = (
    "李大海所在的机械厂率先建立了技能等级工资制度，首席技师的待遇与部门经理持平。",
    "“技术工人也能有出息！”李大海说，改革让产业工人的腰杆挺直了。",
)
NEIGHBOUR = (
    "图书漂流进车间",
    "本报讯 记者潘仙德报道 近日，台州市总工会启动图书漂流活动，把三千册图书送进一百家企业的车间班组，受到职工欢迎。",
)
MATCH = (
    "职工技能大赛落幕",
    "本报讯 记者王海报道 昨日，为期三天的技能大赛在温州落幕，三百名选手参加了焊工、电工、钳工三个工种的比赛。",
)
HEAD = "高温下的送水车"


def page(*parts: str | tuple[str, ...]) -> str:
    lines = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    return "\n\n".join(["工人日报\n2022年6月13日 星期一", *lines]) + "\n"


def put(place: Place, folio: str, text: str) -> Path:
    path = place.content / DAY / f"{folio}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def clip(place: Place, **more: object) -> pipeline.Report:
    return pipeline.clip(Place(place.content, place.theme, place.site, **more))  # type: ignore[arg-type]


def stock(place: Place) -> Stock:
    return read_stock(place.content, shelf.listing(place.content), silent)


def article(place: Place, words: str) -> Article:
    """The one article whose title or text holds some words."""
    (found,) = [one for one in stock(place).articles if words in one.title + one.body]
    return found


def files(place: Place, folio: str) -> Path:
    return place.content / f"articles/gong-ren-ri-bao-2022-06-13-{folio}"


def file_of(place: Place, words: str) -> Path:
    (found,) = (place.content / "articles").rglob(f"*{words}*.md")
    return found


def state(place: Place) -> dict[str, bytes]:
    folder = place.content / "articles"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def whole(place: Place) -> bool:
    """Is every line of every page in one place, and nothing else to tell?"""
    found = stock(place)
    lines = found.lines
    return found.problems == () and lines.total == lines.article + lines.furniture + lines.repeat


ONE, TWO, THREE = (f"工人日报/2022-06-13/{folio}.txt" for folio in ("01", "02", "03"))


@pytest.fixture
def place(tmp_path: Path, root: Path) -> Place:
    folder = tmp_path
    (folder / "content").mkdir()
    (folder / "content/archive.yaml").write_text("title: 试\nnewspapers:\n- {name: 工人日报}\n", "utf-8")
    return Place(folder / "content", root / "theme", folder / "site")


def first(onward: str) -> str:
    """A first page: onward ends the last paragraph, or is a line of its own where it begins with a line end."""
    return page(HEAD, *BEGUN[:-1], BEGUN[-1] + onward, NEIGHBOUR)


def issue(place: Place, onward: str = "\n\n（下转第3版）", back: Sequence[str] = ("（上接第1版）",)) -> None:
    put(place, "01", first(onward))
    put(place, "03", page(MATCH, *back, GOING))


@pytest.mark.parametrize(
    ("onward", "back"),
    [
        ("\n\n（下转第三版）", ["（上接第一版）"]),
        ("（下转第3版）", ["（上接第1版）"]),
        ("\n\n▶下转第3版", [HEAD, "（上接1版）"]),
        ("（下转第三版《高温下的送水车》）", ["上接第一版《高温下的送水车》"]),
        ("\n\n转第三版", ["（上接01版）", "送水车"]),
        (" 下转03版", [f"{HEAD}（上接第1版）"]),
        ("\n\n下 转 第 3 版", ["【上接第 1 版】"]),
        ("\n\n【紧接第三版】", ["【紧接第一版】"]),
        ("（下轉第三版）", ["（上接第一版“高温下的送水车”一文）"]),
    ],
)
def test_both_halves_are_one_article(place: Place, onward: str, back: list[str]) -> None:
    issue(place, onward, back)
    clip(place)
    found = article(place, HEAD)
    assert [part.page for part in found.source.parts] == [ONE, THREE]
    assert WHOLE in found.body and found.body.rstrip().endswith("九月底。")
    assert "转" not in found.body and "接" not in found.body and found.review == ()
    assert len(stock(place).articles) == 3 and whole(place)


def test_the_jump_may_stand_at_the_beginning_of_the_text_that_comes(place: Place) -> None:
    put(place, "01", first("（下转第3版）"))
    put(place, "03", page(MATCH, f"（上接第1版）{GOING[0]}", GOING[1]))
    clip(place)
    assert WHOLE in article(place, HEAD).body and whole(place)


def test_a_paragraph_that_ended_stays_by_itself(place: Place) -> None:
    put(place, "01", page(LEAD, "（下转第3版）"))
    put(place, "03", page(NEIGHBOUR, "（上接第1版）", LEAD_ON))
    clip(place)
    paragraphs = article(place, LEAD[0]).body.strip().split("\n\n")
    assert paragraphs[1:] == [LEAD[2], *LEAD_ON]


def test_a_new_head_over_the_second_half_is_a_crosshead(place: Place) -> None:
    put(place, "01", page(LEAD, "（下转第3版）"))
    put(place, "03", page(NEIGHBOUR, "技能等级挂钩工资", "（上接第1版）", LEAD_ON))
    clip(place)
    assert f"## 技能等级挂钩工资\n\n{LEAD_ON[0]}" in article(place, LEAD[0]).body and whole(place)


def test_two_pieces_that_go_on_on_one_page_find_their_own_half(place: Place) -> None:
    put(place, "01", page(HEAD, *BEGUN[:-1], BEGUN[-1] + "（下转第3版）", LEAD, "（下转第3版）"))
    put(place, "03", page(MATCH, "（上接第1版）", LEAD_ON, "（上接第1版）", GOING))
    clip(place)
    assert WHOLE in article(place, HEAD).body and LEAD_ON[0] in article(place, LEAD[0]).body and whole(place)


def test_an_article_may_go_over_three_pages(place: Place) -> None:
    put(place, "01", first("（下转第2版）"))
    put(place, "02", page("（上接第1版）", GOING[0], "（下转第3版）", MATCH))
    put(place, "03", page("（上接第2版）", GOING[1], LEAD))
    clip(place)
    found = article(place, HEAD)
    assert [part.page for part in found.source.parts] == [ONE, TWO, THREE] and whole(place)
    assert found.body.rstrip().endswith(f"{GOING[0]}\n\n{GOING[1]}")


def test_a_lost_jump_line_is_no_matter_where_the_heads_say_the_same(place: Place) -> None:
    put(place, "01", page(LEAD, NEIGHBOUR))
    put(place, "03", page(MATCH, LEAD[0], "（上接第1版）", LEAD_ON))
    clip(place)
    assert [part.page for part in article(place, LEAD[1]).source.parts] == [ONE, THREE] and whole(place)


def test_the_rest_may_have_lost_its_jump_line(place: Place) -> None:
    put(place, "01", page(LEAD, "（下转第3版）", NEIGHBOUR))
    put(place, "03", page(LEAD[0], LEAD_ON, MATCH))
    clip(place)
    assert [part.page for part in article(place, LEAD[1]).source.parts] == [ONE, THREE] and whole(place)


def test_a_story_of_its_own_is_not_taken_for_the_other_half(place: Place) -> None:
    put(place, "01", first("（下转第3版）"))
    put(place, "03", page(MATCH, HEAD, BEGUN[0].replace("张浩呈", "王五"), LEAD))
    clip(place)
    assert article(place, WHOLE[:-12]).review == ("下转第3版的续文未收入",)


@pytest.mark.parametrize(("folder", "day"), [("2022-06-14", "2022年6月14日 星期二"), ("2022-06-13", "2022年6月20日")])
def test_pages_of_two_days_are_no_issue(place: Place, folder: str, day: str) -> None:
    put(place, "01", first("（下转第3版）"))
    other = page(MATCH, "（上接第1版）", GOING).replace("2022年6月13日 星期一", day)
    path = place.content / f"pages/工人日报/{folder}/03.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(other, "utf-8")
    clip(place)
    assert len(article(place, WHOLE[:-12]).source.parts) == 1 and whole(place)


def test_pages_in_the_top_folder_are_known_by_what_is_printed(place: Place) -> None:
    pages = place.content / "pages"
    pages.mkdir()
    for name, text, folio in [("a", first("（下转第3版）"), 1), ("b", page("（上接第1版）", GOING, MATCH), 3)]:
        (pages / f"{name}.txt").write_text(text.replace("星期一", f"星期一\n第{folio}版", 1), "utf-8")
    clip(place)
    assert [part.page for part in article(place, HEAD).source.parts] == ["a.txt", "b.txt"] and whole(place)


def test_a_half_without_its_other_half_says_so(place: Place) -> None:
    put(place, "01", first("（下转第3版）"))
    put(place, "02", page("（上接第4版）", LEAD_ON, MATCH))
    clip(place)
    assert article(place, HEAD).review == ("下转第3版的续文未收入",)
    assert article(place, LEAD_ON[0]).review == ("上接第4版的上文未收入",)


@pytest.mark.parametrize("order", list(permutations(["01", "02", "03"])))
def test_pages_may_come_in_any_order(place: Place, order: tuple[str, ...]) -> None:
    texts = {
        "01": first("（下转第2版）"),
        "02": page("（上接第1版）", GOING[0], "（下转第3版）", MATCH),
        "03": page("（上接第2版）", GOING[1], LEAD),
    }
    for folio in order:
        put(place, folio, texts[folio])
        clip(place)
        assert whole(place)
    found = article(place, HEAD)
    assert [part.page for part in found.source.parts] == [ONE, TWO, THREE]
    assert len(stock(place).articles) == 4 and clip(place, fresh=True).written == 0


def test_a_half_that_stood_alone_leaves_its_address(place: Place) -> None:
    put(place, "03", page(MATCH, "（上接第1版）", GOING))
    clip(place)
    alone = article(place, GOING[1])
    assert alone.review == ("上接第1版的上文未收入",)
    put(place, "01", first("（下转第3版）"))
    clip(place)
    assert article(place, HEAD).aliases == (alone.id,) and whole(place)


def test_a_page_that_goes_leaves_the_other_half_an_article(place: Place) -> None:
    issue(place)
    clip(place)
    put(place, "01", "").unlink()
    for path in files(place, "01").iterdir():
        path.unlink()
    clip(place)
    assert article(place, GOING[1]).source.page == THREE and whole(place)


def test_a_page_that_goes_from_the_top_folder_leaves_the_other_half_an_article(place: Place) -> None:
    pages = place.content / "pages"
    pages.mkdir()
    for name, text, folio in [("a", first("（下转第3版）"), 1), ("b", page("（上接第1版）", GOING, MATCH), 3)]:
        (pages / f"{name}.txt").write_text(text.replace("星期一", f"星期一\n第{folio}版", 1), "utf-8")
    clip(place)
    (pages / "a.txt").unlink()
    shutil.rmtree(place.content / "articles/a")
    clip(place)
    assert article(place, GOING[1]).source.page == "b.txt" and whole(place)


def test_the_rest_brings_the_addresses_of_what_it_swallowed(place: Place) -> None:
    put(place, "03", page(MATCH, "（上接第1版）", GOING[0], "驿站故事", f"本报讯 记者王五报道 {GOING[1]}"))
    clip(place)
    alone = {one.id for one in stock(place).articles if one.title != MATCH[0]}
    put(place, "03", page(MATCH, "（上接第1版）", GOING[0], "驿站里的故事还在继续着。", GOING[1]))
    put(place, "01", first("（下转第3版）"))
    clip(place)
    assert len(alone) == 2 and set(article(place, HEAD).aliases) == alone and whole(place)


def test_a_piece_that_comes_back_to_a_page_begins_anew_there(place: Place) -> None:
    put(place, "01", page(LEAD, "（下转第2版）", "（上接第2版）", GOING))
    put(place, "02", page("（上接第1版）", LEAD_ON, "（下转第1版）", MATCH))
    clip(place)
    assert [part.page for part in article(place, LEAD[1]).source.parts] == [ONE, TWO]
    assert article(place, GOING[1]).source.parts == (Source(ONE, tuple(range(14, 17))),) and whole(place)


def test_what_stays_of_a_page_whose_file_is_gone_keeps_its_lines(place: Place) -> None:
    issue(place)
    clip(place)
    put(place, "01", "").unlink()
    put(place, "03", page(MATCH, "（上接第1版）", GOING).replace("昨日", "前日"))
    clip(place)
    clip(place, fresh=True)
    assert article(place, GOING[1]).source.parts[1].page == THREE
    assert [problem.where for problem in stock(place).problems] == ["articles/gong-ren-ri-bao-2022-06-13-01/page.md"]


def test_a_page_is_clipped_again_when_its_other_half_changes(place: Place) -> None:
    issue(place)
    clip(place)
    put(place, "03", page(MATCH, "（上接第1版）", GOING).replace("九月底", "十月底"))
    clip(place)
    assert "十月底" in article(place, HEAD).body


def test_a_page_without_its_jump_gives_the_lines_back(place: Place) -> None:
    issue(place)
    clip(place)
    put(place, "01", page(HEAD, BEGUN[:-1], NEIGHBOUR))
    put(place, "03", page(MATCH, "读者来信", GOING))
    clip(place)
    assert article(place, GOING[1]).source.page == THREE and whole(place)


def test_pages_that_nothing_ties_are_left_alone(place: Place) -> None:
    issue(place)
    put(place, "02", page(LEAD))
    clip(place)
    before = state(place)
    put(place, "02", page(LEAD).replace("首席", "高级"))
    clip(place)
    changed = {name for name, data in state(place).items() if before[name] != data}
    assert {name.partition("/")[0] for name in changed} == {"gong-ren-ri-bao-2022-06-13-02"}


def test_only_one_of_the_pages_still_makes_both_fit(place: Place) -> None:
    issue(place)
    clip(place, only="*03.txt")
    assert [part.page for part in article(place, HEAD).source.parts] == [ONE, THREE] and whole(place)


def test_only_another_page_leaves_the_joined_ones(place: Place) -> None:
    issue(place)
    clip(place)
    before = state(place)
    put(place, "02", page(LEAD))
    clip(place, only="*02.txt")
    assert {name: data for name, data in state(place).items() if name in before} == before and whole(place)


def test_processes_give_the_same(place: Place) -> None:
    for day in range(10, 28):
        for folio, text in (("01", first("（下转第3版）")), ("03", page(MATCH, "（上接第1版）", GOING))):
            path = place.content / f"pages/工人日报/2022-06-{day}/{folio}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("6月13日 星期一", f"6月{day}日"), "utf-8")
    clip(place)
    before = state(place)
    clip(place, fresh=True, jobs=2)
    assert state(place) == before and sum(len(one.source.parts) == 2 for one in stock(place).articles) == 18


def edit(place: Place, words: str, *changes: tuple[str, str]) -> None:
    path = file_of(place, words)
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_an_edited_beginning_takes_nothing_more(place: Place) -> None:
    put(place, "01", first("（下转第3版）"))
    clip(place)
    edit(place, "送水车", ("绿豆汤", "酸梅汤"))
    before = file_of(place, "送水车").read_text("utf-8").partition("\n---\n")[2]
    put(place, "03", page(MATCH, "（上接第1版）", GOING))
    clip(place)
    assert file_of(place, "送水车").read_text("utf-8").partition("\n---\n")[2] == before
    assert article(place, "酸梅汤").review == ("下转第3版的续文另成一篇",)
    assert article(place, GOING[1]).review == ("上接第1版的上文另成一篇",) and whole(place)


@pytest.mark.parametrize("change", [("九月底", "九月末"), ("kind: news", "kind: notice")])
def test_an_edited_second_half_is_not_taken(place: Place, change: tuple[str, str]) -> None:
    put(place, "03", page(MATCH, "（上接第1版）", GOING))
    clip(place)
    path = next(path for path in files(place, "03").glob("*.md") if GOING[1] in path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    put(place, "01", first("（下转第3版）"))
    clip(place)
    assert change[1] in path.read_text("utf-8") and len(article(place, HEAD).source.parts) == 1 and whole(place)


def test_a_title_edited_before_still_takes_the_other_half(place: Place) -> None:
    put(place, "01", first("（下转第3版）"))
    clip(place)
    edit(place, "送水车", (f"title: {HEAD}", "title: 送水车"))
    put(place, "03", page(MATCH, "（上接第1版）", GOING))
    clip(place)
    found = article(place, WHOLE)
    assert (found.title, [part.page for part in found.source.parts]) == ("送水车", [ONE, THREE]) and whole(place)


def test_a_text_edited_after_keeps_the_lines_of_both_pages(place: Place) -> None:
    issue(place)
    clip(place)
    edit(place, "送水车", ("绿豆汤", "酸梅汤"))
    put(place, "03", page(MATCH, "（上接第1版）", GOING).replace("昨日", "前日"))
    put(place, "01", first("（下转第3版）").replace("潘仙德", "潘仙慧"))
    clip(place)
    assert len(article(place, "酸梅汤").source.parts) == 2 and len(stock(place).articles) == 3 and whole(place)


def test_a_person_who_takes_the_other_page_out_of_the_source_decides(place: Place) -> None:
    issue(place)
    clip(place)
    edit(
        place,
        "送水车",
        (
            f"source:\n- {{page: {ONE}, lines: 4-10}}\n- {{page: {THREE}, lines: 10-12}}",
            f"source: {{page: {ONE}, lines: 4-10}}",
        ),
    )
    clip(place)
    assert "九月底" not in article(place, HEAD).body
    assert article(place, "九月底").source == Source(THREE, (10, 11, 12)) and whole(place)


def test_a_person_who_adds_another_page_to_the_source_decides(place: Place) -> None:
    """No jump line says so, only the cataloguer."""
    put(place, "01", page(LEAD))
    put(place, "03", page(MATCH, "读者来信", LEAD_ON))
    clip(place)
    clip(place)
    edit(
        place,
        LEAD[0],
        (
            f"source: {{page: {ONE}, lines: 4-8}}",
            f"source: [{{page: {ONE}, lines: 4-8}}, {{page: {THREE}, lines: 8-12}}]",
        ),
    )
    clip(place)
    found = article(place, LEAD[0])
    assert found.body.rstrip().endswith(LEAD_ON[1]) and len(stock(place).articles) == 2
    put(place, "03", page(MATCH, "读者来信", LEAD_ON).replace("王海", "王江"))
    clip(place)
    assert len(stock(place).articles) == 2


def test_a_joined_article_that_a_person_deleted_stays_deleted_on_both_pages(place: Place) -> None:
    issue(place)
    clip(place)
    file_of(place, "送水车").unlink()
    clip(place, fresh=True)
    clip(place, fresh=True)
    assert [one.title for one in stock(place).articles] == [NEIGHBOUR[0], MATCH[0]]


def test_a_line_that_a_person_gave_to_a_neighbour_is_not_taken(place: Place) -> None:
    issue(place)
    clip(place)
    edit(place, MATCH[0], ("lines: 4-6", "lines: 4-6, 12"))
    clip(place)
    assert GOING[1] in article(place, MATCH[0]).body and GOING[1] not in article(place, HEAD).body and whole(place)


@pytest.mark.parametrize("folio", ["01", "03"])
def test_lost_marks_of_one_page_break_nothing(place: Place, folio: str) -> None:
    issue(place)
    clip(place)
    (files(place, folio) / ".written.json").unlink()
    before = state(place)
    put(place, "03", page(MATCH, "（上接第1版）", GOING).replace("昨日", "前日"))
    clip(place)
    kept = {name: data for name, data in state(place).items() if folio in name.partition("/")[0]}
    assert kept == {name: data for name, data in before.items() if name in kept} and whole(place)


def test_a_page_that_cannot_be_read_stops_no_other(place: Place) -> None:
    issue(place)
    clip(place)
    (place.content / "pages" / THREE).write_bytes(b"\xff\xd8\x00\x01")
    report = clip(place)
    assert [problem.where for problem in report.problems] == [f"pages/{THREE}"]
    assert article(place, HEAD).review == ("下转第3版的续文未收入",)
    issue(place)
    clip(place)
    assert WHOLE in article(place, HEAD).body and whole(place)


def test_the_page_says_where_its_lines_went(place: Place) -> None:
    issue(place)
    clip(place)
    text = (files(place, "03") / "page.md").read_text("utf-8")
    assert f"elsewhere:\n- {{lines: 10-12, article: {article(place, HEAD).id}}}\n" in text


LINES = st.sampled_from(
    [
        *(HEAD, *BEGUN, *GOING, *LEAD, *LEAD_ON, *NEIGHBOUR, *MATCH, "", "第3版", "2022年6月13日 星期一", "（王海）"),
        *("（下转第2版）", "（下转第3版）", "（上接第1版）", "（上接第2版）", "【紧接第2版】", f"转第三版《{HEAD}》"),
        *(f"{LEAD[2]}（下转第2版）", f"（上接第1版）{LEAD_ON[0]}", f"{HEAD}（上接第2版）"),
        f"（上接第1版）{GOING[0]}（下转第3版）",
    ]
)


@settings(max_examples=300)
@given(st.lists(st.lists(LINES, min_size=1, max_size=14), min_size=2, max_size=3))
def test_every_line_of_every_page_goes_to_one_place(pages: list[list[str]]) -> None:
    copies = [
        Copy(f"p{number}", f"2022-06-13/0{number}.txt", "\n\n".join(lines).encode(), {})
        for number, lines in enumerate(pages, 1)
    ]
    laid = [one for one in lay_out(Sheaf(tuple(copies), Settings(title="试"), Authority({}))) if one.page]
    placed = [(one.path, no) for one in laid for part in one.layout.furniture for no in part.lines]
    placed += [(one.path, repeat.line) for one in laid for repeat in one.layout.repeats if repeat.whole]
    for one in laid:
        for piece in one.layout.pieces:
            placed += [(one.path, no) for no in piece.lines]
            placed += [(part.page, no) for part in piece.further for no in part.lines]
    assert sorted(placed) == [(one.path, line.no) for one in laid for line in one.page.lines if one.page]


def test_a_build_killed_at_any_file_is_finished_by_the_next(
    place: Place, killed_after: Callable[[Place, int], bool]
) -> None:
    put(place, "03", page(MATCH, "（上接第1版）", GOING))
    clip(place)
    before = state(place)
    put(place, "01", first("（下转第3版）"))
    clip(place)
    done, count = state(place), 0
    while True:
        shutil.rmtree(place.content / "articles")
        for name, data in before.items():
            path = place.content / "articles" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if not killed_after(place, count):
            break
        clip(place)
        assert state(place) == done, count
        count += 1
    assert count > 6


def test_explain_says_why_a_piece_goes_on_there(place: Place) -> None:
    issue(place)
    clip(place)
    lines = explain(place, article(place, HEAD).id)
    assert "goes on" in lines and any("comes from this page" in line for line in lines)


def test_a_site_links_both_pages_and_the_former_address(place: Place) -> None:
    put(place, "03", page(MATCH, "（上接第1版）", GOING))
    clip(place)
    alone = article(place, GOING[1]).id
    put(place, "01", first("（下转第3版）"))
    report = pipeline.build(place)
    assert report.problems == () and dead_links(place.site) == []
    second = BeautifulSoup((place.site / "pages/gong-ren-ri-bao-2022-06-13-03.html").read_bytes(), "html.parser")
    assert second.find(string="他版续文") and second.find(href="../articles/gong-ren-ri-bao-2022-06-13-01/4.html")
    assert (place.site / "articles" / f"{alone.replace('-03-', '-03/')}.html").is_file()
    text = (place.site / "articles/gong-ren-ri-bao-2022-06-13-01/4.html").read_text("utf-8")
    assert f"{ONE} 第 4-10 行" in text and f"{THREE} 第 10-12 行" in text
