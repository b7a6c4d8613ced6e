"""Tags and kinds of the labelled pages, from page text alone, against what people gave; floors that only rise.

A tag is right when the labels have it, or a word that our list leads to it by (as practice/README says: 小哥 is
新就业形态劳动者). Pages 000-004 are labelled in the terms of the list, d01-d04 in words of another person's."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jianbao import plainyaml
from jianbao.authority import shipped
from jianbao.chinese.lexicon import plain
from jianbao.describe.kind import kind
from jianbao.describe.subject import tags
from jianbao.describe.texts import read
from jianbao.model import Piece
from jianbao.read import read_plain
from jianbao.segment import segment

ROOT = Path(__file__).parent.parent.parent
LABELS = [*(ROOT / "tests/labels").glob("*.yaml"), *(ROOT / "tests/labels/pages").glob("*.yaml")]
Pair = tuple[dict[str, Any], Piece, int]


@cache
def pairs(page: str) -> tuple[Pair, ...]:
    """The labelled articles of a page, each with the piece that has most of its lines, and the year."""
    path = next(path for path in LABELS if path.stem == page)
    labels: Any = plainyaml.read(path.read_text("utf-8"), 1 << 20)[0]
    folders = (ROOT / "content/pages", ROOT / "tests/labels/pages")
    text = next(folder / labels["page"] for folder in folders if (folder / labels["page"]).exists())
    pieces = segment(read_plain(page, labels["page"], text.read_bytes())).pieces
    year = int(labels["issue_date"][:4]) if labels["issue_date"][:4].isdigit() else 0
    return tuple((one, _of(set(map(int, one["lines"])), pieces), year) for one in labels["articles"])


def _of(lines: set[int], pieces: tuple[Piece, ...]) -> Piece:
    return max(pieces, key=lambda piece: len(lines & set(piece.lines)))


def agree(tag: str, topic: str) -> bool:
    led_to = shipped().led_to.get(plain(topic))
    return tag == topic or (led_to is not None and tag == led_to.term)


def shares(*pages: str) -> tuple[float, float]:
    """Precision and recall of the tags."""
    right = given = found = wanted = 0
    for article, piece, year in (pair for page in pages for pair in pairs(page)):
        ours, topics = tags(read(piece), shipped(), year)[0], article["topics"]
        right += sum(any(agree(tag, topic) for topic in topics) for tag in ours)
        found += sum(any(agree(tag, topic) for tag in ours) for topic in topics)
        given, wanted = given + len(ours), wanted + len(topics)
    return right / given, found / wanted


@pytest.mark.parametrize(
    ("pages", "precision", "recall"),
    [
        (("000", "002"), 0.80, 0.68),
        (("000", "001", "002", "004"), 0.82, 0.65),
        (("000", "001", "002", "003", "004"), 0.83, 0.62),
        (("d01", "d02", "d03", "d04"), 0.74, 0.62),
    ],
)
def test_tags_are_those_that_people_gave(pages: tuple[str, ...], precision: float, recall: float) -> None:
    found = shares(*pages)
    assert found[0] >= precision and found[1] >= recall, found


def test_kinds_are_those_that_people_gave() -> None:
    every = [(article["kind"], kind(read(piece)).value) for path in LABELS for article, piece, _ in pairs(path.stem)]
    assert sum(labelled == ours for labelled, ours in every) >= len(every) - 1 >= 80
