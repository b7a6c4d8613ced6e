"""Which piece of one page goes on as which piece of another."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jianbao.model import Block, Piece, Turn
from jianbao.segment.across import Side, join, links, open_turns
from jianbao.segment.assign import assign

WATER = "各级工会开出送水车，每天为环卫工人送去绿豆汤，目前全市已有三百多个驿站"
WATER_ON = "加入进来，绿豆汤、凉茶随到随喝，送水车将一直开到九月底。"
STEEL = "焊工李大海在郑州一家机械厂里干活，从没想过自己能当上首席技师。"
STEEL_ON = "李大海所在的机械厂建立了技能等级工资制度，首席技师的待遇与经理持平。"


def piece(text: str, *turns: Turn, title: str = "") -> Piece:
    return Piece((1,), (Block("body", text, (1,)),), title=title, turns=turns)


def to(*folios: str, sure: bool = True) -> Turn:
    return Turn(True, folios, 1, sure=sure)


def come(*folios: str, sure: bool = True) -> Turn:
    return Turn(False, folios, 1, sure=sure)


def found(*sides: Side) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(link.before, link.after) for link in links(sides)]


def side(folio: str, *pieces: Piece) -> Side:
    return Side(folio, "", "", pieces)


def test_the_words_tell_which_of_two_halves_is_whose() -> None:
    first = side("1", piece(WATER, to("3")), piece(STEEL, to("3")))
    assert found(first, side("3", piece(STEEL_ON, come("1")), piece(WATER_ON, come("1")))) == [
        ((0, 0), (1, 1)),
        ((0, 1), (1, 0)),
    ]


def test_two_jump_lines_that_agree_are_enough() -> None:
    first, second = side("1", piece("甲事已毕。", to("3"))), side("3", piece("乙案开庭。", come("1")))
    assert found(first, second) == [((0, 0), (1, 0))]


def test_jump_lines_that_name_other_pages_are_none() -> None:
    assert found(side("1", piece(WATER, to("2"))), side("3", piece(WATER_ON, come("4")))) == []


def test_pages_of_other_papers_or_days_or_of_no_folio_are_no_issue() -> None:
    first, second = side("1", piece(WATER, to("3"))), side("3", piece(WATER_ON, come("1")))
    assert found(replace(first, newspaper="甲报"), replace(second, newspaper="乙报")) == []
    assert found(replace(first, date="2022-06-13"), replace(second, date="2022-06-14")) == []
    assert found(replace(first, folio=""), second) == []
    assert found(replace(first, newspaper="甲报"), second) != []


def test_one_jump_line_alone_needs_words_or_heads() -> None:
    second = side("3", piece("乙案开庭。", title="别的事"), piece(WATER_ON, title="送水车"))
    assert found(side("1", piece(WATER, to("3"), title="高温送水车")), second) == [((0, 0), (1, 1))]
    assert found(side("1", piece("甲事已毕。", to("3"), title="高温")), second) == []


def test_a_doubtful_jump_counts_by_the_order_of_the_pages() -> None:
    doubtful = piece(WATER, to("8", sure=False), come("8", sure=False))
    assert [turn.onward for turn in open_turns(doubtful, "5")] == [True]
    assert [turn.onward for turn in open_turns(doubtful, "10")] == [False]
    assert open_turns(doubtful, "") == []


def test_what_breaks_off_is_made_whole_before_its_signature() -> None:
    before = replace(piece(WATER), blocks=(*piece(WATER).blocks, Block("credit", "张三 摄", (3,))))
    whole = join(before, piece(WATER_ON), "3")
    assert [block.text for block in whole.blocks] == [WATER + WATER_ON, "张三 摄"]


def test_a_head_is_told_again_only_where_it_says_something_new() -> None:
    before = piece(STEEL, title="产业工人腰杆更硬了")
    again, new = (join(before, piece(STEEL_ON, title=head), "3") for head in ("产业工人腰杆硬了", "工资跟着技能走"))
    assert [block.role for block in again.blocks] == ["body", "body"]
    assert new.blocks[1] == Block("crosshead", "工资跟着技能走", ())


def test_doubts_about_the_rest_name_its_page() -> None:
    rest = replace(piece(WATER_ON), review=("文末中断",))
    assert join(piece(WATER), rest, "3").review == ("第3版续文：文末中断",)


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 50), max_size=12))
def test_no_pair_of_an_assignment_can_be_bettered(weights: dict[tuple[int, int], int]) -> None:
    chosen = assign(weights)
    assert len(set(chosen.values())) == len(chosen)

    def best(firsts: frozenset[int], seconds: frozenset[int]) -> int:
        if not firsts:
            return 0
        first = min(firsts)
        rest = firsts - {first}
        pairs = ((weights[first, second], second) for second in seconds if (first, second) in weights)
        return max([best(rest, seconds), *(weight + best(rest, seconds - {second}) for weight, second in pairs)])

    assert sum(weights[pair] for pair in chosen.items()) == best(frozenset(range(4)), frozenset(range(4)))


def test_what_opens_with_names_goes_on_no_paragraph() -> None:
    after = Piece((1,), (Block("byline+body", WATER_ON, (1,)),))
    assert [block.text for block in join(piece(WATER), after, "3").blocks] == [WATER, WATER_ON]


def test_a_crosshead_that_is_kept_stands_though_it_says_the_headline() -> None:
    after = Piece((1, 3), (Block("crosshead", "送水车", (1,)), Block("body", WATER_ON, (3,))))
    before = piece(WATER, title="送水车")
    assert [block.role for block in join(before, after, "3").blocks] == ["body"]
    assert [block.role for block in join(before, after, "3", {1}).blocks] == ["body", "crosshead", "body"]
