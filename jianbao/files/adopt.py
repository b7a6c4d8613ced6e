"""New pieces of a page meet the articles that stand there: which is which, and whose the lines are.

A piece is the article with which it shares most of the lines that we wrote last; the article keeps the id it was given
once. Lines that a person gave to an article, lines of a text that a person wrote, lines set aside in page.md: they
stay, whatever the program thinks now. What a person deleted is not made again. What is over becomes its own article."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from jianbao.files.doubted import homes, unsettled
from jianbao.files.folder import Folder
from jianbao.files.held import Held
from jianbao.model import Doubt, Furniture, Layout, Piece


@dataclass(frozen=True, slots=True)
class Adopted:
    """A piece with the article that stood there for it, None for a new one, and the articles that it has swallowed."""

    piece: Piece
    held: Held | None
    gone: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose the lines of a page are, where people said so. by_line: the id of an article, '' for lines set aside;
    deleted: the lines of each article that people took away."""

    by_line: dict[int, str]
    deleted: tuple[frozenset[int], ...]

    def taken(self, piece: Piece, held: Held | None) -> set[int]:
        """Returns the lines of a piece that are not its own to have."""
        own = held.id if held else None
        lost = {no for no in piece.lines if no in self.by_line and self.by_line[no] != own}
        return lost | (set() if held else set(piece.lines) & self.undone(piece))

    def undone(self, piece: Piece) -> set[int]:
        """Returns the lines that go with articles people took away. Where a person decided other lines since, these are
        an article; the very lines that were deleted stay deleted."""
        lines = {frozenset(piece.lines)} if piece.decided else self.deleted
        return {no for one in lines if one in self.deleted for no in one} - set(self.by_line)


NOBODY = Owners({}, ())


def adopt(folder: Folder, layout: Layout, others: Owners = NOBODY) -> tuple[Layout, list[Adopted]]:
    """Returns the layout without what people gave away or took out, and each of its pieces with its article. others:
    what articles of other pages hold of this one."""
    matched = _match(layout.pieces, folder.held)
    owners = _owners(folder, list(matched.values()), others)
    found = [one for at, piece in enumerate(layout.pieces) for one in _adopted(piece, matched.get(at), layout, owners)]
    found = _match_left_over(found, folder.held)
    kept = [one.held.id for one in found if one.held]
    vanished = [held for held in folder.held if held.id not in kept and held.untouched]
    found = [replace(one, gone=tuple(held for held in vanished if _heir(held, found) is one)) for one in found]
    given = {no for no, key in owners.by_line.items() if key}
    furniture = _without_lines(layout.furniture, given)
    titled = {no for one in found if one.held and "title" in one.held.people for no in one.piece.lines}
    doubts = homes(unsettled(layout.doubts, owners.by_line, titled), [one.piece for one in found], furniture)
    found = [_noted(one, [doubt for doubt, home in doubts if home == at]) for at, one in enumerate(found)]
    released = replace(
        layout,
        pieces=tuple(one.piece for one in found),
        furniture=furniture,
        repeats=tuple(one for one in layout.repeats if not (one.whole and one.line in given)),
        doubts=tuple(doubt for doubt, _ in doubts),
    )
    return released, found


def held_of(page: str, folder: Folder, layout: Layout) -> Owners:
    """Returns what people gave to articles of a folder of another page, and what they took away with them. layout: of
    the folder's own page, as it was cut."""
    fast = _fast(folder, list(_match(layout.pieces, folder.held).values()))
    by_line = {no: one.id for one in fast for part in one.further if part.page == page for no in part.lines}
    gone = (part for written in folder.deleted.values() for part in written.further if part.page == page)
    return Owners(by_line, tuple(frozenset(part.lines) for part in gone))


def _noted(one: Adopted, doubts: Sequence[Doubt]) -> Adopted:
    """Returns a piece with its doubts in `review`, in order of lines; a person's text has none."""
    if one.held and one.held.stands_fast:
        return replace(one, piece=replace(one.piece, review=()))
    notes = [doubt.note for doubt in sorted(doubts, key=lambda doubt: doubt.lines)]
    return replace(one, piece=replace(one.piece, review=(*one.piece.review, *notes)))


def new_id(page_id: str, lines: Iterable[int], used: Iterable[str]) -> str:
    """Returns the id of a new article: page id and the line it begins on; the next line's where that is taken."""
    taken = set(used)
    candidates = [f"{page_id}-{no}" for no in sorted(lines)]
    return next((one for one in candidates if one not in taken), f"{candidates[0]}x")


def aliases(one: Adopted, ids: Collection[str]) -> tuple[str, ...]:
    """Returns the ids for which a piece answers: those of the articles it has swallowed, but for one that is an article
    again. ids: of all articles of the pages that are written together."""
    held = [one.held] if one.held else []
    former = [key for old in (*held, *one.gone) for key in (old.id, *(old.article.aliases if old.article else ()))]
    return tuple(key for key in dict.fromkeys(former) if key not in ids)


