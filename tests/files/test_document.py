"""A file cut into chunks and put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.files.document import BODY, cut
from jianbao.problems import Fault

FILE = """---
# 编目员注
title: 甲

authors:
- {name: 乙}
# 查过
- {name: 丙}
date: 2021 # 据日历
---

正文
---
尾
"""


def test_comments_between_keys_are_chunks_of_their_own() -> None:
    assert [chunk.key for chunk in cut(FILE).chunks] == ["", "title", "", "authors", "date"]


def test_a_comment_inside_a_list_belongs_to_the_list() -> None:
    assert cut(FILE).get("authors") == "authors:\n- {name: 乙}\n# 查过\n- {name: 丙}\n"


def test_a_file_comes_back_byte_for_byte() -> None:
    assert cut(FILE).text() == FILE
    assert cut(FILE.replace("\n", "\r\n")).text() == FILE.replace("\n", "\r\n")


def test_the_body_may_hold_a_line_of_hyphens() -> None:
    assert cut(FILE).get(BODY) == "\n正文\n---\n尾\n"


@pytest.mark.parametrize("text", ["", "正文", "---\ntitle: 甲\n", "-- -\ntitle: 甲\n---\n"])
def test_no_front_matter_is_a_fault_on_line_one(text: str) -> None:
    with pytest.raises(Fault) as caught:
        cut(text)
    assert caught.value.line == 1


@given(st.lists(st.sampled_from(["title: 甲", "# 注", "", "  - x", "tags: [a]", "'q': 1", "- y"])), st.text("甲\n-#"))
def test_any_front_matter_comes_back(lines: list[str], body: str) -> None:
    text = "\n".join(["---", *lines, "---", body])
    assert cut(text).text() == text


def test_an_indented_comment_belongs_to_the_value_it_stands_in() -> None:
    value = "authors:\n  - {name: 乙}\n  # 查过\n"
    assert cut(f"---\n{value}---\n").get("authors") == value


def test_a_byte_order_mark_before_the_first_fence_is_no_fault() -> None:
    assert cut("\ufeff---\ntitle: 甲\n---\n").get("title") == "title: 甲\n"
