"""What every view is made of: the frame around it, links, entries of lists.

Takes articles and terms of an archive, gives frozen values without HTML; addresses are those of the site, templates
make the way to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.gist import shortened
from jianbao.archive.stand import UNDATED
from jianbao.archive.terms import Term
from jianbao.chinese.heads import Broken
from jianbao.chinese.typeset import typeset
from jianbao.model import Article
from jianbao.render import days
from jianbao.said import say, spaced

_OPENINGS = {4: 130, 3: 56}
_BETWEEN = "·"  # the names of a place
_KEPT = 1 << 13  # entries in the memory of a process
_LARGER = {"photo": 240, "feature": 300}  # characters that a kind is worth beyond its text


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; count: how many pieces are there, note: what it is. '' path: it leads nowhere."""

    text: str
    path: str
    count: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page. here: its short name; section: the entrance it belongs to; crumbs: what is above
    it; summary: the page in a sentence, for those who find it elsewhere, '' where its crumbs say enough."""

    title: str
    here: str
    archive: str
    language: str
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list. short: its date without the year; basis: of its date; supplied: the title is not printed;
    weight: 1 brief to 4 lead, as a page would set it; opening: the first words of a piece of weight 3 or 4."""

    path: str
    title: Broken
    supplied: bool
    kicker: str
    subtitle: str
    kind: str
    newspaper: str
    date: str
    short: str
    inferred: bool
    basis: str
    place: str
    byline: str
    weight: int = 2
    opening: str = ""

    def __hash__(self) -> int:
        """Returns the hash of its address: its row is looked up in a dozen lists, and no other piece stands there."""
        return hash(self.path)

    def within(self, home: str) -> str:
        """Returns its place where that of the page is known: 西湖区 on the page of 浙江省·杭州市, nothing on its own.
        home: that of the page, '' for none."""
        if not home or self.place == home:
            return "" if home else self.place
        return self.place.removeprefix(f"{home.rpartition(_BETWEEN)[2]}{_BETWEEN}")


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading. id: of its place on the page, '' for none."""

    head: Link
    entries: tuple[Entry, ...]
    id: str = ""

    @property
    def dated(self) -> bool:
        """Returns whether an entry has another date than the heading says."""
        return any(entry.date != self.head.text for entry in self.entries)

    @property
    def inferred(self) -> bool:
        """Returns whether the date of an entry is inferred."""
        return any(entry.inferred for entry in self.entries)


def frame(archive: Archive, title: str, section: str = "", crumbs: Iterable[Link] = (), here: str = "") -> Frame:
    """Returns the frame of a page. here: its short name, if it has one; crumbs: what is above it."""
    said = archive.settings
    return Frame(title, here or title, said.title, said.language, section, tuple(map(uncounted, crumbs)))


def further(whole: Frame, address: str, number: int) -> Frame:
    """Returns the frame of a numbered part of a list. whole: that of its first part, at this address."""
    trail = (*whole.crumbs, Link(whole.here, address))
    return replace(whole, title=spaced(whole.title, str(number)), here=str(number), crumbs=trail)


def uncounted(link: Link) -> Link:
    """Returns a link without its number of pieces: where none is shown, a new piece elsewhere must change nothing."""
    return Link(link.text, link.path) if link.count or link.note else link


def term_link(term: Term, text: str = "") -> Link:
    """Returns the link to a term, with the number of its pieces."""
    return Link(text or term.name, term.address, len(term.articles), term.note)


def date_link(archive: Archive, key: str) -> Link:
    """Returns the link to a shelf of the date index."""
    term = archive.dates.terms[key]
    return Link(days.UNKNOWN if key == UNDATED else days.date(key), term.address, len(term.articles))


def date_crumbs(archive: Archive, keys: Iterable[str]) -> tuple[Link, ...]:
    """Returns the crumbs along shelves, from the date index down."""
    return (Link(say("日期"), links.DATES), *(date_link(archive, key) for key in keys))


def entry(archive: Archive, article: Article, weight: int = 2) -> Entry:
    """Returns an article as a list shows it."""
    return Entry(
        path=links.article(article.id),
        title=archive.headline(article.id),
        supplied=article.title_basis == "supplied",
        kicker=article.kicker,
        subtitle=article.subtitle,
        kind=article.kind,
        newspaper=article.newspaper,
        date=days.date(article.date),
        short=days.in_year(article.date),
        inferred=archive.stands[article.id].inferred,
        basis=article.date_basis,
        place=named(archive.place(article.regions[0])) if article.regions else "",
        byline=article.byline,
        weight=weight,
        opening=opening(archive, article.id, _OPENINGS.get(weight, 0)),
    )


def named(place: Sequence[Term]) -> str:
    """Returns what a place is called, with what it lies in."""
    return _BETWEEN.join(term.name for term in place[-2:])


def entries(archive: Archive, ids: Iterable[str]) -> tuple[Entry, ...]:
    """Returns a list of articles in the order given."""
    return tuple(archive.entries.get(id) or _first(archive, id) for id in ids)


def _first(archive: Archive, id: str) -> Entry:
    """Of a hundred thousand articles not all entries are kept: each process has its own."""
    if len(archive.entries) >= _KEPT:
        archive.entries.clear()
    made: Entry = archive.entries.setdefault(id, entry(archive, archive.articles[id]))
    return made


def by_year(archive: Archive, ids: Iterable[str]) -> tuple[Group, ...]:
    """Returns articles under their years, the latest year first, the undated last; within a year as they appeared."""
    groups = _grouped(archive, ids, 4)
    undated = [groups.pop()] if groups and groups[-1].head.path == links.UNDATED else []
    return (*reversed(groups), *undated)


def by_month(archive: Archive, ids: Iterable[str]) -> tuple[Group, ...]:
    """Returns articles under their months, in order; those without a month lead."""
    return tuple(_grouped(archive, ids, 7))


def _grouped(archive: Archive, ids: Iterable[str], length: int) -> list[Group]:
    def shelf(id: str) -> str:
        key = archive.stands[id].key
        return key if key == UNDATED else key[:length]

    ordered = sorted(ids, key=shelf)  # stable: within a shelf the order given stays
    return [Group(uncounted(date_link(archive, key)), entries(archive, held)) for key, held in groupby(ordered, shelf)]


def weighed(archive: Archive, articles: Sequence[Article]) -> tuple[Entry, ...]:
    """Returns the pieces of a page, each with the weight a page would give it: 4 for the longest, 3 for other long
    ones, 1 for what is brief, a notice or an advert. A photo stands for more than its caption, a feature for more than
    its length."""
    lengths = [
        0
        if article.kind in ("notice", "advert", "other")
        else archive.gists[article.id].length + _LARGER.get(article.kind, 0)
        for article in articles
    ]
    longest = max(lengths, default=0)
    return tuple(
        entry(archive, article, _weight(length, longest)) for article, length in zip(articles, lengths, strict=True)
    )


def opening(archive: Archive, id: str, length: int) -> str:
    """Returns the first words of an article, as lists say them."""
    return typeset(shortened(archive.gists[id].opening, length)) if length else ""


def _weight(length: int, longest: int) -> int:
    if length == longest and length > 300:
        return 4
    return 3 if length > 900 else 2 if length > 250 else 1
