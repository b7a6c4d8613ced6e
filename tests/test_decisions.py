"""What a person decides in page.md holds in the files, is explained, and goes again when it is taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from jianbao import pipeline
from jianbao.cli import main
from jianbao.files.marks import NAME
from jianbao.pipeline import Place, Report

Find = Callable[[str], Path]


@pytest.fixture(autouse=True)
def clipped(place: Place) -> Report:
    return pipeline.clip(place)


def folder(place: Place) -> Path:
    return place.content / "articles/p1"


def decide(place: Place, *lines: str) -> Report:
    """Writes lines below `page:` in page.md, with a comment of the person's, and clips again."""
    path = folder(place) / "page.md"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("page: p1.txt\n", "page: p1.txt\n# 我定的\n" + "".join(f"{x}\n" for x in lines)), "utf-8"
    )
    return pipeline.clip(place)


def take_back(place: Place, *lines: str) -> Report:
    path = folder(place) / "page.md"
    text = path.read_text("utf-8")
    for line in ("# 我定的", *lines):
        assert f"{line}\n" in text
        text = text.replace(f"{line}\n", "")
    path.write_text(text, "utf-8")
    return pipeline.clip(place)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def files(place: Place) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder(place).iterdir()}


def problems(place: Place) -> list[tuple[str, int, str]]:
    """What a build says, which clips and renders: nothing twice."""
    return [(one.where, one.line, one.what) for one in pipeline.build(place).problems]


def test_a_page_md_that_a_person_changed_is_clipped_again_and_kept_as_typed(place: Place) -> None:
    report = decide(place, "articles: [5-7, 9-15]  # 看过报样", "joins: [7 / 9]")
    assert report.written > 0 and report.problems == ()
    page = files(place)["page.md"]
    assert "page: p1.txt\n# 我定的\narticles: [5-7, 9-15]  # 看过报样\njoins: [7 / 9]\n" in page


def test_untouched_articles_are_cut_anew_and_keep_their_ids(place: Place, file_of: Find) -> None:
    decide(place, "articles: [5-7, 9-15]")
    assert "id: p1-5\n" in file_of("台州").read_text("utf-8") and "lines: 5-7}" in file_of("台州").read_text("utf-8")
    (other,) = [text for text in files(place).values() if "lines: 9-15}" in text]
    assert "id: p1-11\n" in other and "赛活动,现场气氛十分热烈" in other
    assert problems(place) == []


def test_articles_that_a_person_made_one_leave_an_alias(place: Place) -> None:
    decide(place, "articles: [5-15]")
    (one,) = [text for name, text in files(place).items() if name[0].isdigit()]
    assert "lines: 5-15}" in one and "aliases: [p1-" in one and "\n## 宁波海曙添一家职工书屋\n" in one


def test_clipping_twice_changes_nothing(place: Place) -> None:
    decide(place, "articles: [5-7, 9-15]", "roles: {17: page_furniture}")
    before = files(place)
    assert pipeline.clip(Place(place.content, place.theme, place.site, fresh=True)).written == 0
    assert files(place) == before


@pytest.mark.parametrize(
    "line",
    ["articles: [5-15]", "roles: {9: advert}", "joins: [7 / 9]", "joins: [7 > 15]", "roles: {17: caption}"],
)
def test_a_decision_that_is_taken_back_leaves_no_trace(place: Place, line: str) -> None:
    before = files(place)
    decide(place, line)
    assert files(place) != before
    take_back(place, line)
    assert files(place) == before


def test_an_article_split_and_made_one_again_answers_for_the_part(place: Place, file_of: Find) -> None:
    decide(place, "articles: [5-7, 9]")
    take_back(place, "articles: [5-7, 9]")
    assert "lines: 5-9}\naliases: [p1-9]\n" in file_of("台州").read_text("utf-8")


def test_a_text_that_a_person_changed_wins_and_the_contradiction_is_told(place: Place, file_of: Find) -> None:
    path = file_of("台州")
    edit(path, "十分热烈", "座无虚席")
    before = path.read_text("utf-8")
    decide(place, "articles: [5-7, 9-15]")
    assert path.read_text("utf-8") == before
    assert "lines: 11-15}" in file_of("宁波").read_text("utf-8")
    line = before.splitlines().index("source: {page: p1.txt, lines: 5-9}") + 1
    told = [one for one in pipeline.build(place).problems if one.line == line]
    assert [(one.where, "page.md makes 5-7 one article" in one.what) for one in told] == [
        (f"articles/p1/{path.name}", True),
        (f"articles/p1/{path.name}", False),
    ]
    assert all("in page.md" in one.remedy for one in told) and len(problems(place)) == 2


def test_only_the_article_that_stands_against_a_decision_is_told(place: Place, file_of: Find) -> None:
    edit(file_of("台州"), "十分热烈", "座无虚席")
    edit(file_of("宁波"), "title: ", "title: 我的")
    decide(place, "articles: [9-15]")
    against = [where for where, _, what in problems(place) if "one article" in what]
    assert against == [f"articles/p1/{file_of('台州').name}"] and "lines: 11-15}" in file_of("宁波").read_text("utf-8")


