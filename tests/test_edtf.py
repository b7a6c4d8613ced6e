"""Uncertain dates."""

import pytest

from jianbao import edtf
from jianbao.problems import Fault


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015-11-30", "2015-11-30", "2015-11-30"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("2023-02~", "2023-02-01", "2023-02-28"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2021-11/2022-01", "2021-11-01", "2022-01-31"),
        ("XXXX", "", ""),
    ],
)
def test_a_date_has_its_bounds(text: str, first: str, last: str) -> None:
    parsed = edtf.parse(text)
    assert (parsed.first, parsed.last) == (first, last)


@pytest.mark.parametrize("text", ["2015-13-45", "2015-02-29", "2021-00", "近日", "2022/2021", "2021-1", "20155"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Fault, match=text[:4]):
        edtf.parse(text)


def test_only_a_plain_date_is_certain() -> None:
    assert [edtf.parse(text).certain for text in ("2021-12", "2021-12?", "202X", "2021/2022")] == [
        True,
        False,
        False,
        False,
    ]
