"""Archive to the pages of the site, in each language of its interface.

`leaves` says which pages there are: address, template and what each is made from, in the order in which they must be
published (pieces before the lists that name them, the home page last). `sheets` gives each its mark and the way to make
it. Nothing is rendered here, and no file is opened but the program's own, for its mark."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache, partial
from itertools import groupby
from pathlib import Path

from jianbao import links
from jianbao.archive import marks
from jianbao.archive.archive import Archive
from jianbao.archive.terms import Term
from jianbao.model import Article, Fetch, as_it_is
from jianbao.publish.publish import Sheet
from jianbao.render import about, finding, front, moved, pages, paper, papers, pieces, searching, shelves, terms, yearly
from jianbao.render.editions import Edition, editions
from jianbao.render.leaf import Leaf, ready
from jianbao.render.theme import Theme

_STAGES = {"article.html": 0, "page.html": 0, "shelf.html": 1, "term.html": 1, "paper.html": 1}
_LAST = 2  # what names the lists


def sheets(archive: Archive, theme: Theme, fetch: Fetch = as_it_is) -> Iterable[Sheet]:
    """Yields a sheet for each asset and page. fetch: where the articles of the archive are without their bodies.
    Raises Stop when two pages claim one address."""
    register = links.Register()
    for name, content in theme.assets.items():
        register.claim(links.asset(name), name)
        yield Sheet(links.asset(name), hashlib.sha256(content).hexdigest()[:24], partial(bytes, content))
    issued = editions(archive.settings)
    base = marks.mark(repr(archive.settings), _program())
    press = Press(theme)
    bases = {name: [marks.mark(base, theme.mark(name, edition)) for edition in issued] for name in theme.templates}
    for leaf in leaves(archive, fetch):
        for edition, based in zip(issued, bases[leaf.template], strict=True):  # one view for all languages
            path = edition.path(leaf.path)
            register.claim(path, leaf.owner)
            own = marks.mark(based, leaf.path, leaf.made_from)
            stage = _STAGES.get(leaf.template, _LAST)
            yield Sheet(path, own, partial(press.page, leaf, edition), stage, together=leaf.together)


@cache
def _program() -> str:
    """The mark of the program's own files: a change in any of them may change any page."""
    here = Path(__file__).parent.parent
    files = sorted(path for folder in ("archive", "render", "chinese", ".") for path in (here / folder).glob("*.py"))
    return marks.mark([path.read_text("utf-8") for path in files])


class Press:
    """Makes pages; of those that follow each other in several languages the view is made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._leaf: Leaf | None = None
        self._view: object = None

    def page(self, leaf: Leaf, edition: Edition) -> bytes:
        """Returns the page in an edition."""
        if self._leaf is not leaf:
            self._leaf, self._view = leaf, leaf.view
        return self._theme.render(leaf.template, leaf.path, self._view, edition)


def leaves(archive: Archive, fetch: Fetch = as_it_is) -> Iterable[Leaf]:
    """Yields every page of the site, the home page last."""
    for article in archive.articles.values():
        make = partial(_article, archive, fetch, article)
        made_from = pieces.made_from(archive, article)
        yield Leaf(links.article(article.id), "article.html", made_from, make, article.id, archive.kin.block(article))
    yield from _pages(archive)
    yield from _shelves(archive)
    yield from _terms(archive)
    yield from _moved(archive)
    yield from _indexes(archive)


def _article(archive: Archive, fetch: Fetch, article: Article) -> object:
    return pieces.article_view(archive, fetch(article))


def _pages(archive: Archive) -> Iterable[Leaf]:
    for _, held in groupby(archive.pages.items(), lambda item: item[1].facts.newspaper):
        alike = [page for _, page in held]
        for before, page, after in zip((None, *alike), alike, (*alike[1:], None), strict=False):
            make = partial(pages.page_view, archive, page, (before, after))
            yield Leaf(links.page(page.id), "page.html", pages.made_from(archive, page, (before, after)), make, page.id)


def _shelves(archive: Archive) -> Iterable[Leaf]:
    by_level: dict[int, list[Term]] = {}
    for term in archive.dates.terms.values():
        level = 3 if term.address == links.UNDATED else term.key.count("-")
        by_level.setdefault(level, []).append(term)
    lacking: dict[str, list[str]] = {}
    for day in archive.lacking:
        lacking.setdefault(day[:4], []).append(day)
        lacking.setdefault(day[:7], []).append(day)
    for alike in by_level.values():
        for beside, term in zip(_beside(alike), alike, strict=True):
            yield from shelves.shelf_views(archive, term, beside, lacking.get(term.key, ()))


def _beside(terms: Sequence[Term]) -> Iterable[tuple[Term | None, Term | None]]:
    return zip((None, *terms[:-1]), (*terms[1:], None), strict=True)


def _terms(archive: Archive) -> Iterable[Leaf]:
    for facet in (archive.regions, archive.tags, archive.authors):
        for term in filter(lambda one: one.paged, facet.terms.values()):
            yield from terms.term_views(archive, facet, term)
    for one in paper.papers(archive):
        yield from papers.paper_views(archive, one)


def _moved(archive: Archive) -> Iterable[Leaf]:
    for address, view in moved.former_ids(archive):
        yield ready(address, "moved.html", view, address)
    for facet in (archive.tags, archive.newspapers, archive.authors):
        for address, view in moved.homonyms(archive, facet):
            yield ready(address, "moved.html", view, address)
    for address, view in moved.other_names(archive):
        yield ready(address, "moved.html", view, address)


def _indexes(archive: Archive) -> Iterable[Leaf]:
    yield from yearly.day_views(archive)
    if yearly.days_held(archive):
        yield ready(links.EVERY_YEAR, "every-year.html", yearly.every_year_view(archive), "every-year")
    yield ready(links.DATES, "dates.html", shelves.dates_view(archive), "dates")
    for path, view in finding.region_views(archive):
        yield ready(path, "regions.html", view, "regions")
    for facet in (archive.tags, archive.newspapers, archive.authors):
        yield from finding.letter_views(archive, facet)
    yield ready(links.TAGS, "tags.html", finding.subjects_view(archive), "tags")
    for facet in (archive.newspapers, archive.authors):
        yield ready(finding.INDEXES[facet.name], "index.html", finding.index_view(archive, facet), facet.name)
    yield ready(links.PAGES, "pages.html", about.pages_view(archive), "pages")
    yield ready(links.SEARCH, "search.html", searching.search_view(archive), "search")
    yield ready(links.ABOUT, "about.html", about.about_view(archive), "about")
    yield ready(links.HOME, "home.html", front.home_view(archive), "home")
