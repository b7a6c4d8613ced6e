"""Measures of the cut: is what belongs together in one clipping, and nothing else?"""

from jianbao.score.match import Matched, Placed, touched
from jianbao.score.share import Share


def b3_precision(matched: Matched) -> Share:
    """Returns, averaged over all letters, how much of the clipping a letter is in belongs to the letter's own article
    (B-cubed). Falls when articles are thrown together. A line that is nowhere is a clipping of its own."""
    return Share(sum(placed.line.width * _own(matched, placed) for placed in matched.text), _letters(matched))


def b3_recall(matched: Matched) -> Share:
    """Returns, averaged over all letters, how much of a letter's article is in the same clipping as the letter
    (B-cubed). Falls when articles are cut up or lost."""
    return Share(sum(placed.line.width * _together(matched, placed) for placed in matched.text), _letters(matched))


def articles_found(matched: Matched) -> Share:
    """Returns how many of the articles have a clipping of their own that shares 90 % of all their letters."""
    return Share(sum(pair.found for pair in matched.pairs), len(matched.pairs))


def articles_gold(matched: Matched) -> int:
    """Returns the number of labelled articles."""
    return len(matched.pairs)


def articles_out(matched: Matched) -> int:
    """Returns the number of clippings that hold text of an article."""
    return len(touched(matched))


def outputs_of_furniture_only(matched: Matched) -> int:
    """Returns the number of clippings that hold furniture and nothing of an article: adverts taken for news."""
    return len({clipping for leaked in matched.furniture for clipping in leaked.into} - touched(matched))


def furniture_leaked(matched: Matched) -> Share:
    """Returns how much of the furniture (mastheads, adverts, standing heads) stands in some clipping, by letters."""
    leaked = sum(leaked.line.width for leaked in matched.furniture if leaked.into)
    return Share(leaked, sum(leaked.line.width for leaked in matched.furniture))


def _letters(matched: Matched) -> int:
    return sum(matched.weights.article.values())


def _own(matched: Matched, placed: Placed) -> float:
    if placed.to is None:
        return 1.0
    weights = matched.weights
    return weights.shared[placed.line.owner or 0, placed.to] / weights.clipping[placed.to]


def _together(matched: Matched, placed: Placed) -> float:
    weights, owner = matched.weights, placed.line.owner or 0
    here = placed.line.width if placed.to is None else weights.shared[owner, placed.to]
    return here / weights.article[owner]
