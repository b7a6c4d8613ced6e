"""Who wrote it: leads that open a text, lines that are only a byline, photographers' credits."""

from jianbao.chinese import bylines
from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import SHORT, Seen

_TOLD = 8  # lines up and down in which a text would tell of the person whom a head names


def lead(line: Seen) -> str:
    return line.text[: line.lead.end] if line.lead and not line.signature and line.size > 12 else ""


def byline(line: Seen) -> str:
    return line.text if line.signature and not line.signature.credit else ""


def credit(line: Seen) -> str:
    return line.text if line.signature and line.signature.credit else ""


def name_alone(line: Seen) -> str:
    """A name, perhaps behind employer or place, under a head or at the end of a text: 杭州市环卫工人 陈桂英. Whom a
    text near tells of did not write it."""
    found = bylines.unmarked(line.text) if line.headlike else None
    text = _under_a_head(line) or _ends_a_text(line)
    near = line.view.seen[max(0, line.at - _TOLD) : line.at] + line.coming(_TOLD)
    told = found and any(author.name in one.text for author in found.authors for one in near)
    return line.text if found and text and not told else ""


def _under_a_head(line: Seen) -> bool:
    above, below = line.above, line.below
    return (above is None or above.headlike) and below is not None and below.size > SHORT


def _ends_a_text(line: Seen) -> bool:
    return line.above is not None and line.above.closed and not line.above.headlike


RULES = (
    Rule("opens with a lead", "byline+body", 24.0, lead),
    Rule("nothing but a byline", "byline", 9.0, byline),
    Rule("a name alone", "byline", 9.0, name_alone),
    Rule("nothing but a credit", "credit", 9.0, credit),
)
