"""Shared by all tests: where the project is, and small archives made on the spot."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from jianbao import pipeline
from jianbao.files import shelf
from jianbao.pipeline import Place
from jianbao.publish.writer import Writer

if TYPE_CHECKING:
    from scanning import Client

settings.register_profile("jianbao", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("jianbao")

ROOT = Path(__file__).parent.parent

PAGE = """
浙江工人日报
2021年12月8日 星期三

台州举办职工学法竞赛

本报讯 记者潘仙德报道 近日,台州市总工会举办职工学法竞赛活动,来自全市的职工组成十三支代表队参加了本次竞

赛活动,现场气氛十分热烈。黄岩区总工会相关负责人表示,今后将经常举办这样的活动。

宁波海曙添一家职工书屋

本报讯 记者张浩呈 通讯员郑轶文报道 冬日午后,宁波海曙东海集团的职工书屋里,阳光洒满书架,一线职工静坐品书。

公司腾挪出二百平方米打造职工书屋,采购了三千余册图书,较好地满足了职工的借阅和学习需求。

招商热线 028-86112233 86112255
"""


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An archive of one page with two articles, its own content and site, the project's theme."""
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "p1.txt").write_text(PAGE, "utf-8")
    settings = "title: 试\nnewspapers:\n- {name: 浙江工人日报, home: 浙江省}\n"
    (tmp_path / "content" / "archive.yaml").write_text(settings, "utf-8")
    return Place(tmp_path / "content", ROOT / "theme", tmp_path / "site")


@pytest.fixture
def file_of(place: Place) -> Callable[[str], Path]:
    """Finds the one article file of the small archive whose name holds some words."""

    def find(words: str) -> Path:
        (found,) = (place.content / "articles" / "p1").glob(f"*{words}*.md")
        return found

    return find


@pytest.fixture(scope="session")
def client() -> "Iterator[Client]":
    """The client of the search under Node, one process for all tests."""
    from scanning import Client

    running = Client()
    yield running
    running.close()


class Killed(Exception):
    """The process ends here."""


@pytest.fixture
def killed_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[Place, int], bool]:
    """Clips and dies at the n-th file that would be written or removed; returns whether it came to that."""

    def clip(place: Place, count: int) -> bool:
        left = [count]

        class Failing(Writer):
            def write(self, path: str, content: bytes) -> None:
                self._step()
                super().write(path, content)

            def unlink(self, path: str) -> None:
                self._step()
                super().unlink(path)

            def _step(self) -> None:
                left[0] -= 1
                if left[0] < 0:
                    raise Killed

        with monkeypatch.context() as patched:
            patched.setattr(shelf, "Writer", Failing)
            try:
                pipeline.clip(Place(place.content, place.theme, place.site))
            except Killed:
                return True
        return False

    return clip
