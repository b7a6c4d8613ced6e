"""Names with the years of their use, against the CC0 history of divisions where it lies beside the project."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from jianbao.chinese.spans import Span, _table, anniversary, found, months

HISTORY = Path(__file__).parent.parent.parent.parent / "shared/practice/data/divisions_history.csv"
FIRST_DISTRICTS = 1983  # the history begins so late for districts of cities, 1981 for all others


def names(text: str) -> list[str]:
    return [one.span.name for one in found(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国家市场监督管理总局", ["国家市场监督管理总局"]),
        ("市卫健委和杭州临平区总工会", ["卫健委", "临平区"]),
        ("上海门市部", []),
        ("萧山市民", []),
        ("萧山市总工会", ["萧山市"]),
        ("学习党的二十大精神", ["党的二十大"]),
    ],
)
def test_names_are_found_at_word_boundaries(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_what_is_looked_forward_to_and_what_was() -> None:
    (forward,) = found("喜迎二十大以来的变化")
    (was,) = found("原萧山市的职工")
    assert (forward.ahead, forward.once, was.ahead, was.once) == (True, False, False, True)


def test_a_year_runs_from_january_to_december() -> None:
    (span,) = (one.span for one in found("临安市总工会"))
    assert span == Span("临安市", months("1996"), months("2017-12"), "division")


def test_every_row_of_the_tables_can_be() -> None:
    kinds = {"division", "office", "campaign", "event"}
    for span in _table()[1].values():
        assert span.kind in kinds and (span.since or span.until), span
        assert not span.until or months("1900") < span.since < span.until or not span.since, span


@pytest.mark.parametrize(
    ("text", "year"),
    [("庆祝建国三十五周年", 1984), ("庆祝中国共产党成立一百周年", 2021), ("纪念抗战胜利70周年", 2015), ("百年", 0)],
)
def test_anniversaries(text: str, year: int) -> None:
    kept = anniversary(text)
    assert (kept[0] if kept else 0) == year


@cache
def history() -> dict[str, tuple[int, int]]:
    """First and last year of each name, 0 for before the books and still."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in csv.DictReader(HISTORY.read_text("utf-8-sig").splitlines()):
        until = int(row["变更/弃用时间"]) if row["变更/弃用时间"] and row["状态"] != "在用" else 9999
        spans[row["名称"]].append((int(row["启用时间"]), until))
    found = {}
    for name, rows in spans.items():
        first, last = min(since for since, _ in rows), max(until for _, until in rows)
        found[name] = (0 if first <= FIRST_DISTRICTS else first, 0 if last == 9999 else last)
    return found


@pytest.mark.skipif(not HISTORY.is_file(), reason="the history of divisions is not here")
def test_years_of_divisions_agree_with_another_history() -> None:
    ours = {span.name: span for span in _table()[1].values() if span.kind == "division" and span.name in history()}
    right = 0
    for name, span in ours.items():
        first, last = history()[name]
        since, until = span.since // 12, span.until // 12
        right += abs((0 if since <= FIRST_DISTRICTS else since) - first) <= 1 and abs(until - last) <= 1
    assert len(ours) > 2300 and right / len(ours) >= 0.95
