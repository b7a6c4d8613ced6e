"""Pages that nobody tuned the program to: composed of known articles, with noise of their own."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import compose
import pytest

from jianbao import pipeline
from jianbao.pipeline import Place
from jianbao.score import Report, score

ROOT = Path(__file__).parent.parent.parent
AT_LEAST = {"b3_f1": 96.4, "articles_found": 85.8, "headline_exact": 89.6, "author_recall": 92.9}
AT_MOST = {"text_lost": 0.0, "joins_not_joined": 8.8, "paragraphs_wrongly_merged": 0.8}


@cache
def report() -> Report:
    with TemporaryDirectory() as folder:
        gold, content = Path(folder) / "gold", Path(folder) / "content"
        for seed in (1, 2):
            compose.write(gold, 20, seed)
        (content / "pages").mkdir(parents=True)
        shutil.copy(ROOT / "content/archive.yaml", content)
        for path in gold.glob("*.txt"):
            shutil.copy(path, content / "pages")
        pipeline.clip(Place(content, ROOT / "theme", Path(folder) / "site"))
        return score(gold, content / "articles", content / "pages")


def test_a_seed_always_makes_the_same_pages(tmp_path: Path) -> None:
    for name in ("a", "b"):
        compose.write(tmp_path / name, 2, 7)
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("a", "b"))
    assert first == second and len(first) == 4


def test_every_line_of_a_composed_page_has_one_label() -> None:
    assert not report().problems and len(report().pages) == 40


@pytest.mark.parametrize(("name", "floor"), AT_LEAST.items())
def test_a_figure_stays_above_its_floor(name: str, floor: float) -> None:
    value = report().overall[name]
    assert value is not None and value >= floor


@pytest.mark.parametrize(("name", "ceiling"), AT_MOST.items())
def test_a_fault_stays_below_its_ceiling(name: str, ceiling: float) -> None:
    value = report().overall[name]
    assert value is not None and value <= ceiling + 0.05
