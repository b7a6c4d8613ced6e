"""Our result against hand labels.

Takes a folder of label files (format: docs, LABELS) with the texts of their pages, and a folder of generated Markdown
articles, however they were made; gives a `Report`. Looks for every labelled line in the articles by its letters: no
line numbers are needed. Changes nothing, and does not judge articles of a page without labels."""

import re
from dataclasses import dataclass
from pathlib import Path

from jianbao.problems import Fault, Problem, Stop
from jianbao.score.clippings import Clipping, clipping
from jianbao.score.labels import LabelledPage, labelled
from jianbao.score.match import Matched, match
from jianbao.score.measures import Figures, Tally, figures, mean, measure


@dataclass(frozen=True, slots=True)
class Row:
    """How one labelled article fared. page: without its ending; output: path of the clipping closest to it, or ''."""

    page: str
    id: str
    headline: str
    iou: float
    found: bool
    output: str


@dataclass(frozen=True, slots=True)
class Report:
    """All figures, in percent or numbers; None where nothing could be measured. mean: every page weighing the same;
    groups: by language, printed pages apart; empty when there is one only; problems: labels that cannot be read."""

    overall: Figures
    mean: Figures
    groups: dict[str, Figures]
    pages: dict[str, Figures]
    articles: tuple[Row, ...]
    problems: tuple[Problem, ...]


def score(gold: Path, articles: Path, pages: Path | None = None, only: str = "") -> Report:
    """Returns how well the Markdown below `articles` answers the labels in `gold`, a folder or one file.

    pages: where the page texts are, if not beside the labels; only: regular expressions of label file names, commas
    between them. Raises Stop when there are no labels or no articles at all."""
    problems: list[Problem] = []
    by_hand = _labelled_pages(gold, pages, only, problems)
    clippings = _clippings(articles, problems)
    stems = frozenset(page.stem for page in by_hand)
    return _report([match(page, clippings, stems) for page in by_hand], problems)


def _report(matched: list[Matched], problems: list[Problem]) -> Report:
    tallies = [measure(one) for one in matched]
    grouped: dict[str, list[Tally]] = {}
    for one, tally in zip(matched, tallies, strict=True):
        grouped.setdefault(one.page.group, []).append(tally)
    by_page = {one.page.stem: figures([tally]) for one, tally in zip(matched, tallies, strict=True)}
    overall = figures(tallies)
    return Report(
        overall=overall,
        mean=mean(list(by_page.values()), overall),
        groups={group: figures(some) for group, some in grouped.items()} if len(grouped) > 1 else {},
        pages=by_page,
        articles=tuple(row for one in matched for row in _rows(one)),
        problems=tuple(problems),
    )


def _rows(matched: Matched) -> list[Row]:
    return [
        Row(
            matched.page.stem,
            pair.article.id,
            pair.article.headline,
            round(pair.iou, 3),
            pair.found,
            pair.closest.path if pair.closest else "",
        )
        for pair in matched.pairs
    ]


def _labelled_pages(gold: Path, pages: Path | None, only: str, problems: list[Problem]) -> list[LabelledPage]:
    beside = gold.parent if gold.is_file() else gold
    files = [gold] if gold.is_file() else sorted(gold.glob("*.yaml"))
    files = [file for file in files if not only or any(re.search(part, file.name) for part in only.split(","))]
    found = []
    for file in files:
        try:
            page = _labelled_page(file, [pages, beside] if pages else [beside])
        except Fault as fault:
            problems.append(fault.problem(str(file)))
            continue
        if page:
            found.append(page)
            problems.extend(_doubts(page, str(file)))
    if not found and not problems:
        raise Stop(Problem(str(gold), 0, "No label file is here.", "Name a folder of label files, *.yaml."))
    return found


def _labelled_page(file: Path, folders: list[Path]) -> LabelledPage | None:
    try:
        return labelled(file.read_text("utf-8"), file.name, lambda name: _page_bytes(name, folders))
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"The label file or its page cannot be read: {error}.", "Save labels as UTF-8 text.") from None


def _page_bytes(name: str, folders: list[Path]) -> bytes:
    for folder in folders:
        if (folder / name).is_file():
            return (folder / name).read_bytes()
    raise Fault(f"The page text {name} was not found.", "Name the folder of the page texts.")


def _doubts(page: LabelledPage, where: str) -> list[Problem]:
    said = ((page.unlabelled, "have no label"), (page.beyond, "are labelled but beyond the end of the page"))
    return [
        Problem(where, 0, f"Lines {', '.join(map(str, nos[:10]))} {what}.", "Correct the label file.")
        for nos, what in said
        if nos
    ]


def _clippings(folder: Path, problems: list[Problem]) -> tuple[Clipping, ...]:
    named = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.md")}
    found = []
    for name in sorted(name for name in named if not any(part.startswith(".") for part in name.split("/"))):
        one, wrong = clipping(named[name].read_text("utf-8-sig", "replace"), name)
        problems.extend(wrong)
        if one:
            found.append(one)
    if not found:
        raise Stop(Problem(str(folder), 0, "No article with front matter is here.", "Make the articles first."))
    return tuple(found)
