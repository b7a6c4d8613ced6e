"""How well the words at the end of one text go on in another: a back-off model of word pairs at the seam.

`data/word_pairs.tsv` (from open-gram, see data/SOURCES.md) has a word a line, with its cost, what it costs to be
followed by a word it does not name, and the words that follow it more often than chance, each with its cost; costs are
-10 ln p. The cheapest way to cut a text into words is found by dynamic programming; a seam is good by as much as both
halves cost less together than apart."""

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
    known = _table().get(word)
    off = _table()[before].off if before in _table() else 0
    return off + (known.cost if known else _UNKNOWN)


def _is_word(text: str) -> bool:
    return len(text) == 1 or text in _table()


@lru_cache(maxsize=2048)
def _ends(text: str) -> list[dict[str, int]]:
    """Returns, for each place in a text, what it costs to come there, by the last word."""
    best: list[dict[str, int]] = [{"": 0}, *({} for _ in text)]
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            word = text[start:end]
            if _is_word(word) and best[start]:
                best[end][word] = min(cost + _cost(word, last) for last, cost in best[start].items())
    return best


@lru_cache(maxsize=2048)
def _begins(text: str) -> list[dict[str, int]]:
    """Returns, for each place in a text, what it costs to go on to its end, by the next word; that word not counted."""
    best: list[dict[str, int]] = [{} for _ in text] + [{"": 0}]
    for start in range(len(text) - 1, -1, -1):
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            word = text[start:end]
            if _is_word(word):
                best[start][word] = min(
                    cost + (_cost(after, word) if after else 0) for after, cost in best[end].items()
                )
    return best


def bond(before: str, after: str) -> float:
    """Returns how much likelier two texts are as one than apart, as a natural logarithm: above 3 a word or a common
    pair of words runs over the seam, about 0 when nothing is known.

    >>> bond('学历教育,组', '织职业技能培训') > 8, bond('福建', '近日,记者') < 0
    (True, True)
    """
    tail = before.rstrip()[-_REACH:].translate(_WIDE)
    head = after.lstrip()[:_REACH].translate(_WIDE)
    if not tail or not head:
        return 0.0
    ends, begins = _ends(tail), _begins(head)
    apart = min(ends[-1].values()) + min(cost + _cost(word, "") for word, cost in begins[0].items())
    side_by_side = min(
        came + _cost(word, last) + goes for last, came in ends[-1].items() for word, goes in begins[0].items()
    )
    return (apart - min([side_by_side, *_running_over(tail, head)])) / 10


def _running_over(tail: str, head: str) -> list[int]:
    """Returns what each word that runs over the seam makes the whole cost."""
    ends, begins, table = _ends(tail), _begins(head), _table()
    costs = []
    for back in range(1, min(_LONGEST, len(tail) + 1)):
        for on in range(1, min(_LONGEST - back, len(head)) + 1):
            word = tail[-back:] + head[:on]
            if word in table and ends[len(tail) - back]:
                came = min(cost + _cost(word, last) for last, cost in ends[len(tail) - back].items())
                costs.append(
                    came + min(cost + (_cost(next_, word) if next_ else 0) for next_, cost in begins[on].items())
                )
    return costs
