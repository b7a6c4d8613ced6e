"""Streams of codes, against bits written one by one."""

from random import Random

import numpy as np
import pytest

from jianbao.search.bits import streams


def one_by_one(codes: list[tuple[int, int]]) -> bytes:
    bits = "".join(f"{value:0{length}b}" for value, length in codes)
    return bytes(int(bits[at : at + 8].ljust(8, "0"), 2) for at in range(0, len(bits), 8))


@pytest.mark.parametrize("longest", [1, 9, 64, 200])
def test_codes_stand_one_behind_the_other_and_streams_begin_on_a_byte(longest: int) -> None:
    random = Random(longest)
    held = [
        [(random.getrandbits(min(size, 40)), size) for size in random.choices(range(1, longest + 1), k=count)]
        for count in (0, 3, 0, 0, 200, 1, 17, 0)
    ]
    values = np.array([value for codes in held for value, _ in codes], np.uint64)
    lengths = np.array([length for codes in held for _, length in codes])
    made = streams(values, lengths, np.array([len(codes) for codes in held]))
    assert made == [one_by_one(codes) for codes in held]


def test_no_codes_are_no_bytes() -> None:
    assert streams(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.array([0, 0])) == [b"", b""]
