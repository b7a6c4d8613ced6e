"""Pages to pieces: what the genre does, in a few lines each."""

import pytest

from jianbao.model import Layout, Piece
from jianbao.read import read_plain
from jianbao.segment import segment

TEXT = "近日,市总工会举办职工竞赛活动,来自全市的六十名职工组成十二支代表队参加了本次竞赛活动,现场气氛热烈。"
OTHER = "书屋里阳光洒满书架,采购的三千余册图书满足了借阅和学习需求,读者周小苏说感觉充实多了,刚好有食谱类书籍。"


def cut(*lines: str) -> Layout:
    return segment(read_plain("p", "p.txt", "\n".join(lines).encode()))


def only(layout: Layout) -> Piece:
    (piece,) = layout.pieces
    return piece


def roles(piece: Piece) -> list[str]:
    return [block.role for block in piece.blocks]


def test_a_lead_opens_a_piece_and_its_head_is_above() -> None:
    layout = cut(
        "台州举办竞赛", "", f"本报讯 记者潘仙德报道 {TEXT}", "", "书屋里书香浓", "", f"本报讯 记者张浩呈报道 {OTHER}"
    )
    assert [piece.title for piece in layout.pieces] == ["台州举办竞赛", "书屋里书香浓"]


def test_of_two_heads_the_first_is_the_kicker() -> None:
    piece = only(cut("补上教育短板", "", "杭州有了“小哥学院”", "", f"本报讯 记者曾晨路报道 {TEXT}"))
    assert (piece.kicker, piece.title) == ("补上教育短板", "杭州有了“小哥学院”")


def test_a_head_broken_by_its_column_is_one() -> None:
    assert (
        only(cut("我省职工掀起“学劳", "模、多贡献”的热潮", "", f"本报讯 {TEXT}")).title
        == "我省职工掀起“学劳模、多贡献”的热潮"
    )


def test_a_paragraph_broken_in_mid_word_is_whole() -> None:
    piece = only(cut("台州举办竞赛", "", f"本报讯 {TEXT}", "", TEXT[:-10] + "参加了本次竞", "", "赛活动,气氛热烈。"))
    assert piece.blocks[-1].text.endswith("参加了本次竞赛活动,气氛热烈。") and piece.blocks[-1].lines == (5, 7)


def test_an_ordinal_goes_home_to_what_it_counts() -> None:
    first = "据新华社北京1月22日电(记者苏会志)今天举行的北京市第八"
    rest = "届农民艺术节开幕式,拉开了新春群众文化活动的序幕,花会近千档,业余剧团有五十多个。"
    layout = cut("书屋里书香浓", "", f"本报讯 {OTHER}", "", rest, "", OTHER[4:], "", "京郊农民乐起来", "", first)
    assert [piece.blocks[-1].lines for piece in layout.pieces] == [(7,), (11, 5)]


def test_where_a_second_signature_stands_a_story_without_a_head_began() -> None:
    told = "近日,台州开展防汛演练,三百名抢险队员乘冲锋舟转移群众,检验应急预案。"
    layout = cut("书屋里书香浓", "", f"本报讯 记者周小苏报道 {OTHER}", "", OTHER[4:], "", told, "", "(王海)")
    assert [piece.lines for piece in layout.pieces] == [(1, 3, 5), (7, 9)]


