"""The view of one article.

Takes the archive and an article, gives what its template shows. No HTML: the body stays Markdown until the
template asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.order import FiledPage
from jianbao.archive.related import PLACE, Related
from jianbao.chinese.typeset import typeset
from jianbao.model import Article, Author
from jianbao.render import days
from jianbao.render.citation import Citation, Cited, cite
from jianbao.render.frames import Frame, Link, opening
from jianbao.render.printed import PrintedLine
from jianbao.render.reporting import reporting, subject
from jianbao.said import listed, say, spaced

_MOST_PRINTED = 20_000  # characters of printed lines that a page carries a second time
_SUMMARY = 40  # characters that say what a piece is about


@dataclass(frozen=True, slots=True)
class Clue:
    """Why something is held to be so. lines: of the page, as text; quote: the words printed there."""

    value: str
    rule: str
    lines: str
    quote: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands. page: None when the page is not in the archive; file: of the page; lines: as text."""

    page: Link | None
    file: str
    lines: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A related piece. date: without the year where both have the same; ties: why it is one, each kind of tie with what
    both have, as a reader says it."""

    piece: Link
    supplied: bool
    date: str
    ties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article. signed: bylines in the body name all its authors, as print has it; places: each region as links from
    the province down, with the former name it is printed under; sources: where it begins, and the pages on which it
    goes on; printed: its lines as they came, empty when they are not at hand or too long to say twice; report: the
    address for mistakes with this article filled in, '' when the archive has none; previous, next: with the page and
    the date as note where these are others."""

    frame: Frame
    id: str
    title: str
    headline: str
    supplied: bool
    kicker: str
    subtitle: str
    column: str
    kind: str
    byline: str
    signed: bool
    authors: tuple[Link, ...]
    date: Link
    weekday: str
    date_basis: str
    inferred: bool
    clues: tuple[Clue, ...]
    places: tuple[tuple[tuple[Link, ...], str], ...]
    also: tuple[str, ...]
    tags: tuple[Link, ...]
    newspaper: Link | None
    folio: str
    section: str
    page: Link | None
    sources: tuple[Place, ...]
    review: tuple[str, ...]
    printed: tuple[PrintedLine, ...]
    related: tuple[Kin, ...]
    cited: Citation
    rights: str
    address: str
    report: str
    previous: Link | None
    next: Link | None
    body: str


def line_spans(lines: tuple[int, ...], page: FiledPage | None = None) -> str:
    """Returns line numbers as a reader writes them. page: its blank lines neither break a span nor end one.

    >>> str(line_spans((7, 9, 10, 11, 109)))
    '7、9-11、109'
    """
    printed = [line.no for line in page.lines] if page else []
    following = dict(pairwise(printed))
    spans: list[list[int]] = []
    for line in sorted(set(lines).intersection(printed) or set(lines)):
        if spans and line == following.get(spans[-1][1], spans[-1][1] + 1):
            spans[-1][1] = line
        else:
            spans.append([line, line])
    return listed(f"{first}-{last}" if last > first else str(first) for first, last in spans)


def article_view(archive: Archive, article: Article) -> ArticleView:
    """Returns what the page of an article shows."""
    page = archive.pages.get(archive.page_of.get(article.id, ""))
    beside = archive.neighbours[article.id]
    stand = archive.stands[article.id]
    paper = archive.newspapers.terms.get(article.newspaper)
    shelf = archive.dates.terms[stand.key]
    address = links.article(article.id)
    title, said = typeset(article.title), archive.settings
    around = (said.title, said.language, "dates", _crumbs(archive, article, page))
    return ArticleView(
        frame=Frame(title, title, *around, opening(archive, article.id, _SUMMARY)),
        id=article.id,
        title=article.title,
        headline=archive.headline(article.id),
        supplied=article.title_basis == "supplied",
        kicker=article.kicker,
        subtitle=article.subtitle,
        column=article.column,
        kind=article.kind,
        byline=article.byline,
        signed=archive.gists[article.id].signed,
        authors=tuple(_author(archive, author) for author in article.authors if author.name),
        date=Link(days.date(article.date), shelf.address),
        weekday=days.weekday(article.date),
        date_basis=article.date_basis,
        inferred=stand.inferred,
        clues=clues(page, "date") if article.date_basis != "cataloguer" else (),
        places=tuple(_places(archive, article)),
        also=article.also,
        tags=tuple(Link(tag, archive.tags.terms[tag].address) for tag in article.tags if tag),
        newspaper=Link(paper.name, paper.address) if paper else None,
        folio=article.folio,
        section=article.section,
        page=page_link(page),
        sources=tuple(_sources(archive, article)),
        review=article.review,
        printed=_printed(archive, article),
        related=tuple(_kin(archive, one, article) for one in archive.kin.of(article)),
        cited=_cited(archive, article),
        rights=said.rights,
        address=_outside(archive, address) or address,
        report=_report(archive, article),
        previous=_piece_link(archive, article, beside.previous),
        next=_piece_link(archive, article, beside.next),
        body=article.body,
    )


