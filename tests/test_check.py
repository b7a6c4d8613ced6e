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
    assert [what for what in found if "is not known" in what or "is not in the list" in what] == []
    assert '"金钩胤" may be "金钧胤": 钧 and 钩 look alike.' in found


PAPER = "本报讯 记者王一报道 近日,工会举行会议,来自全市的职工参加了会议,会议讨论了工会工作的重要问题。"


@pytest.mark.parametrize(
    ("head", "what", "line"),
    [
        (
            "2015年11月80日\n乙未年十月十九",
            "To review: the date 2015-11-30 was read from a faulty masthead. "
            "Why: 2015-11-30, masthead, lunar agrees, misread and mended (2015年11月80日, line 1).",
            1,
        ),
        (
            "2010年8月16日 星期五",
            "To review: the date 2010-08-16? is not certain. "
            "Why: 2010-08-16?, masthead, weekday differs (2010年8月16日, line 1).",
            1,
        ),
        (
            "近日,2021年培训班开班。\n3月24日,职工说。",
            "To review: the date 2021-03~ is not certain. Why: 2021, the present year named (2021年, line 1); "
            "2021-03~, month of the latest news (3月24日, line 2).",
            1,
        ),
        ("", "To review: the page has no date.", 0),
    ],
)
def test_a_weak_date_is_listed_until_a_person_says_it(place: Place, head: str, what: str, line: int) -> None:
    (place.content / "pages" / "p1.txt").write_text(f"{head}\n\n{PAPER}\n", "utf-8")
    pipeline.clip(place)
    found = [problem for problem in check(place, look(place)) if "date" in problem.what]
    assert [(one.where, one.line, one.what) for one in found] == [("pages/p1.txt", line, what)]
    page = place.content / "articles" / "p1" / "page.md"
    text = page.read_text("utf-8")
    dated = [one for one in text.splitlines() if not one.startswith("date:")]
    page.write_text("\n".join([dated[0], "date: 2015-11-29", *dated[1:]]) + "\n", "utf-8")
    pipeline.clip(place)
    assert "date: 2015-11-29" in page.read_text("utf-8") and "date_basis: cataloguer" in page.read_text("utf-8")
    assert not [what for what in listed(place) if "date" in what]


def test_a_certain_date_is_not_listed(place: Place) -> None:
    pipeline.clip(place)
    assert not [what for what in listed(place) if "date" in what]
