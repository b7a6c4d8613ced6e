"""The pages of one issue that jumps tie together: read, cut, met with what stands in their folders, and joined.

Takes the bytes of one page or of several and the texts of their folders; gives each page laid out. A piece that goes
on on another page (下转) takes the piece it goes on as with it, when both are still the program's; where people said
which lines an article holds, on whatever page, that stands. What finds no other half says so in its review."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jianbao.authority import Authority
from jianbao.describe import Context, page_facts
from jianbao.files import decisions
from jianbao.files.adopt import NOBODY, Adopted, Owners, adopt, held_of
from jianbao.files.folder import PAGE, Folder, open_folder
from jianbao.files.shelf import Copy
from jianbao.model import Decisions, Layout, Page, PageFacts, Source
from jianbao.problems import Fault, Problem
from jianbao.read import read_plain
from jianbao.segment import segment
from jianbao.segment.across import Link, Side, Spot, join, links, open_turns
from jianbao.settings import Settings

_TOLD = ("masthead", "filename", "cataloguer")
_DAY = len("2021-12-08")
_EMPTY = Layout(())
_NOTHING = Decisions()


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What a worker gets: the pages that must be clipped together, mostly one. why: with every claim about them."""

    copies: tuple[Copy, ...]
    settings: Settings
    authority: Authority
    why: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """One page laid out. page: None when it cannot be read; adopted: the pieces of its layout, in order, with their
    articles; others: what articles of other pages hold of it by people's word; decisions: what its page.md decides."""

    folder: Folder
    path: str
    page: Page | None
    context: Context
    problems: tuple[Problem, ...]
    layout: Layout = _EMPTY
    adopted: tuple[Adopted, ...] = ()
    others: Owners = NOBODY
    decisions: Decisions = _NOTHING

    @property
    def open(self) -> bool:
        """Can anything be written for it?"""
        return self.page is not None and self.folder.writable

    def with_adopted(self, adopted: Sequence[Adopted]) -> "Laid":
        layout = replace(self.layout, pieces=tuple(one.piece for one in adopted))
        return replace(self, layout=layout, adopted=tuple(adopted))


def lay_out(sheaf: Sheaf) -> list[Laid]:
    """Returns the pages of a sheaf, in its order."""
    cut = [_cut(copy, sheaf) for copy in sheaf.copies]
    owners = [_others(one, cut) for one in cut]
    met = []
    for one, others in zip(cut, owners, strict=True):
        layout, adopted = adopt(one.folder, one.layout, others)
        met.append(replace(one, layout=layout, adopted=tuple(adopted), others=others))
    by_path = {one.path: one for one in cut if one.page}
    given = [one.with_adopted([_with_further(adopted, by_path) for adopted in one.adopted]) for one in met]
    return _joined(given)


def _cut(copy: Copy, sheaf: Sheaf) -> Laid:
    folder = open_folder(copy.page_id, copy.texts, copy.path)
    context = Context(sheaf.settings, sheaf.authority, dict(folder.page.known))
    if copy.data is None:
        return Laid(_frozen(folder), copy.path, None, context, folder.problems)
    try:
        page = read_plain(copy.page_id, copy.path, copy.data)
    except Fault as fault:
        problems = (*folder.problems, fault.problem(f"pages/{copy.path}"))
        return Laid(_frozen(folder), copy.path, None, context, problems)
    decided, _ = decisions.read(folder.page, page, PAGE)
    return Laid(
        folder, copy.path, page, context, folder.problems, segment(page, decided, claims=sheaf.why), decisions=decided
    )


def _frozen(folder: Folder) -> Folder:
    """Returns the folder of a page that cannot be read: its articles stand as they are."""
    return replace(folder, held=tuple(replace(one, marks={}) for one in folder.held))


def _others(one: Laid, pages: Sequence[Laid]) -> Owners:
    """Returns what articles of other pages hold of a page, by people's word."""
    found = [held_of(one.path, other.folder, other.layout) for other in pages if other is not one]
    by_line = {no: id for owners in found for no, id in owners.by_line.items()}
    return Owners(by_line, tuple(lines for owners in found for lines in owners.deleted))


def _with_further(one: Adopted, pages: Mapping[str, Laid]) -> Adopted:
    """Returns an article whose lines people said with those on other pages, and the paragraphs that stand on them."""
    if not one.held or not one.held.stands_fast or not one.held.further:
        return one
    further = tuple(_printed(part, pages.get(part.page)) for part in one.held.further)
    blocks = [
        replace(block, lines=())
        for part in further
        if part.page in pages
        for piece in pages[part.page].layout.pieces
        for block in piece.blocks
        if block.lines[0] in part.lines
    ]
    piece = replace(one.piece, blocks=(*one.piece.blocks, *blocks), further=further)
    return replace(one, piece=piece)


