"""The offsets of a text at which a word begins or ends, asked for one by one.

To cut a text into words costs more than all that is asked of them, so only what is asked about is cut: no word reaches
over a mark of punctuation, and what stands between two of them is cut alone as it is in its line."""

import re
from bisect import bisect_right

from jianbao.chinese.words import seams

_MARKS = re.compile(r"[\s。，、；：！？,;:!?“”‘’（）()《》…—]+")


class Seams:
    """Of one text of any number of lines.

    >>> [at for at in range(9) if at in Seams('萧山市民\\n工会会员')]
    [0, 2, 4, 5, 7]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._begins: list[int] = []
        self._cut: dict[int, frozenset[int]] = {}

    def __contains__(self, at: int) -> bool:
        if not self._begins:
            self._begins = [0, *[match.end() for match in _MARKS.finditer(self._text)]]
        part = bisect_right(self._begins, at) - 1
        begin = self._begins[part]
        if at == begin:
            return True
        if part not in self._cut:
            end = self._begins[part + 1] if part + 1 < len(self._begins) else None
            self._cut[part] = seams(self._text[begin:end])
        return at - begin in self._cut[part]
