"""Makes word_pairs.tsv anew: `apt install sunpinyin-data sunpinyin-utils` (Debian), then
`python jianbao/data/refresh_words.py /usr/lib/x86_64-linux-gnu/sunpinyin/data`.

Takes open-gram's model of word triples (lm_sc.t3g, printed by `tslminfo`) and its words (pydict_sc.bin); keeps words of
Han characters and marks that are not too rare, and of the pairs those that are common and likelier than chance. Nothing
of the running program imports this file."""

import subprocess
import sys
from collections import defaultdict
from math import log
from pathlib import Path
from struct import unpack
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
LONGEST = 6  # characters of a word
RAREST = -16.5  # ln p of a word of one or two characters
COMMON, TELLING = -15.0, 0.5  # ln p of a pair; ln of how much likelier than chance
MARKS = "，。；？！：“”、…"


def main(folder: Path) -> None:
    """Writes the table."""
    words, pairs = model(folder)
    kept = {word for word in words if fits(word, words[word][0])}
    follow: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (word, after), chance in pairs.items():
        common = word in kept and after in kept and chance + words[word][0] > COMMON
        if common and chance - words[after][0] > TELLING:
            follow[word].append((-chance, after))
    rows = []
    for word in sorted(kept, key=lambda word: (-words[word][0], word)):
        after = " ".join(f"{other}{round(10 * cost)}" for cost, other in sorted(follow[word]))
        rows.append("\t".join([word, *(str(round(-10 * value)) for value in words[word]), after]).rstrip("\t") + "\n")
    (HERE / "word_pairs.tsv").write_text("".join(rows), "utf-8")


def model(folder: Path) -> tuple[dict[str, tuple[float, float]], dict[tuple[str, str], float]]:
    """Returns ln p and ln of the back-off weight of each word, and ln p of each word behind another."""
    words: dict[str, tuple[float, float]] = {}
    pairs: dict[tuple[str, str], float] = {}
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
    han = all("\u3400" <= c <= "\u9fff" for c in word)
    return len(word) <= LONGEST and (han or word in MARKS) and (chance > RAREST or len(word) > 2)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
