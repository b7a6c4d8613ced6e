"""Every line has one place, counted from what stands in the files."""

from jianbao.files.account import Lines, account
from jianbao.model import Article, Furniture, Line, Page, PageFacts, Repeat, Source

PAGE = Page("p", "p.txt", "utf-8", tuple(Line(no, "甲") for no in (1, 3, 5, 7)))


def article(*lines: int) -> Article:
    return Article("p-1", "题", source=Source("p.txt", lines))


def test_lines_are_counted_by_where_they_went() -> None:
    facts = PageFacts("p.txt", furniture=(Furniture("advert", (5,), "甲"),), repeats=(Repeat(7, 3, "甲", True),))
    assert account(PAGE, facts, [article(1, 2, 3)], "articles/p") == (Lines(4, 2, 1, 1), [])


def test_a_repeat_of_part_of_a_line_takes_no_line() -> None:
    facts = PageFacts("p.txt", repeats=(Repeat(7, 3, "甲", False),))
    lines, problems = account(PAGE, facts, [article(1, 3, 5)], "articles/p")
    assert (lines.repeat, [problem.line for problem in problems]) == (0, [7])


def test_a_line_of_two_articles_is_counted_once_and_told() -> None:
    lines, problems = account(PAGE, PageFacts("p.txt"), [article(1, 3, 5, 7), article(3)], "articles/p")
    assert (lines.article, [(problem.line, problem.where) for problem in problems]) == (4, [(3, "pages/p.txt")])
