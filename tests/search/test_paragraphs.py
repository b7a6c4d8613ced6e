"""A body read plainly and the same body rendered have the same paragraphs under the same numbers."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jianbao.files import article
from jianbao.search import paragraphs

ROOT = Path(__file__).parents[2]
BITS = [
    "甲",
    "乙丙",
    "\n\n",
    "\n",
    "## 题",
    "# ",
    "{: .caption}",
    "\\*",
    "\\",
    "*",
    "_",
    "1. ",
    "1\\. ",
    "- ",
    "\\- ",
    "&lt;",
    "&",
]
BITS += [
    "<b>",
    "> ",
    " ",
    "    ",
    "`",
    "===",
    "---",
    "\n{: .gap}",
    "：",
    "#",
    "\t",
    "&#45;",
    "  \n",
    "[a](b)",
    "~~",
    '"',
    "+",
    "|",
    "\u2028",
]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=9).map("".join))
@example("甲\n\n- 乙\n- 丙\n\n丁")
def test_plain_and_rendered_agree(text: str) -> None:
    assert paragraphs.paragraphs(text) == paragraphs._rendered(text)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content" / "articles").rglob("[0-9]*.md")), ids=lambda path: path.stem[:12]
)
def test_every_shipped_article_is_read_plainly(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = article.read(path.read_text("utf-8"), path.name)[0].body
    rendered = paragraphs._rendered(body)
    monkeypatch.setattr(paragraphs, "_rendered", None)
    assert paragraphs.paragraphs(body) == rendered
