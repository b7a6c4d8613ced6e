"""Which piece of one page of an issue goes on as which piece of another: 下转第3版 · 上接第1版.

Takes the pieces of each page with what is known of the page; gives the links that fit best, no piece used twice in
one direction. Either jump line may be missing (the OCR lost it): then heads, words and the seam must say more. `join`
makes one piece of two. Whose the pieces are and whether people let them go is not decided here."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from jianbao.chinese import bylines, text, words
from jianbao.claims import Claim
from jianbao.model import Block, Piece, Turn
from jianbao.segment.assign import assign
from jianbao.segment.strips import seam

_ENOUGH = 2.5  # weight of a link: two jump lines that name each other's page have 3.0 and need no more
_IN_ORDER = 0.01  # where nothing else tells, the first piece that leaves a page is the first that comes to the other
_MOST = 60  # pieces that leave one page for another, or come; more are no newspaper's, and take long to compare
_BODY = ("body", "byline+body")
_TEXT = (*_BODY, "crosshead", "precis")
_BROKEN_OFF = "文末中断"


@dataclass(frozen=True, slots=True)
class Side:
    """One page of an issue. folio, newspaper, date: '' where not known."""

    folio: str
    newspaper: str
    date: str
    pieces: tuple[Piece, ...]

    def goes_with(self, other: "Side") -> bool:
        """Can both be pages of one issue?"""
        same = (self.newspaper == other.newspaper or not (self.newspaper and other.newspaper)) and (
            self.date == other.date or not (self.date and other.date)
        )
        return same and bool(self.folio and other.folio) and self.folio != other.folio


Spot = tuple[int, int]  # number of the page, number of the piece


@dataclass(frozen=True, slots=True)
class Link:
    """A piece and the one with which it goes on."""

    before: Spot
    after: Spot
    claims: tuple[Claim, ...]

    @property
    def weight(self) -> float:
        return sum(claim.weight for claim in self.claims)


def links(sides: Sequence[Side]) -> list[Link]:
    """Returns which pieces go on as which."""
    found: dict[tuple[Spot, Spot], Link] = {}
    for first, before in enumerate(sides):
        for second, after in enumerate(sides):
            if before.goes_with(after):
                found |= {(one.before, one.after): one for one in _candidates(first, before, second, after)}
    weights = {spots: link.weight - _IN_ORDER * abs(spots[0][1] - spots[1][1]) for spots, link in found.items()}
    return [found[spots] for spots in assign(weights).items()]


def open_turns(piece: Piece, folio: str) -> list[Turn]:
    """Returns the turns of a piece that can be meant on a page of a folio: 紧接第八版 on page 5 is the end of a
    piece, on page 9 the beginning of one."""
    return [turn for turn in piece.turns if turn.sure or (bool(folio) and _ahead(turn, folio) == turn.onward)]


def join(before: Piece, after: Piece, folio: str, kept: Collection[int] = ()) -> Piece:
    """Returns a piece with the one that it goes on as. folio: of the second one. Its heads are left out where they say
    the first one's again; else they are crossheads. A paragraph that breaks off at the page's end is made whole. kept:
    lines that a person made crossheads."""
    last = max((at for at, block in enumerate(before.blocks) if block.role in _TEXT), default=-1)
    head, tail = list(before.blocks[: last + 1]), before.blocks[last + 1 :]
    printed, rest = _parted(after, kept)
    heads = [Block("crosshead", one, ()) for one in _unsaid(printed, before)]
    if head and rest and _breaks_off(head[-1]) and rest[0].role == "body":
        whole = replace(head.pop(), text=seam(before.blocks[last].text, rest.pop(0).text))
        head += [*heads, whole]
    else:
        head += heads
    doubts = [one for one in before.review if one != _BROKEN_OFF]
    doubts += [f"第{folio}版续文：{one}" for one in after.review]
    return replace(before, blocks=(*head, *rest, *tail), review=tuple(doubts))


def _candidates(first: int, before: Side, second: int, after: Side) -> Iterator[Link]:
    leaving = [(at, one) for at, one in enumerate(before.pieces) if one.blocks]
    coming = [(at, one) for at, one in enumerate(after.pieces) if one.blocks]
    turned = {at for at, one in leaving if _names(one, before, True, after.folio)}
    came = {at for at, one in coming if _names(one, after, False, before.folio)}
    if not 0 < len(turned) + len(came) <= _MOST:
        return
    rarity = text.Rarity(text.bigrams(_running(piece)) for _, piece in (*leaving, *coming))
    for at, one in leaving:
        for other, two in coming:
            if at not in turned and other not in came:
                continue
            said = [*_jumps(at in turned, other in came, (one, two), (before, after)), *_content(one, two, rarity)]
            claims = tuple(
                Claim("goes on", after.folio, rule, weight, one.lines[-1:], q)
                for rule, weight, q in said
                if q and weight
            )
            link = Link((first, at), (second, other), claims)
            if link.weight >= _ENOUGH:
                yield link


Said = tuple[str, float, str]  # rule, weight, the words it rests on, '' when it says nothing


def _jumps(turned: bool, came: bool, pieces: tuple[Piece, Piece], sides: tuple[Side, Side]) -> list[Said]:
    """Returns what the jump lines say. One that names another page than this speaks against."""
    onward = any(turn.onward for turn in open_turns(pieces[0], sides[0].folio))
    back = any(not turn.onward for turn in open_turns(pieces[1], sides[1].folio))
    return [
        ("turns to that page", 1.5, sides[1].folio if turned else ""),
        ("comes from this page", 1.5, sides[0].folio if came else ""),
        ("turns to another page", -1.5, "下转" if onward and not turned else ""),
        ("comes from another page", -1.5, "上接" if back and not came else ""),
    ]


def _content(before: Piece, after: Piece, rarity: text.Rarity) -> list[Said]:
    """Returns what heads, words and the seam say."""
    heads, rest = _parted(after)
    end, start = _end(before), rest[0].text if rest else ""
    broken = bool(end) and not text.ends_closed(end)
    over = words.runs_over(end, start) if broken else ""
    inside = start[:1] if text.begins_inside(start) or over or text.closes_unopened(start) else ""
    one, two = text.bigrams(_heads(before)), text.bigrams("\n".join([*heads, *_named(after, False)]))
    alike = len(one & two) / max(min(len(one), len(two)), 1)
    same = rarity.shared(text.bigrams(_running(after)), text.bigrams(_running(before)))
    lead = bylines.lead(start)
    return [
        ("heads say the same", 2.5 * alike, " ".join(heads) or "the jump line"),
        ("same things", min(4.0 * same, 1.5), "shared words"),
        ("goes on in the sentence", 1.5, inside if broken else ""),
        ("begins inside a sentence though none is open", -1.0, inside if not broken else ""),
        ("is signed already", -1.0, end[-8:] if bylines.tail(end) else ""),
        ("opens like a story of its own", -4.0, start[:8] if lead else ""),
    ]


def _names(piece: Piece, side: Side, onward: bool, folio: str) -> bool:
    return any(turn.onward == onward and folio in turn.folios for turn in open_turns(piece, side.folio))


def _ahead(turn: Turn, folio: str) -> bool:
    """Does a turn name a page behind this one in the issue?"""
    return (len(turn.folios[0]), turn.folios[0]) > (len(folio), folio)


def _heads(before: Piece) -> str:
    return "\n".join([before.kicker, before.title, before.subtitle, *_named(before, True)])


def _named(piece: Piece, onward: bool) -> list[str]:
    """Returns the headlines that the jumps of a piece name."""
    return [turn.title for turn in piece.turns if turn.onward == onward]


def _parted(after: Piece, kept: Collection[int] = ()) -> tuple[list[str], list[Block]]:
    """Returns the heads of a second piece and its text: without a lead below, its head may pass for a crosshead."""
    is_text = [block.role != "crosshead" or not {*block.lines}.isdisjoint(kept) for block in after.blocks]
    first = is_text.index(True) if True in is_text else len(after.blocks)
    heads = [one for one in (after.kicker, after.title, after.subtitle) if one]
    heads += [block.text for block in after.blocks[:first]]
    return heads, [replace(block, lines=()) for block in after.blocks[first:]]


def _unsaid(heads: Sequence[str], before: Piece) -> list[str]:
    """Returns the heads that a piece does not say already."""
    said = text.bigrams(_heads(before))
    return [one for one in heads if 2 * len(text.bigrams(one) & said) < len(text.bigrams(one)) or not said]


def _end(piece: Piece) -> str:
    return next((block.text for block in reversed(piece.blocks) if block.role in _BODY), "")


def _breaks_off(block: Block) -> bool:
    return block.role in _BODY and not text.ends_closed(block.text)


def _running(piece: Piece) -> str:
    return "\n".join(block.text for block in piece.blocks)
