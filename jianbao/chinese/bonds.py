"""How well the words at the end of one text go on in another: a back-off model of word pairs at the seam.

`data/word_pairs.tsv` (from open-gram and a newspaper, see data/SOURCES.md) has a word a line, with its cost, what it
costs to be followed by a word it does not name, and the words that follow it more often than chance, each with its
cost; costs are -10 ln p. The cheapest way to cut a text into words is found by dynamic programming; a seam is good by
as much as both halves cost less together than apart."""

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
    found = _table().get(word)
    pairs = found.rest.split() if found else []
    return {pair.rstrip("0123456789"): int(pair[len(pair.rstrip("0123456789")) :]) for pair in pairs}


def _cost(word: str, before: str) -> int:
    """Returns what a word costs behind another, '' for the beginning of a text."""
    if before:
        follows = _followers(before).get(word)
        if follows is not None:
            return follows
    table = _table()
    alone = table[word].cost if word in table else _UNKNOWN
    return alone + table[before].off if before in table else alone


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
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            word = text[start:end]
            if best[start] and (word in table or start + 1 == end):
                best[end][word] = min(cost + _cost(word, last) for last, cost in best[start].items())
    last = best[-1]
    backed = min(cost + (table[word].off if word in table else 0) for word, cost in last.items())
    lasts = tuple((cost, _followers(word)) for word, cost in last.items())
    return _Tail(text, min(last.values()), backed, lasts, best)


@lru_cache(maxsize=2048)
def _head(text: str) -> _Head:
    text, table = text.translate(_WIDE), _table()
    best: list[dict[str, int]] = [{} for _ in text] + [{"": 0}]
    for start in range(len(text) - 1, -1, -1):
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            word = text[start:end]
            if word in table or start + 1 == end:
                behind = best[end].items()
                best[start][word] = min(cost + (_cost(after, word) if after else 0) for after, cost in behind)
    nexts = tuple(best[0].items())
    return _Head(text, min(cost + _cost(word, "") for word, cost in nexts), nexts, best)


def cost(word: str) -> int | None:
    """Returns what a word of the table costs: -10 ln p, 140 for 李伟; None for one that it lacks."""
    known = _table().get(word)
    return known.cost if known else None


@cache
def _knit() -> frozenset[str]:
    """Returns the pairs of characters that stand next to each other in a word."""
    return frozenset(word[at : at + 2] for word in _table() for at in range(len(word) - 1))


def bond(before: str, after: str) -> float:
    """Returns how much likelier two texts are as one than apart, as a natural logarithm: above 3 a word or a common
    pair of words runs over the seam, about 0 when nothing is known.

    >>> bond('学历教育,组', '织职业技能培训') > 8, bond('福建', '近日,记者') < 0
    (True, True)
    """
    tail, head = _tail(before.rstrip()[-_REACH:]), _head(after.lstrip()[:_REACH])
    if not tail.text or not head.text:
        return 0.0
    best = tail.open_cost + head.cost
    for came, followers in tail.lasts:
        for word, goes in head.nexts:
            follows = followers.get(word)
            if follows is not None and came + follows + goes < best:
                best = came + follows + goes
    if tail.text[-1] + head.text[0] in _knit():
        best = min(best, *_running_over(tail, head))
    return (tail.cost + head.cost - best) / 10


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
                behind = head.places[on].items()
                costs.append(came + min(cost + (_cost(after, word) if after else 0) for after, cost in behind))
    return costs
