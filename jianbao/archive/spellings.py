"""Spellings of one name that may be one person: 金钩胤 and 金钧胤. Proposed to the cataloguer, never merged here.

Takes articles and what people said about persons, gives pairs. Two names of one length that differ in one character
are a pair when these look alike, or when the writers share a paper and someone they sign with. Whoever said that two
names are one person, or that they are not, is not asked again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from jianbao.authority import Person
from jianbao.chinese.lists import words
from jianbao.model import Article


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spellings. name: the one printed more often; other: the rarer one; article: where that is first printed;
    why: in a few words."""

    name: str
    other: str
    article: str
    why: str


@dataclass(frozen=True, slots=True)
class _Writer:
    """What is known of a name: the articles it signs, their papers, who signs with it."""

    articles: tuple[str, ...]
    papers: frozenset[str]
    beside: frozenset[str]


def pairs(articles: Sequence[Article], people: Iterable[Person]) -> tuple[Pair, ...]:
    """Returns the spellings that nobody decided about yet, by name."""
    writers = _writers(articles)
    settled = {frozenset((person.name, other)) for person in people for other in (*person.also, *person.other)}
    found = []
    for one, two in _near(writers):
        why = _reason(one, two, writers)
        if why and frozenset((one, two)) not in settled:
            name, other = sorted((one, two), key=lambda name: (-len(writers[name].articles), name))
            found.append(Pair(name, other, writers[other].articles[0], why))
    return tuple(sorted(found, key=lambda pair: (pair.name, pair.other)))


def _writers(articles: Sequence[Article]) -> dict[str, _Writer]:
    held: dict[str, list[Article]] = {}
    for article in articles:
        for name in dict.fromkeys(author.name for author in article.authors):
            held.setdefault(name, []).append(article)
    return {
        name: _Writer(
            tuple(article.id for article in own),
            frozenset(article.newspaper for article in own if article.newspaper),
            frozenset(author.name for article in own for author in article.authors if author.name != name),
        )
        for name, own in held.items()
    }


def _near(writers: Iterable[str]) -> list[tuple[str, str]]:
    """The names that differ in one character: those that are alike once one place is left out."""
    holes: dict[tuple[int, str], list[str]] = {}
    for name in sorted(writers):
        for at in range(len(name)):
            if len(name) > 1:
                holes.setdefault((at, name[:at] + "\0" + name[at + 1 :]), []).append(name)
    return [pair for names in holes.values() for pair in combinations(names, 2)]


def _reason(one: str, two: str, writers: Mapping[str, _Writer]) -> str:
    """Why two near names may be one person, '' when nothing speaks for it."""
    first, second = writers[one], writers[two]
    differ = next((a, b) for a, b in zip(one, two, strict=True) if a != b)
    if two in first.beside:  # they sign one piece together: two people
        return ""
    if frozenset(differ) in _alike() and len(one) > 2:
        return f"{differ[0]} and {differ[1]} look alike"
    papers, beside = first.papers & second.papers, first.beside & second.beside
    if papers and beside and len(one) > 2:
        return f"both sign in {min(papers)} with {min(beside)}"
    return ""


@cache
def _alike() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for group in words("lookalikes.txt") for pair in combinations(group, 2))
