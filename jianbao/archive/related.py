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
from functools import cached_property
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter

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


class Kin:
    """Finds the pieces that belong to an article. It does so when the article's page is made: until then a mark says
    all that could be found, and a build that makes no page looks for nothing. reading: in reading order."""

    def __init__(self, reading: Sequence[Article], stands: Mapping[str, Stand]) -> None:
        self._stands = stands
        shelves: dict[str, list[Article]] = {}
        for article in reading:
            shelves.setdefault(_shelf(article, stands[article.id]), []).append(article)
        self._shelves = {key: _Shelf(articles, stands) for key, articles in shelves.items()}
        self._block: tuple[_Shelf, int, _Block] | None = None  # the one asked last: those that follow ask the same

    def mark(self, article: Article) -> str:
        """Returns the mark of everything that an article's kin are found from and shown by."""
        stand = self._stands[article.id]
        return self._shelves[_shelf(article, stand)].mark(_day(stand))

    def block(self, article: Article) -> str:
        """Returns the name of the days whose articles find their kin among the same others."""
        stand = self._stands[article.id]
        return f"{_shelf(article, stand)} {_day(stand) // _DAYS}"

    def of(self, article: Article) -> tuple[Related, ...]:
        """Returns the pieces that belong to an article, the nearest kin first."""
        stand = self._stands[article.id]
        shelf, day = self._shelves[_shelf(article, stand)], _day(stand)
        number = day // _DAYS
        held = self._block
        if held is None or held[0] is not shelf or held[1] != number:
            before = held[2].marks if held is not None and held[0] is shelf else {}
            held = self._block = shelf, number, shelf.block(number, before)
        return held[2].kin(article, day)


class _Shelf:
    """Articles among which kin are looked for, in order of their days, and the day of each."""

    def __init__(self, articles: Sequence[Article], stands: Mapping[str, Stand]) -> None:
        days = [_day(stands[article.id]) for article in articles]
        order = sorted(range(len(articles)), key=days.__getitem__)
        self.articles = [articles[at] for at in order]
        self.days = [days[at] for at in order]

    def mark(self, day: int) -> str:
        return self._marks[day]

    @cached_property
    def _marks(self) -> dict[int, str]:
        """By day the mark of that day and the 31 before it."""
        own: dict[int, bytes] = {}
        for day, articles in groupby(zip(self.days, self.articles, strict=True), key=itemgetter(0)):
            said = "\0".join(_told(article) for _, article in articles)
            own[day] = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).digest()
        days = list(own)
        return {
            day: blake2b(
                b"".join(own[one] for one in days[bisect_left(days, day - _DAYS) : at + 1]), digest_size=12
            ).hexdigest()
            for at, day in enumerate(days)
        }

    def block(self, number: int, known: "Mapping[str, frozenset[_Mark]]") -> "_Block":
        """Returns the articles of _DAYS days and those before them that belong to these. known: marks of some."""
        first = bisect_left(self.days, (number - 1) * _DAYS)
        end = bisect_left(self.days, (number + 1) * _DAYS)
        return _Block(self.articles[first:end], self.days[first:end], known)


class _Block:
    """Some articles in order of their days, what each has, and who has what."""

    def __init__(
        self, articles: Sequence[Article], days: Sequence[int], known: "Mapping[str, frozenset[_Mark]]"
    ) -> None:
        self._articles, self._days = articles, days
        self._at = {article.id: at for at, article in enumerate(articles)}
        self.marks = {one.id: known.get(one.id) or frozenset(_marks(one)) for one in articles}
        self._holders: dict[_Mark, list[int]] = {}
        for at, marks in enumerate(self.marks.values()):
            for mark in marks:
                self._holders.setdefault(mark, []).append(at)

    def kin(self, article: Article, day: int) -> tuple[Related, ...]:
        """Returns the kin of one of them."""
        at = self._at[article.id]
        first, end = bisect_left(self._days, day - _DAYS), bisect_left(self._days, day + 1)
        holders = self._holders
        shared = sorted(mark for mark in self.marks[article.id] if len(holders[mark]) > 1)  # few of its marks are
        common: dict[int, list[_Mark]] = {}
        for mark in shared:
            for other in _beside(mark[0], holders[mark], at, (first, end)):
                common.setdefault(other, []).append(mark)
        worth = {other: _worth(marks) for other, marks in common.items()}
        best = sorted(worth, key=lambda other: (-worth[other], abs(other - at), other))[:_MOST]
        return tuple(Related(self._articles[other].id, tuple(_ties(common[other]))) for other in best)


def _shelf(article: Article, stand: Stand) -> str:
    """Returns among which an article is looked for: all with a month, those of its year, those of its page."""
    if stand.month is not None:
        return "dated"
    return stand.key if stand.key != UNDATED else f"page {article.source.page or article.id}"


def _day(stand: Stand) -> int:
    return date.fromisoformat(stand.first).toordinal() if stand.month is not None else 0


def _told(article: Article) -> str:
    """All of an article that may tie it to others, and by which a list of kin shows it."""
    return "\1".join(
        (
            article.id,
            article.title,
            article.title_basis,
            article.kicker,
            article.column,
            article.newspaper,
            article.date,
            *article.regions,
            "",
            *article.tags,
        )
    )


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


def _worth(marks: Sequence[_Mark]) -> int:
    """Returns how much ties two pieces: each kind counts once, each further subject adds one."""
    kinds = [kind for kind, _ in marks]
    return sum(_WORTH[kind] for kind in set(kinds)) + max(kinds.count(SUBJECT) - 1, 0)


def _ties(marks: Sequence[_Mark]) -> Iterable[Tie]:
    for kind in _WORTH:
        shared = tuple(what for held, what in marks if held == kind)
        if shared:
            yield Tie(kind, shared if kind in (PLACE, SUBJECT) else ())


def _beside(kind: str, held: Sequence[int], at: int, window: tuple[int, int]) -> Iterable[int]:
    """Returns who shares it with the piece at `at`: the nearest, none where too many share what should be rare."""
    start, end = bisect_left(held, window[0]), bisect_left(held, window[1])
    if end - start > _FEW.get(kind, end - start):
        return ()
    middle = bisect_left(held, at)
    return (*held[max(start, middle - _NEAR) : middle], *held[middle + 1 : min(end, middle + 1 + _NEAR)])
