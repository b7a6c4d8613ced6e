"""Pages to pieces when a person decided some of it: every decision holds, nothing else is lost."""

from pathlib import Path

import pytest

from jianbao.model import ASIDE, DECIDABLE, Decisions, Layout, Page, Piece
from jianbao.read import read_plain
from jianbao.segment import segment
from jianbao.segment.decided import SAID, WEIGHT
from jianbao.segment.label import _PRICES, ROLES
from jianbao.segment.rules import RULES

ROOT = Path(__file__).parent.parent.parent
PATHS = [*sorted((ROOT / "content/pages").glob("*.txt")), *sorted((ROOT / "tests/labels/pages").glob("*.txt"))]
TEXT = "近日,市总工会举办职工竞赛活动,来自全市的六十名职工组成十二支代表队参加了本次竞赛活动,现场气氛热烈。"
OTHER = "书屋里阳光洒满书架,采购的三千余册图书满足了借阅和学习需求,读者周小苏说感觉充实多了,刚好有食谱类书籍。"
THIRD = "台州开展防汛演练,三百名抢险队员乘冲锋舟转移群众,检验应急预案,沿海各乡镇的渔船已经全部回港避风。"


def of(path: Path) -> Page:
    return read_plain("p", "p.txt", path.read_bytes())


def page(*lines: str) -> Page:
    return read_plain("p", "p.txt", "\n".join(lines).encode())


def real(stem: str) -> Page:
    return of(next(path for path in PATHS if path.name.startswith(stem)))


def piece_with(layout: Layout, no: int) -> Piece:
    (piece,) = [one for one in layout.pieces if no in one.lines]
    return piece


def block_lines(layout: Layout) -> list[tuple[int, ...]]:
    return [block.lines for piece in layout.pieces for block in piece.blocks]


# --- boundaries


def test_lines_that_a_person_made_one_article_are_one_and_the_others_stay_as_they_were() -> None:
    before = segment(real("003"))
    both = tuple(line.no for line in real("003").lines if 25 <= line.no <= 43)
    after = segment(real("003"), Decisions((both,)))
    assert [piece.lines[0] for piece in after.pieces] == sorted(piece.lines[0] for piece in after.pieces)
    assert piece_with(after, 25).lines == both
    assert [p.lines for p in after.pieces if p.lines != both] == [p.lines for p in before.pieces if p.lines[0] < 25] + [
        p.lines for p in before.pieces if p.lines[0] > 43
    ]


def test_the_head_of_a_story_inside_an_article_divides_it() -> None:
    both = tuple(line.no for line in real("003").lines if 25 <= line.no <= 43)
    piece = piece_with(segment(real("003"), Decisions((both,))), 25)
    assert piece.title == "台州举办职工 学法竞赛活动"
    assert [block.lines for block in piece.blocks if block.role == "crosshead"] == [(33,)]


def test_what_a_person_left_out_of_an_article_is_a_piece_of_its_own() -> None:
    first = tuple(line.no for line in real("003").lines if 7 <= line.no <= 13)
    layout = segment(real("003"), Decisions((first,)))
    assert piece_with(layout, 7).lines == first and piece_with(layout, 15).lines == (15, 17, 19, 21, 23)


def test_a_paragraph_from_elsewhere_is_read_where_the_person_named_it() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER, "", "书屋里书香浓", "", f"本报讯 {OTHER}", "", THIRD)
    last = segment(page(*lines), Decisions(((1, 3, 5, 11),)))
    first = segment(page(*lines), Decisions(((11, 1, 3, 5),)))
    assert [block.lines for block in piece_with(last, 11).blocks] == [(3,), (5,), (11,)]
    assert [block.lines for block in piece_with(first, 11).blocks] == [(11,), (3,), (5,)]
    assert piece_with(first, 11).lines == piece_with(last, 11).lines == (1, 3, 5, 11)


def test_a_stray_line_that_goes_home_leaves_its_place_whole() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", "书屋里书香浓", "", f"本报讯 {OTHER}", "", THIRD, "", OTHER[4:])
    assert piece_with(segment(page(*lines), Decisions(((1, 3, 9),))), 5).lines == (5, 7, 11)


def test_text_below_an_article_of_a_person_does_not_go_on_with_what_stands_above_it() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", "书屋里书香浓", "", f"本报讯 {OTHER}", "", THIRD)
    layout = segment(page(*lines), Decisions(((5, 7),)))
    assert [piece.lines for piece in layout.pieces] == [(1, 3), (5, 7), (9,)]


def test_a_head_inside_is_the_articles_own_when_the_person_calls_it_one() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", "书屋里书香浓", "", OTHER)
    piece = segment(page(*lines), Decisions(((1, 3, 5, 7),), {5: "subhead"})).pieces[0]
    assert (piece.title, piece.subtitle) == ("台州举办竞赛", "书屋里书香浓")


