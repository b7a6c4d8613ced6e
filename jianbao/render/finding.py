"""Views of the indexes: the region tree, the subjects, the newspapers and the authors.

Takes the archive, gives what the templates show. An index by pinyin that is too long for a page is divided by initial,
and an initial by syllable, so that it stays readable however many names there are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.marks import mark
from jianbao.archive.terms import Facet, Term
from jianbao.chinese import pinyin
from jianbao.render.division import PART, parts_of
from jianbao.render.frames import Frame, Link, frame, term_link
from jianbao.render.leaf import Leaf, ready
from jianbao.render.tilemap import TileMap, provinces
from jianbao.said import say, spaced

NAMES = {"regions": say("地区"), "tags": say("主题"), "newspapers": say("报纸"), "authors": say("作者")}
INDEXES = {"regions": links.REGIONS, "tags": links.TAGS, "newspapers": links.NEWSPAPERS, "authors": links.AUTHORS}
MANY = 400  # names on a page of an index
_DEEP = 600  # regions or subjects: when there are more, the lower ones stand on the pages of those above them alone

Name = tuple[str, Link]
"""A name with the term it stands for, which is another one where the index refers to it: 讨薪 见 劳动报酬."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A region or subject and those below it."""

    head: Link
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The names of an initial or a syllable. path: of the page that has them, '' when they stand here."""

    sound: str
    path: str
    count: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class RegionsView:
    """The tree of regions. tiles: the provinces; unknown: names that the authority does not have, a part of them."""

    frame: Frame
    tiles: TileMap | None
    branches: tuple[Branch, ...]
    unknown: tuple[Link, ...]
    parts: tuple[str, ...]
    part: int


@dataclass(frozen=True, slots=True)
class SubjectsView:
    """The index of subjects. branches: the tree of those in use; unknown: those that are not in the subject list,
    unless they are too many; letters: all by pinyin; count: of subjects in use."""

    frame: Frame
    branches: tuple[Branch, ...]
    unknown: tuple[Link, ...]
    letters: tuple[Letter, ...]
    count: int


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index by pinyin, or the part of one: an initial, a syllable of it, a numbered part of that."""

    frame: Frame
    facet: str
    letters: tuple[Letter, ...]
    count: int
    whole: bool = True
    parts: tuple[str, ...] = ()
    part: int = 1


def region_views(archive: Archive) -> Iterator[tuple[str, RegionsView]]:
    """Yields the region index, in the order of the codes, and further parts of what is in no table of divisions."""
    facet = archive.regions
    top = facet.top()
    known = tuple(term for term in top if term.known)
    depth = 2 if len(facet.terms) > _DEEP else 9
    branches = tuple(_branch(facet, term, depth) for term in known)
    unknown = [term_link(term) for term in top if not term.known]
    chunks = [tuple(unknown[at : at + PART]) for at in range(0, len(unknown), PART)] or [()]
    addresses = parts_of(links.REGIONS, len(chunks))
    for number, chunk in enumerate(chunks, 1):
        first = number == 1
        yield (
            links.part(links.REGIONS, number),
            RegionsView(
                frame(archive, NAMES["regions"], "regions") if first else _part_frame(archive, facet, str(number)),
                provinces(archive) if first else None,
                branches if first else (),
                chunk,
                addresses,
                number,
            ),
        )


def _branch(facet: Facet, term: Term, depth: int = 9) -> Branch:
    below = facet.below(term) if depth > 1 else ()
    return Branch(term_link(term), tuple(_branch(facet, one, depth - 1) for one in below))


def _part_frame(archive: Archive, facet: Facet, *said: str) -> Frame:
    """The frame of a part of an index: its index, then what it is a part of, then itself."""
    name = NAMES[facet.name]
    *above, here = said
    crumbs = [Link(name, INDEXES[facet.name]), *(Link(one, links.letter(INDEXES[facet.name], one)) for one in above)]
    return frame(archive, spaced(name, *said), facet.name, crumbs, here)


def subjects_view(archive: Archive, names: Sequence[Name]) -> SubjectsView:
    """Returns what the index of subjects shows. names: of all of them."""
    facet = archive.tags
    unknown = tuple(term_link(term) for term in facet.top() if not term.known)
    known = tuple(term for term in facet.top() if term.known)
    depth = 1 if sum(term.known for term in facet.terms.values()) > _DEEP else 9
    return SubjectsView(
        frame(archive, NAMES["tags"], "tags"),
        tuple(_branch(facet, term, depth) for term in known[:_DEEP]),
        unknown if len(unknown) <= MANY else (),
        _letters(facet, names),
        len(facet.terms),
    )


def index_view(archive: Archive, facet: Facet, names: Sequence[Name]) -> IndexView:
    """Returns what the index of newspapers or authors shows. names: of all of them."""
    own = frame(archive, NAMES[facet.name], facet.name)
    return IndexView(own, facet.name, _letters(facet, names), len(facet.terms))


