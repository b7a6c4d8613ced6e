import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.chinese.heads import phrases


@given(st.text(alphabet='职工会的了总新“”‘’()、,。 —54a"', max_size=30))
def test_nothing_is_left_out(text):
    assert "".join(phrases(text)) == text


@pytest.mark.parametrize("word", ["思想动态", "信息员", "54名"])
def test_a_word_is_not_broken(word):
    parts = phrases("湖州市首批54名职工思想动态特邀信息员上岗")
    assert any(word in part for part in parts) and len(parts) > 5


def test_punctuation_stays_with_its_words():
    parts = phrases("“外卖小哥”多了两重身份,《职工之家》(三)开张")
    assert not any(part[0] in "”,》)" or part[-1] in "“《(" for part in parts)


def test_a_lone_character_waits_for_its_word():
    assert "为困难职工" in phrases("镇江为困难职工构筑四道“堤坝”")
