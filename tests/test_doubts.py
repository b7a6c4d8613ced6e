"""Doubts in the files: noted for review, listed with what to write, and gone when a person has answered."""

import shutil
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from jianbao import pipeline
from jianbao.check import check
from jianbao.cli import main
from jianbao.clip import Looked
from jianbao.files import decisions
from jianbao.files.folder import PAGE, open_folder
from jianbao.model import Decisions, Doubt, Layout, Page
from jianbao.pipeline import Place, look
from jianbao.problems import Stop
from jianbao.read import read_plain
from jianbao.segment import segment
from jianbao.worklist import write

ROOT = Path(__file__).parent.parent
PAGES = [*sorted((ROOT / "content/pages").glob("*.txt")), *sorted((ROOT / "tests/labels/pages").glob("*.txt"))]


@cache
def cut(path: Path) -> tuple[Page, Layout]:
    page = read_plain("p", "p.txt", path.read_bytes())
    return page, segment(page)


def every_doubt() -> Iterator[tuple[Page, Doubt]]:
    for path in PAGES:
        page, layout = cut(path)
        yield from ((page, doubt) for doubt in layout.doubts)


def decided(page: Page, written: str) -> Decisions:
    """What a person decides who writes this into page.md."""
    text = f"---\npage: p.txt\n{written}\n---\n"
    folder = open_folder("p", {PAGE: text, ".written.json": '{"format": 1, "page": {}, "articles": {}}'}, "p.txt")
    assert not folder.problems
    made, problems = decisions.read(folder.page, page, PAGE)
    assert not problems
    return made


@pytest.fixture
def doubtful(place: Place) -> Place:
    """The small archive with a page that is doubtful, clipped."""
    (place.content / "pages/p1.txt").unlink()
    shutil.copy(ROOT / "tests/labels/pages/d01.txt", place.content / "pages")
    pipeline.clip(place)
    return place


def looked(place: Place) -> Looked:
    (found,) = look(place)
    return found


def article_of(place: Place, at: int) -> Path:
    return place.content / "articles/d01" / looked(place).names[at]


# --- what is doubted


def test_doubts_come_with_a_chance_the_worst_first_and_not_too_many() -> None:
    for path in PAGES:
        chances = [doubt.chance for doubt in cut(path)[1].doubts]
        assert chances == sorted(chances, reverse=True) and len(chances) <= 8
        assert all(0.3 <= chance < 1.0 for chance in chances)


def test_every_doubt_names_lines_of_the_page_why_and_what_to_write() -> None:
    for page, doubt in every_doubt():
        assert set(doubt.lines) <= {line.no for line in page.lines} and f"{doubt.lines[0]}" in doubt.note
        assert doubt.choices and doubt.claims


def test_what_a_doubt_says_to_write_answers_it() -> None:
    for page, doubt in every_doubt():
        answered = segment(page, decided(page, doubt.choices[0].write))
        assert doubt.note not in [one.note for one in answered.doubts], doubt


def test_rivals_of_a_join_can_be_written_too() -> None:
    rivals = [(page, choice) for page, doubt in every_doubt() for choice in doubt.choices[1:]]
    assert rivals
    for page, choice in rivals:
        assert decided(page, choice.write).joins


def test_a_page_where_all_was_decided_has_no_doubts() -> None:
    page, layout = cut(ROOT / "tests/labels/pages/d01.txt")
    articles = tuple(piece.lines for piece in layout.pieces)
    aside = {no: one.role for one in layout.furniture for no in one.lines}
    joined = [pair for piece in layout.pieces for block in piece.blocks for pair in pairwise(block.lines)]
    roles = {no: "headline" for piece in layout.pieces for no in piece.lines}
    roles |= {no: block.role for piece in layout.pieces for block in piece.blocks for no in block.lines}
    made = segment(page, Decisions(articles, roles | aside, tuple(joined)))
    assert layout.doubts and not [one.note for one in made.doubts if "或接" not in one.note]


# --- in the files


def test_each_doubt_stands_in_the_review_of_one_article(doubtful: Place) -> None:
    texts = [path.read_text("utf-8") for path in (doubtful.content / "articles/d01").glob("[0-9]*.md")]
    notes = [doubt.note for doubt, _ in looked(doubtful).doubts]
    assert notes and all(sum(note in text for text in texts) == 1 for note in notes)


def test_check_names_page_and_line_why_what_else_and_what_to_write(doubtful: Place) -> None:
    page = looked(doubtful)
    for doubt, _ in page.doubts:
        (found,) = [one for one in check(doubtful, [page]) if doubt.note in one.what]
        assert (found.where, found.line) == ("pages/d01.txt", doubt.lines[0])
        assert doubt.claims[0].rule in found.what and doubt.choices[0].write in found.what
        assert "articles/d01/page.md" in found.remedy


def test_what_is_taken_out_of_review_is_doubted_no_more(doubtful: Place) -> None:
    doubt, at = looked(doubtful).doubts[0]
    path = article_of(doubtful, at)
    path.write_text(path.read_text("utf-8").replace(doubt.note, "看过"), "utf-8")
    pipeline.clip(doubtful)
    page = looked(doubtful)
    whats = [one.what for one in check(doubtful, [page])]
    assert not any(doubt.note in what for what in whats) and "To review: 看过." in whats


