"""The articles of a tier to the files of its index, in bounded memory.

First the articles, a few hundred at a time: each lot gives its terms, which are laid aside by the first bits of their
hash, on disk when they are many. Then part by part: what was laid aside of it is put in order and becomes files. Both
steps run in any process; lots and parts are handed out by `workers.do`, and no file depends on how many there are."""

import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import Any

import numpy as np

from jianbao.model import Fetch
from jianbao.search import shape, shards
from jianbao.search.bits import Ints
from jianbao.search.shape import Shape
from jianbao.search.shards import File
from jianbao.search.terms import Chars, Pairs, Terms, terms_of
from jianbao.search.texts import Entry

_LOT = 128  # articles
_IN_MEMORY = 32 << 20  # bytes of terms laid aside in memory, of all parts together

Do = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
"""The same function over many items, wherever that is done: workers.do, or a cluster's."""
Part = list[tuple[Pairs, Chars, dict[str, list[int]]]]
"""Terms of one part of a tier, lot after lot."""


def files_of(tier: Shape, entries: Sequence[Entry], do: Do, fetch: Fetch) -> Iterator[File]:
    """Yields the files of a tier: addresses without endings, and payloads. entries: of its articles, in order; fetch:
    gives their bodies."""
    lots = (
        (at, [(one, fetch(one.article).body) for one in entries[at : at + _LOT]]) for at in range(0, len(entries), _LOT)
    )
    with ExitStack() as stack:
        aside = [stack.enter_context(SpooledTemporaryFile(_IN_MEMORY >> tier.parts)) for _ in range(1 << tier.parts)]
        for parts in do(partial(_lot, bits=tier.parts), lots):
            for file, raw in zip(aside, parts, strict=True):
                file.write(raw)
        for made in do(partial(_part, tier=tier), enumerate(map(_laid_aside, aside))):
            yield from made


def _laid_aside(file: "SpooledTemporaryFile[bytes]") -> bytes:
    file.seek(0)
    raw = file.read()
    file.close()
    return raw


def _lot(lot: tuple[int, Sequence[tuple[Entry, str]]], bits: int) -> list[bytes]:
    """The terms of some articles with their bodies, in parts."""
    first, held = lot
    terms = terms_of([entry.whole(body) for entry, body in held], [entry.facets for entry, _ in held], first)
    return [pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in _parted(terms, bits)]


def _parted(terms: Terms, bits: int) -> Iterator[tuple[Pairs, Chars, dict[str, list[int]]]]:
    pairs, chars = terms.pairs, terms.chars
    edges = np.arange(1, 1 << bits, dtype=np.uint64) << np.uint64(32 - bits)
    pair_cuts = [0, *np.searchsorted(pairs.keys, edges).tolist(), len(pairs.keys)]
    char_cuts = [0, *np.searchsorted(chars.keys, edges).tolist(), len(chars.keys)]
    next_cuts = np.concatenate([[0], np.cumsum(pairs.follow, dtype=np.int64)])[pair_cuts]
    words: list[dict[str, list[int]]] = [{} for _ in range(1 << bits)]
    for word, places in terms.words.items():
        words[shards.word_shard(word, bits)][word] = places
    for part, held in enumerate(words):
        of_pairs, of_chars = (slice(cuts[part], cuts[part + 1]) for cuts in (pair_cuts, char_cuts))
        following = pairs.next[next_cuts[part] : next_cuts[part + 1]]
        yield (
            Pairs(pairs.keys[of_pairs], pairs.places[of_pairs], pairs.follow[of_pairs], following),
            Chars(chars.keys[of_chars], chars.places[of_chars]),
            held,
        )


def _part(part: tuple[int, bytes], tier: Shape) -> list[File]:
    """The files of one part."""
    number, raw = part
    lots = list(_lots(raw))
    pairs = _joined([pairs for pairs, _, _ in lots])
    chars = _in_order([chars for _, chars, _ in lots])
    words: dict[str, list[int]] = {}
    for _, _, held in lots:
        for word, places in held.items():
            words.setdefault(word, []).extend(places)
    del lots
    made = dict(shards.pair_files(tier, pairs))
    made |= dict(shards.char_files(tier, chars))
    made |= dict(shards.word_files(tier, words))
    return sorted({**dict.fromkeys(_shards(tier, number), shards.EMPTY), **made}.items())


def _shards(tier: Shape, part: int) -> Iterator[str]:
    """The addresses of all shards of a part."""
    for kind, bits in (("h", tier.pairs), ("u", tier.chars), ("w", tier.words)):
        share = bits - tier.parts
        yield from (shape.shard(tier.name, kind, number) for number in range(part << share, (part + 1) << share))


def _lots(raw: bytes) -> Iterator[tuple[Pairs, Chars, dict[str, list[int]]]]:
    file = io.BytesIO(raw)
    while file.tell() < len(raw):
        yield pickle.load(file)


def _joined(lots: list[Pairs]) -> Pairs:
    """Pairs of all lots by key; within one they keep the order of the lots, which is that of the articles."""
    keys = np.concatenate([lot.keys for lot in lots])
    follow = np.concatenate([lot.follow for lot in lots])
    order = np.argsort(keys, kind="stable")
    starts = np.cumsum(follow, dtype=np.int64) - follow
    counts = follow[order].astype(np.int64)
    rows = np.repeat(starts[order] - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
    places: Ints = np.concatenate([lot.places for lot in lots])
    following: Ints = np.concatenate([lot.next for lot in lots])
    return Pairs(keys[order], places[order], follow[order], following[rows])


def _in_order(lots: list[Chars]) -> Chars:
    keys = np.concatenate([lot.keys for lot in lots])
    order = np.argsort(keys, kind="stable")
    return Chars(keys[order], np.concatenate([lot.places for lot in lots])[order])
