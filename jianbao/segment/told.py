"""What drafts tell, and how near lines are to each: shared pairs of characters, weighed by how few drafts have them."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import chain
from math import fsum, log, sqrt

from jianbao.authority import shipped
from jianbao.chinese.gazetteer import stem
from jianbao.chinese.lists import words
from jianbao.segment.draft import Draft
from jianbao.segment.seen import Seen, held_by

_PLACE = 5.0  # so much more tells the name of a place: two stories of contests or training play in two cities
_NONE = frozenset[str]()


@cache
def places() -> frozenset[str]:
    """Returns the short forms of divisions, of two characters, that are no ordinary words."""
    stems = (stem(division.name) for division in shipped().divisions.values())
    return frozenset(short for short in stems if len(short) == 2) - words("ordinary_stems.txt")


class Told:
    """What the drafts of a page tell."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._held = [held_by((*one.heads, *one.text)) for one in drafts]
        self._stands_in = {line.no: at for at, one in enumerate(drafts) for line in one.text}

    @cached_property
    def _weight(self) -> dict[str, float]:
        in_drafts = Counter(chain.from_iterable(one.pairs for one in self._held))
        every = len(self.drafts) + 1
        by_count = [0.0, *(log(every / count) for count in range(1, every))]  # in all drafts: tells nothing
        weight = {pair: by_count[count] for pair, count in in_drafts.items()}
        return weight | {pair: _PLACE * weight[pair] for pair in weight.keys() & places()}

    def nearness(self, lines: Sequence[Seen]) -> list[float]:
        """Returns for each draft how many telling pairs lines share with its other lines, long drafts counting less."""
        first, *others = lines
        said = first.pairs.union(*(line.pairs for line in others))
        homes = {self._stands_in[line.no] for line in lines if line.no in self._stands_in}
        alone = {at: self._alone(lines, at) for at in homes}
        return [self._near(said, one.pairs, alone.get(at, _NONE)) for at, one in enumerate(self._held)]

    def _near(self, said: frozenset[str], pairs: frozenset[str], alone: frozenset[str]) -> float:
        shared = (said & pairs) - alone
        return fsum(map(self._weight.__getitem__, shared)) / (sqrt(len(pairs) - len(alone)) + 1.0)  # exact: no order

    def _alone(self, lines: Sequence[Seen], draft: int) -> frozenset[str]:
        """The pairs that nothing in a draft has but those of the lines that stand in it."""
        own = [line for line in lines if self._stands_in.get(line.no) == draft]
        if len(own) == 1:
            return own[0].pairs & self._held[draft].once
        held = Counter(chain.from_iterable(line.pairs for line in own))
        return frozenset(pair for pair, count in held.items() if self._held[draft].counts[pair] == count)
