"""Which generated article holds which line of a labelled page, and which one answers which labelled article.

Takes a labelled page and clippings; gives one frozen `Matched`, from which every figure is measured. Texts are found by
their letters alone: no line numbers, ids or file names of the clippings are trusted, only the page they name."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from jianbao.score.clippings import SHINGLE, Clipping
from jianbao.score.labels import LabelledArticle, LabelledLine, LabelledPage
from jianbao.score.letters import letters

HELD = 0.6
"""A line is held by a clipping that has this share of its letters."""
FOUND = 0.9
"""An article is found when labels and clipping share this part of all their letters."""
_WEAK = 0.99
_LONG = 20
_LEAKED = 12
_Cell = tuple[int | None, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of an article. held: the clippings that hold it, with their share; to: the one it is counted to."""

    line: LabelledLine
    held: dict[int, float]
    to: int | None


@dataclass(frozen=True, slots=True)
class Leaked:
    """A line of furniture, and the clippings it stands in."""

    line: LabelledLine
    into: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled article, iou: its overlap with the clipping that overlaps most (closest); answer: the clipping whose
    facts are compared, the one that has most of its text, at least half."""

    article: LabelledArticle
    iou: float
    closest: Clipping | None
    found: bool
    answer: Clipping | None


@dataclass(frozen=True, slots=True)
class Weights:
    """Letters of text. article, clipping: of each in all; shared: of an article in a clipping; leaked: of furniture in
    a clipping."""

    article: Counter[int]
    clipping: Counter[int]
    shared: Counter[tuple[int, int]]
    leaked: Counter[int]


@dataclass(frozen=True, slots=True)
class Matched:
    """A labelled page beside the clippings made from it. lines: those of its articles; text: the same without what
    the OCR said twice; pairs: one for each labelled article."""

    page: LabelledPage
    clippings: tuple[Clipping, ...]
    lines: tuple[Placed, ...]
    text: tuple[Placed, ...]
    furniture: tuple[Leaked, ...]
    pairs: tuple[Pair, ...]
    weights: Weights


def match(page: LabelledPage, clippings: tuple[Clipping, ...], stems: frozenset[str]) -> Matched:
    """Returns the page beside its clippings. stems: all pages scored; a clipping of another of them is left out."""
    ours = tuple(clipping for clipping in clippings if _may_be_from(clipping, page.stem, stems))
    lines = _placed(page, ours)
    text = tuple(placed for placed in lines if placed.line.role != "repeat")
    furniture = tuple(_leaked(line, ours) for line in page.lines if line.owner is None and line.text)
    weights = _weights(text, furniture)
    return Matched(page, ours, lines, text, furniture, _pairs(page, ours, weights), weights)


def touched(matched: Matched) -> frozenset[int]:
    """Returns the clippings that text of an article is counted to."""
    return frozenset(placed.to for placed in matched.text if placed.to is not None)


def _may_be_from(clipping: Clipping, stem: str, stems: frozenset[str]) -> bool:
    named = [page for page in clipping.pages if any(other in page for other in stems)]
    return not named or any(stem in page for page in named)


def _placed(page: LabelledPage, clippings: tuple[Clipping, ...]) -> tuple[Placed, ...]:
    """Returns the lines of articles, each counted to the clipping that has most of the article's other lines."""
    lines = [line for line in page.lines if line.owner is not None and line.text]
    held = [_holders(line, clippings, page.articles[line.owner or 0]) for line in lines]
    overlap = _overlap(list(zip(lines, held, strict=True)))
    return tuple(Placed(line, shares, _chosen(line, shares, overlap)) for line, shares in zip(lines, held, strict=True))


def _holders(line: LabelledLine, clippings: tuple[Clipping, ...], article: LabelledArticle) -> dict[int, float]:
    signers = [name for name in (letters(author.name) for author in article.authors) if name and name in line.text]
    had = ((index, _had(line, clipping, signers)) for index, clipping in enumerate(clippings))
    return {index: letters_had / line.width for index, letters_had in had if letters_had >= HELD * line.width}


