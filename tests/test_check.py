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


def test_a_name_that_leads_to_a_subject_is_no_subject(place: Place, article: Callable[[str], None]) -> None:
    article("tags: [讨薪]")
    assert ['Write "劳动报酬", which it leads to' in problem.remedy for problem in check(place, [])] == [True]


def test_a_title_taken_from_the_text_is_listed_until_somebody_writes_one(place: Place) -> None:
    folder = place.content / "articles" / "own"
    folder.mkdir(parents=True)
    for title in ("果农“抢摘”蜜橘", "蜜橘丰收"):
        (folder / f"{title}.md").write_text(
            f"---\ntitle: {title}\ntitle_basis: supplied\n---\n果农抢摘 蜜橘。\n", "utf-8"
        )
    assert listed(place) == ['The page prints no headline; "果农“抢摘”蜜橘" is taken from the text.']


def test_what_articles_keep_speaking_of_is_proposed_for_the_subject_list(place: Place) -> None:
    folder = place.content / "articles" / "own"
    folder.mkdir(parents=True)
    for name, text in {
        "a": "路费补贴有人领。路费补贴多。",
        "b": "工作人员发路费补贴、路费补贴,工作人员忙。讨薪讨薪讨薪。",
    }.items():
        (folder / f"{name}.md").write_text(f"---\nid: {name}\ntitle: 题\n---\n{text}\n", "utf-8")
    assert listed(place) == ["Words that lead to no subject, the most telling first: 路费补贴 (4 times; a, b)."]
    (place.content / "authority").mkdir()
    (place.content / "authority/subjects.yaml").write_text("no_subjects: [路费补贴]\n", "utf-8")
    assert listed(Place(place.content, place.theme, place.site)) == []


def test_a_note_to_review_is_listed(place: Place, article: Callable[[str], None]) -> None:
    article("review: [文末中断]")
    assert listed(place) == ["To review: 文末中断."]


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
    assert [what for what in found if "is not known" in what or "is not in the list" in what] == []
