"""Former names against the history of divisions by yescallop (CC0), kept outside the project: an oracle, not a source.

A former name is a pair of province and name that ended and whose successors, followed to today, all bear another name.
Right is one of these successors; where there are several, also the city that they lie in."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from jianbao.authority import shipped
from jianbao.describe.ask import ask_place

ORACLE = Path(__file__).parents[3] / "shared/practice/data/divisions_history.csv"
NEWER = {"重庆市/江北区": "重庆市/两江新区", "重庆市/渝北区": "重庆市/两江新区"}  # 2025, after the oracle
Row = dict[str, str]


@dataclass(frozen=True)
class Former:
    """province, name: what ended; year: the last in which it held; today: paths of its successors."""

    province: str
    name: str
    year: int
    today: frozenset[str]


def successors(row: Row, rows: dict[str, list[Row]], steps: int = 12) -> Iterator[Row]:
    """The divisions of today that a row of the oracle led to; parts that were exchanged make it go in circles."""
    if not steps:
        return
    if row["状态"] == "在用":
        yield row
        return
    for code, year in re.findall(r"(\d{6})(?:\[(\d+)\])?", row["新代码"]):
        when = int(year or row["变更/弃用时间"])
        for heir in rows[code]:
            if heir is not row and int(heir["启用时间"]) <= when < int(heir["变更/弃用时间"] or 9999):
                yield from successors(heir, rows, steps - 1)


def path(row: Row) -> str:
    parts = [row["一级行政区"], row["二级行政区"] if row["级别"] == "县级" else "", row["名称"]]
    found = "/".join(part for part in parts if part and not part.endswith("直辖"))
    return NEWER.get(found, found)


@cache
def formers() -> tuple[Former, ...]:
    with ORACLE.open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in listed:
        rows[row["代码"]].append(row)
    today: dict[tuple[str, str], set[str]] = defaultdict(set)
    last: dict[tuple[str, str], int] = {}
    for row in listed:
        key = row["一级行政区"], row["名称"]
        found = {path(heir) for heir in successors(row, rows)} if row["状态"] != "在用" else set()
        if found:
            today[key] |= found
            last[key] = max(last.get(key, 0), int(row["变更/弃用时间"]) - 1)
    return tuple(
        Former(*key, last[key], frozenset(paths))
        for key, paths in today.items()
        if all(one.rpartition("/")[2] != key[1] for one in paths)
    )


@cache
def judged() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"right": [], "wrong": [], "silent": []}
    for former in formers():
        value = ask_place(former.name, shipped(), former.province, former.year).value
        cities = {one.rpartition("/")[0] for one in former.today} if len(former.today) > 1 else set()
        verdict = "silent" if not value else "right" if value in former.today | cities else "wrong"
        found[verdict].append(f"{former.province}{former.name} {former.year}: {value}, not {set(former.today)}")
    return found


@pytest.mark.skipif(not ORACLE.exists(), reason="the oracle does not lie beside the checkout")
def test_former_names_lead_to_their_successors() -> None:
    total = len(formers())
    assert total > 1250
    assert len(judged()["right"]) >= 0.98 * total, judged()["wrong"]
    assert len(judged()["wrong"]) <= 0.01 * total, judged()["wrong"]
