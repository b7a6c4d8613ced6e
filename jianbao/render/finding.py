"""Views by which pieces are found: the region tree, the indexes of subjects, newspapers and authors, and a term of any
of them with its years and months.

Takes the archive and a facet or term, gives what the template shows. A long list is divided by year and month, so that
today's paper leaves the lists of earlier years as they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.terms import Facet, Term
from jianbao.chinese import pinyin
from jianbao.chinese.gazetteer import Former
from jianbao.render import days
from jianbao.render.frames import Frame, Group, Link, by_month, by_year, frame, term_link
from jianbao.render.pages import page_entry
from jianbao.said import listed, say, spaced

Slice = tuple[int | None, int | None]
LONG = 100  # a list with more pieces than this is divided
NAMES = {"regions": say("地区"), "tags": say("主题"), "newspapers": say("报纸"), "authors": say("作者")}
INDEXES = {"regions": links.REGIONS, "tags": links.TAGS, "newspapers": links.NEWSPAPERS, "authors": links.AUTHORS}


@dataclass(frozen=True, slots=True)
class Branch:
    """A region and those below it."""

    head: Link
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class RegionsView:
    """The tree of regions. provinces: by code, each with a shade from 1 to 4 by its number of pieces; unknown: names
    that the authority does not have."""

    frame: Frame
    provinces: Mapping[str, tuple[int, Link]]
    branches: tuple[Branch, ...]
    unknown: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SubjectsView:
    """The index of subjects. branches: the tree of those in use; unknown: those that are not in the subject list;
    letters: by pinyin, each name with the subject it stands for, which is another one where the index refers to it:
    讨薪 见 劳动报酬; count: of subjects in use."""

    frame: Frame
    branches: tuple[Branch, ...]
    unknown: tuple[Link, ...]
    letters: tuple[tuple[str, tuple[tuple[str, Link], ...]], ...]
    count: int


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index by pinyin: for each initial its terms."""

    frame: Frame
    facet: str
    letters: tuple[tuple[str, tuple[Link, ...]], ...]
    count: int


@dataclass(frozen=True, slots=True)
class TermView:
    """A term, or a year or month of it. slices: the years, or the months of a year; here: the slice shown, '' all;
    groups: the pieces, empty when the list is divided; narrower: the regions
    or subjects below, or the pages of a newspaper; broader, related: other subjects; also: names that lead here; code,
    formers: of a region, its code and its former names with their years."""

    frame: Frame
    facet: str
    name: str
    note: str
    count: int
    here: str
    narrower: tuple[Link, ...]
    slices: tuple[Link, ...]
    groups: tuple[Group, ...]
    code: str = ""
    formers: tuple[str, ...] = ()
    broader: tuple[Link, ...] = ()
    related: tuple[Link, ...] = ()
    also: tuple[str, ...] = ()


def regions_view(archive: Archive) -> RegionsView:
    """Returns what the region index shows, in the order of the codes."""
    top = archive.regions.top()
    return RegionsView(
        frame(archive, NAMES["regions"], "regions"),
        _shaded([term for term in top if term.known]),
        tuple(_branch(archive.regions, term) for term in top if term.known),
        tuple(term_link(term) for term in top if not term.known),
    )


