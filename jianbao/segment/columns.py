"""Under which standing head a piece runs.

A standing head names the piece right below it; one that is a usual name of a column (简讯) names those below it down
to the next furniture, as long as they can be such pieces: no letter opens with 本报讯, no brief is long. A slogan
(全力推进新就业形态劳动者工会工作) names the next pieces too that take up its words."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from jianbao.chinese.lists import words
from jianbao.model import Furniture
from jianbao.segment.draft import Draft

_BRIEF = 400
_TAKEN_UP = 6  # characters in a row: 就业形态劳动
_DATELINE = re.compile(r"\s*(?:据?新华社|本报|【)[^。，,]{0,12}?(?:讯(?!员)|[電电訊])")


def columns_of(drafts: Sequence[Draft], furniture: Sequence[Furniture]) -> dict[int, str]:
    """Returns the column of each draft that has one, by its place among the drafts."""
    columns: dict[int, str] = {}
    for head in (one for one in furniture if one.role == "standing_head"):
        name = re.sub(r"\s", "", head.text)
        goes_on = _covers(name) if name in words("standing_heads.txt") else _taking_up(name)
        columns |= dict.fromkeys(_led(_under(head, drafts, furniture), drafts, goes_on), name)
    return columns


def _led(under: Sequence[int], drafts: Sequence[Draft], goes_on: Callable[[Draft], bool]) -> Iterator[int]:
    """The first draft under a head, and those after it until the column does not go on."""
    yield from under[:1]
    yield from takewhile(lambda at: goes_on(drafts[at]), under[1:])


def _covers(name: str) -> Callable[[Draft], bool]:
    """Which further pieces a usual column has."""
    return next(covers for pattern, covers in _SORTS if re.search(pattern, name))


def _taking_up(slogan: str) -> Callable[[Draft], bool]:
    parts = {slogan[at : at + _TAKEN_UP] for at in range(len(slogan) - _TAKEN_UP + 1)}
    return lambda draft: any(part in line.text for line in (*draft.heads, *draft.text) for part in parts)


def _is_undated(draft: Draft) -> bool:
    return not any(_DATELINE.match(line.text) for line in draft.text)


def _is_brief(draft: Draft) -> bool:
    return sum(line.size for line in draft.text) <= _BRIEF


def _is_any(_draft: Draft) -> bool:
    return True


def _is_none(_draft: Draft) -> bool:
    return False


_SORTS: tuple[tuple[str, Callable[[Draft], bool]], ...] = (
    (r"来信|信箱|广告|公告|启事|通知", _is_undated),
    (r"评|谈|论坛|议", _is_none),
    (r"短|简讯|快讯|时讯|一句话|集锦|动态|速递|镜头|图片|天气|预报", _is_brief),
    (r"", _is_any),
)


def _under(head: Furniture, drafts: Sequence[Draft], furniture: Sequence[Furniture]) -> list[int]:
    """Returns the places of the drafts that begin between a standing head and the next furniture, down the page."""
    top = head.lines[-1]
    end = min((one.lines[0] for one in furniture if one.lines[0] > top), default=10**9)
    starts = sorted((draft.lines[0], at) for at, draft in enumerate(drafts))
    return [at for first, at in starts if top < first < end]
