"""Place names in context, all over the country and its history: a floor for each kind of case.

region_cases.tsv was written before the program was asked; what it gets wrong stays in, and the floors only rise."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from jianbao.authority import shipped
from jianbao.describe.ask import ask_place

CASES = Path(__file__).parent / "region_cases.tsv"
FLOORS = {
    "short": (93, 93),
    "town": (32, 32),
    "ambiguous": (77, 77),
    "abolished": (112, 112),
    "pre1980": (42, 42),
    "organisation": (25, 25),
    "abbreviation": (30, 30),
    "trap": (243, 245),
    "special": (20, 20),
}


@cache
def wrong() -> dict[str, list[str]]:
    """What the program gets wrong, and by key 'all' each case, by kind of case."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in CASES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, home, year, path, kind = (part if part != "-" else "" for part in line.split("\t"))
            found[f"all {kind}"].append(text)
            value = ask_place(text, shipped(), home, int(year or 0)).value or ""
            if value != path:
                found[kind].append(f"{text}: {value or 'no place'}, not {path or 'none'}")
    return found


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_a_kind_of_case_stays_above_its_floor(kind: str, floor: tuple[int, int]) -> None:
    right, all_of_them = floor
    assert len(wrong()[f"all {kind}"]) == all_of_them
    assert all_of_them - len(wrong()[kind]) >= right, wrong()[kind]
