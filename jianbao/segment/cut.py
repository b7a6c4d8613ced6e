"""A page as it was cut, for those who tell why and what is doubtful: its lines, their roles, its drafts and joins."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

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
        behind = self.labels.behind[line.no]
        own = _SORTS[self.labels.roles[line.no]]
        role = min((role for role in behind if _SORTS[role] != own), key=lambda role: behind[role])
        return role, behind[role]

    def above(self, draft: Draft) -> Seen | None:
        """Returns the nearest line of a draft that stands above another draft on the page."""
        above = top(draft).next_above
        while above is not None and above.no not in self.place:
            above = above.next_above
        return above

    def in_order(self, lines: Sequence[Seen]) -> str:
        """Returns lines in the order given, as page.md names them: 33-43, 109"""
        every = [no for one in self.view.seen for no in one.nos]
        return spans([no for line in lines for no in line.nos], every).replace("L", "")


def top(draft: Draft) -> Seen:
    """Returns the line of a draft that stands first on the page."""
    return min((*draft.heads, *draft.text), key=lambda line: line.no)
