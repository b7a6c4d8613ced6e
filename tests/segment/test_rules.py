"""Every rule has lines that must trip it and lines that must not."""

from functools import cache
from pathlib import Path

import pytest

from jianbao import plainyaml
from jianbao.chinese.repeats import said_twice
from jianbao.model import Line
from jianbao.read import read_plain
from jianbao.segment.rules import RULES
from jianbao.segment.seen import Seen, View
from jianbao.segment.strips import strips

ROOT = Path(__file__).parent.parent.parent
TABLE = plainyaml.read(Path(__file__).with_name("rules.yaml").read_text("utf-8"))[0]
CASES = [(name, kind, case) for name, kinds in TABLE.items() for kind, cases in kinds.items() for case in cases]


@cache
def view(stem: str) -> View:
    found = [*(ROOT / "content/pages").glob(f"{stem}*.txt"), *(ROOT / "tests/labels/pages").glob(f"{stem}.txt")]
    page = read_plain("p", "p.txt", found[0].read_bytes())
    cut = strips(page.lines)
    return View(cut, said_twice([(strip.no, strip.text) for strip in cut]))


def seen(case: str) -> Seen:
    stem, _, number = case.partition(":")
    if number.isdigit() and len(stem) == 3:
        return view(stem).by_no[int(number)]
    return View(strips([Line(1, case)])).seen[0]


@pytest.mark.parametrize(("name", "kind", "case"), CASES)
def test_a_rule_trips_where_it_must_and_only_there(name: str, kind: str, case: str) -> None:
    for rule in (rule for rule in RULES if rule.name == name):
        assert bool(rule.ask(seen(case))) == (kind == "trips")


@pytest.mark.parametrize("name", sorted({rule.name for rule in RULES}))
def test_a_rule_has_lines_of_both_kinds(name: str) -> None:
    assert TABLE[name]["trips"] and TABLE[name]["not"]


def test_the_table_names_no_rule_that_is_gone() -> None:
    assert set(TABLE) == {rule.name for rule in RULES}
