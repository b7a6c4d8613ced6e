import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.render import body

N = 20_000
HOSTILE = [
    "[",
    "![",
    "[a](b",
    "[a](<b",
    "<a ",
    "</",
    "<!--",
    "<![CDATA[",
    "<div>\n",
    "1. ",
    "1. a\n\n",
    "- ",
    "- a\n",
    "> ",
    ">",
    "> a\n\n",
    "*",
    "*a ",
    "*a* ",
    "**a",
    "***a* ",
    "_",
    "*_",
    "`",
    "`a ",
    "\\",
    "&",
    "&amp;",
    "&#42;",
    "#",
    "# ",
    "# a\n",
    "{: ",
    "{: .caption}\n",
    "a\n===\n",
    "---\n",
    "a\n\n",
    "    a\n\n",
    "  \n",
    "[x]: y\n\n",
    "\u0002wzxhzdk:0\u0003",
]
ALLOWED = {"p", "h2", "h3", "h4", "h5", "h6", "em", "strong", "ul", "ol", "li", "blockquote", "hr", "br", "code"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_text_is_slow(text):
    body.render("warm")
    start = time.process_time()
    body.render(text * N)
    assert time.process_time() - start < 1.0  # 0.3 s at most where it was written; twice that on a busy machine


@pytest.mark.parametrize(
    "text",
    [
        "> - > - > - a\n\n" * 2900,
        "".join("  " * depth + "- a\n" for depth in range(280)),
        "# a" + " " * N + "x",
        "a" + " " * N + "{:\n---",
        "> " * 900 + "a",
        "工" * 1_700_000,
    ],
)
def test_no_nesting_or_length_is_slow(text):
    start = time.process_time()
    body.render(text)
    assert time.process_time() - start < 1.0


@given(st.text(alphabet="<>a!-/ ='\"[]()&;#*_`\\\n{}:.1 \t报", max_size=200))
def test_only_plain_elements_and_attributes_come_out(text):
    for element in BeautifulSoup(body.render(text), "html.parser").find_all(True):
        assert element.name in ALLOWED
        assert set(element.attrs) <= {"id", "class"} and set(element.get("class", [])) <= body.CLASSES


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](http://evil/x.png)",
        "<http://evil>",
        "[x][y]",
        "<b>甲</b>",
        "a <!-- b --> c",
    ],
)
def test_html_and_links_come_out_as_text(text):
    found = BeautifulSoup(body.render(text), "html.parser")
    assert found.get_text().strip() == text and [element.name for element in found.find_all(True)] == ["p"]


@pytest.mark.parametrize(
    "mark", ["{: .caption onclick=alert(1)}", "{: #p9}", "{: style=x}", "{: .evil}", "{: title='x'}", "{:}"]
)
def test_other_attribute_lists_stay_text(mark):
    assert mark in BeautifulSoup(body.render(f"甲\n{mark}"), "html.parser").get_text()


@pytest.mark.parametrize("name", sorted(body.CLASSES))
def test_marked_paragraphs_get_their_class(name):
    assert f'class="{name}"' in body.render(f"**甲**乙\n{{: .{name}}}")


def test_paragraphs_are_numbered_through():
    found = BeautifulSoup(body.render("甲\n\n## 题\n\n乙\n\n> 丙\n\n丁"), "html.parser")
    assert [p["id"] for p in found.find_all("p")] == ["p1", "p2", "p3", "p4"]


def test_numbering_starts_anew_with_each_body():
    assert body.render("甲") == body.render("甲") == '<p id="p1">甲</p>'


def test_a_heavy_paragraph_is_text_and_the_others_are_not():
    html = body.render("*a " * 200 + "\n\n**乙**")
    assert "*a *a" in html and "<strong>乙</strong>" in html


def test_a_body_has_no_first_rank_heading():
    assert body.render("# 题").startswith("<h2")


def test_an_indented_line_is_no_program():
    assert body.render("甲\n\n    乙**丙**").count("<p") == 2


def test_control_characters_do_not_reach_the_page():
    assert body.render("甲\x00\x1b[31m乙\r\n丙\x7f") == '<p id="p1">甲[31m乙\n丙</p>'


def test_plain_way_escapes_too():
    assert "<b>" not in body.render("<b>&\n\n" * 2500)


_WORDS = ["甲", "乙丙", "a", "1", "1.", "12. ", "## ", "### ", "##", "#", "(", "“", ":", "!"]
_BLANKS = ["\n", "\n\n", " ", "  ", "\n\n\n", "\t", "\u3000", "\xa0", "\x02", "\x85", "\u2028", "\r"]
_OTHERS = ["-", "+", "=", "===", "> ", "*", "_", "`", "\\", "&", "&amp;", "<b>", "[x]", "{: .caption}"]
_PIECES = st.sampled_from([*_WORDS, *_BLANKS, *_OTHERS])


@settings(max_examples=3000)
@given(st.lists(_PIECES, max_size=12).map("".join))
def test_plain_text_is_made_directly_as_markdown_makes_it(text):
    assert body.blocks(text) == body.marked(text)


def test_an_article_as_newspapers_print_it_needs_no_markdown(monkeypatch):
    monkeypatch.delattr(body, "marked")
    text = "本报讯 (记者曾晨路) “小哥”1.5万人-2021。\n\n## 课堂\n\n3月,四时课堂;1+1=2。\n"
    assert [block[:3] for block in body.blocks(text)] == ["<p ", "<h2", "<p "]
