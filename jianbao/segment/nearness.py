"""How near texts are to the drafts of a page, all of them at once: see `told`."""

from collections.abc import Sequence
from math import log

import numpy as np

from jianbao.segment.numbers import Floats, Holders, Numbers, Places, halves, joined

Text = Sequence[tuple[int, int]]  # its lines by their places on the page, each with its draft


class Nearness:
    """The pairs that drafts hold, and what they weigh. A pair that stands in one line of the page is shared by nobody:
    it only makes its draft longer."""

    def __init__(self, numbers: Numbers, drafts: Sequence[Sequence[int]], places: Places, much: float) -> None:
        """drafts: the lines of each, by their places on the page; places: pairs that weigh so much more."""
        self._numbers, self._drafts = numbers, len(drafts)
        home = np.full(len(numbers.lines), -1)
        for number, lines in enumerate(drafts):
            home[lines] = number
        draft = home[numbers.line]
        held = numbers.every[draft >= 0] * len(drafts) + draft[draft >= 0]
        self._counts = np.bincount(held, minlength=numbers.size * len(drafts)).reshape(numbers.size, len(drafts))
        there = self._counts > 0
        self._holders = Holders(there)
        self._sizes = there.sum(0) + [sum(numbers.lone[at] for at in lines) for lines in drafts]
        every = len(drafts) + 1
        by_count = np.array([0.0, *(log(every / count) for count in range(1, every))])  # in all drafts: tells nothing
        weight = by_count[self._holders.times]
        weight[places] *= much
        self._halves = halves(weight)

    def of(self, texts: Sequence[Text]) -> list[list[float]]:
        """Returns for each text how near it is to each draft."""
        spots, pairs = self._holders.met(*self._said(texts))
        alone, left_out = self._alone(texts)
        coarse, fine = (
            self._sums(half, spots, pairs, len(texts)) - self._sums(half, alone, left_out, len(texts))
            for half in self._halves
        )
        shorter = np.bincount(alone, minlength=len(texts) * self._drafts).reshape(len(texts), self._drafts)
        for number, lines in enumerate(texts):
            for at, home in lines:
                shorter[number, home] += self._numbers.lone[at]
        near: list[list[float]] = ((coarse + fine) / (np.sqrt(self._sizes - shorter) + 1.0)).tolist()
        return near

    def _said(self, texts: Sequence[Text]) -> tuple[Places, Places]:
        """Returns the pairs of each text, each once, and before them its number."""
        of, size = self._numbers.lines, self._numbers.size
        if _lone(texts):
            own = [of[at] for ((at, _),) in texts]
            return np.repeat(np.arange(len(texts)), list(map(len, own))), joined(own)
        said = np.sort(joined([of[at] + size * text for text, lines in enumerate(texts) for at, _ in lines]))
        text, pairs = np.divmod(said[np.diff(said, prepend=-1) > 0], size)
        return text, pairs

    def _alone(self, texts: Sequence[Text]) -> tuple[Places, Places]:
        """Returns the pairs that nothing in a draft has but those of the lines of a text that stand in it, and before
        them the number of text and draft."""
        of, size = self._numbers.lines, self._numbers.size
        own = [of[at] + size * (text * self._drafts + home) for text, lines in enumerate(texts) for at, home in lines]
        found = joined(own)
        times = np.ones(len(found), np.int64)
        if not _lone(texts):
            found, times = np.unique(found, return_counts=True)
        spots, pairs = np.divmod(found, size)
        alone = self._counts[pairs, spots % self._drafts] == times
        return spots[alone], pairs[alone]

    def _sums(self, weight: Floats, spots: Places, pairs: Places, texts: int) -> Floats:
        """Returns for each text and draft what pairs weigh together."""
        sums: Floats = np.bincount(spots, weight[pairs], texts * self._drafts).astype(np.float64)
        return sums.reshape(texts, self._drafts)


def _lone(texts: Sequence[Text]) -> bool:
    """Is each text one line? Then none says a pair twice."""
    return all(len(lines) == 1 for lines in texts)
