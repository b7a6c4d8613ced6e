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

from jianbao.chinese.fold import SOFT, folded, pairs
from jianbao.numbers import distinct
from jianbao.search.bits import Ints

CHINESE = ((0x2E80, 0x3130), (0x31A0, 0x3200), (0x3400, 0xA4D0), (0xAC00, 0xD7B0), (0xF900, 0xFB00), (0x20000, 0x40000))
_LONG_KNOWN = ((0x3400, 0x4DB6), (0x4E00, 0x9FA6))
"""Characters that any Python knows to be letters, and that stand for themselves unless `fold` says otherwise."""
LONGEST = 64  # characters of a word that are indexed; the rest the text tells
_END = "\x02"  # of an article; folding leaves none in a text
_ASTRAL = 2039
_OFTEN = np.array([0, 0, 1, 2, 2, 3], np.uint64)  # weight of a term that stands so often
_IS_CHINESE, _IS_WORD, _IS_SOFT, _IS_END = (1 << bit for bit in (21, 22, 23, 24))
"""What a character is, above its code point; nothing of these divides."""
_SEVERAL, _NEW = 1 << 25, 1 << 26
"""It becomes several characters or none; nobody asked yet."""


@dataclass(frozen=True)
class Terms:
    """All terms of some articles. pairs, chars: numbers of 64 bits in order, each once, as `pairs_of` and `chars_of`
    make them: the key above all, so that those of many articles are put in order as numbers are; words: with the
    places of each, article << 2 | weight."""

    pairs: Ints
    chars: Ints
    words: dict[str, list[int]]


@dataclass(frozen=True)
class _Held:
    """The characters that count, with what divides them. codes: code points; kinds: 1 Chinese, 2 of words, else it
    divides; planes: units of 16 bits, 0 for what divides, two more at the end; article: of each, from 0."""

    codes: Ints
    kinds: Ints
    planes: Ints
    article: Ints


def terms_of(texts: Sequence[str], facets: Sequence[Iterable[str]], first: int) -> Terms:
    """Returns the terms of articles. first: the number of the first one."""
    codes = _without_soft(_folded("".join(text.replace(_END, " ") + _END for text in texts)))
    sizes = np.diff(np.flatnonzero(codes == _IS_END), prepend=-1)
    article = np.repeat(np.arange(len(texts), dtype=np.uint32), sizes)
    kinds = (codes >> np.uint32(21)).astype(np.uint8)
    held = _Held(codes, kinds, _planes(codes), article)
    return Terms(_pairs(held, first), _chars(held, first, len(texts)), _words(held, facets, first))


def _folded(text: str) -> Ints:
    """The characters of many texts as a search sees them, with what each is."""
    units = np.frombuffer(text.encode("utf-32-le", "replace"), "<u4").astype(np.intp)
    table = _folding()
    made = table.made.take(units)
    if made.max() < _SEVERAL:
        return made
    for code in distinct(units[made == _NEW]).tolist():
        table.learn(code)
    made = table.made.take(units)
    at = np.flatnonzero(made == _SEVERAL)
    codes = units[at]
    lengths = np.ones(len(units), np.intp)
    lengths[at] = [len(table.several[code]) for code in codes.tolist()]
    made = np.repeat(made, lengths)
    starts = at + np.cumsum(lengths[at]) - lengths[at] - np.arange(len(at))
    for code in distinct(codes).tolist():
        for place, unit in enumerate(table.several[code]):
            made[starts[codes == code] + place] = unit
    return made


class _Folding:
    """By code point what a search holds for it. made: the character, with what it is; several: where it becomes more
    or none."""

    def __init__(self) -> None:
        self.made = np.full(0x110000, _NEW, np.uint32)
        self.several: dict[int, list[int]] = {}
        for begin, end in _LONG_KNOWN:
            self.made[begin:end] = np.arange(begin, end) | _IS_CHINESE
        self.made[[ord(char) for char in pairs()]] = _NEW
        self.made[ord(_END)] = _IS_END

    def learn(self, code: int) -> None:
        made = [_with_kind(char) for char in folded(chr(code))]
        if made and not any(made):
            made = [0]  # what divides divides once
        if len(made) != 1:
            self.several[code] = made
        self.made[code] = made[0] if len(made) == 1 else _SEVERAL


@cache
def _folding() -> _Folding:
    return _Folding()