def test_an_article_of_a_person_is_not_parted_where_a_line_breaks_off() -> None:
    broken = "读者王梅说孩子放学后最爱来这里写作业看绘本,书屋还添置了儿童桌椅和台灯,周末常"
    rest = (
        f"近日,{THIRD}",
        "据悉,海事部门出动巡逻艇,引导渔船有序进港。",
        "气象部门预报,台风将于周五登陆,沿海风力渐强。",
    )
    sheet = page("书屋里书香浓", "", f"本报讯 {OTHER}", "", broken, "", rest[0], "", rest[1], "", rest[2])
    numbers = (1, 3, 5, 7, 9, 11)
    assert [piece.lines for piece in segment(sheet).pieces] == [(1, 3, 5), (7, 9, 11)]
    assert [piece.lines for piece in segment(sheet, Decisions((numbers,))).pieces] == [numbers]


def test_an_article_without_text_is_no_doubt_when_a_person_made_it() -> None:
    sheet = page("台州举办竞赛", "", "通讯员王颀 摄")
    assert segment(sheet).pieces[0].review == ("没有正文",)
    assert segment(sheet, Decisions(((1, 3),))).pieces[0].review == ()


def test_an_article_of_a_person_takes_in_no_line_and_gives_none() -> None:
    for path in PATHS:
        sheet = of(path)
        for one in segment(sheet).pieces[:4]:
            halves = one.lines[: len(one.lines) // 2 + 1], one.lines[len(one.lines) // 2 + 1 :]
            wanted = tuple(half for half in halves if half)
            layout = segment(sheet, Decisions(wanted))
            assert set(wanted) <= {piece.lines for piece in layout.pieces if piece.decided}, path.name


def test_a_line_that_looks_like_an_advert_is_text_where_a_person_put_it_into_an_article() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", "招商热线 028-86112233")
    assert [one.role for one in segment(page(*lines)).furniture] == ["advert"]
    layout = segment(page(*lines), Decisions(((1, 3, 5),)))
    assert layout.furniture == () and "招商热线 028-86112233" in [block.text for block in layout.pieces[0].blocks]


def test_what_was_said_twice_stays_where_a_person_named_it() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER, "", OTHER)
    layout = segment(page(*lines), Decisions(((1, 3, 5, 7),)))
    assert layout.repeats == () and [block.text for block in layout.pieces[0].blocks][1:] == [OTHER, OTHER]


def test_where_an_article_ends_is_no_doubt_when_a_person_said_so() -> None:
    lines = page("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER[:-9])
    assert segment(lines).pieces[0].review == ("文末中断",)
    assert segment(lines, Decisions(((1, 3, 5),))).pieces[0].review == ()


# --- roles


def test_a_role_that_a_person_gave_decides_its_neighbours_too() -> None:
    sheet = page("台州举办竞赛", "", f"本报讯 {TEXT}", "", "书屋里书香浓", "", OTHER)
    free, said = segment(sheet), segment(sheet, Decisions(roles={5: "headline"}))
    assert [piece.lines for piece in free.pieces] == [(1, 3, 5, 7)]
    assert [piece.lines for piece in said.pieces] == [(1, 3), (5, 7)]


def test_heads_are_what_a_person_calls_them() -> None:
    sheet = page("杭州有了“小哥学院”", "", "补上教育短板", "", f"本报讯 记者曾晨路报道 {TEXT}")
    said = segment(sheet, Decisions(roles={1: "headline"})).pieces[0]
    assert (said.kicker, said.title, said.subtitle) == ("", "杭州有了“小哥学院”", "补上教育短板")
    said = segment(sheet, Decisions(roles={3: "kicker"})).pieces[0]
    assert (said.kicker, said.title, said.subtitle) == ("补上教育短板", "杭州有了“小哥学院”", "")
    said = segment(sheet, Decisions(roles={1: "headline", 3: "headline"})).pieces[0]
    assert (said.kicker, said.title) == ("", "杭州有了“小哥学院” 补上教育短板")


def test_a_line_that_holds_kicker_and_headline_is_still_told_apart() -> None:
    piece = piece_with(segment(real("003"), Decisions(roles={45: "headline"})), 45)
    assert (piece.kicker, piece.title) == ("7年为6137人次报销496.48万元", "缙云职工医疗互助 受认可")


def test_halves_of_a_headline_that_a_person_joined_are_one() -> None:
    sheet = page("我省职工掀起“学劳", "", "模、多贡献”的热潮", "", f"本报讯 {TEXT}")
    piece = segment(sheet, Decisions(roles={1: "headline"}, joins=((1, 3),))).pieces[0]
    assert (piece.kicker, piece.title) == ("", "我省职工掀起“学劳模、多贡献”的热潮")
    tight = page("我省职工掀起“学劳", "模、多贡献”的热潮", "", f"本报讯 {TEXT}")
    assert segment(tight, Decisions(apart=((1, 2),))).pieces[0].kicker == "我省职工掀起“学劳"


@pytest.mark.parametrize("role", [role for role in ASIDE if role != "repeat"])
def test_a_line_set_aside_by_a_person_is_furniture(role: str) -> None:
    layout = segment(real("003"), Decisions(roles={61: role}))
    assert [one.lines for one in layout.furniture if one.role == role and 61 in one.lines] == [(61,)]


def test_of_two_copies_the_person_says_which_is_the_repeat() -> None:
    sheet = page("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER, "", THIRD, "", OTHER)
    assert [(one.line, one.of) for one in segment(sheet).repeats] == [(9, 5)]
    layout = segment(sheet, Decisions(roles={5: "repeat"}))
    assert [(one.line, one.of, one.whole) for one in layout.repeats] == [(5, 9, True)]
    assert piece_with(layout, 9).lines == (1, 3, 7, 9)


def test_a_repeat_of_what_the_program_sees_once_names_the_line_most_like_it() -> None:
    layout = segment(real("003"), Decisions(roles={73: "repeat"}))
    assert [(one.line, one.of) for one in layout.repeats if one.whole] == [(73, 81)]
    assert segment(page("甲乙丙", "", TEXT), Decisions(roles={1: "repeat"})).repeats[0].of == 1


@pytest.mark.parametrize("role", ["body", "caption", "precis", "byline", "credit", "crosshead", "byline+body"])
def test_a_paragraph_has_the_role_that_a_person_gave_it(role: str) -> None:
    layout = segment(real("003"), Decisions(roles={77: role}))
    assert [block.role for piece in layout.pieces for block in piece.blocks if 77 in block.lines] == [role]


def test_a_person_weighs_more_than_all_rules_and_prices_together() -> None:
    rules = {role: [rule.weight for rule in RULES if rule.role == role] for role in ROLES}
    most = max(sum(weight for weight in weights if weight > 0) for weights in rules.values())
    least = min(sum(weight for weight in weights if weight < 0) for weights in rules.values())
    assert most - least + 2 * (max(_PRICES.values()) - min(_PRICES.values())) < WEIGHT


def test_every_role_of_the_program_may_be_given() -> None:
    assert set(ROLES) < set(DECIDABLE)


# --- joins


def test_a_join_that_a_person_made_wins_and_brings_the_line_home() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER, "", "书屋里书香浓", "", f"本报讯 {OTHER}", "", THIRD)
    layout = segment(page(*lines), Decisions(joins=((3, 11),)))
    assert next(block.lines for block in piece_with(layout, 3).blocks) == (3, 11)


def test_a_line_that_goes_on_with_the_one_above_opens_no_piece() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT[:-10]}", "", f"本报讯 记者王海报道 {OTHER}", "", THIRD)
    assert len(segment(page(*lines)).pieces) == 2
    (piece,) = segment(page(*lines), Decisions(joins=((3, 5),))).pieces
    assert [block.lines for block in piece.blocks] == [(3, 5), (7,)]


