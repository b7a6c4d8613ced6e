"""Addresses, initials and order by pinyin."""

import re
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.chinese.pinyin import initial, slug, sort_key


@settings(deadline=None)  # the first call imports pypinyin
@given(st.text())
def test_a_slug_is_an_address_and_never_empty(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@settings(deadline=None)  # the first call imports pypinyin
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


def test_a_surname_is_read_as_one_only_in_a_name() -> None:
    names = ["曾晨路", "仇煜歆", "单士兵", "解丽", "查文晔", "区健妍", "朴明", "尉遲恭", "王芳"]
    assert [initial(name, person=True) for name in names] == list("ZQSXZOPYW")
    assert initial("单位", person=False) == "D" and initial("曾经") == "C"
    assert sorted(["单士兵", "石凯", "邵克"], key=lambda name: sort_key(name, person=True)) == [
        "单士兵",
        "邵克",
        "石凯",
    ]


def test_what_was_learned_needs_no_reading() -> None:
    program = """
import sys
from jianbao.chinese import pinyin
pinyin.learn({"职工": ("zhi", "gong")})
print(pinyin.slug("职工"), pinyin.initial("职工"), "pypinyin" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["zhi-gong", "Z", "False"]
