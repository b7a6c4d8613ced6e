"""What drafts tell, and how near a line is to each: shared pairs of characters, weighed by how few drafts have them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from jianbao.segment.draft import Draft
from jianbao.segment.seen import Seen


class Told:
    """What the drafts of a page tell."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._pairs = [Counter(pair for line in (*one.heads, *one.text) for pair in line.pairs) for one in drafts]
        self._in_drafts = Counter(pair for pairs in self._pairs for pair in pairs)

    def nearness(self, lines: Sequence[Seen], draft: int) -> float:
        """Returns how many telling pairs lines share with the other lines of a draft, long drafts counting less."""
        own = [line for line in lines if line in self.drafts[draft].text]
        held = Counter(pair for line in own for pair in line.pairs)
        pairs = self._pairs[draft]
        shared = {pair for line in lines for pair in line.pairs if pairs[pair] > held[pair]}
        size = len(pairs) - sum(pairs[pair] == count for pair, count in held.items())
        return self._weight(shared) / (sqrt(size) + 1.0)

    def _weight(self, pairs: Iterable[str]) -> float:
        """A pair that all drafts have tells nothing."""
        every = len(self.drafts) + 1
        return sum(log(every / self._in_drafts[pair]) for pair in pairs)
