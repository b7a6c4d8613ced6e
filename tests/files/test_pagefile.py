"""page.md, in both directions."""

import pytest

from jianbao.files.pagefile import document, read
from jianbao.model import Furniture, PageFacts, Repeat

FACTS = PageFacts(
    "p.txt",
    encoding="utf-8",
    newspaper="工人日报",
    newspaper_basis="masthead",
    date="2022-06-13",
    date_basis="masthead",
    folio="3",
    furniture=(Furniture("advert", (3, 4), "招商"),),
    repeats=(Repeat(7, 5, "甲", True), Repeat(9, 9, "乙", False)),
)


def test_what_is_written_reads_the_same() -> None:
    assert read(document(FACTS, [3, 4, 5, 7, 9]).text(), "page.md") == (FACTS, [])


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("date: 近日", "近日"),
        ("papier: 甲", "papier"),
        ("furniture: [{role: advert, lines: 9-3}]", "9-3"),
        ("repeats: [{line: 甲, of: '3'}]", "甲"),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_left_out(line: str, what: str) -> None:
    facts, (problem,) = read(f"---\npage: p.txt\n{line}\n---\n", "articles/p/page.md")
    assert (problem.where, problem.line, what in problem.what) == ("articles/p/page.md", 3, True)
    assert facts == PageFacts("p.txt")
