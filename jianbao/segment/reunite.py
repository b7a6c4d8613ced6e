"""A part of a story that was taken for a piece of its own: its crosshead looked like a headline, or another story's
headline stands over it.

By form alone the two are the same. Where pieces are signed, one under a short head that nobody signs, below another
piece, about what that is about more than about anything else on the page, is a part of it (000 L33 做职工的温馨
“充电站” among other neighbours). Where the piece below it has a lead and no head, the head is that one's (d04 L80)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.segment.draft import Draft
from jianbao.segment.label import SIGNED
from jianbao.segment.seen import SHORT, Seen
from jianbao.segment.told import Told

_NEAR = 2.0  # nearness to the piece above: measured on labelled headlines (0 to 1.8) and crossheads (2.2 to 5.5),
_TIMES = 1.6  # and how many times nearer than to any other piece


def reunite(drafts: Sequence[Draft]) -> list[Draft]:
    """Returns the drafts, parts put back to the stories they are parts of."""
    nearness = _nearness(drafts)
    found: list[Draft] = []
    handed_on: tuple[Seen, ...] = ()
    for at, draft in enumerate(drafts):
        draft = replace(draft, heads=(*handed_on, *draft.heads))
        handed_on = ()
        lacking = _lacks_a_head(drafts[at + 1 : at + 2])
        part = at > 0 and _may_be_part(drafts[at - 1], draft, lacking)
        if part and _is_about(at, nearness[at], _NEAR / 2 if lacking else _NEAR):
            above = found[-1]
            near = nearness[at][at - 1] - _NEAR
            above = replace(above, claims=(*above.claims, *draft.claims))
            if lacking:
                whole, handed_on = replace(above, text=(*above.text, *draft.text)), draft.heads
                found[-1] = whole.told("a rest of this story, under another's head", near, draft.text)
            else:
                roles = {**above.roles, **{head.no: "crosshead" for head in draft.heads}}
                whole = replace(above, text=(*above.text, *draft.heads, *draft.text), roles=roles)
                found[-1] = whole.told("a part of this story, not signed, under a crosshead", near, draft.heads)
        else:
            found.append(draft)
    return found


def _nearness(drafts: Sequence[Draft]) -> dict[int, list[float]]:
    """Returns how near the text of each draft that may be a part of the one above is to each draft, by its place. One
    that lacks a head may get one that is handed on to it."""
    asked = []
    for at, (above, draft) in enumerate(pairwise(drafts), 1):
        below = drafts[at + 1 : at + 2]
        if _lacks_a_head([draft]) or _may_be_part(above, draft, _lacks_a_head(below)):
            asked.append(at)
    return dict(zip(asked, Told(drafts).nearness_of([drafts[at].text for at in asked]), strict=True))


def _lacks_a_head(below: Sequence[Draft]) -> bool:
    return any(not one.heads and not one.decided and one.text and one.text[0].lead for one in below)


def _may_be_part(above: Draft, draft: Draft, lacking: bool) -> bool:
    """A story may be signed at its end, so a part of one may be, unless its head is to be a crosshead."""
    if above.decided or draft.decided or len(draft.heads) != 1 or not draft.text or not above.text:
        return False
    if above.text[-1].turns_on or draft.text[0].turned_from:
        return False
    head = draft.heads[0]
    signed = any(draft.role(line) in (*SIGNED, "byline+body") or (line.tail and not lacking) for line in draft.text)
    return not signed and head.size <= SHORT and head.view.signs and head.at > above.text[-1].at


def _is_about(at: int, near: Sequence[float], least: float) -> bool:
    """Is a piece about what the one above is about, more than about what any other is?"""
    others = (much for other, much in enumerate(near) if other not in (at, at - 1))
    return near[at - 1] > least and near[at - 1] > _TIMES * max(others, default=0.0)
