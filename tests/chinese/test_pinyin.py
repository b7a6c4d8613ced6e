"""Addresses, initials and order by pinyin."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jianbao.chinese.pinyin import initial, slug, sort_key


@given(st.text())
def test_a_slug_is_an_address_and_never_empty(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@given(st.text())
def test_an_initial_is_a_capital_or_a_hash(text: str) -> None:
    assert re.fullmatch(r"[A-Z#]", initial(text))


def test_slugs_of_one_sound_differ_only_where_sounds_do() -> None:
    assert slug("工会") == slug("公会") == "gong-hui"
    assert slug("ＡＰＰ２") == "app2"


def test_cities_of_several_readings() -> None:
    assert [slug(name) for name in ("重庆", "长沙", "厦门")] == ["chong-qing", "chang-sha", "xia-men"]


def test_order_is_by_sound_then_by_character() -> None:
    assert sorted(["职工书屋", "安全生产", "集体协商"], key=sort_key) == ["安全生产", "集体协商", "职工书屋"]
    assert sort_key("工会") != sort_key("公会")