def _places(archive: Archive, article: Article) -> Iterator[tuple[tuple[Link, ...], str]]:
    for path in article.regions:
        if path in archive.places:
            printed = listed(one.name for one in article.places if one.region == path)
            yield tuple(Link(term.name, term.address) for term in archive.place(path)), printed  # no count: it grows


def _sources(archive: Archive, article: Article) -> Iterator[Place]:
    for part in article.source.parts:
        page = archive.pages.get(archive.filed.get(part.page, ""))
        yield Place(page_link(page), part.page, line_spans(part.lines, page))


def _author(archive: Archive, author: Author) -> Link:
    """An author; the one piece somebody signed leads to no other."""
    term = archive.authors.terms[author.name]
    return Link(author.name, term.address if term.paged else "", note=author.role)


def _printed(archive: Archive, article: Article) -> tuple[PrintedLine, ...]:
    found: list[PrintedLine] = []
    for part in article.source.parts:
        page = archive.pages.get(archive.filed.get(part.page, ""))
        name = (page_name(page) or part.page) if page and part.page != article.source.page else ""
        named = set(part.lines)
        lines = page.lines if page else ()
        found += [PrintedLine(line.no, line.text, name) for line in lines if line.no in named]
    return tuple(found) if sum(len(line.text) for line in found) <= _MOST_PRINTED else ()


def _kin(archive: Archive, one: Related, beside: Article) -> Kin:
    article = archive.articles[one.id]
    ties = tuple(
        (tie.kind, listed(what.rpartition("/")[2] if tie.kind == PLACE else what for what in tie.shared))
        for tie in one.ties
    )
    piece = Link(archive.headline(article.id), links.article(article.id), note=article.newspaper)
    date = days.in_year(article.date) if article.date[:4] == beside.date[:4] else days.date(article.date)
    return Kin(piece, article.title_basis == "supplied", date, ties)


def _cited(archive: Archive, article: Article) -> Citation:
    one = Cited(
        key=links.name(article.id),
        title=typeset(article.title),
        subtitle=typeset(article.subtitle),
        supplied=article.title_basis == "supplied",
        authors=tuple(dict.fromkeys(author.name for author in article.authors)),
        newspaper=article.newspaper,
        date=article.date,
        inferred=archive.stands[article.id].inferred,
        folio=article.folio,
        address=_outside(archive, links.article(article.id)),
        archive=archive.settings.title,
    )
    return cite(one)


def _report(archive: Archive, article: Article) -> str:
    path = links.article(article.id)
    return reporting(archive.settings.report, subject(article.id, article.title), _outside(archive, path) or path)


def _outside(archive: Archive, path: str) -> str:
    """Returns where a page will be published, '' when nobody said so."""
    base = links.outside(archive.settings.base_url)
    return f"{base.rstrip('/')}/{path}" if base else ""


def _crumbs(archive: Archive, article: Article, page: FiledPage | None) -> tuple[Link, ...]:
    shelf = archive.stands[article.id].key
    trail = [Link(say("日期"), links.DATES), Link(days.date(article.date), archive.dates.terms[shelf].address)]
    if article.newspaper:
        trail.append(Link(article.newspaper, archive.newspapers.terms[article.newspaper].address))
    found = page_link(page)
    return (*trail, found) if found else tuple(trail)


def page_link(page: FiledPage | None) -> Link | None:
    """Returns the link to a newspaper page, None when there is no page."""
    return Link(page_name(page) or say("版面"), links.page(page.id)) if page else None


def page_name(page: FiledPage) -> str:
    """Returns what a page is called: its folio and section, '' when neither is known."""
    folio = page.facts.folio
    return spaced(say("第%(folio)s版", folio=folio) if folio.isdigit() else folio, page.facts.section)


def _piece_link(archive: Archive, article: Article, id: str) -> Link | None:
    if not id:
        return None
    other = archive.articles[id]
    page = archive.pages.get(archive.page_of.get(id, ""))
    elsewhere = page and archive.page_of.get(id) != archive.page_of.get(article.id)
    date = days.date(other.date) if other.date != article.date else ""
    return Link(
        archive.headline(id), links.article(id), note=spaced(date, page_name(page) if page and elsewhere else "")
    )


def clues(page: FiledPage | None, about: str) -> tuple[Clue, ...]:
    """Returns what the page says for a fact, as far as the program noted it."""
    claims = page.facts.claims if page else ()
    return tuple(
        Clue(
            days.date(claim.value) if about == "date" else claim.value, claim.rule, line_spans(claim.lines), claim.quote
        )
        for claim in claims
        if claim.about == about and claim.weight > 0
    )
