"""Days that a newspaper's run lacks."""

from datetime import date, timedelta

import pytest

from jianbao.archive.runs import gaps, missing
from jianbao.archive.stand import stand

FIRST = date(2021, 11, 1)  # a Monday


def run(offs: list[int]) -> list[int]:
    """The days after the first that are missing when these are held."""
    return [(day - FIRST).days for day in missing([FIRST + timedelta(off) for off in offs])]


@pytest.mark.parametrize(
    ("held", "lacked"),
    [
        ([0, 1, 2, 5], [3, 4]),
        ([0, 3], [1, 2]),
        ([0], []),
        ([], []),
        ([0, 61], []),  # two finds
        ([0, 60], list(range(1, 60))),
        ([0, 7, 14, 21, 35], [28]),  # a weekly
        ([0, 7], list(range(1, 7))),  # two issues do not make a weekly
        ([off for off in range(42) if off % 7 < 5 and off != 16], [16]),  # never on Saturday or Sunday
    ],
)
def test_what_is_missing_goes_by_how_often_the_paper_appears(held: list[int], lacked: list[int]) -> None:
    assert run(held) == lacked


def test_days_that_are_not_certain_are_not_held() -> None:
    dates = ["2021-11-01", "2021-11-03?", "2021-11-04", "2021-11"]
    found = gaps(("甲报", stand(text)) for text in dates)
    assert found == {"甲报": ("2021-11-02", "2021-11-03")}
