"""The view of the search page.

Takes the archive, gives what the template shows: the newspapers and kinds that can be chosen. What is found comes from
the files of jianbao/search, which the page's script reads."""

from dataclasses import dataclass

from jianbao.archive.archive import Archive
from jianbao.model import KINDS
from jianbao.render import days
from jianbao.render.frames import Frame, frame
from jianbao.said import say

_MOST = 300  # newspapers in a list that is chosen from


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. newspapers: those with most articles first; kinds: those there are;
    months: their names."""

    frame: Frame
    newspapers: tuple[str, ...]
    kinds: tuple[str, ...]
    months: tuple[str, ...]


def search_view(archive: Archive) -> SearchView:
    """Returns what the search page shows."""
    papers = sorted(archive.newspapers.terms.values(), key=lambda term: (-len(term.articles), term.key))
    return SearchView(
        frame=frame(archive, say("检索"), "search"),
        newspapers=tuple(term.name for term in papers[:_MOST]),
        kinds=tuple(kind for kind in KINDS if kind in archive.counted.kinds),
        months=tuple(days.month(number) for number in range(1, 13)),
    )
