"""How well the words at the end of one text go on in another: a back-off model of word pairs at the seam.

`data/word_pairs.tsv` (from open-gram and a newspaper, see data/SOURCES.md) has a word a line, with its cost, what it
costs to be followed by a word it does not name, and the words that follow it more often than chance, each with its
cost; costs are -10 ln p. The cheapest way to cut a text into words is found by dynamic programming; a seam is good by
as much as both halves cost less together than apart."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_LONGEST = 6  # characters of a word in the table
_REACH = 7  # characters on each side of a seam that are looked at; more changes nothing
_UNKNOWN = 207  # a character that is in no table: one in a thousand million
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")


class _Word(NamedTuple):
    cost: int
    off: int
    rest: str


@cache
def _table() -> dict[str, _Word]:
    table = {}
    for line in (files("jianbao") / "data" / "word_pairs.tsv").read_text("utf-8").splitlines():
        word, cost, off, *rest = line.split("\t")
        table[word] = _Word(int(cost), int(off), rest[0] if rest else "")
    return table


@lru_cache(maxsize=4096)
def _followers(word: str) -> dict[str, int]:
    known, found = _table().get(word), {}
    for pair in known.rest.split() if known else ():
        follower = pair.rstrip("0123456789")
        found[follower] = int(pair[len(follower) :])
    return found


def _cost(word: str, before: str) -> int:
    """Returns what a word costs behind another, '' for the beginning of a text."""
    follows = _followers(before).get(word)
    if follows is not None:
        return follows
    table = _table()
    return _off(before) + (table[word].cost if word in table else _UNKNOWN)


def _off(word: str) -> int:
    """Returns what it costs a word to be followed by one that the table does not name behind it."""
    known = _table().get(word)
    return known.off if known else 0


class _Tail(NamedTuple):
    """The end of a text. cost: of the whole; open_cost: with what it costs to be followed by a word that the table does
    not name behind the last; lasts: each word that may be the last, with the cost up to its end; places: what it costs
    to come to each place, by the word before."""

    text: str
    cost: int
    open_cost: int
    lasts: tuple[tuple[int, dict[str, int]], ...]
    places: list[dict[str, int]]


class _Head(NamedTuple):
    """The beginning of a text. cost: of the whole; nexts: each word that may be the first, with the cost behind it;
    places: what it costs to go on from each place, by the next word, that word not counted."""

    text: str
    cost: int
    nexts: tuple[tuple[str, int], ...]
    places: list[dict[str, int]]


@lru_cache(maxsize=2048)
def _tail(text: str) -> _Tail:
    text, table = text.translate(_WIDE), _table()
    best: list[dict[str, int]] = [{"": 0}, *({} for _ in text)]
    for start in range(len(text)):
        lasts = [(cost, cost + _off(last), _followers(last)) for last, cost in best[start].items()]
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            word = text[start:end]
            known = table.get(word)
            if lasts and (known or start + 1 == end):
                alone = known.cost if known else _UNKNOWN
                ways = [came + named[word] if word in named else backed + alone for came, backed, named in lasts]
                best[end][word] = min(ways)
    ends = [(cost, cost + _off(word), _followers(word)) for word, cost in best[-1].items()]
    least, backed = min(cost for cost, _, _ in ends), min(backed for _, backed, _ in ends)
    return _Tail(text, least, backed, tuple((cost, followers) for cost, _, followers in ends), best)


@lru_cache(maxsize=2048)
def _head(text: str) -> _Head:
    text, table = text.translate(_WIDE), _table()
    best: list[dict[str, int]] = [{} for _ in text] + [{"": 0}]
    for start in range(len(text) - 1, -1, -1):
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            word = text[start:end]
            if word in table or start + 1 == end:
                best[start][word] = _from(word, best[end])
    nexts = tuple(best[0].items())
    return _Head(text, min(cost + _cost(word, "") for word, cost in nexts), nexts, best)


def _from(word: str, behind: dict[str, int]) -> int:
    """Returns what it costs at least to go on behind a word. behind: by the next word, that one not counted."""
    if "" in behind:
        return 0
    off, named, table = _off(word), _followers(word), _table()
    ways = [
        cost + (named[after] if after in named else off + (table[after].cost if after in table else _UNKNOWN))
        for after, cost in behind.items()
    ]
    return min(ways)


def cost(word: str) -> int | None:
    """Returns what a word of the table costs: -10 ln p, 140 for 李伟; None for one that it lacks."""
    known = _table().get(word)
    return known.cost if known else None


@cache
def _knit() -> frozenset[str]:
    """Returns the pairs of characters that stand next to each other in a word."""
    return frozenset(word[at : at + 2] for word in _table() for at in range(len(word) - 1))


class Heads:
    """The beginnings of texts, by the words that they may begin with: many are held against one end at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._heads = [_head(text.lstrip()[:_REACH]) for text in texts]
        self._nexts: dict[str, list[tuple[int, int]]] = {}  # with the cost behind the word
        self._firsts: dict[str, list[int]] = {}
        for at, head in enumerate(self._heads):
            for word, goes in head.nexts:
                self._nexts.setdefault(word, []).append((at, goes))
            self._firsts.setdefault(head.text[:1], []).append(at)

    def bonds(self, before: str) -> list[float]:
        """Returns for each beginning how well it goes on from the end of a text, see `bond`."""
        tail = _tail(before.rstrip()[-_REACH:])
        if not tail.text:
            return [0.0] * len(self._heads)
        best = [tail.open_cost + head.cost for head in self._heads]
        nexts = self._nexts
        over = ((came + named[word], word) for came, named in tail.lasts for word in named.keys() & nexts.keys())
        for came, word in over:
            for at, goes in nexts[word]:
                if came + goes < best[at]:
                    best[at] = came + goes
        for first, places in self._firsts.items():
            if tail.text[-1] + first in _knit():
                for at in places:
                    best[at] = min(best[at], *_running_over(tail, self._heads[at]))
        return [
            (tail.cost + head.cost - least) / 10 if head.text else 0.0
            for head, least in zip(self._heads, best, strict=True)
        ]


def bond(before: str, after: str) -> float:
    """Returns how much likelier two texts are as one than apart, as a natural logarithm: above 3 a word or a common
    pair of words runs over the seam, about 0 when nothing is known.

    >>> bond('学历教育,组', '织职业技能培训') > 8, bond('福建', '近日,记者') < 0
    (True, True)
    """
    return Heads([after]).bonds(before)[0]


@lru_cache(maxsize=2048)
def last_word(text: str) -> str:
    """Returns the word that a text ends with, '' for none.

    >>> last_word('征求他们的'), last_word('组织职工')
    ('的', '职工')
    """
    lasts = _tail(text.rstrip()[-_REACH:]).places[-1]
    return min(lasts, key=lambda word: lasts[word])


@lru_cache(maxsize=2048)
def first_word(text: str) -> str:
    """Returns the word that a text begins with, '' for none."""
    nexts = _head(text.lstrip()[:_REACH]).nexts
    return min(nexts, key=lambda next: next[1] + _cost(next[0], ""))[0]


def _running_over(tail: _Tail, head: _Head) -> list[int]:
    """Returns what each word that runs over the seam makes the whole cost."""
    costs = [10**9]
    size, table = len(tail.text), _table()
    for back in range(1, min(_LONGEST, size + 1)):
        for on in range(1, min(_LONGEST - back, len(head.text)) + 1):
            word = tail.text[-back:] + head.text[:on]
            if word in table and tail.places[size - back]:
                came = min(cost + _cost(word, last) for last, cost in tail.places[size - back].items())
                costs.append(came + _from(word, head.places[on]))
    return costs
