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


def streams(values: Ints, lengths: Ints, sizes: Ints) -> list[bytes]:
    """Returns the bytes of some streams, one behind the other in these codes. sizes: how many codes each has."""
    firsts = (np.cumsum(sizes) - sizes)[sizes > 0]
    bits = np.zeros(len(sizes), np.int64)
    if len(firsts):
        bits[sizes > 0] = np.add.reduceat(lengths, firsts)
    held = -(-bits // 8)
    lengths = lengths.copy()
    lengths[firsts[1:]] += (8 * held - bits)[sizes > 0][:-1]  # zeros lead from the end of a stream to a whole byte
    raw = _packed(values, lengths).astype(">u8").tobytes()
    ends = np.cumsum(held)
    return [raw[begin:end] for begin, end in zip((ends - held).tolist(), ends.tolist(), strict=True)]


def _packed(values: Ints, lengths: Ints) -> Ints:
    """Words of 64 bits with one code behind the other. Values share no bit, so that sums put them together."""
    if not len(values):
        return np.zeros(0, np.uint64)
    last = np.cumsum(lengths) - 1
    word = last >> 6
    packed = np.zeros(word[-1] + 1, np.uint64)
    within = (last & 63).astype(np.uint64)
    _add(packed, word, values << np.uint64(63) - within)
    over = values >> np.uint64(1) >> within
    spilled = np.flatnonzero(over)
    if len(spilled):
        _add(packed, word[spilled] - 1, over[spilled])
    return packed


def _add(packed: Ints, at: Ints, values: Ints) -> None:
    """Adds values where they belong: what all of them come to there, less what they came to before."""
    last = np.append(np.flatnonzero(at[1:] != at[:-1]), len(at) - 1)
    packed[at[last]] += np.diff(np.cumsum(values)[last], prepend=np.uint64(0))
