"""Newspaper pages, and what comes after what: by newspaper, date, folio and page id."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from jianbao.archive.stand import stand
from jianbao.model import Line, Page, PageFacts, Scan

Key = tuple[object, ...]
_FIGURES = re.compile("[0-9]+")
_MOST = 18  # figures of a number that are looked at


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


def natural(text: str) -> str:
    """Returns a key that sorts figures by their value, and before all else.

    >>> sorted(['A10', '12', '2', 'A2'], key=natural)
    ['2', '12', 'A2', 'A10']
    """
    return _FIGURES.sub(_padded, text)


def _padded(figures: re.Match[str]) -> str:
    return "\0" + figures[0][:_MOST].zfill(_MOST)


_folio = lru_cache(1 << 14)(natural)


def page_key(page: FiledPage) -> Key:
    """Returns what pages are sorted by."""
    facts = page.facts
    return (facts.newspaper, stand(facts.date).first, _folio(facts.folio), page.id)