def names_of(facet: Facet) -> list[Name]:
    """Returns the names of a facet by pinyin; of subjects the other names too, which refer to them."""
    if facet.name != "tags":  # these stand in the order of their sounds
        return [(term.name, term_link(term)) for term in facet.terms.values()]
    also = ((name, term) for term in facet.terms.values() for name in term.also if name not in facet.terms)
    others = ((name, term) for name, term in also if not _beside(name, term.name))
    entries = [*((term.name, term) for term in facet.terms.values()), *others]
    entries.sort(key=lambda entry: _in_order(entry[0]))
    return [(name, term_link(term)) for name, term in entries]


def _in_order(name: str) -> tuple[bool, str, str]:
    initial, sound = pinyin.listed(name)
    return initial == "#", initial, sound


def _beside(name: str, term: str) -> bool:
    """Whether two names stand beside each other in the index, so that it need not refer from one to the other."""
    return name.startswith(term) or term.startswith(name)


def _letters(facet: Facet, names: Sequence[Name]) -> tuple[Letter, ...]:
    return tuple(_by_sound(facet, names, _initials(facet, names), len(names) > MANY))


def _initials(facet: Facet, names: Sequence[Name]) -> list[str]:
    return [facet.terms[name].initial if name in facet.terms else pinyin.listed(name)[0] for name, _ in names]


def _syllables(facet: Facet, names: Sequence[Name], initial: str) -> list[str]:
    """The first syllable of each name, in an address behind its initial: z-zhang."""
    terms = facet.terms
    firsts = (terms[name].syllable if name in terms else pinyin.listed(name)[1].partition(" ")[0] for name, _ in names)
    return [f"{initial.lower()}-{_plain(first)}" for first in firsts]


@lru_cache(1 << 12)
def _plain(syllable: str) -> str:
    return "".join(char for char in syllable if "a" <= char <= "z")[:6]


def _by_sound(facet: Facet, names: Sequence[Name], sounds: Sequence[str], apart: bool) -> Iterable[Letter]:
    """The names under their sounds. apart: each sound has a page of its own."""
    for sound, held in groupby(zip(sounds, names, strict=True), lambda pair: pair[0]):
        under = tuple(name for _, name in held)
        path = links.letter(INDEXES[facet.name], sound) if apart else ""
        yield Letter(sound, path, len(under), () if apart else under)


def letter_views(archive: Archive, facet: Facet, names: Sequence[Name]) -> Iterator[Leaf]:
    """Yields the pages of an index that is too long for one. names: of the facet."""
    if len(names) <= MANY:
        return
    initials = _initials(facet, names)
    for initial, held in groupby(zip(initials, names, strict=True), lambda pair: pair[0]):
        under = [name for _, name in held]
        sounds = [] if len(under) <= MANY or initial == "#" else _syllables(facet, under, initial)
        if not sounds:
            yield from _letter_pages(archive, facet, (initial,), under)
            continue
        syllables = tuple(_by_sound(facet, under, sounds, apart=True))
        whole = _part_frame(archive, facet, initial)
        view = IndexView(whole, facet.name, syllables, len(under), False)
        yield ready(links.letter(INDEXES[facet.name], initial), "index.html", view)
        for sound, alike in groupby(zip(sounds, under, strict=True), lambda pair: pair[0]):
            yield from _letter_pages(archive, facet, (initial, sound), [name for _, name in alike])


def _letter_pages(archive: Archive, facet: Facet, said: tuple[str, ...], names: Sequence[Name]) -> Iterator[Leaf]:
    """The page of a sound, in numbered parts when even that is too long."""
    address = links.letter(INDEXES[facet.name], said[-1])
    chunks = [tuple(names[at : at + MANY]) for at in range(0, len(names), MANY)]
    for number, chunk in enumerate(chunks, 1):
        shown = [f"{name} {link.text} {link.path} {link.count} {link.note!r}" for name, link in chunk]
        made_from = mark(facet.name, said, str(len(names)), str(len(chunks)), shown)
        make = partial(_letter_page, archive, facet, said, chunks, number)
        yield Leaf(links.part(address, number), "index.html", made_from, make)


def _letter_page(
    archive: Archive, facet: Facet, said: tuple[str, ...], chunks: Sequence[tuple[Name, ...]], number: int
) -> IndexView:
    addresses = parts_of(links.letter(INDEXES[facet.name], said[-1]), len(chunks))
    own = _part_frame(archive, facet, *said, *([str(number)] if number > 1 else []))
    chunk, count = chunks[number - 1], sum(map(len, chunks))
    return IndexView(own, facet.name, (Letter(said[-1], "", len(chunk), chunk),), count, False, addresses, number)
