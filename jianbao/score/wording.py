"""Measures of the text: is all of it there, and once?"""

import re

from jianbao.score.letters import letters
from jianbao.score.match import Matched, Placed
from jianbao.score.share import Share

_LONG = 20
"""Letters from which on a line that stands twice is no coincidence."""
_SAID = 8
"""Letters from which on a repetition is looked for."""
_RUNNING = ("body", "byline+body", "stray", "caption", "precis")
_PRESS = r"(?:记者|通讯员|記者|通訊員)"
_LEAD = re.compile(
    r"^\s*(?:"
    r"(?:本报讯|晨报讯|【本報消息】|本报\S{1,14}?[讯電电]|据?新华社\S{1,14}?电)?"
    rf"\s*[(（〔](?:[^()（）〔〕]*{_PRESS}[^()（）〔〕]*)[)）〕]"
    r"|(?:本报讯|本报\S{1,14}?[讯电])?\s*(?:(?:本报|见习|特约|全媒体)?(?:记者|通讯员)[^。，,]{1,40}?报道[ :：]?)"
    r"|本报讯|【本報消息】)"
)


def text_lost(matched: Matched) -> Share:
    """Returns how many letters of the articles are in no clipping. The opening of a byline line (本报讯 记者…报道)
    counts as kept when the clipping names its people as authors."""
    lost = sum(placed.line.width - sum(_kept(matched, placed)) for placed in matched.text)
    return Share(lost, sum(matched.weights.article.values()))


def text_duplicated(matched: Matched) -> Share:
    """Returns how much of the running text stands more often in the clippings than the articles have it, by letters of
    long lines; lines that the OCR repeated are not counted."""
    repeated = {no for repeat in matched.page.repeats for no in repeat}
    lines = [
        placed.line
        for placed in matched.text
        if placed.line.width >= _LONG and placed.line.no not in repeated and placed.line.role in _RUNNING
    ]
    articles = _article_texts(matched)
    doubled = sum(
        line.width
        for line in lines
        if _times(matched, line.text) > max(1, sum(text.count(line.text) for text in articles))
    )
    return Share(doubled, sum(line.width for line in lines))


def ocr_repeats_kept(matched: Matched) -> Share:
    """Returns how many of the labelled OCR repeats still stand twice in the clippings."""
    kept = [_is_kept(matched, repeat) for repeat in matched.page.repeats]
    return Share(sum(is_kept for is_kept in kept if is_kept is not None), sum(is_kept is not None for is_kept in kept))


def _kept(matched: Matched, placed: Placed) -> bytearray:
    """Returns, for each letter of the line, 1 where some clipping has it."""
    line = placed.line
    if any(share >= 1 for share in placed.held.values()):
        return bytearray(b"\1" * line.width)
    holders = placed.held or [index for index, clipping in enumerate(matched.clippings) if clipping.covers(line.text)]
    kept = bytearray(line.width)
    for index in holders:
        for place, there in enumerate(matched.clippings[index].mask(line.text)):
            kept[place] |= there
    opening = _credited(matched, placed)
    kept[:opening] = b"\1" * opening
    return kept


def _credited(matched: Matched, placed: Placed) -> int:
    """Returns the letters of a line's opening byline when the clipping has its people as authors, else 0."""
    opening = _LEAD.match(placed.line.raw) if placed.line.role == "byline+body" else None
    if opening is None or placed.to is None:
        return 0
    said = letters(opening[0])
    people = [letters(author.name) for author in matched.page.articles[placed.line.owner or 0].authors]
    names = matched.clippings[placed.to].names
    return len(said) if all(name in names for name in people if name in said) else 0


def _times(matched: Matched, text: str) -> int:
    return sum(clipping.body.count(text) for clipping in matched.clippings)


def _article_texts(matched: Matched) -> list[str]:
    at, articles = matched.page.at, matched.page.articles
    return ["".join(at[no].text for no in article.lines if at[no].role != "repeat") for article in articles]


def _is_kept(matched: Matched, repeat: tuple[int, ...]) -> bool | None:
    """Returns whether a repeat is still there; None when the label names nothing that can be looked for."""
    lines = [matched.page.at[no].text for no in repeat if no in matched.page.at]
    if not lines:
        return None
    if len({no for no in repeat if no in matched.page.at}) == 1:
        twice = re.search(rf"(.{{{_SAID},}}?)\1", lines[0])
        return any(twice[0] in clipping.body for clipping in matched.clippings) if twice else None
    first, last = lines[0], lines[-1]
    said = last if last in first or first not in last else first
    return len(said) >= _SAID and _times(matched, said) > 1