def _had(line: LabelledLine, clipping: Clipping, signers: list[str]) -> float:
    """Returns how many letters of the line the clipping has; all of a byline whose people it names as its authors."""
    had: float = clipping.covers(line.text)
    if line.width < SHINGLE and had and line.text not in clipping.lines and line.text not in clipping.fields:
        had = line.width * _WEAK
    signed = line.role in ("byline", "credit") and signers and all(name in clipping.names for name in signers)
    return line.width if signed else had


def _overlap(lines: list[tuple[LabelledLine, dict[int, float]]]) -> dict[_Cell, float]:
    """Returns how much of each article each clipping holds, by the lines that only one clipping holds; long lines in
    several clippings count a tenth, to break ties."""
    overlap: dict[_Cell, float] = defaultdict(float)
    for line, held in lines:
        if len(held) == 1 and line.role != "repeat":
            index, share = next(iter(held.items()))
            if share > _WEAK or line.width >= SHINGLE:
                overlap[line.owner, index] += line.width * share
    for line, held in lines:
        if len(held) > 1 and line.role != "repeat" and line.width >= _LONG:
            for index, share in held.items():
                overlap[line.owner, index] += line.width * share * 0.1
    return overlap


def _chosen(line: LabelledLine, held: dict[int, float], overlap: dict[_Cell, float]) -> int | None:
    if not held:
        return None
    best = max(held, key=lambda index: (overlap[line.owner, index], held[index], -index))
    by_chance = line.width < SHINGLE and held[best] < 1 and not overlap[line.owner, best]
    return None if by_chance else best  # "小李" inside another article is not a find


def _leaked(line: LabelledLine, clippings: tuple[Clipping, ...]) -> Leaked:
    return Leaked(line, tuple(index for index, clipping in enumerate(clippings) if _stands_in(line, clipping)))


def _stands_in(line: LabelledLine, clipping: Clipping) -> bool:
    if line.text in clipping.lines or line.text in clipping.paragraphs or line.text == letters(clipping.title):
        return True
    return line.width >= _LEAKED and line.text in clipping.body


def _weights(text: tuple[Placed, ...], furniture: tuple[Leaked, ...]) -> Weights:
    weights = Weights(Counter(), Counter(), Counter(), Counter())
    for placed in text:
        owner, width = placed.line.owner or 0, placed.line.width
        weights.article[owner] += width
        if placed.to is not None:
            weights.clipping[placed.to] += width
            weights.shared[owner, placed.to] += width
    for leaked in furniture:
        weights.leaked.update(dict.fromkeys(leaked.into, leaked.line.width))
    return weights


def _pairs(page: LabelledPage, clippings: tuple[Clipping, ...], weights: Weights) -> tuple[Pair, ...]:
    return tuple(_pair(index, article, clippings, weights) for index, article in enumerate(page.articles))


def _pair(index: int, article: LabelledArticle, clippings: tuple[Clipping, ...], weights: Weights) -> Pair:
    """Returns the article with its clippings. A found one is nobody else's: of 0.9 of its letters no second article
    can have 0.9."""
    shared = {clip: weights.shared[index, clip] for clip in range(len(clippings)) if weights.shared[index, clip]}
    if not shared:
        return Pair(article, 0.0, None, False, None)
    ious = {clip: _iou(weights, index, clip) for clip in shared}
    closest = max(shared, key=lambda clip: (ious[clip], shared[clip], clip))
    most = max(shared, key=lambda clip: shared[clip])
    answer = clippings[most] if shared[most] >= 0.5 * weights.article[index] else None
    return Pair(article, ious[closest], clippings[closest], ious[closest] >= FOUND, answer)


def _iou(weights: Weights, article: int, clipping: int) -> float:
    """Returns the share of letters in the article or in the clipping, furniture in it included, that both have."""
    shared = weights.shared[article, clipping]
    both = weights.article[article] + weights.clipping[clipping] + weights.leaked[clipping] - shared
    return shared / both
