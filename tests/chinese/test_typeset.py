"""Punctuation of the site: as a Chinese paper prints it, and nothing else touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jianbao.chinese.typeset import typeset, typeset_html
from jianbao.render.body import blocks

KEPT = [
    "共1,234人,",
    "Vol. 3, No. 2",
    "http://www.example.org/a?b",
    'He said "no".',
    "9:30",
    "A;B",
    "f(x)",
    "甲。乙！",
]


@pytest.mark.parametrize(
    ("came", "printed"),
    [
        ("小哥,补上教育短板;学历", "小哥，补上教育短板；学历"),
        ("占68.69%;有意愿48,占比", "占68.69%；有意愿48，占比"),
        ("他说: 好", "他说：好"),
        ('战"疫"突击队', "战“疫”突击队"),
        ('"学习+"赋能,成为"多面手"', "“学习+”赋能，成为“多面手”"),
        ('"甲"和"乙', '"甲"和"乙'),
        ('三"。甲"乙', '三"。甲"乙'),
        ("干部(含兼职)与(3)", "干部（含兼职）与（3）"),
        ("职工(IU)", "职工（IU）"),
        ("APP,在", "APP，在"),
        ("真的?!不", "真的？！不"),
        ("甲,,乙", "甲，，乙"),
    ],
)
def test_signs_beside_han_are_set_as_printed(came: str, printed: str) -> None:
    assert typeset(came) == printed


@pytest.mark.parametrize("text", KEPT[1:])
def test_other_text_is_kept(text: str) -> None:
    assert typeset(text) == text


def test_figures_keep_their_commas() -> None:
    assert typeset(KEPT[0]) == "共1,234人，"


def test_tags_and_entities_are_kept() -> None:
    block = '<p class="gap" id="p1">甲<em>"乙"</em>,丙&lt;丁&#39;戊(&amp;)</p>'
    assert typeset_html(block) == '<p class="gap" id="p1">甲<em>“乙”</em>，丙&lt;丁&#39;戊（&amp;）</p>'


def test_each_sign_is_judged_by_what_was_printed_before_it() -> None:
    """A sign that was just set does not make a Han context for one behind a tag."""
    assert typeset_html("好。?<b>,,</b> 甲,;乙") == "好。？<b>,,</b> 甲，；乙"


@given(some.text(alphabet='甲乙,;:?!()"“” a1<&*\n', max_size=60))
def test_words_and_tags_stay_whatever_the_punctuation(text: str) -> None:
    for block in blocks(text):
        done = typeset_html(block)
        assert re.findall(r"<[^>]*>", done) == re.findall(r"<[^>]*>", block)
        assert re.findall(r"&\w+;|\w+", done) == re.findall(r"&\w+;|\w+", block)
