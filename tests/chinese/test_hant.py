"""Traditional characters for finding names."""

from hypothesis import given
from hypothesis import strategies as st

from jianbao.chinese.hant import simplified
from jianbao.chinese.lists import words


@given(st.text())
def test_offsets_hold(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_every_pair_is_two_different_characters() -> None:
    assert [pair for pair in words("hant.txt") if len(pair) != 2 or pair[0] == pair[1]] == []


def test_simplified_text_stays() -> None:
    assert simplified("浙江省杭州市后面的干部") == "浙江省杭州市后面的干部"
    assert simplified("粵華軍克復開封") == "粤华军克复开封"
