"""From page text alone: scores on hand-labelled pages, with floors that only rise.

Figures are those of the scorer (jianbao/score) on pages 000-004 of content/pages and d01-d04 of tests/labels/pages."""

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from jianbao import pipeline
from jianbao.pipeline import Place
from jianbao.score import Report, score

ROOT = Path(__file__).parent.parent
LABELS = ROOT / "tests" / "labels"
AT_LEAST = {
    "b3_f1": 98.9,
    "articles_found": 95.0,
    "headline_exact": 95.9,
    "kicker_exact": 96.2,
    "author_recall": 99.1,
    "author_precision": 99.9,
    "date_ok": 100.0,
    "region_primary": 97.5,
}
AT_MOST = {
    "text_lost": 0.0,
    "text_duplicated": 0.0,
    "furniture_leaked": 2.6,
    "joins_not_joined": 0.0,
    "paragraphs_wrongly_merged": 0.5,
}


@cache
def report() -> Report:
    """The program's own work on all labelled pages, nobody's corrections in it."""
    with TemporaryDirectory() as folder:
        content, gold = Path(folder) / "content", Path(folder) / "gold"
        (content / "pages").mkdir(parents=True)
        gold.mkdir()
        shutil.copy(ROOT / "content/archive.yaml", content)
        for path in [*(ROOT / "content/pages").glob("*.txt"), *(LABELS / "pages").glob("*.txt")]:
            shutil.copy(path, content / "pages")
        for path in [*LABELS.glob("*.yaml"), *(LABELS / "pages").glob("*.yaml")]:
            shutil.copy(path, gold)
        pipeline.clip(Place(content, ROOT / "theme", Path(folder) / "site"))
        return score(gold, content / "articles", content / "pages")


def figures() -> Mapping[str, float | int | None]:
    return report().overall


def test_nine_pages_are_scored() -> None:
    assert len(report().pages) == 9 and not report().problems


@pytest.mark.parametrize(("name", "floor"), AT_LEAST.items())
def test_a_figure_stays_above_its_floor(name: str, floor: float) -> None:
    value = figures()[name]
    assert value is not None and value >= floor


@pytest.mark.parametrize(("name", "ceiling"), AT_MOST.items())
def test_a_fault_stays_below_its_ceiling(name: str, ceiling: float) -> None:
    value = figures()[name]
    assert value is not None and value <= ceiling + 0.05
