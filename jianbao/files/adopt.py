"""New pieces of a page meet the articles that stand there: which is which, and which lines people have given away.

A piece is the article with which it shares most lines; the article keeps the id it was given once. Lines that a person
gave to an article, or set aside in page.md, belong there, whatever the program thinks. What a person deleted is not
made again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jianbao.files.folder import Folder, Held
from jianbao.model import Furniture, Layout, Piece


@dataclass(frozen=True, slots=True)
class Adopted:
    """A piece with the article that stood there for it, None for a new one, and the articles that it has swallowed."""

    piece: Piece
    held: Held | None
    gone: tuple[Held, ...] = ()


def adopt(folder: Folder, layout: Layout) -> tuple[Layout, list[Adopted]]:
    """Returns the layout without what people gave away or took out, and each of its pieces with its article."""
    owner = dict.fromkeys(folder.set_aside, "") | {
        no: one.id for one in folder.held if one.owns_lines for no in one.lines
    }
    deleted = {no for written in (folder.deleted or {}).values() for no in written.lines} - set(owner)
    matched = _match(layout.pieces, folder.held)
    found = []
    for at, piece in enumerate(layout.pieces):
        held = matched.get(at)
        mine = {held.id} if held else set()
        lost = {no for no in piece.lines if (no in owner and owner[no] not in mine) or (not held and no in deleted)}
        if held is None and 2 * len(lost) >= len(piece.lines):
            continue
        if held is None or held.document:
            found.append(Adopted(without(piece, lost), held))
    kept = [one.held.id for one in found if one.held]
    vanished = [held for held in folder.held if held.id not in kept and held.untouched]
    found = [replace(one, gone=tuple(held for held in vanished if _heir(held, found) is one)) for one in found]
    released = replace(
        layout,
        pieces=tuple(one.piece for one in found),
        furniture=_free_furniture(layout.furniture, {no for no, key in owner.items() if key}),
        repeats=tuple(one for one in layout.repeats if not (one.whole and owner.get(one.line))),
    )
    return released, found


def without(piece: Piece, lines: Iterable[int]) -> Piece:
    """Returns a piece without some of its lines. A paragraph goes when all its lines go; its text is not cut."""
    gone = set(lines)
    blocks = tuple(block for block in piece.blocks if not set(block.lines) <= gone)
    held = {no for block in blocks for no in block.lines}
    return replace(piece, lines=tuple(no for no in piece.lines if no not in gone or no in held), blocks=blocks)


def _match(pieces: tuple[Piece, ...], held: tuple[Held, ...]) -> dict[int, Held]:
    """Returns the article of each piece: pairs with most lines in common first, each used once."""
    pairs = [
        (len(set(piece.lines) & set(one.lines)), -at, -number)
        for at, piece in enumerate(pieces)
        for number, one in enumerate(held)
    ]
    matched: dict[int, Held] = {}
    used: set[int] = set()
    for shared, at, number in sorted(pairs, reverse=True):
        if shared and -at not in matched and -number not in used:
            matched[-at] = held[-number]
            used.add(-number)
    return matched


def _heir(held: Held, found: list[Adopted]) -> Adopted | None:
    """Returns the piece that holds most lines of an article whose piece is no more."""
    heirs = [one for one in found if set(one.piece.lines) & set(held.lines)]
    return max(heirs, key=lambda one: len(set(one.piece.lines) & set(held.lines)), default=None)


def _free_furniture(furniture: tuple[Furniture, ...], owned: set[int]) -> tuple[Furniture, ...]:
    return tuple(one for one in furniture if not set(one.lines) & owned)


def new_id(page_id: str, lines: Iterable[int], used: Iterable[str]) -> str:
    """Returns the id of a new article: page id and the line it begins on; the next line's where that is taken."""
    taken = set(used)
    candidates = [f"{page_id}-{no}" for no in sorted(lines)]
    return next((one for one in candidates if one not in taken), f"{candidates[0]}x")
