"""Makes order.txt anew: the signs that texts of the search are written with in few bytes, the most frequent first.

    python jianbao/data/refresh_order.py

Small letters, figures and a few signs come first, whatever they are in; then the characters of word_pairs.tsv by how
often its words say them; then the other signs of ASCII."""

import math
from pathlib import Path

HERE = Path(__file__).parent
ONE_BYTE, LEADS = 249, 6  # search/coding.py and theme/assets/search.js know them too
FIRST = 'abcdefghijklmnopqrstuvwxyz0123456789\n ",[]-./：；'
LAST = [chr(code) for code in range(33, 127) if chr(code) not in FIRST]


def order() -> str:
    """Returns the signs in order."""
    often = dict[str, float]()
    for line in (HERE / "word_pairs.tsv").read_text("utf-8").splitlines():
        word, cost, *_ = line.split("\t")
        for char in word:
            often[char] = often.get(char, 0) + math.exp(-int(cost) / 10)
    chars = sorted(often, key=lambda char: (-often[char], char))
    room = ONE_BYTE + 256 * LEADS - len(FIRST) - len(LAST)
    taken = [char for char in chars if char not in FIRST and char not in LAST and char <= "\uffff"][:room]
    return "".join([*FIRST, *taken, *LAST])


if __name__ == "__main__":
    (HERE / "order.txt").write_text(order(), "utf-8")
