"""Who gets whom."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from jianbao.segment.assign import assign

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0.1, 9.0, allow_nan=False), max_size=14
)


def best(worth: dict[tuple[int, int], float]) -> float:
    """What the best pairing is worth, by trying all."""
    columns = [*range(4), *(None for _ in range(4))]
    return max(
        sum(worth.get((row, column), 0.0) for row, column in enumerate(chosen) if column is not None)
        for chosen in set(permutations(columns, 4))
    )


@given(PAIRS)
def test_nothing_is_worth_more_and_nobody_is_had_twice(worth: dict[tuple[int, int], float]) -> None:
    chosen = assign(worth)
    assert len(set(chosen.values())) == len(chosen) and set(chosen.items()) <= set(worth)
    assert abs(sum(worth[pair] for pair in chosen.items()) - best(worth)) < 1e-9


def test_the_heaviest_pair_is_given_up_for_two() -> None:
    assert assign({(1, 7): 3.0, (1, 9): 2.9, (2, 7): 2.0}) == {1: 9, 2: 7}


def test_what_is_worth_nothing_is_not_done() -> None:
    assert assign({(1, 7): 0.0, (2, 7): -1.0}) == {} == assign({})
