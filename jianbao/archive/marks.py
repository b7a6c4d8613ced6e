"""What a page of the site is made from, as hashes: equal marks, equal page, nothing to do.

Takes an archive's articles and pages, gives a mark for each: all that other pages may show of it, where its terms lead
included. Whoever makes a page adds up the marks of what stands on it (`mark`, `Sums`); that is a hundred times cheaper
than to make the page, or its view, and see that it is the same. A mark may change where the page does not: then it is
made for nothing. It must never stay where the page changes.

Marks of articles are pairs of 64-bit numbers, so that those of thousands are added up in one go. Each is stirred
before it is added, and has the article's id and date in it: a sum stays the same only where the same articles are said
the same of, and their order follows from that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from jianbao.archive.order import FiledPage

if TYPE_CHECKING:
    from jianbao.archive.columns import Lanes, Lists, Numbers
    from jianbao.archive.ids import Places

_STIRRED = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))  # of SplitMix64 (Steele, Lea, Flood 2014)


def mark(*parts: object) -> str:
    """Returns the mark of values that say all that a page shows. Parts are texts, or lists and tuples of texts; any
    other value counts as its repr, and so does a text that can be said in other languages.

    >>> mark('a', ['b', 'c']) == mark('a', ('b', 'c')), mark('a', ['b', 'c']) == mark('a', 'b', 'c')
    (True, False)
    """
    said = "\0".join(map(_said, parts))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _said(part: object) -> str:
    if type(part) is str:
        return part
    return "\1".join(part) + "\2" if type(part) is list or type(part) is tuple else repr(part)


def of_pages(pages: Iterable[FiledPage]) -> dict[str, str]:
    """Returns the mark of each newspaper page, by its id."""
    return {page.id: mark(repr(page)) for page in pages}


def of_texts(texts: Sequence[str]) -> "Lanes":
    """Returns a hash of each text."""
    hashes = (blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest() for text in texts)
    return _lanes(b"".join(hashes))


def _lanes(raw: bytes) -> "Lanes":
    return np.frombuffer(raw, np.uint64).reshape(-1, 2) if raw else np.empty((0, 2), np.uint64)


def stirred(lanes: "Lanes") -> "Lanes":
    """Returns numbers of which each bit hangs on all bits of those given."""
    for shift, factor in _STIRRED:
        lanes = (lanes ^ (lanes >> np.uint64(shift))) * np.uint64(factor)
    return lanes ^ (lanes >> np.uint64(31))


def together(*parts: "Lanes") -> "Lanes":
    """Returns the marks of what has several: which is which makes a difference."""
    whole = np.zeros_like(parts[0])
    for part in parts:
        whole = stirred(whole * np.uint64(3) + part)
    return whole


def of_lists(lists: "Lists", told: Sequence[str]) -> "Lanes":
    """Returns the sum of what is told of the texts of each list, by their numbers."""
    lanes = stirred(of_texts(told))[lists.texts.numbers] if told else np.empty((0, 2), np.uint64)
    return sums(lanes, lists.counts)


def sums(lanes: "Lanes", counts: "Numbers") -> "Lanes":
    """Returns the sums of so many numbers in a row each."""
    running = np.zeros((len(lanes) + 1, 2), np.uint64)
    np.cumsum(lanes, axis=0, out=running[1:])
    ends = np.cumsum(counts)
    found: Lanes = running[ends] - running[ends - counts]
    return found


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of articles, by their places. shown: all that lists show; ways: where the names at it lead, others
    that come may change it; whole: all that its own page shows; found: all that the search knows."""

    shown: "Lanes"
    ways: "Lanes"
    whole: "Lanes"
    found: "Lanes"


def said(lanes: "Lanes", at: "Places") -> str:
    """Returns the mark of what stands at some places, as text."""
    whole: Lanes = np.add.reduce(lanes.take(at, 0), 0)
    return whole.tobytes().hex()


def each_said(lanes: "Lanes", runs: "Sequence[Places]") -> list[str]:
    """Returns the mark of what stands at the places of each run, as `said` has it: of thousands of short ones at
    once."""
    if not runs:
        return []
    counts = np.array(list(map(len, runs)), np.int64)
    whole = sums(lanes.take(np.concatenate(runs), 0), counts).tobytes().hex()
    size = len(whole) // len(runs)
    return [whole[at : at + size] for at in range(0, len(whole), size)]
