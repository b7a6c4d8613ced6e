"""Stories told apart by what they are about: parts put back, strays brought home, fragments joined from afar."""

from pathlib import Path

from jianbao.model import Layout, Piece
from jianbao.read import read_plain
from jianbao.segment import segment

FLOOD = [
    "近日,台州市举行防汛演练,三百名抢险队员乘冲锋舟转移群众,检验应急预案,堤坝上的水位计实时传回数据。",
    "演练模拟强台风登陆,堤坝出现管涌,抢险队员用沙袋围堰,冲锋舟在内河往返转移群众,水位计报警后预案升级。",
    "台州市防汛办负责人介绍,堤坝巡查今后每日两次,抢险队员须熟记预案,冲锋舟按村配备,确保群众转移及时。",
    "管涌处置是演练的重点,抢险队员先导渗再压重,堤坝恢复安全后,水位计数据归档,预案随之修订。",
]
BOOKS = [
    "宁波一家水表厂的职工书屋新近开放,三千余册图书上架,读者周小苏借走两本食谱,书架旁摆着绿植和沙发。",
    "书屋里的图书由职工点单采购,借阅靠扫码,水表厂每月办一次读书会,读者围着书架交换书单,气氛温馨。",
    "水表厂工会还把书屋延伸到车间,流动书架每周换书,读者不出车间就能借阅图书,读书会的书单贴在墙上。",
]
DANCE = [
    "绍兴的广场上秧歌队敲起锣鼓,六十位老人穿着绸衫扭起来,领队陈桂英说这支秧歌队已经扭了二十个年头。",
    "锣鼓点子一变,秧歌队换成四路纵队,绸衫在风里飘,领队陈桂英站在最前面,围观的孩子跟着学步。",
]


def cut(*lines: str) -> Layout:
    return segment(read_plain("p", "p.txt", "\n\n".join(lines).encode()))


def named(layout: Layout, title: str) -> Piece:
    return next(piece for piece in layout.pieces if piece.title == title)


def signed(text: str, name: str) -> str:
    return f"本报讯 记者{name}报道 {text}"


def test_an_unsigned_part_about_the_same_goes_back_to_its_story() -> None:
    layout = cut(
        *("台州举行防汛演练", signed(FLOOD[0], "王海生"), FLOOD[1], "沙袋围住管涌", FLOOD[2], FLOOD[3]),
        *("水表厂里书香浓", signed(BOOKS[0], "张浩呈"), BOOKS[1]),
    )
    assert [piece.title for piece in layout.pieces] == ["台州举行防汛演练", "水表厂里书香浓"]
    assert [block.role for block in layout.pieces[0].blocks].count("crosshead") == 1


def test_a_head_over_the_rest_of_another_story_goes_to_the_lead_below_that_has_none() -> None:
    """d04 L80 stands over the rest of L72, and over an advert below which its own text begins."""
    page = Path(__file__).parent.parent / "labels" / "pages" / "d04.txt"
    layout = segment(read_plain("p", "p.txt", page.read_bytes()))
    assert named(layout, "京郊百万农民乐起来").lines == (34, 80, 88)
    assert {82, 83} < set(named(layout, "朝阳区年画送到计生户").lines)


def test_a_paragraph_in_the_wrong_story_goes_home() -> None:
    layout = cut(
        *("台州举行防汛演练", signed(FLOOD[0], "王海生"), FLOOD[1], BOOKS[2], FLOOD[2]),
        *("水表厂里书香浓", signed(BOOKS[0], "张浩呈"), BOOKS[1]),
        *("老人扭起秧歌", signed(DANCE[0], "周金友"), DANCE[1]),
    )
    assert 7 in named(layout, "水表厂里书香浓").lines and 7 not in named(layout, "台州举行防汛演练").lines


def test_the_only_text_of_a_piece_stays_where_it_is() -> None:
    layout = cut(
        *("台州举行防汛演练", BOOKS[2], "水表厂里书香浓", signed(BOOKS[0], "张浩呈"), BOOKS[1]),
        *("老人扭起秧歌", signed(DANCE[0], "周金友"), DANCE[1]),
    )
    assert named(layout, "台州举行防汛演练").lines == (1, 3)


