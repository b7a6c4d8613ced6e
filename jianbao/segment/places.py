"""Where the lines of running text stand, and what their places say for and against a join: near or far, in one draft
or two, what stands between and around, whose story they share words with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jianbao.chinese.bonds import bond
from jianbao.segment.draft import Draft
from jianbao.segment.label import BODY
from jianbao.segment.once import once
from jianbao.segment.rules import precis
from jianbao.segment.seen import SHORT, Seen
from jianbao.segment.told import Told

_PRECIS = ("precis",)
_AFAR = 99  # the distance of lines that stand in different drafts, or the wrong way round
_MANY = 40_000  # pairs of lines; real pages have some 1,500
BREATH = 6  # characters on either side of a line end that stand elsewhere in one line by no accident
_STOP = re.compile("^[^。！？“”]{1,4}[。！？]")
UNDER = (_CLOSED, _BROKEN, _SHORT) = (
    "stands below a closed line",
    "stands below a broken line",
    "stands below a short line",
)
OVER = (_BEGINS, _GOES_ON) = ("a paragraph begins below", "another line goes on below")
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

    @once
    def may_follow(self) -> bool:
        """Can it go on from another line? A lead or a label cannot, nor what comes from another page."""
        return not (self.line.lead or _is_label(self.line) or self.line.turned_from)

    @property
    def breaks_off(self) -> bool:
        return not (self.line.closed or self.line.cut_off or _is_label(self.line))

    @once
    def said_on(self) -> tuple[str, ...]:
        """What the page says elsewhere behind the words that the line ends with."""
        may_go_on = self.line.size > BREATH and not (self.line.turns_on or _is_label(self.line))
        return _behind(self.line.text[-BREATH:], self.line.view.whole) if may_go_on else ()

    def in_one_breath(self, after: "Place") -> bool:
        """Does the page say the end of this line and the beginning of another together, in what the OCR said twice? 004
        L41 has 维权难度不小。今年年初…, the end of L51 and the beginning of L53."""
        return after.line.text.startswith(self.said_on)

    def goes_on_closed(self, after: "Place") -> bool:
        """May another line go on with this one although it ends with a full stop?"""
        return self.in_one_breath(after) or (after.line.next_above is self.line and _echoes(self.line, after.line))

    @once
    def under(self) -> str:
        """What the line above says against going on from another line than that."""
        above = self.line.next_above
        if above is None or above.closed:
            return _CLOSED
        return _BROKEN if above.size > SHORT else _SHORT

    @once
    def over(self) -> tuple[str, ...]:
        """What the line below says about going on in another line than that."""
        below = self.line.next_below
        if below is None:
            return ()
        begins = bool(below.opener or below.lead)
        return (*([_BEGINS] if begins else []), *([_GOES_ON] if bond(self.line.text, below.text) > _KNIT else []))


@dataclass(frozen=True)
class Stand:
    """All lines of running text of a page in their drafts."""

    places: Sequence[Place]
    told: Told

    def pairs(self) -> Iterator[tuple[Place, list[Place]]]:
        """Yields each line that may go on, with those that may go on with it: any line of its kind where it breaks off.
        On a page of hundreds of broken lines only neighbours are looked at."""
        broken = sum(place.breaks_off for place in self.places)
        followers = {kind: self._followers(self.places, kind) for kind in {place.kind for place in self.places}}
        many = broken * len(self.places) > _MANY
        for at, before in enumerate(self.places):
            if before.breaks_off:
                near = self._followers(self.places[at + 1 : at + 3], before.kind) if many else followers[before.kind]
            else:
                told = (
                    followers[before.kind]
                    if before.said_on
                    else self._followers(self.places[at + 1 : at + 2], before.kind)
                )
                near = [after for after in told if before.goes_on_closed(after)]
            if before.line.view.decided.binds:
                near = [after for after in near if _may_join(before, after)]
            yield before, [after for after in near if after is not before]

    def _followers(self, places: Sequence[Place], kind: tuple[str, ...]) -> list[Place]:
        return [place for place in places if place.kind == kind and place.may_follow]

    @once
    def at_home_elsewhere(self) -> frozenset[Place]:
        """The lines that are twice as near to another story as to the one they stand in."""
        near = self.nearness
        return frozenset(one for one in self.places if max(near[one]) > 2 * near[one][one.draft] + 0.1)

    @once
    def nearness(self) -> dict[Place, list[float]]:
        """How near each line is to each draft."""
        near = self.told.nearness_of([[place.line] for place in self.places])
        return dict(zip(self.places, near, strict=True))


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


def _may_join(before: Place, after: Place) -> bool:
    """Does nobody say that two lines are apart?"""
    decided = before.line.view.decided
    near = after.draft == before.draft and after.at > before.at
    return decided.may_meet(before.line.no, after.line.no, after.at - before.at - 1 if near else _AFAR)


def _echoes(before: Seen, after: Seen) -> bool:
    """Does a line begin with the last words of another, full stop included? 在大渡社区也是如此。· 此。然而这样的焦虑"""
    stop = _STOP.match(after.text)
    return stop is not None and before.text.endswith(stop.group())


@lru_cache(maxsize=256)  # a page asks twice, before strays are gathered and after
def _behind(words: str, page: str) -> tuple[str, ...]:
    """Returns what a page says, in one line, behind words each time that they stand in it."""
    found = []
    at = page.find(words)
    while at >= 0:
        start = at + len(words)
        on = page[start : start + BREATH]
        whole = len(on) == BREATH and "\n" not in on
        if whole:
            found.append(on)
        at = page.find(words, start + BREATH if whole else at + 1)
    return tuple(found)


def _is_label(line: Seen) -> bool:
    return line.size < 10 and bool(precis.label(line))
