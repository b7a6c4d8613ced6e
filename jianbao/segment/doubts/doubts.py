"""All doubts about a page, the most doubtful first.

Each sort of doubt knows the chance that something is wrong, measured on labelled and composed pages
(tests/compose/doubted.py); what is likelier right than `_WORTH` says is no doubt, and of many only the
worst are told: a person has two minutes for a page. What a person decided is none."""

from jianbao.model import Doubt
from jianbao.segment.cut import Cut
from jianbao.segment.doubts import joins, places, roles

_WORTH = 0.3  # chance below which a person's time is not well spent
_MOST = 8  # doubts of a page


def doubts(cut: Cut) -> tuple[Doubt, ...]:
    """Returns what is doubtful about a page as it was cut."""
    found = [*roles.doubts(cut), *joins.doubts(cut), *places.doubts(cut)]
    worth = [one for one in found if one.chance >= _WORTH]
    return tuple(sorted(worth, key=lambda one: (-one.chance, one.lines))[:_MOST])
