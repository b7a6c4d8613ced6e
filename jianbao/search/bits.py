"""Numbers to bits, many at once: Rice and exponential Golomb codes, and streams of them.

A code is a pair: its value, and its length with the zeros that lead it. theme/source/index.js reads the same codes."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[Any]


def length(numbers: Ints) -> Ints:
    """Returns how many bits each number has.

    >>> length(np.array([0, 1, 2, 3, 1 << 40])).tolist()
    [0, 1, 2, 2, 41]
    """
    return np.frexp(numbers.astype(np.float64))[1].astype(np.int64)


def rice_order(room: Ints | int, count: Ints) -> Ints:
    """Returns the order of the Rice code for `count` numbers spread over `room`; whole numbers only, so that every
    machine says the same.

    >>> rice_order(10_000, np.array([1, 100, 9000])).tolist()
    [12, 6, 0]
    """
    share = np.asarray(room, np.int64) * 69 // (count.astype(np.int64) * 100)
    order: Ints = np.maximum(length(share) - 1, 0)
    return order


def rice(numbers: Ints, order: Ints) -> tuple[Ints, Ints]:
    """Returns the Rice codes of numbers from 0: zeros for the high part, a one, the low bits."""
    low = (np.int64(1) << order) - 1
    return (numbers & low | np.int64(1) << order).astype(np.uint64), (numbers >> order) + 1 + order


def golomb(numbers: Ints) -> tuple[Ints, Ints]:
    """Returns the exponential Golomb codes of numbers from 0.

    >>> [code.tolist() for code in golomb(np.array([0, 1, 5]))]
    [[1, 2, 6], [1, 3, 5]]
    """
    return (numbers + 1).astype(np.uint64), 2 * length(numbers + 1) - 1


def streams(values: Ints, lengths: Ints, groups: Ints, count: int) -> list[bytes]:
    """Returns the bytes of each of `count` streams. groups: which stream a code belongs to, in ascending order."""
    bits = np.bincount(groups, lengths, minlength=count).astype(np.int64)
    words = -(-bits // 64)
    start = np.cumsum(words) - words
    ends = np.cumsum(lengths)
    before = np.cumsum(bits) - bits
    packed = _packed(values, ends - before[groups] + 64 * start[groups], int(words.sum()))
    raw = packed.astype(">u8").tobytes()
    return [raw[8 * at : 8 * at + size] for at, size in zip(start.tolist(), (-(-bits // 8)).tolist(), strict=True)]


def _packed(values: Ints, ends: Ints, words: int) -> Ints:
    """Words of 64 bits with each value ending where it should. Values share no bit, so that sums put them together."""
    packed = np.zeros(words, np.uint64)
    if not len(values):
        return packed
    at = (ends - 1) >> 6
    left = (63 - ((ends - 1) & 63)).astype(np.uint64)
    _add(packed, at, values << left)
    over = np.where(left > 0, values >> (np.uint64(64) - np.maximum(left, 1).astype(np.uint64)), np.uint64(0))
    spilled = over > 0
    if spilled.any():
        _add(packed, at[spilled] - 1, over[spilled])
    return packed


def _add(packed: Ints, at: Ints, values: Ints) -> None:
    first = np.flatnonzero(np.concatenate([[True], at[1:] != at[:-1]]))
    packed[at[first]] += np.add.reduceat(values, first)
