"""Archive to the pages of the site, in each language of its interface.

`gatherings` says which pages there are, and from what: the articles of a day, the pages of a term. `units` gives each a
mark, and the way to its sheets, in the order in which they must be published (pieces before the lists that name them,
the home page last). Nothing is rendered here, and no file is opened but the program's own, for its mark."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from pathlib import Path

from jianbao import links
from jianbao.archive import marks
from jianbao.archive.archive import Archive
from jianbao.archive.order import FiledPage
from jianbao.archive.terms import Term
from jianbao.publish.quire import Quire, Sheet, Unit
from jianbao.render import (
    about,
    division,
    finding,
    front,
    moved,
    pages,
    paper,
    papers,
    pieces,
    searching,
    shelves,
    terms,
    yearly,
)
from jianbao.render.editions import Edition, editions
from jianbao.render.leaf import Gathering, Leaf, ready
from jianbao.render.theme import Theme

_STAGES = {"article.html": 0, "page.html": 0, "shelf.html": 1, "term.html": 1, "paper.html": 1}
_LAST = 2  # what names the lists
_ALIKE = 2000  # terms whose marks are added up at once
_MOST = 200  # articles of one gathering: of the undated, or a day of many papers

Beside = tuple[FiledPage | None, FiledPage | None]


def units(archive: Archive, theme: Theme) -> Iterator[Unit]:
    """Yields every asset and page, as sheets or in quires. Raises Stop when two articles claim one address."""
    for name, content in theme.assets.items():
        yield Sheet(links.asset(name), hashlib.sha256(content).hexdigest()[:24], partial(bytes, content))
    press = Press(theme, archive)
    for one in gatherings(archive):
        yield press.quire(one)


@cache
def _program() -> str:
    """The mark of the program's own files: a change in any of them may change any page."""
    here = Path(__file__).parent.parent
    files = sorted(path for folder in ("archive", "render", "chinese", ".") for path in (here / folder).glob("*.py"))
    return marks.mark([path.read_text("utf-8") for path in files])


class Press:
    """Makes the pages of an archive. In several languages the view of a page is made once."""

    def __init__(self, theme: Theme, archive: Archive) -> None:
        self._theme = theme
        self._editions = editions(archive.settings)
        base = marks.mark(repr(archive.settings), _program())
        self._bases = {
            name: [marks.mark(base, theme.mark(name, edition)) for edition in self._editions]
            for name in theme.templates
        }
        self._leaf: Leaf | None = None
        self._view: object = None

    def quire(self, one: Gathering) -> Quire:
        """Returns the quire of pages that are compared as one: each in all languages."""
        mark = marks.mark(self._bases[one.template], one.made_from)
        count = one.count * len(self._editions)
        stage = _STAGES.get(one.template, _LAST)
        name = one.name.encode("utf-8", "backslashreplace").decode()  # no record holds half a character
        return Quire(name, mark, partial(self._gathered, one), count, stage, together=one.together)

    def _gathered(self, one: Gathering) -> Iterator[Sheet]:
        for leaf in one.leaves():
            for edition, based in zip(self._editions, self._bases[leaf.template], strict=True):
                own = marks.mark(based, leaf.path, leaf.made_from)
                yield Sheet(edition.path(leaf.path), own, partial(self._page, leaf, edition))

    def _page(self, leaf: Leaf, edition: Edition) -> bytes:
        """Returns the page in an edition."""
        if self._leaf is not leaf:
            self._leaf, self._view = leaf, leaf.view
        return self._theme.render(leaf.template, leaf.path, self._view, edition)


def gatherings(archive: Archive) -> Iterator[Gathering]:
    """Yields every page of the site, by what is compared as one, the home page last."""
    yield from _articles(archive)
    yield from _pages(archive)
    yield from _shelves(archive)
    yield from _terms(archive)
    for leaf in (*_moved(archive), *_indexes(archive)):
        yield Gathering(leaf.path, leaf.template, leaf.made_from, partial(tuple[Leaf], (leaf,)))


def _articles(archive: Archive) -> Iterator[Gathering]:
    register = links.Register()
    for id in archive.articles:
        register.claim(links.article(id), id)
    for day, block, ids in archive.kin.days():
        for at in range(0, len(ids), _MOST):
            some = ids[at : at + _MOST]
            make = partial(_pieces, archive, some)
            yield Gathering(f"articles {day} {at}", "article.html", archive.made_from(some), make, len(some), block)


