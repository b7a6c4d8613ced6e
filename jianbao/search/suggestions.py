"""What is suggested to a reader who types: the newspapers, places, subjects, authors and recurring headlines that lead
to most articles. Takes the archive, gives plain values for terms.js; a large archive names the most frequent only."""

from jianbao.archive.archive import Archive
from jianbao.archive.brief import head_number
from jianbao.archive.terms import Facet, Term
from jianbao.model import Article

_MOST = {"n": 100, "r": 500, "t": 400, "a": 400}
_HEADLINES = 100


def suggestions(archive: Archive) -> dict[str, list[list[object]]]:
    """Returns by the letter of a facet its terms: name, number of articles, and where the name is not the key also the
    key and the names above it; under h headlines and columns that recur, with their number."""
    facets = {"n": archive.newspapers, "r": archive.regions, "t": archive.tags, "a": archive.authors}
    found = {letter: [_term(facet, term) for term in _most(facet, _MOST[letter])] for letter, facet in facets.items()}
    return {**found, "h": [[text, times] for text, times in _recurring(archive)]}


def _recurring(archive: Archive) -> list[tuple[str, int]]:
    """The headlines and columns that come most often, with their number."""
    heads = sorted(archive.counted.heads, key=lambda one: -one[2])
    least = heads[:_HEADLINES][-1][2] if heads else 0
    told = [(_text(archive.articles[id], head), times) for head, id, times in heads if times >= least]
    return sorted(told, key=lambda one: (-one[1], one[0]))[:_HEADLINES]


def _text(article: Article, head: int) -> str:
    return next(text for text in (article.title, article.column) if head_number(text) == head)


def _most(facet: Facet, number: int) -> list[Term]:
    return sorted(facet.terms.values(), key=lambda term: (-len(term.articles), term.key))[:number]


def _term(facet: Facet, term: Term) -> list[object]:
    if term.name == term.key:
        return [term.name, len(term.articles)]
    return [term.name, len(term.articles), term.key, "·".join(above.name for above in facet.above(term))]
