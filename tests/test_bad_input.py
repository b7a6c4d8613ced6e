"""Bad input gets a clear message with file, line and remedy; the rest is built all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao import pipeline
from jianbao.pipeline import Place, Report
from jianbao.problems import Stop


def built(place: Place) -> Report:
    report = pipeline.build(place)
    assert (place.site / "index.html").is_file()
    assert all(problem.what and problem.remedy for problem in report.problems)
    return report


@pytest.mark.parametrize(
    ("name", "data", "line", "what"),
    [
        ("empty.txt", b"", 0, "no text"),
        ("blank.txt", b"\n \n\t\n", 0, "no text"),
        ("binary.txt", bytes(range(256)), 0, "byte 0"),
        ("neither.txt", "甲".encode() + b"\xff\xff", 0, "byte 3"),
        ("long.txt", b"a" * 5_000_000, 1, "5,000,000 characters"),
        ("page.docx", b"PK", 0, "kind of file"),
    ],
)
def test_a_bad_page_is_told_and_the_others_are_built(
    place: Place, name: str, data: bytes, line: int, what: str
) -> None:
    (place.content / "pages" / name).write_bytes(data)
    report = built(place)
    (problem,) = report.problems
    assert (problem.where, problem.line, what in problem.what) == (f"pages/{name}", line, True)
    assert report.articles == 2


@pytest.mark.parametrize(
    ("front", "line", "what"),
    [
        ("title: 甲\ntags: [a", 4, "YAML"),
        ("title: 甲\ntitle: 乙", 3, "twice"),
        ("title: 甲\ndate: 近日", 3, "近日"),
        ("title: 甲\ndate: 2015-13-45", 3, "month"),
        ("kicker: 引", 1, "no title"),
        ("title: 甲\nx: &a 1", 3, "anchors"),
    ],
)
def test_bad_front_matter_is_told_with_its_line(place: Place, front: str, line: int, what: str) -> None:
    folder = place.content / "articles" / "own"
    folder.mkdir(parents=True)
    (folder / "1.md").write_text(f"---\n{front}\n---\n文\n", "utf-8")
    (problem,) = built(place).problems
    assert (problem.where, problem.line, what in problem.what) == ("articles/own/1.md", line, True)


def test_an_article_that_is_not_utf8_is_told_and_not_published_garbled(place: Place) -> None:
    folder = place.content / "articles" / "own"
    folder.mkdir(parents=True)
    (folder / "1.md").write_bytes("---\ntitle: 杭州\n---\n".encode("gb18030"))
    (problem,) = built(place).problems
    assert (problem.where, problem.line) == ("articles/own/1.md", 2)
    assert not any("\ufffd" in page.read_text("utf-8") for page in place.site.rglob("*.html"))


def test_a_second_article_of_one_id_is_left_out_and_both_files_are_named(place: Place) -> None:
    folder = place.content / "articles" / "own"
    folder.mkdir(parents=True)
    for name in ("1.md", "2.md"):
        (folder / name).write_text(f"---\nid: own-1\ntitle: {name}\n---\n文\n", "utf-8")
    (problem,) = built(place).problems
    assert problem.where == "articles/own/2.md" and "articles/own/1.md" in problem.what


def test_a_line_that_nobody_holds_is_told(place: Place, file_of: Callable[[str], Path]) -> None:
    pipeline.clip(place)
    path = file_of("台州")
    path.write_text(path.read_text("utf-8").replace("lines: 5-9", "lines: 5-7"), "utf-8")
    (problem,) = built(place).problems
    assert (problem.where, problem.line) == ("pages/p1.txt", 9)


def test_a_line_claimed_twice_is_told(place: Place, file_of: Callable[[str], Path]) -> None:
    pipeline.clip(place)
    for words, old, new in (("台州", "lines: 5-9", "lines: 5-9, 15"), ("宁波", "lines: 11-15", "lines: 11-15 ")):
        path = file_of(words)
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert [(problem.line, "twice" in problem.what) for problem in built(place).problems] == [(15, True)]


def test_hand_typed_markdown_without_pages_builds(tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "content" / "articles" / "手录"
    folder.mkdir(parents=True)
    (tmp_path / "content" / "archive.yaml").write_text("title: 手录\n", "utf-8")
    (folder / "一.md").write_text("---\ntitle: 一\ndate: 1985-05-01\nregions: [浙江省/杭州市]\n---\n\n文\n", "utf-8")
    report = pipeline.build(Place(tmp_path / "content", root / "theme", tmp_path / "site"))
    assert (report.articles, report.problems) == (1, ())
    assert (tmp_path / "site/articles/shou-lu/yi.html").is_file()
    assert (tmp_path / "site/dates/1985/05/01.html").is_file()


def test_no_content_folder_stops_with_a_remedy(tmp_path: Path, root: Path) -> None:
    with pytest.raises(Stop) as caught:
        pipeline.render(Place(tmp_path / "nowhere", root / "theme", tmp_path / "site"))
    assert "--content" in caught.value.problem.remedy


def test_a_missing_or_misspelt_setting_is_told(place: Place) -> None:
    (place.content / "archive.yaml").write_text("titel: 试\n", "utf-8")
    problems = built(place).problems
    assert ("archive.yaml", 1) in [(problem.where, problem.line) for problem in problems]
    assert any(problem.remedy == 'Did you mean "title"?' for problem in problems)
