"""Text that looks like Markdown by accident reads as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.files.markdown import body, escape
from jianbao.model import Block
from jianbao.render.body import render

ODD = [
    "# 不是标题",
    "- 5 度",
    "1. 第一",
    "> 引",
    "*重*",
    "_x_",
    "`码`",
    "[链](x)",
    "![图](x)",
    "<b>甲</b>",
    "&lt;",
    "a\\b",
    "===",
    "+ 加",
    "{: .caption}",
    "~~~",
    "| 表 |",
    ": 释",
    "---",
    "***",
    "甲 &amp; 乙",
    "http://x.cn",
    "    缩进",
]


def shown(markdown: str) -> str:
    from bs4 import BeautifulSoup

    return BeautifulSoup(str(render(markdown)), "html.parser").get_text()


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_shown_as_it_is(text: str) -> None:
    assert shown(body([Block("body", text, (1,))])).strip() == text.strip()


@given(st.text(st.sampled_from("甲,。 #*_`[]()<>&;{}:!-+=~|\\\"'1.9x\n"), max_size=40))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    words = "".join(text.split())
    assert "".join(shown(body([Block("body", text, (1,))])).split()) == words


def test_roles_become_what_markdown_has_for_them() -> None:
    blocks = [
        Block("crosshead", "小标题", (1,)),
        Block("caption", "图为果农。", (3,)),
        Block("body", "文", (5,), gap=True),
    ]
    assert body(blocks) == "\n## 小标题\n\n图为果农。\n{: .caption}\n\n□□□\n{: .gap}\n\n文\n"


def test_only_signs_that_need_it_are_escaped() -> None:
    assert escape("学习+赋能(2023年度),3.5%!") == "学习+赋能(2023年度),3.5%!"


def test_a_table_keeps_its_lines() -> None:
    assert body([Block("table", "青菜 3.20\n- 萝卜 2.50", (3, 4))]) == "\n青菜 3.20\n\\- 萝卜 2.50\n{: .table}\n"
