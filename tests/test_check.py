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


def test_a_doubtful_name_is_listed_until_somebody_vouches_for_it(place: Place, article: Callable[..., None]) -> None:
    article("authors: [{name: 升旭, role: 作者}]")
    assert listed(place) == ['The author "升旭" (作者) may be no name: it opens with no known surname.']
    (place.content / "authority").mkdir()
    (place.content / "authority/people.yaml").write_text("people:\n- {name: 升旭}\n", "utf-8")
    assert listed(Place(place.content, place.theme, place.site)) == []


def test_spellings_are_proposed_until_somebody_says_no(place: Place, article: Callable[..., None]) -> None:
    article("authors: [{name: 金钧胤, role: 记者}]", "1")
    article("authors: [{name: 金钩胤, role: 记者}]", "2")
    assert listed(place) == ['"金钩胤" may be "金钧胤": 钧 and 钩 look alike.']
    (place.content / "authority").mkdir()
    answer = "people:\n- {name: 金钧胤, not: [金钩胤]}\n"
    (place.content / "authority/people.yaml").write_text(answer, "utf-8")
    assert listed(Place(place.content, place.theme, place.site)) == []


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
    assert [what for what in found if not what.startswith("To review: ")] == [
        '"金钩胤" may be "金钧胤": 钧 and 钩 look alike.'
    ]
