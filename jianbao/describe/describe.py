"""A layout to articles with facts: newspaper, date, kind, byline, regions, tags.

Takes a Page, its Layout and a Context; gives the PageFacts and one Article per piece, in order, its body left empty
(whoever writes the file makes it from the piece's blocks). A fact that a person corrected for the page wins and holds
for its articles. Every inference is a Claim; `claims` gives them for `explain`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from jianbao.authority import Authority
from jianbao.claims import Claim
from jianbao.describe import byline, date, kind, newspaper, place, subject, texts
from jianbao.describe.place import Names
from jianbao.describe.texts import Read
from jianbao.model import Article, Layout, Page, PageFacts, Source
from jianbao.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """What a page is described with. known: page facts that a person corrected (newspaper, date, folio, section)."""

    settings: Settings
    authority: Authority
    known: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a piece says, read once for all rules."""

    read: Read
    names: Names


def describe(page: Page, layout: Layout, context: Context) -> tuple[PageFacts, tuple[Article, ...]]:
    """Returns the facts of a page and its articles."""
    told = _told(layout, context)
    facts = _facts(page, layout, context, told)
    return facts, tuple(_article(page, one, facts, context)[0] for one in told)


def claims(page: Page, layout: Layout, context: Context) -> dict[str, tuple[Claim, ...]]:
    """Returns the claims behind the facts, by id of the page and of each article."""
    told = _told(layout, context)
    facts = _facts(page, layout, context, told)
    described = [_article(page, one, facts, context) for one in told]
    return {page.id: facts.claims} | {article.id: found for article, found in described}


def page_facts(page: Page, layout: Layout, context: Context) -> PageFacts:
    """Returns the facts of a page: those that people corrected, the others as the page tells them."""
    return _facts(page, layout, context, _told(layout, context))


def _told(layout: Layout, context: Context) -> list[_Told]:
    read = map(texts.read, layout.pieces)
    return [_Told(one, place.names(one, context.authority)) for one in read]


def _facts(page: Page, layout: Layout, context: Context, told: Sequence[_Told]) -> PageFacts:
    paper = newspaper.newspaper(page, layout, context.settings, context.authority)
    if not paper.value:
        paper = newspaper.by_places(_provinces(told, context.authority), context.settings)
    issued, date_basis, reasons = date.date(page, layout)
    folio, section = newspaper.folio(page, layout)
    facts = PageFacts(
        page.path,
        page.encoding,
        paper.value,
        newspaper.basis(paper),
        issued,
        date_basis,
        folio,
        section,
        layout.furniture,
        layout.repeats,
        claims=(*paper.claims, *reasons),
    )
    return _corrected(facts, context.known)


def _corrected(facts: PageFacts, known: dict[str, str]) -> PageFacts:
    """The facts with what a person put right."""
    if "newspaper" in known:
        facts = replace(facts, newspaper=known["newspaper"], newspaper_basis="cataloguer" if known["newspaper"] else "")
    if "date" in known:
        facts = replace(facts, date=known["date"], date_basis="cataloguer" if known["date"] else "")
    return replace(facts, folio=known.get("folio", facts.folio), section=known.get("section", facts.section))


def _provinces(told: Sequence[_Told], authority: Authority) -> list[str]:
    """The province of each piece that names a place."""
    found = (place.regions(one.names, authority).regions for one in told)
    return [paths[0].split("/")[0] for paths in found if paths]


def home_of(name: str, context: Context) -> str:
    """Returns the home region of a newspaper: as settings or authority say, else the place its name begins with."""
    if any(paper.name == name for paper in context.settings.newspapers):
        return context.settings.home_of(name)
    listed = context.authority.home_of(name)
    if listed is not None:
        return listed
    gazetteer = context.authority.gazetteer
    for length in (4, 3, 2):
        readings = gazetteer.names.get(name[:length], ())
        short = [reading for reading in readings if reading.kind in ("short", "full")]
        if short:
            return gazetteer.paths[min(short, key=lambda reading: len(gazetteer.line(reading.code))).code]
    return ""


def _article(page: Page, told: _Told, facts: PageFacts, context: Context) -> tuple[Article, tuple[Claim, ...]]:
    read, piece = told.read, told.read.piece
    year = int(facts.date[:4]) if facts.date[:4].isdigit() else 0
    placed = place.regions(told.names, context.authority, home_of(facts.newspaper, context), year)
    signed, authors, who = byline.byline(piece, context.authority.people)
    sort = kind.kind(read)
    tags, about = subject.tags(read, context.authority, year)
    article = Article(
        id=f"{page.id}-{min(piece.lines, default=0)}",
        title=piece.title or texts.supplied_title(read) or "(无题)",
        title_basis="" if piece.title else "supplied",
        kicker=piece.kicker,
        subtitle=piece.subtitle,
        column=piece.column,
        kind=sort.value,
        newspaper=facts.newspaper,
        date=facts.date,
        date_basis=facts.date_basis,
        folio=facts.folio,
        section=facts.section,
        byline=signed,
        authors=authors,
        regions=placed.regions,
        places=placed.names,
        tags=tags,
        source=Source(page.path, piece.lines, piece.further),
        review=(*piece.review, *placed.notes),
    )
    return article, (*piece.claims, *sort.claims, *who, *placed.claims, *about, *_inherited(facts))


def _inherited(facts: PageFacts) -> Iterable[Claim]:
    """The page's claims about date and newspaper hold for its articles."""
    return facts.claims