def test_a_fragment_is_joined_over_another_story_by_a_word_cut_in_two() -> None:
    first, rest = FLOOD[1].split("众")[0], "众" + FLOOD[1].split("众")[1]
    layout = cut(
        *("台州举行防汛演练", signed(FLOOD[0], "王海生"), first, FLOOD[2]),
        *("水表厂里书香浓", signed(BOOKS[0], "张浩呈"), rest, BOOKS[1]),
        *("老人扭起秧歌", signed(DANCE[0], "周金友"), DANCE[1]),
    )
    assert FLOOD[1] in [block.text for block in named(layout, "台州举行防汛演练").blocks]


def test_a_line_that_belongs_elsewhere_does_not_go_on_with_its_neighbour() -> None:
    layout = cut(
        *("台州举行防汛演练", signed(FLOOD[0], "王海生"), BOOKS[2][:-8], FLOOD[2], FLOOD[3]),
        *("水表厂里书香浓", signed(BOOKS[0], "张浩呈"), BOOKS[1]),
        *("老人扭起秧歌", signed(DANCE[0], "周金友"), DANCE[1]),
    )
    assert (5, 7) not in [block.lines for piece in layout.pieces for block in piece.blocks]


def test_of_two_copies_next_to_each_other_the_first_stays() -> None:
    layout = cut("台州举行防汛演练", signed(FLOOD[0], "王海生"), FLOOD[1], FLOOD[1], FLOOD[2])
    assert [(one.line, one.of) for one in layout.repeats] == [(7, 5)]


def test_a_stray_between_a_broken_line_and_its_rest_ends_no_story() -> None:
    at = FLOOD[1].index("众")
    broken, rest = FLOOD[1][:at], FLOOD[1][at:]
    layout = cut("台州举行防汛演练", signed(FLOOD[0], "王海生"), broken, BOOKS[2], rest, DANCE[0], DANCE[1])
    assert [piece.title for piece in layout.pieces] == ["台州举行防汛演练"]
    assert (5, 9) in [block.lines for block in layout.pieces[0].blocks]


def test_two_beginnings_that_both_break_off_are_no_paragraph() -> None:
    layout = cut(
        "台州举行防汛演练", signed(FLOOD[0], "王海生"), f"{FLOOD[1][:-1]},各村", f"{FLOOD[3][:-1]},确保", FLOOD[2]
    )
    assert (5, 7) not in [block.lines[:2] for piece in layout.pieces for block in piece.blocks]


def test_a_paragraph_that_begins_with_a_place_goes_on_from_nothing() -> None:
    """001 L11 breaks off; L13 is 莱阳市总每周三…"""
    (path,) = (Path(__file__).parent.parent.parent / "content" / "pages").glob("001*.txt")
    layout = segment(read_plain("p", "p.txt", path.read_bytes()))
    assert 13 in [block.lines[0] for piece in layout.pieces for block in piece.blocks]


def test_what_the_page_says_in_one_breath_elsewhere_is_one_paragraph() -> None:
    """004 L51 ends with a full stop, and L53 begins with 今年; L41 says both together, said twice by the OCR."""
    first, second = f"{FLOOD[1]}维权难度不小。", f"今年年初,员工找到了法律援助中心寻求帮助。{FLOOD[3]}"
    copy = f"{BOOKS[1]}维权难度不小。今年年初,员工找到了法律援助中心寻求帮助。"
    layout = cut("台州举行防汛演练", signed(FLOOD[0], "王海生"), copy, first, second, FLOOD[2])
    assert (7, 9) in [block.lines for piece in layout.pieces for block in piece.blocks]


def test_a_line_that_begins_with_the_last_words_above_goes_on_from_there() -> None:
    """000 L29 ends with 也是如此。 and L31 begins with 此。然而"""
    echoed = f"此。然而{FLOOD[2]}"
    layout = cut("台州举行防汛演练", signed(FLOOD[0], "王海生"), f"{FLOOD[1][:-1]},各村也是如此。", echoed, FLOOD[3])
    assert (5, 7) in [block.lines for piece in layout.pieces for block in piece.blocks]


def test_a_rest_under_a_head_whose_words_its_paragraph_takes_up_stays_there() -> None:
    """d02 L44 stands under 打造"荥经工匠", and its beginning, L91, in another story; 荥经工匠 is in both."""
    path = Path(__file__).parent.parent / "labels/pages/d02.txt"
    (piece,) = (one for one in segment(read_plain("p", "p.txt", path.read_bytes())).pieces if 44 in one.lines)
    assert 91 in piece.lines and "荥经工匠" in piece.title
