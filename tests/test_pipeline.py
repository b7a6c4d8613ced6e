"""The whole way: same input, same bytes; nothing new, nothing done; no line lost."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import pipeline
from jianbao.chinese.text import letters
from jianbao.files import markdown
from jianbao.linkcheck import dead_links
from jianbao.model import Page, Piece
from jianbao.pipeline import Place
from jianbao.problems import Fault
from jianbao.read import read_plain
from jianbao.segment import segment

LABELS = Path(__file__).parent / "labels"
LINES = st.sampled_from(
    """杭州有了“小哥学院”
本报讯 记者曾晨路报道 近日,学院成立。
简讯
通讯员王颀 摄
第3版
电话 0571-88851111

院”,补上他们的教育短板,组
“小哥”群体有受教育的需求,为此,西溪街道打造了“小哥学
2021年12月8日
(张长利)
阅读提示
下转第2版
近日,总工会举办竞赛。近日,总工会举办竞赛。近日,总工会举办竞赛。""".splitlines()
)
ANY = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60)


def accounted(page: Page) -> list[int]:
    layout = segment(page)
    return sorted(
        [no for piece in layout.pieces for no in piece.lines]
        + [no for one in layout.furniture for no in one.lines]
        + [one.line for one in layout.repeats if one.whole]
    )


def held(piece: Piece) -> str:
    heads = piece.kicker + piece.title + piece.subtitle + piece.column
    return letters(heads + "".join(block.text for block in piece.blocks))


@settings(max_examples=200)
@given(st.lists(st.one_of(LINES, ANY), max_size=30))
def test_every_line_of_any_text_goes_to_one_place(lines: list[str]) -> None:
    try:
        page = read_plain("p", "p.txt", "\n".join(lines).encode())
    except Fault:
        return
    assert accounted(page) == [line.no for line in page.lines]


def test_every_line_of_every_page_at_hand_goes_to_one_place(root: Path) -> None:
    paths = [*(root / "content/pages").glob("*.txt"), *(LABELS / "pages").glob("*.txt")]
    assert len(paths) >= 9
    for path in paths:
        page = read_plain("p", "p.txt", path.read_bytes())
        assert accounted(page) == [line.no for line in page.lines], path.name


def test_the_words_of_every_line_stand_in_its_piece(root: Path) -> None:
    for path in [*(root / "content/pages").glob("*.txt"), *(LABELS / "pages").glob("*.txt")]:
        page = read_plain("p", "p.txt", path.read_bytes())
        text = {line.no: line.text for line in page.lines}
        layout = segment(page)
        cut = {one.line for one in layout.repeats}
        for piece in layout.pieces:
            for no in set(piece.lines) - cut:
                assert letters(text[no]) in held(piece), f"{path.name}:{no}"


def test_the_markdown_of_a_piece_keeps_every_letter(root: Path) -> None:
    for path in (root / "content/pages").glob("*.txt"):
        for piece in segment(read_plain("p", "p.txt", path.read_bytes())).pieces:
            shown = re.sub(r"^\{: \.\w+\}$", "", markdown.body(piece.blocks), flags=re.M)
            assert letters(shown) == letters("".join(block.text for block in piece.blocks))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def shipped(root: Path, site: Path) -> Place:
    return Place(root / "content", root / "theme", site)


def test_two_builds_give_the_same_bytes_and_the_second_makes_nothing(place: Place, tmp_path: Path) -> None:
    assert pipeline.build(place).made > 10
    before = files(place.site)
    again = pipeline.build(place)
    assert (again.made, again.removed, again.written) == (0, 0, 0)
    other = Place(place.content, place.theme, tmp_path / "other")
    pipeline.build(other)
    assert files(place.site) == before
    assert {name: data for name, data in files(other.site).items() if "lock" not in name} == {
        name: data for name, data in before.items() if "lock" not in name
    }


def test_an_article_taken_away_leaves_no_page_and_no_dead_link(place: Place) -> None:
    pipeline.build(place)
    next((place.content / "articles/p1").glob("*台州*")).unlink()
    report = pipeline.build(place)
    assert report.removed > 0 and dead_links(place.site) == []


def test_the_shipped_archive_is_whole_and_stays_as_it_is(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "content", tmp_path / "content", ignore=shutil.ignore_patterns(".cache"))
    before = files(tmp_path / "content" / "articles")
    report = pipeline.build(Place(tmp_path / "content", root / "theme", tmp_path / "site"))
    lines = report.lines
    assert (report.pages, report.articles, lines.total, report.problems) == (5, 41, 374, ())
    assert lines.article + lines.furniture + lines.repeat == lines.total
    assert files(tmp_path / "content" / "articles") == before
    assert dead_links(tmp_path / "site") == []


def test_the_shipped_archive_asks_nothing_of_the_network(root: Path, tmp_path: Path) -> None:
    pipeline.render(shipped(root, tmp_path / "site"))
    for path in (tmp_path / "site").rglob("*.html"):
        assert "http://" not in path.read_text("utf-8") and "https://" not in path.read_text("utf-8"), path


def test_processes_give_the_same_as_one(place: Place, tmp_path: Path) -> None:
    text = (place.content / "pages/p1.txt").read_text("utf-8")
    for number in range(2, 20):
        (place.content / f"pages/p{number}.txt").write_text(
            text.replace("潘仙德", f"潘仙{chr(0x4E00 + number)}"), "utf-8"
        )
    pipeline.clip(place)
    serial = files(place.content / "articles")
    for path in serial:
        (place.content / "articles" / path).unlink()
    pipeline.clip(Place(place.content, place.theme, place.site, jobs=2, fresh=True))
    assert files(place.content / "articles") == serial


def test_a_second_build_at_once_is_told_to_wait(place: Place) -> None:
    import pytest
    from filelock import FileLock

    from jianbao.problems import Stop

    (place.content / ".cache").mkdir()
    with FileLock(place.content / ".cache/lock"), pytest.raises(Stop, match="Another build"):
        pipeline.clip(place)


def more_pages(place: Place) -> int:
    """Copies its page, and returns how many there are."""
    for number in range(2, 7):
        shutil.copy(place.content / "pages" / "p1.txt", place.content / "pages" / f"p{number}.txt")
    return 6


def clipped(place: Place) -> int:
    """How many pages are clipped now."""
    seen: list[str] = []
    pipeline.clip(place, lambda step, _done, _every: seen.append(step))
    return seen.count("clip")


def test_clipping_that_is_stopped_goes_on_where_it_was(place: Place) -> None:
    every = more_pages(place)

    def stop(_step: str, done: int, _every: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.clip(place, stop)
    assert clipped(place) == every - 2 and clipped(place) == 0


def test_clipping_that_is_killed_goes_on_where_it_was_last_noted(place: Place, tmp_path: Path) -> None:
    every = more_pages(place)
    program = f"""
import os
from pathlib import Path
from jianbao import pipeline
pipeline._REMEMBERED = 0
tell = lambda _step, done, _every: done == 3 and os._exit(9)
pipeline.clip(pipeline.Place(*map(Path, {[str(path) for path in (place.content, place.theme, place.site)]!r})), tell)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    assert clipped(place) == every - 2  # the third was not noted yet
