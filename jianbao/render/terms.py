"""Views of a term: a region, subject or author with its pieces, and each of its years, months and days.

Takes the archive, a facet and a term, gives what the template shows, page by page. Newspapers have pages of their own
(`papers`)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.marks import mark
from jianbao.archive.terms import Facet, Term
from jianbao.chinese.gazetteer import Former
from jianbao.render.division import (
    LONG,
    Slice,
    Slices,
    numbered,
    parts_of,
    slice_name,
    slices,
)
from jianbao.render.finding import INDEXES, NAMES
from jianbao.render.frames import Frame, Group, Link, by_month, by_year, frame, further, named, term_link
from jianbao.render.leaf import Leaf
from jianbao.render.tilemap import TileMap, cities
from jianbao.said import listed, say, spaced

CROSSED = 24  # subjects of a place, places of a subject
_SHARED = 2  # pieces that have one: what a single piece is about, it says itself


@dataclass(frozen=True, slots=True)
class TermView:
    """A term, or a year, month or day of it. here: the slice shown, '' all; slices: those just below it; groups: the
    pieces that no page below holds; parts: the addresses of the parts of that list, part: which of them this is;
    narrower: the regions or subjects below; broader, related: other subjects; tiles: the cities of a province;
    subjects, places: that pieces share, the most frequent first, each with how many of them; also: names that lead
    here; home: of a region, as rows call places; code, formers: its code and its former names with their years."""

    frame: Frame
    facet: str
    name: str
    note: str
    count: int
    here: str
    narrower: tuple[Link, ...]
    slices: tuple[Link, ...]
    groups: tuple[Group, ...]
    parts: tuple[str, ...] = ()
    part: int = 1
    home: str = ""
    code: str = ""
    formers: tuple[str, ...] = ()
    broader: tuple[Link, ...] = ()
    related: tuple[Link, ...] = ()
    also: tuple[str, ...] = ()
    tiles: TileMap | None = None
    subjects: tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()


def made_from(archive: Archive, facet: Facet, terms: Sequence[Term]) -> Iterator[str]:
    """Yields for each of some terms the mark of all that its pages show."""
    held = [term.articles for term in terms]
    for term, shown, led in zip(terms, archive.each_marked(held), archive.each_led(held), strict=True):
        yield mark(_head(facet, term), shown, _whole(facet, term, led), repr(_tiles(archive, facet, term)))


def _head(facet: Facet, term: Term) -> list[str]:
    return [facet.name, term.key, term.name, term.address, repr(term.note), *_shown(facet.above(term))]


def term_views(archive: Archive, facet: Facet, term: Term) -> Iterator[Leaf]:
    """Yields the pages of a term, its own first."""
    parts = slices(archive, facet, term)
    head = _head(facet, term)
    for key in parts:
        chunks = numbered(parts.shown(key), LONG)
        address = _address(term, key)
        below = [f"{link.path} {link.count}" for link in _below(key, term, parts)]
        for number, ids in enumerate(chunks, 1):
            every = parts[key] if number == 1 else ids
            shows = [head, below, str(len(chunks)), str(len(parts[key])), archive.marked(every)]
            if number == 1 and not key:
                shows += [_whole(facet, term, archive.led(term.articles)), repr(_tiles(archive, facet, term))]
            make = partial(_page, archive, facet, term, Listed(key, parts, number, tuple(ids)))
            yield Leaf(links.part(address, number), "term.html", mark(*shows), make)


@dataclass(frozen=True, slots=True)
class Listed:
    """What of a term a page lists. parts: all slices of the term; number: of the part; ids: its pieces."""

    key: Slice
    parts: Slices
    number: int
    ids: tuple[str, ...]


def _whole(facet: Facet, term: Term, led: str) -> list[str]:
    """What stands on the first page of a term beside its pieces. led: the mark of where the names at these lead."""
    above = facet.above(term)[-1:] if facet.name == "tags" else ()
    linked = (*facet.below(term), *above, *(facet.terms[key] for key in term.related))
    counts = [str(len(one.articles)) for one in linked]
    said = repr((term.formers, term.also, term.related)) if term.formers or term.also or term.related else ""
    return [said, *counts, led, *_shown(linked)]


def _shown(terms: Iterable[Term]) -> list[str]:
    return [f"{term.name} {term.address} {term.note!r}" for term in terms]


def _page(archive: Archive, facet: Facet, term: Term, listed: Listed) -> TermView:
    key, parts = listed.key, listed.parts
    whole = _slice_view(archive, facet, term, key, parts) if key else _term_view(archive, facet, term, parts)
    address = _address(term, key)
    count = len(numbered(parts.shown(key), LONG))
    groups = _led((by_month if key else by_year)(archive, listed.ids), whole.slices)
    view = whole if listed.number == 1 else _further(whole, address, listed.number)
    home = named((*facet.above(term), term)) if facet is archive.regions else ""
    return replace(view, groups=groups, parts=parts_of(address, count), part=listed.number, home=home)


def _tiles(archive: Archive, facet: Facet, term: Term) -> TileMap | None:
    return cities(archive, term) if facet is archive.regions else None


def _address(term: Term, key: Slice) -> str:
    return links.beneath(term.address, *key) if key else term.address


def _further(view: TermView, address: str, number: int) -> TermView:
    """A numbered part of a list: its pieces alone, told from the others by its number."""
    bare = replace(view, narrower=(), slices=(), tiles=None, subjects=(), places=())
    return replace(bare, frame=further(view.frame, address, number))


def _term_view(archive: Archive, facet: Facet, term: Term, parts: Slices) -> TermView:
    return TermView(
        frame=frame(archive, term.name, facet.name, _crumbs(facet, term)),
        facet=facet.name,
        name=term.name,
        note=_note(archive, facet, term),
        count=len(term.articles),
        here="",
        narrower=tuple(map(term_link, facet.below(term))),
        slices=_below((), term, parts),
        groups=(),
        code=term.key if facet.name == "regions" and term.known else "",
        formers=tuple(map(former, term.formers)),
        broader=tuple(map(term_link, facet.above(term)[-1:])) if facet is archive.tags else (),
        related=tuple(term_link(facet.terms[key]) for key in term.related),
        also=term.also,
        tiles=_tiles(archive, facet, term),
        subjects=_subjects(archive, term) if facet is not archive.tags else (),
        places=_places(archive, term) if facet is not archive.regions else (),
    )


def _slice_view(archive: Archive, facet: Facet, term: Term, key: Slice, parts: Slices) -> TermView:
    above = [_slice_link(term, key[:depth], parts) for depth in range(1, len(key))]
    crumbs = [*_crumbs(facet, term), term_link(term), *above]
    name = slice_name(key)
    return TermView(
        frame=frame(archive, spaced(term.name, name), facet.name, crumbs, name),
        facet=facet.name,
        name=term.name,
        note="",
        count=len(parts[key]),
        here=name,
        narrower=(),
        slices=_below(key, term, parts),
        groups=(),
    )


def _below(key: Slice, term: Term, parts: Slices) -> tuple[Link, ...]:
    return tuple(_slice_link(term, other, parts) for other in parts.below(key))


def _slice_link(term: Term, key: Slice, parts: Slices) -> Link:
    return Link(slice_name(key), links.beneath(term.address, *key), len(parts[key]))


def _subjects(archive: Archive, term: Term) -> tuple[Link, ...]:
    """The subjects of a term's pieces, each with how many of these pieces it has."""
    counts = archive.tallies.subjects_of(term.articles)
    return tuple(_counted(archive.tags.terms[tag], count) for tag, count in _most(counts))


