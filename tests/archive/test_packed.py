"""Rows come out of their packing as they went in, and what is no packing is known as none."""

import sys
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from jianbao.archive.brief import Brief, brief
from jianbao.archive.gist import gist
from jianbao.archive.packed import Coded, Packed, Several, pack
from jianbao.model import Article, Author, Source

TEXTS = some.sampled_from(["", "甲", "乙", "浙江省/杭州市"])
LISTS = some.lists(TEXTS, max_size=3).map(tuple)
ROWS = some.lists(
    some.builds(
        Article,
        some.sampled_from(["a-1", "a-2", "b-1"]),
        TEXTS,
        column=TEXTS,
        kind=TEXTS,
        newspaper=TEXTS,
        date=TEXTS,
        folio=TEXTS,
        authors=some.lists(some.builds(Author, TEXTS, TEXTS), max_size=3).map(tuple),
        regions=LISTS,
        tags=LISTS,
        aliases=LISTS,
        review=LISTS,
        source=some.builds(Source, TEXTS, some.lists(some.integers(1, 99), max_size=2).map(tuple)),
        body=some.text("文。", max_size=3),
    ).map(lambda one: brief(one, gist(one))),
    max_size=6,
)
PIECE = Article("a-1", "甲", column="乙", authors=(Author("王芳", "记者"),), tags=("夜校",), regions=("浙江省",))
WHOLE = pack([brief(one, gist(one)) for one in (PIECE, replace(PIECE, id="a-2", review=("date unsure",)))])


@given(ROWS)
def test_rows_come_out_as_they_went_in(rows: list[Brief]) -> None:
    packed = pack(rows)
    assert packed.rows() == rows and len(packed) == len(rows) and packed.is_whole()
    assert msgspec.json.decode(msgspec.json.encode(packed), type=Packed) == packed


def numbers(*each: int) -> bytes:
    return b"".join(one.to_bytes(8, sys.byteorder, signed=True) for one in each)


def column(name: str) -> Any:
    return getattr(WHOLE, name)


@pytest.mark.parametrize(
    "change",
    [
        {"ids": ["a-1"]},
        {"kinds": Coded(["news"], numbers(0))},
        {"kinds": Coded(["news"], numbers(0, 1))},
        {"kinds": Coded(["news"], numbers(0, -1))},
        {"kinds": Coded(["news"], b"1")},
        {"tags": Several(numbers(1, 2), column("tags").texts)},
        {"tags": Several(numbers(-1, 3), column("tags").texts)},
        {"roles": Coded(["记者"], numbers(0))},
        {"head_counts": numbers(4, 1)},
        {"heads": column("heads")[:-8]},
        {"lines": column("lines")[:-1]},
        {"unsure": b"\0"},
        {"gaps": b"\0\2"},
        {"facts": column("facts")[:-1]},
    ],
)
def test_columns_that_do_not_fit_are_told(change: dict[str, object]) -> None:
    assert WHOLE.is_whole() and not msgspec.structs.replace(WHOLE, **change).is_whole()
