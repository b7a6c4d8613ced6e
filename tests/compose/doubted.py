"""How much doubts are worth: how many are of something wrong, and how much of what is wrong they name.

    python tests/compose/doubted.py

tells of every doubt about a labelled page whether it is of something wrong, and what no doubt names."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import compose
import yaml

from jianbao.model import Doubt, Layout, Page
from jianbao.read import read_plain
from jianbao.segment import segment

SORTS = {"kicker": "head", "headline": "head", "subhead": "head", "crosshead": "crosshead"}
SORTS |= dict.fromkeys(("masthead", "advert", "standing_head", "page_furniture"), "furniture")


@dataclass(frozen=True)
class Measured:
    """What was counted on some pages. right: doubts of something wrong; covered: wrong things that a doubt names; told:
    a line for each doubt and page."""

    pages: int = 0
    doubts: int = 0
    right: int = 0
    wrong: int = 0
    covered: int = 0
    told: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / self.doubts

    @property
    def coverage(self) -> float:
        return self.covered / self.wrong


@dataclass(frozen=True)
class Gold:
    """What the labels of a page say: the article and the role of each line, and the joined lines."""

    owner: dict[int, int]
    role: dict[int, str]
    joins: set[tuple[int, int]]


def gold_of(path: Path) -> tuple[Page, Gold]:
    plain = yaml.safe_load(path.read_text("utf-8"))
    folder = compose.ROOT / "content/pages" if path.parent == compose.LABELS else path.parent
    page = read_plain(path.stem, plain["page"], (folder / plain["page"]).read_bytes())
    articles = list(enumerate(plain["articles"]))
    role = {no: role for _, one in articles for no, role in one["lines"].items()} | (plain["furniture"] or {})
    joins = {(one, other) for _, article in articles for one, other in article.get("joins") or []}
    return page, Gold({no: at for at, one in articles for no in one["lines"]}, role, joins)


def wrong_things(layout: Layout, gold: Gold) -> list[set[int]]:
    """Returns the lines of everything that is wrong: joins made and missed, lines in a wrong piece (those that stand
    together are one thing), lines of a wrong sort."""
    blocks = [block.lines for piece in layout.pieces for block in piece.blocks]
    made = {pair for lines in blocks for pair in pairwise(lines)}
    said_twice = {no for one in layout.repeats for no in (one.line, one.of)}
    joins = [set(pair) for pair in made ^ gold.joins if not set(pair) & said_twice]
    return [*joins, *_misplaced(layout, gold), *_mistaken(layout, gold)]


def _misplaced(layout: Layout, gold: Gold) -> Iterator[set[int]]:
    places = [(no, at) for at, one in enumerate(layout.pieces) for no in one.lines]
    share = Counter((gold.owner[no], at) for no, at in places if no in gold.owner)
    home = {owner: max((share[owner, at], at) for at in range(len(layout.pieces)))[1] for owner, _ in share}
    holds = {at: max((share[owner, at], owner) for owner in home)[1] for at in range(len(layout.pieces))}
    run: list[int] = []
    for at, piece in enumerate(layout.pieces):
        for no in (*piece.lines, 0):
            owner = gold.owner.get(no)
            if no and owner is not None and (home[owner] != at or holds[at] != owner):
                run.append(no)
            elif run:
                yield set(run)
                run = []


def _mistaken(layout: Layout, gold: Gold) -> Iterator[set[int]]:
    """A headline taken for furniture, text for a crosshead and the like; text is what has none of these roles."""
    held = {no: "furniture" for one in layout.furniture for no in one.lines}
    for piece in layout.pieces:
        in_blocks = {no: block.role for block in piece.blocks for no in block.lines}
        held |= {no: SORTS.get(in_blocks.get(no, "headline"), "text") for no in piece.lines}
    for no, sort in held.items():
        role = gold.role.get(no, "repeat")
        if role != "repeat" and SORTS.get(role, "text") != sort:
            yield {no}


def measured(paths: Sequence[Path]) -> Measured:
    """Returns what is counted on labelled pages."""
    doubts = right = wrong = covered = 0
    told: list[str] = []
    for path in paths:
        page, gold = gold_of(path)
        layout = segment(page)
        things = wrong_things(layout, gold)
        named = {no for one in layout.doubts for no in one.lines}
        doubts += len(layout.doubts)
        right += sum(_is_right(one, things) for one in layout.doubts)
        wrong += len(things)
        covered += sum(bool(thing & named) for thing in things)
        told += [f"{path.stem} {'+' if _is_right(one, things) else '-'} {one.note}" for one in layout.doubts]
        told += [f"{path.stem} ? {sorted(thing)}" for thing in things if not thing & named]
    return Measured(len(paths), doubts, right, wrong, covered, tuple(told))


def _is_right(doubt: Doubt, things: Sequence[set[int]]) -> bool:
    return any(set(doubt.lines) & thing for thing in things)


if __name__ == "__main__":
    found = measured(compose.labelled())
    lines = [*found.told, f"precision {found.precision:.1%}, coverage {found.coverage:.1%}"]
    sys.stdout.write("\n".join(lines) + "\n")
