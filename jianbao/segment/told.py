"""What drafts tell, and how near a line is to each: shared pairs of characters, weighed by how few drafts have them."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import fsum, log, sqrt

from jianbao.segment.draft import Draft
from jianbao.segment.seen import Seen


class Told:
    """What the drafts of a page tell."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._counts = [Counter(chain.from_iterable(line.pairs for line in (*one.heads, *one.text))) for one in drafts]
        self._pairs = [frozenset(counts) for counts in self._counts]
        self._once = [frozenset(pair for pair, count in held.items() if count == 1) for held in self._counts]
        self._texts = [{line.no for line in one.text} for one in drafts]
        in_drafts = Counter(chain.from_iterable(self._pairs))
        every = len(drafts) + 1
        by_count = [0.0, *(log(every / count) for count in range(1, every))]  # in all drafts: tells nothing
        self._weight = {pair: by_count[count] for pair, count in in_drafts.items()}

    def nearness(self, lines: Sequence[Seen], draft: int) -> float:
        """Returns how many telling pairs lines share with the other lines of a draft, long drafts counting less."""
        first, *others = lines
        shared = first.pairs.union(*(line.pairs for line in others)) & self._pairs[draft]
        size = len(self._pairs[draft])
        own = [line for line in lines if line.no in self._texts[draft]]
        if len(own) == 1:
            alone = own[0].pairs & self._once[draft]
            shared, size = shared - alone, size - len(alone)
        elif own:
            held, counts = Counter(chain.from_iterable(line.pairs for line in own)), self._counts[draft]
            alone = {pair for pair, count in held.items() if counts[pair] == count}
            shared, size = shared - alone, size - len(alone)
        return fsum(map(self._weight.__getitem__, shared)) / (sqrt(size) + 1.0)  # exact: sets have no order
