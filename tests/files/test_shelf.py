"""content/ as a thing on disk."""

from pathlib import Path

import pytest

from jianbao.files import shelf
from jianbao.files.marks import NAME, Marks, write
from jianbao.files.shelf import MAX_ARTICLE, article_folders, folder_texts, listing, page_files, put
from jianbao.publish.writer import Writer

MARKS = write(Marks())


def test_a_byte_order_mark_is_no_part_of_a_text(tmp_path: Path) -> None:
    (tmp_path / "articles/p").mkdir(parents=True)
    (tmp_path / "articles/p/1.md").write_bytes("\ufeff---\n".encode())
    assert folder_texts(tmp_path, "p") == ({"1.md": "---\n"}, [])


def test_an_article_of_many_megabytes_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "articles/p").mkdir(parents=True)
    (tmp_path / "articles/p/1.md").write_bytes(b"a" * (MAX_ARTICLE + 1))
    texts, (problem,) = folder_texts(tmp_path, "p")
    assert (texts, problem.where) == ({}, "articles/p/1.md")


def test_a_link_round_in_a_circle_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.txt").write_text("甲")
    (tmp_path / "pages/round").symlink_to(tmp_path / "pages")
    assert [page.path for page in page_files(tmp_path)[0]] == ["a.txt"]


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    assert put(tmp_path, "p", {"1.md": "甲", NAME: MARKS}, {}) == 2
    assert put(tmp_path, "p", {"1.md": "甲", NAME: MARKS}, {"1.md": "甲", NAME: MARKS}) == 0
    assert put(tmp_path, "p", {"1.md": None}, {"1.md": "甲"}) == 1
    assert not (tmp_path / "articles/p/1.md").exists()


def test_folders_are_known_by_their_articles_or_marks(tmp_path: Path) -> None:
    for path in ("a/1.md", f"b/{NAME}", "c/x.txt", "1.md"):
        (tmp_path / "articles" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "articles" / path).write_text("")
    assert list(article_folders(listing(tmp_path))) == ["", "a", "b"]


def test_articles_may_lie_on_another_disk(tmp_path: Path) -> None:
    (tmp_path / "disk/a").mkdir(parents=True)
    (tmp_path / "disk/a/1.md").write_text("甲")
    (tmp_path / "disk/a/round").symlink_to(tmp_path / "disk")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/articles").symlink_to(tmp_path / "disk")
    before = article_folders(listing(tmp_path / "content"))
    (tmp_path / "disk/a/1.md").write_text("甲乙")
    assert list(before) == ["a"] and article_folders(listing(tmp_path / "content")) != before


def test_a_link_that_leads_nowhere_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "articles/a").mkdir(parents=True)
    (tmp_path / "articles/a/1.md").write_text("甲")
    before = article_folders(listing(tmp_path))
    (tmp_path / "articles/a/2.md").symlink_to(tmp_path / "gone")
    after = article_folders(listing(tmp_path))
    assert list(after) == ["a"] and before != after
    texts, problems = folder_texts(tmp_path, "a")
    assert list(texts) == ["1.md"] and [problem.where for problem in problems] == ["articles/a/2.md"]


def test_the_marks_come_first_and_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    class Noting(Writer):
        def write(self, path: str, content: bytes) -> None:
            order.append(path.rpartition("/")[2])

    monkeypatch.setattr(shelf, "Writer", Noting)
    put(tmp_path, "p", {NAME: MARKS, "page.md": "页", "1.md": "甲"}, {})
    assert order == [NAME, "1.md", "page.md", NAME]
