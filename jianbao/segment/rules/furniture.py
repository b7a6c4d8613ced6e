"""What belongs to the page and to no piece: masthead, folio line, adverts, telephone and jump lines, standing heads."""

import re

from jianbao.chinese.lists import words
from jianbao.chinese.text import han
from jianbao.segment.rules import tables
from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import Seen

_NUMERAL = "[0-9０-９〇○零一二三四五六七八九十]"
_DATE = re.compile(rf"{_NUMERAL}{{2,4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日")
_LUNAR = re.compile(r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.{1,2}月.{1,3}")
_WEEKDAY = re.compile(r"^(?:星期|礼拜|周)[一二三四五六日天]$")
_PAPER = re.compile(r"^[\u3400-\u9fff]{1,10}(?:[日晚早晨时商导周]报|都市报|工人报|青年报|农民报|新闻)$")
_ISSUE = re.compile(
    rf"总?第\s*{_NUMERAL}+\s*[期版]|责任编辑|本版编辑|值班|国内统一(?:连续出版物|刊)号|邮发代号|代号\s*[0-9０-９]"
)
_AREA = r"(?:[（(]?[0０][0-9０-９]{2,3}[)）]?[-－—–]?\s*)?"
_PHONE = re.compile(_AREA + r"[0-9０-９]{3,4}[-－—·]?[0-9０-９]{3,4}(?:[-－—][0-9０-９]{3,4})?")
_CALLED = re.compile(r"(?:电\s*话|热\s*线|传\s*真|手\s*机)\D{0,4}[0-9０-９][-0-9０-９·.—－]{4,}")
_ADDRESS = re.compile(r"^(?:本报|本社|报社|编辑部)?(?:地址|社址|网址|邮编)[:：]|本报地址|本报社址")
_BESIDE_FIGURES = "-－—()（）·."
_CALL = re.compile(r"电\s*话|热\s*线|邮\s*编|传\s*真|地\s*址|网\s*址|咨询|[Tt][Ee][Ll]")
_SELLING = re.compile(r"招商|诚招|诚聘|经销|代理|厂家|保修|批发|零售|优惠价|有限公司|集团公司|股份公司|名牌|系列")


def masthead_date(line: Seen) -> str:
    if line.size > 34 or line.closed or line.commas:
        return ""
    found = _DATE.search(line.text) or _LUNAR.search(line.text) or _WEEKDAY.search(line.text)
    return found.group() if found else ""


def paper_name(line: Seen) -> str:
    found = _PAPER.search(line.text.replace(" ", "")) if line.size <= 12 else None
    return found.group() if found else ""


def beside_masthead(line: Seen) -> str:
    """The parts of a masthead stand together."""
    near = [one for one in (line.above, line.below, line.above and line.above.above) if one]
    return next((one.text for one in near if masthead_date(one) or _issue(one)), "")


def paper_beside_its_date(line: Seen) -> str:
    return beside_masthead(line) if paper_name(line) else ""


def issue_line(line: Seen) -> str:
    found = _issue(line) if line.size <= 60 and not line.closed and not line.commas else None
    return found.group() if found else ""


def _issue(line: Seen) -> re.Match[str] | None:
    """下转第2版 names a page, but no issue."""
    return None if line.jump_line else _ISSUE.search(line.text)


def telephone(line: Seen) -> str:
    if line.size > 60 or "。" in line.text:
        return ""
    found = _PHONE.search(line.text)
    called = found and (_CALL.search(line.text) or len(re.sub(r"\D", "", found.group())) >= 10)
    found = _CALLED.search(line.text) or (found if called else None)
    return found.group() if found else ""


def address(line: Seen) -> str:
    found = _ADDRESS.search(line.text) if line.size <= 60 else None
    return found.group() if found else ""


def only_figures(line: Seen) -> str:
    if not line.text[:1].isdigit() and line.text[:1] not in _BESIDE_FIGURES:  # most lines
        return ""
    bare = re.sub(rf"[\s{re.escape(_BESIDE_FIGURES)}]", "", line.text)
    return line.text if bare.isdigit() and len(bare) >= 3 else ""


def ornament(line: Seen) -> str:
    """A rule of signs between two pieces: -o-, ×××, * * *"""
    return line.text if line.size <= 1 and not han(line.text) else ""


def selling(line: Seen) -> str:
    found = _SELLING.search(line.text) if line.size <= 60 and "。" not in line.text else None
    near = [line, line.below, line.above] if found else []
    return found.group() if found and any(one and telephone(one) for one in near) else ""


def beside_telephone(line: Seen) -> str:
    """A few characters beside a bare number are its name: 沟通热线"""
    if line.size > 12 or not _CALL.search(line.text):
        return ""
    near = [one for one in (line.above, line.below) if one and only_figures(one)]
    return near[0].text if near else ""


def jump_line(line: Seen) -> str:
    return line.text if line.jump_line else ""


def usual_standing_head(line: Seen) -> str:
    bare = "".join(line.text.split())
    return bare if bare in words("standing_heads.txt") else ""


def tight_block(line: Seen) -> str:
    """Three to six short lines set without a blank between, over another head: 000 L91-93."""
    if not line.headlike or line.narrow or tables.row(line):
        return ""
    first = line
    while first.above and first.gap == 0 and first.above.headlike and not first.signature and line.at - first.at < 6:
        first = first.above
    block = [first]
    while len(block) < 12 and block[-1].below and block[-1].below.gap == 0 and block[-1].below.headlike:
        block.append(block[-1].below)
    apart = first.gap > 0 or first.above is None
    below = block[-1].below
    over_head = bool(below and below.headlike) and not masthead_date(line)
    return first.text if 3 <= len(block) <= 6 and apart and over_head else ""


def enclosed(line: Seen) -> str:
    """A slogan between the masthead and the adverts of a page: 004 L11."""
    if not (line.headlike and line.above and line.below):
        return ""
    held = [one for one in (line.above, line.below) if beside_masthead_part(one) or telephone(one) or selling(one)]
    return held[0].text if len(held) == 2 else ""


def beside_masthead_part(line: Seen) -> str:
    return masthead_date(line) or paper_beside_its_date(line) or issue_line(line)


RULES = (
    Rule("a date alone", "masthead", 9.0, masthead_date),
    Rule("a newspaper's name", "masthead", 3.0, paper_name),
    Rule("a newspaper's name beside a date", "masthead", 5.0, paper_beside_its_date),
    Rule("number of issue or page, editor", "masthead", 10.0, issue_line),
    Rule("a telephone number to call", "advert", 9.0, telephone),
    Rule("a telephone number to call", "headline", -4.0, telephone),
    Rule("where the paper can be reached", "page_furniture", 12.0, address),
    Rule("an ornament", "page_furniture", 9.0, ornament),
    Rule("nothing but figures", "page_furniture", 9.0, only_figures),
    Rule("sells something", "advert", 7.0, selling),
    Rule("sells something", "headline", -3.0, selling),
    Rule("beside a telephone number", "page_furniture", 9.0, beside_telephone),
    Rule("between masthead and adverts", "page_furniture", 6.0, enclosed),
    Rule("turns to another page", "page_furniture", 14.0, jump_line),
    Rule("a usual standing head", "standing_head", 9.0, usual_standing_head),
    Rule("three tight short lines", "standing_head", 12.0, tight_block),
)
