"""Line numbers as people write them: `7-23, 109`. Both directions."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from jianbao.problems import Fault

_MAX = 200_000
_PART = re.compile(r"\s*(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?\s*")


def write(lines: Iterable[int], page_lines: Sequence[int] = ()) -> str:
    """Returns lines as ranges. page_lines: those of the page in order; a range runs over the blank ones between them.

    >>> write([7, 9, 11, 109], page_lines=[5, 7, 9, 11, 13, 109])
    '7-11, 109'
    """
    runs: list[list[int]] = []
    for no in sorted(set(lines)):
        if runs and no == _next(runs[-1][-1], page_lines):
            runs[-1].append(no)
        else:
            runs.append([no])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _next(no: int, page_lines: Sequence[int]) -> int:
    """Returns the line that follows another on the page, 0 where none does or the page has no such line."""
    if not page_lines:
        return no + 1
    at = bisect_left(page_lines, no)
    return page_lines[at + 1] if at + 1 < len(page_lines) and page_lines[at] == no else 0


def read(text: str) -> tuple[int, ...]:
    """Returns the line numbers that a text names, blank lines inside a range included. Raises Fault.

    >>> read('7-9, 12')
    (7, 8, 9, 12)
    """
    return tuple(sorted({no for first, last in spans(text) for no in range(first, last + 1)}))


def spans(text: str) -> list[tuple[int, int]]:
    """Returns the ranges that a text names, first and last line, in the order written. Raises Fault.

    >>> spans('109, 33-43')
    [(109, 109), (33, 43)]
    """
    found: list[tuple[int, int]] = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        match = _PART.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last <= _MAX:
            raise Fault(f'"{text}" are no line numbers.', "Write them as 7-23, 109.")
        found.append((first, last))
    return found
