"""Long lists, divided by stable keys: a year, a month, a day; what is still too long then by numbered parts.

Takes the articles of a term, gives which of them stand on which of its pages. Today's paper thus leaves the lists of
earlier years as they are, and no page grows with the archive."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.stand import UNDATED
from jianbao.archive.terms import Facet, Term
from jianbao.render import days

Slice = tuple[int, ...]
"""(): all of a term; (0,): what has no year; (2021,), (2021, 12), (2021, 12, 8)."""

LONG = 400  # a list with more rows than this is divided, by numbers what no key divides
REPEATED = 100  # rows of a list that stand on pages below it too; a longer one names these pages instead
PART = 200  # pieces of a numbered part of a day or an issue, which are set as on a page, with their first words
_ON_A_PAGE = 40
_PROVINCE, _CITY, _NONE = 0, 1, 9
_UNDATED = 9999  # stands behind all years


def divided(facet: Facet, term: Term) -> bool:
    """Returns whether a term has pages by year: a list too long for one page; a province and a city always, so that
    place and time can be crossed from the top. Whatever else is short stays in one list: a thousand pages of two pieces
    each help nobody and fill a stick."""
    return len(term.articles) > LONG or _rank(facet, term) in (_PROVINCE, _CITY)


def about(facet: Facet, term: Term) -> int:
    """Returns about how many pages a term has: of a divided one a page for some forty pieces, as a province has that is
    divided by month and a city that is divided by year."""
    return 1 + len(term.articles) // _ON_A_PAGE if divided(facet, term) else 1


def _rank(facet: Facet, term: Term) -> int:
    """How far from the top a region of the books stands; _NONE for any other term."""
    return len(facet.above(term)) if facet.name == "regions" and term.known else _NONE


def slices(archive: Archive, facet: Facet, term: Term) -> "Slices":
    """Returns the pieces of a term; of a divided one by year too, and by month where a year is too long, of a province
    always. A month too long for a page is divided by numbers: 30 pages of a day each would be mostly frame."""
    if not divided(facet, term):
        return Slices({(): term.articles})
    found = archive.by_month(term.articles)
    monthly = _rank(facet, term) == _PROVINCE
    kept = (key for key in found if len(key) == 1 or monthly or len(found[key[:1]]) > LONG)
    return Slices({(): term.articles, **{key: found[key] for key in sorted(kept, key=in_order)}})


class Slices:
    """The pieces of a term by slice, wider ones first: () all of them."""

    def __init__(self, held: Mapping[Slice, Sequence[str]]) -> None:
        self._held = held
        self._below: dict[Slice, list[Slice]] = {}
        for key in held:
            if key:
                self._below.setdefault(key[:-1], []).append(key)

    def __iter__(self) -> Iterator[Slice]:
        return iter(self._held)

    def __getitem__(self, key: Slice) -> Sequence[str]:
        return self._held[key]

    def below(self, key: Slice) -> Sequence[Slice]:
        """Returns the slices just under one."""
        return self._below.get(key, ())

    def shown(self, key: Slice) -> Sequence[str]:
        """Returns the pieces that stand on the page of a slice itself: all, or when they are many those that are on no
        page below it.

        >>> Slices({(2021,): ('a', 'b'), (2021, 12): ('b',)}).shown((2021,))
        ('a', 'b')
        """
        below = [self[other] for other in self.below(key)]
        if len(self[key]) <= REPEATED or not below:
            return self[key]
        if sum(map(len, below)) == len(self[key]):  # as nearly always: no piece stands in two of them
            return ()
        held = set(chain.from_iterable(below))
        return tuple(id for id in self[key] if id not in held)


def in_order(key: Slice) -> Slice:
    """Returns what slices are sorted by: years in order, what has none behind them."""
    return (key[0] or _UNDATED, *key[1:])


def numbered(ids: Sequence[str], most: int = PART) -> list[tuple[str, ...]]:
    """Returns a list in parts that fit on a page; one empty part of an empty list.

    >>> numbered([]), [len(part) for part in numbered(['a'] * 401)]
    ([()], [200, 200, 1])
    """
    return [tuple(ids[at : at + most]) for at in range(0, len(ids), most)] or [()]


def parts_of(address: str, count: int) -> tuple[str, ...]:
    """Returns the addresses of the parts of a list, none when there is one only."""
    return tuple(links.part(address, number) for number in range(1, count + 1)) if count > 1 else ()


def as_slice(key: str) -> Slice:
    """Returns the slice of a shelf.

    >>> as_slice('2021-12'), as_slice('undated')
    ((2021, 12), (0,))
    """
    return (0,) if key == UNDATED else tuple(int(part) for part in key.split("-"))


def slice_name(key: Slice) -> str:
    """Returns what a slice is called.

    >>> [str(slice_name(key)) for key in ((2021, 12), (2021, 12, 8), (0,))]
    ['2021年12月', '2021年12月8日', '日期不详']
    """
    return days.span(*key) if key[0] else days.UNKNOWN
