"""How well the words at the end of one text go on in another: a back-off model of word pairs at the seam.

`data/word_pairs.tsv` (from open-gram and a newspaper, see data/SOURCES.md) has a word a line, with its cost, what it
costs to be followed by a word it does not name, and the words that follow it more often than chance, each with its
cost; costs are -10 ln p. The cheapest way to cut a text into words is found by dynamic programming; a seam is good by
as much as both halves cost less together than apart."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from sys import intern
from typing import NamedTuple

_LONGEST = 6  # characters of a word in the table
_REACH = 7  # characters on each side of a seam that are looked at; more changes nothing
_UNKNOWN = 207  # a character that is in no table: one in a thousand million
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_Followers = dict[str, int]
_On = list[tuple[str, int, int]]  # words that may come next, each with what it costs to go on behind it, and with it


@cache
def _table() -> dict[str, str]:
    """Returns what is told of each word, not read yet."""
    lines = (files("jianbao") / "data" / "word_pairs.tsv").read_text("utf-8").splitlines()
    return {intern(word): told for word, _, told in (line.partition("\t") for line in lines)}


class _Words(dict[str, tuple[int, int, _Followers]]):
    """What each word costs alone, what it costs to be followed by a word that is not named behind it, and those that
    are; read when it is first asked for. All are known by what is in the table, and characters that are not."""

    def __missing__(self, word: str) -> tuple[int, int, _Followers]:
        cost, off, rest = (_table().get(word, f"{_UNKNOWN}\t0") + "\t").split("\t")[:3]
        found: _Followers = {}
        for pair in rest.split():
            follower = pair.rstrip("0123456789")
            found[intern(follower)] = int(pair[len(follower) :])
        self[word] = known = int(cost), int(off), found
        return known


_WORDS = _Words()


class _Tail(NamedTuple):
    """The end of a text. cost: of the whole; open_cost: with what it costs to be followed by a word that the table does
    not name behind the last; lasts: each word that may be the last, with the cost up to its end; places: what it costs
    to come to each place, by the word before."""

    text: str
    cost: int
    open_cost: int
    lasts: tuple[tuple[int, _Followers], ...]
    places: list[dict[str, int]]


class _Head(NamedTuple):
    """The beginning of a text. cost: of the whole; places: how it may go on from each place; behind the last it ends,
    and costs nothing more; starts: its first character, its first two …, as far as a word may run over into it."""

    text: str
    cost: int
    places: list[_On]
    starts: list[str]


@lru_cache(maxsize=512)
def _tail(text: str) -> _Tail:
    text, table = text.translate(_WIDE), _table()
    best: list[dict[str, int]] = [{"": 0}, *({} for _ in text)]
    for start in range(len(text)):
        lasts = [(cost, cost + off, named) for cost, (_, off, named) in _known(best[start])]
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            word = text[start:end]
            if lasts and (word in table or start + 1 == end):
                alone = _WORDS[word][0]
                ways = [came + named[word] if word in named else backed + alone for came, backed, named in lasts]
                best[end][word] = min(ways)
    ends = [(cost, cost + off, named) for cost, (_, off, named) in _known(best[-1])]
    least, backed = min(cost for cost, _, _ in ends), min(backed for _, backed, _ in ends)
    return _Tail(text, least, backed, tuple((cost, named) for cost, _, named in ends), best)


def _known(costs: dict[str, int]) -> list[tuple[int, tuple[int, int, _Followers]]]:
    return [(cost, _WORDS[word]) for word, cost in costs.items()]


@lru_cache(maxsize=512)
def _head(text: str) -> _Head:
    text, table = text.translate(_WIDE), _table()
    places: list[_On] = [[] for _ in range(len(text) + 1)]
    for start in range(len(text) - 1, -1, -1):
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            word = text[start:end]
            if word in table or start + 1 == end:
                alone, off, named = _WORDS[word]
                goes = _from(off, named, places[end])
                places[start].append((word, goes, goes + alone))
    starts = [text[:on] for on in range(1, min(_LONGEST - 1, len(text)) + 1)]
    return _Head(text, min((alone for *_, alone in places[0]), default=0), places, starts)


def _from(off: int, named: _Followers, on: _On) -> int:
    """Returns what it costs at least to go on behind a word that it costs `off` to be followed by what is not named."""
    return min([goes + named[after] if after in named else off + alone for after, goes, alone in on], default=0)


def cost(word: str) -> int | None:
    """Returns what a word of the table costs: -10 ln p, 140 for 李伟; None for one that it lacks."""
    return _WORDS[word][0] if word in _table() else None


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
            for word, goes, _ in head.places[0]:
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
        last, knit = tail.text[-1], _knit()
        for first, places in self._firsts.items():
            if last + first in knit:
                for at in places:
                    best[at] = min(best[at], *_running_over(tail, self._heads[at]))
        return [
            (tail.cost + head.cost - least) / 10 if head.text else 0.0
            for head, least in zip(self._heads, best, strict=True)
        ]


@lru_cache(maxsize=512)  # a page asks again of the same lines
def bond(before: str, after: str) -> float:
    """Returns how much likelier two texts are as one than apart, as a natural logarithm: above 3 a word or a common
    pair of words runs over the seam, about 0 when nothing is known.

    >>> bond('学历教育,组', '织职业技能培训') > 8, bond('福建', '近日,记者') < 0
    (True, True)
    """
    tail, head = _tail(before.rstrip()[-_REACH:]), _head(after.lstrip()[:_REACH])
    if not (tail.text and head.text):
        return 0.0
    ways = [tail.open_cost + head.cost]
    for came, named in tail.lasts:
        ways += [came + named[word] + goes for word, goes, _ in head.places[0] if word in named]
    if tail.text[-1] + head.text[0] in _knit():
        ways += _running_over(tail, head)
    return (tail.cost + head.cost - min(ways)) / 10


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
    return min(_head(text.lstrip()[:_REACH]).places[0], key=lambda next: next[2], default=("", 0, 0))[0]


def _running_over(tail: _Tail, head: _Head) -> list[int]:
    """Returns what each word that runs over the seam makes the whole cost."""
    costs = [10**9]
    size, table = len(tail.text), _table()
    for back in range(1, min(_LONGEST, size + 1)):
        end = tail.text[-back:]
        for on, start in enumerate(head.starts[: _LONGEST - back], 1):
            word = end + start
            if word in table and tail.places[size - back]:
                alone, off, named = _WORDS[word]
                behind = _known(tail.places[size - back])
                came = min(cost + follow.get(word, last + alone) for cost, (_, last, follow) in behind)
                costs.append(came + _from(off, named, head.places[on]))
    return costs
