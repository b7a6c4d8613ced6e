"""Measures of the heads: headline, kicker and subtitle of the clipping that answers a labelled article.

Compared by their letters; an article that no clipping answers has none of them."""

from collections.abc import Callable

from jianbao.score.labels import LabelledArticle
from jianbao.score.letters import letters
from jianbao.score.match import Matched, Pair
from jianbao.score.share import Share


def headline_exact(matched: Matched) -> Share:
    """Returns how many of the articles with a headline have it as title, letter for letter."""
    return _of_those_with("headline", _is_exact, matched)


def headline_exact_or_combined(matched: Matched) -> Share:
    """Returns how many have the headline as title, alone or run together with kicker and subtitle."""
    return _of_those_with("headline", _is_combined, matched)


def kicker_exact(matched: Matched) -> Share:
    """Returns how many of the articles with a kicker have it as kicker (or as title, where the page leaves open which
    of the two leads)."""
    return _of_those_with("kicker", _has_kicker, matched)


def subhead_exact(matched: Matched) -> Share:
    """Returns how many of the articles with a subhead have it as subtitle."""
    return _of_those_with("subhead", _has_subhead, matched)


def _of_those_with(head: str, is_right: Callable[[Pair], bool], matched: Matched) -> Share:
    pairs = [pair for pair in matched.pairs if letters(getattr(pair.article, head))]
    return Share(sum(is_right(pair) for pair in pairs), len(pairs))


def _is_exact(pair: Pair) -> bool:
    return _title(pair) == letters(pair.article.headline) or _is_swapped(pair)


def _is_combined(pair: Pair) -> bool:
    kicker, headline, subhead = _heads(pair.article)
    ways = (headline, kicker + headline, headline + subhead, kicker + headline + subhead)
    return _title(pair) in ways or _is_swapped(pair)


def _is_swapped(pair: Pair) -> bool:
    """Returns whether the two heads are title and subtitle, on a page that does not say which one leads."""
    if not pair.article.heads_open or pair.answer is None:
        return False
    kicker, headline, _ = _heads(pair.article)
    return (_title(pair), letters(pair.answer.subtitle)) == (kicker, headline)


def _has_kicker(pair: Pair) -> bool:
    kicker = letters(pair.article.kicker)
    return pair.answer is not None and (letters(pair.answer.kicker) == kicker or _is_swapped(pair))


def _has_subhead(pair: Pair) -> bool:
    return pair.answer is not None and letters(pair.answer.subtitle) == letters(pair.article.subhead)


def _heads(article: LabelledArticle) -> tuple[str, str, str]:
    return letters(article.kicker), letters(article.headline), letters(article.subhead)


def _title(pair: Pair) -> str:
    return letters(pair.answer.title) if pair.answer else ""