def test_an_article_with_a_title_of_a_person_follows_a_boundary(place: Place, file_of: Find) -> None:
    edit(file_of("台州"), "title: ", "title: 我的")
    decide(place, "articles: [5-7, 9-15]")
    text = file_of("台州").read_text("utf-8")
    assert "title: 我的台州" in text and "lines: 5-7}" in text and "现场气氛十分热烈" not in text
    assert problems(place) == []


def test_an_edited_article_is_not_swallowed_by_a_decision(place: Place, file_of: Find) -> None:
    edit(file_of("台州"), "title: ", "title: 我的")
    edit(file_of("宁波"), "title: ", "title: 我的")
    decide(place, "articles: [5-15]")
    assert "title: 我的" in file_of("台州").read_text("utf-8") and "title: 我的" in file_of("宁波").read_text("utf-8")
    assert any("page.md makes 5-15 one article" in what for _, _, what in problems(place))


def test_lines_that_a_person_gave_an_article_are_no_contradiction_when_page_md_says_the_same(
    place: Place, file_of: Find
) -> None:
    edit(file_of("台州"), "lines: 5-9}", "lines: '5-9, 15'}")
    decide(place, 'articles: ["5-9, 15"]')
    assert problems(place) == [] and "公司腾挪" in file_of("台州").read_text("utf-8")


def test_a_line_that_page_md_makes_an_advert_stays_in_an_article_whose_text_a_person_changed(
    place: Place, file_of: Find
) -> None:
    edit(file_of("宁波"), "静坐品书", "静坐读书")
    decide(place, "roles: {15: advert}")
    assert "公司腾挪" in file_of("宁波").read_text("utf-8") and "lines: '15'" not in files(place)["page.md"]
    ((where, _, what),) = problems(place)
    assert where.endswith(file_of("宁波").name) and "it keeps line 15; page.md makes it advert" in what


def test_an_article_of_decided_lines_that_a_person_deleted_stays_deleted(place: Place, file_of: Find) -> None:
    decide(place, "articles: [11-15]")
    file_of("宁波").unlink()
    pipeline.clip(place)
    assert not any("公司腾挪" in text for text in files(place).values())


def test_a_decision_about_other_lines_than_a_deleted_article_had_makes_an_article(place: Place, file_of: Find) -> None:
    file_of("宁波").unlink()
    decide(place, "articles: [5-7, 9-15]")
    assert any("lines: 9-15}" in text for text in files(place).values())


def test_decisions_that_cannot_hold_are_told_once_and_the_others_hold(place: Place, file_of: Find) -> None:
    decide(place, "articles: [5-7, 9-150]", "roles: {11: crosshaed, 17: page_furniture}", "joins: [13 > 13]")
    told = problems(place)
    assert [(where, line) for where, line, _ in told] == [("articles/p1/page.md", at) for at in (4, 5, 6)]
    assert "lines: 5-7}" in file_of("台州").read_text("utf-8") and "role: page_furniture" in files(place)["page.md"]


def test_decisions_are_not_read_where_nothing_may_be_written(place: Place) -> None:
    (folder(place) / NAME).unlink()
    before = files(place)
    decide(place, "articles: [5-15]")
    assert {name: text for name, text in files(place).items() if name != "page.md"} == {
        name: text for name, text in before.items() if name != "page.md"
    }


def run(place: Place, *args: str) -> str:
    folders = ["--content", str(place.content), "--theme", str(place.theme), "--site", str(place.site)]
    return CliRunner().invoke(main, [*args, *folders]).output


def test_explain_says_first_what_a_person_decided(place: Place) -> None:
    decide(place, 'articles: ["5-7, 15"]', "roles: {5: kicker}", "joins: [7 > 15, 9 / 13]")
    told = run(place, "explain", "p1-5").splitlines()
    assert told[:3] == [
        "by a person (page.md): L5 kicker",
        "by a person (page.md): L7+L15 join",
        "by a person (page.md): L5-L7, L15 one article",
    ]
    assert told[told.index("L5") + 1].split()[:7] == ["kicker", "+99.0", "a", "person", "said", "so,", "page.md"]
    assert "by a person (page.md): L9+L13 apart" in run(place, "explain", "p1").splitlines()


def test_check_lists_no_doubt_that_a_person_settled(place: Place) -> None:
    edit(place.content / "pages/p1.txt", "学习需求。", "学习需")
    pipeline.clip(place)
    assert "文末中断" in run(place, "check")
    decide(place, "articles: [11-15]")
    assert "文末中断" not in run(place, "check")


def test_check_names_a_decision_that_cannot_hold(place: Place) -> None:
    decide(place, "roles: {5: Titel}")
    assert "articles/p1/page.md:4" in run(place, "check")
