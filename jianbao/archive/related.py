"""Which pieces belong together: of one event, one column, one place, one rare subject.

Takes the articles in reading order and where they stand in time, gives for each a few others: of its day and of the 31
days before it, of its year where no month is known, of its page where nothing is. It never looks ahead: today's paper
changes no page of yesterday's, a day put in between only those of the month after it. What many pieces share says
little: a word or subject that more than a few of these have does not count, and of a long column or a place with much
news only the nearest are looked at. Of equal ones the nearest comes first."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from jianbao.archive.ids import Ids, Names
from jianbao.archive.marks import stirred, sums
from jianbao.archive.stand import UNDATED, Stand
from jianbao.chinese.text import letters
from jianbao.model import Article
from jianbao.numbers import parted

if TYPE_CHECKING:
    from jianbao.archive.columns import Lanes, Numbers

EVENT, COLUMN, PLACE, SUBJECT = "event", "column", "place", "subject"
_MOST = 6  # pieces named
_DAYS = 31
_APART = 1 << 32  # days between two shelves: more than there are
_KINDS = {kind[0]: kind for kind in (EVENT, COLUMN, PLACE, SUBJECT)}  # by the letter that opens a mark
_FEW = {"s": 4, "e": 8}  # pieces of these days that share what is rare
_NEAR = 4  # pieces looked at on either side in a long column or at a place with much news
_WORD = 4  # characters of a headline that, shared by a few, tell of one event
_WORTH = {"e": 4, "c": 3, "p": 2, "s": 2}

_Mark = str  # the letter of a kind of tie, and what is shared: text alone, of which a block holds fifty thousand


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two pieces. kind: EVENT (their headlines share rare words), COLUMN, PLACE, SUBJECT; shared: the region
    paths or subjects that both have."""

    kind: str
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A piece that belongs to another, and what ties them, the strongest first."""

    id: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """When articles appeared. shelves: for each place among which it is looked for; days: the day of each; reading:
    places, as one reads."""

    shelves: Sequence[str]
    days: "Numbers"
    reading: "Numbers"


class Kin:
    """Finds the pieces that belong to an article. It does so when the article's page is made: until then a mark says
    all that could be found, and a build that makes no page looks for nothing. articles: by id, in the order of names;
    told: a hash of what may tie each to others."""

    def __init__(self, names: Names, articles: Mapping[str, Article], when: Days, told: "Lanes") -> None:
        self._names, self._articles = names, articles
        self._shelves, self._days = when.shelves, when.days
        numbers = {shelf: number for number, shelf in enumerate(dict.fromkeys(when.shelves))}
        self._numbers = np.array([numbers[shelf] for shelf in when.shelves], np.int64) * _APART
        spots = self._numbers + when.days
        self._order = when.reading[np.argsort(spots[when.reading], kind="stable")].astype(np.int32)
        self._spots = spots[self._order]
        self.marks = self._marks(spots, told)
        self._block: _Block | None = None  # the one asked last: those that follow ask the same

    def _marks(self, spots: "Numbers", told: "Lanes") -> "Lanes":
        """For each place the mark of everything that its kin are found from and shown by: those of its day and the 31
        before it."""
        days, counts = np.unique(self._spots, return_counts=True)
        running = np.zeros((len(days) + 1, 2), np.uint64)
        np.cumsum(sums(stirred(told[self._order]), counts), axis=0, out=running[1:])
        lanes: Lanes = running[1:] - running[np.searchsorted(days, days - _DAYS)]
        return lanes[np.searchsorted(days, spots)]

    def days(self) -> Iterator[tuple[str, str, Ids]]:
        """Yields the articles of each day of a shelf, in order, with the name of that and the name of the days whose
        articles find their kin among the same others."""
        edges = np.flatnonzero(np.diff(self._spots, prepend=-1))
        for at in parted(self._order, edges):
            shelf, day = self._shelves[at[0]], int(self._days[at[0]])
            yield f"{shelf} {day}", f"{shelf} {day // _DAYS}", Ids(self._names, at)

    def of(self, article: Article) -> tuple[Related, ...]:
        """Returns the pieces that belong to an article, the nearest kin first."""
        place = self._names.place[article.id]
        shelf, day = int(self._numbers[place]), int(self._days[place])
        block = self._block
        if block is None or not block.reaches(shelf, day):
            first = int(np.searchsorted(self._spots, max(shelf + day - _DAYS, shelf)))
            block = self._block = _Block(shelf, day, first, block.marks if block else {})
        if day > block.until:
            end = int(np.searchsorted(self._spots, shelf + day, "right"))
            some = self._order[block.end : end].tolist()
            ids = list(map(self._names.every.__getitem__, some))
            known = (block.known.get(id) or frozenset(_marks(self._articles[id])) for id in ids)
            block.extend(ids, self._days[some].tolist(), known)
            block.until = day
        return block.kin(article.id, day)


class _Block:
    """Some articles of a shelf in order of their days, what each has, and who has what. first: how many of all stand
    before them; known: what articles have, as the block before found it. It grows by the days that are asked: a page
    that is made alone needs those of a month, all pages of a month need those of two."""

    def __init__(self, shelf: int, day: int, first: int, known: Mapping[str, frozenset[_Mark]]) -> None:
        self._shelf, self._since, self.end, self.known = shelf, day, first, known
        self.until = -1
        self._ids: list[str] = []
        self._days: list[int] = []
        self.marks: dict[str, frozenset[_Mark]] = {}
        self._at: dict[str, int] = {}
        self._holders: dict[_Mark, list[int]] = {}

    def reaches(self, shelf: int, day: int) -> bool:
        """Returns whether all that an article of a day may have for kin is in this block, or comes behind it; not for
        ever, or it held all days at last."""
        return shelf == self._shelf and self._since <= day < self._since + _DAYS

    def extend(self, ids: Sequence[str], days: Iterable[int], marks: Iterable[frozenset[_Mark]]) -> None:
        """Adds the articles that follow."""
        self._days += days
        for at, (id, held) in enumerate(zip(ids, marks, strict=True), len(self._ids)):
            self.marks[id] = held
            self._at[id] = at
            for mark in held:
                self._holders.setdefault(mark, []).append(at)
        self._ids += ids
        self.end += len(ids)

    def kin(self, id: str, day: int) -> tuple[Related, ...]:
        """Returns the kin of one of them."""
        at = self._at[id]
        first, end = bisect_left(self._days, day - _DAYS), bisect_left(self._days, day + 1)
        holders = self._holders
        shared = sorted(mark for mark in self.marks[id] if len(holders[mark]) > 1)  # few of its marks are
        common: dict[int, list[_Mark]] = {}
        for mark in shared:
            for other in _beside(_FEW.get(mark[0]), holders[mark], at, (first, end)):
                common.setdefault(other, []).append(mark)
        worth = {other: _worth(marks) for other, marks in common.items()}
        best = sorted(worth, key=lambda other: (-worth[other], abs(other - at), other))[:_MOST]
        return tuple(Related(self._ids[other], tuple(_ties(common[other]))) for other in best)


def shelf_of(stand: Stand, alone: str) -> str:
    """Returns among which an article is looked for: all with a month, those of its year, those of its page. alone: the
    page, or the article itself where it has none."""
    if stand.month is not None:
        return "dated"
    return stand.key if stand.key != UNDATED else f"page {alone}"


def day_of(stand: Stand) -> int:
    """Returns the number of an article's day among those of its shelf."""
    return date.fromisoformat(stand.first).toordinal() if stand.month is not None else 0


