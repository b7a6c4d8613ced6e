"""What tests of the search share: archives that are nasty on purpose, a plain scan that says what must be found, and
the client under Node."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from jianbao import workers
from jianbao.archive.stand import stand
from jianbao.chinese.fold import SOFT, folded
from jianbao.model import Article
from jianbao.publish.publish import publish
from jianbao.search import search, shape
from jianbao.search.paragraphs import paragraphs
from jianbao.search.terms import CHINESE
from jianbao.search.texts import MARK, Catalogue, Entry, day_of

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "theme" / "assets" / "search.js"
SMALL = shape.Layout(shard=100, tier=4, together=2, big=10, followed=3)
"""So finely cut that an archive of a few articles has all sorts of file."""
HEAVY = shape.Layout(shard=400, tier=1 << 40, together=5, monthly=False, big=20)
"""What the layout of a stick is to that of a site, for an archive of a few articles."""
SIGNS = [
    *"工工会会职年月的人中",
    *"會職灣台臺着著",
    *"ABab１２12390",
    "𠮷",
    "𠀀",
    "が",
    "カ",
    "한",
    "é",
    "e\u0301",
    "ﬁ",
    "㈱",
    "ß",
    "İ",
    "½",
]
SIGNS += [*"，。、·-—“”\"' \n　", "\u200b", "\u00ad", "😀", "\ufffd", "Ａ", "covid", "2023", "工会", "职工", "新就业"]


def text(random: Random, longest: int) -> str:
    """A text that no newspaper would print, though its OCR might."""
    return "".join(random.choice(SIGNS) for _ in range(random.randint(0, longest)))


def articles(random: Random, count: int) -> list[Entry]:
    """Articles of four years and without a date, in the order of their numbers."""
    dates = sorted(
        random.choice(["", "2019", "2019-12", "2020-01-31", "2020-02", "2021-11-30", "2021-12-01", "2022-05-05"])
        for _ in range(count)
    )
    return [entry(random, number, date) for number, date in enumerate(dates)]


def entry(random: Random, number: int, date: str) -> Entry:
    """An article; a body of Markdown signs alone would be no text any more, so it has none."""
    body = "\n\n".join(text(random, 30).strip() for _ in range(random.randint(0, 4)))
    other = {
        "kicker": text(random, 6),
        "byline": text(random, 4),
        "also": (text(random, 5),) if random.random() < 0.3 else (),
    }
    article = Article(f"p-{number}", text(random, 12), date=date, body=body, **other)
    facets = tuple(
        sorted(
            {
                random.choice(["knews", "kphoto"]),
                *random.sample(["r33", "r3301", "t职工", "a王 五"], random.randint(0, 3)),
            }
        )
    )
    return Entry(article, stand(date), "", facets)


def catalogue(held: Sequence[Entry]) -> Catalogue:
    """Entries by their numbers; what is known of each is its repr."""
    marks = b"".join(hashlib.blake2b(repr(one).encode(), digest_size=MARK).digest() for one in held)
    lengths = [len(one.article.body) for one in held]
    return Catalogue(
        lengths, [day_of(one.stand) for one in held], marks, held.__getitem__, lambda number: held[number].article.body
    )


def site(folder: Path, held: Sequence[Entry], layout: shape.Layout = SMALL, jobs: int = 1) -> Path:
    """The folder with the files of the search, made from what it holds already."""
    do = partial(workers.do, jobs=jobs)
    publish(folder, search.of_catalogue(catalogue(held), do, layout=layout))
    return folder / "search"


def plain(given: str) -> str:
    """A text as it is compared: what is no letter divides; a soft sign divides words of letters only."""
    made = ""
    waiting = False
    for char in folded(given):
        if char == SOFT:
            waiting = True
            continue
        if char == " " or (waiting and is_latin(made[-1:]) and is_latin(char)):
            made = made if made.endswith(" ") else made + " "
        made += char if char != " " else ""
        waiting = False
    return made.strip()


def is_latin(char: str) -> bool:
    return char not in ("", " ") and not any(begin <= ord(char) < end for begin, end in CHINESE)


def stands_in(phrase: str, given: str) -> bool:
    """Whether a phrase stands in a text, both compared: a word must begin there, and end there unless it is the last of
    the phrase and has three letters."""
    last = len(phrase) - len(phrase.rstrip("".join({char for char in phrase if is_latin(char)})))
    at = given.find(phrase)
    while at >= 0:
        before, after = given[at - 1 : at] if at else "", given[at + len(phrase) : at + len(phrase) + 1]
        begins = not (is_latin(phrase[0]) and is_latin(before))
        if begins and (last >= 3 or not (is_latin(phrase[-1]) and is_latin(after))):
            return True
        at = given.find(phrase, at + 1)
    return False


def holds(one: Entry, said: str) -> bool:
    """Whether an article has a phrase."""
    phrase = plain(said)
    parts = [
        one.article.title,
        *(text for _, text in one.others()),
        *(text for _, text in paragraphs(one.article.body)),
    ]
    return any(stands_in(phrase, plain(part)) for part in parts)


def questions(random: Random, held: Sequence[Entry], count: int) -> list[tuple[dict[str, Any], list[int]]]:
    """Questions, each with the numbers of the articles that answer it, by a plain scan."""
    return [question(random, held) for _ in range(count)]


def question(random: Random, held: Sequence[Entry]) -> tuple[dict[str, Any], list[int]]:
    wanted = [
        [said(random, held) for _ in range(random.choice([1, 1, 1, 2]))] for _ in range(random.choice([0, 1, 1, 1, 2]))
    ]
    unwanted = [said(random, held) for _ in range(random.choice([0, 0, 0, 1]))]
    wanted = [[one for one in any_of if plain(one)] for any_of in wanted]
    wanted, unwanted = [any_of for any_of in wanted if any_of], [one for one in unwanted if plain(one)]
    facets = random.sample(["knews", "r33", "t职工", "a王 五", "r99"], random.choice([0, 0, 0, 1, 2]))
    begin, end = random.choice(
        [
            ("", ""),
            ("", ""),
            ("2019", ""),
            ("2020-02", "2021"),
            ("2021-12", "2021-12"),
            ("", "2020-01-30"),
            ("2021-12-01", ""),
        ]
    )
    query = " ".join(
        [" OR ".join(f'"{one}"' for one in any_of) for any_of in wanted] + [f'-"{one}"' for one in unwanted]
    )
    request = {
        "query": query,
        "facets": facets,
        "from": parts(begin),
        "to": parts(end),
        "sort": random.choice(["", "date"]),
    }
    if not wanted and not facets and not begin and not end:
        return request, []
    fits = [
        number
        for number, one in enumerate(held)
        if all(any(holds(one, said) for said in any_of) for any_of in wanted)
        and not any(holds(one, said) for said in unwanted)
        and set(facets) <= set(one.facets)
        and within(one, begin, end)
    ]
    return request, fits


def said(random: Random, held: Sequence[Entry]) -> str:
    """A piece of what some article says, or of what none does; a quotation mark would end it."""
    one = random.choice(held) if held else None
    whole = (
        random.choice([one.article.title, one.article.body, *one.article.also])
        if one and random.random() < 0.8
        else text(random, 8)
    )
    at = random.randrange(len(whole) or 1)
    return "".join(char for char in whole[at : at + random.choice([1, 2, 2, 3, 4, 6])] if char not in '"“”').strip()


def parts(date: str) -> list[int] | None:
    return [int(part) for part in date.split("-")] if date else None


def within(one: Entry, begin: str, end: str) -> bool:
    if not begin and not end:
        return True
    if one.stand.year is None:
        return False
    day = one.stand.first
    return begin <= day and (not end or day <= end or day.startswith(end))


def changed(random: Random, held: Sequence[Entry], at: int) -> list[Entry]:
    """The articles with one of them edited, deleted or added."""
    what = random.choice(["edit", "delete", "add"])
    if what == "delete" and len(held) > 1:
        return [*held[:at], *held[at + 1 :]]
    if what == "add":
        return [*held[:at], entry(random, 1000 + random.randrange(10**6), held[at].article.date), *held[at:]]
    edited = replace(held[at].article, title=text(random, 12))
    return [*held[:at], replace(held[at], article=edited), *held[at + 1 :]]


class Client:
    """The script of the search, in one process of Node."""

    def __init__(self, script: Path = SCRIPT) -> None:
        if shutil.which("node") is None:
            if os.environ.get("CI"):
                pytest.fail("There is no node; in CI it must be there.")
            pytest.skip("There is no node on this machine")
        command = ["node", str(Path(__file__).parent / "ask.js"), str(script), "nowhere"]
        self._running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, folder: Path, request: dict[str, Any]) -> dict[str, Any]:
        """Returns the answer to a question, as on a page just opened."""
        assert self._running.stdin and self._running.stdout
        self._running.stdin.write(json.dumps({"at": str(folder), "list": 10**6, **request}) + "\n")
        self._running.stdin.flush()
        answer: dict[str, Any] = json.loads(self._running.stdout.readline())
        return answer

    def close(self) -> None:
        self._running.terminate()
        self._running.wait()
