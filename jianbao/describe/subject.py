"""What a piece is about: terms of the subject list, found by the names of a subject or by words that speak for it. No
words are made up: a tag is a term of the list or there is none."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from jianbao.authority import Authority
from jianbao.chinese.lexicon import plain
from jianbao.claims import Claim
from jianbao.describe.texts import Read, opening
from jianbao.subjects import Subject

HEAD, LEAD, REST, CEILING = 3.0, 0.8, 0.5, 1.5  # in a head, in the lead, each time in the text, at most there
CUE = 0.7  # what a word that is no name of a subject counts
SHARE, SURE = 0.3, 3  # of the first tag's weight, that each tag has beyond so many
LIMITS = ((120, 3, 1.3), (500, 5, 1.4), (1 << 30, 6, 1.4))  # for less than so many characters: tags, their least weight


@dataclass(slots=True)
class _Tally:
    """How often a word stands in the heads, in the lead, anywhere in the text."""

    head: int = 0
    lead: int = 0
    text: int = 0

    @property
    def weight(self) -> float:
        return HEAD * bool(self.head) + LEAD * bool(self.lead) + min(CEILING, REST * self.text)


def tags(read: Read, authority: Authority, year: int = 0) -> tuple[tuple[str, ...], tuple[Claim, ...]]:
    """Returns the terms of a piece, best first, six at most and fewer for a short one, and why. year: of the page, 0
    when it is not known."""
    piece, joined = read.piece, "\n".join(read.paragraphs)
    lead, text = plain(joined[: opening(read.paragraphs)]), plain(f"{joined}\n{piece.column}")
    blocks = [plain(block.text) for block in piece.blocks]
    every, begins = "\n".join(blocks), [0, *accumulate(len(block) + 1 for block in blocks)]
    claims = []
    for word, tally in _found(plain(read.heads), text, len(lead), authority).items():
        subject = _in_year(authority.led_to[word], authority, year)
        if subject:
            at = every.find(word)
            lines = piece.lines[:1] if at < 0 else piece.blocks[bisect_right(begins, at) - 1].lines[:1]
            claims.append(_claim(subject, word, tally, lines))
    sums: dict[str, float] = {}
    for claim in claims:
        sums[claim.value] = sums.get(claim.value, 0.0) + claim.weight
    kept = _best(sums, len(text))
    return kept, tuple(sorted(claims, key=lambda claim: (-sums[claim.value], -claim.weight)))


def _best(sums: Mapping[str, float], length: int) -> tuple[str, ...]:
    """The heaviest terms that weigh enough. In a few lines one name in the opening is enough."""
    most, least = next((most, least) for limit, most, least in LIMITS if length < limit)
    ranked = sorted((term for term in sums if sums[term] >= least - 1e-9), key=lambda term: -sums[term])
    return tuple(term for at, term in enumerate(ranked[:most]) if at < SURE or sums[term] >= SHARE * sums[ranked[0]])


def _found(head: str, text: str, lead: int, authority: Authority) -> dict[str, _Tally]:
    """The words of the list that stand in a piece."""
    found: dict[str, _Tally] = {}
    for word, _ in authority.lexicon.find(head):
        found.setdefault(word, _Tally()).head += 1
    for word, at in authority.lexicon.find(text):
        tally = found.setdefault(word, _Tally())
        tally.text += 1
        tally.lead += at < lead
    return found


def _in_year(subject: Subject, authority: Authority, year: int) -> Subject | None:
    """The subject, or the one above it that could be meant in that year; None for one that only holds others."""
    above: Subject | None = subject
    while above and year and not above.years[0] <= year <= above.years[1]:
        above = authority.subject(above.broader)
    return above if above and not above.heading else None


@lru_cache(maxsize=4096)  # the subjects of a list are few, and each is met again and again
def _plain(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(plain, words))


def _claim(subject: Subject, word: str, tally: _Tally, lines: tuple[int, ...]) -> Claim:
    named, cue = word in _plain((subject.term,)), word in _plain(subject.cues)
    rule = "the term itself" if named else "speaks for it" if cue else "leads to it"
    return Claim("tags", subject.term, rule, tally.weight * (CUE if cue else 1.0), lines, word)