def _printed(part: Source, laid: Laid | None) -> Source:
    """Returns lines as they stand on a page, without the blank ones that a range runs over."""
    printed = {line.no for line in laid.page.lines} if laid and laid.page else set(part.lines)
    return replace(part, lines=tuple(no for no in part.lines if no in printed))


def _joined(pages: Sequence[Laid]) -> list[Laid]:
    """Returns the pages with the pieces that go on on another page joined to their beginnings."""
    if not any(one.piece.turns for page in pages for one in page.adopted):
        return list(pages)
    sides = tuple(_side(one) for one in pages)
    issue = _Issue(tuple(pages), sides, tuple(links(sides)))
    chains = _chains({link.before: link for link in issue.found if issue.let_go(link)})
    moved = {link.after for chain in chains.values() for link in chain}
    return [
        page.with_adopted(
            [
                issue.grown(spot, chains.get(spot, ()))
                for spot in ((at, number) for number in range(len(page.adopted)))
                if spot not in moved
            ]
        )
        for at, page in enumerate(pages)
    ]


def _side(one: Laid) -> Side:
    """Returns what links go by: of newspaper and date only what is printed, filed or corrected so."""
    facts = page_facts(one.page, one.layout, one.context) if one.page else PageFacts(one.path)
    paper = facts.newspaper if facts.newspaper_basis in _TOLD else ""
    day = facts.date if facts.date_basis in _TOLD and len(facts.date) == _DAY else ""
    return Side(facts.folio, paper, day, one.layout.pieces)


def _chains(follows: Mapping[Spot, Link]) -> dict[Spot, tuple[Link, ...]]:
    """Returns the links from each first piece on, over as many pages as it has. A piece that would come back to a page
    begins anew there; where all follow in a circle none is first, and none is joined."""
    starts = sorted(set(follows) - {link.after for link in follows.values()})
    chains: dict[Spot, tuple[Link, ...]] = {}
    while starts:
        spots, chain = [starts.pop()], list[Link]()
        while spots[-1] in follows and follows[spots[-1]].after[0] not in {page for page, _ in spots}:
            chain.append(follows[spots[-1]])
            spots.append(chain[-1].after)
        chains[spots[0]] = tuple(chain)
        if spots[-1] in follows:
            starts.append(follows[spots[-1]].after)
    return chains


@dataclass(frozen=True, slots=True)
class _Issue:
    """The pages with what links go by, and the links that were found, whether the pieces may be joined or not."""

    pages: tuple[Laid, ...]
    sides: tuple[Side, ...]
    found: tuple[Link, ...]

    def at(self, spot: Spot) -> Adopted:
        return self.pages[spot[0]].adopted[spot[1]]

    def let_go(self, link: Link) -> bool:
        """May a piece take another? Neither when people said what it holds, nor when they changed the other, nor when
        it would part lines that they made one article."""
        before, after = self.at(link.before).held, self.at(link.after).held
        grows = self.pages[link.before[0]].open and not (before and before.stands_fast)
        goes = after is None or after.untouched
        return grows and goes and self._whole(link.before) and self._whole(link.after)

    def _whole(self, spot: Spot) -> bool:
        """Has a piece all lines that a person gave it in page.md? An article that they changed may hold some."""
        piece = self.at(spot).piece
        return not piece.decided or set(piece.lines) in map(set, self.pages[spot[0]].decisions.articles)

    def grown(self, spot: Spot, chain: Sequence[Link]) -> Adopted:
        """Returns a piece with what follows it, and with notes about the turns that lead nowhere."""
        one = self.at(spot)
        piece, gone = one.piece, list(one.gone)
        for link in chain:
            at, other = link.after[0], self.at(link.after)
            kept = {no for no, role in self.pages[at].decisions.roles.items() if role == "crosshead"}
            piece = join(piece, other.piece, self.sides[at].folio, kept)
            further = Source(self.pages[at].path, other.piece.lines)
            piece = replace(piece, further=(*piece.further, further), claims=(*piece.claims, *link.claims))
            gone += [*([other.held] if other.held else []), *other.gone]
        notes = self._notes(spot, chain[-1].after if chain else spot)
        return replace(one, piece=replace(piece, review=(*piece.review, *notes)), gone=tuple(gone))

    def _notes(self, first: Spot, last: Spot) -> Iterator[str]:
        """Yields what a cataloguer should know of a piece whose other half is not with it."""
        begun, going = self.at(first).piece, self.at(last).piece
        beyond = [turn for turn in open_turns(going, self.sides[last[0]].folio) if turn.onward]
        before = [turn for turn in open_turns(begun, self.sides[first[0]].folio) if not turn.onward]
        if before:
            there = any(link.after == first for link in self.found)
            yield f"上接第{before[0].folios[0]}版的上文" + ("另成一篇" if there else "未收入")
        if beyond and not going.further:
            there = any(link.before == last for link in self.found)
            yield f"下转第{beyond[0].folios[0]}版的续文" + ("另成一篇" if there else "未收入")