def _pieces(archive: Archive, ids: Iterable[str]) -> Iterator[Leaf]:
    for id in ids:
        make = partial(_article, archive, id)
        yield Leaf(links.article(id), "article.html", archive.made_from([id]), make)


def _article(archive: Archive, id: str) -> object:
    return pieces.article_view(archive, archive.bodies[id])


def _pages(archive: Archive) -> Iterator[Gathering]:
    for newspaper, held in groupby(archive.pages.values(), lambda page: page.facts.newspaper):
        alike = list(held)
        beside = zip((None, *alike), alike, (*alike[1:], None), strict=False)
        months: dict[str, list[tuple[FiledPage, Beside]]] = {}
        for before, page, after in beside:
            months.setdefault(page.facts.date[:7], []).append((page, (before, after)))
        for month, some in months.items():
            made_from = marks.mark([pages.made_from(archive, *one) for one in some])
            make = partial(_sides, archive, some)
            yield Gathering(f"pages {newspaper} {month}", "page.html", made_from, make, len(some))


def _sides(archive: Archive, held: Iterable[tuple[FiledPage, Beside]]) -> Iterator[Leaf]:
    for page, beside in held:
        made_from = pages.made_from(archive, page, beside)
        yield Leaf(links.page(page.id), "page.html", made_from, partial(pages.page_view, archive, page, beside))


def _shelves(archive: Archive) -> Iterator[Gathering]:
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
            made_from = shelves.made_from(archive, term, beside, lacking.get(term.key, ()))
            make = partial(shelves.shelf_views, archive, term, beside, made_from)
            yield Gathering(f"dates {term.key}", "shelf.html", made_from, make)


def _beside(terms: Sequence[Term]) -> Iterable[tuple[Term | None, Term | None]]:
    return zip((None, *terms[:-1]), (*terms[1:], None), strict=True)


def _terms(archive: Archive) -> Iterator[Gathering]:
    for facet in (archive.regions, archive.tags, archive.authors):
        paged = [term for term in facet.terms.values() if term.paged]
        for at in range(0, len(paged), _ALIKE):
            some = paged[at : at + _ALIKE]
            for term, made_from in zip(some, terms.made_from(archive, facet, some), strict=True):
                make = partial(terms.term_views, archive, facet, term)
                yield Gathering(f"{facet.name} {term.key}", "term.html", made_from, make, division.about(facet, term))
    for one in paper.papers(archive):
        for year, made_from in papers.years(one):
            make = partial(papers.paper_views, archive, one, year, made_from)
            name = f"newspapers {one.index} {year[0] if year else 'whole'}"
            yield Gathering(name, "paper.html", made_from, make, len(one.years[year]))


def _moved(archive: Archive) -> Iterable[Leaf]:
    for address, view in moved.former_ids(archive):
        yield ready(address, "moved.html", view)
    for facet in (archive.tags, archive.newspapers, archive.authors):
        for address, view in moved.homonyms(archive, facet):
            yield ready(address, "moved.html", view)
    for address, view in moved.other_names(archive):
        yield ready(address, "moved.html", view)


def _indexes(archive: Archive) -> Iterable[Leaf]:
    yield from yearly.day_views(archive)
    if yearly.days_held(archive):
        yield ready(links.EVERY_YEAR, "every-year.html", yearly.every_year_view(archive))
    yield ready(links.DATES, "dates.html", shelves.dates_view(archive))
    for path, view in finding.region_views(archive):
        yield ready(path, "regions.html", view)
    subjects = finding.names_of(archive.tags)
    yield from finding.letter_views(archive, archive.tags, subjects)
    yield ready(links.TAGS, "tags.html", finding.subjects_view(archive, subjects))
    for facet in (archive.newspapers, archive.authors):
        names = finding.names_of(facet)
        yield from finding.letter_views(archive, facet, names)
        yield ready(finding.INDEXES[facet.name], "index.html", finding.index_view(archive, facet, names))
    yield ready(links.PAGES, "pages.html", about.pages_view(archive))
    yield ready(links.SEARCH, "search.html", searching.search_view(archive))
    yield ready(links.ABOUT, "about.html", about.about_view(archive))
    yield ready(links.HOME, "home.html", front.home_view(archive))
