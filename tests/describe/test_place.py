"""Where a piece plays."""

from collections.abc import Callable

from jianbao.authority import shipped
from jianbao.describe.place import regions
from jianbao.model import Piece

Make = Callable[..., Piece]


def test_the_head_outweighs_the_text(piece: Make) -> None:
    made = piece(("body", "会上,临海市、路桥区、三门县的工会干部先后发言。"), title="台州工会干部学习五中全会精神")
    assert regions(made, shipped(), "浙江省").regions[0] == "浙江省/台州市"


def test_the_head_helps_to_understand_the_text(piece: Make) -> None:
    made = piece(("body", "西湖区的职工说好。"), title="南昌职工有了书屋")
    assert regions(made, shipped(), "浙江省").regions == ("江西省/南昌市", "江西省/南昌市/西湖区")


def test_a_piece_without_places_plays_at_home(piece: Make) -> None:
    made = piece(("body", "最近,天气转凉。"))
    assert regions(made, shipped(), "陕西省").regions == ("陕西省",)
    assert regions(made, shipped()).regions == ()


def test_a_dateline_is_no_place_of_the_story(piece: Make) -> None:
    made = piece(("byline+body", "新华社北京１月２２日电 辽宁省庄河市涌动着阵阵热潮。"))
    assert regions(made, shipped()).regions == ("辽宁省/大连市/庄河市",)


def test_traditional_characters_are_read(piece: Make) -> None:
    assert regions(piece(("body", "華軍三度襲開封。")), shipped()).regions == ("河南省/开封市",)


def test_claims_say_which_name_led_where(piece: Make) -> None:
    claims = regions(piece(("body", "襄樊市青年李晓航爱好收藏。")), shipped(), "", 1998).claims
    assert [(claim.value, claim.quote) for claim in claims] == [("湖北省/襄阳市", "襄樊市")]
