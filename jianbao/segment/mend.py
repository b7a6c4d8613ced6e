"""Broken paragraphs are made whole: which line continues which, over the whole page.

A line that breaks off (no final stop, a quotation left open, mid-word) is continued by the line that fits best: mostly
the next one, sometimes one of another place of the page. Every join is a sum of claims; the best joins are made first.
A fragment joined to one of another draft goes home to the draft that is about the same things. Where nothing fits, the
break stays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jianbao.segment.draft import Draft
from jianbao.segment.label import BODY
from jianbao.segment.rules import precis
from jianbao.segment.seam import Join, join
from jianbao.segment.seen import Seen

_ENOUGH = 1.0  # weight that a join with the next line of a draft must have
_ENOUGH_AFAR = 2.6  # the same for lines that stand apart
_PRECIS = ("precis",)
_AFAR = 99  # the distance of lines that stand in different drafts, or the wrong way round
_MANY = 40_000  # pairs of lines; real pages have some 1,500


def mend(drafts: list[Draft]) -> tuple[list[Draft], list[Join]]:
    """Returns the drafts with their fragments at home, and the joins inside them."""
    joins = _choose(_candidates(drafts))
    return _bring_home(drafts, joins), joins


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line of running text stands: in which draft, as the how-manieth of its kind; may_follow: it can go on
    from another line."""

    draft: int
    at: int
    line: Seen
    kind: tuple[str, ...]
    may_follow: bool


def _candidates(drafts: list[Draft]) -> Iterator[Join]:
    """Yields the joins that are good enough. On a page of hundreds of broken lines only neighbours are looked at."""
    places = [place for number, draft in enumerate(drafts) for place in _places(number, draft)]
    broken = [at for at, one in enumerate(places) if not (one.line.closed or one.line.cut_off or _is_label(one.line))]
    many = len(broken) * len(places) > _MANY
    for at in broken:
        for after in places[at + 1 : at + 3] if many else places:
            found = _join(places[at], after)
            if found:
                yield found


def _places(number: int, draft: Draft) -> Iterator[_Place]:
    """Precis goes on in precis only, and a precis between two lines of text does not part them. Neither a lead, nor a
    label, nor the first text under heads, nor what comes from another page goes on anything."""
    first = next((line for line in draft.text if draft.role(line) in (*BODY, *_PRECIS)), None)
    for kind in (_PRECIS, BODY):
        for at, line in enumerate(line for line in draft.text if draft.role(line) in kind):
            opens = bool(draft.heads) and line is first and not line.begins_inside
            yield _Place(number, at, line, kind, not (line.lead or _is_label(line) or opens or line.turned_from))


def _join(before: _Place, after: _Place) -> Join | None:
    if after.line is before.line or not after.may_follow or after.kind != before.kind:
        return None
    near = after.draft == before.draft and after.at > before.at
    distance = after.at - before.at - 1 if near else _AFAR
    found = join(before.line, after.line, distance)
    return found if found.weight >= (_ENOUGH if distance <= 1 else _ENOUGH_AFAR) else None


def _is_label(line: Seen) -> bool:
    return bool(precis.label(line)) and line.size < 10


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