def _match(pieces: Sequence[Piece], held: Sequence[Held]) -> dict[int, Held]:
    """Returns the article of each piece: pairs with most lines in common first, each used once."""
    pairs = [(_shared(piece, one), -at, -number) for at, piece in enumerate(pieces) for number, one in enumerate(held)]
    matched: dict[int, Held] = {}
    used: set[int] = set()
    for shared, at, number in sorted(pairs, reverse=True):
        if shared and -at not in matched and -number not in used:
            matched[-at] = held[-number]
            used.add(-number)
    return matched


def _shared(piece: Piece, held: Held) -> int:
    return len(set(piece.lines) & set(held.written))


def _fast(folder: Folder, matched: Sequence[Held]) -> list[Held]:
    """Returns the articles whose lines are people's word. One that a person edited and whose piece is no more keeps
    its lines with its words."""
    return [one for one in folder.held if one.stands_fast or not (one.untouched or one in matched)]


def _owners(folder: Folder, matched: Sequence[Held], others: Owners) -> Owners:
    own = {no: one.id for one in _fast(folder, matched) for no in one.lines}
    by_line = others.by_line | dict.fromkeys(folder.page.set_aside, "") | own
    deleted = tuple(frozenset(written.lines) for written in folder.deleted.values())
    return Owners(by_line, (*deleted, *others.deleted))


def _adopted(piece: Piece, held: Held | None, layout: Layout, owners: Owners) -> list[Adopted]:
    """Returns what becomes of one piece: the article it was, and what the article does not take."""
    if held is None or not held.stands_fast:
        lost = owners.taken(piece, held)
        deleted = 0 if held else len(owners.undone(piece).intersection(piece.lines))
        dropped = len(lost) == len(piece.lines) or (deleted > 0 and 2 * deleted >= len(piece.lines))
        return [] if dropped else [Adopted(_without(piece, lost), held)]
    over = _left_over(piece, owners.taken(piece, None) | set(held.lines))
    rest = [Adopted(over, None)] if over.blocks else []
    return rest if held.document is None else [Adopted(_with_lines(piece, held, layout), held), *rest]


def _match_left_over(found: Sequence[Adopted], held: Sequence[Held]) -> list[Adopted]:
    """Returns the pieces with the left-over ones under the articles that were made of them before."""
    kept = {one.held.id for one in found if one.held}
    free = [one for one in held if one.id not in kept and not one.stands_fast]
    loose = [one for one in found if one.held is None]
    matched = _match([one.piece for one in loose], free)
    homes = {id(loose[at]): one for at, one in matched.items()}
    return [replace(one, held=homes.get(id(one), one.held)) for one in found]


def _with_lines(piece: Piece, held: Held, layout: Layout) -> Piece:
    """Returns a piece with the lines that a person gave its article, and with all paragraphs that stand on them. What
    was a crosshead elsewhere is none here: it may be the article's own headline (001 L107)."""
    printed = {no for one in layout.pieces for no in one.lines} | {no for one in layout.furniture for no in one.lines}
    printed |= {one.line for one in layout.repeats}
    lines = set(held.lines) & printed
    others = [block for one in layout.pieces if one is not piece for block in one.blocks if block.role != "crosshead"]
    blocks = [block for block in (*piece.blocks, *others) if block.lines[0] in lines]
    return replace(piece, lines=tuple(sorted(lines)), blocks=tuple(blocks))


def _left_over(piece: Piece, lines: set[int]) -> Piece:
    """Returns the paragraphs of a piece that have none of these lines, as a piece without heads."""
    blocks = tuple(block for block in piece.blocks if not set(block.lines) & lines)
    held = tuple(sorted(no for block in blocks for no in block.lines))
    return replace(piece, lines=held, blocks=blocks, title="", kicker="", subtitle="", turns=())


def _without(piece: Piece, lines: Iterable[int]) -> Piece:
    """Returns a piece without some of its lines. A paragraph goes when all its lines go; its text is not cut."""
    gone = set(lines)
    blocks = tuple(block for block in piece.blocks if not set(block.lines) <= gone)
    held = {no for block in blocks for no in block.lines}
    return replace(piece, lines=tuple(no for no in piece.lines if no not in gone or no in held), blocks=blocks)


def _heir(held: Held, found: Sequence[Adopted]) -> Adopted | None:
    """Returns the piece that holds most lines of an article whose piece is no more."""
    heirs = [one for one in found if _shared(one.piece, held)]
    return max(heirs, key=lambda one: _shared(one.piece, held), default=None)


def _without_lines(furniture: Iterable[Furniture], lines: set[int]) -> tuple[Furniture, ...]:
    """Returns furniture without the lines that people gave to articles."""
    trimmed = [replace(one, lines=tuple(no for no in one.lines if no not in lines)) for one in furniture]
    return tuple(one for one in trimmed if one.lines)
