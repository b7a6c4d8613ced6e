"""Builder and client together against a plain scan: everything that answers is found, nothing else is listed, and the
number is right when it is called exact."""

from pathlib import Path
from random import Random

import pytest
from scanning import HEAVY, SMALL, Client, articles, changed, questions, site

from jianbao.search import index
from jianbao.search.shape import SITE, USB, Layout


def check(client: Client, folder: Path, random: Random, held: list, count: int) -> None:  # type: ignore[type-arg]
    for request, fits in questions(random, held, count):
        answer = client.ask(folder, request)
        assert "failed" not in answer, (request, answer)
        assert set(fits) <= set(answer["ids"]), request
        assert sorted(hit["id"] for hit in answer["hits"]) == fits, request
        assert answer["sure"] and answer["total"] == len(fits)
        assert not answer["exact"] or answer["count"] == len(fits), request
        if request["sort"] == "date":
            assert [hit["id"] for hit in answer["hits"]] == fits[::-1]


@pytest.mark.parametrize(
    ("seed", "layout"),
    [*((seed, SMALL) for seed in range(12)), *((seed, HEAVY) for seed in range(50, 56)), (60, SITE), (61, USB)],
)
def test_a_random_archive(client: Client, tmp_path: Path, seed: int, layout: Layout) -> None:
    random = Random(seed)
    held = articles(random, random.choice([0, 1, 3, 30, 90]))
    check(client, site(tmp_path, held, layout), random, held, 60)


@pytest.mark.parametrize("seed", [70, 71])
def test_the_layout_changes_no_answer(client: Client, tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    held = articles(random, 90)
    folders = [site(tmp_path / str(number), held, layout) for number, layout in enumerate([SMALL, HEAVY])]
    for request, _ in questions(random, held, 60):
        one, other = (client.ask(folder, request) for folder in folders)
        assert one["hits"] == other["hits"] and one["years"] == other["years"], request


@pytest.mark.parametrize("seed", range(100, 104))
def test_an_archive_that_changes_between_builds(client: Client, tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    held = articles(random, 24)
    for step in range(6):
        folder = site(tmp_path / "kept", held)
        fresh = site(tmp_path / f"fresh{step}", held)
        assert files(folder) == files(fresh)
        check(client, folder, random, held, 12)
        held = changed(random, held, random.randrange(len(held)))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")}


def test_each_article_deleted_in_turn_is_gone_at_once(client: Client, tmp_path: Path) -> None:
    random = Random(7)
    held = articles(random, 12)
    for at in range(len(held)):
        left = [*held[:at], *held[at + 1 :]]
        answer = client.ask(site(tmp_path, left), {"query": "", "from": [1900]})
        dated = [one for one in left if one.stand.year is not None]
        assert len(answer["hits"]) == len(dated)


def test_processes_and_a_full_memory_change_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = articles(Random(3), 80)
    once = files(site(tmp_path / "one", held))
    monkeypatch.setattr(index, "_LOT", 3)
    monkeypatch.setattr(index, "_IN_MEMORY", 1)
    assert files(site(tmp_path / "two", held, jobs=2)) == once
