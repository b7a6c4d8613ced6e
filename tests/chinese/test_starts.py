"""Which words of a list stand in a text."""

import random

from jianbao.chinese.starts import Starts

WORDS = ["工会", "工会法", "总工会", "会员", "𠮷林"]


def test_no_word_of_a_text_is_missed_and_none_made_up() -> None:
    table = Starts.of(WORDS)
    for seed in range(200):
        text = "".join(random.Random(seed).choices("总工会法员𠮷林", k=9))
        wanted = {at: sorted((word for word in WORDS if text.startswith(word, at)), key=len)[::-1] for at in range(9)}
        assert dict(table.standing(text)) == {at: words for at, words in wanted.items() if words}, text


def test_a_short_text_holds_nothing() -> None:
    table = Starts.of(WORDS)
    assert table.standing("工") == table.standing("") == []
    assert table.at("总工会", 1) == ["工会"]
