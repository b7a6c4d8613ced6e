"""Measures of the facts: the authors and the date of the clipping that answers a labelled article."""

import re

from jianbao.model import Author
from jianbao.score.letters import letters
from jianbao.score.match import Matched, Pair
from jianbao.score.share import Share

_ROOM = 8
"""Letters that may stand beside a name in an author entry: 记者王小明, 王小明通讯员."""
_MARKS = re.compile("[~?%]")
_UNDATED = ("unknown", "none", "null", "undated")


def author_recall(matched: Matched) -> Share:
    """Returns how many of the labelled authors are named by the clipping."""
    wanted = [(author, _answering(author, pair)) for pair in matched.pairs for author in _labelled(pair)]
    return Share(sum(bool(named) for _, named in wanted), len(wanted))


def author_precision(matched: Matched) -> Share:
    """Returns how many of the authors that clippings name are authors by the labels."""
    named = [(author, _labelled(pair)) for pair in matched.pairs for author in _named(pair)]
    right = sum(any(true.name in author.name for true in labelled) for author, labelled in named)
    return Share(right, len(named))


def author_role_ok(matched: Matched) -> Share:
    """Returns how many of the authors that were found have the role (记者, 通讯员 …) that the labels give."""
    wanted = [(author, _answering(author, pair)) for pair in matched.pairs for author in _labelled(pair)]
    found = [(author, named) for author, named in wanted if named]
    right = sum(
        any(other.role == author.role or author.role in other.name for other in named) for author, named in found
    )
    return Share(right, len(found))


def date_ok(matched: Matched) -> Share:
    """Returns how many articles have a date that agrees with the labels as far as the labels know it."""
    return Share(sum(bool(_agreement(matched, pair)) for pair in matched.pairs), len(matched.pairs))


def date_exact(matched: Matched) -> Share:
    """Returns how many articles have the very date of the labels, marks of doubt included."""
    return Share(sum(_agreement(matched, pair) == "exact" for pair in matched.pairs), len(matched.pairs))


def date_overprecise(matched: Matched) -> Share:
    """Returns how many articles have a date that agrees but claims more than the labels do: 2020-01-23 for 2020-01."""
    known = len(_MARKS.sub("", matched.page.date))
    over = sum(
        _agreement(matched, pair) == "prefix" and pair.answer is not None and len(pair.answer.date) > known
        for pair in matched.pairs
    )
    return Share(over, len(matched.pairs))


def agreement(labelled: str, written: str) -> str:
    """Returns 'exact', 'prefix' when the written date says what is labelled and perhaps more, or ''.

    >>> agreement('2020-01', '2020-01-23'), agreement('2020-01-23', '2020-01'), agreement('XXXX', '')
    ('prefix', '', 'prefix')
    """
    if labelled and labelled == written:
        return "exact"
    known, given = _MARKS.sub("", labelled), _MARKS.sub("", written)
    if not known or known.startswith("XXXX"):
        is_open = not given or given.startswith("XXXX") or given.lower() in _UNDATED
        return "prefix" if is_open else ""
    start = known.split("X")[0].rstrip("-")
    return "prefix" if start and given.startswith(start) else ""


def _agreement(matched: Matched, pair: Pair) -> str:
    return agreement(matched.page.date.strip(), pair.answer.date) if pair.answer else ""


def _labelled(pair: Pair) -> list[Author]:
    return _by_letters(pair.article.authors)


def _named(pair: Pair) -> list[Author]:
    return _by_letters(pair.answer.authors) if pair.answer else []


def _by_letters(authors: tuple[Author, ...]) -> list[Author]:
    plain = (Author(letters(author.name), letters(author.role)) for author in authors)
    return [author for author in plain if author.name]


def _answering(author: Author, pair: Pair) -> list[Author]:
    """Returns the clipping's authors that are this one: the name alone, or with a role or a place beside it."""
    return [
        other for other in _named(pair) if author.name in other.name and len(other.name) <= len(author.name) + _ROOM
    ]
