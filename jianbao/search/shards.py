"""Terms to the payloads of files: dictionaries with lists of articles.

A shard is a stream of bits: how many terms it has; of each the way from the one before, and how many articles it has;
from the next whole byte on the lists, one behind the other: the ways from article to article (Rice), each followed by
a weight of one to three bits. The list of a term in very many articles stands in a file of its own. What follows a
pair stands in sibling files, which are read only where a longer phrase asks. theme/source/index.js reads all this."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np

from jianbao.search import shape
from jianbao.search.bits import Ints, golomb, rice, rice_order, streams
from jianbao.search.shape import Shape
from jianbao.search.terms import LONGEST, changes

File = tuple[str, bytes]  # address without its ending, payload
EMPTY = b"\x80"  # a shard without terms: it is there all the same, so that a missing file is a failure
_LOOKED_AT = 3 * LONGEST  # bytes of a word, of which no more are shared with another
_WEIGHT = np.array([0, 2, 6, 7], np.uint64)
_WEIGHT_LENGTH = np.array([1, 2, 3, 3], np.int64)


@dataclass(frozen=True)
class _Listed:
    """Terms with their lists, one list after the other. keys, counts, shards: of each term; articles, weights: of each
    place, weights of some sorts of term only."""

    keys: Ints
    counts: Ints
    shards: Ints
    articles: Ints
    weights: Ints | None = None

    def some(self, which: Ints) -> "_Listed":
        """Returns those terms that are marked."""
        if which.all():
            return self
        kept = np.repeat(which, self.counts)
        weights = None if self.weights is None else self.weights[kept]
        return _Listed(self.keys[which], self.counts[which], self.shards[which], self.articles[kept], weights)


def _listed(keys: Ints, articles: Ints, bits: int, weights: Ints | None = None) -> _Listed:
    starts = np.flatnonzero(changes(keys))
    terms = keys[starts].astype(np.int64)
    return _Listed(terms, np.diff(starts, append=len(keys)), terms >> (32 - bits), articles, weights)


def pair_files(tier: Shape, pairs: Ints) -> Iterator[File]:
    """Yields the files of pairs, as `terms` makes them and in order: shards h and n, lists p and q."""
    begins = np.flatnonzero(changes(pairs >> np.uint64(6)))  # of places; a pair may be followed by several characters
    places = pairs[begins]
    articles = (places >> np.uint64(8) & np.uint64(0xFFFFFF)).astype(np.int64)
    weights = (places >> np.uint64(6) & np.uint64(3)).astype(np.intp)
    listed = _listed((places >> np.uint64(32)).astype(np.uint32), articles, tier.pairs, weights)
    yield from _shards(tier, "h", tier.pairs, listed)
    yield from _own(tier, "p", listed)
    firsts = np.cumsum(listed.counts) - listed.counts
    held = np.diff(begins[firsts], append=len(pairs))  # numbers of each pair
    big = listed.counts >= tier.big
    told = ~big & (listed.counts >= tier.followed)
    shards, sizes = _grouped(listed.shards[told], held[told])
    names = [shape.shard(tier.name, "n", number) for number in shards.tolist()]
    yield from zip(names, _following(pairs[np.repeat(told, held)], sizes), strict=True)
    names = [shape.own(tier.name, "q", f"{key:08x}") for key in listed.keys[big].tolist()]
    yield from zip(names, _following(pairs[np.repeat(big, held)], held[big]), strict=True)


def char_files(tier: Shape, chars: Ints) -> Iterator[File]:
    """Yields the files of characters, as `terms` makes them and in order: shards u, lists v."""
    articles = (chars & np.uint64(0xFFFFFFFF)).astype(np.int64)
    listed = _listed((chars >> np.uint64(32)).astype(np.uint32), articles, tier.chars)
    yield from _shards(tier, "u", tier.chars, listed)
    yield from _own(tier, "v", listed)


def _grouped(shards: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    """The numbers of shards, given that of each term in ascending order, and what the sizes of their terms come to."""
    begins = np.flatnonzero(changes(shards))
    return shards[begins], np.add.reduceat(sizes, begins) if len(begins) else begins


def _shards(tier: Shape, kind: str, bits: int, listed: _Listed) -> Iterator[File]:
    if not len(listed.keys):
        return
    small = listed.counts < tier.big
    numbers, sizes = _grouped(listed.shards, np.ones(len(listed.keys), np.int64))
    _, codes = _grouped(listed.shards, np.where(small, listed.counts, 0))
    heads = _dictionaries(listed, sizes, 1 << (32 - bits))
    lists = streams(*_places(tier.count, listed.some(small)), codes)
    for number, dictionary, postings in zip(numbers.tolist(), heads, lists, strict=True):
        yield shape.shard(tier.name, kind, number), dictionary + postings


def _dictionaries(listed: _Listed, sizes: Ints, room: int) -> list[bytes]:
    """Of each shard how many terms it has; of each term the way from the one before, and how many articles."""
    begins = np.cumsum(sizes) - sizes
    rest = listed.keys & (room - 1)
    way = np.diff(rest, prepend=0) - 1
    way[begins] = rest[begins]
    group = np.repeat(np.arange(len(sizes)), sizes)
    at = 2 * np.arange(len(rest)) + group + 1
    values, lengths = np.empty(2 * len(rest) + len(sizes), np.uint64), np.empty(2 * len(rest) + len(sizes), np.int64)
    values[at], lengths[at] = rice(way, rice_order(room, sizes)[group])
    values[at + 1], lengths[at + 1] = golomb(listed.counts - 1)
    values[at[begins] - 1], lengths[at[begins] - 1] = golomb(sizes)
    return streams(values, lengths, 2 * sizes + 1)


def _own(tier: Shape, kind: str, listed: _Listed) -> Iterator[File]:
    for key, payload in _own_lists(tier, listed):
        yield shape.own(tier.name, kind, f"{key:08x}"), payload


def _own_lists(tier: Shape, listed: _Listed) -> Iterator[tuple[int, bytes]]:
    """The lists that have files of their own, each with its key."""
    big = listed.some(listed.counts >= tier.big)
    return zip(big.keys.tolist(), streams(*_places(tier.count, big), big.counts), strict=True)


def _places(room: int, listed: _Listed) -> tuple[Ints, Ints]:
    """The codes of all lists, one after the other."""
    counts, articles = listed.counts, listed.articles
    begins = np.cumsum(counts) - counts
    way = np.diff(articles, prepend=0) - 1
    way[begins] = articles[begins]
    values, lengths = rice(way, np.repeat(rice_order(room, counts), counts))
    if listed.weights is None:
        return values, lengths
    extra = _WEIGHT_LENGTH.take(listed.weights)
    return values << extra.astype(np.uint64) | _WEIGHT.take(listed.weights), lengths + extra


def _following(pairs: Ints, sizes: Ints) -> list[bytes]:
    """Of each place how many characters follow, and six bits of each: zeros, a one, the bits, those of the others.
    sizes: how many of these numbers each file has."""
    begins = np.flatnonzero(changes(pairs >> np.uint64(6)))
    values = pairs & np.uint64(63)
    lengths = np.full(len(values), 6, np.int64)
    values[begins] |= np.uint64(64)
    lengths[begins] += np.diff(begins, append=len(pairs))
    return streams(values, lengths, sizes)


@lru_cache(1 << 15)  # a lot has the facets and most of the words of the one before
def word_shard(word: str, bits: int) -> int:
    """Returns the shard of a word: all that begin with the same three characters are in one; a facet is alone."""
    return fnv(word if word[0] == "@" else word[:3]) >> (32 - bits)


def fnv(text: str) -> int:
    """Returns a hash of 32 bits, over UTF-16 units as a script sees them, well mixed at the end.

    >>> hex(fnv('covid'))
    '0x68d988bd'
    """
    value = 0x811C9DC5
    units = text.encode("utf-16-le")
    for at in range(0, len(units), 2):
        value = (value ^ (units[at] | units[at + 1] << 8)) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 15) * 0x85EBCA6B & 0xFFFFFFFF
    return value ^ value >> 13


def word_files(tier: Shape, words: Mapping[str, Sequence[int]]) -> Iterator[File]:
    """Yields the files of words with their places: shards w, lists x."""
    held = sorted((word_shard(word, tier.words), word) for word in words)
    if not held:
        return
    names = [word for _, word in held]
    counts = np.array([len(words[word]) for word in names])
    places = np.fromiter(chain.from_iterable(words[word] for word in names), np.uint32, int(counts.sum()))
    shards = np.array([number for number, _ in held])
    articles, weights = (places >> 2).astype(np.int64), (places & 3).astype(np.intp)
    listed = _Listed(np.arange(len(names)), counts, shards, articles, weights)
    small = counts < tier.big
    numbers, codes = _grouped(shards, np.where(small, counts, 0))
    lists = streams(*_places(tier.count, listed.some(small)), codes)
    _, sizes = _grouped(shards, np.ones(len(names), np.int64))
    for number, dictionary, postings in zip(numbers.tolist(), _spelled(names, counts, sizes), lists, strict=True):
        yield shape.shard(tier.name, "w", number), dictionary + postings
    for key, payload in _own_lists(tier, listed):
        yield shape.own(tier.name, "x", f"{fnv(names[key]):08x}{fnv(names[key] + '@'):08x}"), payload


def _spelled(words: Sequence[str], counts: Ints, sizes: Ints) -> list[bytes]:
    """Of each shard how many words it has; of each word how many bytes it shares with the one before, how many follow,
    those, how many articles."""
    raws = [word.encode("utf-8", "replace") for word in words]
    firsts = np.cumsum(sizes) - sizes
    lengths = np.array([len(raw) for raw in raws])
    shared = np.minimum(_shared(raws), np.minimum(lengths, np.roll(lengths, 1)))
    shared[firsts] = 0
    rest = lengths - shared
    wide = rest + 3  # codes of a word
    wide[firsts] += 1
    ends = np.cumsum(wide)
    begins = ends - 3 - rest
    codes = np.frombuffer(b"".join(raw[at:] for raw, at in zip(raws, shared.tolist(), strict=True)), np.uint8)
    values, bits = np.zeros(int(ends[-1]), np.uint64), np.full(int(ends[-1]), 8, np.int64)
    values[np.repeat(begins + 2 - (np.cumsum(rest) - rest), rest) + np.arange(len(codes))] = codes
    for at, numbers in ((begins, shared), (begins + 1, rest), (ends - 1, counts - 1), (begins[firsts] - 1, sizes)):
        values[at], bits[at] = golomb(numbers)
    return streams(values, bits, np.add.reduceat(wide, firsts))


def _shared(raws: Sequence[bytes]) -> Ints:
    """How many bytes each has in common with the one before, as far as one looks."""
    table = np.array([raw[:_LOOKED_AT] for raw in raws]).view(np.uint8).reshape(len(raws), -1)
    same = table == np.roll(table, 1, 0)
    shared: Ints = np.where(same.all(1), table.shape[1], same.argmin(1))
    return shared
