"""What stands in content/ is the same, in however many processes it is read."""

from dataclasses import replace
from pathlib import Path

import pytest

from jianbao import pipeline, stock
from jianbao.files import shelf
from jianbao.known import Known
from jianbao.stock import Stock, read_stock


def archive(content: Path) -> None:
    for no in range(40):
        folder = content / "articles" / f"p{no}"
        folder.mkdir(parents=True)
        for line in (1, 2):
            id = f"p{no}-{line}" if no != 7 else f"p6-{line}"  # a copy
            text = f"---\nid: {id}\ntitle: 第{no}篇之{line}\ntags: [职工{no % 3}]\n---\n\n正文{no}。\n"
            (folder / f"00{line}.md").write_text(text, "utf-8")
    (content / "articles" / "p9" / "001.md").write_bytes("---\ntitle: 断".encode()[:-1])
    decided = "---\npage: p3.txt\narticles: [1-2]\n---\n"
    (content / "articles" / "p3" / "page.md").write_text(decided, "utf-8")
    (content / "pages").mkdir()
    (content / "pages" / "p3.txt").write_text("题\n正文", "utf-8")


def shown(found: Stock, content: Path) -> object:
    bodies = {id: found.articles.whole(row).body for row, id in enumerate(found.articles.columns.ids)}
    articles = sorted((replace(one, body=bodies[one.id]) for one in found.articles), key=lambda one: one.id)
    problems = sorted((one.where, one.line, one.what.replace(str(content), "")) for one in found.problems)
    return articles, [page.facts for page in found.pages], found.lines, problems


def read(content: Path, jobs: int, told: list[tuple[int, int]]) -> Stock:
    def tell(_: str, done: int, every: int) -> None:
        told.append((done, every))

    return read_stock(content, shelf.listing(content), tell, Known(content, "1"), jobs)


@pytest.mark.parametrize("writable", [True, False])
def test_processes_read_what_one_process_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writable: bool) -> None:
    monkeypatch.setattr(stock, "_FEW", 1)
    for name in ("one", "many"):
        archive(tmp_path / name)
    if not writable:
        (tmp_path / "many" / ".cache").write_text("in the way", "utf-8")
    here = read_stock(tmp_path / "one", shelf.listing(tmp_path / "one"), pipeline.silent, Known(tmp_path / "one", "1"))
    told: list[tuple[int, int]] = []
    there = read(tmp_path / "many", 2, told)
    assert shown(there, tmp_path / "many") == shown(here, tmp_path / "one")
    assert told[-1] == (40, 40) and [done for done, _ in told] == sorted(done for done, _ in told)
    assert any("p9" in one.where for one in there.problems) and any("copy" in one.remedy for one in there.problems)


def test_what_was_read_in_processes_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stock, "_FEW", 1)
    archive(tmp_path)
    read(tmp_path, 2, [])
    again: list[str] = []
    texts = shelf.folder_texts
    monkeypatch.setattr(shelf, "folder_texts", lambda content, folder: again.append(folder) or texts(content, folder))
    read(tmp_path, 2, [])
    assert again == ["p3"]  # where people decided something