def _shaded(terms: Sequence[Term]) -> dict[str, tuple[int, Link]]:
    most = max((len(term.articles) for term in terms), default=1)
    return {term.key: (1 + len(term.articles) * 3 // most, term_link(term)) for term in terms}


def _branch(facet: Facet, term: Term) -> Branch:
    return Branch(term_link(term), tuple(_branch(facet, below) for below in facet.below(term)))


def subjects_view(archive: Archive) -> SubjectsView:
    """Returns what the index of subjects shows."""
    facet = archive.tags
    also = ((name, term) for term in facet.terms.values() for name in term.also if name not in facet.terms)
    entries = [(term.name, term) for term in facet.terms.values()]
    entries += [(name, term) for name, term in also if not _beside(name, term.name)]
    entries.sort(key=lambda entry: (pinyin.initial(entry[0]) == "#", pinyin.sort_key(entry[0])))
    letters = groupby(entries, lambda entry: pinyin.initial(entry[0]))
    return SubjectsView(
        frame(archive, NAMES["tags"], "tags"),
        tuple(_branch(facet, term) for term in facet.top() if term.known),
        tuple(term_link(term) for term in facet.top() if not term.known),
        tuple((initial, tuple((name, term_link(term)) for name, term in held)) for initial, held in letters),
        len(facet.terms),
    )


def _beside(name: str, term: str) -> bool:
    """Whether two names stand beside each other in the index, so that it need not refer from one to the other."""
    return name.startswith(term) or term.startswith(name)


def index_view(archive: Archive, facet: Facet) -> IndexView:
    """Returns what the index of newspapers or authors shows."""
    letters = groupby(facet.terms.values(), lambda term: term.initial)
    listed = tuple((initial, tuple(term_link(term) for term in terms)) for initial, terms in letters)
    return IndexView(frame(archive, NAMES[facet.name], facet.name), facet.name, listed, len(facet.terms))


def divided(facet: Facet, term: Term) -> bool:
    """Returns whether years and months of a term have pages of their own: always for regions, else for long lists."""
    return facet.name == "regions" or len(term.articles) > LONG


def slices(archive: Archive, term: Term) -> dict[Slice, tuple[str, ...]]:
    """Returns the pieces of a term by (year, None), by (year, month), and under (None, None) those without a year."""
    found: dict[Slice, list[str]] = {}
    for id in term.articles:
        stand = archive.stands[id]
        for key in {(stand.year, None): None, (stand.year, stand.month): None}:
            found.setdefault(key, []).append(id)
    return {key: tuple(found[key]) for key in sorted(found, key=lambda key: (key[0] or 9999, key[1] or 0))}


def term_view(archive: Archive, facet: Facet, term: Term) -> TermView:
    """Returns what the page of a term shows: its years, and its pieces unless they are too many."""
    parts = slices(archive, term) if divided(facet, term) else {}
    years = tuple(_slice_link(term, key, ids) for key, ids in parts.items() if key[1] is None)
    return TermView(
        frame=frame(archive, term.name, facet.name, _crumbs(facet, term)),
        facet=facet.name,
        name=term.name,
        note=_note(archive, facet, term),
        count=len(term.articles),
        here="",
        narrower=_pages(archive, term) if facet is archive.newspapers else tuple(map(term_link, facet.below(term))),
        slices=years,
        groups=_led(by_year(archive, term.articles), years) if len(term.articles) <= LONG else (),
        code=term.key if facet.name == "regions" and term.known else "",
        formers=tuple(map(former, term.formers)),
        broader=tuple(map(term_link, facet.above(term)[-1:])) if facet is archive.tags else (),
        related=tuple(term_link(facet.terms[key]) for key in term.related),
        also=term.also,
    )


def former(one: Former) -> str:
    """Returns a former name with its years, as far as they are known.

    >>> str(former(Former('萧山市', '浙江省', 1987, 2001, ''))), str(former(Former('迪化县', '新疆', 0, 1954, '')))
    ('萧山市（1987—2001）', '迪化县（至1954）')
    """
    if not one.until:
        return one.name
    if not one.since:
        return say("%(name)s（至%(until)s）", name=one.name, until=one.until)
    return say("%(name)s（%(since)s—%(until)s）", name=one.name, since=one.since, until=one.until)


def slice_view(
    archive: Archive, facet: Facet, term: Term, key: Slice, parts: Mapping[Slice, tuple[str, ...]]
) -> TermView:
    """Returns what the page of a year or month of a term shows; parts: all of the term's."""
    ids = parts[key]
    months = tuple(
        _slice_link(term, other, parts[other]) for other in parts if other[0] == key[0] and other[1] and not key[1]
    )
    name = _slice_name(key)
    crumbs = [*_crumbs(facet, term), term_link(term)]
    if key[1]:
        crumbs.append(_slice_link(term, (key[0], None), parts[key[0], None]))
    return TermView(
        frame=frame(archive, spaced(term.name, name), facet.name, crumbs, name),
        facet=facet.name,
        name=term.name,
        note=term.note,
        count=len(ids),
        here=name,
        narrower=(),
        slices=months if key[0] else (),
        groups=_led(by_month(archive, ids), months) if key[1] or len(ids) <= LONG else (),
    )


def _note(archive: Archive, facet: Facet, term: Term) -> str:
    """What a term is; an author's papers too: one name in two papers may be two people."""
    papers = {article.newspaper: None for article in archive.taken(term.articles) if article.newspaper}
    if facet is not archive.authors or not papers:
        return term.note
    return say("%(roles)s · %(papers)s", roles=term.note, papers=listed(papers)) if term.note else listed(papers)


def _pages(archive: Archive, paper: Term) -> tuple[Link, ...]:
    """Returns the latest pages of a newspaper."""
    pages = [page for page in archive.pages.values() if page.facts.newspaper == paper.name][-LONG:]
    return tuple(page_entry(archive, page) for page in reversed(pages))


def _crumbs(facet: Facet, term: Term) -> tuple[Link, ...]:
    return (Link(NAMES[facet.name], INDEXES[facet.name]), *map(term_link, facet.above(term)))


def _slice_link(term: Term, key: Slice, ids: tuple[str, ...]) -> Link:
    return Link(_slice_name(key), links.beneath(term.address, *key), len(ids))


def _led(groups: Sequence[Group], parts: Sequence[Link]) -> tuple[Group, ...]:
    """Returns the groups, each headed by the part of the term it is, not by the year of the whole archive."""
    parted = {part.text: part for part in parts}
    return tuple(replace(group, head=parted.get(group.head.text, group.head)) for group in groups)


def _slice_name(key: Slice) -> str:
    year, month = key
    return days.span(year, month) if year else days.UNKNOWN
