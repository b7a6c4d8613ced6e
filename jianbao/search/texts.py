"""What is searched of an article, and in which order articles are numbered.

Takes the archive, gives an `Entry` for each article: undated ones first, then by the earliest day they can be of, so
that a later day adds at the end, a range of dates is a range of numbers, and reading from the end is newest first."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache, partial

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.gist import Gist
from jianbao.archive.stand import Stand
from jianbao.chinese.typeset import typeset
from jianbao.model import Article
from jianbao.search.paragraphs import paragraphs

_DIVIDED = "。"  # between parts: no phrase runs over it
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TITLE = 3  # times that a headline counts


@dataclass(frozen=True)
class Entry:
    """An article to be found. month: the shelf of its texts, 2021/12, 0/0 for undated; day:
    0 when only the month is known; facets: what it can be filtered by, a letter (n newspaper, k kind, r region,
    t subject, a author) and a key."""

    article: Article
    gist: Gist
    stand: Stand
    place: str
    facets: tuple[str, ...]

    @property
    def month(self) -> tuple[int, int]:
        """Returns the year and month it is shelved under, (0, 0) for undated."""
        if self.stand.year is None:
            return 0, 0
        return self.stand.year, int(self.stand.first[-5:-3])

    @property
    def day(self) -> int:
        """Returns the earliest day of that month, 0 for undated."""
        return int(self.stand.first[-2:]) if self.stand.year is not None else 0

    def mark(self) -> bytes:
        """Returns the hash of everything the search knows of it."""
        one, stand = self.article, self.stand
        where = (stand.first, stand.key, stand.inferred, self.place)
        held = (
            f"{(one.id, one.title, one.newspaper, one.kind, *where, *self.facets)!r}{self.others()!r}{self.gist.body}"
        )
        return hashlib.blake2b(held.encode("utf-8", "surrogatepass"), digest_size=16).digest()

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


def entries(archive: Archive) -> list[Entry]:
    """Returns an entry for each article, in the order of their numbers."""
    region, subject = cache(partial(_region, archive)), cache(partial(_subject, archive))
    found: list[Entry] = []
    for article in archive.articles.values():
        facets = [f"k{article.kind}"]
        facets += (f"n{article.newspaper}",) if article.newspaper else ()
        facets += (f"a{author.name}" for author in article.authors if author.name)
        facets += (facet for path in article.regions for facet in region(path)[1])
        facets += (facet for tag in article.tags if tag for facet in subject(tag))
        place = region(article.regions[0])[0] if article.regions else ""
        known = archive.gists[article.id], archive.stands[article.id]
        found.append(Entry(article, *known, place, tuple(dict.fromkeys(facets))))
    return sorted(found, key=lambda entry: entry.stand.year is not None)  # stable: dated ones keep their order


def _region(archive: Archive, path: str) -> tuple[str, tuple[str, ...]]:
    """The place of a region path as hits show it, and its facets."""
    named = "·".join(term.name for term in archive.place(path)[-2:])
    return named, tuple(f"r{key}" for key in archive.places[path].keys)


def _subject(archive: Archive, tag: str) -> tuple[str, ...]:
    """The facets of a subject: its own and of those above it."""
    term = archive.tags.terms[tag]
    return tuple(f"t{one.key}" for one in (term, *archive.tags.above(term)))
