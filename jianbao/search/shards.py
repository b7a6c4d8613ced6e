"""Terms to the payloads of files: dictionaries with lists of articles.

A shard is a stream of bits: how many terms it has; of each the way from the one before, and how many articles it has;
from the next whole byte on the lists, one behind the other: the ways from article to article (Rice), each followed by
a weight of one to three bits. The list of a term in very many articles stands in a file of its own. What follows a
pair stands in sibling files, which are read only where a longer phrase asks. theme/assets/search.js reads all this."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
    big = listed.counts >= shape.BIG
    yield from _shards(tier, "h", tier.pairs, listed)
    yield from _own(tier, "p", listed)
    follow_starts = np.cumsum(pairs.follow, dtype=np.int64) - pairs.follow
    told = np.flatnonzero(~big & (listed.counts >= shape.FOLLOWED))
    names = [shape.shard(tier.name, "n", number) for number in np.unique(listed.shards[told]).tolist()]
    yield from _following(pairs, listed, told, listed.shards[told], follow_starts, names)
    alone = np.flatnonzero(big)
    names = [shape.own(tier.name, "q", f"{key:08x}") for key in listed.keys[alone].tolist()]
    yield from _following(pairs, listed, alone, alone, follow_starts, names)


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
    small = np.flatnonzero(listed.counts < shape.BIG)
    values, lengths = _places(tier.count, listed, small)
    lists = streams(values, lengths, np.repeat(group[small], listed.counts[small]), len(numbers))
    for number, dictionary, postings in zip(numbers.tolist(), heads, lists, strict=True):
        yield shape.shard(tier.name, kind, number), dictionary + postings


def _own(tier: Shape, kind: str, listed: _Listed) -> Iterator[File]:
    big = np.flatnonzero(listed.counts >= shape.BIG)
    values, lengths = _places(tier.count, listed, big)
    groups = np.repeat(np.arange(len(big)), listed.counts[big])
    for key, payload in zip(listed.keys[big].tolist(), streams(values, lengths, groups, len(big)), strict=True):
        yield shape.own(tier.name, kind, f"{key:08x}"), payload


def _places(room: int, listed: _Listed, terms: Ints) -> tuple[Ints, Ints]:
    """The codes of the lists of some terms, one after the other."""
    counts = listed.counts[terms]
    places = listed.places[listed.rows(terms)]
    order = np.repeat(rice_order(room, np.maximum(counts, 1)), counts)
    return _codes(places, np.cumsum(counts) - counts, order, listed.weighted)


def _codes(places: Ints, begins: Ints, order: Ints, weighted: bool) -> tuple[Ints, Ints]:
    articles = (places >> np.uint32(2) if weighted else places).astype(np.int64)
    way = np.diff(articles, prepend=0) - 1
    way[begins] = articles[begins]
    values, lengths = rice(way, order)
    if not weighted:
        return values, lengths
    weights = places & np.uint32(3)
    extra = _WEIGHT_LENGTH[weights]
    return values << extra.astype(np.uint64) | _WEIGHT[weights], lengths + extra


def _following(
    pairs: Pairs, listed: _Listed, terms: Ints, shards: Ints, starts: Ints, names: list[str]
) -> Iterator[File]:
    """Of each place how many characters follow, and six bits of each: zeros, a one, the bits, those of the others."""
    if not len(terms):
        return
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


def word_files(tier: Shape, words: Mapping[str, Ints]) -> Iterator[File]:
    """Yields the files of words with their places: shards w, lists x."""
    shards: dict[int, list[str]] = {}
    for word in words:
        shards.setdefault(word_shard(word, tier.words), []).append(word)
    for number, held in sorted(shards.items()):
        held.sort()
        yield shape.shard(tier.name, "w", number), _word_shard(tier, held, words)
    for word in sorted(word for word, places in words.items() if len(places) >= shape.BIG):
        name = f"{fnv(word):08x}{fnv(word + '@'):08x}"
        values, lengths = _word_list(tier, words[word])
        yield shape.own(tier.name, "x", name), streams(values, lengths, np.zeros(len(values), np.int64), 1)[0]


def _word_list(tier: Shape, places: Ints) -> tuple[Ints, Ints]:
    order = rice_order(tier.count, np.array([len(places)]))
    return _codes(places, np.array([0]), np.repeat(order, len(places)), weighted=True)


def _word_shard(tier: Shape, held: list[str], words: Mapping[str, Ints]) -> bytes:
    """How many words; of each how many bytes it shares with the one before, how many follow, those, how many articles;
    then the lists."""
    numbers: list[int] = [len(held) + 1]  # from 1 on; a byte is negative
    before = b""
    for word in held:
        raw = word.encode("utf-8", "replace")
        shared = next((at for at, (a, b) in enumerate(zip(raw, before, strict=False)) if a != b), min(len(raw), len(before)))
        numbers += [shared + 1, len(raw) - shared + 1, *(-byte for byte in raw[shared:]), len(words[word])]
        before = raw
    given = np.array(numbers)
    values, lengths = golomb(np.maximum(given - 1, 0))
    values = np.where(given < 0, -given, values).astype(np.uint64)
    lengths = np.where(given < 0, 8, lengths)
    dictionary = streams(values, lengths, np.zeros(len(values), np.int64), 1)[0]
    lists = [_word_list(tier, words[word]) for word in held if len(words[word]) < shape.BIG]
    if not lists:
        return dictionary
    values = np.concatenate([values for values, _ in lists])
    lengths = np.concatenate([lengths for _, lengths in lists])
    return dictionary + streams(values, lengths, np.zeros(len(values), np.int64), 1)[0]
