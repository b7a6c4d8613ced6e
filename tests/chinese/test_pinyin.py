"""Addresses, initials and order by pinyin."""

import re
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin.constants import PHRASES_DICT

from jianbao.chinese import pinyin
from jianbao.chinese.pinyin import listed, slug


@settings(deadline=None)  # the first call imports pypinyin
@given(st.text())
def test_a_slug_is_an_address_and_never_empty(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@settings(deadline=None)  # the first call imports pypinyin
@given(st.text())
def test_an_initial_is_a_capital_or_a_hash(text: str) -> None:
    assert re.fullmatch(r"[A-Z#]", listed(text)[0])


def test_slugs_of_one_sound_differ_only_where_sounds_do() -> None:
    assert slug("工会") == slug("公会") == "gong-hui"
    assert slug("ＡＰＰ２") == "app2"


def test_cities_of_several_readings() -> None:
    assert [slug(name) for name in ("重庆", "长沙", "厦门")] == ["chong-qing", "chang-sha", "xia-men"]


def test_order_is_by_sound_then_by_character() -> None:
    assert sorted(["职工书屋", "安全生产", "集体协商"], key=listed) == ["安全生产", "集体协商", "职工书屋"]
    assert listed("工会")[1] != listed("公会")[1]


def test_a_surname_is_read_as_one_only_in_a_name() -> None:
    names = ["曾晨路", "仇煜歆", "单士兵", "解丽", "查文晔", "区健妍", "朴明", "尉遲恭", "王芳"]
    assert [listed(name, person=True)[0] for name in names] == list("ZQSXZOPYW")
    assert listed("单位")[0] == "D" and listed("曾经")[0] == "C"
    assert sorted(["单士兵", "石凯", "邵克"], key=lambda name: listed(name, person=True)) == [
        "单士兵",
        "邵克",
        "石凯",
    ]


def test_what_was_learned_needs_no_reading() -> None:
    program = """
import sys
from jianbao.chinese import pinyin
signs = pinyin.Signs({"王": "wang", "长": "chang", "江": "jiang"}, frozenset({"长江"}))
pinyin.learn(pinyin.Sounds({"职工": "zhi\\tgong"}, signs))
print(pinyin.slug("职工"), pinyin.listed("职工")[0], pinyin.slug("王江"), "pypinyin" in sys.modules)
print(pinyin.slug("王长江"), pinyin.slug("王海"), "pypinyin" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["zhi-gong", "Z", "wang-jiang", "False", "wang-chang-jiang", "wang-hai", "True"]


SIGNS = pinyin._of_pypinyin()
SOME = st.one_of(st.sampled_from(sorted(PHRASES_DICT)), st.sampled_from("王曾长行重乐的了张明海"))


def test_signs_and_odd_phrases_say_what_pypinyin_says() -> None:
    for text in (*SIGNS.readings, *PHRASES_DICT):
        assert SIGNS.of(text) in (None, pinyin._by_pypinyin(text)), text
    assert len(SIGNS.odd) < len(PHRASES_DICT) / 10
    assert SIGNS.of("长江") is None and SIGNS.of("校长") == ("xiao", "zhang")


@settings(deadline=None)
@given(st.lists(SOME, max_size=4))
def test_phrases_beside_each_other_say_what_pypinyin_says(parts: list[str]) -> None:
    """Of phrases that overlap pypinyin takes the first and longest."""
    text = "".join(parts)
    assert SIGNS.of(text) in (None, pinyin._by_pypinyin(text))


@settings(deadline=None)
@given(st.text())
def test_what_was_learned_says_what_was_read(text: str) -> None:
    """Names of any signs: an archive that was read already has the addresses and the order of one that is read anew."""
    first = slug(text), listed(text), listed(text, person=True)
    pinyin.learn(pinyin.sounds())
    assert (slug(text), listed(text), listed(text, person=True)) == first


def test_many_names_are_read_in_another_process() -> None:
    program = """
import sys
from jianbao.chinese import pinyin
names = [chr(0x4E00 + number) + "明" for number in range(500)]
long, beside = "城乡居民基本养老保险", "职工书屋"
pinyin.read_ahead([*names, long, "", "a\\tb"], [beside])
print(pinyin.slug(names[0]), pinyin.listed(long)[0], pinyin.listed(beside)[0], "pypinyin" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["yi-ming", "C", "Z", "False"]
