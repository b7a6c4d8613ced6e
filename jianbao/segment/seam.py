"""How well one line continues another, told by the texts on both sides of the seam: pieces of evidence.

Nothing here knows where the lines stand; `weighing` adds that, weighs everything with the learned weights, and `mend`
chooses among the joins of a page. All pairs of a page are asked together, line by line where a word list is needed,
else with arrays."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from jianbao.chinese import classes
from jianbao.chinese.bonds import Heads, bond, last_word
from jianbao.segment.numbers import Floats, Holders, Places, halves, joined
from jianbao.segment.seen import SHORT, Evidence, Seen, View
from jianbao.segment.telling import Flags, Grid, Telling, weighed
from jianbao.segment.told import places

_FIGURE = re.compile(r"(?:第[零一二三四五六七八九十百]+|[0-9０-９百千万亿多余几两]+)$")
_MEASURES = "名人家个次万亿元年月日项支户期届条件台座所位吨米里岁倍种场份批处只套.．%％0123456789０１２３４５６７８９"
_BONDS = (1, 2, 4, 6, 9)  # natural logarithms
_MOST = 3.0  # bond to a full stop that counts
_KNIT = 2  # bond above which 今年 is no beginning: 至 · 今年五月
_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【", '"': '"'}
_FEW = 4  # so many times fewer lines than all are asked for their bonds one by one


def seams(view: View, grid: Grid) -> "tuple[Seams, Places]":
    """Returns what the texts of pairs of lines say, and where the pairs are found there. A page asks twice, before
    strays are gathered and after, and the texts stay the same."""
    first = grid.of_befores([before.at * len(view.seen) for before in grid.befores])
    codes = first + grid.of_afters([after.at for after in grid.afters])
    if view.seams is None or not view.seams.have(codes):
        view.seams = Seams(view, grid, codes)
    return view.seams, view.seams.places(codes)


class Seams:
    """What the texts of pairs of lines say for and against joins."""

    def __init__(self, view: View, grid: Grid, codes: Places) -> None:
        """codes: a number for each pair."""
        self._order = np.argsort(codes)
        self._codes = codes[self._order]
        self._view, self._grid = view, grid
        self._heads = Heads([after.text for after in grid.afters])
        begun = self._heads.bonds("。")
        self._beginnings = [_beginning_of(after, bond) for after, bond in zip(grid.afters, begun, strict=True)]
        self._tellings = list(self._met())
        self._worth: tuple[Mapping[str, float], Floats] | None = None

    def have(self, codes: Places) -> bool:
        """Are all these pairs known?"""
        return bool(np.isin(codes, self._codes).all())

    def places(self, codes: Places) -> Places:
        """Returns where pairs stand."""
        found: Places = self._order[np.searchsorted(self._codes, codes)]
        return found

    def worth(self, start: float, weight: Mapping[str, float]) -> Floats:
        """Returns what each pair is worth by its texts. start: a join for which and against which nothing speaks."""
        if self._worth is None or self._worth[0] is not weight:
            begun = []
            for beginning in self._beginnings:
                worth = start
                for rule, much, _ in beginning:
                    worth += weight[rule] * much
                begun.append(worth)
            self._worth = weight, weighed(self._grid.of_afters(begun), self._tellings, weight)
        return self._worth[1]

    def evidence(self, at: int) -> list[Evidence]:
        """Returns what the texts of one pair say."""
        told = [one.evidence(at, self._grid.pair(at)) for one in self._tellings if one.there[at]]
        return [*self._beginnings[self._grid.column[at]], *told]

    def _met(self) -> Iterator[Telling]:
        """Yields what both lines say together."""
        grid, knit = self._grid, self._knit()
        for least in _BONDS:
            yield Telling(f"bond of the words above {least}", knit > least, _over)
        yield Telling("goes on by its class of word", np.ones(len(knit), bool), _over, self._by_class())
        comma = grid.of_befores([one.text.endswith(("，", ",", "、", "；", ";")) for one in grid.befores])
        yield Telling("breaks off at a comma", comma, lambda before, _: before.text[-1])
        four, three = self._elsewhere()
        yield Telling("four characters over the seam stand elsewhere", four, _four)
        yield Telling("three characters over the seam stand elsewhere", three, _three)
        held = grid.of_afters([one.closed or one.narrow for one in grid.afters])
        off = (knit <= 1) & ~(four | three | held)  # two beginnings, each without its rest
        yield Telling("breaks off too, and no words run over", off, lambda _, after: after.text[-2:])
        yield from self._quoted()
        loose = knit <= _KNIT
        opener = grid.of_afters([bool(one.opener) for one in grid.afters])
        yield Telling("begins like a new paragraph", opener & loose, lambda _, after: after.opener)
        place = grid.of_afters([one.text[:2] in places() for one in grid.afters])
        yield Telling("begins with a place", place & loose, _start)  # 001 L13: 莱阳市总每周三 goes on from nothing
        figure = grid.of_befores([bool(_FIGURE.search(one.text)) for one in grid.befores])
        counted = figure & grid.of_afters([one.text[:1] in _MEASURES for one in grid.afters])
        yield Telling("a figure and what it counts", counted, _counted)
        shared = self._shared()
        yield Telling("same things", shared > 0, lambda *_: "shared words", shared)

    def _knit(self) -> Floats:
        """The bonds of the words over each seam."""
        texts = [after.text for after in self._grid.afters]
        found = [np.empty(0)]
        for before, columns in zip(self._grid.befores, self._grid.columns, strict=True):
            few = len(columns) * _FEW < len(texts)
            bonds = [bond(before.text, texts[at]) for at in columns] if few else self._heads.bonds(before.text)
            found.append(np.array(bonds) if few else np.array(bonds)[columns])
        return np.concatenate(found)

    def _by_class(self) -> Floats:
        """How the classes of the words go on over each seam."""
        firsts = [classes.first(after.text) for after in self._grid.afters]
        kinds = list(dict.fromkeys(firsts))
        number = {first: at for at, first in enumerate(kinds)}
        kind = np.array([number[first] for first in firsts], np.int64)
        found = [np.empty(0)]
        for before, columns in zip(self._grid.befores, self._grid.columns, strict=True):
            last, met = last_word(before.text), np.bincount(kind[columns]).nonzero()[0]
            fits = np.zeros(len(kinds))
            fits[met] = classes.fits(last, map(kinds.__getitem__, met.tolist()))
            found.append(fits[kind[columns]])
        return np.concatenate(found)

    def _elsewhere(self) -> tuple[Flags, Flags]:
        """Where the words that run over the seam stand elsewhere on the page, four characters of them or three: a name
        that no word list has, 刘兴 · 国表示"""
        grid = self._grid
        page = _characters(f"\n{self._view.said_once}\n")
        tail, ends = _edges([before.text[-2:] for before in grid.befores])
        head, starts = _edges([after.text[:2] for after in grid.afters])
        met = np.isin(page[1:-2], tail[ends, 1]) & np.isin(page[2:-1], head[starts, 0])
        at = met.nonzero()[0]
        around = np.concatenate([page[at[:, None] + np.arange(4)].ravel(), tail.ravel(), head.ravel()])
        marks, numbers = np.unique(around, return_inverse=True)  # of the page a few hundred places are looked at
        size = len(marks)
        found, tail, head = (
            one.reshape(-1, many)
            for one, many in zip(np.split(numbers, [4 * len(at), 4 * len(at) + tail.size]), (4, 2, 2), strict=True)
        )
        over = found[:, 1] * size + found[:, 2]
        before, after = found[:, 0] * size * size, found[:, 3]
        (a, b), (c, d) = tail[grid.row].T, head[grid.column].T
        both = ends[grid.row] & starts[grid.column]
        mid = b * size + c
        four = both & np.isin((a * size * size + mid) * size + d, (before + over) * size + after)
        three = np.isin(a * size * size + mid, before + over) | np.isin(mid * size + d, over * size + after)
        return four, three & both & ~four

    def _quoted(self) -> Iterator[Telling]:
        """What marks of quotation and brackets say that the first line leaves open and the second closes."""
        grid = self._grid
        opened = sorted({one.left_open for one in grid.befores})
        closes = sorted({one.closes for one in grid.afters})
        said = [[_marks(one, other) for other in closes] for one in opened]
        row = grid.of_befores([opened.index(one.left_open) for one in grid.befores])
        column = grid.of_afters([closes.index(one.closes) for one in grid.afters])
        for rule in dict.fromkeys(rule for rule, _ in chain.from_iterable(chain.from_iterable(said))):
            there = np.array([[rule in dict(one) for one in of_row] for of_row in said])

            def quote(before: Seen, after: Seen, rule: str = rule) -> str:
                return dict(_marks(before.left_open, after.closes))[rule]

            yield Telling(rule, there[row, column], quote)

    def _shared(self) -> Floats:
        """The share, 0 to 1, of what is telling at the beginning of the second line that stands in the first too."""
        grid, numbers, rarity = self._grid, self._view.numbers, self._view.rarity
        firsts = [numbers.of_beginning(after.at, after.first_pairs) for after in grid.afters]
        wholes = np.array([rarity.whole(after.first_pairs) for after in grid.afters])
        there = np.zeros((numbers.size, len(numbers.lines)), bool)
        there[numbers.every, numbers.line] = True
        holders = Holders(there[:, [before.at for before in grid.befores]])
        column = np.repeat(np.arange(len(firsts)), list(map(len, firsts)))
        spots, pairs = holders.met(column, joined(firsts))
        size = len(grid.befores) * len(firsts)
        coarse, fine = (np.bincount(spots, half[pairs], size) for half in halves(np.array(rarity.each(numbers.pairs))))
        shared: Floats = (coarse + fine)[grid.column * len(grid.befores) + grid.row] / wholes[grid.column]
        return shared


def _beginning_of(line: Seen, begun: float) -> list[Evidence]:
    """What a line says that would go on, whatever it goes on from. begun: its bond to a full stop."""
    first = line.text[:1]
    asked = "" if line.begins_inside else line.text[:4]  # 于全市 · what cannot begin anything is not asked how
    found: tuple[Evidence, ...] = (
        ("begins inside a sentence", 1, first if line.begins_inside else ""),
        ("begins like a sentence", max(-_MOST, min(_MOST, begun)), asked),
        ("begins like a paragraph, by its class of word", classes.begins(line.text), asked),
        ("opens a quotation", 1, first if first in '“"「' else ""),
        ("opens an item", 1, first if first in "▲△◆●★■□" else ""),
        ("ends closed", 1, line.text[-2:] if line.closed else ""),
        ("a short rest", 1, line.text[:6] if line.closed and line.size <= SHORT else ""),
    )
    return [one for one in found if one[2]]


def _marks(opened: str, closes: str) -> list[tuple[str, str]]:
    """Returns the rules about what is left open and what is closed, with the marks."""
    fits = bool(opened and closes) and _PAIRS.get(closes[0]) == opened[-1]
    found = (
        ("closes what was left open", closes if fits else ""),
        ("closes what was not opened", "" if fits else closes),
        ("leaves open what was opened", opened if opened.strip('"') and not closes else ""),
        ('leaves a " open', opened if opened == '"' and not closes else ""),
    )
    return [one for one in found if one[1]]


def _over(before: Seen, after: Seen) -> str:
    return f"{before.text[-2:]}·{after.text[:2]}"


def _start(_: Seen, after: Seen) -> str:
    return after.text[:2]


def _four(before: Seen, after: Seen) -> str:
    return before.text[-2:] + after.text[:2]


def _three(before: Seen, after: Seen) -> str:
    four = _four(before, after)
    return next(one for one in (four[:3], four[1:]) if one in before.view.said_once)


def _counted(before: Seen, after: Seen) -> str:
    """Returns the figure, or figure and measure word, that a seam divides: 这54 · 名职工…, 第八 · 届…, 68 · .69%"""
    figure = _FIGURE.search(before.text)
    return figure.group() + after.text[:1] if figure else ""


def _characters(text: str) -> Places:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)


def _edges(pairs: Sequence[str]) -> tuple[Places, Flags]:
    """Returns the two characters of each pair, and which are two letters or figures."""
    whole = np.array([len(pair) == 2 and pair.isalnum() for pair in pairs], bool)
    codes = _characters("".join(pair if fits else "\n\n" for pair, fits in zip(pairs, whole, strict=True)))
    return codes.reshape(-1, 2), whole
