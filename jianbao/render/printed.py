"""Which lines of the page stand in which paragraph of an article.

Takes the article's heads, its body, and the lines that it names as its source; gives the body block by block, each
with its lines. The Markdown keeps no line marks, and people edit it: so the words decide, three characters at a time,
punctuation and blanks left out. A line goes where most of it stands; a long line that people cut into paragraphs goes
to each of these. What stands nowhere is told apart, never guessed; when that is most of it, no line is placed.

It runs when a page is made, not when its view is: a build in which nothing changed pays nothing for it."""

import html
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from jianbao.chinese.text import letters
from jianbao.chinese.typeset import typeset, typeset_html
from jianbao.render import body

_SIZE = 3
_LEAST = 0.3  # the share of a line that must stand in a block for it to be there at all
_WHOLE = 0.8  # the share of a line that stands in one block, when it needs no other
_MOST = 0.6  # the share of a block that stands in one line, when the block is a part of that line
_TELLING = 8  # pieces that a block must have to be called a part of a line
_TAGS = re.compile(r"<[^>]*>")
_NAMED = re.compile(r"第\s*(\d{1,9})")
_BEGUN = '<p id="p'
_ID = re.compile(r'\bid="p(\d+)"')


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page as it came. page: the name of the page, '' for the one on which the article begins."""

    no: int
    text: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the body and its lines, in the order of its text; without lines all blocks of a body are one. id: of
    its first paragraph, '' for none; gap: it says that text is missing; joined: several lines are one paragraph here;
    same: one line, word for word."""

    html: str
    id: str
    gap: bool
    lines: tuple[PrintedLine, ...]
    joined: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A body with its lines beside it. heads: of the headline and what stands around it; rest: that no text here
    holds, or all lines where most could not be placed."""

    heads: tuple[PrintedLine, ...]
    rows: tuple[Row, ...]
    rest: tuple[PrintedLine, ...]

    def told_of(self, note: str) -> str:
        """Returns the id of the paragraph that a note is about, by the first line it names: 第39行…; '' for none."""
        named = _NAMED.search(note)
        no = int(named[1]) if named else 0
        return next((row.id for row in self.rows for line in row.lines if line.no == no and not line.page), "")


def lay(text: str, heads: Sequence[str], printed: Sequence[PrintedLine]) -> Laid:
    """Returns a body, as Markdown, with the printed lines at its blocks.

    >>> laid = lay('院成立了。', ['小哥学院'], [PrintedLine(7, '小哥学院'), PrintedLine(9, '院成立了。')])
    >>> [line.no for line in laid.heads], [line.no for line in laid.rows[0].lines]
    ([7], [9])
    """
    blocks = body.blocks(text)
    if not printed:
        return Laid((), tuple(_runs(blocks)), ())
    texts = [" ".join(heads), *(html.unescape(_TAGS.sub("", block)) for block in blocks)]
    placed, rest = place(texts, printed)
    rows = tuple(_row(*row) for row in zip(blocks, texts[1:], placed[1:], strict=True))
    return Laid(placed[0], rows, rest)


def _runs(blocks: Sequence[str]) -> Iterator[Row]:
    """Yields a body without lines beside it: as one, but for where a note stands."""
    for gap, held in groupby(blocks, _is_gap):
        shown = [_shown(block) for block in held]
        yield from (Row(html, "", gap, (), False, False) for html in (shown if gap else ["\n".join(shown)]))


def _row(block: str, text: str, lines: tuple[PrintedLine, ...]) -> Row:
    found = _ID.search(block)
    one = block.startswith("<p") and 'class="table"' not in block[:40]
    same = len(lines) == 1 and text.strip() == lines[0].text.strip()
    return Row(_shown(block), f"p{found[1]}" if found else "", _is_gap(block), lines, one and len(lines) > 1, same)


def _is_gap(block: str) -> bool:
    return 'class="gap"' in block[:40]


def _shown(block: str) -> str:
    """A block as the page has it. Its first paragraph begins with the link by which a reader takes its address; style
    keeps that out of what is copied."""
    before, _, words = block.removesuffix("</p>").partition('">')
    if "<" not in words and before.startswith(_BEGUN):  # most blocks
        no = before[len(_BEGUN) :]
        return f"<p id=p{no}>{_way(no)}{typeset(words)}</p>"
    found, shown = _ID.search(block), typeset_html(block)
    return shown.replace(f"{found[0]}>", f"{found[0]}>{_way(found[1])}", 1) if found else shown


def _way(no: str) -> str:
    return f"<a href=#p{no}>¶{no}</a>"


def place(
    texts: Sequence[str], printed: Sequence[PrintedLine]
) -> tuple[list[tuple[PrintedLine, ...]], tuple[PrintedLine, ...]]:
    """Returns the lines of each text, in its order, and those that stand in none."""
    plain = [letters(text) for text in texts]
    held = [_pieces(text) for text in plain]
    found: list[list[tuple[int, PrintedLine]]] = [[] for _ in texts]
    rest: list[PrintedLine] = []
    at = 0
    for line in printed:
        own = letters(line.text)
        homes = _homes(own, held, at) if len(own) >= _SIZE else _nearest([own in text for text in plain], at)
        for home in homes:
            found[home].append((_where(own, plain[home]), line))
        at = homes[-1] if homes else at
        if not homes:
            rest.append(line)
    if 2 * sum(len(line.text) for line in rest) > sum(len(line.text) for line in printed):
        return [() for _ in texts], tuple(printed)
    return [tuple(line for _, line in sorted(lines, key=lambda pair: pair[0])) for lines in found], tuple(rest)


def _pieces(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _SIZE] for at in range(len(text) - _SIZE + 1))


def _homes(line: str, held: Sequence[AbstractSet[str]], at: int) -> list[int]:
    """Returns the texts that a line stands in. at: where the line before it stands."""
    own = _pieces(line)
    shared = [len(own & pieces) for pieces in held]
    best = max(shared)
    mostly = _nearest([both == best for both in shared], at) if best >= max(_LEAST * len(own), 1) else []
    if best >= _WHOLE * len(own):  # 002 L73 quotes what the crosshead above says
        return mostly
    parts = {no for no, both in enumerate(shared) if both >= _TELLING and both >= _MOST * len(held[no])}
    return sorted(parts.union(mostly))


def _nearest(fits: Sequence[bool], at: int) -> list[int]:
    """Returns the nearest of the texts that fit alike, of two the one below, none where none fits."""
    return sorted((no for no, fit in enumerate(fits) if fit), key=lambda no: (abs(no - at), -no))[:1]


def _where(line: str, text: str) -> int:
    """Returns where a line begins in a text, by the first of its characters that stand there."""
    found = ((text.find(line[at : at + 2 * _SIZE]), at) for at in range(0, len(line), _SIZE))
    return next((start - at for start, at in found if start >= 0), len(text))
