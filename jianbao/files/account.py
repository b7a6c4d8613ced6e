"""Nothing is lost: every non-blank line of a page is in one article, in the furniture, or a repeat.

Counted from the files that stand in content/, people's corrections included, not from what the program meant."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.chinese.text import bigrams
from jianbao.model import Article, Page, PageFacts
from jianbao.problems import Problem

_TELLING = 12  # pairs of characters that a line must have before its words are looked for


@dataclass(frozen=True, slots=True)
class Lines:
    """Non-blank lines of pages, by where they went."""

    total: int = 0
    article: int = 0
    furniture: int = 0
    repeat: int = 0

    def __add__(self, other: "Lines") -> "Lines":
        return Lines(
            self.total + other.total,
            self.article + other.article,
            self.furniture + other.furniture,
            self.repeat + other.repeat,
        )


def account(page: Page, facts: PageFacts, articles: Sequence[Article], where: str) -> tuple[Lines, list[Problem]]:
    """Returns where the lines of a page went, and a Problem for those that went nowhere or to two places."""
    holders: dict[int, list[str]] = {line.no: [] for line in page.lines}
    for kind, lines in _claims(page, facts, articles):
        for no in lines:
            if no in holders:
                holders[no].append(kind)
    counted = Counter(held[0] for held in holders.values() if held)
    lost = [no for no, held in holders.items() if not held]
    twice = [no for no, held in holders.items() if len(held) > 1]
    problems = []
    for no in lost:
        remedy = "Add it to the source of an article, or to the furniture in page.md."
        what = "The line is in no article and not in the furniture."
        problems.append(Problem(f"pages/{page.path}", no, what, remedy))
    for no in twice:
        remedy = f"Take it out of one source, or out of {where}/page.md."
        problems.append(Problem(f"pages/{page.path}", no, "The line is claimed twice.", remedy))
    problems += _without_words(page, facts, articles)
    return Lines(len(holders), counted["article"], counted["furniture"], counted["repeat"]), problems


def _without_words(page: Page, facts: PageFacts, articles: Sequence[Article]) -> list[Problem]:
    """Returns a Problem for each line of some length whose words do not stand in the article that claims it."""
    said_twice = {one.line for one in facts.repeats}
    printed = {line.no: line.text for line in page.lines if line.no not in said_twice}
    problems = []
    for article in articles:
        heads = (article.kicker, article.title, article.subtitle, article.column, article.byline)
        held = bigrams(" ".join([*heads, article.body]))
        for no in (no for no in article.source.on(page.path) if no in printed):
            own = bigrams(printed[no])
            if len(own) >= _TELLING and 2 * len(own & held) < len(own):
                what = f"Its words are not in the article that names it, {article.id}."
                remedy = "Put them into its text, or take the line out of its source."
                problems.append(Problem(f"pages/{page.path}", no, what, remedy))
    return problems


def _claims(page: Page, facts: PageFacts, articles: Sequence[Article]) -> list[tuple[str, Sequence[int]]]:
    return [
        *(("article", article.source.on(page.path)) for article in articles),
        *(("furniture", one.lines) for one in facts.furniture),
        *(("repeat", (one.line,)) for one in facts.repeats if one.whole),
    ]