def _places(archive: Archive, term: Term) -> tuple[Link, ...]:
    """The cities that a term's pieces are about first of all, each with how many of these pieces it has; counties
    beside their cities would look like other pieces."""
    counts: Counter[str] = Counter()
    for path, count in archive.tallies.regions_of(term.articles).items():
        if path in archive.places:
            counts[archive.places[path].keys[:2][-1]] += count
    return tuple(_counted(archive.regions.terms[key], count) for key, count in _most(counts))


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent of those that pieces share: in a list of three pieces all they are about would be longer than
    the list, and lead back to each of them."""
    shared = [item for item in counts.items() if item[1] >= _SHARED]
    return sorted(shared, key=lambda item: (-item[1], item[0]))[:CROSSED]


def _counted(term: Term, count: int) -> Link:
    return Link(term.name, term.address, count)


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


def _note(archive: Archive, facet: Facet, term: Term) -> str:
    """What a term is; an author's papers too: one name in two papers may be two people."""
    if facet is not archive.authors:
        return term.note
    papers = archive.tallies.papers_of(term.articles)
    if not papers:
        return term.note
    if not term.note:
        return say("见于：%(papers)s", papers=listed(papers))
    return say("署名：%(roles)s；见于：%(papers)s", roles=term.note, papers=listed(papers))


def _crumbs(facet: Facet, term: Term) -> tuple[Link, ...]:
    return (Link(NAMES[facet.name], INDEXES[facet.name]), *map(term_link, facet.above(term)))


def _led(groups: Sequence[Group], parts: Sequence[Link]) -> tuple[Group, ...]:
    """Returns the groups, each headed by the part of the term it is, not by the year of the whole archive."""
    parted = {part.text: part for part in parts}
    return tuple(
        replace(group, head=parted[group.head.text]) if group.head.text in parted else group for group in groups
    )
