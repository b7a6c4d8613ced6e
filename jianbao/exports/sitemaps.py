"""The addresses of the site for those who collect them: sitemap.xml, which names one sitemap a year, or a month where a
year has too many pages, and one of everything that is no article.

Takes the archive, gives sheets; none where `base_url` is not set. What is divided by the date of the articles stays as
it is when a day is added, but for the last of them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html import escape

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.marks import mark
from jianbao.archive.stand import UNDATED
from jianbao.publish.quire import Sheet
from jianbao.render.editions import editions

MOST = 50_000  # addresses of one sitemap, by the protocol (sitemaps.org)
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FIXED = (
    links.HOME,
    links.ABOUT,
    links.SEARCH,
    links.DATES,
    links.REGIONS,
    links.TAGS,
    links.NEWSPAPERS,
    links.AUTHORS,
    links.PAGES,
)


def sheets(archive: Archive) -> Iterator[Sheet]:
    """Yields the sitemaps and, last, the one that names them, if the archive has an address."""
    issued = editions(archive.settings)
    if not issued[0].base:
        return
    names = []
    for key, paths in _divided(archive, MOST // len(issued)):
        names.append(links.sitemap(key))
        addresses = [edition.whole(path) for path in paths for edition in issued]
        yield _sheet(names[-1], "urlset", "url", addresses)
    yield _sheet(links.SITEMAP, "sitemapindex", "sitemap", [f"{issued[0].base}/{name}" for name in names])


def _divided(archive: Archive, most: int) -> Iterator[tuple[str, Sequence[str]]]:
    """The paths of each sitemap, by its key."""
    years: dict[str, dict[str, list[str]]] = {}
    for id in archive.articles:
        shelves = archive.stands[id].shelves
        years.setdefault(shelves[0], {}).setdefault(shelves[:2][-1], []).append(links.article(id))
    for year, months in sorted(years.items()):
        whole = [path for paths in months.values() for path in paths]
        shelves_of = {year: whole} if len(whole) <= most or year == UNDATED else dict(sorted(months.items()))
        for key, paths in shelves_of.items():
            yield from _numbered(key, paths, most)
    facets = (archive.regions, archive.tags, archive.newspapers, archive.authors, archive.dates)
    terms = (term.address for facet in facets for term in facet.terms.values() if term.paged)
    yield from _numbered("lists", [*_FIXED, *map(links.page, archive.pages), *dict.fromkeys(terms)], most)


def _numbered(key: str, paths: Sequence[str], most: int) -> Iterator[tuple[str, Sequence[str]]]:
    for number, at in enumerate(range(0, len(paths), most), 1):
        yield key if number == 1 else f"{key}-part-{number}", paths[at : at + most]


def _sheet(name: str, whole: str, one: str, addresses: Iterable[str]) -> Sheet:
    rows = "".join(f"<{one}><loc>{escape(address)}</loc></{one}>\n" for address in addresses)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_SPACE}">\n{rows}</{whole}>\n'
    content = text.encode("utf-8", "replace")
    return Sheet(name, mark(text), partial(bytes, content), stage=2)
