"""What a name can mean, before a text decides."""

import pytest

from jianbao.chinese.gazetteer import Former, Gazetteer, History, stem

ROWS = {
    "330000": ("浙江省", ""),
    "330100": ("杭州市", "330000"),
    "330109": ("萧山区", "330100"),
    "331100": ("丽水市", "330000"),
    "331127": ("景宁畲族自治县", "331100"),
}
TOWNS = {"瓜沥镇": ("330109",), "农场": ("330109",)}
HISTORY = History(
    (
        Former("下城区", "浙江省/杭州市", 1952, 2021, "浙江省/杭州市"),
        Former("台州地区", "浙江省", 1978, 1994, "浙江省"),
    ),
    {"330109": 2001},
)
TABLE = Gazetteer.of(ROWS, TOWNS, {"杭城": "浙江省/杭州市"}, HISTORY)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("萧山区", ["full"]),
        ("萧山", ["short"]),
        ("萧山市", ["old"]),
        ("景宁县", ["full"]),
        ("景宁", ["short"]),
        ("瓜沥镇", ["town"]),
        ("农场", []),
        ("杭城", ["alias"]),
        ("下城区", ["former"]),
        ("台州专区", ["former"]),
        ("火星", []),
    ],
)
def test_kinds_of_names(name: str, kinds: list[str]) -> None:
    assert [reading.kind for reading in TABLE.meanings(name)] == kinds


def test_every_name_is_found_by_its_start() -> None:
    for name in ("萧山区", "瓜沥镇", "景宁畲族自治县"):
        assert name in TABLE.starts.at(name, 0)


def test_what_lies_in_what() -> None:
    assert TABLE.lies_in("330109", "330000")
    assert not TABLE.lies_in("330000", "330109")
    assert TABLE.line("330109") == ("330000", "330100", "330109")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("隆林各族自治县", "隆林"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("浦东新区", "浦东"),
        ("单县", "单县"),
        ("内蒙古自治区", "内蒙古"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert stem(name) == short
