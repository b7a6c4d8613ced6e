"""The offsets of a text at which a word begins or ends, asked for one by one.

To cut a text into words costs more than all that is asked of them, so only the lines that are asked about are cut."""

from bisect import bisect_right
from itertools import accumulate

from jianbao.chinese.words import seams


class Seams:
    """Of one text of any number of lines.

    >>> [at for at in range(9) if at in Seams('萧山市民\\n工会会员')]
    [0, 2, 4, 5, 7]
    """

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines(keepends=True)
        self._begins = [0, *accumulate(map(len, self._lines))]
        self._cut: dict[int, frozenset[int]] = {}

    def __contains__(self, at: int) -> bool:
        line = bisect_right(self._begins, at) - 1
        within = at - self._begins[line]
        if not within:
            return True
        if line == len(self._lines):
            return False
        if line not in self._cut:
            self._cut[line] = seams(self._lines[line])
        return within in self._cut[line]