def test_a_caption_that_a_person_named_goes_on_with_nothing_by_itself() -> None:
    lines = ("台州举办竞赛", "", f"本报讯 {TEXT}", "", TEXT[:-10] + "参加了本次竞", "", "赛活动,气氛热烈。")
    assert (5, 7) in block_lines(segment(page(*lines)))
    layout = segment(page(*lines), Decisions(roles={7: "caption"}))
    assert [block.role for block in layout.pieces[0].blocks if block.lines == (7,)] == ["caption"]


def test_a_join_that_a_person_forbade_is_not_made_and_is_no_doubt() -> None:
    assert (15, 17, 19) in block_lines(segment(real("003")))
    layout = segment(real("003"), Decisions(apart=((17, 19),)))
    assert (15, 17) in block_lines(layout)
    assert not any("第17行" in doubt for doubt in piece_with(layout, 17).review)


def test_lines_held_apart_meet_in_no_paragraph_of_three() -> None:
    layout = segment(real("003"), Decisions(apart=((15, 19),)))
    assert not any({15, 19} <= {*lines} for lines in block_lines(layout))
    assert (15, 17) in block_lines(layout) or (17, 19) in block_lines(layout)


def test_inside_an_article_of_a_person_the_program_joins_in_its_order_only() -> None:
    broken = TEXT[:-10] + "参加了本次竞"
    lines = ("台州举办竞赛", "", f"本报讯 {broken}", "", OTHER, "", THIRD, "", "赛活动,气氛热烈。")
    assert (3, 9) in block_lines(segment(page(*lines)))
    assert (3, 9) not in block_lines(segment(page(*lines), Decisions(((1, 3, 5, 7, 9),))))
    assert (3, 9) in block_lines(segment(page(*lines), Decisions(((1, 3, 9, 5, 7),))))


# --- why


def test_what_a_person_decided_is_a_winning_claim() -> None:
    decisions = Decisions(((25, 27, 29, 31),), {9: "kicker", 73: "repeat"}, ((47, 49),), ((17, 19),))
    said = [claim for claim in segment(real("003"), decisions).claims if claim.rule == SAID]
    assert [(one.about, one.value) for one in said] == [
        ("L9", "kicker"),
        ("L47+L49", "join"),
        ("L25-L31", "one article"),
        ("L73", "repeat"),
        ("L17+L19", "apart"),
    ]
    assert all(one.weight == WEIGHT and one.quote for one in said)
