"""Running text: sentences that end, lines that are long, lines that run on from the one above."""

import re

from jianbao.chinese.text import opens_as_text
from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import SHORT, Seen

_PICTURE = re.compile(r"[（(]?(?:左|右|上|下)?图(?:为|[①②③④⑤一二三四五1-9][:：])")


def full_stop(line: Seen) -> str:
    return line.text[-2:] if line.closed and line.text.rstrip("”’\"')）")[-1:] in "。.…" else ""


def other_stop(line: Seen) -> str:
    """A question or an exclamation ends sentences and headlines alike: 工会凭啥能拿下?"""
    return line.text[-2:] if line.closed and not full_stop(line) else ""


def long(line: Seen) -> str:
    return line.text[:8] if line.size > 40 else ""


def very_long(line: Seen) -> str:
    return line.text[:8] if line.size > 70 else ""


def chained(line: Seen) -> str:
    return "，" * line.commas if line.commas >= 2 else ""


def list_of_things(line: Seen) -> str:
    return "、" * line.commas if line.commas >= 4 else ""


def quotation_left_open(line: Seen) -> str:
    """A head hardly ever leaves a quotation open: 002 L13 “我们按照‘六有标准’对工会网格工作站"""
    return line.left_open if not line.closed and line.size > 8 else ""


def goes_on_below(line: Seen) -> str:
    """The line below begins with what cannot begin a sentence: …龙安开发区聚集 · 了42家…"""
    return line.below.text[:2] if line.below and line.below.begins_inside and not line.closed else ""


def word_goes_on_below(line: Seen) -> str:
    """A sentence with commas breaks off inside a word; so does a headline, but without commas: 职工职 · 业技能大赛"""
    return line.below.word_over_end if line.below and line.commas and not line.closed else ""


def long_with_comma(line: Seen) -> str:
    return "，" if line.commas and 28 < line.size <= 45 and line.text[-1:] not in "—：:" else ""


def opens_as_text_does(line: Seen) -> str:
    return opens_as_text(line.text) if line.size > 12 else ""


def about_a_picture(line: Seen) -> str:
    found = _PICTURE.match(line.text)
    return found.group() if found else ""


def begins_inside(line: Seen) -> str:
    return line.text[:2] if line.begins_inside else ""


def runs_on(line: Seen) -> str:
    """The line above is text and breaks off: 003 L15 …“小哥学 · L17 院”,…"""
    above = line.above
    broken = above is not None and not above.closed and not above.signature and not line.lead and not line.signature
    return above.text[-6:] if above and broken and (above.size > SHORT or above.narrow) else ""


def word_runs_over(line: Seen) -> str:
    return line.word_over_end if runs_on(line) else ""


def turns_on(line: Seen) -> str:
    """A few characters over 下转第3版 end a text, unless a head stands above them: then they are heads of a teaser."""
    headed = line.above is not None and line.above.headlike
    return line.text[-6:] if line.turns_on and not line.jump_line and not headed else ""


def narrow_column(line: Seen) -> str:
    return line.text[:6] if line.narrow else ""


def figures_in_a_sentence(line: Seen) -> str:
    """▲ and the like open the items of a column of briefs."""
    return line.text[:1] if line.text[:1] in "▲△◆●★■□" and line.size > 20 else ""


RULES = (
    Rule("ends with a full stop", "body", 2.5, full_stop),
    Rule("ends with a question or an exclamation", "body", 0.8, other_stop),
    Rule("longer than a headline", "body", 2.5, long),
    Rule("much longer than a headline", "body", 2.0, very_long),
    Rule("several commas", "body", 1.2, chained),
    Rule("a list of things", "body", 2.0, list_of_things),
    Rule("leaves a quotation open", "body", 4.0, quotation_left_open),
    Rule("leaves a quotation open", "crosshead", -2.0, quotation_left_open),
    Rule("the line below begins inside a sentence", "body", 3.0, goes_on_below),
    Rule("breaks off inside a word", "body", 3.0, word_goes_on_below),
    Rule("breaks off inside a word", "crosshead", -1.5, word_goes_on_below),
    Rule("long for a head, with a comma", "body", 1.2, long_with_comma),
    Rule("opens as a text does", "body", 1.5, opens_as_text_does),
    Rule("opens as a text does", "crosshead", -1.5, opens_as_text_does),
    Rule("tells what a picture shows", "body", 4.0, about_a_picture),
    Rule("begins inside a sentence", "body", 2.0, begins_inside),
    Rule("the line above breaks off", "body", 1.8, runs_on),
    Rule("a word runs over from the line above", "body", 2.0, word_runs_over),
    Rule("goes on on another page", "body", 6.0, turns_on),
    Rule("stands in a narrow column", "body", 3.5, narrow_column),
    Rule("item of a column of briefs", "body", 2.0, figures_in_a_sentence),
    Rule("item of a column of briefs", "headline", -3.0, figures_in_a_sentence),
)
