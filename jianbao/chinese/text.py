"""Characters and sentences: does a text end, does it begin inside a sentence, what is quoted, what is shared.

Pages mix full-width marks with ASCII ones (`,` and `"` beside 。and “), so both kinds count everywhere."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import chain
from math import fsum
from operator import add

from jianbao.chinese.lists import words

STOPS = "。！？!?…"
CLOSERS = "”’」』）)】》〉〕\"'"
_HANGING = re.compile(r"^(?:[，,、。；;：:！？!?”’」』）)】》〉%％…—]|[.．][0-9０-９]|[㐀-鿿]{1,2}。.)")
_NO_LETTERS = re.compile(r"[\W_]+")
_COMMAS = "，,、；;"
_IN_A_FIGURE = re.compile(r"(?<=\d),(?=\d)")
_HAN = re.compile(r"[㐀-鿿豈-﫿〇]")
_HAN_RUN, _LATIN = re.compile("[㐀-鿿]{2,}"), re.compile("[a-z0-9]{2,}")
_ONE_FORM = re.compile(  # no capitals, no full-width letters, nothing that may be composed
    r"[㐀-鿿\x00-@\[-\x7f、。〈〉《》「」『』【】〔〕\u3000！（），：；？％－．／～＋＝［］‘’“”…—·●■□▲△◆◇★☆○]*"
)
_DATED = re.compile(r"[0-9０-９]{4}年|[0-9０-９]{1,2}月[0-9０-９]{1,2}日")
_OPENING = {close: start for start, close in ("“”", "‘’", "「」", "『』", "《》", "（）", "()", "【】")}
_MARKS = re.compile("[" + re.escape("".join([*_OPENING, *_OPENING.values()])) + "]")


def letters(text: str) -> str:
    """Returns only the letters and digits of a text, full-width forms folded.

    >>> letters('“学习+”，１２ 月')
    '学习12月'
    """
    return _NO_LETTERS.sub("", _folded(text))


def han(text: str) -> int:
    """Returns how many Han characters a text has."""
    return len(_HAN.findall(text))


def ends_closed(text: str) -> bool:
    """Does the text end with the end of a sentence?

    >>> ends_closed('他说:“好。”'), ends_closed('本次培'), ends_closed('通过线上自主交')
    (True, False, False)
    """
    text = text.rstrip()
    return text.rstrip(CLOSERS).endswith(tuple(STOPS)) or text.rstrip("\"')").endswith(".")


def begins_inside(text: str) -> bool:
    """Does the text begin in the middle of a sentence, with a mark that cannot begin one?

    >>> [begins_inside(text) for text in ('”，补上短板', '“小哥学院”', '.69%的人有意愿', '此。然而', '起来。')]
    [True, False, True, True, False]
    """
    return bool(_HANGING.match(text.lstrip()))


def opens_as_text(start: str) -> str:
    """Returns the word or date with which a text begins a paragraph of news, '' if it does not.

    >>> opens_as_text('据悉,该区总工会'), opens_as_text('6月9日,游客'), opens_as_text('与健康同行')
    ('据悉', '6月9日', '')
    """
    dated = _DATED.match(start)
    found = (start[:size] for size in (2, 3, 4) if start[:size] in words("sentence_openers.txt"))
    return dated.group() if dated else next(found, "")


def commas(text: str) -> int:
    """Returns how many commas and semicolons of any kind a text has; those in figures such as 3,000 do not count."""
    return sum(map(text.count, _COMMAS)) - (len(_IN_A_FIGURE.findall(text)) if "," in text else 0)


def left_open(text: str) -> str:
    """Returns the brackets and quotes that the text opens and does not close, in order.

    >>> left_open('打造了“小哥学'), left_open('“好。”')
    ('“', '')
    """
    stack: list[str] = []
    for c in _MARKS.findall(text):
        if c not in _OPENING:
            stack.append(c)
        elif _OPENING[c] in stack:
            del stack[len(stack) - 1 - stack[::-1].index(_OPENING[c])]
    return "".join(stack) + ('"' if text.count('"') % 2 else "")


def closes_unopened(text: str) -> str:
    """Returns the closing marks that the text has without opening them, in order.

    >>> closes_unopened('院”,补上他们的教育短板')
    '”'
    """
    depth: Counter[str] = Counter()
    found = []
    for c in _MARKS.findall(text):
        if c not in _OPENING:
            depth[c] += 1
        elif depth[_OPENING[c]]:
            depth[_OPENING[c]] -= 1
        else:
            found.append(c)
    return "".join(found) + ('"' if text.count('"') % 2 else "")


def bigrams(text: str) -> frozenset[str]:
    """Returns the pairs of neighbouring Han characters or Latin words and figures of a text.

    >>> sorted(bigrams('抗战工业'))
    ['工业', '战工', '抗战']
    """
    plain = _folded(text)
    found = _LATIN.findall(plain)
    for run in _HAN_RUN.findall(plain):
        found += map(add, run, run[1:])
    return frozenset(found)


def _folded(text: str) -> str:
    """Returns a text whose letters and figures have one form; marks may keep theirs. Most lines are as they are."""
    return text if _ONE_FORM.fullmatch(text) else unicodedata.normalize("NFKC", text).lower()


class Rarity:
    """How telling a pair of characters is among the texts of one page, given by their pairs: 1 in one text only,
    towards 0 in all. counts: how many texts have each."""

    def __init__(self, texts: Iterable[AbstractSet[str]]) -> None:
        each = list(texts)
        total = max(len(each), 1)
        self.counts = Counter(chain.from_iterable(each))
        self._by_count = [1.0 - (times - 1) / total for times in range(len(each) + 1)]  # above 1 where none has it
        self._weighed: dict[AbstractSet[str], float] = {}

    def weight(self, pairs: Iterable[str]) -> float:
        """Returns the sum of the rarities of pairs."""
        return fsum(map(self._by_count.__getitem__, map(self.counts.__getitem__, pairs)))  # exact: sets have no order

    def each(self, pairs: Iterable[str]) -> list[float]:
        """Returns the rarities of pairs, each."""
        return [self._by_count[self.counts[pair]] for pair in pairs]

    def shared(self, own: frozenset[str], others: AbstractSet[str]) -> float:
        """Returns the share, 0 to 1, of what is telling in pairs of characters that stand among others too."""
        both = own & others
        return self.weight(both) / self.whole(own) if both else 0.0

    def whole(self, own: frozenset[str]) -> float:
        """Returns what all pairs of a text weigh together, not less than half a pair."""
        if own not in self._weighed:  # the same line is held against many
            self._weighed[own] = max(self.weight(own), 0.5)
        return self._weighed[own]
