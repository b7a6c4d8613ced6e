"""What a person edited in the Markdown is never overwritten; what nobody touched may improve.

Each test builds an archive, does what a person might do to its files, lets the program clip again (the page's text is
corrected, so that every chunk would change), and looks at the files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao import pipeline
from jianbao.files.marks import NAME
from jianbao.pipeline import Place, Report

Find = Callable[[str], Path]


@pytest.fixture(autouse=True)
def clipped(place: Place) -> Report:
    return pipeline.clip(place)


def clip_again(place: Place) -> Report:
    """Another text of the page: every headline, byline and body of it changes."""
    page = place.content / "pages" / "p1.txt"
    text = (
        page.read_text("utf-8").replace("学法竞赛", "普法竞赛").replace("潘仙德", "潘仙慧").replace("2021年", "2022年")
    )
    page.write_text(text, "utf-8")
    return pipeline.clip(place)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def test_what_nobody_touched_improves(place: Place, file_of: Find) -> None:
    clip_again(place)
    assert "普法竞赛" in file_of("台州").read_text("utf-8")


def test_a_date_edited_with_a_comment_stays(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    old = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("date:"))
    edit(path, old, "date: 2021-12-09  # 邮戳")
    clip_again(place)
    text = path.read_text("utf-8")
    assert "date: 2021-12-09  # 邮戳\n" in text and "潘仙慧" in text


def test_a_removed_key_stays_removed(place: Place, file_of: Find) -> None:
    path = file_of("宁波")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("byline:")), "utf-8")
    clip_again(place)
    assert "byline:" not in path.read_text("utf-8")


def test_a_renamed_file_is_known_by_its_id(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    renamed = path.rename(path.with_name("我的台州.md"))
    clip_again(place)
    assert "普法竞赛" in renamed.read_text("utf-8") and not path.exists()


def test_a_deleted_file_stays_deleted(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    path.unlink()
    clip_again(place)
    assert [one.name for one in path.parent.glob("*台州*")] == []


def test_a_deleted_file_stays_deleted_for_good(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    path.unlink()
    clip_again(place)
    pipeline.clip(Place(place.content, place.theme, place.site, fresh=True))
    assert [one.name for one in path.parent.glob("*台州*")] == []


def test_a_rewritten_paragraph_stays(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    edit(path, "现场气氛十分热烈", "现场座无虚席")
    clip_again(place)
    text = path.read_text("utf-8")
    assert "现场座无虚席" in text and "title: 台州举办职工普法竞赛" in text


def test_lost_marks_mean_that_nothing_is_written(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    before = {one: one.read_bytes() for one in path.parent.glob("*.md")}
    (path.parent / NAME).unlink()
    report = clip_again(place)
    assert {one: one.read_bytes() for one in path.parent.glob("*.md")} == before
    assert [problem.where for problem in report.problems] == [f"articles/p1/{NAME}"]


def test_marks_that_cannot_be_read_are_lost_marks(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    before = path.read_bytes()
    (path.parent / NAME).write_text("{", "utf-8")
    assert clip_again(place).problems[0].where == f"articles/p1/{NAME}"
    assert path.read_bytes() == before


def test_a_corrected_page_fact_holds_for_its_articles(place: Place, file_of: Find) -> None:
    edit(place.content / "articles/p1/page.md", "newspaper: 浙江工人日报", "newspaper: 台州工人报")
    clip_again(place)
    assert "newspaper: 台州工人报" in file_of("宁波").read_text("utf-8")


def test_lines_that_a_person_gave_away_belong_there(place: Place, file_of: Find) -> None:
    mine, other = file_of("台州"), file_of("宁波")
    edit(mine, "lines: 5-9", "lines: 5-9, 15")
    edit(mine, "十分热烈。", "十分热烈。\n\n公司腾挪出二百平方米打造职工书屋。")
    clip_again(place)
    assert "公司腾挪" in mine.read_text("utf-8") and "公司腾挪" not in other.read_text("utf-8")
    assert "lines: 11-13" in other.read_text("utf-8")


def test_a_line_that_a_person_made_furniture_stays_furniture(place: Place, file_of: Find) -> None:
    page = place.content / "articles/p1/page.md"
    edit(page, "lines: '17'", "lines: 15-17")
    clip_again(place)
    assert "lines: 11-13" in file_of("宁波").read_text("utf-8") and "公司腾挪" not in file_of("宁波").read_text("utf-8")
    assert pipeline.render(place).problems == ()


def test_an_article_typed_by_hand_is_never_written(place: Place) -> None:
    own = place.content / "articles/p1/own.md"
    own.write_text("---\ntitle: 手录\n---\n\n文\n", "utf-8")
    clip_again(place)
    assert own.read_text("utf-8") == "---\ntitle: 手录\n---\n\n文\n"


def test_a_file_that_a_person_broke_is_left_alone_and_told(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    edit(path, "title: ", "title: 'ab: ")
    before = path.read_bytes()
    clip_again(place)
    report = pipeline.render(place)
    assert path.read_bytes() == before
    assert [(problem.where.endswith(path.name), problem.line > 0) for problem in report.problems[:1]] == [(True, True)]


def test_an_article_swallowed_by_another_leaves_its_id(place: Place, file_of: Find) -> None:
    gone = file_of("宁波")
    page = place.content / "pages" / "p1.txt"
    text = page.read_text("utf-8")
    text = text.replace("宁波海曙添一家职工书屋", "大家都说这样的活动很好。")
    page.write_text(text.replace("本报讯 记者张浩呈 通讯员郑轶文报道 ", ""), "utf-8")
    pipeline.clip(place)
    assert not gone.exists()
    assert "aliases: [p1-11]" in file_of("台州").read_text("utf-8")


def test_clipping_the_same_again_writes_nothing(place: Place) -> None:
    assert pipeline.clip(Place(place.content, place.theme, place.site, fresh=True)).written == 0
