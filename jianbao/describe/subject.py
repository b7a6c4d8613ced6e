"""What a piece is about: terms of the subject list, found by the term itself or the words that lead to it. No words are
made up: a tag is a term of the list or there is none."""

import re

from jianbao.authority import Subject
from jianbao.chinese.hant import simplified
from jianbao.chinese.places import word_seams
from jianbao.claims import Claim
from jianbao.describe.texts import heads, opening, running
from jianbao.model import Piece

MOST = 6
ENOUGH = 2.0
HEAD, LEAD, REST, CEILING = 3.0, 1.2, 0.5, 2.0


def tags(piece: Piece, subjects: tuple[Subject, ...]) -> tuple[tuple[str, ...], tuple[Claim, ...]]:
    """Returns the terms of a piece, best first, six at most, and why."""
    head = simplified(f"{piece.column}\n{heads(piece)}")
    paragraphs = tuple(simplified(text) for text in running(piece))
    text = "\n".join(paragraphs)
    parts = (head, text[: opening(paragraphs)], text)
    seams = word_seams(f"{head}\n{text}")
    claims = [claim for subject in subjects for claim in _claims(subject, parts, seams)]
    sums: dict[str, float] = {}
    for claim in claims:
        sums[claim.value] = sums.get(claim.value, 0.0) + claim.weight
    kept = sorted((term for term in sums if sums[term] >= ENOUGH), key=lambda term: -sums[term])
    return tuple(kept[:MOST]), tuple(sorted(claims, key=lambda claim: -claim.weight))


def _claims(subject: Subject, parts: tuple[str, str, str], seams: frozenset[int]) -> list[Claim]:
    """One claim for each word that leads to the subject and stands in the piece."""
    head, lead, text = parts
    found = []
    for word in (subject.term, *subject.use_for):
        if (word in head or word in text) and _is_whole(word, f"{head}\n{text}", seams):
            weight = HEAD * (word in head) + LEAD * (word in lead) + min(CEILING, REST * text.count(word))
            rule = "leads to it" if word != subject.term else "the term itself"
            found.append(Claim("tags", subject.term, rule, weight, (), word))
    return found


def _is_whole(word: str, text: str, seams: frozenset[int]) -> bool:
    """Whether a short word stands there as a word: 强化工会 does not speak of 化工."""
    if len(word) > 2:
        return True
    return any({match.start(), match.end()} <= seams for match in re.finditer(re.escape(word), text))
