"""A report as text for a terminal: one row a page, then groups, mean and overall, then every figure."""

from jianbao.score.measures import Figures
from jianbao.score.score import Report

_COLUMNS = {
    "b3_f1": "B3-F1",
    "b3_precision": "B3-P",
    "b3_recall": "B3-R",
    "articles_found": "found",
    "articles_gold": "gold",
    "articles_out": "out",
    "headline_exact": "head",
    "headline_exact_or_combined": "head+",
    "author_recall": "auth",
    "date_ok": "date",
    "region_primary": "reg",
    "region_city": "city",
    "region_county": "cnty",
    "text_lost": "lost",
    "text_duplicated": "dup",
    "furniture_leaked": "furn",
    "joins_not_joined": "unjnd",
}


def table(report: Report) -> str:
    """Returns the report as lines of text; `-` where nothing could be measured."""
    rows = {
        **report.pages,
        **{f"all {group}": figures for group, figures in report.groups.items()},
        "MEAN": report.mean,
        "OVERALL": report.overall,
    }
    width = max(11, *map(len, rows))
    head = f"{'page':{width}} " + " ".join(f"{short:>6}" for short in _COLUMNS.values())
    lines = [f"{name:{width}} {_cells(figures)}" for name, figures in rows.items()]
    every = [f"  {name:28} {_cell(value).strip()}" for name, value in report.overall.items()]
    return "\n".join([head, *lines, "", *every]) + "\n"


def _cells(figures: Figures) -> str:
    return " ".join(_cell(figures[name]) for name in _COLUMNS)


def _cell(value: float | int | None) -> str:
    """Returns a figure, six wide.

    >>> _cell(None), _cell(41), _cell(93.25)
    ('     -', '    41', '  93.2')
    """
    if value is None:
        return f"{'-':>6}"
    return f"{value:6d}" if isinstance(value, int) else f"{value:6.1f}"