def _with_kind(char: str) -> int:
    """A folded character with what it is, 0 if it divides."""
    code = ord(char)
    if char == " ":
        return 0
    if char == SOFT:
        return code | _IS_SOFT
    return code | (_IS_CHINESE if any(begin <= code < end for begin, end in CHINESE) else _IS_WORD)


def _without_soft(codes: Ints) -> Ints:
    """A soft sign divides words of letters, and is nothing in Chinese."""
    soft = np.flatnonzero(codes & np.uint32(_IS_SOFT))
    if not len(soft):
        return codes
    apart = np.diff(soft) > 1
    begins, ends = soft[np.concatenate([[True], apart])], soft[np.concatenate([apart, [True]])]
    divide = codes[begins - 1] & codes[ends + 1] & np.uint32(_IS_WORD) > 0
    codes[begins[divide]] = 0
    kept: Ints = codes[codes & np.uint32(_IS_SOFT) == 0]
    return kept


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


def _planes(codes: Ints) -> Ints:
    planes = np.zeros(len(codes) + 2, np.uint32)
    np.bitwise_and(codes, np.uint32(0xFFFF), out=planes[:-2])
    astral = np.flatnonzero(codes & np.uint32(0x1F0000))
    planes[astral] = 0xD800 + (codes[astral] & np.uint32(0x1FFFFF)) % np.uint32(_ASTRAL)
    return planes


def _pairs(held: _Held, first: int) -> Ints:
    """key << 32 | article << 8 | weight << 6 | six bits of a character that follows; so a tier has 16 million articles
    at most."""
    planes = held.planes
    touch = held.kinds[:-1] * held.kinds[1:] - np.uint8(1) < 2  # 1 * 1, 1 * 2: both count, one is Chinese
    at = np.flatnonzero(touch)
    keys = mixed((planes[:-3] << np.uint32(16) | planes[1:-2]).take(at))
    low = (
        (held.article + np.uint32(first)) << np.uint32(8) | planes[2:] * np.uint32(0x9E3779B1) >> np.uint32(26)
    ).take(at)
    found = keys.astype(np.uint64) << np.uint64(32) | low
    found.sort()
    begins = np.flatnonzero(changes(found >> np.uint64(8)))
    times = np.diff(begins, append=len(found))
    found |= np.repeat(_OFTEN.take(np.minimum(times, 5)) << np.uint64(6), times)
    return found[changes(found)]


def _chars(held: _Held, first: int, count: int) -> Ints:
    """key << 32 | article. Which character stands where is marked in a table, as there are few of them."""
    chinese = (held.planes[:-2] * (held.kinds == 1)).astype(np.intp)
    met = np.zeros(1 << 16, bool)
    met[chinese] = True
    met[0] = False
    planes = np.flatnonzero(met)
    keys = mixed(planes)
    order = np.argsort(keys)
    rows = np.zeros(1 << 16, np.intp)
    rows[planes[order]] = np.arange(1, len(planes) + 1) * count
    table = np.zeros((len(planes) + 1) * count, bool)
    table[rows.take(chinese) + held.article] = True
    row, article = np.divmod(np.flatnonzero(table[count:]), count)
    return keys[order].astype(np.uint64)[row] << np.uint64(32) | (article + first).astype(np.uint64)


def changes(ordered: Ints) -> Ints:
    """Returns where another value begins."""
    found = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=found[1:])
    return found


def _words(held: _Held, facets: Sequence[Iterable[str]], first: int) -> dict[str, list[int]]:
    latin = np.flatnonzero(held.kinds == 2)
    chars = (held.codes[latin] & np.uint32(0x1FFFFF)).astype("<u4").tobytes().decode("utf-32-le", "replace")
    begins = np.flatnonzero(np.diff(latin, prepend=-2) > 1)
    ends = np.append(begins[1:], len(latin))[: len(begins)]
    spans = zip(held.article[latin[begins]].tolist(), begins.tolist(), ends.tolist(), strict=True)
    counted = Counter((chars[begin : min(end, begin + LONGEST)], article) for article, begin, end in spans)
    found: dict[str, list[int]] = {}
    for (word, article), times in counted.items():  # in the order of the articles
        found.setdefault(word, []).append((first + article) << 2 | int(_OFTEN[min(times, 5)]))
    for number, keys in enumerate(facets, first):
        for key in keys:
            found.setdefault(f"@{key}", []).append(number << 2)
    return found
