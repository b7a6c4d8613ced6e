"""Facets: the terms by which articles are found, all of one type.

Takes what articles are filed under, gives for each facet its terms, each with the articles under it. A term above
another (a province, a year) holds the articles of all below it, each once, in the order of the archive."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from jianbao import links
from jianbao.archive.ids import Ids, Names
from jianbao.archive.stand import UNDATED, address
from jianbao.authority import Authority
from jianbao.chinese import pinyin
from jianbao.chinese.gazetteer import Former
from jianbao.numbers import distinct, parted
from jianbao.said import listed, say
from jianbao.settings import Settings
from jianbao.subjects import Subject

if TYPE_CHECKING:
    from jianbao.archive.columns import Numbers

Held = Mapping[str, Ids]
"""Articles by key."""


@dataclass(frozen=True, slots=True)
class Term:
    """One heading of a facet. key: unique in the facet; articles: ids; parent, children: keys; initial: A..Z or #;
    note: what it is (a region's level, an author's roles, a newspaper's home); formers: names it had; known: the
    authority has it; also: other names that lead to it; related: keys of terms to see also; syllable: the first of its
    sound; paged: it has a page of its own."""

    key: str
    name: str
    address: str
    articles: Sequence[str] = ()
    parent: str = ""
    children: tuple[str, ...] = ()
    initial: str = "#"
    note: str = ""
    formers: tuple[Former, ...] = ()
    known: bool = True
    also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    syllable: str = ""
    paged: bool = True


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to find articles: its name and its terms, in the order of its index."""

    name: str
    terms: Mapping[str, Term] = field(default_factory=dict)

    def top(self) -> tuple[Term, ...]:
        """Returns the terms with nothing above them."""
        return tuple(term for term in self.terms.values() if not term.parent)

    def below(self, term: Term) -> tuple[Term, ...]:
        """Returns the terms just under one."""
        return tuple(self.terms[key] for key in term.children)

    def above(self, term: Term) -> tuple[Term, ...]:
        """Returns the terms over one, topmost first."""
        chain: list[Term] = []
        while term.parent:
            term = self.terms[term.parent]
            chain.append(term)
        return tuple(reversed(chain))


@dataclass(frozen=True, slots=True)
class Region:
    """What a region path of the front matter is in this archive. keys, names: its own and of those above it, topmost
    first."""

    path: str
    keys: tuple[str, ...]
    names: tuple[str, ...]


def hold(names: Names, places: "Numbers", numbers: "Numbers", keys: Sequence[Sequence[str]]) -> dict[str, Ids]:
    """Returns the articles under each key, each once, in order. places, numbers: for each thing that is said of an
    article the place of that, -1 for none, and what is said; keys: what each of these counts for."""
    every = list(dict.fromkeys(chain.from_iterable(keys)))
    number_of = {key: number for number, key in enumerate(every)}
    table = np.full((len(keys), max(map(len, keys), default=0)), -1, np.int64)
    for number, own in enumerate(keys):
        table[number, : len(own)] = [number_of[key] for key in own]
    under, there = table[numbers].reshape(-1), np.repeat(places, table.shape[1])
    known = (under >= 0) & (there >= 0)
    pairs = distinct(under[known] * len(names.every) + there[known])
    if not len(pairs):
        return {}
    under, there = np.divmod(pairs, len(names.every))
    edges = np.flatnonzero(np.diff(under, prepend=-1))
    parts = parted(there.astype(np.int32), edges)
    return {every[number]: Ids(names, at) for number, at in zip(under[edges].tolist(), parts, strict=True)}


def dates(held: Held) -> Facet:
    """Returns the years, months, days and the undated shelf."""
    terms = {key: Term(key, key, address(key), ids, _over(key)) for key, ids in sorted(held.items())}
    return Facet("dates", _with_children(terms))


def _over(key: str) -> str:
    return "" if key == UNDATED else key.rpartition("-")[0]


def locate(paths: Iterable[str], authority: Authority) -> tuple[dict[str, Region], dict[str, Term]]:
    """Returns each region path with the keys along it, and a term without articles for each key."""
    regions: dict[str, Region] = {}
    terms: dict[str, Term] = {}
    for path in sorted(path for path in paths if path.strip("/ ")):
        division = authority.division(path)
        parts = [part for part in (division.path if division else path).split("/") if part.strip()]
        keys: list[str] = []
        for depth in range(1, len(parts) + 1):
            term = _region_term("/".join(parts[:depth]), keys[-1] if keys else "", authority)
            keys.append(terms.setdefault(term.key, term).key)
        regions[path] = Region(path, tuple(keys), tuple(terms[key].name for key in keys))
    return regions, terms


def _region_term(path: str, parent: str, authority: Authority) -> Term:
    division = authority.division(path)
    name = path.rpartition("/")[2]
    key = division.code if division else f"{pinyin.slug(path)[:40] or 'x'}-{links.short_hash(path)}"
    level = division.level if division else ""
    formers = authority.once_called(division.path) if division else ()
    return Term(key, name, links.region(key), parent=parent, note=level, formers=formers, known=division is not None)


def regions(held: Held, terms: Mapping[str, Term]) -> Facet:
    """Returns the tree of regions; an article counts in its regions and in all above them."""
    filled = {key: replace(term, articles=held[key]) for key, term in sorted(terms.items()) if key in held}
    return Facet("regions", _with_children(filled))


def tags(held: Held, authority: Authority) -> Facet:
    """Returns the subjects in use and those above them, by pinyin; an article counts in its subjects and in all above
    them. What the authority says a subject is for becomes its note."""
    subjects = {key: authority.subject(key) for key in held}
    return Facet("tags", _with_children(_by_pinyin(held, links.tag, lambda key: _as_listed(subjects[key], held))))


def up_from(tag: str, authority: Authority) -> Iterator[str]:
    """Yields a subject and those above it."""
    subject = authority.subject(tag)
    yield tag
    while subject and subject.broader:
        yield subject.broader
        subject = authority.subject(subject.broader)


def _as_listed(subject: Subject | None, held: Container[str]) -> dict[str, Any]:
    """What the subject list says of a term; it is unknown when it is not in the list."""
    if subject is None:
        return {"known": False}
    related = tuple(other for other in subject.related if other in held)
    return {"note": subject.scope, "parent": subject.broader, "also": subject.use_for, "related": related}


def newspapers(held: Held, settings: Settings, authority: Authority) -> Facet:
    """Returns the newspapers by pinyin, each with its home region as a note."""

    def said(key: str) -> dict[str, Any]:
        return {"note": settings.home_of(key) or authority.home_of(key) or ""}

    return Facet("newspapers", _by_pinyin(held, links.newspaper, said))


def authors(held: Held, roles: Mapping[str, Mapping[str, int]], authority: Authority) -> Facet:
    """Returns the authors by pinyin, each with the roles it is printed with, the most frequent first, and the other
    names that the authority has for it. Two authors of three sign one piece: a page of it would say less than the
    piece, and be a file more, so that their names lead there. roles: how often each is printed."""
    also = {person.name: person.also for person in authority.people if person.also}
    single = {key for key, ids in held.items() if len(ids) == 1 and key not in also}

    def said(key: str) -> dict[str, Any]:
        others, own = also.get(key, ()), roles[key]
        in_order = sorted(own, key=lambda role: (-own[role], role)) if len(own) > 1 else own
        return {"note": _signs(tuple(filter(None, in_order)), others), "also": others}

    return Facet("authors", _by_pinyin(held, links.author, said, single, person=True))


@lru_cache(1 << 12)  # most authors have one of a few roles
def _signs(roles: tuple[str, ...], also: tuple[str, ...]) -> str:
    if roles and also:
        return say("%(roles)s，又署%(names)s", roles=listed(roles), names=listed(also))
    return say("又署%(names)s", names=listed(also)) if also else listed(roles)


def _by_pinyin(
    held: Held,
    to_address: Callable[[str], str],
    said: Callable[[str], Mapping[str, Any]],
    single: Container[str] = (),
    person: bool = False,
) -> dict[str, Term]:
    """The terms in the order of their sounds. Addresses are as they were before surnames were read as such. said: what
    else is known of each; single: those that lead to their one piece; person: they are names of persons."""
    slugs = links.distinct((key, pinyin.slug(key)) for key in held if key not in single)
    listed_as = sorted((*pinyin.listed(key, person), key) for key in held)
    listed_as.sort(key=lambda one: one[0] == "#")
    found = {}
    for initial, sound, key in listed_as:
        ids, paged = held[key], key in slugs
        address = to_address(slugs[key]) if paged else links.article(ids[0])
        first = sound.partition("\0")[0].partition(" ")[0]
        found[key] = Term(key, key, address, ids, initial=initial, syllable=first, paged=paged, **said(key))
    return found


def _with_children(terms: Mapping[str, Term]) -> dict[str, Term]:
    children: dict[str, list[str]] = {}
    for key, term in terms.items():
        if term.parent:
            children.setdefault(term.parent, []).append(key)
    return {
        key: replace(term, children=tuple(children[key])) if key in children else term for key, term in terms.items()
    }
