"""Signs of the time in the text of a page without masthead: what each says about the month in which it was written.

A year that is past bounds it below, a plan and an abolished office above, 近日 beside a year names it. The years of
programmes are traps: 2022年“冬送温暖” begins in December 2021, (2023年度) is said in 2022, 2023 and 2024. A sign never
decides; `window` weighs them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from jianbao.chinese import dates, lunar, spans
from jianbao.chinese.dates import Printed
from jianbao.chinese.lunar import Festival
from jianbao.model import Layout, Page

_Paragraph = tuple[str, tuple[int, ...]]  # its text and its lines
_READ = 20_000  # signs of one line; a longer line is no paragraph
PAST, PAST_BESIDE = "a past year named", "a past year beside 今年"
PASTS = (PAST, PAST_BESIDE)
PLAN, PROGRAMME, AWARD = "planned for the year", "the year of a programme", "the year of an award"
_LAST = 2050  # a later year is misread
_NEAR = 80  # signs before and behind a date that may tell what it is
_SENTENCE = re.compile("[^。!?！？；;]+[。!?！？；;]*")
_AWARD = re.compile(r"^[^,，。;；]{0,24}?(?:名单|名录|排行|榜|先进|优秀|获评|评选|荣获|考核)")
_REPORT = re.compile(r"^(?!上半|前|第?[一二三1-4]季)[^,，。;；]{0,24}?(?:公报|年报|年度报告|统计数据)")
_PROGRAMME = re.compile(r"^(?:度|[^,，。;；将]{0,18}?(?:[“\"《]|行动|活动|大赛|竞赛|培训|讲座|比赛|晚会|工程))")
# 将 may also mark an object: 2020年,公司将工资提高
_WILL = (
    r"(?:就?将|即将|有望)(?:继续|进一步|全面|大力|推进|开展|举办|举行|召开|建|新|力争|实现|达|完成|组织|启动|加大|投入|在|于|重点"
    r"|迎来|开始|开工|通车|逐步|陆续|会|是|有)"
)
_PLAN_AFTER = re.compile(rf"^[,，]?[^,，。;；]{{0,16}}?(?:{_WILL}|报名)|^[^,，。;；]{{0,6}}?(?:规划|计划|预算|目标)")
_MONTH_AHEAD = re.compile(rf"^[,，]?[^,，。;；]{{0,16}}?{_WILL}")
_AHEAD_AFTER = re.compile(r"^[^,，。;；]{0,8}?(?:远景|愿景)")
_AHEAD_BEFORE = re.compile(r"(?:将于|将在|到|至|力争|预计|计划于?|直到|确保|争取|赶在|面向)$")
_PLANNED = re.compile(r"(?:方案|目标|部署|意见|要点|通知)[》”\"]?[,，:：]?$|实现$")
_DONE = re.compile(r"^[^,，。;；]{0,4}[,，]?[^,，。;；]{0,12}?(?:已|达到了|共有|累计)")
_SINCE_BEFORE = re.compile(r"(?:自|从|早在|始于|建于|成立于)$")
_SINCE_AFTER = re.compile(r"^(?:以来|起|开始|至今|之?前|入职|成立|创办|创建|建厂|建成|参加工作|毕业|出生)")
_YEAR_OVER = re.compile(r"^(?:年?底|年?末|全年)")
_NOW = re.compile(r"近日|日前|连日来|目前|当日|近期|这几天|最近|昨天|昨日|今天|新近")
_NOW_AT_ALL = re.compile(r"如今|眼下|近日|日前|连日来|今年|目前|近期|这几天|最近|昨天|昨日|今天|去年|明年|截至|下一步")
_PAST = re.compile(r"去年|前年|上年|早在|自|从")
_THIS_YEAR = re.compile(r"今年[(（]年[)）]|年[(（]今年[)）]")  # 今年(一九五一年), the figures left out
_MONTH_OF_THIS_YEAR = re.compile(
    r"今年\s*(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?![^,，。]{0,8}将)(?:份|以来)?(?!\s*[0-9一二三十])"
)
_NOT_NEWS_BEFORE = re.compile(
    r"(?:自|从|每年|定于|将于|将在|计划于|至|到|截至|去年|前年|上年|同年|当年|次年|明年|原定)$"
)
_NOT_NEWS_AFTER = re.compile(r"^(?:起|将|之?前(?!夕)|是[^,，。]{0,6}(?:日|节))")
_DATELINE = re.compile(r"^\s*(?:[\u3400-\u9fff]{0,6}专?电|讯)(?![\u3400-\u9fff]*(?:工|器|网|业))")
_OTHER_YEAR = re.compile(r"去年|前年|上年|同年|当年|次年|[0-9]{4}年")
_WEEKDAY = re.compile(r"^\s*[(（,，]?\s*(?:星期|周|礼拜)(?P<day>[一二三四五六日天])")
_BESIDE = re.compile(r"今年(?!底|内)")


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that bounds or names the time of a page. first, last: months from year 0 between which it was written,
    0 open; firm: how sure these bounds are; year: the likely one, 0 none; weight: how likely; month: of a past year, 0
    not said; beside: how surely its story calls another year 今年."""

    rule: str
    lines: tuple[int, ...]
    quote: str
    first: int = 0
    last: int = 0
    firm: float = 0.0
    year: int = 0
    weight: float = 0.0
    month: int = 0
    beside: float = 0.0


