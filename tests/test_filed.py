"""The lines of a page are counted again when anything they are counted from changed, and no page is opened for it
otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao import pipeline
from jianbao.files import shelf
from jianbao.known import Known
from jianbao.pipeline import Place
from jianbao.stock import Stock, read_stock

Find = Callable[[str], Path]


@pytest.fixture
def clipped(place: Place) -> Place:
    pipeline.clip(place)
    stock(place)
    return place


def stock(place: Place) -> Stock:
    return read_stock(place.content, shelf.listing(place.content), pipeline.silent, Known(place.content, "1"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def told(stock: Stock) -> list[str]:
    return [problem.where for problem in stock.problems]


def test_what_was_counted_is_not_read_again(clipped: Place, monkeypatch) -> None:
    before = read_stock(clipped.content, shelf.listing(clipped.content), pipeline.silent)
    monkeypatch.setattr(shelf, "page_bytes", None)
    monkeypatch.setattr(shelf, "article_text", None)
    after = stock(clipped)
    assert (after.lines, after.problems, after.pages) == (before.lines, before.problems, before.pages)
    assert after.lines.total > 0


def test_the_text_of_a_page_comes_when_it_is_asked_for(clipped: Place) -> None:
    (page,) = (one for one in stock(clipped).pages if one.facts.page == "p1.txt")
    printed = (clipped.content / "pages/p1.txt").read_text("utf-8").split("\n")
    assert [line.text for line in page.lines] == [line for line in printed if line.strip()]


def test_another_text_is_counted_anew(clipped: Place) -> None:
    before = stock(clipped)
    shown = [len(one.lines) for one in before.pages]
    page = clipped.content / "pages/p1.txt"
    page.write_text(f"{page.read_text('utf-8')}\n\n谁也没有看见这一行字。\n", "utf-8")
    after = stock(clipped)
    assert told(after) == ["pages/p1.txt"] and after.lines.total == before.lines.total + 1
    assert [one.text for one in after.pages] != [one.text for one in before.pages]
    assert [len(one.lines) for one in after.pages] == [count + 1 for count in shown]


def test_an_article_that_lost_its_words_is_counted_anew(clipped: Place, file_of: Find) -> None:
    path = file_of("宁波")
    head, body = path.read_text("utf-8").rsplit("---\n", 1)
    path.write_text(f"{head}---\n", "utf-8")
    assert body.strip() and "pages/p1.txt" in told(stock(clipped))


def test_an_article_elsewhere_that_claims_a_line_is_counted_anew(clipped: Place, file_of: Find) -> None:
    text = file_of("宁波").read_text("utf-8")
    (clipped.content / "articles/copy").mkdir()
    (clipped.content / "articles/copy/one.md").write_text(text.replace("id: ", "id: x-", 1), "utf-8")
    assert "The line is claimed twice." in {problem.what for problem in stock(clipped).problems}


def test_a_page_that_is_gone_is_told_each_time_and_comes_back(clipped: Place) -> None:
    before = stock(clipped)
    page = clipped.content / "pages/p1.txt"
    page.rename(page.with_suffix(".away"))
    for _ in range(2):
        gone = stock(clipped)
        assert [one.text == "" for one in gone.pages if one.facts.page == "p1.txt"] == [True]
        assert any("which is not in content/pages" in problem.what for problem in gone.problems)
    page.with_suffix(".away").rename(page)
    assert stock(clipped).pages == before.pages
