"""Line numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.files import ranges
from jianbao.problems import Fault


def test_a_range_runs_over_the_blank_lines_of_the_page() -> None:
    assert ranges.write([7, 9, 23], [5, 7, 9, 23, 25]) == "7-23"
    assert ranges.write([7, 23], [5, 7, 9, 23, 25]) == "7, 23"


@given(st.sets(st.integers(1, 500), min_size=1))
def test_what_is_written_reads_the_same(lines: set[int]) -> None:
    assert set(ranges.read(ranges.write(lines))) == lines


@pytest.mark.parametrize("text", ["23-7", "0-3", "a", "1-9999999", "1;2", "-5"])
def test_what_are_no_lines_is_refused(text: str) -> None:
    with pytest.raises(Fault):
        ranges.read(text)
