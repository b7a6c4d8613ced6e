"""All joins of a page weighed together: what the texts of two lines say (`seam`), and what their places say."""

from collections.abc import Iterator, Mapping
from itertools import chain

import numpy as np

from jianbao.segment.numbers import Floats, Places
from jianbao.segment.places import BREATH, OVER, UNDER, Stand
from jianbao.segment.seam import seams
from jianbao.segment.seen import Evidence, Seen
from jianbao.segment.telling import Flags, Grid, Telling, weighed

_DISTANCES = (
    "in another story",
    "a stray and a line of its story",
    "further up",
    "the next line",
    "the next line but one",
    "the next line but two",
    "further down",
)
_STORY, _STRAY, _UP, _NEXT, _DOWN = 0, 1, 2, 3, 6


class Weighing:
    """All pairs of lines that may be joined."""

    def __init__(self, standing: Stand) -> None:
        self._standing = standing
        self._rows = [(before, afters) for before, afters in standing.pairs() if afters]
        self._befores = [before for before, _ in self._rows]
        self._afters = list(dict.fromkeys(chain.from_iterable(afters for _, afters in self._rows)))
        place = dict(zip(self._afters, range(len(self._afters)), strict=True))
        columns = [np.array([place[after] for after in afters], np.int64) for _, afters in self._rows]
        self._grid = Grid([one.line for one in self._befores], [one.line for one in self._afters], columns)
        if self._rows:
            self._seams, self._places = seams(self._befores[0].line.view, self._grid)
            self._tellings = list(self._told())

    @property
    def pairs(self) -> list[tuple[Seen, Seen]]:
        """Each line with each that may go on with it."""
        return [(before.line, after.line) for before, afters in self._rows for after in afters]

    def worth(self, start: float, weight: Mapping[str, float]) -> Floats:
        """Returns what each pair is worth. start: a join for which and against which nothing speaks."""
        if not self._rows:
            return np.empty(0)
        return weighed(self._seams.worth(start, weight)[self._places], self._tellings, weight)

    def pair(self, at: int) -> tuple[Seen, Seen]:
        """Returns the lines of one pair."""
        return self._grid.pair(at)

    def evidence(self, at: int) -> list[Evidence]:
        """Returns what speaks for and against one pair."""
        told = [one.evidence(at, self._grid.pair(at)) for one in self._tellings if one.there[at]]
        return [*self._seams.evidence(int(self._places[at])), *told]

    def _told(self) -> Iterator[Telling]:
        """Yields what the places of two lines say."""
        grid, befores, afters = self._grid, self._befores, self._afters
        drafts = grid.of_befores([one.draft for one in befores]), grid.of_afters([one.draft for one in afters])
        distance = self._distance(drafts[0] == drafts[1])
        for number, rule in enumerate(_DISTANCES):
            yield Telling(rule, distance == number, _place)
        yield Telling("said in one breath elsewhere", self._in_one_breath(), lambda _, after: after.text[:BREATH])
        yield Telling("first under a head", grid.of_afters([one.opens for one in afters]), _place)
        below = grid.of_befores([one.line.at for one in befores])
        elsewhere = below != grid.of_afters([_at(one.line.next_above) for one in afters])
        under = grid.of_afters([one.under for one in afters])
        for rule in UNDER:
            yield Telling(rule, (under == rule) & elsewhere, _place)
        above = grid.of_afters([one.line.at for one in afters])
        elsewhere = above != grid.of_befores([_at(one.line.next_below) for one in befores])
        for rule in OVER:
            yield Telling(rule, grid.of_befores([rule in one.over for one in befores]) & elsewhere, _place)
        yield from self._stories(*drafts)

    def _distance(self, together: Flags) -> Places:
        """Returns for each pair the number of its distance."""
        grid, befores, afters = self._grid, self._befores, self._afters
        between = grid.of_afters([one.at for one in afters]) - grid.of_befores([one.at for one in befores]) - 1
        strayed = grid.of_befores([one.strayed for one in befores])
        strange = strayed != grid.of_afters([one.strayed for one in afters])
        near = np.minimum(between, _DOWN - _NEXT) + _NEXT
        return np.select([~together, strange, between < -1], [_STORY, _STRAY, _UP], near)

    def _in_one_breath(self) -> Flags:
        """Which pairs the page says together elsewhere?"""
        found: list[bool] = []
        for before, afters in self._rows:
            found += [before.in_one_breath(after) for after in afters] if before.said_on else [False] * len(afters)
        return np.array(found, bool)

    def _stories(self, story: Places, other: Places) -> Iterator[Telling]:
        """Whose story is nearer: a line shares more words with the draft of the other line than with its own."""
        grid, near, strangers = self._grid, self._standing.nearness, self._standing.at_home_elsewhere
        strange = grid.of_befores([one in strangers for one in self._befores])
        strange = strange != grid.of_afters([one in strangers for one in self._afters])
        apart = story != other
        yield Telling("one of the two is at home in another story", strange & ~apart, _words)
        of_before = np.array([near[one] for one in self._befores])
        of_after = np.array([near[one] for one in self._afters])
        there, here = of_after[grid.column, story], of_after[grid.column, other]
        back, own = of_before[grid.row, other], of_before[grid.row, story]
        nearer = np.clip(np.maximum(there - here, back - own), -1.0, 1.0)
        yield Telling("nearer to the other's story", apart & (nearer != 0), _words, nearer)
        twice = (there > 2 * here + 0.1) | (back > 2 * own + 0.1)
        yield Telling("twice as near to the other's story", apart & twice, _words)
        yield Telling("near to the story it goes on", apart & (there != 0), _words, np.minimum(1.0, there))


def _at(line: Seen | None) -> int:
    return -1 if line is None else line.at


def _place(*_: Seen) -> str:
    return "place"


def _words(*_: Seen) -> str:
    return "shared words"
