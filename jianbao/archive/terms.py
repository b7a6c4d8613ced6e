"""Facets: the terms by which articles are found, all of one type.

Takes articles with their shelves and regions, gives for each facet its terms, each with the articles under it. A term
above another (a province, a year) holds the articles of all below it, each once. Nothing is sorted here but the terms:
articles come in the order they are given."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from jianbao import links
from jianbao.archive.stand import UNDATED, Stand, address
from jianbao.authority import Authority
from jianbao.chinese import pinyin
from jianbao.chinese.gazetteer import Former
from jianbao.model import Article
from jianbao.said import listed, say
from jianbao.settings import Settings
from jianbao.subjects import Subject


@dataclass(frozen=True, slots=True)
class Term:
    """One heading of a facet. key: unique in the facet; articles: ids; parent, children: keys; initial: A..Z or #;
    note: what it is (a region's level, an author's roles, a newspaper's home); formers: names it had; known: the
    authority has it; also: other names that lead to it; related: keys of terms to see also."""

    key: str
    name: str
    address: str
    articles: tuple[str, ...] = ()
    parent: str = ""
    children: tuple[str, ...] = ()
    initial: str = "#"
    note: str = ""
    formers: tuple[Former, ...] = ()
    known: bool = True
    also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sound: str = ""
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


def dates(articles: Iterable[Article], stands: Mapping[str, Stand]) -> Facet:
    """Returns the years, months, days and the undated shelf."""
    held = _hold(articles, lambda article: stands[article.id].shelves)
    terms = {key: Term(key, key, address(key), ids, _over(key)) for key, ids in sorted(held.items())}
    return Facet("dates", _with_children(terms))


def _over(key: str) -> str:
    return "" if key == UNDATED else key.rpartition("-")[0]


def locate(articles: Iterable[Article], authority: Authority) -> tuple[dict[str, Region], dict[str, Term]]:
    """Returns each region path in use with the keys along it, and a term without articles for each key."""
    regions: dict[str, Region] = {}
    terms: dict[str, Term] = {}
    for path in sorted({path for article in articles for path in article.regions if path.strip("/ ")}):
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


def regions(articles: Iterable[Article], located: Mapping[str, Region], terms: Mapping[str, Term]) -> Facet:
    """Returns the tree of regions; an article counts in its regions and in all above them."""
    held = _hold(
        articles, lambda article: [key for path in article.regions if path in located for key in located[path].keys]
    )
    filled = {key: replace(term, articles=held[key]) for key, term in sorted(terms.items()) if key in held}
    return Facet("regions", _with_children(filled))


def tags(articles: Sequence[Article], authority: Authority) -> Facet:
    """Returns the subjects in use and those above them, by pinyin; an article counts in its subjects and in all above
    them. What the authority says a subject is for becomes its note."""
    chains = {tag: tuple(_up_from(tag, authority)) for tag in {tag for article in articles for tag in article.tags}}
    held = _hold(articles, lambda article: [term for tag in article.tags if tag for term in chains[tag]])
    subjects = {key: authority.subject(key) for key in held}
    said = {key: _as_listed(subject, held) for key, subject in subjects.items()}
    return Facet("tags", _with_children(_by_pinyin(held, links.tag, said)))


def _up_from(tag: str, authority: Authority) -> Iterator[str]:
    """A subject and those above it."""
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


def newspapers(articles: Iterable[Article], settings: Settings, authority: Authority) -> Facet:
    """Returns the newspapers by pinyin, each with its home region as a note."""
    held = _hold(articles, lambda article: (article.newspaper,) if article.newspaper else ())
    said = {key: {"note": settings.home_of(key) or authority.home_of(key) or ""} for key in held}
    return Facet("newspapers", _by_pinyin(held, links.newspaper, said))


def authors(articles: Sequence[Article], authority: Authority) -> Facet:
    """Returns the authors by pinyin, each with the roles it is printed with, the most frequent first, and the other
    names that the authority has for it. Two authors of three sign one piece: a page of it would say less than the
    piece, and be a file more, so that their names lead there."""
    held = _hold(articles, lambda article: [author.name for author in article.authors if author.name])
    roles: dict[str, dict[str, int]] = {key: {} for key in held}
    for author in (author for article in articles for author in article.authors if author.name):
        roles[author.name][author.role] = roles[author.name].get(author.role, 0) + 1
    also = {person.name: person.also for person in authority.people if person.also}
    single = {key for key, ids in held.items() if len(ids) == 1 and key not in also}
    others = {key: also.get(key, ()) for key in held}
    said = {key: {"note": _signs(_roles(roles[key]), listed(others[key])), "also": others[key]} for key in held}
    return Facet("authors", _by_pinyin(held, links.author, said, single, person=True))


def _signs(roles: str, also: str) -> str:
    if roles and also:
        return say("%(roles)s，又署%(names)s", roles=roles, names=also)
    return say("又署%(names)s", names=also) if also else roles


def _roles(counts: Mapping[str, int]) -> str:
    return listed(role for role, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if role)


def _by_pinyin(
    held: Mapping[str, tuple[str, ...]],
    to_address: Callable[[str], str],
    said: Mapping[str, Mapping[str, Any]],
    single: Container[str] = (),
    person: bool = False,
) -> dict[str, Term]:
    """The terms in the order of their sounds. Addresses are as they were before surnames were read as such. said: what
    else is known of each; single: those that lead to their one piece; person: they are names of persons."""
    slugs = links.distinct((key, pinyin.slug(key)) for key in held if key not in single)
    found = []
    for key, ids in held.items():
        paged = key in slugs
        address = to_address(slugs[key]) if paged else links.article(ids[0])
        initial, sound = pinyin.initial(key, person), pinyin.sort_key(key, person)
        found.append(Term(key, key, address, ids, initial=initial, sound=sound, paged=paged, **said[key]))
    found.sort(key=lambda term: (term.initial == "#", term.sound))
    return {term.key: term for term in found}


def _hold(articles: Iterable[Article], keys: Callable[[Article], Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The ids of the articles under each of their keys, each once."""
    held: dict[str, list[str]] = {}
    for article in articles:
        of_it = keys(article)
        for key in of_it if len(of_it) < 2 else dict.fromkeys(of_it):
            held.setdefault(key, []).append(article.id)
    return {key: tuple(ids) for key, ids in held.items()}


def _with_children(terms: Mapping[str, Term]) -> dict[str, Term]:
    children: dict[str, list[str]] = {}
    for key, term in terms.items():
        if term.parent:
            children.setdefault(term.parent, []).append(key)
    return {
        key: replace(term, children=tuple(children[key])) if key in children else term for key, term in terms.items()
    }
