"""Under which standing head a piece runs.

A standing head names the piece right below it; one that is a usual name of a column (简讯) names every piece down to
the next furniture. Which further pieces a slogan covers is not decided here: a person may say so."""

import re
from collections.abc import Sequence

from jianbao.chinese.lists import words
from jianbao.model import Furniture
from jianbao.segment.draft import Draft


def columns_of(drafts: Sequence[Draft], furniture: Sequence[Furniture]) -> dict[int, str]:
    """Returns the column of each draft that has one, by its place among the drafts."""
    columns: dict[int, str] = {}
    for head in (one for one in furniture if one.role == "standing_head"):
        under = _under(head, drafts, furniture)
        usual = re.sub(r"\s", "", head.text) in words("standing_heads.txt")
        for at in under if usual else under[:1]:
            columns[at] = re.sub(r"\s", "", head.text)
    return columns


def _under(head: Furniture, drafts: Sequence[Draft], furniture: Sequence[Furniture]) -> list[int]:
    """Returns the places of the drafts that begin between a standing head and the next furniture, down the page."""
    top = head.lines[-1]
    end = min((one.lines[0] for one in furniture if one.lines[0] > top), default=10**9)
    starts = sorted((draft.lines[0], at) for at, draft in enumerate(drafts))
    return [at for first, at in starts if top < first < end]
