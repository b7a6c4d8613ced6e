"""The best sequence, and how far every other one falls short: against trying all of them."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from jianbao.segment.sequence import END, START, Best, best_sequence

ROLES = ("a", "b", "c")
worths = st.lists(st.fixed_dictionaries({role: st.integers(-5, 5) for role in ROLES}), min_size=1, max_size=5)
befores, afters = st.sampled_from((START, *ROLES)), st.sampled_from((*ROLES, END))
prices = st.dictionaries(st.tuples(befores, afters), st.integers(-4, 4))


def total(roles: tuple[str, ...], worth: list[dict[str, int]], price: dict[tuple[str, str], int]) -> int:
    steps = sum(price.get(pair, 0) for pair in pairwise((START, *roles, END)))
    return steps + sum(here[role] for here, role in zip(worth, roles, strict=True))


@given(worths, prices)
def test_no_sequence_is_worth_more(worth: list[dict[str, int]], price: dict[tuple[str, str], int]) -> None:
    every = [total(roles, worth, price) for roles in product(ROLES, repeat=len(worth))]
    assert total(best_sequence(worth, price).roles, worth, price) == max(every)


@given(worths, prices)
def test_behind_is_what_the_best_with_that_role_lacks(
    worth: list[dict[str, int]], price: dict[tuple[str, str], int]
) -> None:
    every = {roles: total(roles, worth, price) for roles in product(ROLES, repeat=len(worth))}
    behind = best_sequence(worth, price).behind
    for at, role in product(range(len(worth)), ROLES):
        there = max(value for roles, value in every.items() if roles[at] == role)
        assert behind[at][role] == max(every.values()) - there


def test_of_equals_the_role_named_first_is_taken() -> None:
    assert best_sequence([{"b": 1.0, "a": 1.0}], {}).roles == ("b",)


def test_nothing_has_no_roles() -> None:
    assert best_sequence([], {}) == Best()
