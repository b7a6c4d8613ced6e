"""Who wrote it: leads that open a text, lines that are only a byline, photographers' credits."""

from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import Seen


def lead(line: Seen) -> str:
    return line.text[: line.lead.end] if line.lead and not line.signature and line.size > 12 else ""


def byline(line: Seen) -> str:
    return line.text if line.signature and not line.signature.credit else ""


def credit(line: Seen) -> str:
    return line.text if line.signature and line.signature.credit else ""


RULES = (
    Rule("opens with a lead", "byline+body", 24.0, lead),
    Rule("nothing but a byline", "byline", 9.0, byline),
    Rule("nothing but a credit", "credit", 9.0, credit),
)
