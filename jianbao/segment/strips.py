"""Printed lines to strips: what is read as one run of text.

Most page texts have a paragraph, or a part of one, on each line: every line is a strip. Some keep the printed lines of
the columns instead (1939 晶報; English OCR), set without a blank line between: there the lines of a paragraph are one
strip, so that the rules see sentences. A line of capitals, a jump line, and a block without the marks of prose, stay
apart."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from statistics import median

from jianbao.chinese import text
from jianbao.chinese.jumps import jumps
from jianbao.model import Line

_TIGHT = 0.5  # share of lines set tight above which a page has no blank lines between paragraphs
_LEAST = 20  # lines of such a page
_WIDEST = 90  # Latin letters, or half as many Han characters, in a line of a column
_FULL = 0.8  # share of the measure below which a line that ends a sentence ends its paragraph
_MARKS = 24  # letters for each mark of punctuation, at most, in a block of prose


@dataclass(frozen=True, slots=True)
class Strip:
    """One run of text. lines: the printed lines it stands on; text: joined, hyphens at line ends taken out; gap: the
    blank lines above, 1 at least on a page without blank lines, where being set tight tells nothing."""

    lines: tuple[Line, ...]
    text: str
    gap: int

    @property
    def no(self) -> int:
        return self.lines[0].no


def strips(lines: Sequence[Line]) -> list[Strip]:
    """Returns the strips of a page.

    >>> [one.text for one in strips([Line(1, '甲。'), Line(3, '乙。', 1)])]
    ['甲。', '乙。']
    """
    if sum(line.gap == 0 for line in lines[1:]) <= _TIGHT * len(lines):
        return [Strip((line,), line.text, line.gap) for line in lines]
    if not _keeps_printed_lines(lines):
        return [Strip((line,), line.text, line.gap + 1) for line in lines]
    return [strip for block in _blocks(lines) for strip in _of_block(block)]


def cut_before(found: Sequence[Strip], edges: Container[int]) -> list[Strip]:
    """Returns the strips, cut where one of these lines stands inside: a person named it apart from those above."""
    return [strip for one in found for strip in _cut(one, edges)]


def _cut(strip: Strip, edges: Container[int]) -> list[Strip]:
    starts = [at for at, line in enumerate(strip.lines) if at == 0 or line.no in edges]
    if len(starts) == 1:
        return [strip]
    runs = [strip.lines[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return [Strip(run, _joined(run), strip.gap if at == 0 else run[0].gap) for at, run in enumerate(runs)]


def _keeps_printed_lines(lines: Sequence[Line]) -> bool:
    """Are the lines those of narrow columns? The longest tenth left out: some mastheads and adverts run wide."""
    widths = sorted(len(line.text.strip()) * (2 if text.han(line.text) else 1) for line in lines)
    return len(lines) >= _LEAST and widths[len(widths) * 9 // 10] <= _WIDEST


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and line.gap == 0:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _of_block(block: list[Line]) -> list[Strip]:
    if not _is_prose(block):
        return [Strip((line,), line.text, line.gap) for line in block]
    measure = median(len(line.text.strip()) for line in block)
    runs: list[list[Line]] = []
    for line in block:
        if runs and _goes_on(runs[-1][-1], line, measure):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [Strip(tuple(run), _joined(run), run[0].gap) for run in runs]


def _is_prose(block: Sequence[Line]) -> bool:
    """Has a block the marks of sentences? Headlines, adverts and lists of names have few."""
    prose = [line.text for line in block if not _is_capitals(line.text)]
    size = sum(len(text.letters(one)) for one in prose)
    marks = sum(c in "，、。；：！？,;:!?." for one in prose for c in one)
    return marks >= 2 and size <= marks * _MARKS * (3 if _is_latin(prose) else 1)


def _goes_on(before: Line, after: Line, measure: float) -> bool:
    if any(_is_capitals(one.text) or any(jump.alone for jump in jumps(one.text)) for one in (before, after)):
        return False
    full = len(before.text.strip()) >= _FULL * measure
    return full or not text.ends_closed(before.text)


def _is_capitals(line: str) -> bool:
    letters = [c for c in line if c.isascii() and c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def _is_latin(lines: Sequence[str]) -> bool:
    return sum(text.han(line) for line in lines) == 0


def _joined(run: Sequence[Line]) -> str:
    joined = run[0].text.strip()
    for line in run[1:]:
        joined = seam(joined, line.text.strip())
    return joined


def seam(before: str, after: str) -> str:
    """Returns two texts joined: a hyphen at the end of a Latin line goes, Latin words get a blank, Han characters none.

    >>> seam('the present Secre-', 'tary of State'), seam('he spoke', 'at the court'), seam('培', '训班')
    ('the present Secretary of State', 'he spoke at the court', '培训班')
    """
    if before.endswith("-") and before[-2:-1].isalpha() and before.isascii() and after[:1].islower():
        return before[:-1] + after
    around = before[-8:] + after[:8]
    latin = around.isascii() and any(c.isalpha() for c in around) and after[:1].isalnum()
    return f"{before} {after}" if latin and before and not before.endswith(("(", '"')) else before + after
