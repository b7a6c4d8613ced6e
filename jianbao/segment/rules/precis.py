"""阅读提示 and the like: a label over a few sentences that sum the piece up."""

import re

from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import Seen

_NAMES = "阅读提示|内容提要|内容提示|核心提示|提要|导读|编者按|编者的话|新闻背景|名词解释"
_LONGEST = max(map(len, _NAMES.split("|")))
_LABEL = re.compile(rf"^[【\[（(]?(?:{_NAMES})[】\])）]?[:：]?$")


def label(line: Seen) -> str:
    return line.text if line.size <= _LONGEST and _LABEL.match("".join(line.text.split())) else ""


def under_label(line: Seen) -> str:
    return line.above.text if line.above and label(line.above) and line.size > 20 else ""


RULES = (
    Rule("names itself a precis", "precis", 8.0, label),
    Rule("stands under the name of a precis", "precis", 20.0, under_label),
)
