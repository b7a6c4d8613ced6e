"""A scheduler and three workers as processes of their own: the same Markdown as without them, whoever dies."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jianbao import cluster, pipeline
from jianbao.archive.archive import group
from jianbao.cluster import connected
from jianbao.files import shelf
from jianbao.pipeline import Place
from jianbao.problems import Stop
from jianbao.publish.quire import flat
from jianbao.search import index, search
from jianbao.stock import read_stock

ROOT = Path(__file__).parent.parent
COPIES = 4
PATIENCE = 60


class Machines:
    """Dask's own programs, as an owner of several machines starts them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = str(folder / "scheduler.json")
        self.running: list[subprocess.Popen[bytes]] = []
        self.start("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", self.file)
        until(lambda: Path(self.file).exists())

    def start(self, *words: str, code: Path = ROOT) -> subprocess.Popen[bytes]:
        here = os.environ | {"PYTHONPATH": str(code)}
        command = [sys.executable, "-m", "dask", *words]
        log = (self.folder / f"{len(self.running)}.log").open("wb")
        self.running.append(subprocess.Popen(command, cwd=self.folder, env=here, stdout=log, stderr=log))
        return self.running[-1]

    def worker(self, code: Path = ROOT) -> subprocess.Popen[bytes]:
        words = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder)]
        return self.start("worker", "--scheduler-file", self.file, *words, code=code)

    def stop(self) -> None:
        for process in reversed(self.running):
            process.kill()
            process.wait()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "It never came."
        time.sleep(0.05)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    started = Machines(tmp_path)
    yield started
    started.stop()


def pages(folder: Path) -> Place:
    """The shipped pages, each as often as COPIES says, and no article."""
    (folder / "content" / "pages").mkdir(parents=True)
    shutil.copy(ROOT / "content" / "archive.yaml", folder / "content")
    for path in sorted((ROOT / "content" / "pages").glob("*.txt")):
        for copy in range(COPIES):
            (folder / "content" / "pages" / f"{path.stem}-{copy}.txt").write_bytes(path.read_bytes())
    return Place(folder / "content", ROOT / "theme", folder / "site")


def markdown(place: Place) -> dict[str, bytes]:
    found = (place.content / "articles").rglob("*.md")
    return {path.relative_to(place.content).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("killed", [0, 1], ids=["all stay", "one is killed at work"])
def test_three_workers_clip_what_one_process_clips(tmp_path: Path, machines: Machines, killed: int) -> None:
    alone, together = pages(tmp_path / "alone"), pages(tmp_path / "together")
    pipeline.clip(alone)
    workers = [machines.worker() for _ in range(3)]

    def tell(_step: str, done: int, _all: int) -> None:
        if done == 3 and killed:
            workers[0].send_signal(signal.SIGKILL)

    with connected(machines.file) as found:
        found._client.wait_for_workers(3, timeout=PATIENCE)
        place = Place(together.content, together.theme, together.site, cluster=found)
        report = pipeline.clip(place, tell)
    assert report.problems == pipeline.clip(Place(alone.content, alone.theme, alone.site, fresh=True)).problems
    assert (workers[0].wait(PATIENCE) == -signal.SIGKILL) if killed else workers[0].poll() is None
    assert len(markdown(alone)) > 100
    assert markdown(together) == markdown(alone)


def test_three_workers_index_what_one_process_indexes(machines: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_LOT", 2)
    place = Place(ROOT / "content", ROOT / "theme", machines.folder / "site")
    stock = read_stock(place.content, shelf.listing(place.content), pipeline.silent)
    archive = group(stock.articles, stock.pages, place.settings[0], place.authority[0])
    workers = [machines.worker() for _ in range(3)]
    with connected(machines.file) as found:
        found._client.wait_for_workers(3, timeout=PATIENCE)

        def do(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
            for done, result in enumerate(found.do(function, items)):
                if done == 3:
                    workers[0].send_signal(signal.SIGKILL)
                yield result

        together = {sheet.path: sheet.make() for sheet in flat(search.sheets(archive, do))}
    assert workers[0].wait(PATIENCE) == -signal.SIGKILL
    assert together == {sheet.path: sheet.make() for sheet in flat(search.sheets(archive))}


def test_three_workers_render_what_one_process_renders(tmp_path: Path, machines: Machines) -> None:
    alone = Place(ROOT / "content", ROOT / "theme", tmp_path / "alone")
    pipeline.render(alone)
    workers = [machines.worker() for _ in range(3)]

    def tell(_step: str, done: int, every: int) -> None:
        if 0 < done < every and workers[0].poll() is None:
            workers[0].send_signal(signal.SIGKILL)

    with connected(machines.file) as found:
        found._client.wait_for_workers(3, timeout=PATIENCE)
        together = replace(alone, site=tmp_path / "together", cluster=found)
        assert pipeline.render(together, tell).made > 500
    assert workers[0].wait(PATIENCE) == -signal.SIGKILL
    assert files(together.site) == files(alone.site)


def test_a_folder_that_workers_do_not_see_is_named(tmp_path: Path, machines: Machines) -> None:
    machines.worker()
    with connected(machines.file) as found, pytest.raises(Stop, match="does not see"):
        found.must_see(tmp_path / "nowhere")


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_what_an_item_raises_is_raised_here_and_nothing_stays_behind(machines: Machines) -> None:
    machines.worker()
    with connected(machines.file) as found:
        with pytest.raises(ZeroDivisionError):
            list(found.do(divmod_of, range(5, -1, -1)))
        until(lambda: not found._client.run_on_scheduler(held))


def divmod_of(number: int) -> tuple[int, int]:
    return divmod(1, number)


def held(dask_scheduler: object) -> int:
    return len(dask_scheduler.tasks)  # type: ignore[attr-defined]


def test_a_worker_with_another_program_is_named(tmp_path: Path, machines: Machines) -> None:
    other = tmp_path / "other"
    shutil.copytree(ROOT / "jianbao", other / "jianbao", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "jianbao" / "model.py").open("a") as file:
        file.write("# changed\n")
    machines.worker(other)
    with pytest.raises(Stop, match=r"The worker tcp://.* has Python .*; here it is") as said, connected(machines.file):
        pass
    assert "Install the same jianbao" in str(said.value)


def test_a_scheduler_without_workers_and_none_at_all(machines: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(Stop, match="has no worker"), connected(machines.file):
        pass
    with pytest.raises(Stop, match=r"No scheduler answers at tcp://127\.0\.0\.1:9"), connected("tcp://127.0.0.1:9"):
        pass


def test_local_starts_one_here_and_ends_it(tmp_path: Path) -> None:
    with connected("local", 2) as found:
        assert list(found.do(str, range(40))) == [str(number) for number in range(40)]
        client = found._client
    assert client.status == "closed"
