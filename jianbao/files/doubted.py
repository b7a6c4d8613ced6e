"""Doubts meet what people wrote: what a person answered is no doubt any more, all others are noted for review.

Who wrote an article's text or its lines has answered every question about these lines; who set a line aside, this one;
who wrote a title, what its head is."""

from bisect import bisect
from collections.abc import Collection, Iterable, Sequence

from jianbao.model import Doubt, Furniture, Piece


def unsettled(doubts: Iterable[Doubt], answered: Collection[int], titled: Collection[int]) -> list[Doubt]:
    """Returns the doubts that are left. answered: lines that people placed; titled: those of articles with a title by
    a person."""
    return [
        one
        for one in doubts
        if not any(no in answered for no in one.lines) and not (one.about_heads and one.lines[0] in titled)
    ]


def homes(doubts: Sequence[Doubt], pieces: Sequence[Piece], furniture: Iterable[Furniture]) -> list[tuple[Doubt, int]]:
    """Returns each doubt with the number of the piece whose `review` it stands in: the one with the line; of furniture
    the piece below it, or the last. What is in neither was deleted by a person, and the doubt with it."""
    held = {no: at for at, piece in enumerate(pieces) for no in piece.lines}
    aside = {no for one in furniture for no in one.lines}
    numbers = sorted(held)
    found = []
    for one in doubts:
        first = one.lines[0]
        if first in held:
            found.append((one, held[first]))
        elif first in aside and numbers:
            found.append((one, held[numbers[min(bisect(numbers, first), len(numbers) - 1)]]))
    return found
