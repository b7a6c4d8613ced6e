"""Measures of the paragraphs: are those that a column's end broke whole again, and only those?"""

from collections.abc import Iterator
from itertools import pairwise

from jianbao.score.labels import LabelledArticle, LabelledPage
from jianbao.score.match import Matched
from jianbao.score.share import Share

_END = 10
"""Letters on each side of a seam by which it is looked for."""
_LONG = 12
"""Letters from which on a line counts as a paragraph of its own."""
_RUNNING = ("body", "byline+body")


def joins_not_joined(matched: Matched) -> Share:
    """Returns how many of the labelled joins (one paragraph on two lines) are not within one paragraph."""
    seams = _joins(matched.page)
    return Share(sum(not _is_seamless(matched, *seam) for seam in seams), len(seams))


def paragraphs_wrongly_merged(matched: Matched) -> Share:
    """Returns how many of the neighbouring paragraphs of an article became one. Not counted on English pages and on
    printed ones, where a line is a line of print and no paragraph."""
    page = matched.page
    if page.real or page.language.startswith("en"):
        return Share()
    joins = _joins(page)
    seams = [seam for article in page.articles for seam in _neighbours(page, article, joins)]
    return Share(sum(_is_seamless(matched, *seam) for seam in seams), len(seams))


def _joins(page: LabelledPage) -> list[tuple[int, int]]:
    joins = [join for article in page.articles for join in article.joins]
    return [join for join in joins if all(no in page.at and page.at[no].text for no in join)]


def _is_seamless(matched: Matched, first: int, second: int) -> bool:
    """Returns whether the end of one line and the beginning of the other stand together in a paragraph."""
    seam = matched.page.at[first].text[-_END:] + matched.page.at[second].text[:_END]
    return any(seam in paragraph for clipping in matched.clippings for paragraph in clipping.paragraphs)


def _neighbours(
    page: LabelledPage, article: LabelledArticle, joins: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yields the paragraphs that follow each other in an article, with nothing of it between them and no join."""
    running = [no for no, role in article.lines.items() if role in _RUNNING]
    run_on, go_on = {first for first, _ in joins}, {second for _, second in joins}
    for first, second in pairwise(running):
        joined = first in run_on or second in go_on
        owner = page.at[first].owner
        between = any(no in page.at and page.at[no].owner == owner for no in range(first + 1, second))
        if not joined and not between and min(page.at[first].width, page.at[second].width) >= _LONG:
            yield first, second
