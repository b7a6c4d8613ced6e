"""Text that stands twice: whole lines of a page, and a run of words said again at once.

Only what is long enough to be no accident: a slogan or a crosshead may legitimately stand twice."""

import re
from collections.abc import Sequence

from jianbao.chinese.text import letters

MIN_LINE = 12  # letters of a whole line
MIN_RUN = 10  # characters of a run inside a line


def repeated_lines(lines: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """Returns (repeat, original) line numbers: a line of which an earlier one, or a longer one, holds every letter.

    >>> repeated_lines([(71, '居民手工作品展示区吸引众人驻足观赏。'), (73, '居民手工作品展示区吸引众人驻足观赏。')])
    [(73, 71)]
    """
    bare = [(no, letters(text)) for no, text in lines]
    found = []
    for at, (no, text) in enumerate(bare):
        if len(text) < MIN_LINE:
            continue
        for other_at, (other, held) in enumerate(bare):
            earlier = other_at < at and text == held
            if earlier or (len(held) > len(text) >= 2 * MIN_LINE and text in held):
                found.append((no, other))
                break
    return found


def said_again(text: str) -> list[tuple[int, int]]:
    """Returns (start, end) of the runs inside a text that repeat at once what stands right before them.

    >>> text = '里还有不少令人惊喜的小景。里还有不少令人惊喜的小景。公司也'
    >>> [text[start:end] for start, end in said_again(text)]
    ['里还有不少令人惊喜的小景。']
    """
    found = []
    for match in re.finditer(rf"(?P<run>.{{{MIN_RUN},400}}?)(?P<again>(?P=run)+)", text, re.S):
        if len(letters(match["run"])) >= MIN_RUN - 2:
            found.append(match.span("again"))
    return found


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Returns a text without the given (start, end) spans, which do not overlap."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])
