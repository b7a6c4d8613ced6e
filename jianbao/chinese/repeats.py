"""Text that stands twice on a page: whole lines, long parts of lines, and a run of words said again at once.

Only what is long enough to be no accident: a slogan, a crosshead, a quotation in a precis may legitimately stand
twice. Of two copies the one is kept that hangs together with the lines around it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from jianbao.chinese.text import bigrams, letters

MIN_LINE = 12  # letters of a whole line
MIN_PART = 40  # characters of a part of a line that stands in another line; 24 are a quotation in a precis (002 L59)
MIN_RUN = 10  # characters of a run that stands twice at once
_AT_ONCE = re.compile(rf"(?P<run>.{{{MIN_RUN},400}}?)(?P<again>(?P=run)+)", re.S)
_SHINGLE = 12
_FACTOR = 0x9E3779B97F4A7C15  # odd and large: runs that differ hardly ever have one number
_MARKS = 1 << 16  # numbers are told apart by at first
_PHRASE = 8  # what stands in more lines is a phrase of the page
_AROUND = 3  # lines on either side with which a copy may hang together


@dataclass(frozen=True, slots=True)
class Again:
    """What is said again: characters start to end of `line`, which stand in `of` first."""

    line: int
    of: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Common:
    """A run that two lines have in common, by their places in the page and the characters."""

    first: int
    second: int
    starts: tuple[int, int]
    size: int


def said_twice(lines: Sequence[tuple[int, str]]) -> list[Again]:
    """Returns what is said again on a page of (number, text) lines, in order; no characters are named twice.

    >>> said_twice([(71, '居民手工作品展示区吸引众人驻足观赏。'), (73, '居民手工作品展示区吸引众人驻足观赏。')])
    [Again(line=73, of=71, start=0, end=18)]
    """
    texts = [text for _, text in lines]
    runs, shingles = _recurring(texts, (MIN_RUN, _SHINGLE))
    found: list[Again] = []
    kept_second: set[tuple[int, int]] = set()
    for common in _commons(texts, shingles):
        drop = _which(common, texts, kept_second)
        if drop is None:
            continue
        here, there = (common.first, common.second) if drop == 0 else (common.second, common.first)
        if drop == 0:
            kept_second.add((common.first, common.second))
        start = common.starts[drop]
        found.append(Again(lines[here][0], lines[there][0], start, start + common.size))
    at_once = [(no, text) for (no, text), starts in zip(lines, runs, strict=True) if _twice_in(text, starts)]
    found += [Again(no, no, start, end) for no, text in at_once for start, end in said_again(text)]
    return _disjoint(found)


def said_again(text: str) -> list[tuple[int, int]]:
    """Returns (start, end) of the runs inside a text that repeat at once what stands right before them.

    >>> text = '里还有不少令人惊喜的小景。里还有不少令人惊喜的小景。公司也'
    >>> [text[start:end] for start, end in said_again(text)]
    ['里还有不少令人惊喜的小景。']
    """
    runs = [text[at : at + MIN_RUN] for at in range(len(text) - MIN_RUN + 1)]
    if len(set(runs)) == len(runs):  # nothing stands twice; the search below takes a hundred times as long
        return []
    found = _AT_ONCE.finditer(text)
    return [match.span("again") for match in found if len(letters(match["run"])) >= MIN_RUN - 2]


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Returns a text without the given (start, end) spans, which may overlap."""
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _commons(texts: Sequence[str], places: Sequence[Sequence[int]]) -> list[_Common]:
    """Returns the longest common runs of each pair of lines, in page order. Each pair gives one run at most. places:
    where the runs begin in each that stand twice on the page."""
    runs = [[(text[at : at + _SHINGLE], at) for at in starts] for text, starts in zip(texts, places, strict=True)]
    twice = {run for run, count in Counter(run for run, _ in chain.from_iterable(runs)).items() if count > 1}
    seen: dict[str, list[tuple[int, int]]] = {run: [] for run in twice}
    best: dict[tuple[int, int], _Common] = {}
    for second, own in enumerate(runs):
        ends: dict[int, int] = {}
        met = [(run, at) for run, at in own if run in twice]
        for run, at in met:
            for first, start in ((first, start) for first, start in seen[run][:_PHRASE] if at >= ends.get(first, 0)):
                common = _stretched(texts, first, second, (start, at))
                ends[first] = common.starts[1] + common.size
                best[first, second] = max(common, best.get((first, second), common), key=lambda one: one.size)
        for run, at in met:
            seen[run].append((second, at))
    return [best[pair] for pair in sorted(best)]


