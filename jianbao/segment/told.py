"""What drafts tell, and how near lines are to each: shared pairs of characters, weighed by how few drafts have them."""

from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from jianbao.authority import shipped
from jianbao.chinese.gazetteer import stem
from jianbao.chinese.lists import words
from jianbao.segment.draft import Draft
from jianbao.segment.seen import Seen

if TYPE_CHECKING:
    from jianbao.segment.nearness import Nearness

_PLACE = 5.0  # so much more tells the name of a place: two stories of contests or training play in two cities


@cache
def places() -> frozenset[str]:
    """Returns the short forms of divisions, of two characters, that are no ordinary words."""
    stems = (stem(division.name) for division in shipped().divisions.values())
    return frozenset(short for short in stems if len(short) == 2) - words("ordinary_stems.txt")


class Told:
    """What the drafts of a page tell."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._stands_in = {line.no: at for at, one in enumerate(drafts) for line in one.text}

    def nearness_of(self, texts: Sequence[Sequence[Seen]]) -> list[list[float]]:
        """Returns for each of several texts, and for each draft, how many telling pairs its lines share with the other
        lines of the draft, long drafts counting less."""
        known = [[(line.at, self._stands_in[line.no]) for line in lines] for lines in texts]
        return self._near.of(known) if known else []

    @cached_property
    def _near(self) -> "Nearness":
        from jianbao.segment.nearness import Nearness  # with numpy, which a build that clips nothing is spared

        numbers = next(line for one in self.drafts for line in (*one.heads, *one.text)).view.numbers
        lines = [[line.at for line in (*one.heads, *one.text)] for one in self.drafts]
        return Nearness(numbers, lines, numbers.among(places()), _PLACE)
