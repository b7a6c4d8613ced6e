"""Which pages need no clipping: none about which anything changed."""

import os
from pathlib import Path

import pytest

from jianbao import pipeline
from jianbao.cache import Cache
from jianbao.files.shelf import PageFile
from jianbao.pipeline import Place

PAGE = PageFile("p.txt", 10, 1)


def cached(content: Path, rules: str = "r") -> Cache:
    cache = Cache(content, rules)
    cache.add(PAGE, "p")
    cache.save(["p.txt"])
    return Cache(content, rules)


def test_a_clipped_page_is_held(tmp_path: Path) -> None:
    assert cached(tmp_path).holds(PAGE)


@pytest.mark.parametrize("page", [PageFile("p.txt", 11, 1), PageFile("p.txt", 10, 2), PageFile("q.txt", 10, 1)])
def test_another_page_file_is_not_held(tmp_path: Path, page: PageFile) -> None:
    assert not cached(tmp_path).holds(page)


def test_other_rules_hold_nothing(tmp_path: Path) -> None:
    cached(tmp_path)
    assert not Cache(tmp_path, "other rules").holds(PAGE)


def test_a_file_that_came_or_changed_in_the_folder_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "articles/p"
    folder.mkdir(parents=True)
    (folder / "1.md").write_text("甲")
    cache = cached(tmp_path)
    os.utime(folder / "1.md", ns=(1, 1))
    assert not cache.holds(PAGE)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"rules": "r"}', '{"rules": "r", "pages": {"p.txt": 1}}'])
def test_a_foul_cache_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/clip.json").write_text(text)
    assert not Cache(tmp_path, "r").holds(PAGE)


@pytest.mark.parametrize("name", ["archive.yaml", "authority/places.yaml"])
def test_what_a_librarian_says_of_the_archive_makes_pages_due(place: Place, name: str) -> None:
    pipeline.clip(place)
    before = (place.content / ".cache/clip.json").read_bytes()
    path = place.content / name
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "# 注\n", "utf-8")
    pipeline.clip(place)
    assert (place.content / ".cache/clip.json").read_bytes() != before


def test_only_the_pages_whose_path_fits_are_clipped(place: Place) -> None:
    (place.content / "pages/q2.txt").write_bytes((place.content / "pages/p1.txt").read_bytes())
    report = pipeline.clip(Place(place.content, place.theme, place.site, only="q*"))
    assert (report.pages, (place.content / "articles/p1").exists()) == (1, False)


def test_what_ties_a_page_to_others_is_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "r")
    cache.add(PAGE, "p", {"issue", "issue 3"})
    cache.save(["p.txt"])
    assert (
        Cache(tmp_path, "r").ties("p.txt") == {"issue", "issue 3"} and Cache(tmp_path, "other").ties("p.txt") == set()
    )
