"""What people do to the files, and what breaks off a build, never makes words vanish; a page is known by more than
its name."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao import pipeline
from jianbao.pipeline import Place

Find = Callable[[str], Path]


def texts(place: Place) -> str:
    return "".join(path.read_text("utf-8") for path in (place.content / "articles").rglob("*.md"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def swallow(place: Place) -> None:
    page = place.content / "pages/p1.txt"
    edit(page, "宁波海曙添一家职工书屋", "大家都说这样的活动很好。")
    edit(page, "本报讯 记者张浩呈 通讯员郑轶文报道 ", "")
    pipeline.clip(place)


def test_a_line_given_to_an_article_brings_its_words(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    edit(file_of("台州"), "lines: 5-9", "lines: 5-9, 15")
    pipeline.clip(place)
    assert "公司腾挪出二百平方米" in texts(place)


def test_lines_never_come_to_an_article_without_their_words(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    edit(file_of("台州"), "十分热烈", "非常热烈")
    swallow(place)
    assert "采购了三千余册" in texts(place)


def test_an_edited_article_keeps_its_lines_for_itself(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    edit(file_of("宁波"), "title: ", "title: 人")
    swallow(place)
    assert [problem.what for problem in pipeline.render(place).problems] == []


def test_two_articles_made_one_by_a_person_keep_the_head_of_the_first(place: Place, file_of: Find) -> None:
    edit(place.content / "pages/p1.txt", "招商热线", "今后,公司还要办读书会,请职工都来参加。\n\n招商热线")
    pipeline.clip(place)
    first, second = file_of("台州"), file_of("宁波")
    edit(first, "lines: 5-9", "lines: 5-17")
    edit(first, "十分热烈", "非常热烈")
    second.unlink()
    pipeline.clip(place)
    assert "title: 台州" in first.read_text("utf-8")


def test_an_article_of_another_page_takes_no_lines(place: Place) -> None:
    pipeline.clip(place)
    own = place.content / "articles/p1/own.md"
    own.write_text("---\ntitle: 客\nsource: {page: other.txt, lines: 5-9}\n---\n\n文\n", "utf-8")
    assert pipeline.build(place).lines.article == 6


def state(place: Place) -> dict[str, bytes]:
    folder = place.content / "articles"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_first_build_killed_at_any_file_is_finished_by_the_next(
    place: Place, killed_after: Callable[[Place, int], bool]
) -> None:
    pipeline.clip(place)
    whole = state(place)
    count = 0
    while True:
        shutil.rmtree(place.content / "articles")
        shutil.rmtree(place.content / ".cache")
        if not killed_after(place, count):
            break
        assert pipeline.clip(place).problems == ()
        assert state(place) == whole, count
        count += 1
    assert count >= 4


def test_a_later_build_killed_at_any_file_keeps_all_words(
    place: Place, file_of: Find, killed_after: Callable[[Place, int], bool]
) -> None:
    pipeline.clip(place)
    edit(file_of("宁波"), "title: ", "title: 人")
    before = state(place)
    edit(place.content / "pages/p1.txt", "学法竞赛", "普法竞赛")
    pipeline.clip(place)
    whole = state(place)
    count = 0
    while True:
        for path, data in before.items():
            (place.content / "articles" / path).write_bytes(data)
        shutil.rmtree(place.content / ".cache")
        if not killed_after(place, count):
            break
        pipeline.clip(place)
        assert state(place) == whole, count
        count += 1
    assert count >= 3


def test_clipping_again_by_force_writes_nothing(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    edit(file_of("台州"), "十分热烈", "非常热烈")
    edit(file_of("宁波"), "lines: 11-15", "lines: 11-13")
    pipeline.clip(place)
    assert pipeline.clip(Place(place.content, place.theme, place.site, fresh=True)).written == 0


def test_a_page_md_taken_away_hides_no_lines(place: Place) -> None:
    pipeline.clip(place)
    (place.content / "articles/p1/page.md").unlink()
    report = pipeline.build(place)
    assert report.lines.total == 9 or report.problems


def test_a_renamed_page_is_told(place: Place) -> None:
    pipeline.clip(place)
    (place.content / "pages/p1.txt").rename(place.content / "pages/q1.txt")
    report = pipeline.build(place)
    assert report.articles == 2 or any("p1.txt" in problem.what for problem in report.problems)


@pytest.mark.parametrize("name", ["杭州.txt", "杭洲.txt"])
def test_only_one_page_never_touches_another(place: Place, name: str) -> None:
    for page in ("杭州.txt", "杭洲.txt"):
        (place.content / "pages" / page).write_bytes((place.content / "pages/p1.txt").read_bytes())
    pipeline.clip(place)
    report = pipeline.clip(Place(place.content, place.theme, place.site, only=name, fresh=True))
    assert report.written == 0


def test_a_new_page_never_takes_the_folder_of_another(place: Place) -> None:
    (place.content / "pages/杭洲.txt").write_bytes((place.content / "pages/p1.txt").read_bytes())
    pipeline.clip(place)
    (place.content / "pages/杭州.txt").write_bytes((place.content / "pages/p1.txt").read_bytes())
    pipeline.clip(place)
    assert "page: 杭洲.txt" in (place.content / "articles/hang-zhou/page.md").read_text("utf-8")


def test_a_link_to_another_disk_stays(place: Place, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (place.content / "articles").symlink_to(tmp_path / "disk")
    pipeline.clip(place)
    assert (place.content / "articles").is_symlink() and (tmp_path / "disk/p1/page.md").is_file()


def test_a_list_over_several_lines_is_not_cut(place: Place, file_of: Find) -> None:
    from jianbao.files.document import cut

    assert [chunk.key for chunk in cut("---\nauthors: [\n{name: 甲},\n{name: 乙}\n]\ndate: 2021\n---\n").chunks] == [
        "authors",
        "date",
    ]


def test_no_file_outside_the_pages_is_read(place: Place) -> None:
    pipeline.clip(place)
    edit(place.content / "articles/p1/page.md", "page: p1.txt", "page: ../archive.yaml")
    report = pipeline.render(place)
    assert any("page" in problem.what for problem in report.problems) and report.lines.total == 0


@pytest.mark.parametrize("name", ["index.txt", "-.txt"])
def test_no_name_of_a_page_stops_the_archive(place: Place, name: str) -> None:
    (place.content / "pages" / name).write_bytes((place.content / "pages/p1.txt").read_bytes())
    assert pipeline.build(place).articles == 4
