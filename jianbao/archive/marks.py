"""What a page of the site is made from, as hashes: equal marks, equal page, nothing to do.

Takes an archive's articles and pages, gives a mark for each: all that other pages may show of it, where its terms lead
included. Whoever makes a page adds up the marks of what stands on it (`mark`); that is a hundred times cheaper than to
make the page, or its view, and see that it is the same. A mark may change where the page does not: then it is made for
nothing. It must never stay where the page changes."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from jianbao.archive.gist import Gist
from jianbao.archive.order import FiledPage
from jianbao.archive.terms import Facet, Region
from jianbao.model import Article


def mark(*parts: object) -> str:
    """Returns the mark of values that say all that a page shows. Parts are texts, or lists and tuples of texts; any
    other value counts as its repr, and so does a text that can be said in other languages.

    >>> mark('a', ['b', 'c']) == mark('a', ('b', 'c')), mark('a', ['b', 'c']) == mark('a', 'b', 'c')
    (True, False)
    """
    said = "\0".join(map(_said, parts))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _said(part: object) -> str:
    if type(part) is str:
        return part
    return "\1".join(part) + "\2" if type(part) is list or type(part) is tuple else repr(part)


def of_pages(pages: Iterable[FiledPage]) -> dict[str, str]:
    """Returns the mark of each newspaper page, by its id."""
    return {page.id: mark(repr(page)) for page in pages}


def of_articles(
    articles: Sequence[Article],
    gists: Mapping[str, Gist],
    pages: Mapping[str, str],
    located: Mapping[str, Region],
    papers: Facet,
) -> dict[str, str]:
    """Returns the mark of what lists show of each article, by its id. pages: for each article the mark of its page;
    located: its region paths."""
    places = {path: " ".join((*one.keys, *one.names)) for path, one in located.items()}
    at = {key: term.address for key, term in papers.terms.items()}
    return {
        one.id: mark(
            gists[one.id].facts,
            pages.get(one.id, ""),
            at.get(one.newspaper, ""),
            [places.get(path, "") for path in one.regions],
        )
        for one in articles
    }


def of_ways(articles: Iterable[Article], facets: Sequence[Facet]) -> dict[str, str]:
    """Returns where the names at each article lead, by its id; others that come may change it. facets: of authors, of
    tags."""
    authors, tags = ({key: term.address for key, term in facet.terms.items()} for facet in facets)
    return {
        one.id: " ".join(
            (
                *(authors[author.name] for author in one.authors if author.name),
                *(tags[tag] for tag in one.tags if tag),
            )
        )
        for one in articles
    }
