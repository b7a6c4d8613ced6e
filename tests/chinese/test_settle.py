"""What a name means in a year, and where the year does not matter."""

from hypothesis import assume, given
from hypothesis import strategies as st

from jianbao.authority import shipped
from jianbao.chinese.gazetteer import Reading
from jianbao.chinese.settle import as_ever, of_its_time

YEARS = st.sampled_from((0, 1949, 1983, 2000, 2001, 2002, 2021))
READINGS = st.lists(
    st.builds(Reading, st.just("330100"), st.sampled_from(("full", "short", "former", "town")), YEARS, YEARS),
    min_size=1,
    max_size=3,
).map(tuple)


@given(READINGS, st.integers(1, 7), st.integers(1940, 2025))
def test_a_year_that_changes_no_meaning_changes_none_of_some_of_them(
    readings: tuple[Reading, ...], which: int, year: int
) -> None:
    some = tuple(one for at, one in enumerate(readings) if which >> at & 1)
    assume(as_ever(readings, year))
    gazetteer = shipped().gazetteer
    assert of_its_time(some, year, gazetteer, "") == of_its_time(some, 0, gazetteer, "")
