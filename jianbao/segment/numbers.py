"""The pairs of characters of a page's lines as numbers, so that what many lines share is counted at once."""

from collections.abc import KeysView, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from jianbao.segment.seen import View

Places = NDArray[np.int64]
Floats = NDArray[np.float64]
_COARSE = 2.0**26


class Numbers:
    """Numbers for what lines share: pairs that stand in two lines of the page, and Latin words, of which the beginning
    of a line may hold a part. lines: for each line the numbers of its pairs; lone: how many others it has; size: how
    many numbers there are, 1 at least."""

    def __init__(self, lines: Sequence[frozenset[str]], counts: Mapping[str, int]) -> None:
        """counts: in how many lines each pair stands, what stands elsewhere already counted too."""
        named = [pair for pair, count in counts.items() if count > 1 or (count and pair.isascii())]
        self._number = dict(zip(named, range(len(named)), strict=True))
        self._pairs = lines
        sizes = np.array(list(map(len, lines)), np.int64)
        numbers = map(self._number.get, chain.from_iterable(lines), repeat(-1))
        every = np.fromiter(numbers, np.int64, int(sizes.sum()))
        self.every = every[every >= 0]  # the pairs of all lines, and of which line each is
        self.line = np.repeat(np.arange(len(lines)), sizes)[every >= 0]
        shared = np.bincount(self.line, minlength=len(lines))
        self.lines = [self.every[start:end] for start, end in pairwise([0, *np.cumsum(shared).tolist()])]
        self.lone: list[int] = (sizes - shared).tolist()
        self.size = max(len(named), 1)
        self._asked: AbstractSet[str] | None = None
        self._among = self.of(frozenset())

    def of_beginning(self, at: int, pairs: frozenset[str]) -> Places:
        """Returns the same for the beginning of a line, which of a short one is all of it."""
        return self.lines[at] if pairs is self._pairs[at] else self.of(pairs)

    def among(self, pairs: AbstractSet[str]) -> Places:
        """Returns the numbers of those pairs of a large set that have one; asked again of the same, as found before."""
        if self._asked is not pairs:
            self._asked, self._among = pairs, self.of(pairs & self.pairs)
        return self._among

    @property
    def pairs(self) -> KeysView[str]:
        """All pairs that have numbers, in their order."""
        return self._number.keys()

    def of(self, pairs: AbstractSet[str]) -> Places:
        """Returns the numbers of those pairs that have one."""
        return np.array([number for number in map(self._number.get, pairs) if number is not None], np.int64)


def numbered(view: "View") -> Numbers:
    """Returns the numbers of a page. What is said again counts where it stands and where it stands elsewhere."""
    counts = view.rarity.counts.copy()
    for line, pairs in zip(view.seen, view.pairs, strict=True):
        if line.again or line.pairs is not pairs:
            counts.subtract(pairs)
            counts.update(chain(line.pairs, line.all_pairs if line.again else ()))
    return Numbers([line.pairs for line in view.seen], counts)


class Holders:
    """Which of several texts have a pair. times: how many, of each pair."""

    def __init__(self, there: NDArray[np.bool_]) -> None:
        """there: for each pair and text."""
        self._texts = there.shape[1]
        self.times = there.sum(1)
        self._who = there.ravel().nonzero()[0] % max(self._texts, 1)  # that have the first pair, the second …
        self._first = np.cumsum(self.times) - self.times

    def met(self, asked: Places, pairs: Places) -> tuple[Places, Places]:
        """Returns each pair once for each text that has it, and before them the number of who asks and text."""
        times = self.times[pairs]
        ends = np.cumsum(times)
        at = np.arange(times.sum()) + np.repeat(self._first[pairs] - ends + times, times)
        return np.repeat(asked * self._texts, times) + self._who[at], np.repeat(pairs, times)


def halves(weights: Floats) -> tuple[Floats, Floats]:
    """Returns weights cut in two, coarse and fine: each half has so few digits that sums of a page's pairs are exact
    in any order. So is, but for one rounding, the sum of both; sets have no order."""
    coarse = np.rint(weights * _COARSE) / _COARSE
    return coarse, weights - coarse


def joined(parts: Sequence[Places]) -> Places:
    """Returns arrays one behind the other."""
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
