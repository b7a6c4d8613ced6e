"""How well one line continues another, told by the texts on both sides of the seam: pieces of evidence.

Nothing here knows where the lines stand; `mend` adds that, weighs everything with the learned weights and chooses among
the joins of a page."""

import re

from jianbao.chinese import classes
from jianbao.chinese.bonds import bond
from jianbao.segment.seen import SHORT, Evidence, Seen
from jianbao.segment.told import places

_FIGURE = re.compile(r"(?:第[零一二三四五六七八九十百]+|[0-9０-９百千万亿多余几两]+)$")
_MEASURES = "名人家个次万亿元年月日项支户期届条件台座所位吨米里岁倍种场份批处只套.．%％0123456789０１２３４５６７８９"
_STOP = re.compile("^[^。！？“”]{1,4}[。！？]")
_BONDS = tuple((least, f"bond of the words above {least}") for least in (1, 2, 4, 6, 9))  # natural logarithms
_MOST = 3.0  # bond to a full stop that counts
_KNIT = 2  # bond above which 今年 is no beginning: 至 · 今年五月
_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【", '"': '"'}


def evidence(before: Seen, after: Seen) -> list[Evidence]:
    """Returns what the texts say for and against `after` continuing `before`, which breaks off. A page asks twice,
    before strays are gathered and after, and the texts stay the same."""
    known, lines = before.view.seams, (before.no, after.no)
    if lines not in known:
        known[lines] = [*_beginning_of(after), *_met(before, after)]
    return known[lines]


def echoes(before: Seen, after: Seen) -> bool:
    """Does a line begin with the last words of another, full stop included? 在大渡社区也是如此。· 此。然而这样的焦虑"""
    stop = _STOP.match(after.text)
    return stop is not None and before.text.endswith(stop.group())


def _beginning_of(line: Seen) -> list[Evidence]:
    """What a line says that would go on, whatever it goes on from."""
    beginnings = line.view.beginnings
    if line.no not in beginnings:
        first = line.text[:1]
        asked = "" if line.begins_inside else line.text[:4]  # 于全市 · what cannot begin anything is not asked how
        beginnings[line.no] = _there(
            ("begins inside a sentence", 1, first if line.begins_inside else ""),
            ("begins like a sentence", max(-_MOST, min(_MOST, bond("。", line.text))), asked),
            ("begins like a paragraph, by its class of word", classes.begins(line.text), asked),
            ("opens a quotation", 1, first if first in '“"「' else ""),
            ("opens an item", 1, first if first in "▲△◆●★■□" else ""),
            ("ends closed", 1, line.text[-2:] if line.closed else ""),
            ("a short rest", 1, line.text[:6] if line.closed and line.size <= SHORT else ""),
        )
    return beginnings[line.no]


def _there(*found: Evidence) -> list[Evidence]:
    return [one for one in found if one[2]]


def _met(before: Seen, after: Seen) -> list[Evidence]:
    """What both lines say together."""
    knit = bond(before.text, after.text)
    over = f"{before.text[-2:]}·{after.text[:2]}"
    met = [(rule, 1.0, over) for least, rule in _BONDS if knit > least]
    met.append(("goes on by its class of word", classes.follows(before.text, after.text), over))
    if before.text.endswith(("，", ",", "、", "；", ";")):
        met.append(("breaks off at a comma", 1, before.text[-1]))
    elsewhere = _elsewhere(before, after)
    met += elsewhere
    if knit <= 1 and not (elsewhere or after.closed or after.narrow):  # two beginnings, each without its rest
        met.append(("breaks off too, and no words run over", 1, after.text[-2:]))
    met += _quoted(before.left_open, after.closes)
    if after.opener and knit <= _KNIT:
        met.append(("begins like a new paragraph", 1, after.opener))
    if after.text[:2] in places() and knit <= _KNIT:  # 001 L13: 莱阳市总每周三 goes on from nothing
        met.append(("begins with a place", 1, after.text[:2]))
    counted = _counted(before.text, after.text)
    if counted:
        met.append(("a figure and what it counts", 1, counted))
    shared = before.view.rarity.shared(after.first_pairs, before.pairs)
    if shared:
        met.append(("same things", shared, "shared words"))
    return met


def _quoted(opened: str, closes: str) -> list[Evidence]:
    """What marks of quotation and brackets say that the first line leaves open and the second closes."""
    if not opened and not closes:
        return []
    fits = bool(opened and closes) and _PAIRS.get(closes[0]) == opened[-1]
    return _there(
        ("closes what was left open", 1, closes if fits else ""),
        ("closes what was not opened", 1, "" if fits else closes),
        ("leaves open what was opened", 1, opened if opened.strip('"') and not closes else ""),
        ('leaves a " open', 1, opened if opened == '"' and not closes else ""),
    )


def _elsewhere(before: Seen, after: Seen) -> list[Evidence]:
    """The words that run over the seam stand elsewhere on the page: a name that no word list has, 刘兴 · 国表示"""
    tail, head = before.text[-2:], after.text[:2]
    if len(tail + head) < 4 or not (tail + head).isalnum():
        return []
    runs = before.view.runs
    if tail + head in runs:
        return [("four characters over the seam stand elsewhere", 1, tail + head)]
    three = next((one for one in (tail + head[:1], tail[-1:] + head) if one in runs), "")
    return _there(("three characters over the seam stand elsewhere", 1, three))


def _counted(before: str, after: str) -> str:
    """Returns the figure, or figure and measure word, that a seam divides: 这54 · 名职工…, 第八 · 届…, 68 · .69%"""
    figure = _FIGURE.search(before)
    return figure.group() + after[:1] if figure and after[:1] in _MEASURES else ""
