"""Terms to the payloads of files: dictionaries with lists of articles.

A shard is a stream of bits: how many terms it has; of each the way from the one before, and how many articles it has;
from the next whole byte on the lists, one behind the other: the ways from article to article (Rice), each followed by
a weight of one to three bits. The list of a term in very many articles stands in a file of its own. What follows a
pair stands in sibling files, which are read only where a longer phrase asks. theme/source/index.js reads all this."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from jianbao.search import shape
from jianbao.search.bits import Ints, golomb, rice, rice_order, streams
from jianbao.search.shape import Shape
from jianbao.search.terms import Chars, Pairs

File = tuple[str, bytes]  # address without its ending, payload
EMPTY = b"\x80"  # a shard without terms: it is there all the same, so that a missing file is a failure
_WEIGHT = np.array([0, 2, 6, 7], np.uint64)
_WEIGHT_LENGTH = np.array([1, 2, 3, 3], np.int64)


@dataclass(frozen=True)
class _Listed:
    """Terms with their lists. keys, counts, shards: of each term; starts: where its list begins in `places`."""

    keys: Ints
    counts: Ints
    shards: Ints
    starts: Ints
    places: Ints
    weighted: bool

    def rows(self, terms: Ints) -> Ints:
        """Returns where the places of some terms stand, one list after the other."""
        counts = self.counts[terms]
        before = np.cumsum(counts) - counts
        return np.repeat(self.starts[terms] - before, counts) + np.arange(int(counts.sum()))


def _listed(keys: Ints, places: Ints, bits: int, weighted: bool) -> _Listed:
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.zeros(0, np.int64)
    terms = keys[starts].astype(np.int64)
    return _Listed(terms, np.diff(starts, append=len(keys)), terms >> (32 - bits), starts, places, weighted)


def pair_files(tier: Shape, pairs: Pairs) -> Iterator[File]:
    """Yields the files of pairs, by key and article in order: shards h and n, lists p and q."""
    listed = _listed(pairs.keys, pairs.places, tier.pairs, weighted=True)
    big = listed.counts >= tier.big
    yield from _shards(tier, "h", tier.pairs, listed)
    yield from _own(tier, "p", listed)
    told = np.flatnonzero(~big & (listed.counts >= tier.followed))
    names = [shape.shard(tier.name, "n", number) for number in np.unique(listed.shards[told]).tolist()]
    yield from _following(pairs, listed, told, listed.shards[told], names)
    alone = np.flatnonzero(big)
    names = [shape.own(tier.name, "q", f"{key:08x}") for key in listed.keys[alone].tolist()]
    yield from _following(pairs, listed, alone, alone, names)


def char_files(tier: Shape, chars: Chars) -> Iterator[File]:
    """Yields the files of characters, by key and article in order: shards u, lists v."""
    listed = _listed(chars.keys, chars.places, tier.chars, weighted=False)
    yield from _shards(tier, "u", tier.chars, listed)
    yield from _own(tier, "v", listed)


def _shards(tier: Shape, kind: str, bits: int, listed: _Listed) -> Iterator[File]:
    if not len(listed.keys):
        return
    numbers, group, sizes = np.unique(listed.shards, return_inverse=True, return_counts=True)
    room = 1 << (32 - bits)
    rest = listed.keys & (room - 1)
    way = np.concatenate([[0], rest[1:] - rest[:-1] - 1])
    begins = np.cumsum(sizes) - sizes
    way[begins] = rest[begins]
    key, key_length = rice(way, rice_order(room, sizes)[group])
    count, count_length = golomb(listed.counts - 1)
    head, head_length = golomb(sizes)
    order = np.repeat(np.arange(len(group)), 2)
    values = np.insert(np.stack([key, count], 1).reshape(-1), 2 * begins, head)
    lengths = np.insert(np.stack([key_length, count_length], 1).reshape(-1), 2 * begins, head_length)
    groups = np.insert(group[order], 2 * begins, np.arange(len(numbers)))
    heads = streams(values, lengths, groups, len(numbers))
    small = np.flatnonzero(listed.counts < tier.big)
    values, lengths = _places(tier.count, listed, small)
    lists = streams(values, lengths, np.repeat(group[small], listed.counts[small]), len(numbers))
    for number, dictionary, postings in zip(numbers.tolist(), heads, lists, strict=True):
        yield shape.shard(tier.name, kind, number), dictionary + postings


def _own(tier: Shape, kind: str, listed: _Listed) -> Iterator[File]:
    for key, payload in _own_lists(tier, listed):
        yield shape.own(tier.name, kind, f"{key:08x}"), payload


def _own_lists(tier: Shape, listed: _Listed) -> Iterator[tuple[int, bytes]]:
    """The lists that have files of their own, each with its key."""
    big = np.flatnonzero(listed.counts >= tier.big)
    values, lengths = _places(tier.count, listed, big)
    groups = np.repeat(np.arange(len(big)), listed.counts[big])
    return zip(listed.keys[big].tolist(), streams(values, lengths, groups, len(big)), strict=True)


def _places(room: int, listed: _Listed, terms: Ints) -> tuple[Ints, Ints]:
    """The codes of the lists of some terms, one after the other."""
    counts = listed.counts[terms]
    places = listed.places[listed.rows(terms)]
    articles = (places >> np.uint32(2) if listed.weighted else places).astype(np.int64)
    begins = np.cumsum(counts) - counts
    way = np.diff(articles, prepend=0) - 1
    way[begins] = articles[begins]
    values, lengths = rice(way, np.repeat(rice_order(room, np.maximum(counts, 1)), counts))
    if not listed.weighted:
        return values, lengths
    weights = places & np.uint32(3)
    extra = _WEIGHT_LENGTH[weights]
    return values << extra.astype(np.uint64) | _WEIGHT[weights], lengths + extra


def _following(pairs: Pairs, listed: _Listed, terms: Ints, shards: Ints, names: list[str]) -> Iterator[File]:
    """Of each place how many characters follow, and six bits of each: zeros, a one, the bits, those of the others."""
    if not len(terms):
        return
    starts = np.cumsum(pairs.follow, dtype=np.int64) - pairs.follow
    rows = listed.rows(terms)
    follow = pairs.follow[rows].astype(np.int64)
    begins = np.cumsum(follow) - follow
    at = np.repeat(starts[rows] - begins, follow) + np.arange(int(follow.sum()))
    values = pairs.next[at].astype(np.uint64)
    lengths = np.full(len(values), 6, np.int64)
    values[begins] |= np.uint64(64)
    lengths[begins] += follow
    _, group = np.unique(shards, return_inverse=True)
    groups = np.repeat(np.repeat(group, listed.counts[terms]), follow)
    yield from zip(names, streams(values, lengths, groups, len(names)), strict=True)


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
    listed = _Listed(np.arange(len(names)), counts, shards, np.cumsum(counts) - counts, places, weighted=True)
    numbers, group = np.unique(shards, return_inverse=True)
    small = np.flatnonzero(counts < tier.big)
    values, lengths = _places(tier.count, listed, small)
    lists = streams(values, lengths, np.repeat(group[small], counts[small]), len(numbers))
    cuts = [*np.searchsorted(shards, numbers).tolist(), len(names)]
    for at, number in enumerate(numbers.tolist()):
        some = slice(cuts[at], cuts[at + 1])
        yield shape.shard(tier.name, "w", number), _dictionary(names[some], counts[some].tolist()) + lists[at]
    for key, payload in _own_lists(tier, listed):
        yield shape.own(tier.name, "x", f"{fnv(names[key]):08x}{fnv(names[key] + '@'):08x}"), payload


def _dictionary(words: Sequence[str], counts: Sequence[int]) -> bytes:
    """How many words; of each how many bytes it shares with the one before, how many follow, those, how many
    articles."""
    numbers = [len(words)]
    is_byte = [False]
    before = b""
    for word, count in zip(words, counts, strict=True):
        raw = word.encode("utf-8", "replace")
        shared = next((at for at, pair in enumerate(zip(raw, before, strict=False)) if pair[0] != pair[1]), None)
        shared = min(len(raw), len(before)) if shared is None else shared
        numbers += [shared, len(raw) - shared, *raw[shared:], count - 1]
        is_byte += [False, False, *[True] * (len(raw) - shared), False]
        before = raw
    given, plain = np.array(numbers), np.array(is_byte)
    values, lengths = golomb(given)
    values = np.where(plain, given.astype(np.uint64), values)
    return streams(values, np.where(plain, 8, lengths), np.zeros(len(given), np.int64), 1)[0]