def _recurring(texts: Sequence[str], sizes: Sequence[int]) -> list[list[list[int]]]:
    """Returns for each size, and for each text, where runs of that size begin that stand twice in all texts together,
    and perhaps a few more: of ten thousand runs of a page a few dozen are looked at as what they are, the others as
    numbers. sizes: the smaller first."""
    import numpy as np  # 70 ms that a build with nothing to do is spared

    every = "\n".join(texts) + "\n" * sizes[-1]
    codes = np.frombuffer(every.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    lengths = np.array([len(text) for text in texts], np.int64)
    begins = np.cumsum(lengths + 1) - lengths - 1
    numbers, done, each = np.zeros(len(codes), np.uint64), 0, []
    for size in sizes:
        for at in range(done, size):
            numbers = numbers[: len(codes) - at] * np.uint64(_FACTOR) + codes[at:]
        runs = np.maximum(lengths - size + 1, 0)
        places = np.arange(runs.sum()) + np.repeat(begins - np.cumsum(runs) + runs, runs)
        own = numbers[places]
        ordered = np.sort(own)
        twice = ordered[1:][ordered[1:] == ordered[:-1]]
        marks = np.zeros(_MARKS, np.bool_)
        marks[twice & np.uint64(_MARKS - 1)] = True
        maybe = marks[own & np.uint64(_MARKS - 1)].nonzero()[0]  # a few hundred are looked for
        again = places[maybe[np.isin(own[maybe], twice)]]
        ends = np.searchsorted(again, [*begins.tolist(), len(codes)]).tolist()
        offsets = (again - np.repeat(begins, np.diff(ends))).tolist()
        each.append([offsets[start:end] for start, end in pairwise(ends)])
        done = size
    return each


def _twice_in(text: str, starts: Sequence[int]) -> bool:
    """Does a text say one of the runs twice that begin there?"""
    return len({text[at : at + MIN_RUN] for at in starts}) < len(starts)


def _stretched(texts: Sequence[str], first: int, second: int, starts: tuple[int, int]) -> _Common:
    a, b = texts[first], texts[second]
    left, right = 0, _SHINGLE
    while starts[0] > left and starts[1] > left and a[starts[0] - left - 1] == b[starts[1] - left - 1]:
        left += 1
    while starts[0] + right < len(a) and starts[1] + right < len(b) and a[starts[0] + right] == b[starts[1] + right]:
        right += 1
    return _Common(first, second, (starts[0] - left, starts[1] - left), left + right)


def _which(common: _Common, texts: Sequence[str], kept_second: set[tuple[int, int]]) -> int | None:
    """Returns which copy is the repeat: 0 the one in the first line, 1 the one in the second, None for neither."""
    held = (texts[common.first], texts[common.second])
    whole = [len(text.strip()) <= common.size for text in held]
    if not _long_enough(common, held, whole):
        return None
    if all(whole):
        if common.second == common.first + 1:  # what stands around tells nothing
            return 1
        goes_on = (common.first - 1, common.second - 1) in kept_second
        return 0 if goes_on or _ties(common, texts, 1) > 1.2 * _ties(common, texts, 0) else 1
    ends = [start + common.size for start in common.starts]
    at_edge = [common.starts[copy] == 0 or ends[copy] >= len(held[copy].rstrip()) for copy in (0, 1)]
    if any(whole):
        part = whole.index(False)
        return part if at_edge[part] else 1 - part
    looser = 0 if _ties(common, texts, 0) < _ties(common, texts, 1) else 1
    return looser if at_edge[looser] else None


def _long_enough(common: _Common, held: tuple[str, str], whole: list[bool]) -> bool:
    """A crosshead or a short paragraph may stand in a sentence too: 004 L47 in L49."""
    if all(whole):
        return len(letters(held[0])) >= MIN_LINE
    return len(letters(held[whole.index(True)])) >= 2 * MIN_LINE if any(whole) else common.size >= MIN_PART


def _ties(common: _Common, texts: Sequence[str], copy: int) -> float:
    """Returns how many pairs of characters of a copy stand in the lines around it too."""
    at = (common.first, common.second)[copy]
    places = range(max(0, at - _AROUND), min(len(texts), at + _AROUND + 1))
    around = " ".join(texts[place] for place in places if place not in (common.first, common.second))
    run = texts[at][common.starts[copy] : common.starts[copy] + common.size]
    return float(len(bigrams(run) & bigrams(around)))


def _disjoint(found: list[Again]) -> list[Again]:
    """Returns the longest of overlapping runs, and none that rests on a run which is itself left out."""
    kept: dict[int, list[Again]] = {}
    for one in sorted(found, key=lambda again: (again.start - again.end, again.line, again.start)):
        overlaps = any(one.start < other.end and other.start < one.end for other in kept.get(one.line, ()))
        rests = one.line != one.of and any(other.of == one.line for other in kept.get(one.of, ()))
        if not overlaps and not rests:
            kept.setdefault(one.line, []).append(one)
    return sorted((one for again in kept.values() for one in again), key=lambda again: (again.line, again.start))
