"""How well one line continues another, told by the seam between them: a sum of claims.

Nothing here knows where the lines stand but the distance it is told; `mend` chooses among the joins of a page."""

import re
from dataclasses import dataclass

from jianbao.chinese import words
from jianbao.claims import Claim
from jianbao.segment.seen import Seen

_FIGURE = re.compile(r"(?:第[零一二三四五六七八九十百]+|[0-9０-９百千万亿多余几两]+)$")
_WORTH_COMPARING = 1.0  # lines that stand apart and have less than this between them are never joined
_MEASURES = "名人家个次万亿元年月日项支户期届条件台座所位吨米里岁倍种场份批处只套"


@dataclass(frozen=True, slots=True)
class Join:
    """One line continued by another. claims: why."""

    before: Seen
    after: Seen
    weight: float
    claims: tuple[Claim, ...]


def join(before: Seen, after: Seen, distance: int) -> Join:
    """Returns how well `after` continues `before`, which breaks off. distance: lines between them in their draft, 0 for
    neighbours, a large number in different drafts."""
    about = f"L{before.no}+L{after.no}"
    word = words.runs_over(before.text, after.text)
    opened, closes = before.left_open, after.closes
    counted = _counted(before.text, after.text)
    said = [
        ("neighbours", 2.0 if distance == 0 else 0.8 if distance == 1 else 0.0, "next" if distance < 2 else ""),
        ("a word runs over", 2.2, word),
        ("closes what was left open", 2.0, closes if _fits(opened, closes) else ""),
        ("leaves open what was opened", -1.2, opened if opened.strip('"') and not closes else ""),
        ("closes what was not opened", -1.5, closes if closes and not _fits(opened, closes) else ""),
        ("breaks off at a comma", 0.6, before.text[-1:] if before.text[-1:] in "，,、；;" else ""),
        ("begins inside a sentence", 1.5, after.text[:1] if after.begins_inside else ""),
        ("begins like a new paragraph", -1.5, after.opener if not word else ""),
        ("opens a quotation", -0.4, after.text[:1] if after.text[:1] in '“"「' else ""),
        ("opens an item", -2.5, after.text[:1] if after.text[:1] in "▲△◆●★■□" else ""),
        ("a figure and what it counts", 2.5, counted),
    ]
    if distance > 1 and sum(weight for _, weight, quote in said if quote) >= _WORTH_COMPARING:
        said.append(("same things", 1.5 * _same_things(before, after), "shared words"))
    lines = (before.no, after.no)
    claims = tuple(Claim(about, "join", rule, weight, lines, quote) for rule, weight, quote in said if quote)
    return Join(before, after, sum(claim.weight for claim in claims), claims)


def _counted(before: str, after: str) -> str:
    """Returns the figure and its measure word that a seam divides: 这54 · 名职工…, 第八 · 届…"""
    figure = _FIGURE.search(before)
    return figure.group() + after[:1] if figure and after[:1] in _MEASURES else ""


def _fits(opened: str, closes: str) -> bool:
    pairs = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【", '"': '"'}
    return bool(opened and closes) and pairs.get(closes[0]) == opened[-1]


def _same_things(before: Seen, after: Seen) -> float:
    return before.view.rarity.shared_pairs(after.first_pairs, before.pairs)
