"""A page as it was cut, for those who tell why and what is doubtful: its lines, their roles, its drafts and joins."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf

from jianbao.segment.decided import spans
from jianbao.segment.draft import Draft
from jianbao.segment.label import FURNITURE, SIGNED, TEXT, Labels
from jianbao.segment.mend import Mended, paragraphs
from jianbao.segment.seen import Seen, View
from jianbao.segment.told import Told

_SORTS = {"headline": "head", "crosshead": "crosshead"}
_SORTS |= dict.fromkeys(TEXT, "text") | dict.fromkeys(SIGNED, "signature") | dict.fromkeys(FURNITURE, "furniture")


@dataclass(frozen=True)
class Cut:
    """What the stages made of a page."""

    view: View
    labels: Labels
    mended: Mended

    @property
    def drafts(self) -> Sequence[Draft]:
        return self.mended.drafts

    @cached_property
    def told(self) -> Told:
        return Told(self.drafts)

    @cached_property
    def place(self) -> dict[int, int]:
        """The number of the draft that each line is in."""
        return {line.no: at for at, one in enumerate(self.drafts) for line in (*one.heads, *one.text)}

    @cached_property
    def paragraphs(self) -> dict[int, list[Seen]]:
        """The lines of the paragraph of each joined line."""
        return {line.no: lines for lines in paragraphs(self.mended.joins) for line in lines}

    def another_sort(self, line: Seen) -> tuple[str, float]:
        """Returns the likeliest role that would make a line something of another sort, and how far it falls short."""
        own, nearest, least = _SORTS[self.labels.roles[line.no]], "", inf
        for role, short in self.labels.behind[line.no].items():
            if short < least and _SORTS[role] != own:
                nearest, least = role, short
        return nearest, least

    def above(self, draft: Draft) -> Seen | None:
        """Returns the nearest line of a draft that stands above another draft on the page."""
        above = top(draft).next_above
        while above is not None and above.no not in self.place:
            above = above.next_above
        return above

    def nearness_above(self, draft: Draft) -> float:
        """Returns how near the text of a draft without a head is to the piece above it on the page, 0 where there is
        none."""
        above = self.above(draft)
        if above is None or not draft.text:
            return 0.0
        return self._nearness[self.place[draft.text[0].no]][self.place[above.no]]

    @cached_property
    def _nearness(self) -> dict[int, list[float]]:
        """How near the text of each draft that no head opens is to each draft."""
        asked = [at for at, one in enumerate(self.drafts) if not one.heads]
        return dict(zip(asked, self.told.nearness_of([self.drafts[at].text for at in asked]), strict=True))

    def in_order(self, lines: Sequence[Seen]) -> str:
        """Returns lines in the order given, as page.md names them: 33-43, 109"""
        return spans([no for line in lines for no in line.nos], self._following).replace("L", "")

    @cached_property
    def _following(self) -> dict[int, int]:
        """The line below each line."""
        return dict(pairwise(no for one in self.view.seen for no in one.nos))


def top(draft: Draft) -> Seen:
    """Returns the line of a draft that stands first on the page."""
    return min((*draft.heads, *draft.text), key=lambda line: line.no)
