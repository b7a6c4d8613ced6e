"""What is searched of an article, and in which order articles are numbered.

Takes the archive, gives its articles by numbers, and an `Entry` for each where one is asked for: undated ones first,
then by the earliest day they can be of, so that a later day adds at the end, a range of dates is a range of numbers,
and reading from the end is newest first."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.stand import Stand
from jianbao.chinese.typeset import typeset
from jianbao.model import Article
from jianbao.search.paragraphs import paragraphs

MARK = 16  # bytes
_DIVIDED = "。"  # between parts: no phrase runs over it
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TITLE = 3  # times that a headline counts


Day = tuple[int, int, int]
"""Year, month and day on whose shelf an article stands: the earliest it can be of, zeros for undated."""


@dataclass(frozen=True)
class Entry:
    """An article to be found. facets: what it can be filtered by, a letter (n newspaper, k kind, r region, t subject,
    a author) and a key."""

    article: Article
    stand: Stand
    place: str
    facets: tuple[str, ...]

    def others(self) -> list[tuple[str, str]]:
        """Returns the parts beside headline and text, each with the letter of what it is: k kicker, s subtitle,
        c column, b byline, a another reading."""
        one = self.article
        parts = [("k", one.kicker), ("s", one.subtitle), ("c", one.column), ("b", one.byline)]
        parts += [("a", text) for text in one.also]
        parts += [("a", place.region.replace("/", "")) for place in one.places]
        return [(letter, text) for letter, text in parts if text]

    def head(self) -> str:
        """Returns all that is indexed beside the text."""
        return _DIVIDED.join([self.article.title] * _TITLE + [text for _, text in self.others()])

    def shown(self, body: str) -> str:
        """Returns what a hit is shown and checked by, as JSON; signs are set as on its page, where words are marked.
        body: of its article."""
        one = self.article
        date = "" if self.stand.year is None else self.stand.key
        facts = [links.article(one.id), typeset(one.title), date, int(self.stand.inferred), one.newspaper, one.kind]
        parts = ([(label, typeset(text)) for label, text in part] for part in (self.others(), paragraphs(body)))
        return _JSON([*facts, self.place, *parts])


def whole(head: str, body: str) -> str:
    """Returns all that is indexed of an article, as one text. head: what stands before its body."""
    return _DIVIDED.join([head, *(text for _, text in paragraphs(body))])


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The articles to be found, in the order of their numbers. lengths: of their texts; days: the shelf of each; marks:
    of everything the search knows of each, MARK bytes; entry: gives one by its number, body: its text."""

    lengths: Sequence[int]
    days: Sequence[Day]
    marks: bytes
    entry: Callable[[int], Entry]
    body: Callable[[int], str]

    def mark(self, first: int, count: int) -> bytes:
        """Returns the marks of some articles in a row."""
        return self.marks[MARK * first : MARK * (first + count)]


def catalogue(archive: Archive) -> Catalogue:
    """Returns all articles of an archive."""
    ids = [*archive.undated, *archive.dated]  # dated ones keep their order
    places = archive.names.places(ids)
    shelf = cache(day_of)
    days = [shelf(one) for one in map(archive.stands.__getitem__, ids)]
    entries = _Entries(archive, ids)
    marks = archive.marks.found[places].tobytes()
    return Catalogue(archive.lengths[places].tolist(), days, marks, entries, entries.body)


def day_of(of: Stand) -> Day:
    """Returns the shelf of a date.

    >>> day_of(Stand('2021-12-01', 2021, 12)), day_of(Stand('2020-01-01'))
    ((2021, 12, 1), (0, 0, 0))
    """
    return (0, 0, 0) if of.year is None else (of.year, int(of.first[-5:-3]), int(of.first[-2:]))


class _Entries:
    """Gives the entries of an archive by their numbers; what is said of a place or a subject is worked out once."""

    def __init__(self, archive: Archive, ids: Sequence[str]) -> None:
        self._archive, self._ids = archive, ids
        self._regions: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._subjects: dict[str, tuple[str, ...]] = {}

    def __call__(self, number: int) -> Entry:
        """Returns the entry of an article."""
        article = self._archive.articles[self._ids[number]]
        regions = list(map(self._region, article.regions))
        facets = [f"k{article.kind}"]
        facets += (f"n{article.newspaper}",) if article.newspaper else ()
        facets += (f"a{author.name}" for author in article.authors if author.name)
        facets += (facet for _, keys in regions for facet in keys)
        facets += (facet for tag in article.tags if tag for facet in self._subject(tag))
        place = regions[0][0] if regions else ""
        return Entry(article, self._archive.stands[article.id], place, tuple(dict.fromkeys(facets)))

    def body(self, number: int) -> str:
        """Returns the text of an article."""
        return self._archive.bodies[self._ids[number]].body

    def _region(self, path: str) -> tuple[str, tuple[str, ...]]:
        """The place of a region path as hits show it, and its facets."""
        if path not in self._regions:
            named = "·".join(term.name for term in self._archive.place(path)[-2:])
            region = self._archive.places.get(path)  # None for a path of blanks
            self._regions[path] = named, tuple(f"r{key}" for key in region.keys) if region else ()
        return self._regions[path]

    def _subject(self, tag: str) -> tuple[str, ...]:
        """The facets of a subject: its own and of those above it."""
        if tag not in self._subjects:
            facet = self._archive.tags
            term = facet.terms[tag]
            self._subjects[tag] = tuple(f"t{one.key}" for one in (term, *facet.above(term)))
        return self._subjects[tag]
