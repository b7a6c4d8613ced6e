"""What drafts tell, and how near a line is to each: shared pairs of characters, weighed by how few drafts have them."""

from collections import Counter
from collections.abc import Sequence
from math import fsum, log, sqrt

from jianbao.segment.draft import Draft
from jianbao.segment.seen import Seen


class Told:
    """What the drafts of a page tell."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._pairs = [Counter(pair for line in (*one.heads, *one.text) for pair in line.pairs) for one in drafts]
        in_drafts = Counter(pair for pairs in self._pairs for pair in pairs)
        every = len(drafts) + 1
        self._weight = {pair: log(every / count) for pair, count in in_drafts.items()}  # in all drafts: tells nothing

    def nearness(self, lines: Sequence[Seen], draft: int) -> float:
        """Returns how many telling pairs lines share with the other lines of a draft, long drafts counting less."""
        pairs = self._pairs[draft]
        said = set[str]().union(*(line.pairs for line in lines))
        shared, size = said & pairs.keys(), len(pairs)
        own = [line for line in lines if line in self.drafts[draft].text]
        if own:
            held = Counter(pair for line in own for pair in line.pairs)
            alone = {pair for pair, count in held.items() if pairs[pair] == count}
            shared, size = shared - alone, size - len(alone)
        return fsum(map(self._weight.__getitem__, shared)) / (sqrt(size) + 1.0)  # exact: sets have no order
