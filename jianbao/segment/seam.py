"""How well one line continues another, told by the texts on both sides of the seam: pieces of evidence.

Nothing here knows where the lines stand; `mend` adds that, weighs everything with the learned weights and chooses among
the joins of a page."""

import re
from collections.abc import Iterator

from jianbao.chinese.bonds import bond
from jianbao.segment.seen import SHORT, Seen

Evidence = tuple[str, float, str]  # rule, how much of it there is (1 for yes), the words it rests on

_FIGURE = re.compile(r"(?:第[零一二三四五六七八九十百]+|[0-9０-９百千万亿多余几两]+)$")
_MEASURES = "名人家个次万亿元年月日项支户期届条件台座所位吨米里岁倍种场份批处只套"
_BONDS = (1, 2, 4, 6, 9)  # natural logarithms; each one more that the bond of the words exceeds
_KNIT = 2  # bond above which 今年 is no beginning: 至 · 今年五月
_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【", '"': '"'}


def evidence(before: Seen, after: Seen) -> list[Evidence]:
    """Returns what the texts say for and against `after` continuing `before`, which breaks off."""
    return [(rule, amount, quote) for rule, amount, quote in _said(before, after) if quote and amount]


def _said(before: Seen, after: Seen) -> Iterator[Evidence]:
    opened, closes = before.left_open, after.closes
    fits = bool(opened and closes) and _PAIRS.get(closes[0]) == opened[-1]
    seam = f"{before.text[-2:]}·{after.text[:2]}"
    knit = bond(before.text, after.text)
    for least in _BONDS:
        yield f"bond of the words above {least}", 1, seam if knit > least else ""
    yield from _elsewhere(before, after)
    yield "closes what was left open", 1, closes if fits else ""
    yield "closes what was not opened", 1, closes if closes and not fits else ""
    yield "leaves open what was opened", 1, opened if opened.strip('"') and not closes else ""
    yield 'leaves a " open', 1, opened if opened == '"' and not closes else ""
    yield "breaks off at a comma", 1, before.text[-1:] if before.text[-1:] in "，,、；;" else ""
    yield "begins inside a sentence", 1, after.text[:1] if after.begins_inside else ""
    yield "begins like a new paragraph", 1, after.opener if knit <= _KNIT else ""
    yield "opens a quotation", 1, after.text[:1] if after.text[:1] in '“"「' else ""
    yield "opens an item", 1, after.text[:1] if after.text[:1] in "▲△◆●★■□" else ""
    yield "a figure and what it counts", 1, _counted(before.text, after.text)
    yield "ends closed", 1, after.text[-2:] if after.closed else ""
    yield "a short rest", 1, after.text[:6] if after.size <= SHORT else ""
    yield "same things", before.view.rarity.shared_pairs(after.first_pairs, before.pairs), "shared words"


def _elsewhere(before: Seen, after: Seen) -> Iterator[Evidence]:
    """The words that run over the seam stand elsewhere on the page: a name that no word list has, 刘兴 · 国表示"""
    tail, head = before.text[-2:], after.text[:2]
    if not (tail + head).isalnum() or len(tail + head) < 4:
        return
    page = before.view.said_once
    four = tail + head if tail + head in page else ""
    three = next((one for one in (tail + head[:1], tail[-1:] + head) if one in page), "")
    yield "four characters over the seam stand elsewhere", 1, four
    yield "three characters over the seam stand elsewhere", 1, "" if four else three


def _counted(before: str, after: str) -> str:
    """Returns the figure and its measure word that a seam divides: 这54 · 名职工…, 第八 · 届…"""
    figure = _FIGURE.search(before)
    return figure.group() + after[:1] if figure and after[:1] in _MEASURES else ""
