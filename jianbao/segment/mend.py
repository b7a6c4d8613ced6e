"""Broken paragraphs are made whole: which line continues which, over the whole page.

A line that breaks off (no final stop, a quotation left open, mid-word) is continued by the line that fits best: mostly
the next one, sometimes one of another place of the page. Every join is a sum of claims; the best joins are made first.
A fragment joined to one of another draft goes home to the draft that is about the same things. Where nothing fits, the
break stays."""

from collections.abc import Iterable
from dataclasses import replace

from jianbao.segment.divide import Draft
from jianbao.segment.rules import precis
from jianbao.segment.seam import Join, join
from jianbao.segment.seen import Seen

_ENOUGH = 1.0  # weight that a join with the next line of a draft must have
_ENOUGH_AFAR = 2.6  # the same for lines that stand apart
_TEXT = ("body", "byline+body")
_PRECIS = ("precis",)


def mend(drafts: list[Draft]) -> tuple[list[Draft], list[Join]]:
    """Returns the drafts with their fragments at home, and the joins inside them."""
    joins = _choose(_candidates(drafts))
    return _bring_home(drafts, joins), joins


def _candidates(drafts: list[Draft]) -> Iterable[Join]:
    running = [
        (number, at, line)
        for number, draft in enumerate(drafts)
        for kind in (_PRECIS, _TEXT)  # a precis between two lines of text does not part them
        for at, line in enumerate(_running(draft, kind))
    ]
    for number, at, before in running:
        if before.closed or before.cut_off or _is_label(before):
            continue
        for other, other_at, after in running:
            if after is before or not _may_follow(after, drafts[other], before, drafts[number]):
                continue
            distance = other_at - at - 1 if other == number and other_at > at else 99
            found = join(before, after, distance)
            if found.weight >= (_ENOUGH if distance <= 1 else _ENOUGH_AFAR):
                yield found


def _may_follow(after: Seen, home: Draft, before: Seen, draft: Draft) -> bool:
    """Precis goes on in precis only, and neither a lead nor the first text under heads goes on anything."""
    alike = (home.role(after) == "precis") == (draft.role(before) == "precis")
    return alike and not after.lead and not _is_label(after) and not draft_opens(home, after)


def _is_label(line: Seen) -> bool:
    return bool(precis.label(line)) and line.size < 10


def draft_opens(draft: Draft, line: Seen) -> bool:
    """Is the line the first running text under the heads of a draft?"""
    running = _running(draft, (*_TEXT, *_PRECIS))
    return bool(draft.heads) and running[0] is line and not line.begins_inside


def _running(draft: Draft, roles: tuple[str, ...]) -> list[Seen]:
    return [line for line in draft.text if draft.role(line) in roles]


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
