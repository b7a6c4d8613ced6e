"""A part of a story that was taken for a piece of its own: its crosshead looked like a headline.

By form alone the two are the same. Where pieces are signed, one under a short head that nobody signs, below another
piece, about what that is about more than about anything else on the page, is a part of it (000 L33 做职工的温馨
“充电站” among other neighbours)."""

from collections.abc import Sequence
from dataclasses import replace

from jianbao.segment.draft import Draft
from jianbao.segment.label import SIGNED
from jianbao.segment.seen import SHORT
from jianbao.segment.told import Told

_NEAR = 2.0  # nearness to the piece above: measured on labelled headlines (0 to 1.8) and crossheads (2.2 to 5.5),
_TIMES = 1.6  # and how many times nearer than to any other piece


def reunite(drafts: Sequence[Draft]) -> list[Draft]:
    """Returns the drafts, parts put back to the stories they are parts of."""
    told = Told(drafts)
    found: list[Draft] = []
    for at, draft in enumerate(drafts):
        if at and found and _is_part(at, told):
            above = found[-1]
            roles = {**above.roles, **{head.no: "crosshead" for head in draft.heads}}
            text = (*above.text, *draft.heads, *draft.text)
            whole = replace(above, text=text, roles=roles, claims=(*above.claims, *draft.claims))
            near = told.nearness(draft.text, at - 1) - _NEAR
            found[-1] = whole.told("a part of this story, not signed, under a crosshead", near, draft.heads)
        else:
            found.append(draft)
    return found


def _is_part(at: int, told: Told) -> bool:
    above, draft = told.drafts[at - 1], told.drafts[at]
    if above.decided or draft.decided or len(draft.heads) != 1 or not draft.text or not above.text:
        return False
    head = draft.heads[0]
    signed = any(draft.role(line) in (*SIGNED, "byline+body") or line.tail for line in draft.text)
    if signed or head.size > SHORT or not head.view.signs or head.at < above.text[-1].at:
        return False
    here = told.nearness(draft.text, at - 1)
    others = [told.nearness(draft.text, other) for other in range(len(told.drafts)) if other not in (at, at - 1)]
    return here > _NEAR and here > _TIMES * max(others, default=0.0)