def test_a_text_that_a_person_wrote_is_doubted_no_more(doubtful: Place) -> None:
    doubt, at = looked(doubtful).doubts[0]
    path = article_of(doubtful, at)
    path.write_text(path.read_text("utf-8") + "\n添一段。\n", "utf-8")
    pipeline.clip(doubtful)
    assert doubt.note not in path.read_text("utf-8")
    assert doubt.note not in [one.note for one, _ in looked(doubtful).doubts]


def test_what_is_decided_in_page_md_is_doubted_no_more(doubtful: Place) -> None:
    doubt = looked(doubtful).doubts[0][0]
    path = doubtful.content / "articles/d01/page.md"
    path.write_text(path.read_text("utf-8").replace("\n---\n", f"\n{doubt.choices[0].write}\n---\n"), "utf-8")
    assert not pipeline.clip(doubtful).problems
    texts = [path.read_text("utf-8") for path in (doubtful.content / "articles/d01").glob("[0-9]*.md")]
    assert not any(doubt.note in text for text in texts)


def test_explain_names_doubts_runners_up_and_rivals(doubtful: Place) -> None:
    told = CliRunner().invoke(main, ["explain", "d01", "--content", str(doubtful.content)]).stdout
    assert "doubtful: " in told and "would do over the whole page" in told
    assert "a piece begins" in told


def test_explain_names_the_rivals_of_a_join(doubtful: Place) -> None:
    shutil.copy(ROOT / "tests/labels/pages/d02.txt", doubtful.content / "pages")
    pipeline.clip(doubtful)
    told = CliRunner().invoke(main, ["explain", "d02", "--content", str(doubtful.content)]).stdout
    joins = [one for one in told.split("\nL") if "taken: the logarithm of the odds" in one]
    assert all("always" in one for one in joins) and "not taken" in told
    assert max(one.count("would go on instead") for one in joins) in (1, 2, 3)


# --- the worklist


def page_of(place: Place, file: Path) -> BeautifulSoup:
    write(place, look(place), file)
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def test_the_worklist_has_every_doubt_and_every_line(doubtful: Place, tmp_path: Path) -> None:
    html = page_of(doubtful, tmp_path / "list.html")
    page = looked(doubtful)
    assert [one.get_text() for one in html.select(".note")] == [doubt.note for doubt, _ in page.doubts]
    assert [int(one.get_text()) for one in html.select("td.no")] == [line.no for line in page.page.lines]
    codes = [one.get_text() for one in html.select("code")]
    assert codes == [choice.write for doubt, _ in page.doubts for choice in doubt.choices]


def test_the_worklist_needs_no_network_and_its_links_lead_to_files(doubtful: Place, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    html = page_of(doubtful, tmp_path / "deep/list.html")
    assert not html.select("script, link, img, iframe") and "url(" not in str(html)
    ids = {one["id"] for one in html.select("[id]")}
    for link in html.select("a"):
        target = str(link["href"])
        assert target[1:] in ids if target[0] == "#" else (tmp_path / "deep" / unquote(target)).is_file(), target


def test_text_of_a_page_is_no_html(place: Place, tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests/labels/pages/d01.txt", place.content / "pages/p1.txt")
    path = place.content / "pages/p1.txt"
    path.write_text(path.read_text("utf-8") + "\n\n<script>alert(1)</script>这里是一行正文。\n", "utf-8")
    pipeline.clip(place)
    html = page_of(place, tmp_path / "list.html")
    assert not html.select("script") and "<script>alert(1)</script>" in html.get_text()


def test_the_page_where_most_is_likely_wrong_comes_first(place: Place, tmp_path: Path) -> None:
    (place.content / "pages/p1.txt").unlink()
    for name in ("d01", "d02", "d03"):
        shutil.copy(ROOT / f"tests/labels/pages/{name}.txt", place.content / "pages")
    pipeline.clip(place)
    chances = {page.page.path: sum(doubt.chance for doubt, _ in page.doubts) for page in look(place)}
    order = [one.get_text() for one in page_of(place, tmp_path / "list.html").select("h2 span")]
    assert len(order) == 3 and order == sorted(order, key=lambda path: -chances[path])


def test_an_archive_without_doubts_says_so(place: Place, tmp_path: Path) -> None:
    (place.content / "pages/p1.txt").write_text("本报讯 记者张三报道 昨日,全市职工竞赛开幕。\n", "utf-8")
    pipeline.clip(place)
    assert "没有可疑之处" in page_of(place, tmp_path / "list.html").get_text()


@pytest.mark.parametrize("folder", ["site", "content/pages"])
def test_the_worklist_is_no_part_of_site_or_content(doubtful: Place, folder: str) -> None:
    with pytest.raises(Stop, match="no part of the site"):
        write(doubtful, [], doubtful.content.parent / folder / "list.html")


def test_a_worklist_that_cannot_be_written_stops_with_a_remedy(doubtful: Place, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    options = ["--content", str(doubtful.content), "--html", str(tmp_path / "a file/list.html")]
    result = CliRunner().invoke(main, ["check", *options])
    assert result.exit_code == 2 and "cannot be written" in result.stderr
