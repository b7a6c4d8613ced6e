"""Which pieces belong together: of one event, one column, one place, one rare subject.

Takes the articles in reading order and where they stand in time, gives for each a few others: of its day and of the 31
days before it, of its year where no month is known, of its page where nothing is. It never looks ahead: today's paper
changes no page of yesterday's, a day put in between only those of the month after it. What many pieces share says
little: a word or subject that more than a few of these have does not count, and of a long column or a place with much
news only the nearest are looked at. Of equal ones the nearest comes first."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jianbao.archive.stand import UNDATED, Stand
from jianbao.chinese.text import letters
from jianbao.model import Article

EVENT, COLUMN, PLACE, SUBJECT = "event", "column", "place", "subject"
_MOST = 6  # pieces named
_DAYS = 31
_FEW = {SUBJECT: 4, EVENT: 8}  # pieces of these days that share what is rare
_NEAR = 4  # pieces looked at on either side in a long column or at a place with much news
_WORD = 4  # characters of a headline that, shared by a few, tell of one event
_WORTH = {EVENT: 4, COLUMN: 3, PLACE: 2, SUBJECT: 2}

_Mark = tuple[str, str]  # a kind of tie and what is shared


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


def related(reading: Sequence[Article], stands: Mapping[str, Stand]) -> dict[str, tuple[Related, ...]]:
    """Returns the pieces that belong to each article, the nearest kin first. reading: in reading order."""
    shelves: dict[str, list[Article]] = {}
    for article in reading:
        shelves.setdefault(_shelf(article, stands[article.id]), []).append(article)
    found: dict[str, tuple[Related, ...]] = {}
    for articles in shelves.values():
        days = [_day(stands[article.id]) for article in articles]
        order = sorted(range(len(articles)), key=lambda at: days[at])
        found |= _within([articles[at] for at in order], [days[at] for at in order])
    return found


def _shelf(article: Article, stand: Stand) -> str:
    """Returns among which an article is looked for: all with a month, those of its year, those of its page."""
    if stand.month is not None:
        return "dated"
    return stand.key if stand.key != UNDATED else f"page {article.source.page or article.id}"


def _day(stand: Stand) -> int:
    return date.fromisoformat(stand.first).toordinal() if stand.month is not None else 0


def _within(articles: Sequence[Article], days: Sequence[int]) -> dict[str, tuple[Related, ...]]:
    """Returns the kin of articles in order of their days."""
    found: dict[str, tuple[Related, ...]] = {}
    holders: dict[_Mark, list[int]] = {}
    for day, ats in groupby(range(len(articles)), key=days.__getitem__):
        own = {at: set(_marks(articles[at])) for at in ats}
        for at, marks in own.items():
            for mark in marks:
                holders.setdefault(mark, []).append(at)
        first = bisect_left(days, day - _DAYS)
        for at, marks in own.items():
            shared = sorted(mark for mark in marks if len(holders[mark]) > 1)  # few of its marks are
            found[articles[at].id] = _kin(articles, at, [(mark, holders[mark]) for mark in shared], first)
    return found


def _marks(article: Article) -> Iterable[_Mark]:
    """Yields what an article may share with others. A province is no place: half a paper's pieces are of its home."""
    if article.column:
        yield COLUMN, f"{article.newspaper} {letters(article.column)}"
    for path in article.regions:
        if "/" in path:
            yield PLACE, path
    for tag in article.tags:
        yield SUBJECT, tag
    if article.title_basis != "supplied":
        for head in (letters(article.title), letters(article.kicker)):
            for at in range(len(head) - _WORD + 1):
                yield EVENT, head[at : at + _WORD]


def _kin(
    articles: Sequence[Article], at: int, held: Iterable[tuple[_Mark, Sequence[int]]], first: int
) -> tuple[Related, ...]:
    """Returns the kin of the article at `at`. held: its marks with all that have them; first: the earliest to count."""
    common: dict[int, list[_Mark]] = {}
    for mark, holders in held:
        for other in _beside(mark[0], holders, at, first):
            common.setdefault(other, []).append(mark)
    worth = {other: _worth(marks) for other, marks in common.items()}
    best = sorted(worth, key=lambda other: (-worth[other], abs(other - at), other))[:_MOST]
    return tuple(Related(articles[other].id, tuple(_ties(common[other]))) for other in best)


def _worth(marks: Sequence[_Mark]) -> int:
    """Returns how much ties two pieces: each kind counts once, each further subject adds one."""
    kinds = [kind for kind, _ in marks]
    return sum(_WORTH[kind] for kind in set(kinds)) + max(kinds.count(SUBJECT) - 1, 0)


def _ties(marks: Sequence[_Mark]) -> Iterable[Tie]:
    for kind in _WORTH:
        shared = tuple(what for held, what in marks if held == kind)
        if shared:
            yield Tie(kind, shared if kind in (PLACE, SUBJECT) else ())


def _beside(kind: str, held: Sequence[int], at: int, first: int) -> Iterable[int]:
    """Returns who shares it with the piece at `at`: the nearest, none where too many share what should be rare."""
    start = bisect_left(held, first)
    if len(held) - start > _FEW.get(kind, len(held)):
        return ()
    middle = bisect_left(held, at)
    return (*held[max(start, middle - _NEAR) : middle], *held[middle + 1 : middle + 1 + _NEAR])
