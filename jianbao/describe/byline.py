"""Who signed a piece: the byline as printed and its authors, from leads, signature lines and ends of paragraphs."""

from collections import Counter
from collections.abc import Iterable

from jianbao.authority import Person
from jianbao.chinese import bylines
from jianbao.chinese.bylines import Byline
from jianbao.claims import Claim
from jianbao.describe.texts import signatures
from jianbao.model import Author, Block, Piece

_LONGEST_SIGNATURE = 60
_ITEMS = 3  # paragraphs with the same mark in front that make a column of briefs
_NO_SIGNATURE = ("crosshead", "precis", "headline", "kicker")


def byline(piece: Piece, people: Iterable[Person] = ()) -> tuple[str, tuple[Author, ...], tuple[Claim, ...]]:
    """Returns the byline as printed ('; ' between several), the authors in order, and why. people: a spelling that a
    person of the list also has becomes that person's name: 金钩胤, if someone said so, is 金钧胤.

    A column of briefs, each signed by another, is signed by nobody."""
    if _is_column_of_briefs(piece):
        return "", (), ()
    found = [(rule, signed, block) for block in piece.blocks for rule, signed in _signatures(block)]
    named = [entry for entry in found if entry[1].authors] or [entry for entry in found if entry[1].raw][:1]
    names = {other: person.name for person in people for other in person.also}
    authors: dict[str, Author] = {}
    for _, signed, _ in named:
        for author in signed.authors:
            name = names.get(author.name, author.name)
            authors.setdefault(name, Author(name, author.role))
    raws = dict.fromkeys(signed.raw for _, signed, _ in named)
    claims = tuple(Claim("byline", signed.raw, rule, 2.0, block.lines[:1], signed.raw) for rule, signed, block in named)
    return " ; ".join(raws), tuple(authors.values()), claims


def _is_column_of_briefs(piece: Piece) -> bool:
    """▲佳县总工会…节约资金500多元。 (刘生来)"""
    marks = Counter(block.text[:1] for block in piece.blocks if block.text[:1] in "▲△◆●★■□")
    return any(count >= _ITEMS for count in marks.values())


def _signatures(block: Block) -> list[tuple[str, Byline]]:
    """The signatures of one block with the rule that saw each."""
    if block.role in _NO_SIGNATURE:
        return []
    if len(block.text) <= _LONGEST_SIGNATURE and (whole := bylines.signature(block.text)):
        return [("a line that is a signature", whole)]
    if block.role == "byline" and (whole := bylines.unmarked(block.text)):
        return [("a name alone", whole)]
    opening, closing = signatures(block)
    found = [("signature at the opening", opening), ("signature at the end", closing)]
    return [(rule, signed) for rule, signed in found if signed and signed.raw]
