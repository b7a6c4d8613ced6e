"""The articles of a tier to the files of its index, in bounded memory.

First the articles, a few hundred at a time: each lot gives its terms, which are laid aside by the first bits of their
hash, on disk when they are many. Then part by part: what was laid aside of it is put in order and becomes files. Both
steps run in any process; lots and parts are handed out by `workers.do`, and no file depends on how many there are."""

import io
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import Any

import numpy as np

from jianbao.search import shape, shards
from jianbao.search.bits import Ints
from jianbao.search.coding import scripts
from jianbao.search.shape import Shape
from jianbao.search.shards import File
from jianbao.search.terms import Terms, terms_of
from jianbao.search.texts import Catalogue, whole

_LOT = 128  # articles
_IN_MEMORY = 8 << 20  # bytes of terms laid aside in memory, of all parts together

Do = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
"""The same function over many items, wherever that is done: workers.do, or a cluster's."""
_Lot = tuple[int, list[tuple[str, str]], list[tuple[str, ...]]]
"""Some articles: number of the first; of each what is said before its text, and its body; facets of each."""
_Laid = tuple[bytes, bytes, dict[str, list[int]]]
"""Terms of a lot in one part of a tier: pairs, characters, words."""


def files_of(tier: Shape, held: Catalogue, do: Do) -> Iterator[File]:
    """Yields the files of a tier: addresses without endings, and bytes."""
    numbers = range(tier.first, tier.first + tier.count)
    starts = range(0, tier.count, _LOT)
    lots = (_given(at, held, numbers[at : at + _LOT]) for at in starts)
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


def _given(first: int, held: Catalogue, numbers: range) -> _Lot:
    entries = list(map(held.entry, numbers))
    heads, bodies = (entry.head() for entry in entries), map(held.body, numbers)
    return first, list(zip(heads, bodies, strict=True)), [entry.facets for entry in entries]


def _lot(lot: _Lot, bits: int) -> list[bytes]:
    """The terms of some articles with their bodies, in parts."""
    first, texts, facets = lot
    terms = terms_of([whole(head, body) for head, body in texts], facets, first)
    return [pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in _parted(terms, bits)]


def _parted(terms: Terms, bits: int) -> Iterator[_Laid]:
    edges = np.arange(1, 1 << bits, dtype=np.uint64) << np.uint64(64 - bits)
    pairs, chars = (np.split(some, np.searchsorted(some, edges)) for some in (terms.pairs, terms.chars))
    words: list[dict[str, list[int]]] = [{} for _ in range(1 << bits)]
    for word, places in terms.words.items():
        words[shards.word_shard(word, bits)][word] = places
    return ((one.tobytes(), other.tobytes(), some) for one, other, some in zip(pairs, chars, words, strict=True))


def _part(part: tuple[int, bytes], tier: Shape) -> list[File]:
    """The files of one part."""
    number, raw = part
    lots = list(_lots(raw))
    pairs = _in_order([pairs for pairs, _, _ in lots])
    chars = _in_order([chars for _, chars, _ in lots])
    words: dict[str, list[int]] = {}
    for _, _, held in lots:
        for word, places in held.items():
            words.setdefault(word, []).extend(places)
    del lots
    made = dict(shards.pair_files(tier, pairs))
    made |= dict(shards.char_files(tier, chars))
    made |= dict(shards.word_files(tier, words))
    payloads = sorted({**dict.fromkeys(_shards(tier, number), shards.EMPTY), **made}.items())
    return [(name, content) for (name, _), content in zip(payloads, scripts(payloads), strict=True)]


def _shards(tier: Shape, part: int) -> Iterator[str]:
    """The addresses of all shards of a part."""
    for kind, bits in (("h", tier.pairs), ("u", tier.chars), ("w", tier.words)):
        share = bits - tier.parts
        yield from (shape.shard(tier.name, kind, number) for number in range(part << share, (part + 1) << share))


def _lots(raw: bytes) -> Iterator[_Laid]:
    file = io.BytesIO(raw)
    while file.tell() < len(raw):
        yield pickle.load(file)


def _in_order(lots: list[bytes]) -> Ints:
    found = np.frombuffer(b"".join(lots), np.uint64).copy()
    found.sort()
    return found
