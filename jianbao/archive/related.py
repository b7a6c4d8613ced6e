"""Which pieces belong together: of one event, one column, one place, one rare subject.

Takes the articles in reading order and where they stand in time, gives for each a few others. Looked at are only
pieces of the same month, of the same year where no month is known, of the same page where nothing is: so a new day can
touch pages of its own month and of no other. What many of these pieces share says little: a word or subject that more
than a few have does not count, and of a long column or a place with much news only the nearest pieces are looked at.
Equal ones stand in reading order, the nearest first; nothing depends on the size of the archive."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jianbao.archive.stand import UNDATED, Stand
from jianbao.chinese.text import letters
from jianbao.model import Article

EVENT, COLUMN, PLACE, SUBJECT = "event", "column", "place", "subject"
_MOST = 6  # pieces named
_FEW = {SUBJECT: 4, EVENT: 8}  # pieces of a month that share what is rare
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
    found: dict[str, tuple[Related, ...]] = {article.id: () for article in reading}
    for window in _windows(reading, stands).values():
        if len(window) > 1:
            found |= _within(window)
    return found


def _windows(reading: Sequence[Article], stands: Mapping[str, Stand]) -> dict[str, list[Article]]:
    windows: dict[str, list[Article]] = {}
    for article in reading:
        key = stands[article.id].key[:7]
        windows.setdefault(f"page {article.source.page or article.id}" if key == UNDATED else key, []).append(article)
    return windows


def _within(window: Sequence[Article]) -> dict[str, tuple[Related, ...]]:
    marks = [frozenset(_marks(article)) for article in window]
    holders: dict[_Mark, list[int]] = {}
    for at, own in enumerate(marks):
        for mark in own:
            holders.setdefault(mark, []).append(at)
    shared = {mark: held for mark, held in holders.items() if len(held) > 1}
    return {window[at].id: _kin(window, at, own & shared.keys(), shared) for at, own in enumerate(marks)}


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
    window: Sequence[Article], at: int, own: Iterable[_Mark], shared: Mapping[_Mark, Sequence[int]]
) -> tuple[Related, ...]:
    common: dict[int, list[_Mark]] = {}
    for mark in sorted(own):
        for other in _beside(mark[0], shared[mark], at):
            common.setdefault(other, []).append(mark)
    worth = {other: _worth(marks) for other, marks in common.items()}
    best = sorted(worth, key=lambda other: (-worth[other], abs(other - at), other))[:_MOST]
    return tuple(Related(window[other].id, tuple(_ties(common[other]))) for other in best)


def _worth(marks: Sequence[_Mark]) -> int:
    """Returns how much ties two pieces: each kind counts once, each further subject adds one."""
    kinds = [kind for kind, _ in marks]
    return sum(_WORTH[kind] for kind in set(kinds)) + max(kinds.count(SUBJECT) - 1, 0)


def _ties(marks: Sequence[_Mark]) -> Iterable[Tie]:
    for kind in _WORTH:
        shared = tuple(what for held, what in marks if held == kind)
        if shared:
            yield Tie(kind, shared if kind in (PLACE, SUBJECT) else ())


def _beside(kind: str, held: Sequence[int], at: int) -> Iterable[int]:
    """Returns who shares it with the piece at `at`: the nearest, none where too many share what should be rare."""
    if len(held) > _FEW.get(kind, len(held)):
        return ()
    middle = bisect_left(held, at)
    return (*held[max(0, middle - _NEAR) : middle], *held[middle + 1 : middle + 1 + _NEAR])
