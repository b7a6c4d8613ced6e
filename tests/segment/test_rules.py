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
    return View(strips([Line(no, text) for no, text in enumerate(case.split("\n"), 1)])).seen[0]


@pytest.mark.parametrize(("name", "kind", "case"), CASES)
def test_a_rule_trips_where_it_must_and_only_there(name: str, kind: str, case: str) -> None:
    for rule in (rule for rule in RULES if rule.name == name):
        assert bool(rule.ask(seen(case))) == (kind == "trips")


@pytest.mark.parametrize("name", sorted({rule.name for rule in RULES}))
def test_a_rule_has_lines_of_both_kinds(name: str) -> None:
    assert TABLE[name]["trips"] and TABLE[name]["not"]


def test_the_table_names_no_rule_that_is_gone() -> None:
    assert set(TABLE) == {rule.name for rule in RULES}


def asked(name: str, *page: str) -> list[bool]:
    """Whether a rule trips on each line of a page that is not blank."""
    rule = next(rule for rule in RULES if rule.name == name)
    return [bool(rule.ask(one)) for one in View(strips(read_plain("p", "p.txt", "\n".join(page).encode()).lines)).seen]


def test_where_nobody_signs_a_head_without_a_signature_is_usual() -> None:
    text = "近日,市总工会举办职工竞赛活动,来自全市的六十名职工组成十二支代表队参加了本次竞赛活动,现场气氛热烈。"
    page = ["台州举办竞赛", "", text, "", "书屋里书香浓", "", text]
    assert not any(asked("nobody signs below", *page))
    signed = asked("nobody signs below", *page, "", "宁波送清凉", "", f"本报讯 (记者王海) {text}")
    assert signed == [True, False, True, False, False, False]


def test_a_narrow_column_under_a_map_is_no_standing_head() -> None:
    column = [
        "在非洲之殖地除",
        "得自土耳其的",
        "利比亞與一九",
        "尚有紅海沿岸",
        "與亞丁灣口之",
        "屬地面積甚廣",
        "人口僅數十萬",
    ]
    assert asked("three tight short lines", *column[:3], "", "台州举办竞赛")[0]
    assert not any(asked("three tight short lines", *column, "", "台州举办竞赛"))


def test_who_signs_a_letter_stands_under_its_head_or_at_its_end() -> None:
    text = "我每天凌晨四点上班,路段上有一座新建的公共厕所,建成半年多了一直铁将军把门,我们上厕所十分不便,盼望早日开门。"
    letter = ["公厕为何不开门", "", text, "", "绍兴 王建国", "", "夜班公交何时通", "", "宁波 胡建新", "", text]
    assert asked("a name alone", *letter) == [False, False, True, False, True, False]
    assert not any(asked("a name alone", "公厕为何不开门", "", "绍兴 王建国", "", "夜班公交何时通"))
