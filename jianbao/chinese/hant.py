"""Traditional characters to simplified ones, one for one, so that offsets hold; for finding names, not for display."""

import re
from functools import cache

from jianbao.chinese.lists import words


@cache
def _table() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in words("hant.txt")}


@cache
def _traditional() -> re.Pattern[str]:
    """Any of these characters: most texts have none, and to look for one costs a tenth of changing all."""
    return re.compile(f"[{''.join(map(chr, _table()))}]")


def simplified(text: str) -> str:
    """Returns a text with the traditional characters of our list simplified, as long as before.

    >>> simplified('廣東大捷,克復開封')
    '广东大捷,克复开封'
    """
    return text.translate(_table()) if _traditional().search(text) else text
