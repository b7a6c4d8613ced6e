import unicodedata

import pytest

from jianbao.chinese.fold import SOFT, folded, pairs
from jianbao.chinese.hant import simplified


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("ＡＢＣ１２", "abc12"),
        ("é", "e"),
        ("e\u0301", "e"),
        ("ﬁ", "fi"),
        ("㈱", " 株 "),
        ("が", "か"),
        ("한", "한"),
        ("\u200b\ufeff", ""),
        ("，。·-", "    "),
        ("“” \n　", SOFT * 5),
        ("臺灣總工會羣眾", "台湾总工会群众"),
        ("豈", "岂"),  # a compatibility form, U+F900
        ("𠮷", "𠮷"),
    ],
)
def test_folds(given: str, plain: str) -> None:
    assert folded(given) == plain


def test_folding_twice_changes_nothing() -> None:
    text = "".join(map(chr, [*range(0x20, 0x3000), *range(0x3400, 0xA000), *range(0xF900, 0xFFF0)]))
    once = folded(text).replace(SOFT, " ")
    assert folded(once).replace(SOFT, " ") == once


def test_nothing_that_stands_for_others_is_replaced_itself() -> None:
    assert not set(pairs()) & set(pairs().values())
    assert all(unicodedata.category(char) == "Lo" for pair in pairs().items() for char in pair)


def test_our_own_list_of_traditional_characters_agrees() -> None:
    from jianbao.chinese.lists import words

    assert all(folded(pair[0]) == folded(pair[1]) for pair in words("hant.txt"))
    assert folded(simplified("廣東")) == folded("廣東")
