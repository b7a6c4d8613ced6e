"""All pairs of lines are weighed at once, and to the last bit as if each were weighed alone."""

from functools import cache
from math import fsum, log, sqrt
from pathlib import Path

import pytest

from jianbao.chinese.bonds import bond
from jianbao.chinese.repeats import said_twice
from jianbao.model import Line
from jianbao.read import read_plain
from jianbao.segment.divide import divide
from jianbao.segment.draft import Draft
from jianbao.segment.label import label
from jianbao.segment.mend import ALWAYS, weights
from jianbao.segment.places import stand
from jianbao.segment.seen import View
from jianbao.segment.strips import strips
from jianbao.segment.told import Told, places
from jianbao.segment.weighing import Weighing

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("content/pages/*.txt"), *ROOT.glob("tests/labels/pages/*.txt")])
BROKEN = "来自全市的六十名职工组成十二支代表队参加了本次竞"


@cache
def drafts_of(path: Path) -> list[Draft]:
    cut = strips(read_plain("p", "p.txt", path.read_bytes()).lines)
    view = View(cut, said_twice([(strip.no, strip.text) for strip in cut]))
    return divide(view, label(view))


def drafts_with(*texts: str) -> list[Draft]:
    view = View(strips([Line(2 * no, text) for no, text in enumerate(texts, 1)]))
    roles = {line.no: "body" for line in view.seen}
    return [Draft((), tuple(view.seen), roles)]


def evidence(weighing: Weighing, before: int, after: int) -> dict[str, float]:
    at = [(one.no, other.no) for one, other in weighing.pairs].index((before, after))
    return {rule: much for rule, much, _ in weighing.evidence(at)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_what_a_pair_is_worth_is_the_sum_of_what_is_told_of_it(path: Path) -> None:
    weighing = Weighing(stand(drafts_of(path)))
    for at, worth in enumerate(weighing.worth(weights()[ALWAYS], weights()).tolist()):
        told = weights()[ALWAYS]
        for rule, much, quote in weighing.evidence(at):
            told += weights()[rule] * much
            assert quote
        assert told == worth


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_what_texts_say_is_what_they_say_alone(path: Path) -> None:
    weighing = Weighing(stand(drafts_of(path)))
    page = drafts_of(path)[0].text[0].view.said_once
    for at, (before, after) in list(enumerate(weighing.pairs))[::7]:
        told = {rule: much for rule, much, _ in weighing.evidence(at)}
        over = before.text[-2:] + after.text[:2]
        here = len(over) == 4 and over.isalnum()
        assert ("four characters over the seam stand elsewhere" in told) == (here and over in page)
        three = here and over not in page and (over[:3] in page or over[1:] in page)
        assert ("three characters over the seam stand elsewhere" in told) == three
        assert told.get("same things", 0.0) == before.view.rarity.shared(after.first_pairs, before.pairs)
        assert [f"bond of the words above {least}" in told for least in (1, 4, 9)] == [
            bond(before.text, after.text) > least for least in (1, 4, 9)
        ]


@pytest.mark.parametrize("path", PAGES[:4], ids=lambda path: path.stem[:3])
def test_a_second_weighing_of_a_page_says_the_same_of_texts(path: Path) -> None:
    first = sorted(_texts(Weighing(stand(drafts_of(path)))))
    assert first and sorted(_texts(Weighing(stand(drafts_of(path)[::-1])))) == first


def _texts(weighing: Weighing) -> list[tuple[int, int, str, float]]:
    return [
        (before.no, after.no, rule, much)
        for at, (before, after) in enumerate(weighing.pairs)
        for rule, much, quote in weighing.evidence(at)
        if quote not in ("place", "shared words") and not rule.startswith("said in one breath")
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_nearness_is_the_sum_of_what_the_shared_pairs_weigh(path: Path) -> None:
    drafts = drafts_of(path)
    told = Told(drafts)
    texts = [[line] for draft in drafts for line in draft.text] + [list(draft.text[-3:]) for draft in drafts]
    texts.append([draft.text[0] for draft in drafts if draft.text])  # of all drafts, one line each
    asked = [lines for lines in texts if lines]
    assert told.nearness_of(asked) == [_nearness(drafts, lines) for lines in asked]
    assert told.nearness_of(asked[:1]) == told.nearness_of(asked)[:1]


def _nearness(drafts: list[Draft], lines: list) -> list[float]:  # type: ignore[type-arg]
    held = [frozenset().union(*(line.pairs for line in (*one.heads, *one.text))) for one in drafts]
    found = []
    for draft, pairs in zip(drafts, held, strict=True):
        others = [line for line in (*draft.heads, *draft.text) if line not in lines]
        own = frozenset().union(*(line.pairs for line in lines if line in draft.text))
        alone = own - frozenset().union(*(line.pairs for line in others))
        shared = (frozenset().union(*(line.pairs for line in lines)) & pairs) - alone
        in_drafts = {pair: sum(pair in one for one in held) for pair in shared}
        weight = [log((len(drafts) + 1) / in_drafts[pair]) * (5.0 if pair in places() else 1.0) for pair in shared]
        found.append(fsum(weight) / (sqrt(len(pairs) - len(alone)) + 1.0))
    return found


def test_a_place_of_the_draft_is_told_of_each_pair() -> None:
    weighing = Weighing(stand(drafts_with(BROKEN, "赛活动,现场气氛热烈。", "书屋里阳光洒满书架", "采购的三千余册图书")))
    assert "the next line" in evidence(weighing, 2, 4)
    assert "the next line but one" in evidence(weighing, 2, 6)
    assert "further up" in evidence(weighing, 6, 4)
    assert "stands below a broken line" not in evidence(weighing, 6, 8)
    assert "stands below a short line" in evidence(weighing, 2, 8)


def test_drafts_without_lines_that_break_off_have_nothing_to_weigh() -> None:
    weighing = Weighing(stand(drafts_with("现场气氛热烈。")))
    assert weighing.pairs == [] and len(weighing.worth(0.0, {})) == 0