def _marks(article: Article) -> Iterable[_Mark]:
    """Yields what an article may share with others. A province is no place: half a paper's pieces are of its home."""
    if article.column:
        yield f"c{article.newspaper} {letters(article.column)}"
    for path in article.regions:
        if "/" in path:
            yield f"p{path}"
    for tag in article.tags:
        yield f"s{tag}"
    if article.title_basis != "supplied":
        for head in (letters(article.title), letters(article.kicker)):
            for at in range(len(head) - _WORD + 1):
                yield f"e{head[at : at + _WORD]}"


def _worth(marks: Sequence[_Mark]) -> int:
    """Returns how much ties two pieces: each kind counts once, each further subject adds one."""
    kinds = [mark[0] for mark in marks]
    return sum(map(_WORTH.__getitem__, set(kinds))) + max(kinds.count("s") - 1, 0)


def _ties(marks: Sequence[_Mark]) -> Iterable[Tie]:
    for letter in _WORTH:
        shared = tuple(mark[1:] for mark in marks if mark[0] == letter)
        if shared:
            yield Tie(_KINDS[letter], shared if letter in "ps" else ())


def _beside(few: int | None, held: Sequence[int], at: int, window: tuple[int, int]) -> Iterable[int]:
    """Returns who shares a mark with the piece at `at`: the nearest, none where more than a few share what should be
    rare."""
    start, end = bisect_left(held, window[0]), bisect_left(held, window[1])
    if few is not None and end - start > few:
        return ()
    middle = bisect_left(held, at)
    return (*held[max(start, middle - _NEAR) : middle], *held[middle + 1 : min(end, middle + 1 + _NEAR)])
