"""Which class of word goes on with a text: nouns, verbs and so on at a seam, where no pair of words is known.

`data/word_classes.tsv` has the classes of common words with their shares in tenths, `data/class_pairs.tsv` how much
likelier than chance one class stands behind another, as 10 ln, `^` being the beginning of a paragraph (see
data/SOURCES.md)."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log

from jianbao.chinese import bonds

FIRST = "^"  # what stands before the first word of a paragraph
_MOST = 3.0  # what classes tell at most
_SHARE = re.compile(r"(\D+?)(-?\d+)$")
_DATED = re.compile("[0-9０-９]{1,4}[年月日]")
_DAY = "近日"  # what a date is like
_FIGURES = re.compile("[0-9０-９.．%％]+")
_FIGURE: dict[str, float] = {"m": 1.0}
_UNKNOWN: dict[str, float] = {"n": 0.6, "v": 0.2, "nr": 0.2}  # mostly names and rare nouns

Classes = dict[str, float]
Shares = tuple[tuple[str, float], ...]  # of a word, by class; () for no word


def follows(before: str, after: str) -> float:
    """Returns how much likelier than chance the first word of a text stands behind the last of another, by their
    classes: a natural logarithm.

    >>> follows('征求他们的', '意见和要求') > 0, follows('征求他们的', '的意见') < 0
    (True, True)
    """
    return fit(bonds.last_word(before), first(after))


def begins(text: str) -> float:
    """Returns how much likelier than chance the first word of a text begins a paragraph, by its class.

    >>> begins('近日,记者') > 0, begins('5月26日,记者') > 0, begins('的意见') < 0
    (True, True, True)
    """
    return fit(FIRST, first(text))


@lru_cache(maxsize=2048)
def first(text: str) -> Shares:
    """Returns the classes of the first word of a text."""
    word = _DAY if _DATED.match(text) else bonds.first_word(text)
    return tuple(_classes(word).items()) if word else ()


def fit(before: str, after: Shares) -> float:
    """Returns how much likelier than chance a word of some classes stands behind another word."""
    return fits(before, (after,))[0]


def fits(before: str, afters: Iterable[Shares]) -> list[float]:
    """Returns the same for many words that may stand behind one."""
    if not before:
        return [0.0 for _ in afters]
    behind, chance = _behind(before)
    found = []
    for after in afters:
        told = 0.0
        for one, share in after:
            told += share * behind.get(one, chance)
        found.append(max(-_MOST, min(_MOST, log(told))) if after else 0.0)
    return found


@lru_cache(maxsize=2048)
def _behind(before: str) -> tuple[Classes, float]:
    """How much likelier than chance each class stands behind a word, and what holds for those not named."""
    named: Classes = {}
    shares = _classes(before)
    pairs = {one: _pairs().get(one, {}) for one in shares}
    for two in {two for held in pairs.values() for two in held}:
        named[two] = sum(share * exp(pairs[one].get(two, 0) / 10) for one, share in shares.items())
    return named, sum(shares.values())


def _classes(word: str) -> Classes:
    if word == FIRST or word in _pairs():  # a mark is a class of its own
        return {word: 1.0}
    return _table().get(word) or (_FIGURE if _FIGURES.fullmatch(word) else _UNKNOWN)


@cache
def _table() -> dict[str, Classes]:
    rows = (line.split("\t") for line in _read("word_classes.tsv"))
    return {word: {one: share / 10 for one, share in _numbered(told)} for word, told in rows}


@cache
def _pairs() -> dict[str, dict[str, int]]:
    rows = (line.split("\t") for line in _read("class_pairs.tsv"))
    return {one: dict(_numbered(told)) for one, told in rows}


def _read(name: str) -> list[str]:
    return (files("jianbao") / "data" / name).read_text("utf-8").splitlines()


def _numbered(told: str) -> list[tuple[str, int]]:
    parts = (_SHARE.match(part) for part in told.split(" "))
    return [(part[1], int(part[2])) for part in parts if part]
