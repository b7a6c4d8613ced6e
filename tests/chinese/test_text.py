"""Sentences: where they end, where they break off, what they share."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.chinese.text import (
    CLOSERS,
    STOPS,
    Rarity,
    begins_inside,
    bigrams,
    closes_unopened,
    commas,
    ends_closed,
    left_open,
    letters,
)


@pytest.mark.parametrize("text", ["受益职工3500余人。", "“我们等着!”", "精心部署……", "(以下简称金龙。)", "the end."])
def test_a_sentence_ends(text: str) -> None:
    assert ends_closed(text)


@pytest.mark.parametrize(
    "text", ["打造了“小哥学", "很快诊断出了病因:", "本次培", "“工会智库”精准对接职工需求", "第3.5"]
)
def test_a_line_breaks_off(text: str) -> None:
    assert not ends_closed(text)


def test_ascii_and_han_commas_count_and_figures_do_not() -> None:
    assert commas("职工,会员、骑手，共3,000人") == 3


def test_nested_quotes_are_matched() -> None:
    assert left_open("“我们按照‘六有标准’对工会") == "“"
    assert closes_unopened("单’,满足需求。”林说") == "’”"


def test_an_ascii_quote_left_open_is_seen() -> None:
    assert left_open('完善"需求菜') == '"'


def test_a_line_may_begin_inside_a_sentence() -> None:
    assert begins_inside(",补上") and not begins_inside("“小哥”")


def test_latin_words_count_whole() -> None:
    assert bigrams("APP上的ok") == {"app", "上的", "ok"}


def test_what_stands_everywhere_tells_nothing() -> None:
    rarity = Rarity([bigrams(one) for one in ("工会小哥", "工会书屋", "工会法律")])
    assert rarity.shared(frozenset({"书屋"}), {"工会", "会书", "书屋"}) == 1.0
    assert rarity.weight({"工会"}) < rarity.weight({"书屋"})


MARKS = st.text("职9a_²①。.？,，、；）)”\"' \u3000\n…", max_size=12)


@given(MARKS)
def test_an_end_is_a_stop_and_what_may_close_behind_it(text: str) -> None:
    pattern = rf"(?:[{STOPS}][{re.escape(CLOSERS)}]*|[.][\"')]*)\s*$"
    assert ends_closed(text) == bool(re.search(pattern, text))


@given(MARKS)
def test_commas_are_counted_where_no_figure_has_them(text: str) -> None:
    assert commas(text) == len(re.findall("[，,、；;]", re.sub(r"(?<=\d),(?=\d)", "", text)))


LINES = st.text(st.sampled_from("职工会Ａb9９，,“”·…— _Aé①㎡℃ﬁ한가\u0301\u3000〇豈"), max_size=20)


@given(LINES)
def test_what_is_quick_to_fold_is_folded_as_all(text: str) -> None:
    plain = unicodedata.normalize("NFKC", text).lower()
    assert letters(text) == re.sub(r"[\W_]+", "", plain)
    pairs = {one + two for one, two in itertools.pairwise(plain) if re.fullmatch("[㐀-鿿]{2}", one + two)}
    assert bigrams(text) == pairs | set(re.findall("[a-z0-9]{2,}", plain))


@given(st.text(max_size=20))
def test_letters_are_letters_and_digits_of_one_form(text: str) -> None:
    assert letters(text) == "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))
