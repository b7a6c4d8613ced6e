"""Which piece a jump belongs to."""

import pytest

from jianbao.model import Decisions, Line
from jianbao.segment.decided import Decided
from jianbao.segment.draft import Draft
from jianbao.segment.seen import View
from jianbao.segment.strips import Strip
from jianbao.segment.turns import turns

MATCH = "昨日，为期三天的技能大赛在温州落幕，三百名选手参加了焊工、电工、钳工三个工种的比赛。"
GOING = "伸到更多的工地和站点，目前全市已有三百多个驿站加入进来，绿豆汤随到随喝。"


@pytest.mark.parametrize(
    ("order", "decided", "comes"),
    [
        ((1, 5), False, True),  # a stray that came home above the text that comes from another page
        ((1, 5), True, False),
        ((5, 1), True, True),
        ((5,), True, True),
    ],
)
def test_an_article_of_a_persons_comes_from_another_page_only_where_it_begins(
    order: tuple[int, ...], decided: bool, comes: bool
) -> None:
    lines = {no: Line(no, text) for no, text in ((1, MATCH), (3, "（上接第1版）"), (5, GOING))}
    strips = [Strip((line,), line.text, 1) for line in lines.values()]
    view = View(strips, decided=Decided(Decisions((order,) if decided else ()), strips))
    draft = Draft((), tuple(view.by_no[no] for no in order), dict.fromkeys(order, "body"))
    assert [turn.folios for own in turns(view, [draft]).values() for turn in own] == [("1",)] * comes
