"""What a search holds for one: width, case, marks over letters, traditional and variant characters.

Takes a text, gives it with every character replaced by what stands for it, in the same order. Three kinds of character
come out: letters and figures; a blank, where something divides (a comma, a full stop); SOFT, where nothing divides in
Chinese (a blank, a line end, a quotation mark: 娘“家人” is 娘家人) but words of letters end. theme/source/index.js does
the same to what readers type and to the texts it shows."""

import unicodedata
from functools import cache

from jianbao.chinese.lists import words

SOFT = "\x01"
_QUOTES = frozenset("\"'“”‘’「」『』〝〞〟«»‹›„‟‚‛`´＂＇｢｣﹁﹂﹃﹄")
_HANGUL = range(0xAC00, 0xD7A4)  # a syllable is a letter; taken apart it would be three


@cache
def pairs() -> dict[str, str]:
    """Returns the characters that another one stands for.

    >>> pairs()['灣'], pairs()['峯']
    ('湾', '峰')
    """
    return {pair[0]: pair[1] for pair in words("fold.txt")}


class _Table(dict[int, str]):
    """Folds a code point when it is met first."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _folded(chr(code))
        return made


def _folded(char: str) -> str:
    if char in _QUOTES or unicodedata.category(char)[0] == "Z" or "\t" <= char <= "\r":
        return SOFT
    parts = char if ord(char) in _HANGUL else unicodedata.normalize("NFKD", char)
    lower = "".join(pairs().get(part, part) for one in parts for part in one.lower())
    return "".join(map(_kept, lower))


def _kept(char: str) -> str:
    """Letters and figures as they are, nothing for marks and signs that nobody sees, a blank for all else."""
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf":
        return ""
    return char if category[0] in "LN" else " "


_TABLE = _Table()


def folded(text: str) -> str:
    """Returns a text as a search sees it.

    >>> folded('“廣東”，ＣＯＶＩＤ-19')
    '\\x01广东\\x01 covid 19'
    """
    return text.translate(_TABLE)
