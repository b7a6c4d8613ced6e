"""How far down the page a standing head reaches."""

import pytest

from jianbao.read import read_plain
from jianbao.segment import segment

FACTORY = "城北一家老厂的车间里机器轰鸣,工人们赶制出口订单,厂长说今年产值有望翻番。(张长利)"
BRIDGE = "跨江大桥昨晚亮灯试运行,两岸市民纷纷前往观看,江面上的游船也停了下来。(刘玉光)"
LIBRARY = "书屋里阳光洒满书架,采购的三千余册图书满足了借阅和学习需求,读者周小苏感觉充实多了。(李建民)"
DATED = "本报讯 记者潘仙德报道 近日,市总工会举办职工竞赛活动,来自全市的六十名职工组成十二支代表队参加。"
LONG = "".join(
    f"第{no}组渔民在{no}号码头卸下第{no}船海货,{no}辆冷藏车等在路边,司机{no}号说要赶夜路。" for no in range(12)
)
TITLES = ("老厂焕发新生机", "江边灯火照归船", "书屋里书香正浓", "渔港码头夜不眠")


def columns(head: str, *texts: str) -> list[str]:
    lines = [line for title, text in zip(TITLES, texts, strict=False) for line in (title, text)]
    layout = segment(read_plain("p", "p.txt", "\n\n".join((head, *lines)).encode()))
    return [piece.column for piece in layout.pieces]


@pytest.mark.parametrize(
    ("head", "texts", "wanted"),
    [
        ("简讯", [FACTORY, BRIDGE], ["简讯", "简讯"]),
        ("简讯", [FACTORY, LONG, LIBRARY], ["简讯", "", ""]),
        ("读者来信", [FACTORY, BRIDGE, DATED, LIBRARY], ["读者来信", "读者来信", "", ""]),
        ("国内新闻", [FACTORY, LONG, DATED], ["国内新闻"] * 3),
        ("短评", [FACTORY, BRIDGE], ["短评", ""]),
    ],
)
def test_a_usual_column_reaches_as_far_as_its_pieces_can_be_such(
    head: str, texts: list[str], wanted: list[str]
) -> None:
    assert columns(head, *texts) == wanted


def test_a_slogan_names_the_next_pieces_that_take_up_its_words() -> None:
    slogan = "全力推进\n新就业形态劳动者\n工会工作"
    rider = "快递站里来了新就业形态劳动者三十人,领到了清凉礼包,大家都说夏天好过多了。(王一平)"
    assert columns(slogan, FACTORY, rider, BRIDGE) == ["全力推进新就业形态劳动者工会工作"] * 2 + [""]
