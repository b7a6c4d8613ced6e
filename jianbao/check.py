"""The cataloguer's list: all that a person should look at, beyond what a build reports.

Front matter, places and subjects that the authority data does not know, gaps in the run of a newspaper, dead links of
the built site, and every article that the program was unsure of."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from jianbao import edtf
from jianbao.authority import Authority
from jianbao.linkcheck import dead_links
from jianbao.model import Article
from jianbao.pipeline import Place, silent
from jianbao.problems import Problem
from jianbao.stock import read_stock

_LONGEST_GAP = 60  # days; further apart the pages are single finds, and no run has a gap


def check(place: Place) -> list[Problem]:
    """Returns everything that should be looked at, by file."""
    stock = read_stock(place.content, silent)
    authority = place.authority[0]
    found = [*place.settings[1], *place.authority[1], *stock.problems]
    for article in stock.articles:
        found += _unknown(article, authority)
        found += [Problem(article.id, 0, f"To review: {doubt}.", _look(article)) for doubt in article.review]
    found += _gaps(stock.articles)
    if place.site.is_dir():
        found += dead_links(place.site)
    return sorted(set(found))


def _look(article: Article) -> str:
    where = f" in {article.source.page}" if article.source.page else ""
    return f"Compare it with the page{where}, then take the note out of `review`."


def _unknown(article: Article, authority: Authority) -> Iterator[Problem]:
    for path in article.regions:
        if authority.division(path) is None:
            remedy = "Write its full modern path, or add it to content/authority/places.yaml."
            yield Problem(article.id, 0, f'The region "{path}" is not known.', remedy)
    for tag in article.tags:
        if authority.subject(tag) is None:
            remedy = "Use a term of the list, or add this one to content/authority/subjects.yaml."
            yield Problem(article.id, 0, f'The subject "{tag}" is not in the list.', remedy)


def _gaps(articles: tuple[Article, ...]) -> Iterator[Problem]:
    held: dict[str, set[date]] = {}
    for article in articles:
        when = edtf.parse(article.date)
        if article.newspaper and when.day and when.certain:
            held.setdefault(article.newspaper, set()).add(date.fromisoformat(when.first))
    for paper, days in sorted(held.items()):
        run = sorted(days)
        for before, after in pairwise(run):
            if 1 < (after - before).days <= _LONGEST_GAP:
                first, last = before + timedelta(1), after - timedelta(1)
                what = f"No page from {first} to {last}."
                yield Problem(paper, 0, what, "Add the pages, if the paper appeared on these days.")
