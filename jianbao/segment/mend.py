"""Broken paragraphs are made whole: which line continues which, over the whole page.

A line that breaks off (no final stop, a quotation left open, mid-word) is continued by the line that fits best: mostly
the next one, sometimes one of another place of the page. Every join is a sum of claims; the best joins are made first.
A fragment joined to one of another draft goes home to the draft that is about the same things. Where nothing fits, the
break stays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jianbao.chinese import text, words
from jianbao.claims import Claim
from jianbao.segment.divide import Draft
from jianbao.segment.rules import precis
from jianbao.segment.seen import Seen

_ENOUGH = 1.0  # weight that a join with the next line of a draft must have
_ENOUGH_AFAR = 3.0  # the same for lines that stand apart
_TEXT = ("body", "byline+body", "precis")


@dataclass(frozen=True, slots=True)
class Join:
    """One line continued by another. claims: why."""

    before: Seen
    after: Seen
    weight: float
    claims: tuple[Claim, ...]


def mend(drafts: list[Draft]) -> tuple[list[Draft], list[Join]]:
    """Returns the drafts with their fragments at home, and the joins inside them."""
    joins = _choose(_candidates(drafts))
    return _bring_home(drafts, joins), joins


def join(before: Seen, after: Seen, distance: int) -> Join:
    """Returns how well `after` continues `before`, which breaks off. distance: lines between them in their draft, 0 for
    neighbours, a large number in different drafts."""
    about = f"L{before.no}+L{after.no}"
    word = words.runs_over(before.text, after.text)
    opened, closes = before.left_open, text.closes_unopened(after.text)
    fresh = text.opens_as_text(after.text)
    said = [
        ("neighbours", 2.0 if distance == 0 else 0.8 if distance == 1 else 0.0, "next" if distance < 2 else ""),
        ("a word runs over", 2.2, word),
        ("closes what was left open", 2.0, closes if _fits(opened, closes) else ""),
        ("leaves open what was opened", -1.2, opened if opened and not closes else ""),
        ("closes what was not opened", -1.5, closes if closes and not _fits(opened, closes) else ""),
        ("breaks off at a comma", 0.6, before.text[-1:] if before.text[-1:] in "，,、；;" else ""),
        ("begins inside a sentence", 1.5, after.text[:1] if after.begins_inside else ""),
        ("begins like a new paragraph", -1.5, fresh if not word else ""),
        ("opens a quotation", -0.4, after.text[:1] if after.text[:1] in '“"「▲■' else ""),
        ("same things", 1.5 * _same_things(before, after), "shared words" if distance > 1 else ""),
    ]
    lines = (before.no, after.no)
    claims = tuple(Claim(about, "join", rule, weight, lines, quote) for rule, weight, quote in said if quote)
    return Join(before, after, sum(claim.weight for claim in claims), claims)


def _fits(opened: str, closes: str) -> bool:
    pairs = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【"}
    return bool(opened and closes) and pairs.get(closes[0]) == opened[-1]


def _same_things(before: Seen, after: Seen) -> float:
    return before.view.rarity.shared(after.text[:80], before.text)


def _candidates(drafts: list[Draft]) -> Iterable[Join]:
    running = [(number, at, line) for number, draft in enumerate(drafts) for at, line in enumerate(_running(draft))]
    for number, at, before in running:
        if before.closed or (precis.label(before) and before.size < 10):
            continue
        for other, other_at, after in running:
            if after is before or after.lead or draft_opens(drafts[other], after):
                continue
            distance = other_at - at - 1 if other == number and other_at > at else 99
            found = join(before, after, distance)
            if found.weight >= (_ENOUGH if distance <= 1 else _ENOUGH_AFAR):
                yield found


def draft_opens(draft: Draft, line: Seen) -> bool:
    """Is the line the first running text under the heads of a draft?"""
    running = _running(draft)
    return bool(draft.heads) and running[0] is line and not line.begins_inside


def _running(draft: Draft) -> list[Seen]:
    return [line for line in draft.text if draft.role(line) in _TEXT]


def _choose(candidates: Iterable[Join]) -> list[Join]:
    """Returns the heaviest joins in which no line is continued twice, continues twice, or comes round to itself."""
    chosen: list[Join] = []
    follows: dict[int, int] = {}
    continued: set[int] = set()
    for one in sorted(candidates, key=lambda found: (-found.weight, found.before.no, found.after.no)):
        if one.before.no in follows or one.after.no in continued or _reaches(follows, one.after.no, one.before.no):
            continue
        follows[one.before.no] = one.after.no
        continued.add(one.after.no)
        chosen.append(one)
    return sorted(chosen, key=lambda found: found.before.no)


def _reaches(follows: dict[int, int], start: int, goal: int) -> bool:
    while start in follows:
        start = follows[start]
        if start == goal:
            return True
    return start == goal


def _bring_home(drafts: list[Draft], joins: list[Join]) -> list[Draft]:
    """Each paragraph whose lines stand in two drafts goes, whole, to the one that is about the same things."""
    drafts = list(drafts)
    for paragraph in paragraphs(joins):
        holders = sorted({number for line in paragraph for number, draft in enumerate(drafts) if line in draft.text})
        if len(holders) > 1:
            home = max(holders, key=lambda number: _at_home(paragraph, drafts[number]))
            drafts = [_moved(draft, paragraph, number == home) for number, draft in enumerate(drafts)]
        else:
            drafts[holders[0]] = _moved(drafts[holders[0]], paragraph, True)
    return [draft for draft in drafts if draft.text or draft.heads]


def _at_home(paragraph: list[Seen], draft: Draft) -> float:
    if any(line.lead and line in draft.text for line in paragraph):
        return 9.0
    others = " ".join(line.text for line in (*draft.heads, *draft.text) if line not in paragraph)
    return paragraph[0].view.rarity.shared(" ".join(line.text for line in paragraph), others)


def _moved(draft: Draft, paragraph: list[Seen], home: bool) -> Draft:
    """Returns the draft with the whole paragraph at the place of its first line that stood there, or without it."""
    kept = [line for line in draft.text if line not in paragraph]
    if home:
        first = next(at for at, line in enumerate(draft.text) if line in paragraph)
        at = len([line for line in draft.text[:first] if line not in paragraph])
        kept[at:at] = paragraph
    return replace(draft, text=tuple(kept))


def paragraphs(joins: list[Join]) -> list[list[Seen]]:
    """Returns the joined lines of each paragraph of more than one line, in reading order."""
    after = {one.before.no: one for one in joins}
    continued = {one.after.no for one in joins}
    found = []
    for one in joins:
        if one.before.no in continued:
            continue
        lines = [one.before]
        while lines[-1].no in after:
            lines.append(after[lines[-1].no].after)
        found.append(lines)
    return found
