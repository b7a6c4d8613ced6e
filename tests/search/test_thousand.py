"""A thousand articles of newspaper text: what is found, and what it costs, against a plain scan of all of them."""

import re
from pathlib import Path
from random import Random

import pytest
from scanning import Client, plain, site

from jianbao.archive.stand import stand
from jianbao.model import Article
from jianbao.search import shape
from jianbao.search.texts import Entry

ROOT = Path(__file__).parents[2]
COUNT, LENGTH = 1000, 1200  # articles, and characters of each
QUESTIONS = 6  # of each length
PER_ARTICLE = 4200  # bytes of all files of the search


def thousand(random: Random) -> list[Entry]:
    """Articles made of sentences of the shipped pages, in another order, one character in twenty another one."""
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "content" / "pages").glob("*.txt")))
    sentences = [found for found in re.split(r"(?<=[。！？])|\n", text) if len(found) > 8]
    chars = sorted(set(re.findall(r"[\u4e00-\u9fff]", text)))
    held = []
    for number in range(COUNT):
        body = ""
        while len(body) < LENGTH:
            body += random.choice(sentences) + ("\n\n" if random.random() < 0.3 else "")
        body = "".join(random.choice(chars) if char > "\u4dff" and random.random() < 0.05 else char for char in body)
        date = f"{2000 + number // 50}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        article = Article(f"p-{number}", random.choice(sentences)[:20], date=date, body=body)
        held.append(Entry(article, stand(date), "", ("knews", f"r{number % 40}")))
    return sorted(held, key=lambda entry: entry.stand)


@pytest.fixture(scope="module")
def held() -> list[Entry]:
    return thousand(Random(7))


@pytest.fixture(scope="module")
def folder(held: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("thousand"), held, shape.SITE)


def test_every_substring_is_found_and_nothing_else(held: list[Entry], folder: Path, client: Client) -> None:
    random = Random(3)
    parts = (f"{one.article.title}。{one.article.body}".replace("\n\n", "。") for one in held)  # no phrase runs over
    texts = [plain(text) for text in parts]
    for size in (1, 2, 3, 4, 6):
        for _ in range(QUESTIONS):
            runs = re.findall(rf"[\u4e00-\u9fff]{{{size},}}", random.choice(texts))
            run = random.choice(runs)
            at = random.randrange(len(run) - size + 1)
            words = run[at : at + size]
            answer = client.ask(folder, {"query": words, "list": COUNT})
            assert [hit["id"] for hit in sorted(answer["hits"], key=lambda hit: int(hit["id"]))] == [
                number for number, text in enumerate(texts) if words in text
            ], words


def test_the_files_weigh_little(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.rglob("*.js")) <= PER_ARTICLE * COUNT
