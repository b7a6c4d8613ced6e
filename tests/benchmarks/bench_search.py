"""What the search costs on a large archive: bytes, files, memory, articles a CPU second; and what a question costs.

    python tests/benchmarks/bench_search.py CORPUS.jsonl QUERIES.json [FOLDER [usb]]

CORPUS: an article a line, {id, date, page, region, tags, title, text: [paragraphs]}; QUERIES: [{q, kind, n, ids}] with
the articles that contain each by a plain scan; both are made by the scripts that docs/search.md names. Questions are
asked with Node, each as on a page just opened, and compared with the scan: all that is counted, a hundred of what is
listed. A folder that holds an index already is asked only; usb: laid out for a stick. Asserts nothing."""

import hashlib
import json
import resource
import statistics
import subprocess
import sys
import time
from array import array
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jianbao.archive.stand import stand
from jianbao.model import Article
from jianbao.publish.quire import flat
from jianbao.search import search
from jianbao.search.shape import LAYOUTS, Layout
from jianbao.search.texts import MARK, Catalogue, Entry, day_of

ROOT = Path(__file__).parents[2]
ASK = ROOT / "tests" / "search" / "ask.js"
CLIENT = ROOT / "theme" / "assets" / "search.js"
LISTED = 100  # hits of a question that are checked one by one
CLUSTER = 32768  # bytes that a file takes on a large stick, however small it is


class Corpus:
    """The articles of a corpus, without their bodies, which are read again when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._starts = array("q", [0])
        for line in self._file:
            self._starts.append(self._starts[-1] + len(line))
        self._starts.pop()

    def catalogue(self, more: int = 0) -> Catalogue:
        """All of them; more: as many again of the first ones, a day after the last."""
        entries, lengths, marks = [], [], bytearray()
        for number in range(len(self._starts) + more):
            article, one = self._article(number)
            facets = ("knews", "n浙江工人日报", f"r{one['region']}", *(f"t{tag}" for tag in one["tags"]))
            entries.append(Entry(replace(article, body=""), stand(article.date), one["region"], facets))
            lengths.append(len(article.body))
            marks += hashlib.blake2b(repr(article).encode(), digest_size=MARK).digest()
        return Catalogue(lengths, [day_of(one.stand) for one in entries], bytes(marks), entries.__getitem__, self.body)

    def body(self, number: int) -> str:
        return self._article(number)[0].body

    def _article(self, number: int) -> tuple[Article, dict[str, Any]]:
        self._file.seek(self._starts[number % len(self._starts)])
        one = json.loads(self._file.readline())
        date = one["date"] if number < len(self._starts) else "2099-01-01"
        id, body = f"p{number // 10:06d}-{number % 10}", "\n\n".join(one["text"])
        return Article(id, one["title"], newspaper="浙江工人日报", date=date, body=body), one


def build(held: Catalogue, folder: Path, layout: Layout) -> dict[str, int]:
    """Writes all files of the search and returns their sizes."""
    sizes, made = {}, set[Path]()
    for sheet in flat(search.of_catalogue(held, layout=layout)):
        path = folder / sheet.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        content = sheet.make()
        path.write_bytes(content)
        sizes[sheet.path] = len(content)
    return sizes


def asked(folder: Path, requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of the client."""
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    command = ["node", "--max-old-space-size=8000", str(ASK), str(CLIENT), str(folder / "search")]
    said = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in said.splitlines()]


def quantiles(values: list[float]) -> str:
    ordered = sorted(values)
    return " / ".join(f"{ordered[min(len(ordered) - 1, int(len(ordered) * at))]:.0f}" for at in (0.5, 0.95, 1))


def main(corpus: Path, queries: Path, folder: Path, layout: Layout) -> None:
    if not (folder / "search").is_dir():
        built(corpus, folder, layout)
    report(folder, json.loads(queries.read_text("utf-8")))


def built(corpus: Path, folder: Path, layout: Layout) -> None:
    """Builds the index and prints what it costs."""
    texts = Corpus(corpus)
    held = texts.catalogue()
    count = len(held.lengths)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin, wall = time.process_time(), time.time()
    sizes = build(held, folder, layout)
    cpu, peak = time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{count} articles; {cpu:.1f} CPU s, {time.time() - wall:.1f} s, {count / cpu:.0f} a CPU second")
    print(f"peak {peak >> 10} MB, of which {before >> 10} MB held before: the articles without their texts")
    print(f"{sum(sizes.values()) / count:.0f} bytes an article, {len(sizes)} files, largest {max(sizes.values())}")
    clusters = sum(-(-size // CLUSTER) for size in sizes.values())
    print(f"{clusters * CLUSTER >> 20} MB in clusters of {CLUSTER >> 10} KB, {sum(sizes.values()) >> 20} MB of files")
    kinds = Counter[str]()
    for path, size in sizes.items():
        part = path.split("/")
        kinds["/".join(part[1:3]) if part[1].isdigit() else part[1]] += size
    print({kind: round(size / count, 1) for kind, size in kinds.most_common() if size > count})
    fixed = sizes["search/head.js"] + CLIENT.stat().st_size
    print(f"fixed before the first question: {fixed} bytes, {fixed - CLIENT.stat().st_size} of them head.js")
    added = texts.catalogue(100)
    again, first = (
        {sheet.path: sheet.mark for sheet in flat(search.of_catalogue(some, layout=layout))} for some in (added, held)
    )
    changed = sum(first.get(path) != mark for path, mark in again.items())
    print(f"100 articles more: {changed} files of {len(again)} made anew")


def report(folder: Path, questions: list[dict[str, Any]]) -> None:
    """Prints how right and how dear the answers are."""
    rows = asked(folder, [{"query": one["q"]} for one in questions])
    listed = asked(folder, [{"query": one["q"], "list": LISTED} for one in questions])
    kinds: dict[str, list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]] = {}
    for one, row, full in zip(questions, rows, listed, strict=True):
        for kind in (str(one["kind"]), "all"):
            kinds.setdefault(kind, []).append((one, row, full))
    print("kind      n  recall  right   exact  certain  KB to the count  KB to ten hits  ms in Node  files")
    for kind, held in kinds.items():
        recall = statistics.mean(len(set(row["ids"]) & set(one["ids"])) / len(one["ids"]) for one, row, _ in held)
        shown = [hit["id"] in set(one["ids"]) for one, _, full in held for hit in full["hits"]]
        exact = statistics.mean(not row["exact"] or row["count"] == one["n"] for one, row, _ in held)
        certain = statistics.mean(bool(row["exact"]) for _, row, _ in held)
        shares = f"{recall:.3f}  {sum(shown) / max(1, len(shown)):.4f}  {exact:.2f}  {certain:.2f}"
        costs = [quantiles([row[key] / 1024 for _, row, _ in held]) for key in ("before", "bytes")]
        rest = [quantiles([row[key] for _, row, _ in held]) for key in ("time", "files")]
        print(f"{kind:9} {len(held):3}  {shares}  {'  '.join(f'{cost:16}' for cost in [*costs, *rest])}")


if __name__ == "__main__":
    corpus, queries = Path(sys.argv[1]), Path(sys.argv[2])
    if len(sys.argv) > 3:
        main(corpus, queries, Path(sys.argv[3]), LAYOUTS["".join(sys.argv[4:])])
    else:
        with TemporaryDirectory() as folder:
            main(corpus, queries, Path(folder), LAYOUTS[""])
