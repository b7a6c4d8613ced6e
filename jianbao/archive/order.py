"""What comes after what: pages by newspaper, date, folio and page id; pieces by their first line.

Takes articles and pages, gives sorting keys and neighbours. Articles typed by hand have no page: they stand before the
pages of their newspaper's day, by id."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jianbao.archive.stand import stand
from jianbao.model import Article, Line, Page, PageFacts, Scan

Key = tuple[object, ...]


def _no_page() -> None:
    """Gives nothing."""


@dataclass(frozen=True, slots=True)
class FiledPage:
    """One newspaper page of the archive. text: mark of its text, '' when that is no longer there; scan: its picture;
    read: gives its lines."""

    facts: PageFacts
    id: str
    text: str = ""
    scan: Scan | None = None
    read: Callable[[], Page | None] = field(default=_no_page, compare=False, repr=False)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Returns the lines of the page, read anew; none when its text is no longer there."""
        page = self.read()
        return page.lines if page else ()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The ids of the pieces before and after one, '' at either end of its newspaper."""

    previous: str = ""
    next: str = ""


@lru_cache(1 << 14)  # folios
def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Returns a key that sorts figures by their value.

    >>> sorted(['A10', '12', '2', 'A2'], key=natural)
    ['2', '12', 'A2', 'A10']
    """
    found = re.findall(r"([0-9]+)|([^0-9]+)", text)
    return tuple((int(figures[:18]), "") if figures else (1 << 62, other) for figures, other in found)


def page_key(page: FiledPage) -> Key:
    """Returns what pages are sorted by."""
    facts = page.facts
    return (facts.newspaper, stand(facts.date).first, natural(facts.folio), page.id)


def reading_key(article: Article, pages: Mapping[str, FiledPage]) -> Key:
    """Returns what articles are sorted by as one reads: page after page, down the page. pages: by page path."""
    page = pages.get(article.source.page)
    line = min(article.source.lines, default=0)
    if page:
        return (*page_key(page), line, natural(article.id))
    return (article.newspaper, stand(article.date).first, natural(article.folio), "", line, natural(article.id))


def neighbours(articles: Sequence[Article], papers: Sequence[str]) -> dict[str, Neighbours]:
    """Returns the neighbours of each article; articles stand in reading order, papers names the newspaper of each."""
    found: dict[str, Neighbours] = {}
    for at, article in enumerate(articles):
        before = articles[at - 1].id if at and papers[at - 1] == papers[at] else ""
        after = articles[at + 1].id if at + 1 < len(articles) and papers[at + 1] == papers[at] else ""
        found[article.id] = Neighbours(before, after)
    return found
