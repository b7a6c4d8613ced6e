"""Archive to the pages of the site, in each language of its interface.

`leaves` says which pages there are: address, template and view of each, in the order in which they must be published
(pieces before the lists that name them, the home page last). `sheets` gives each its mark and the way to make it; what
is made is a function of the view and of nothing else. Nothing is rendered here, and no file is opened."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.terms import Term
from jianbao.publish.publish import Sheet
from jianbao.render import about, finding, front, moved, pages, papers, pieces, shelves, terms, yearly
from jianbao.render.editions import Edition, editions
from jianbao.render.theme import Theme


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the site: where, by which template, from which view. owner: what stands there, for a person."""

    path: str
    template: str
    view: object
    owner: str


def sheets(archive: Archive, theme: Theme) -> Iterable[Sheet]:
    """Yields a sheet for each asset and page. Raises Stop when two pages claim one address."""
    register = links.Register()
    for name, content in theme.assets.items():
        register.claim(links.asset(name), name)
        yield Sheet(links.asset(name), hashlib.sha256(content).hexdigest()[:32], partial(bytes, content))
    issued = editions(archive.settings)
    for leaf in leaves(archive):
        for edition in issued:  # one view for all languages
            path = edition.path(leaf.path)
            register.claim(path, leaf.owner)
            make = partial(theme.render, leaf.template, leaf.path, leaf.view, edition)
            yield Sheet(path, mark(theme, leaf, edition), make)


def mark(theme: Theme, leaf: Leaf, edition: Edition) -> str:
    """Returns the hash of all a page is made from: its view, its templates, the words of its language, the program."""
    source = f"{theme.mark(leaf.template, edition)}\0{leaf.path}\0{leaf.view!r}"
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def leaves(archive: Archive) -> Iterable[Leaf]:
    """Yields every page of the site, the home page last."""
    for article in archive.articles.values():
        yield Leaf(links.article(article.id), "article.html", pieces.article_view(archive, article), article.id)
    yield from _pages(archive)
    yield from _shelves(archive)
    yield from _terms(archive)
    yield from _moved(archive)
    yield from _indexes(archive)


def _pages(archive: Archive) -> Iterable[Leaf]:
    ids = ["", *archive.pages, ""]
    for before, id, after in zip(ids, ids[1:-1], ids[2:], strict=False):
        view = pages.page_view(archive, archive.pages[id], (before, after))
        yield Leaf(links.page(id), "page.html", view, id)


def _shelves(archive: Archive) -> Iterable[Leaf]:
    by_level: dict[int, list[Term]] = {}
    for term in archive.dates.terms.values():
        level = 3 if term.address == links.UNDATED else term.key.count("-")
        by_level.setdefault(level, []).append(term)
    for alike in by_level.values():
        for beside, term in zip(_beside(alike), alike, strict=True):
            for path, view in shelves.shelf_views(archive, term, beside):
                yield Leaf(path, "shelf.html", view, term.key)


def _beside(terms: Sequence[Term]) -> Iterable[tuple[Term | None, Term | None]]:
    return zip((None, *terms[:-1]), (*terms[1:], None), strict=True)


def _terms(archive: Archive) -> Iterable[Leaf]:
    for facet in (archive.regions, archive.tags, archive.authors):
        for term in filter(lambda one: one.paged, facet.terms.values()):
            for path, view in terms.term_views(archive, facet, term):
                yield Leaf(path, "term.html", view, f"{facet.name} {term.name}")
    for paper in papers.papers(archive):
        for path, sheet in papers.paper_views(archive, paper):
            yield Leaf(path, "paper.html", sheet, f"newspapers {paper.name}")


def _moved(archive: Archive) -> Iterable[Leaf]:
    for address, view in moved.former_ids(archive):
        yield Leaf(address, "moved.html", view, address)
    for facet in (archive.tags, archive.newspapers, archive.authors):
        for address, view in moved.homonyms(archive, facet):
            yield Leaf(address, "moved.html", view, address)
    for address, view in moved.other_names(archive):
        yield Leaf(address, "moved.html", view, address)


def _indexes(archive: Archive) -> Iterable[Leaf]:
    for day_path, day_view in yearly.day_views(archive):
        yield Leaf(day_path, "day.html", day_view, "every-year")
    if yearly.days_held(archive):
        yield Leaf(links.EVERY_YEAR, "every-year.html", yearly.every_year_view(archive), "every-year")
    yield Leaf(links.DATES, "dates.html", shelves.dates_view(archive), "dates")
    for path, view in finding.region_views(archive):
        yield Leaf(path, "regions.html", view, "regions")
    for facet in (archive.tags, archive.newspapers, archive.authors):
        for letter_path, letter_view in finding.letter_views(archive, facet):
            yield Leaf(letter_path, "index.html", letter_view, facet.name)
    yield Leaf(links.TAGS, "tags.html", finding.subjects_view(archive), "tags")
    for facet in (archive.newspapers, archive.authors):
        yield Leaf(finding.INDEXES[facet.name], "index.html", finding.index_view(archive, facet), facet.name)
    yield Leaf(links.PAGES, "pages.html", about.pages_view(archive), "pages")
    yield Leaf(links.ABOUT, "about.html", about.about_view(archive), "about")
    yield Leaf(links.HOME, "home.html", front.home_view(archive), "home")
