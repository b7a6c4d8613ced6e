"""The cataloguer's list."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao import pipeline
from jianbao.check import check
from jianbao.pipeline import Place, look


def listed(place: Place) -> list[str]:
    return [problem.what for problem in check(place, look(place))]


@pytest.fixture
def article(place: Place) -> Callable[[str], None]:
    """Writes an article by hand, with one line of front matter."""
    folder = place.content / "articles" / "own"
    folder.mkdir(parents=True)

    def write(line: str, name: str = "1") -> None:
        (folder / f"{name}.md").write_text(f"---\ntitle: 题\n{line}\n---\n文\n", "utf-8")

    return write


def test_a_place_and_a_subject_that_are_not_known_are_listed(place: Place, article: Callable[[str], None]) -> None:
    article("regions: [浙江省/无此市]\ntags: [无此主题]")
    assert listed(place) == ['The region "浙江省/无此市" is not known.', 'The subject "无此主题" is not in the list.']


def test_a_note_to_review_is_listed(place: Place, article: Callable[[str], None]) -> None:
    article("review: [文末中断]")
    assert listed(place) == ["To review: 文末中断."]


@pytest.mark.parametrize(("region", "asked"), [("福建省/福州市", True), ("福建省/福州市/鼓楼区", False)])
def test_a_place_that_stays_open_is_listed_until_a_region_answers_it(
    place: Place, article: Callable[[str], None], region: str, asked: bool
) -> None:
    note = "地名“鼓楼区”所指未定：江苏省/南京市/鼓楼区、福建省/福州市/鼓楼区"
    article(f"regions: [{region}]\nreview: [{note}]")
    assert listed(place) == [f"To review: {note}."] * asked


def test_a_former_name_of_a_place_that_is_not_known_is_listed(place: Place, article: Callable[[str], None]) -> None:
    article("places: [{name: 江干区, is: 浙江省/无此市}]")
    assert listed(place) == ['The region "浙江省/无此市" is not known.']


def test_missing_days_between_pages_are_listed(place: Place, article: Callable[..., None]) -> None:
    article("newspaper: 甲报\ndate: 2015-11-30", "1")
    article("newspaper: 甲报\ndate: 2015-12-03", "2")
    article("newspaper: 甲报\ndate: 2019-01-01", "3")
    assert listed(place) == ["No page from 2015-12-01 to 2015-12-02."]


def test_a_dead_link_of_the_site_is_listed(place: Place) -> None:
    pipeline.build(place)
    next(path for path in (place.site / "articles").rglob("*.html")).unlink()
    assert any("leads to no file" in what for what in listed(place))


def test_the_shipped_archive_has_no_unknown_place_or_subject(root: Path, tmp_path: Path) -> None:
    found = listed(Place(root / "content", root / "theme", tmp_path / "site"))
    assert [what for what in found if not what.startswith("To review: ")] == []
