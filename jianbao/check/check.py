"""The cataloguer's list: all that a person should look at, beyond what a build reports.

Each file here asks one sort of question: how pages were cut (`cutting`), when they appeared (`dates`), who wrote
(`people`), where and about what (`terms`); dead links of the built site come last."""

from collections.abc import Sequence

from jianbao.check import cutting, dates, people, terms
from jianbao.clip import Looked
from jianbao.files import shelf
from jianbao.linkcheck import dead_links
from jianbao.pipeline import Place, silent
from jianbao.problems import Problem
from jianbao.stock import read_stock


def check(place: Place, pages: Sequence[Looked]) -> list[Problem]:
    """Returns everything that should be looked at, by file. pages: with what is doubtful about each."""
    stock = read_stock(place.content, shelf.listing(place.content), silent)
    authority = place.authority[0]
    found = [*place.settings[1], *place.authority[1], *stock.problems]
    found += [cutting.doubtful(page, doubt) for page in pages for doubt, _ in page.doubts]
    told = {(page.ids[at], doubt.note) for page in pages for doubt, at in page.doubts}
    for article in stock.articles:
        found += cutting.noted(article, told)
        found += cutting.supplied(article)
        found += people.doubtful_names(article, authority)
        found += terms.unknown(article, authority)
    for page in stock.pages:
        found += dates.weak_date(page)
    found += people.near_spellings(stock.articles, authority)
    found += people.papers(stock.articles, stock.pages)
    found += terms.proposed_words(stock.articles, authority)
    found += dates.missing_days(stock.articles)
    if place.site.is_dir():
        found += dead_links(place.site)
    return sorted(set(found))
