"""What is suggested to a reader who types: the newspapers, places, subjects, authors and recurring headlines that lead
to most articles. Takes the archive, gives plain values for terms.js; a large archive names the most frequent only."""

from collections import Counter

from jianbao.archive.archive import Archive
from jianbao.archive.terms import Facet, Term

_MOST = {"n": 100, "r": 500, "t": 400, "a": 400}
_HEADLINES = 100


def suggestions(archive: Archive) -> dict[str, list[list[object]]]:
    """Returns by the letter of a facet its terms: name, number of articles, and where the name is not the key also the
    key and the names above it; under h headlines and columns that recur, with their number."""
    facets = {"n": archive.newspapers, "r": archive.regions, "t": archive.tags, "a": archive.authors}
    found = {letter: [_term(facet, term) for term in _most(facet, _MOST[letter])] for letter, facet in facets.items()}
    recurring = Counter(
        text for one in archive.articles.values() for text in dict.fromkeys((one.title, one.column)) if text
    )
    often = sorted((text for text, times in recurring.items() if times > 1), key=lambda text: (-recurring[text], text))
    return {**found, "h": [[text, recurring[text]] for text in often[:_HEADLINES]]}


def _most(facet: Facet, number: int) -> list[Term]:
    return sorted(facet.terms.values(), key=lambda term: (-len(term.articles), term.key))[:number]


def _term(facet: Facet, term: Term) -> list[object]:
    if term.name == term.key:
        return [term.name, len(term.articles)]
    return [term.name, len(term.articles), term.key, "·".join(above.name for above in facet.above(term))]
