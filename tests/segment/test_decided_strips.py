"""Decisions on pages that keep the printed lines of their columns: they name lines inside strips."""

from itertools import pairwise

from jianbao.model import Decisions, Layout, Line, Page
from jianbao.segment import segment
from jianbao.segment.strips import Strip, cut_before, strips

COLUMN = tuple(
    Line(no, text) for no, text in enumerate([f"近日,市总工会举办职工竞赛活动{at},参加的代" for at in range(30)], 1)
)


def block_lines(layout: Layout) -> list[tuple[int, ...]]:
    return [block.lines for piece in layout.pieces for block in piece.blocks]


def test_a_strip_is_cut_where_a_person_named_a_line_inside_it() -> None:
    (tight,) = strips(COLUMN)
    whole = Strip(tight.lines, tight.text, 3)
    first, second = cut_before([whole], {11})
    assert [line.no for line in second.lines] == list(range(11, 31)) and first.text + second.text == whole.text
    assert (first.gap, second.gap) == (3, 0)


def test_a_boundary_a_role_and_a_join_hold_inside_a_strip() -> None:
    sheet = Page("p", "p.txt", "utf-8", COLUMN)
    layout = segment(sheet, Decisions((tuple(range(1, 11)),), {12: "crosshead"}, ((20, 21),), ((24, 25),)))
    assert tuple(range(1, 11)) in [piece.lines for piece in layout.pieces]
    blocks = [(block.role, block.lines) for piece in layout.pieces for block in piece.blocks]
    assert ("crosshead", (12,)) in blocks
    assert any({20, 21} <= {*lines} for _, lines in blocks)
    assert not any({24, 25} <= {*lines} for _, lines in blocks)


def test_lines_inside_strips_are_joined_without_those_between() -> None:
    layout = segment(Page("p", "p.txt", "utf-8", COLUMN), Decisions(joins=((20, 23),)))
    assert any((20, 23) in pairwise(lines) for lines in block_lines(layout))


def test_the_order_of_a_person_holds_inside_a_strip() -> None:
    order = (*range(11, 21), *range(1, 11))
    layout = segment(Page("p", "p.txt", "utf-8", COLUMN), Decisions((order,)))
    (piece,) = [one for one in layout.pieces if one.decided]
    assert [no for block in piece.blocks for no in block.lines] == [*order]


def test_joins_that_a_strip_would_lead_round_cut_it() -> None:
    lines = block_lines(segment(Page("p", "p.txt", "utf-8", COLUMN), Decisions(joins=((3, 1), (1, 2)))))
    assert any(one[:3] == (3, 1, 2) for one in lines)
    lines = block_lines(segment(Page("p", "p.txt", "utf-8", COLUMN), Decisions(joins=((3, 10), (11, 2)))))
    assert any((3, 10) in pairwise(one) for one in lines) and any((11, 2) in pairwise(one) for one in lines)
