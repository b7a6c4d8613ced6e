"""Texts to terms: what stands in which article, how often, and what follows it.

A term is a pair of characters that touch, one of them Chinese (职工; also 3年, the seam of 2023年); a character; a word
of letters or figures; a facet. Numbers of articles count from 0 in their tier. Pairs and characters are numbers of 32
bits: the two units through a mixer that loses nothing (Murmur3's), so that they fall evenly into shards. A character
beyond U+FFFF shares one of 2,039 units with others; the search asks the text then.

Takes texts in bulk and works on all their characters at once: Python itself touches no character."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from jianbao.chinese.fold import SOFT, folded
from jianbao.search.bits import Ints

CHINESE = ((0x2E80, 0x3130), (0x31A0, 0x3200), (0x3400, 0xA4D0), (0xAC00, 0xD7B0), (0xF900, 0xFB00), (0x20000, 0x40000))
LONGEST = 64  # characters of a word that are indexed; the rest the text tells
_END = "\x02"  # of an article; folding leaves none in a text
_ASTRAL = 2039
_OFTEN = np.array([0, 0, 1, 2, 2, 3], np.uint32)  # weight of a term that stands so often


@dataclass(frozen=True)
class Pairs:
    """Pairs of characters in articles, by key, then by article. places: article << 2 | weight; follow: of each place
    how many different characters follow the pair; next: six bits of each of them."""

    keys: Ints
    places: Ints
    follow: Ints
    next: Ints


@dataclass(frozen=True)
class Chars:
    """Characters in articles, by key, then by article."""

    keys: Ints
    places: Ints


@dataclass(frozen=True)
class Terms:
    """All terms of some articles. words: with the places of each."""

    pairs: Pairs
    chars: Chars
    words: dict[str, list[int]]


def terms_of(texts: Sequence[str], facets: Sequence[Iterable[str]], first: int) -> Terms:
    """Returns the terms of articles. first: the number of the first one."""
    units = _folded("".join(text.replace(_END, " ") + _END for text in texts))
    sorts = _sorts()[units]
    article = np.cumsum(units == ord(_END))
    kept = np.flatnonzero((sorts == 1) | (sorts == 2))
    chinese = sorts[kept] == 1
    divided = np.cumsum(sorts == 0)[kept]
    latin = ~chinese[1:] & ~chinese[:-1]
    touch = (divided[1:] == divided[:-1]) & (
        (kept[1:] == kept[:-1] + 1) | ~latin
    )  # over a soft sign, unless both latin
    held = _Held(units[kept], article[kept].astype(np.uint64), chinese, np.concatenate([touch, [False, False]]))
    return Terms(_pairs(held, first), _chars(held, first), _words(held, facets, first))


def _folded(text: str) -> Ints:
    """The characters of many texts as a search sees them: each looked up at once; `folded` walks."""
    units = np.frombuffer(text.encode("utf-32-le", "replace"), "<u4")
    table = _folding()
    for code in np.unique(units[table.lengths[units] < 0]).tolist():
        table.learn(code)
    lengths = table.lengths[units]
    made = np.repeat(table.single[units], lengths)
    several = np.flatnonzero(lengths > 1)
    if len(several):
        starts = (np.cumsum(lengths, dtype=np.int64) - lengths)[several]
        for code in np.unique(units[several]).tolist():
            at = starts[units[several] == code]
            for place, unit in enumerate(table.several[code]):
                made[at + place] = unit
    return made


class _Folding:
    """By code point what a search holds for it. lengths: characters that it becomes, -1 where nobody asked yet;
    single: the character, where it becomes one; several: where it becomes more."""

    def __init__(self) -> None:
        self.lengths = np.full(0x110000, -1, np.int8)
        self.single = np.zeros(0x110000, np.uint32)
        self.several: dict[int, list[int]] = {}
        self.lengths[ord(_END)], self.single[ord(_END)] = 1, ord(_END)

    def learn(self, code: int) -> None:
        made = list(map(ord, folded(chr(code))))
        self.lengths[code] = len(made)
        if len(made) == 1:
            self.single[code] = made[0]
        else:
            self.several[code] = made


@cache
def _folding() -> _Folding:
    return _Folding()


@dataclass(frozen=True)
class _Held:
    """The characters that count. touch: the next one goes on without a division; one longer than the others."""

    units: Ints
    article: Ints
    chinese: Ints
    touch: Ints


@cache
def _sorts() -> Ints:
    """By code point: 0 divides, 1 Chinese, 2 of words of letters and figures, 3 soft."""
    sorts = np.full(0x110000, 2, np.uint8)
    for begin, end in CHINESE:
        sorts[begin:end] = 1
    sorts[[ord(" "), ord(_END)]] = 0
    sorts[ord(SOFT)] = 3
    return sorts


def mixed(keys: Ints) -> Ints:
    """Returns numbers of 32 bits mixed; no two become one.

    >>> hex(int(mixed(np.array([1], np.uint32))[0]))
    '0x514e28b7'
    """
    keys = keys.astype(np.uint32)
    keys = (keys ^ keys >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    keys = (keys ^ keys >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    keys ^= keys >> np.uint32(16)
    return keys


def _plane(units: Ints) -> Ints:
    return np.where(units > 0xFFFF, 0xD800 + units % _ASTRAL, units).astype(np.uint32)


def _pairs(held: _Held, first: int) -> Pairs:
    plane = np.concatenate([_plane(held.units), np.zeros(2, np.uint32)])
    count = len(held.units)
    at = np.flatnonzero(held.touch[: count - 1] & (held.chinese[:-1] | held.chinese[1:])) if count > 1 else np.arange(0)
    keys = mixed(plane[at] << np.uint32(16) | plane[at + 1])
    after = np.where(held.touch[at + 1], plane[at + 2], 0).astype(np.uint32)
    hashed = (after * np.uint32(0x9E3779B1)) >> np.uint32(26)
    held_at = keys.astype(np.uint64) << np.uint64(32) | held.article[at] << np.uint64(6) | hashed
    held_at.sort()
    pair = held_at >> np.uint64(6)
    begins = np.flatnonzero(_changes(pair))
    new = _changes(held_at)
    times = np.diff(begins, append=len(pair))
    places = ((pair[begins] & np.uint64(0x3FFFFFF)) + np.uint64(first)) << np.uint64(2) | _OFTEN[np.minimum(times, 5)]
    follow = np.add.reduceat(new, begins, dtype=np.uint8) if len(begins) else np.zeros(0, np.uint8)
    return Pairs(
        (pair[begins] >> np.uint64(26)).astype(np.uint32),
        places.astype(np.uint32),
        follow,
        (held_at[new] & np.uint64(63)).astype(np.uint8),
    )


def _chars(held: _Held, first: int) -> Chars:
    keys = mixed(_plane(held.units[held.chinese]))
    both = keys.astype(np.uint64) << np.uint64(32) | held.article[held.chinese]
    both.sort()
    both = both[_changes(both)]
    return Chars(
        (both >> np.uint64(32)).astype(np.uint32), ((both & np.uint64(0xFFFFFFFF)).astype(np.uint32) + np.uint32(first))
    )


def _changes(ordered: Ints) -> Ints:
    """Where another value begins."""
    return np.concatenate([[True], ordered[1:] != ordered[:-1]]) if len(ordered) else np.zeros(0, bool)


def _words(held: _Held, facets: Sequence[Iterable[str]], first: int) -> dict[str, list[int]]:
    latin = np.flatnonzero(~held.chinese)
    goes_on = np.zeros(len(held.units) + 1, bool)
    goes_on[1:-1] = held.touch[: len(held.units) - 1] & ~held.chinese[1:] & ~held.chinese[:-1]
    begins = latin[~goes_on[latin]]
    ends = latin[~goes_on[latin + 1]] + 1
    chars = held.units.astype("<u4").tobytes().decode("utf-32-le", "replace")
    spans = zip(held.article[begins].tolist(), begins.tolist(), ends.tolist(), strict=True)
    counted = Counter((chars[begin : min(end, begin + LONGEST)], article) for article, begin, end in spans)
    found: dict[str, list[int]] = {}
    for (word, article), times in counted.items():  # in the order of the articles
        found.setdefault(word, []).append((first + article) << 2 | int(_OFTEN[min(times, 5)]))
    for number, keys in enumerate(facets, first):
        for key in keys:
            found.setdefault(f"@{key}", []).append(number << 2)
    return found
