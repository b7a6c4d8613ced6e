"""Measures of the region: is the place of the clipping the one the labelled article is about?

The primary region is the first; labels may accept others in its stead. Articles without a labelled region are not
counted. A town below the county is no fault."""

from collections.abc import Callable

from jianbao.score.match import Matched, Pair
from jianbao.score.region_paths import Path, depth, down_to, loose
from jianbao.score.share import Share


def region_primary(matched: Matched) -> Share:
    """Returns how many primary regions are right, name for name."""
    return _share(matched, lambda pair: _primary(pair) in _right(pair))


def region_primary_loose(matched: Matched) -> Share:
    """Returns how many primary regions are right but for the type of division: 榆林地区 for 榆林市."""
    return _share(matched, lambda pair: loose(_primary(pair)) in [loose(path) for path in _right(pair)])


def region_in_list(matched: Matched) -> Share:
    """Returns how many articles have the labelled primary region anywhere among their regions."""
    return _share(matched, lambda pair: pair.article.regions[0] in _regions(pair))


def region_city(matched: Matched) -> Share:
    """Returns how many primary regions are right down to the city, of those labelled that far."""
    return _down_to("city", matched)


def region_county(matched: Matched) -> Share:
    """Returns how many primary regions are right down to the county, of those labelled that far."""
    return _down_to("county", matched)


def region_all_recall(matched: Matched) -> Share:
    """Returns how many of all labelled regions, not only the primary ones, the clipping has."""
    regions = [path in _regions(pair) for pair in matched.pairs for path in pair.article.regions]
    return Share(sum(regions), len(regions))


def region_missing(matched: Matched) -> Share:
    """Returns how many articles about a place have no region at all."""
    return _share(matched, lambda pair: not _primary(pair))


def _share(matched: Matched, holds: Callable[[Pair], bool]) -> Share:
    pairs = [pair for pair in matched.pairs if pair.article.regions]
    return Share(sum(holds(pair) for pair in pairs), len(pairs))


def _down_to(level: str, matched: Matched) -> Share:
    pairs = [pair for pair in matched.pairs if _reaches(pair, level)]
    return Share(sum(_is_right_to(level, pair) for pair in pairs), len(pairs))


def _reaches(pair: Pair, level: str) -> bool:
    regions = pair.article.regions
    return bool(regions) and len(regions[0]) >= depth(regions[0], level)


def _is_right_to(level: str, pair: Pair) -> bool:
    primary = loose(down_to(_primary(pair), level))
    return bool(primary) and primary in [loose(down_to(path, level)) for path in _right(pair)]


def _regions(pair: Pair) -> tuple[Path, ...]:
    return pair.answer.regions if pair.answer else ()


def _primary(pair: Pair) -> Path:
    regions = _regions(pair)
    return down_to(regions[0], "county") if regions else ()


def _right(pair: Pair) -> tuple[Path, ...]:
    return pair.article.regions[:1] + pair.article.accepted
