"""Word lists of this stage, read from jianbao/data once."""

import re
from functools import cache
from importlib import resources

_DATED = re.compile(r"(?:[0-9０-９]{4}年|[0-9０-９]{1,2}月[0-9０-９]{1,2}日)")


@cache
def standing_heads() -> frozenset[str]:
    """Returns the usual names of columns: 简讯, 图片新闻 …"""
    return frozenset(_words("standing_heads.txt"))


@cache
def sentence_openers() -> tuple[str, ...]:
    """Returns the words with which a paragraph of news begins."""
    return _words("sentence_openers.txt")


def opens_as_text(start: str) -> str:
    """Returns the word or date with which a text begins a paragraph of news, '' if it does not.

    >>> opens_as_text('据悉,该区总工会'), opens_as_text('6月9日,游客'), opens_as_text('与健康同行')
    ('据悉', '6月9日', '')
    """
    dated = _DATED.match(start)
    return dated.group() if dated else next((word for word in sentence_openers() if start.startswith(word)), "")


def _words(name: str) -> tuple[str, ...]:
    lines = resources.files("jianbao.data").joinpath(name).read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