@dataclass(frozen=True, slots=True)
class NewsDay:
    """A day without year on which something in the news happened; day 0: only its month is said (今年5月).
    dateline: the paper says that it was written then; feast, weekday: what else is said of it (weekday -1: none)."""

    month: int
    day: int
    lines: tuple[int, ...]
    quote: str
    dateline: bool = False
    feast: Festival | None = None
    weekday: int = -1


@dataclass(frozen=True, slots=True)
class Signs:
    """All signs of a page. now: it speaks of the present at all, and is no history."""

    signs: tuple[Sign, ...]
    days: tuple[NewsDay, ...]
    now: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the dates in it, whose places count from its beginning. beside: its story says 今年 elsewhere;
    named: names that bound the time may stand in it."""

    text: str
    lines: tuple[int, ...]
    dates: tuple[Printed, ...]
    beside: bool
    named: bool

    def around(self, day: Printed) -> tuple[str, str]:
        """Returns what stands before and behind a date of it."""
        return self.text[max(day.start - _NEAR, 0) : day.start], self.text[day.end : day.end + _NEAR]


def read(page: Page, layout: Layout) -> Signs:
    """Returns the signs in the text of a page; adverts do not count."""
    sentences = [one for story in _stories(page, layout) for one in _sentences(story)]
    signs = [sign for one in sentences for sign in (*_years(one), *_names(one))]
    days = [day for one in sentences for day in _days(one)]
    now = bool(days) or any(_NOW_AT_ALL.search(one.text) for one in sentences)
    return Signs(tuple(signs), tuple(days), now)


def _stories(page: Page, layout: Layout) -> Iterator[list[_Paragraph]]:
    """The paragraphs of each piece, broken ones joined, and each line that is in no paragraph."""
    texts = {line.no: line.text for line in page.lines}
    left = set(texts) - {no for part in layout.furniture if part.role == "advert" for no in part.lines}
    for piece in layout.pieces:
        blocks = [(block.text, block.lines) for block in piece.blocks if block.lines]
        heads = [no for no in piece.lines if no in texts and not any(no in lines for _, lines in blocks)]
        left -= set(piece.lines)
        yield [*((texts[no], (no,)) for no in heads), *blocks]
    for no in sorted(left):
        yield [(texts[no], (no,))]


def _sentences(story: list[_Paragraph]) -> Iterator[_Sentence]:
    """The sentences of a story. Where it says 今年, the years that it names by number are others."""
    beside = any(_BESIDE.search(text[:_READ]) for text, _ in story)
    texts = [text[:_READ] for text, _ in story]
    named, begin = spans.places("\n".join(texts)), 0
    for text, (_, lines) in zip(texts, story, strict=True):
        for match in _SENTENCE.finditer(text):
            bound = bisect_left(named, begin + match.start()) < bisect_left(named, begin + match.end())
            yield _Sentence(match[0], lines, dates.printed(match[0]), beside, bound)
        begin += len(text) + 1


def _years(one: _Sentence) -> Iterator[Sign]:
    for day in one.dates:
        if 1900 < day.year < _LAST:
            yield _year(one, day)
    kept = spans.anniversary(one.text)
    if kept:
        year, quote = kept
        yield Sign("an anniversary", one.lines, quote, year * 12 - 6, year * 12 + 11, 1.5, year, 2.0)


def _year(one: _Sentence, day: Printed) -> Sign:
    """What a year in a sentence says: it is the present one, lies ahead, is that of a programme, or is past."""
    before, after = one.around(day)
    year = day.year
    january, december = year * 12, year * 12 + 11
    if _THIS_YEAR.search(f"{before[-3:]}年{after[:4]}"):
        return Sign("the present year named", one.lines, day.quote, january, december, 3.0, year, 3.0)
    ahead = None if _DONE.match(after) else _ahead(one, day)
    if ahead:
        return ahead
    if day.month == 0 and _AWARD.match(after):
        return Sign(AWARD, one.lines, day.quote, january, december + 12, 1.5, year, 0.5)
    summed = after.startswith("度") or _REPORT.match(after)
    if not _PAST.search(before) and day.month == 0 and not summed and _NOW.search(before):
        return Sign("the present year named", one.lines, day.quote, january, december, 1.5, year, 1.5)
    if day.month == 0 and _PROGRAMME.match(after):
        return Sign(PROGRAMME, one.lines, day.quote, january - 2, december + 4, 1.0, year, 0.8)
    month = day.month or 12 * bool(_YEAR_OVER.match(after) or _REPORT.match(after))
    first = january + max(month - 1, 0)
    if _SINCE_AFTER.match(after) or (_SINCE_BEFORE.search(before) and not day.month):
        return Sign(PAST, one.lines, day.quote, first, 0, 2.0)
    rule = PAST_BESIDE if one.beside else PAST
    beside = one.beside * (1.0 if _BESIDE.search(one.text) or month else 0.7)
    return Sign(rule, one.lines, day.quote, first, 0, 2.0, year, 0.5, month, beside)


def _ahead(one: _Sentence, day: Printed) -> Sign | None:
    """A date that lies ahead: called next year in the same sentence, planned for its year, or any; None for another."""
    before, after = one.around(day)
    end = day.year * 12 + (day.month or 12) - 1
    if day.month:
        will = _MONTH_AHEAD.match(after) or before.endswith(("将于", "将在"))
        return (
            Sign("a year ahead named", one.lines, day.quote, end - 18, end, 2.0, day.year, 0.8, day.month)
            if will
            else None
        )
    planned = _PLAN_AFTER.match(after) or _PLANNED.search(before)
    if planned and "明年" in before + after:
        return Sign("named as next year", one.lines, day.quote, end - 23, end - 12, 1.5, day.year - 1, 2.0)
    if _AHEAD_AFTER.match(after) or _AHEAD_BEFORE.search(before):
        return Sign("a year ahead named", one.lines, day.quote, 0, end, 2.0)
    return Sign(PLAN, one.lines, day.quote, end - 13, end, 1.5, day.year, 1.0) if planned else None


_NAMED_FIRM = {"division": 2.0, "office": 2.0, "event": 2.0, "campaign": 1.0}
_NAMED_RULES = {
    "division": "the name of a division",
    "office": "the name of an office",
    "event": "nobody named it before",
    "campaign": "a campaign of the time",
}


def _names(one: _Sentence) -> Iterator[Sign]:
    """What the names in a sentence say: 临平区, 卫健委, “十四五”; of one that is looked forward to, the year before."""
    for name in spans.found(one.text) if one.named else ():
        span, rule = name.span, _NAMED_RULES[name.span.kind]
        if name.ahead:
            yield Sign("looked forward to", one.lines, span.name, span.since - 18, span.since, 1.0)
        else:
            if span.since:
                yield Sign(rule, one.lines, span.name, span.since, 0, _NAMED_FIRM[span.kind])
            if span.until and not name.once:
                yield Sign(rule, one.lines, span.name, 0, span.until, 0.5 if span.kind == "campaign" else 1.0)


def _days(one: _Sentence) -> Iterator[NewsDay]:
    for match in _MONTH_OF_THIS_YEAR.finditer(one.text):
        yield NewsDay(dates.number(match["month"]), 0, one.lines, match[0])
    feast = lunar.festival(one.text) if one.dates else None
    for day in one.dates:
        before, after = one.around(day)
        if day.year or _NOT_NEWS_BEFORE.search(before) or _NOT_NEWS_AFTER.match(after):
            continue
        if _OTHER_YEAR.search(before) and "今年" not in before:
            continue
        weekday = _WEEKDAY.match(after)
        yield NewsDay(
            day.month,
            day.day,
            one.lines,
            day.quote + (f" {feast[0]}" if feast else ""),
            bool(_DATELINE.match(after)),
            feast[1] if feast else None,
            "一二三四五六日".find(weekday["day"].replace("天", "日")) if weekday else -1,
        )