def test_paragraphs_that_end_are_not_joined() -> None:
    assert len(only(cut("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER)).blocks) == 2


def test_a_picture_is_a_piece_with_caption_and_credit() -> None:
    layout = cut("台州举办竞赛", "", f"本报讯 {TEXT}", "", "", "", "与健康同行", "", OTHER, "", "记者羊荣江 摄")
    assert roles(layout.pieces[1]) == ["caption", "credit"] and layout.pieces[1].title == "与健康同行"


def test_the_head_of_a_picture_may_stand_below_it() -> None:
    layout = cut(OTHER, "", "□窦皓 摄", "", "书屋里图书满足需求", "", f"本报讯 {TEXT}")
    assert [piece.title for piece in layout.pieces] in (["书屋里图书满足需求", ""], ["", "书屋里图书满足需求"])


def test_masthead_adverts_and_jump_lines_are_furniture() -> None:
    layout = cut(
        "2021年12月8日",
        "星期三",
        "",
        "浙江工人日报",
        "",
        "台州举办竞赛",
        "",
        TEXT,
        "",
        "招商热线 028-86112233",
        "",
        "下转第2版",
    )
    assert [one.role for one in layout.furniture] == ["masthead", "masthead", "advert", "page_furniture"]


def test_a_name_of_a_column_belongs_to_no_piece() -> None:
    layout = cut("简 讯", "", "台州举办竞赛", "", f"{TEXT}(张长利)", "", "书屋里书香浓", "", f"{OTHER}(刘玉光)")
    assert [one.text for one in layout.furniture] == ["简 讯"] and len(layout.pieces) == 2


def test_a_precis_is_not_joined_to_its_label() -> None:
    piece = only(cut("战疫带头人", "", "阅读提示", "", OTHER, "", f"本报讯 {TEXT}"))
    assert roles(piece) == ["precis", "precis", "byline+body"]


def test_what_is_said_twice_is_read_once_and_accounted_for() -> None:
    layout = cut("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER, "", OTHER)
    assert [(one.line, one.of, one.whole) for one in layout.repeats] == [(7, 5, True)]
    assert sum(OTHER in block.text for block in only(layout).blocks) == 1


def test_a_paragraph_whose_halves_stand_elsewhere_is_one_repeat() -> None:
    layout = cut(f"本报讯 记者潘仙德报道 {TEXT}", "", OTHER, "", "书屋里书香浓", "", TEXT[:-1] + OTHER)
    assert [(one.line, one.whole) for one in layout.repeats] == [(7, True)]


def test_a_text_that_ends_in_mid_sentence_is_to_be_reviewed() -> None:
    assert only(cut("台州举办竞赛", "", f"本报讯 {TEXT}", "", OTHER[:-9])).review == ("文末中断",)


def test_every_join_and_label_has_its_reasons() -> None:
    layout = cut("台州举办竞赛", "", f"本报讯 {TEXT}", "", TEXT[:-10] + "参加了本次竞", "", "赛活动,气氛热烈。")
    about = {claim.about for claim in layout.claims}
    assert {"L1", "L3", "L5", "L7", "L5+L7"} <= about and all(claim.quote for claim in layout.claims)


TALE = "居民们在树荫下练习太极拳，动作舒展，神态安详，引得路人驻足观看，成为盛夏小区里的一道风景。"
MATCH = "近日，市总工会举办职工竞赛活动，来自全市的六十名职工组成十二支代表队参加比赛，现场气氛热烈。"
PICTURE = ("书屋里书香浓", "", f"本报讯 {OTHER}", "", "", "", "", TALE, "", "记者羊荣江 摄", "", "", "")


def test_a_head_inside_another_story_goes_to_the_picture_it_names() -> None:
    rest = "裁判长介绍，比赛设焊工、电工、钳工三个工种，优胜者将获得五一劳动奖章，并直接晋升技师。"
    page = ("台州举办竞赛", "", f"本报讯 {MATCH}", "", "", "", "居民练习太极拳", "", rest)
    lines = {piece.title: piece.lines for piece in cut(*PICTURE, *page).pieces}
    assert lines["居民练习太极拳"] == (8, 10, 20) and lines["台州举办竞赛"] == (14, 16, 22)


def test_a_head_that_its_own_text_takes_up_stays_with_it() -> None:
    own = "本报讯 居民练习太极拳已有十年，带头人王海每天清晨到广场教大家动作，分文不取。"
    lines = {piece.title: piece.lines for piece in cut(*PICTURE, "居民练习太极拳", "", own).pieces}
    assert lines["居民练习太极拳"] == (14, 16) and lines[""] == (8, 10)


def test_a_text_that_goes_on_on_another_page_ends_there() -> None:
    layout = cut("台州举办竞赛", "", f"本报讯 {TEXT[:-10]}参加了本次竞", "", "（下转第3版）", "", f"赛活动,{OTHER}")
    assert [piece.lines for piece in layout.pieces] == [(1, 3), (7,)]
    assert [turn.folios for turn in layout.pieces[0].turns] == [("3",)] and layout.pieces[0].review == ()


def test_what_comes_from_another_page_continues_nothing_here() -> None:
    broken = f"本报讯 {TEXT[:-10]}参加了本次竞"
    layout = cut(
        "台州举办竞赛", "", broken, "", "书屋里书香浓", "", f"本报讯 {OTHER}", "", "（上接第1版）", "", f"赛活动,{TEXT}"
    )
    assert [piece.lines for piece in layout.pieces] == [(1, 3), (5, 7), (11,)]
    assert [turn.onward for turn in layout.pieces[2].turns] == [False]


def test_a_text_that_goes_on_on_another_page_is_continued_by_nothing_here() -> None:
    first, rest = f"本报讯 {OTHER}为此打造了“小哥学（下转第3版）", "院”,补上他们的教育短板,组织职业技能培训与考证。"
    layout = cut(
        "书屋里书香浓", "", first, "", "台州举办竞赛", "", f"本报讯 {TEXT}", "", rest, "", TEXT[:20] + "很好。"
    )
    assert layout.pieces[0].lines == (1, 3)


@pytest.mark.parametrize(("onward", "back"), [("（下转第3版）", []), ("", ["（上接第1版）", ""])])
def test_a_piece_beside_a_jump_is_no_part_of_the_story_above(onward: str, back: list[str]) -> None:
    told = "图书漂流活动，把三千册图书送进一百家企业的车间班组，职工书屋管理员登记借阅，图书漂流箱每周更换一次"
    more = "图书漂流活动启动以后，车间班组的职工书屋天天满座，漂流箱里的三千册图书借阅了两遍，管理员登记借阅职工。"
    drill = "台州开展防汛演练，三百名抢险队员乘冲锋舟转移群众，检验应急预案，渔船全部回港避风。"
    head = ["", "", "", "车间书屋天天满座 三千册图书漂流忙", "", more, "", more[:30] + "。", "", ""]
    above = ["图书漂流进车间", "", f"本报讯 记者潘仙德报道 近日，市总工会启动{told}。{onward}", *back[::-1]]
    below = [
        "职工技能大赛落幕",
        "",
        f"本报讯 记者王海报道 {MATCH}",
        "",
        "沿海乡镇防汛",
        "",
        f"本报讯 记者羊荣江报道 {drill}",
    ]
    parts = [piece.lines for piece in cut(*above, *head, *below).pieces]
    assert len(parts) == 4 and parts[0] == (1, 3)


def test_what_comes_from_another_page_goes_to_no_story_here() -> None:
    """The paragraph shares more words with the story of the books than with those below it."""
    told = "本报讯 市总工会启动图书漂流活动，把三千册图书送进车间班组，职工书屋管理员登记借阅，图书漂流箱每周更换一次。"
    more = "图书漂流活动启动以后，车间班组的职工书屋天天满座，漂流箱里的三千册图书借阅了两遍，管理员登记借阅职工。"
    layout = cut(
        *("图书漂流进车间", "", told, "", "职工技能大赛落幕", "", f"本报讯 记者王海报道 {MATCH}", ""),
        *("（上接第1版）", "", more, "", TALE, "", TALE[10:40] + "，小区居民天天练习太极拳。"),
    )
    assert [piece.lines for piece in layout.pieces] == [(1, 3), (5, 7), (11, 13, 15)]


def test_a_price_list_keeps_its_lines_and_their_order() -> None:
    rows = ["(单位:元/公斤)", "青菜 3.20", "萝卜 2.50", "鲫鱼 18.00", "五花肉 26.80"]
    layout = cut("今日菜价", "", *rows, "", "台州举办竞赛", "", f"本报讯 记者潘仙德报道 {TEXT}")
    prices = layout.pieces[0]
    assert prices.title == "今日菜价" and [(one.role, one.text) for one in prices.blocks] == [
        ("table", "\n".join(rows))
    ]


def test_whom_to_call_ends_a_notice() -> None:
    notice = (
        "本厂因生产需要,诚聘车工五名、钳工三名,要求初中以上文化,有两年以上工作经验,待遇面议。联系电话:0571-88851111"
    )
    assert only(cut("招聘启事", "", notice)).review == ()
