"""The list of all measures, in the order in which they are reported.

A measure is a function from one matched page to a `Share` (reported in percent) or to a number; its name is the name of
the figure. To add one: write the function in the file it belongs to and name it here."""

from collections.abc import Callable, Sequence

from jianbao.score import cutting, facts, heads, paragraphs, regions, wording
from jianbao.score.match import Matched
from jianbao.score.share import Share

Figures = dict[str, float | int | None]

MEASURES: tuple[Callable[[Matched], Share | int], ...] = (
    cutting.b3_precision,
    cutting.b3_recall,
    cutting.articles_found,
    cutting.articles_gold,
    cutting.articles_out,
    cutting.outputs_of_furniture_only,
    heads.headline_exact,
    heads.headline_exact_or_combined,
    heads.kicker_exact,
    heads.subhead_exact,
    facts.author_recall,
    facts.author_precision,
    facts.author_role_ok,
    facts.date_ok,
    facts.date_exact,
    facts.date_overprecise,
    regions.region_primary,
    regions.region_primary_loose,
    regions.region_in_list,
    regions.region_city,
    regions.region_county,
    regions.region_all_recall,
    regions.region_missing,
    wording.text_lost,
    wording.text_duplicated,
    wording.ocr_repeats_kept,
    cutting.furniture_leaked,
    paragraphs.joins_not_joined,
    paragraphs.paragraphs_wrongly_merged,
)

Tally = dict[str, Share | int]


def measure(matched: Matched) -> Tally:
    """Returns every measure of one page."""
    return {each.__name__: each(matched) for each in MEASURES}


def figures(tallies: Sequence[Tally]) -> Figures:
    """Returns the figures of all pages together: shares in percent of the sums, numbers added up, and b3_f1, the
    harmonic mean of B-cubed precision and recall."""
    every = {each.__name__: _total([tally[each.__name__] for tally in tallies]) for each in MEASURES}
    precision, recall = every["b3_precision"] or 0.0, every["b3_recall"] or 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": f1,
        **{name: value for name, value in every.items() if not name.startswith("b3_")},
    }


def mean(pages: Sequence[Figures], overall: Figures) -> Figures:
    """Returns the figures with every page weighing the same; numbers as they are overall."""
    return {
        name: value if isinstance(value, int) else _mean([page[name] for page in pages])
        for name, value in overall.items()
    }


def _total(values: Sequence[Share | int]) -> float | int | None:
    shares = [value for value in values if isinstance(value, Share)]
    if shares:
        return sum(shares, Share()).percent
    return sum(value for value in values if isinstance(value, int))


def _mean(values: Sequence[float | int | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
