"""The link checker finds what is dead and leaves what is alive."""

from pathlib import Path

import pytest

from jianbao.linkcheck import dead_links


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_text('<p id="p1">甲</p>', "utf-8")
    return tmp_path


@pytest.mark.parametrize("link", ["a/b.html", "a/b.html#p1", "a/../a/b.html", "#here", "mailto:a@b.cn"])
def test_a_link_that_leads_somewhere_is_left(site: Path, link: str) -> None:
    (site / "index.html").write_text(f'<a id="here" href="{link}">x</a>', "utf-8")
    assert dead_links(site) == []


@pytest.mark.parametrize("link", ["a/c.html", "a/", "a/b.html#p2", "/a/b.html", "../x.html", "javascript:x", "a"])
def test_a_link_that_leads_nowhere_is_told_with_its_line(site: Path, link: str) -> None:
    (site / "index.html").write_text(f'\n<a href="{link}">x</a>', "utf-8")
    (problem,) = dead_links(site)
    assert (problem.where, problem.line) == ("index.html", 2) and link in problem.what
