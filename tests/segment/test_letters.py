"""Pages whose writers sign without a word that says so: letters to the editor, comments, essays."""

from jianbao.authority import shipped
from jianbao.describe.describe import Context, describe
from jianbao.read import read_plain
from jianbao.segment import segment
from jianbao.settings import Settings

TOILET = "我是一名环卫工人,每天凌晨四点上班。我负责的路段有一座新建的公共厕所,建成半年多了一直铁将军把门,十分不便。"
BUS = "我们厂在城郊,工人上中班要到夜里十二点才下班,可是末班公交车九点半就没有了,许多女工只好结伴步行一个多小时回家。"
STREET = "老街在城南,青石板路,两边是木板门的铺子。小时候常跟祖母去那里打酱油,酱园的伙计认得我,总要多添半勺给我们。"
WELDER = "高凤林是航天科技集团的一名焊工,三十五年来他只做一件事,为火箭焊接发动机。经他的手焊过的从来没有出过问题。"


def signed(*lines: str) -> list[tuple[str, list[str]]]:
    page = read_plain("p", "p.txt", "\n\n".join(lines).encode())
    articles = describe(page, segment(page), Context(Settings(), shipped()))[1]
    return [(article.title, [author.name for author in article.authors]) for article in articles]


def test_letters_signed_at_their_end() -> None:
    letters = ["公厕为何不开门", TOILET, "杭州市环卫工人 陈桂英", "夜班公交何时通", BUS, "绍兴 王建国"]
    assert signed(*letters) == [("公厕为何不开门", ["陈桂英"]), ("夜班公交何时通", ["王建国"])]


def test_letters_signed_under_their_head_and_in_the_last_line() -> None:
    page = ["老街", "口黄正华", STREET, "夜班公交何时通", BUS + "　　宁波 胡建新"]
    assert signed(*page) == [("老街", ["黄正华"]), ("夜班公交何时通", ["胡建新"])]


def test_whom_a_text_tells_of_does_not_sign_it() -> None:
    assert signed("大国工匠 高凤林", WELDER, "宁波 高凤林", WELDER)[0] == ("大国工匠 高凤林", [])
    assert not any(names for _, names in signed("火箭的焊工", "绍兴 高凤林", WELDER))
