"""Learns what each rule about a join weighs: `python tests/compose/learn.py`, then look at the difference, commit.

Pages are composed of all labelled pages (a fixed seed) and read together with those; each line that breaks off chooses
among the lines that could continue it, or none, and each line that could continue one chooses likewise (two conditional
logit models with the same weights), before strays are gathered and after. The weights that make the labelled joins
likeliest are found by gradient descent with a step of its own for each weight, held towards 0 so that rare rules stay
modest. Takes a minute; writes jianbao/data/seam_weights.tsv.

    python tests/compose/learn.py held-out

leaves a third of the labelled pages out in turn and prints how many joins of pages made of these are found."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import numpy as np
import yaml
from compose import LABELS, ROOT, labelled, write

from jianbao.chinese.repeats import said_twice
from jianbao.model import Page
from jianbao.read import read_plain
from jianbao.segment import mend, segment
from jianbao.segment.divide import divide
from jianbao.segment.draft import Draft
from jianbao.segment.gather import gather
from jianbao.segment.label import label
from jianbao.segment.places import stand
from jianbao.segment.reunite import reunite
from jianbao.segment.seen import View
from jianbao.segment.strips import strips
from jianbao.segment.weighing import Weighing

PAGES, SEED = 120, 11
TIMES = 2  # so often counts a real page beside a composed one
PRIOR = 4.0  # how strongly weights are held towards 0
STEPS, RATE = 400, 0.3
TINY = 1e-9
HELD_OUT = 3  # parts of the labelled pages
TABLE = ROOT / "jianbao/data/seam_weights.tsv"
HEAD = """# What each rule about a join weighs, as a logarithm of odds. Learned by tests/compose/learn.py from the
# labelled pages in tests/labels and pages composed of them. Not to be edited by hand: teach it another label instead.
"""

Weights = dict[str, float]
Pair = dict[str, float]  # what there is of each rule
Choice = tuple[list[Pair], int]  # the pairs to choose from, and the place of the right one; their number for none


def learn(pages: Iterable[tuple[Path, int]]) -> Weights:
    """Returns the weights that make the labelled joins of pages likeliest; with each page how often it counts."""
    pages = list(pages)
    divided = [choice for path, times in pages for choice in choices_of(path, drafts_of) * times]
    first = fitted(divided)

    def gathered_of(path: Path) -> list[Draft]:
        with patch.object(mend, "weights", new=partial(defaultdict, float, first)):
            mended = mend.mend(drafts_of(path))
            return gather(mended.drafts, mended.joins)

    return fitted([*divided, *(choice for path, times in pages for choice in choices_of(path, gathered_of) * times)])


def fitted(choices: Sequence[Choice]) -> Weights:
    """Returns the weights that make the right choices likeliest."""
    pairs = [(choice, pair) for choice, (among, _) in enumerate(choices) for pair in among]
    right = np.array([at == wanted for among, wanted in choices for at in range(len(among))], float)
    rules = sorted({rule for _, pair in pairs for rule in pair})
    place = {rule: at for at, rule in enumerate(rules)}
    cells = [(row, place[rule], much) for row, (_, pair) in enumerate(pairs) for rule, much in pair.items()]
    row, column, much = (np.array(values) for values in zip(*cells, strict=True))
    of = np.array([choice for choice, _ in pairs])
    prior = np.array([0.0 if rule == mend.ALWAYS else PRIOR for rule in rules])
    weights, moved = np.zeros(len(rules)), np.full(len(rules), TINY)
    for _ in range(STEPS):
        odds = np.exp(np.minimum(np.bincount(row, much * weights[column], len(pairs)), 50.0))
        wrong = odds / (1.0 + np.bincount(of, odds, len(choices)))[of] - right
        slope = np.bincount(column, much * wrong[row], len(rules)) + prior * weights
        moved += slope * slope
        weights -= RATE * slope / np.sqrt(moved)
    return {rule: float(weight) for rule, weight in zip(rules, weights, strict=True)}


def choices_of(path: Path, drafts_of: Callable[[Path], list[Draft]]) -> list[Choice]:
    """Returns the choices of a labelled page, from its broken lines and from those that may go on from one."""
    pairs = pairs_of(path, drafts_of(path))
    choices = []
    for side in (0, 1):
        by_line: dict[int, list[tuple[Pair, bool]]] = defaultdict(list)
        for lines, (pair, right) in pairs.items():
            by_line[lines[side]].append((pair, right))
        for found in by_line.values():
            right = next((at for at, (_, right) in enumerate(found) if right), len(found))
            choices.append(([pair for pair, _ in found], right))
    return choices


def pairs_of(path: Path, drafts: list[Draft]) -> dict[tuple[int, int], tuple[Pair, bool]]:
    """Returns every pair of lines of a labelled page that could be joined, by their numbers: what speaks for and
    against it, and whether they are one paragraph."""
    weighing = Weighing(stand(drafts))
    joins = joins_in(gold_of(path))
    found = {}
    for at, (before, after) in enumerate(weighing.pairs):
        lines = (before.no, after.no)
        pair = {rule: much for rule, much, _ in weighing.evidence(at)} | {mend.ALWAYS: 1.0}
        found[lines] = (pair, lines in joins)
    return found


def drafts_of(path: Path) -> list[Draft]:
    """Returns the drafts of a labelled page as they are before joins are looked for."""
    cut = strips(page_of(path).lines)
    view = View(cut, said_twice([(strip.no, strip.text) for strip in cut]))
    return reunite(divide(view, label(view)))


def page_of(path: Path) -> Page:
    folder = ROOT / "content/pages" if path.parent == LABELS else path.parent
    return read_plain("p", "p.txt", (folder / gold_of(path)["page"]).read_bytes())


def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return gold


def joins_in(gold: dict[str, Any]) -> set[tuple[int, int]]:
    return {(before, after) for article in gold["articles"] for before, after in article.get("joins") or []}


def composed(folder: Path, count: int, labels: Sequence[Path]) -> list[tuple[Path, int]]:
    """Returns pages made of labelled pages, and these, with how often each counts."""
    write(folder, count, SEED, labels)
    return [*((path, 1) for path in sorted(folder.glob("*.yaml"))), *((path, TIMES) for path in labels)]


def held_out() -> None:
    """Prints how many joins are found on pages made of labelled pages that were not learned from."""
    pages = labelled()
    for part in range(HELD_OUT):
        unseen = pages[part::HELD_OUT]
        with TemporaryDirectory() as folder:
            seen = [page for page in pages if page not in unseen]
            learned = learn(composed(Path(folder) / "seen", PAGES // 2, seen))
            with patch.object(mend, "weights", new=partial(defaultdict, float, learned)):
                tested = composed(Path(folder) / "unseen", PAGES // 4, unseen)
                pairs = [(joins_in(gold_of(path)), joins_made(path)) for path, _ in tested]
        all_joins = sum(len(gold) for gold, _ in pairs)
        right = sum(len(gold & made) for gold, made in pairs) / all_joins
        wrong = sum(len(made - gold) for gold, made in pairs) / all_joins
        names = " ".join(path.stem for path in unseen)
        print(f"held out {names}: {all_joins} joins, {right:.1%} found, {wrong:.1%} more made that are none")


def joins_made(path: Path) -> set[tuple[int, int]]:
    """Returns the lines that the program joins on a labelled page."""
    blocks = [block.lines for piece in segment(page_of(path)).pieces for block in piece.blocks]
    return {pair for lines in blocks for pair in pairwise(lines)}


def main() -> None:
    """Writes the table."""
    with TemporaryDirectory() as folder:
        learned = learn(composed(Path(folder), PAGES, labelled()))
    rows = [f"{rule}\t{weight:.1f}\n" for rule, weight in sorted(learned.items(), key=lambda item: -item[1])]
    TABLE.write_text(HEAD + "".join(rows), "utf-8")


if __name__ == "__main__":
    held_out() if "held-out" in sys.argv else main()
