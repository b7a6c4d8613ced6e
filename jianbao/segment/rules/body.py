"""Running text: sentences that end, lines that are long, lines that run on from the one above."""

import re

from jianbao.chinese.bonds import bond
from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import SHORT, Seen

_PROSE = re.compile(
    "据介绍|记者了解到|表示|告诉|通过|由于|因为|因此|同时|此外|目前|近年来|已经|可以|能够|进行|还有|并且|不仅|如果|但是"
)
_LEANING = frozenset("的了和在为与及对将把被从向是有并以于地也都还就等或而使让由其这该各着")
_SMALL = re.compile("[的了在是把被对从将就都也还着过]")
_BOUND = 3.0  # bond of the words on both sides of a line end
_TWO_CLAUSES = 26  # letters; a head of two clauses is shorter: 区领导的一项要求,触发工会服务理念的嬗变
_FIGURE = re.compile("(?:[0-9０-９][年月]|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.．])$")
_COUNTED = re.compile("[0-9a-zA-Z０-９.．%％余多名人家个次万亿元年月日项户期件台位吨岁]")
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


def comma_at_the_end(line: Seen) -> str:
    """走进隆祥皮革的车间,每条生产线都被玻璃柜严密封闭包裹, is half a sentence; a head divided there is shorter."""
    return line.text[-1:] if line.text[-1:] in "，,；;" and line.size > 12 else ""


def figure_goes_on_below(line: Seen) -> str:
    """A figure or a word of Latin letters stands on both sides of the line end, or what a figure counts below it:
    覆盖服务职工2000 · 余人,大力弘扬劳模精神"""
    below = line.below
    text = below is not None and line.size > 12 and (below.size > SHORT or below.closed)
    return below.text[:1] if below and text and _FIGURE.search(line.text) and _COUNTED.match(below.text) else ""


def list_of_things(line: Seen) -> str:
    return "、" * line.commas if line.commas >= 4 else ""


def quotation_left_open(line: Seen) -> str:
    """A head hardly ever leaves a quotation open: 002 L13 “我们按照‘六有标准’对工会网格工作站"""
    return line.left_open if not line.closed and line.size > 8 else ""


def goes_on_below(line: Seen) -> str:
    """The line below begins with what cannot begin a sentence: …龙安开发区聚集 · 了42家…"""
    return line.below.text[:2] if not line.closed and line.below and line.below.begins_inside else ""


def word_goes_on_below(line: Seen) -> str:
    """A sentence with commas breaks off inside a word; so does a headline, but without commas: 职工职 · 业技能大赛"""
    return line.below.word_over_end if line.below and line.commas and not line.closed else ""


def opens_as_text_does(line: Seen) -> str:
    return line.opener if line.size > 12 else ""


def opens_and_goes_on(line: Seen) -> str:
    """A head may begin with a year, but is no sentence: 据悉,今年,新市镇总工会将在…"""
    return opens_as_text_does(line) if line.commas else ""


def two_clauses(line: Seen) -> str:
    """近年来,临安区总工会深化工会组建攻坚行动计划,突出抓好新就业 · 形态劳动者建会入会工作"""
    long = line.size >= _TWO_CLAUSES and line.text[-1:] not in "—：:"
    return "，" if long and any(comma in line.text for comma in "，,；;") else ""


def words_go_on_below(line: Seen) -> str:
    """…进入了区总工会的视 · 野,双方多次磨合"""
    below = line.below if line.size > 16 and not line.closed else None
    return below.text[:2] if below and bond(line.text, below.text) > _BOUND else ""


def words_of_prose(line: Seen) -> str:
    """Words that sentences are made of and heads hardly ever: 想要“入学”的小哥,可以通过…"""
    found = _PROSE.search(line.text) if line.size > 16 else None
    return found.group() if found else ""


def small_words(line: Seen) -> str:
    """Heads do without: of 27 labelled ones of 15 to 32 letters one has two, of short ends of paragraphs 4 in 10."""
    found = _SMALL.findall(line.text) if line.size > 14 else []
    return "".join(found) if len(found) > 1 else ""


def leans_on_what_follows(line: Seen) -> str:
    """连日来,广西…抢摘蜜橘,供应春节 · 后市场 does not, 除了这 · 处空中花园 does."""
    return line.text[-1] if line.size > 16 and line.text[-1] in _LEANING else ""


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
    Rule("ends with a comma", "body", 2.5, comma_at_the_end),
    Rule("a figure goes on below", "body", 3.0, figure_goes_on_below),
    Rule("a list of things", "body", 2.0, list_of_things),
    Rule("leaves a quotation open", "body", 4.0, quotation_left_open),
    Rule("leaves a quotation open", "crosshead", -2.0, quotation_left_open),
    Rule("leaves a quotation open", "headline", -2.0, quotation_left_open),
    Rule("the line below begins inside a sentence", "body", 3.0, goes_on_below),
    Rule("breaks off inside a word", "body", 3.0, word_goes_on_below),
    Rule("breaks off inside a word", "crosshead", -1.5, word_goes_on_below),
    Rule("two clauses", "body", 2.0, two_clauses),
    Rule("opens as a text does and goes on", "body", 3.0, opens_and_goes_on),
    Rule("opens as a text does and goes on", "headline", -1.0, opens_and_goes_on),
    Rule("the words go on below", "body", 2.0, words_go_on_below),
    Rule("words of prose", "body", 1.5, words_of_prose),
    Rule("several small words", "body", 1.5, small_words),
    Rule("ends on a word that leans on the next", "body", 2.0, leans_on_what_follows),
    Rule("ends on a word that leans on the next", "crosshead", -1.0, leans_on_what_follows),
    Rule("opens as a text does", "body", 1.5, opens_as_text_does),
    Rule("opens as a text does", "crosshead", -1.5, opens_as_text_does),
    Rule("tells what a picture shows", "body", 4.0, about_a_picture),
    Rule("tells what a picture shows", "headline", -3.0, about_a_picture),
    Rule("begins inside a sentence", "body", 2.0, begins_inside),
    Rule("the line above breaks off", "body", 1.8, runs_on),
    Rule("a word runs over from the line above", "body", 2.0, word_runs_over),
    Rule("goes on on another page", "body", 6.0, turns_on),
    Rule("stands in a narrow column", "body", 3.5, narrow_column),
    Rule("item of a column of briefs", "body", 2.0, figures_in_a_sentence),
    Rule("item of a column of briefs", "headline", -3.0, figures_in_a_sentence),
)
