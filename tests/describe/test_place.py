"""Where a piece plays."""

from collections.abc import Callable

from jianbao.authority import shipped
from jianbao.describe import place
from jianbao.describe.place import Placed, answered
from jianbao.describe.texts import read
from jianbao.model import Piece, PlaceName

Make = Callable[..., Piece]


def regions(made: Piece, home: str = "", year: int = 0) -> Placed:
    return place.regions(place.names(read(made), shipped()), shipped(), home, year)


def test_the_head_outweighs_the_text(piece: Make) -> None:
    made = piece(("body", "会上,临海市、路桥区、三门县的工会干部先后发言。"), title="台州工会干部学习五中全会精神")
    assert regions(made, "浙江省").regions[0] == "浙江省/台州市"


def test_the_head_helps_to_understand_the_text(piece: Make) -> None:
    made = piece(("body", "西湖区的职工说好。"), title="南昌职工有了书屋")
    assert regions(made, "浙江省").regions == ("江西省/南昌市", "江西省/南昌市/西湖区")


def test_a_piece_without_places_plays_at_home(piece: Make) -> None:
    made = piece(("body", "最近,天气转凉。"))
    assert regions(made, "陕西省").regions == ("陕西省",)
    assert regions(made).regions == ()


def test_a_dateline_is_no_place_of_the_story(piece: Make) -> None:
    made = piece(("byline+body", "新华社北京１月２２日电 辽宁省庄河市涌动着阵阵热潮。"))
    assert regions(made).regions == ("辽宁省/大连市/庄河市",)


def test_traditional_characters_are_read(piece: Make) -> None:
    assert regions(piece(("body", "華軍三度襲開封。"))).regions == ("河南省/开封市",)


def test_claims_say_which_name_led_where(piece: Make) -> None:
    claims = regions(piece(("body", "襄樊市青年李晓航爱好收藏。")), "", 1998).claims
    assert [(claim.value, claim.quote) for claim in claims] == [("湖北省/襄阳市", "襄樊市")]


def test_the_name_as_printed_stays_beside_the_modern_path(piece: Make) -> None:
    placed = regions(piece(("body", "江干区的职工说好。"), title="杭州职工有了书屋"), "浙江省", 1995)
    assert placed.names == (PlaceName("江干区", "浙江省/杭州市/上城区"),)


def test_a_name_of_today_is_not_said_twice(piece: Make) -> None:
    assert regions(piece(("body", "西湖区的职工说好。")), "浙江省", 1995).names == ()


def test_what_stays_open_is_noted_with_what_it_may_be(piece: Make) -> None:
    placed = regions(piece(("body", "市中区的职工说好。")), "山东省")
    assert placed.notes == ("地名“市中区”所指未定：山东省/济南市/市中区、山东省/枣庄市/市中区",)
    assert answered(placed.notes[0], ["山东省/枣庄市/市中区"])
    assert not answered(placed.notes[0], ["山东省/青岛市"])


def test_where_a_telegram_was_sent_from_counts_only_alone(piece: Make) -> None:
    assert regions(piece(("body", "（重慶廿二日電）關於上海法租界"))).regions[0] == "上海市"
    assert regions(piece(("body", "（重慶廿二日電）國府令。"))).regions[0] == "重庆市"


def test_a_company_of_the_district_is_no_company_called_after_it(piece: Make) -> None:
    text = "慰问了位于婺城区的金华中宇物流有限公司。婺城区总工会参加。"
    assert "浙江省/金华市/婺城区" in regions(piece(("body", text), title="金华送温暖"), "浙江省").regions
