"""The worklist: what is doubtful about the pages, most doubtful first, in one HTML file that opens by double-click.

Each page shows its questions with what to write into page.md, then all its lines, each with its piece and role, so that
a person answers without opening another file. It is no part of the site: it links to files of content/ and is written
anew whenever it is wanted."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

from jianbao.clip import Looked
from jianbao.model import Choice, Doubt, Layout
from jianbao.pipeline import Place
from jianbao.problems import Problem, Stop
from jianbao.publish.writer import Writer
from jianbao.render import theme

_MOST = 200  # pages in one file; a browser is slow with more, and a person has work for a day
_LONG, _HEAD, _TAIL = 110, 72, 28  # letters of a line: shown whole up to _LONG, else its beginning and its end
_SEAM, _OPENING = 24, 60  # letters of a line that a question quotes
_TINTS = 6


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt as it is asked. line: where; percent: that something is wrong; quotes: the beginning or, where a
    paragraph runs on, the end of each line that it names; why: claims as value, rule and weight."""

    line: int
    note: str
    percent: int
    quotes: tuple[tuple[int, str], ...]
    choices: tuple[Choice, ...]
    why: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page. tint: of its piece, -1 for a line in none; opens: the first of its piece, or of a part of it;
    part_of: the title of the piece, on the first line of a part that stands apart; after: the line that it goes on
    with, 0 for none."""

    no: int
    head: str
    tail: str
    role: str
    piece: int
    tint: int
    opens: bool
    part_of: str
    after: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Clipping:
    """One piece of a page and the file of its article, '' for one that is not written."""

    title: str
    file: str
    tint: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. number: its place in the list; file, notes: the page file and its page.md."""

    number: int
    path: str
    file: str
    notes: str
    questions: tuple[Question, ...]
    pieces: tuple[Clipping, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Worklist:
    """All that is doubtful. clear: pages without a doubt; more: pages with doubts that are not shown."""

    archive: str
    language: str
    sheets: tuple[Sheet, ...]
    clear: int
    more: int


def write(place: Place, pages: Sequence[Looked], file: Path) -> None:
    """Writes the worklist. Raises Stop where it must not or cannot be written."""
    file = file.resolve()
    if any(file.is_relative_to(folder.resolve()) for folder in (place.site, place.content)):
        remedy = (
            "Name a file outside of both: the worklist is written anew each time, for those who work on the archive."
        )
        raise Stop(Problem(str(file), 0, "The worklist is no part of the site nor of content/.", remedy))
    view = worklist(place, pages, file.parent)
    data = theme.load(place.templates).render("worklist.html", file.name, view)
    try:
        Writer(file.parent, ours=False).write(file.name, data)
    except OSError as error:
        what = f"The worklist cannot be written: {error.strerror}."
        raise Stop(Problem(str(file), 0, what, "Mend its permissions, or name another file.")) from None


def worklist(place: Place, pages: Sequence[Looked], folder: Path) -> Worklist:
    """Returns the worklist for a file in a folder: the pages where most is likely to be wrong come first."""
    doubtful = sorted((page for page in pages if page.doubts), key=_likely_wrong, reverse=True)
    content = quote(Path(os.path.relpath(place.content.resolve(), folder)).as_posix())
    settings = place.settings[0]
    return Worklist(
        settings.title,
        settings.language,
        tuple(_sheet(number, page, content) for number, page in enumerate(doubtful[:_MOST], 1)),
        len(pages) - len(doubtful),
        len(doubtful[_MOST:]),
    )


def _likely_wrong(page: Looked) -> float:
    return sum(doubt.chance for doubt, _ in page.doubts)


def _sheet(number: int, looked: Looked, content: str) -> Sheet:
    text = {line.no: line.text.strip() for line in looked.page.lines}
    questions = [_question(doubt, text) for doubt, _ in looked.doubts]
    articles = f"{content}/articles/{quote(looked.page.id)}"
    pieces = [
        Clipping(piece.title or text[min(piece.lines)][:_SEAM], name and f"{articles}/{quote(name)}", at % _TINTS)
        for at, (piece, name) in enumerate(zip(looked.layout.pieces, looked.names, strict=True))
    ]
    return Sheet(
        number,
        looked.page.path,
        f"{content}/pages/{quote(looked.page.path)}",
        f"{articles}/page.md",
        tuple(questions),
        tuple(pieces),
        tuple(_rows(looked, questions)),
    )


def _question(doubt: Doubt, text: dict[int, str]) -> Question:
    first, *others = doubt.lines[:2]
    runs_on = bool(others) and any(">" in choice.write or "/" in choice.write for choice in doubt.choices)
    quoted = f"…{text[first][-_SEAM:]}" if runs_on and len(text[first]) > _SEAM else text[first][:_OPENING]
    why = tuple((claim.value, claim.rule, f"{claim.weight:+.1f}") for claim in doubt.claims)
    quotes = ((first, quoted), *((no, text[no][:_SEAM]) for no in others))
    return Question(first, doubt.note, round(100 * doubt.chance), quotes, doubt.choices, why)


def _rows(looked: Looked, questions: Sequence[Question]) -> list[Row]:
    layout = looked.layout
    piece_of = {no: at for at, piece in enumerate(layout.pieces) for no in piece.lines}
    roles, after = _roles(layout), _continued(layout)
    rows: list[Row] = []
    for line in looked.page.lines:
        at = piece_of.get(line.no, -1)
        words = line.text.strip()
        head, tail = (words, "") if len(words) <= _LONG else (words[:_HEAD], words[-_TAIL:])
        opens = at >= 0 and (not rows or rows[-1].piece != at)
        part_of = layout.pieces[at].title if opens and any(row.piece == at for row in rows) else ""
        asked = tuple(one for one in questions if one.line == line.no)
        tint = at % _TINTS if at >= 0 else -1
        role = roles.get(line.no, "headline")
        rows.append(Row(line.no, head, tail, role, at, tint, opens, part_of, after.get(line.no, 0), asked))
    return rows


def _roles(layout: Layout) -> dict[int, str]:
    """Returns the role of every line that is no headline."""
    aside = {no: one.role for one in layout.furniture for no in one.lines}
    again = {one.line: "repeat" for one in layout.repeats if one.whole}
    return again | aside | {no: block.role for one in layout.pieces for block in one.blocks for no in block.lines}


def _continued(layout: Layout) -> dict[int, int]:
    """Returns the line that each line of a broken paragraph goes on with."""
    blocks = [block.lines for one in layout.pieces for block in one.blocks]
    return {after: before for lines in blocks for before, after in pairwise(lines)}
