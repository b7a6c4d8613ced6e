"""Where a word of a list may stand in a text."""

import random

from jianbao.chinese.starts import Starts

WORDS = ["工会", "工会法", "总工会", "会员", "𠮷林"]


def test_no_word_of_a_text_is_missed() -> None:
    table = Starts.of(WORDS)
    for seed in range(200):
        text = "".join(random.Random(seed).choices("总工会法员𠮷林", k=9))
        wanted = [(at, word) for at in range(9) for word in WORDS if text.startswith(word, at)]
        found = [(at, word) for at in table.places(text) for word in table.words(text, at) if word in WORDS]
        assert sorted(found) == sorted(wanted), text


def test_the_longest_word_comes_first_and_none_runs_over_the_end() -> None:
    table = Starts.of(WORDS)
    assert list(table.words("工会法", 0)) == ["工会法", "工会"]
    assert list(table.words("总工会", 1)) == ["工会"]
    assert table.places("工") == table.places("") == []
