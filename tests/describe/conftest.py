"""Small pages and pieces made of lines."""

from collections.abc import Callable

import pytest

from jianbao.authority import shipped
from jianbao.describe import Context
from jianbao.model import Block, Layout, Line, Page, Piece
from jianbao.settings import Newspaper, Settings

PAPERS = (Newspaper("浙江工人日报", "浙江省"), Newspaper("工人日报"))


@pytest.fixture
def context() -> Context:
    return Context(Settings(newspapers=PAPERS), shipped())


@pytest.fixture
def page() -> Callable[..., Page]:
    def make(*texts: str, path: str = "a.txt") -> Page:
        lines = tuple(Line(no, text) for no, text in enumerate(texts, 1) if text)
        return Page("a", path, "utf-8", lines, "\n".join(texts))

    return make


@pytest.fixture
def piece() -> Callable[..., Piece]:
    """A piece: roles and texts of its blocks, one line each from line 3 on."""

    def make(*blocks: tuple[str, str], title: str = "", kicker: str = "", column: str = "") -> Piece:
        made = tuple(Block(role, text, (no,)) for no, (role, text) in enumerate(blocks, 3))
        return Piece(tuple(range(3, 3 + len(made))), made, title, kicker, column=column)

    return make


@pytest.fixture
def bare() -> Layout:
    return Layout(())
