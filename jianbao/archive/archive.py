"""Articles to an Archive: everything the pages of the site are made from, frozen.

`group` takes the loaded articles and the newspaper pages, sorts them once and hangs them on the facets. It opens no
file, changes no article and reports nothing: whether a region or a subject is known stands in the terms, whoever
checks the archive says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jianbao.archive import marks, runs, terms
from jianbao.archive.gist import Gist, gist
from jianbao.archive.order import FiledPage, Key, Neighbours, neighbours, page_key, reading_key
from jianbao.archive.related import Kin
from jianbao.archive.runs import Issue
from jianbao.archive.stand import Stand, stand
from jianbao.archive.terms import Facet, Region, Term
from jianbao.authority import Authority, Division
from jianbao.chinese.heads import Broken
from jianbao.model import Article
from jianbao.settings import Settings


@dataclass(frozen=True, slots=True)
class Archive:
    """articles: by id, in order of date, then as one reads; pages: by id, in order; filed: their ids by path; pieces:
    the article ids of a page, down the page; continued: those of other pages that go on there; stands, gists, marks,
    ways, neighbours: by article id; kin: finds what belongs to an article; page_marks: by page id; lacking: by day the
    newspapers that should have it; issues: by newspaper and shelf; divisions: by the code of a province in use those
    right below it, with pieces or without; places: by region path; the five facets."""

    settings: Settings
    articles: Mapping[str, Article]
    pages: Mapping[str, FiledPage]
    filed: Mapping[str, str]
    pieces: Mapping[str, tuple[str, ...]]
    continued: Mapping[str, tuple[str, ...]]
    page_of: Mapping[str, str]
    stands: Mapping[str, Stand]
    gists: Mapping[str, Gist]
    marks: Mapping[str, str]
    ways: Mapping[str, str]
    page_marks: Mapping[str, str]
    neighbours: Mapping[str, Neighbours]
    kin: Kin = field(compare=False, repr=False)
    lacking: Mapping[str, tuple[str, ...]]
    issues: Mapping[tuple[str, str], Issue]
    divisions: Mapping[str, tuple[Division, ...]]
    places: Mapping[str, Region]
    dates: Facet
    regions: Facet
    tags: Facet
    newspapers: Facet
    authors: Facet
    entries: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What lists say of its articles already: they stand in nine lists each."""

    def taken(self, ids: Sequence[str]) -> tuple[Article, ...]:
        """Returns the articles with these ids."""
        return tuple(self.articles[id] for id in ids)

    def marked(self, ids: Iterable[str]) -> list[str]:
        """Returns the marks of the articles with these ids."""
        return [self.marks[id] for id in ids]

    def headline(self, id: str) -> Broken:
        """Returns the headline of the article with this id, as lists show it."""
        return Broken(self.gists[id].headline)

    def longest(self, articles: Iterable[Article], most: int) -> tuple[Article, ...]:
        """Returns the longest of some articles, the longest first."""
        return tuple(sorted(articles, key=lambda one: -self.gists[one.id].length)[:most])

    def place(self, path: str) -> tuple[Term, ...]:
        """Returns the terms along a region path, topmost first."""
        return tuple(self.regions.terms[key] for key in self.places[path].keys) if path in self.places else ()


def group(
    articles: Sequence[Article],
    pages: Sequence[FiledPage],
    settings: Settings,
    authority: Authority,
    gists: Mapping[str, Gist] | None = None,
) -> Archive:
    """Returns the archive of these articles and pages, in whatever order they come. Ids are unique: whoever loads the
    articles sees to it. gists: of articles whose bodies are not at hand."""
    gists = {article.id: gist(article) for article in articles} if gists is None else gists
    filed = sorted(pages, key=page_key)
    by_path = {page.facts.page: page for page in filed}
    stands = {article.id: stand(article.date, article.date_basis) for article in articles}
    keys = {article.id: reading_key(article, by_path) for article in articles}
    reading = sorted(articles, key=lambda article: keys[article.id])
    dated = sorted(articles, key=lambda article: (stands[article.id].first, keys[article.id]))
    page_of = {article.id: by_path[article.source.page].id for article in reading if article.source.page in by_path}
    located, places = terms.locate(dated, authority)
    tags = terms.tags(dated, authority)
    newspapers = terms.newspapers(dated, settings, authority)
    authors = terms.authors(dated, authority)
    page_marks = marks.of_pages(filed)
    on_page = {id: page_marks[page] for id, page in page_of.items()}
    return Archive(
        settings=settings,
        articles={article.id: article for article in dated},
        pages={page.id: page for page in filed},
        filed={path: page.id for path, page in by_path.items()},
        pieces=_pieces(filed, reading, page_of),
        continued=_continued(filed, reading),
        page_of=page_of,
        stands={article.id: stands[article.id] for article in dated},
        gists={article.id: gists[article.id] for article in dated},
        marks=marks.of_articles(dated, gists, on_page, located, newspapers),
        ways=marks.of_ways(dated, (authors, tags)),
        page_marks=page_marks,
        neighbours=neighbours(reading, [_paper(keys[article.id]) for article in reading]),
        kin=Kin(reading, stands),
        lacking=runs.lacking(runs.gaps(dated, stands)),
        issues=runs.issues(reading, filed, stands),
        divisions={key: authority.children(key) for key, term in places.items() if term.known and not term.parent},
        places=located,
        dates=terms.dates(dated, stands),
        regions=terms.regions(dated, located, places),
        tags=tags,
        newspapers=newspapers,
        authors=authors,
    )


def _paper(key: Key) -> str:
    return str(key[0])


def _pieces(
    pages: Sequence[FiledPage], reading: Sequence[Article], page_of: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {page.id: [] for page in pages}
    for article in reading:
        if article.id in page_of:
            found[page_of[article.id]].append(article.id)
    return {id: tuple(ids) for id, ids in found.items()}


def _continued(pages: Sequence[FiledPage], reading: Sequence[Article]) -> dict[str, tuple[str, ...]]:
    by_path: dict[str, list[str]] = {}
    for article in reading:
        for path in dict.fromkeys(part.page for part in article.source.further):
            by_path.setdefault(path, []).append(article.id)
    return {page.id: tuple(by_path.get(page.facts.page, ())) for page in pages}
