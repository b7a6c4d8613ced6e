"""A site that was brought up to date step by step is, to the byte, the site built anew; and where nothing changed,
nothing is written."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from jianbao import pipeline, stock, workers
from jianbao.linkcheck import dead_links
from jianbao.pipeline import Place
from jianbao.publish import bring

ROOT = Path(__file__).parent.parent
PAPERS = ["甲报", "乙报", "甲报", "乙报", "佳报"]  # two of one sound
TAGS = ["职工教育", "读书", "职工互助保障", "自造词", "异议", "意义"]
PLACES = ["浙江省/杭州市/西湖区", "浙江省/绍兴市", "浙江省", "陕西省/西安市", "意大利"]
AUTHORS = ["曾晨路", "潘仙德", "李伟", "李炜", "王芳", "单士兵"]
WORDS = ["工会", "学院", "成立", "职工", "培训", "竞赛", "夜校", "补贴", "环卫工", "读书节"]
Step = Callable[[random.Random, Path], None]


def article(dice: random.Random, content: Path, id: str) -> None:
    day = f"202{dice.randrange(2)}-0{dice.randrange(1, 4)}-{dice.randrange(1, 29):02d}"
    date = dice.choice([day, day, day, day[:7], day[:4], "202X"])
    signed = dice.sample(AUTHORS, dice.randrange(3))
    lines = [
        f"id: {id}",
        f"title: {''.join(dice.sample(WORDS, 4))}",
        f"newspaper: {dice.choice(PAPERS)}",
        f"date: {date}",
        f"date_basis: {dice.choice(['page', 'inferred'])}",
        *(["authors:", *(f"- {{name: {name}, role: 记者}}" for name in signed)] if signed else []),
        "regions:",
        *(f"- {place}" for place in dice.sample(PLACES, dice.randrange(1, 3))),
        f"tags: [{', '.join(dice.sample(TAGS, dice.randrange(1, 4)))}]",
    ]
    folder, _, no = id.partition("-")
    if folder == "p0":
        lines.append(f"source: {{page: p0.txt, lines: {no}}}")
    body = "\n\n".join(
        "".join(dice.choices(WORDS, k=dice.randrange(3, 90))) + "。" for _ in range(dice.randrange(1, 4))
    )
    place = content / "articles" / folder / f"{no}.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("\n".join(["---", *lines, "---", "", body, ""]), "utf-8")


def page(dice: random.Random, content: Path) -> None:
    date, folio = f"2021-02-0{dice.randrange(1, 9)}", dice.randrange(1, 5)
    facts = f"page: p0.txt\nnewspaper: 甲报\ndate: {date}\ndate_basis: masthead\nfolio: '{folio}'\n"
    (content / "articles/p0").mkdir(parents=True, exist_ok=True)
    (content / "articles/p0/page.md").write_text(f"---\n{facts}---\n", "utf-8")
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages/p0.txt").write_text("\n".join("".join(dice.choices(WORDS, k=9)) for _ in range(6)), "utf-8")


def some(dice: random.Random, content: Path) -> Path:
    return dice.choice([path for path in sorted((content / "articles").rglob("*.md")) if path.name != "page.md"])


def more(dice: random.Random, content: Path) -> None:
    article(dice, content, f"p{dice.randrange(4)}-{dice.randrange(40, 90)}")


def other(dice: random.Random, content: Path) -> None:
    path = some(dice, content)
    article(dice, content, f"{path.parent.name}-{path.stem}")


def gone(dice: random.Random, content: Path) -> None:
    some(dice, content).unlink()


def words(dice: random.Random, content: Path) -> None:
    path = some(dice, content)
    path.write_text(path.read_text("utf-8") + "\n又一段" + "".join(dice.choices(WORDS, k=40)) + "\n", "utf-8")


def settings(dice: random.Random, content: Path) -> None:
    home = dice.choice(["浙江省", "陕西省"])
    (content / "archive.yaml").write_text(
        f"title: 剪报{dice.randrange(9)}\nnewspapers:\n- {{name: 甲报, home: {home}}}\n", "utf-8"
    )


def people(dice: random.Random, content: Path) -> None:
    (content / "authority").mkdir(exist_ok=True)
    said = f"- {{name: 曾晨路, also: [{dice.choice(AUTHORS[1:])}]}}\n"
    (content / "authority/people.yaml").write_text(said, "utf-8")


def subjects(dice: random.Random, content: Path) -> None:
    (content / "authority").mkdir(exist_ok=True)
    said = f"自造词:\n  scope: 说明{dice.randrange(9)}\n"
    (content / "authority/subjects.yaml").write_text(said, "utf-8")


def look(dice: random.Random, content: Path) -> None:
    path = content.parent / "theme/templates/frame.html"
    path.write_text(path.read_text("utf-8") + f"<!-- {dice.randrange(99)} -->", "utf-8")


STEPS: list[Step] = [more, more, other, other, gone, words, words, page, settings, people, subjects, look]


def made(site: Path) -> dict[str, bytes]:
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if path not in (".jianbao/lock", ".jianbao/record.json")}


@pytest.mark.parametrize("seed", range(6))
def test_any_chain_of_builds_ends_as_a_fresh_one(tmp_path: Path, seed: int) -> None:
    dice, content = random.Random(seed), tmp_path / "content"
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    content.mkdir()
    settings(dice, content)
    page(dice, content)
    for no in range(24):
        article(dice, content, f"p{no % 4}-{no + 1}")
    place = Place(content, tmp_path / "theme", tmp_path / "site")
    pipeline.render(place)
    for _ in range(6):
        for step in dice.sample(STEPS, dice.randrange(1, 4)):
            step(dice, content)
        pipeline.render(replace(place))
        whole = replace(place, site=tmp_path / "whole")
        pipeline.render(whole)
        assert made(place.site) == made(whole.site)
        again = pipeline.render(replace(place))
        assert (again.made, again.removed) == (0, 0)
        shutil.rmtree(whole.site)
    assert not dead_links(place.site)


def test_processes_and_one_process_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bring, "_FEW", 40)  # of a small archive one process would make all
    monkeypatch.setattr(stock, "_FEW", 1)
    shared = []
    share = workers.share
    monkeypatch.setattr(workers, "share", lambda *given: shared.append(given[2]) or share(*given))
    dice, content = random.Random(1), tmp_path / "content"
    content.mkdir()
    for no in range(400):
        article(dice, content, f"p{no % 9 + 1}-{no + 1}")
    one = Place(content, ROOT / "theme", tmp_path / "one")
    pipeline.render(one)
    pipeline.render(replace(one, site=tmp_path / "two", jobs=3))
    assert made(tmp_path / "one") == made(tmp_path / "two") and shared.count(3) >= 2


def test_a_build_that_is_interrupted_ends_with_a_word_and_the_next_goes_on(tmp_path: Path) -> None:
    dice, content, site = random.Random(2), tmp_path / "content", tmp_path / "site"
    content.mkdir()
    for no in range(900):
        article(dice, content, f"p{no % 9 + 1}-{no + 1}")
    command = [sys.executable, str(ROOT / "build.py"), "render", "--content", str(content), "--site", str(site)]
    hears = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a test that runs in the background may not
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=hears)
    pending = site / ".jianbao/pending.txt"
    while running.poll() is None and not (pending.exists() and "\t" in pending.read_text("utf-8")):
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    if running.returncode == 0:
        pytest.skip("the build was done before Ctrl-C came")
    assert running.returncode == 130 and "run it again to go on" in said and "Traceback" not in said
    there = len(list(site.rglob("*.html")))
    done = pipeline.render(Place(content, ROOT / "theme", site))
    assert there and done.kept
    pipeline.render(Place(content, ROOT / "theme", tmp_path / "whole"))
    assert made(site) == made(tmp_path / "whole")
