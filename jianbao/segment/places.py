"""Where the lines of running text stand, and what their places say for and against a join: near or far, in one draft
or two, what stands between and around, whose story they share words with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jianbao.chinese.bonds import bond
from jianbao.segment.draft import Draft
from jianbao.segment.label import BODY
from jianbao.segment.rules import precis
from jianbao.segment.seam import echoes, evidence
from jianbao.segment.seen import SHORT, Evidence, Seen
from jianbao.segment.told import Told

_PRECIS = ("precis",)
_AFAR = 99  # the distance of lines that stand in different drafts, or the wrong way round
_MANY = 40_000  # pairs of lines; real pages have some 1,500
_BREATH = 6  # characters on either side of a line end that stand elsewhere in one line by no accident
_KNIT = 3  # bond of the words above which the line below goes on


@dataclass(frozen=True, eq=False)
class Place:
    """Where a line of running text stands: in which draft, as the how-manieth of its kind; opens: it is the first text
    under heads; strayed: it stood in another draft."""

    draft: int
    at: int
    line: Seen
    kind: tuple[str, ...]
    opens: bool
    strayed: bool

    @cached_property
    def may_follow(self) -> bool:
        """Can it go on from another line? A lead or a label cannot, nor what comes from another page."""
        return not (self.line.lead or _is_label(self.line) or self.line.turned_from)

    @property
    def breaks_off(self) -> bool:
        return not (self.line.closed or self.line.cut_off or _is_label(self.line))

    @cached_property
    def said_on(self) -> list[str]:
        """What the page says elsewhere behind the words that the line ends with."""
        may_go_on = self.line.size > _BREATH and not (self.line.turns_on or _is_label(self.line))
        behind = f"{re.escape(self.line.text[-_BREATH:])}(.{{{_BREATH}}})"
        return re.findall(behind, self.line.view.whole) if may_go_on else []

    def in_one_breath(self, after: "Place") -> bool:
        """Does the page say the end of this line and the beginning of another together, in what the OCR said twice? 004
        L41 has 维权难度不小。今年年初…, the end of L51 and the beginning of L53."""
        return any(after.line.text.startswith(on) for on in self.said_on)

    def goes_on_closed(self, after: "Place") -> bool:
        """May another line go on with this one although it ends with a full stop?"""
        return self.in_one_breath(after) or (after.line.next_above is self.line and echoes(self.line, after.line))

    @cached_property
    def under(self) -> list[Evidence]:
        """What the line above says against going on from another line than that."""
        above = self.line.next_above
        if above is None or above.closed:
            return _place("stands below a closed line")
        return _place("stands below a broken line" if above.size > SHORT else "stands below a short line")

    @cached_property
    def over(self) -> list[Evidence]:
        """What the line below says about going on in another line than that."""
        below = self.line.next_below
        if below is None:
            return []
        begins = _place("a paragraph begins below") if below.opener or below.lead else []
        return begins + (_place("another line goes on below") if bond(self.line.text, below.text) > _KNIT else [])


@dataclass(frozen=True)
class Stand:
    """All lines of running text of a page in their drafts."""

    places: Sequence[Place]
    told: Told

    def pairs(self) -> Iterator[tuple[Place, list[Place]]]:
        """Yields each line that may go on, with those that may go on with it: any line of its kind where it breaks off.
        On a page of hundreds of broken lines only neighbours are looked at."""
        broken = sum(place.breaks_off for place in self.places)
        followers = [place for place in self.places if place.may_follow]
        many = broken * len(self.places) > _MANY
        for at, before in enumerate(self.places):
            if before.breaks_off:
                near = self.places[at + 1 : at + 3] if many else followers
            else:
                told = followers if before.said_on else self.places[at + 1 : at + 2]
                near = [after for after in told if before.goes_on_closed(after)]
            yield before, [after for after in near if self._may_join(before, after)]

    def _may_join(self, before: Place, after: Place) -> bool:
        if after is before or not after.may_follow or after.kind != before.kind:
            return False
        near = after.draft == before.draft and after.at > before.at
        distance = after.at - before.at - 1 if near else _AFAR
        return before.line.view.decided.may_meet(before.line.no, after.line.no, distance)

    def evidence(self, before: Place, after: Place) -> list[Evidence]:
        """Returns what texts and places say for and against `after` continuing `before`."""
        found = [*evidence(before.line, after.line), *_place(_distance(before, after))]
        if before.said_on and before.in_one_breath(after):
            found += [("said in one breath elsewhere", 1.0, after.line.text[:_BREATH])]
        if after.opens:
            found += _place("first under a head")
        if after.line.next_above is not before.line:
            found += after.under
        if before.line.next_below is not after.line:
            found += before.over
        return found + self._stories(before, after)

    def _stories(self, before: Place, after: Place) -> list[Evidence]:
        """Whose story is nearer: a line shares more words with the draft of the other line than with its own."""
        if before.draft == after.draft:
            strange = (before in self._at_home_elsewhere) != (after in self._at_home_elsewhere)
            return _shares("one of the two is at home in another story", 1.0) if strange else []
        of_after, of_before = self._nearness[after], self._nearness[before]
        there, here = of_after[before.draft], of_after[after.draft]
        back, own = of_before[after.draft], of_before[before.draft]
        found = _shares("nearer to the other's story", max(-1.0, min(1.0, max(there - here, back - own))))
        if there > 2 * here + 0.1 or back > 2 * own + 0.1:
            found += _shares("twice as near to the other's story", 1.0)
        return found + _shares("near to the story it goes on", min(1.0, there))

    @cached_property
    def _at_home_elsewhere(self) -> frozenset[Place]:
        """The lines that are twice as near to another story as to the one they stand in."""
        near = self._nearness
        return frozenset(one for one in self.places if max(near[one]) > 2 * near[one][one.draft] + 0.1)

    @cached_property
    def _nearness(self) -> dict[Place, list[float]]:
        return {place: self.told.nearness([place.line]) for place in self.places}


def stand(drafts: Sequence[Draft]) -> Stand:
    """Returns where the running text of drafts stands."""
    places = [place for number, draft in enumerate(drafts) for place in _places(number, draft)]
    return Stand(places, Told(drafts))


def _places(number: int, draft: Draft) -> Iterator[Place]:
    """Precis goes on in precis only, and a precis between two lines of text does not part them."""
    first = next((line for line in draft.text if draft.role(line) in (*BODY, *_PRECIS)), None)
    for kind in (_PRECIS, BODY):
        for at, line in enumerate(line for line in draft.text if draft.role(line) in kind):
            yield Place(number, at, line, kind, bool(draft.heads) and line is first, line.no in draft.strays)


def _place(rule: str) -> list[Evidence]:
    return [(rule, 1.0, "place")]


def _shares(rule: str, much: float) -> list[Evidence]:
    return [(rule, much, "shared words")] if much else []


def _distance(before: Place, after: Place) -> str:
    if before.draft != after.draft:
        return "in another story"
    if before.strayed != after.strayed:
        return "a stray and a line of its story"
    if after.at < before.at:
        return "further up"
    near = ("the next line", "the next line but one", "the next line but two")
    between = after.at - before.at - 1
    return near[between] if between < len(near) else "further down"


def _is_label(line: Seen) -> bool:
    return line.size < 10 and bool(precis.label(line))
