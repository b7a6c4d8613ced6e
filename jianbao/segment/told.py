"""What a draft tells, and how near a line is to it: shared pairs of characters, rare ones counting more."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from jianbao.segment.draft import Draft
from jianbao.segment.seen import Seen


@dataclass(frozen=True)
class Told:
    """A draft with what it tells."""

    draft: Draft

    @cached_property
    def pairs(self) -> Counter[str]:
        """In how many of its lines each pair of characters stands."""
        return Counter(pair for line in (*self.draft.heads, *self.draft.text) for pair in line.pairs)

    @property
    def is_picture(self) -> bool:
        return any(self.draft.role(line) == "credit" for line in self.draft.text)

    def nearness(self, line: Seen) -> float:
        """Returns how many telling pairs a line shares with the other lines, long drafts counting less."""
        own = line.pairs if line in self.draft.text else set[str]()
        shared = {pair for pair in line.pairs if self.pairs[pair] > (pair in own)}
        size = len(self.pairs) - sum(self.pairs[pair] == 1 for pair in own)
        return line.view.rarity.weight(shared) / (sqrt(size) + 1.0)
