"""What a question would cost in an archive of a million articles, from an index of a hundred thousand.

    python tests/benchmarks/model_search.py FOLDER QUERIES.json [times as many articles, 10]

FOLDER: what bench_search.py left. Every pair of characters is asked for alone; its list grows with the archive and
costs as many bits an article as now, once it has a file of its own; shards keep the size that shape.py gives them. What
the client reads of it is counted as it decides. Asserts nothing."""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench_search import CLIENT, asked, quantiles

from jianbao.search import shape

CHARS = 1215  # of an article
PAIR = ((2000, 1.3), (20_000, 1.0), (10**9, 0.8))  # bytes of pairs a character in tiers of so many articles
FOLLOW, TEXT = 0.42, 3600  # bytes a character of what follows pairs; of the file of a hit
FEW, LONG = 12, 100_000  # of the client
PACKED = 16 / 15


def main(folder: Path, queries: Path, times: int) -> None:
    questions = [one["q"] for one in json.loads(queries.read_text("utf-8"))]
    pairs = sorted({pair for question in questions for word in question.split() for pair in in_pairs(word)})
    counted = asked(folder, [{"query": pair, "list": 1} for pair in pairs])
    often = {pair: times * int(one["count"]) for pair, one in zip(pairs, counted, strict=True)}
    hits = [times * int(one["count"]) for one in asked(folder, [{"query": one, "list": 1} for one in questions])]
    size = json.loads((folder / "search" / "head.js").read_text("utf-8").partition(",0,")[2].rstrip(")\n"))
    count = times * sum(tier[0] for tier in size["tiers"])
    tiers = shape.shapes([CHARS] * count)
    costs = [cost(question, often, found, tiers) for question, found in zip(questions, hits, strict=True)]
    print(f"{count} articles in tiers of {[tier.count for tier in tiers]}, {len(costs)} questions")
    print(f"KB to the count p50 / p95 / max: {quantiles([counted / 1024 for counted, _ in costs])}")
    print(f"KB to ten hits  p50 / p95 / max: {quantiles([all_of / 1024 for _, all_of in costs])}")
    print(f"files {sum(map(files, tiers)) + count // 2}, and lists of their own")
    print(f"100 articles more: about {files(tiers[-1]) + 50} files; the client {CLIENT.stat().st_size} bytes")


def files(tier: shape.Shape) -> int:
    """How many shards a tier has."""
    return (2 << tier.pairs) + (1 << tier.chars) + (1 << tier.words)


def in_pairs(word: str) -> list[str]:
    return [one + other for one, other in pairwise(word)]


def cost(question: str, often: dict[str, int], found: int, tiers: list[Any]) -> tuple[float, float]:
    """Bytes to the count, and to ten hits."""
    count = sum(tier.count for tier in tiers)
    terms = sorted({pair for word in question.split() for pair in in_pairs(word)}, key=lambda pair: often[pair])
    shards = sum(CHARS * tier.count * pairs_of(tier.count) / (1 << tier.pairs) for tier in tiers) * len(terms)
    least = often[terms[0]]
    lists = sum(
        listed(often[pair], count)
        for at, pair in enumerate(terms)
        if often[pair] >= shape.SITE.big and (not at or (least > FEW and often[pair] < LONG))
    )
    long = {pair for word in question.split() for pair in in_pairs(word)[:-1]}
    follow = 0.0
    if found > FEW and long:
        follow = sum(followed(often[pair], tiers) for pair in terms if pair in long and often[pair] < LONG / 2)
    texts = min(found, 10) * TEXT + 5100
    return shards + lists + follow + 1200, shards + lists + follow + 1200 + texts


def pairs_of(articles: int) -> float:
    return next(size for most, size in PAIR if articles <= most)


def listed(articles: int, count: int) -> float:
    order = max(0, (count * 69 // (articles * 100)).bit_length() - 1)
    return articles * (order + 1.6 + 1.3) / 8 * PACKED


def followed(articles: int, tiers: list[Any]) -> float:
    if articles >= shape.SITE.big:
        return articles * 1.25 * 6.8 / 8 * PACKED
    return sum(CHARS * tier.count * FOLLOW / (1 << tier.pairs) for tier in tiers)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 10)
