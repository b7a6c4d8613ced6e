"""Price lists, programmes, results: lines of a name and a figure that keep their order and their line ends."""

import re
from itertools import takewhile

from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import Seen

_FIGURE = r"[¥￥$]?\d[\d.,:：-]*\s*(?:元|角|分|%|％|℃|度|斤|公斤|吨|只|张|枚|名|分钟)?(?:/\S{1,3})?"
_ROW = re.compile(rf"^(?:[^\d\s，。；、][^，。；、]{{0,11}}?\s+{_FIGURE}\s*)+$")  # 鲫鱼 18.00
_TITLE = re.compile(r"^[（(]?\s*单位\s*[:：].{1,12}$")  # (单位:元/公斤)
_LEAST = 3  # rows


def row(line: Seen) -> str:
    if not _ROW.match(line.text):
        return ""
    above = list(takewhile(_is_row, reversed(line.view.seen[max(0, line.at - _LEAST) : line.at])))
    below = list(takewhile(_is_row, line.coming(_LEAST)))
    return line.text if len(above) + 1 + len(below) >= _LEAST else ""


def title(line: Seen) -> str:
    """What the figures of a table are counted in stands over it or under it."""
    found = _TITLE.match(line.text)
    near = found and any(one and row(one) for one in (line.above, line.below))
    return found.group() if found and near else ""


def _is_row(line: Seen) -> bool:
    return bool(_ROW.match(line.text))


RULES = (
    Rule("row of a table", "table", 20.0, row),
    Rule("unit of a table", "table", 20.0, title),
)
