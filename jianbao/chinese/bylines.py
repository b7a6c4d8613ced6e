"""The grammar of newspaper signatures: who wrote it, in which function, and where the text begins.

Takes one line of text, gives a Byline: `lead` for the opening of a body line, `signature` for a line that is nothing
else, `tail` for the end of a body line. Strict: 记者了解到 and 记者调查发现 are sentences, not bylines. The role is
kept as printed without the employer (新华社记者 is a 记者, 全媒体记者 stays). Whether two spellings are one person is
not decided here."""

import re
from dataclasses import dataclass

from jianbao.chinese import senders
from jianbao.chinese.names import HAN, are_signed, is_name, names, stands_alone
from jianbao.model import Author


@dataclass(frozen=True, slots=True)
class Byline:
    """A signature. raw: as printed, without dateline, brackets, ■ and 报道; end: where the text after a lead begins,
    or where a tail begins; credit: a photographer signs; dateline: 本报讯, 新华社…电, '' if there is none."""

    raw: str
    authors: tuple[Author, ...]
    end: int
    credit: bool = False
    dateline: str = ""


_FOLD = str.maketrans("（）［］〔〕：，；／＋　０１２３４５６７８９", "()[][]:,;/+ 0123456789")
_AS_PRINTED = str.maketrans("()", "（）")
_AGENCY = "新华社|新華社|中新社|中央社|本报|本報|本社|本刊|本台|人民网|新华网|中新网|央视"
_HOUSE = (
    rf"(?:(?!记者|通讯员|实习生)[{HAN}A-Za-z+·、《》—–-]){{1,20}}?"
    r"(?:报|報|社|网|網|台|杂志|在线|新闻|周刊|客户端|频道|中心|电视|\+)(?:[全融]媒体?)?"
)
_RANK = (
    "首席|高级|资深|特约|特約|见习|見習|实习|全媒体|融媒体|摄影|攝影|文字|特派|驻站|驻地|主任|专职|兼职|业余|工人|农民"
)
_ROLE = "记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生|特派员|撰稿人"
_STAFF = f"(?:{_RANK})*(?:{_ROLE})"
# 摄影 李昱, 图/赵春青: what somebody did, set apart from the name; 供图 and the like name no author.
_BOTH = r"(?:[文图摄]|视频)(?:\s*/\s*(?:[文图摄]|视频))+"  # 文/图
_DONE = f"摄影报道|摄影|攝影|摄|文图|{_BOTH}|图文|图片|图|编辑|校对|整理|编译|翻译|执笔|撰文|文字|文|作者"
_SET_APART = rf"{_BOTH}|文图|摄影|攝影|撰文|执笔|(?<=\s)(?:编辑|校对|整理|图片|文字)"
_MARK = re.compile(
    rf"(?:{_AGENCY}|(?<![{HAN}》]){_HOUSE})?\s*(?:驻[{HAN}]{{2,5}}?)?(?P<role>{_STAFF}):?"
    rf"|(?:^|(?<=[\s,]))(?P<done>(?:{_SET_APART})(?=\s)|(?<=,)摄影|(?:{_DONE})(?=\s*[/:]))[\s/:]*(?=[{HAN}])"
)
_DOES = dict.fromkeys(("摄影报道", "摄影", "攝影", "摄", "图片", "图"), "摄影") | {"编辑": "编辑", "校对": "校对"}
_DOES |= {"整理": "整理", "编译": "编译", "翻译": "翻译"}  # all others: 作者
_DESK = ("编辑", "校对")  # 编辑:张建平 alone stands at the foot of a page and tells who made it
_GOES_ON = re.compile(rf"(?:本报|本報)?(?P<role>记者|記者)(?P<name>[{HAN}]{{2,3}}?)(?=[从由在对就日昨今近]|[0-9]+日)")
_DAY = r"(?:[0-9]{4}年)?(?:[0-9〇一二三四五六七八九十]{1,3}月)?[0-9〇一二三四五六七八九十廿]{1,3}日(?:[0-9]{1,2}时)?"
_WIRE = "(?:综合|专|体育|外事)*(?:讯|訊|电|電)"
_DATELINE = re.compile(
    rf"[\[【(]?(?:(?:本报|本報|本社|本刊|本台)[{HAN}]{{0,8}}?\s?(?:{_DAY})?(?:综合|专)?(?:讯|訊|电|電|消息)"
    rf"|[据據]?(?:新华社|新華社|中新社|中央社|[{HAN}]{{2,6}}(?:社|网|報|报))"
    rf"(?:[{HAN}、]{{0,10}}?\s?{_DAY}|(?=[电電])){_WIRE}"
    rf"|[{HAN}《》·—–-]{{2,20}}?\s?{_DAY}{_WIRE}(?=\s*\(|\s*{_STAFF})"
    rf"|[{HAN}·—–-]{{1,14}}(?:网|网络|报|台|社|电视台|新闻|在线)讯(?=\s*\(|\s*{_STAFF}))[\]】)]?(?!员|視|视|话|话)"
)
_CREDIT = re.compile(
    r"\s*/?\s*(?P<verb>摄影报道|攝影報道|文并摄|图文报道|摄影|攝影|(?<![拍航抓])摄|攝"
    rf"|{_BOTH}|文图|图文|供图|图)"
    rf"(?:\s*\([^()]{{2,12}}\)|(?<=摄)\s*/\s*[{HAN}]{{2,8}})?$"  # 谭凯兴摄(人民视觉), 徐晓雪摄/光明图片
)
_WROTE = re.compile(
    rf"\s*(?:发自[{HAN}]{{2,8}}|(?:\s[{HAN}]{{2,6}}?)?(?:报道|报导|報道|報導)|综合报道|整理|撰文|/\s*文|(?<=\s)文)\s*$"
)
_REPORTS = re.compile(
    r"(?P<run>[^。!?;“”\"]{3,60}?)(?:综合|图文)?"
    r"(?P<verb>摄影报道|文/图|报道|报导|報道|報導|摄|攝)(?:\s*:|\s+|$)"
)
_OPEN_MARK = re.compile(
    # 口 is □ misread
    rf"[■□◇◆○●◎▲△☆★▇▢▣◈⊙※]\s*|[口囗]\s*(?=(?:{_AGENCY})?{_STAFF}|[{HAN}\s]{{2,9}}摄)"
)
_PREFIX = re.compile(  # 新华社发(李明放 摄), 据新华社北京电 记者周慧敏
    rf"^(?:新华社|中新社)发\s*\(?|^[据據]?(?:{_AGENCY})[{HAN}]{{0,8}}?\s?(?:{_DAY})?[电電]\s*(?={_STAFF})"
)
_BRACKETED = re.compile(r"[(\[【](?P<run>(?:[^()\[\]【】]|(?<=[\u3400-\u9fff])\([^()]{2,3}\)){2,60})[)\]】]")
_CREDIT_REACH = 40  # characters of a photographer's signature behind a caption
_SENTENCE_END = '。!?！？…”"」』'


def lead(text: str) -> Byline | None:
    """Returns the signature that opens a body line, None when the line opens with anything else.

    >>> found = lead('本报讯 (记者杨明清 张婧)记者日前在青岛西海岸新区看到')
    >>> found.raw, found.dateline, '本报讯 (记者杨明清 张婧)记者日前在青岛西海岸新区看到'[found.end:]
    ('记者杨明清 张婧', '本报讯', '记者日前在青岛西海岸新区看到')
    >>> lead('记者胡翀报道 在绍兴市').authors
    (Author(name='胡翀', role='记者'),)
    >>> lead('记者了解到,近年来,盐田区总依托三级阵地') is None
    True
    """
    folded = text.translate(_FOLD)
    start = len(folded) - len(folded.lstrip())
    dateline = _DATELINE.match(folded, start)
    at = _skip(folded, dateline.end()) if dateline else start
    stamp = text[start : dateline.end()].strip("[]【】()（）〔〕") if dateline else ""
    return (
        _in_brackets(text, folded, at, stamp)
        or _reporting(text, folded, at, stamp)
        or _unclosed(text, folded, at, stamp)
        or (_in_its_sentence(folded, at, stamp) if dateline else None)
        or (Byline("", (), at, False, stamp) if dateline else None)
    )


def signature(text: str) -> Byline | None:
    """Returns the signature when the line is nothing else.

    >>> signature('■陈怡 记者吴晓静').authors
    (Author(name='陈怡', role='通讯员'), Author(name='吴晓静', role='记者'))
    >>> signature('新华社记者 王 颂摄').authors, signature('本报记者').authors
    ((Author(name='王颂', role='记者'),), ())
    >>> signature('学唐诗 背唐诗'), signature('(2023年度)')
    (None, None)
    """
    raw = text.strip()
    folded = raw.translate(_FOLD)
    marked = _OPEN_MARK.match(folded)
    bracketed = _outer(folded)
    inner = bracketed or folded
    run = inner[marked.end() :] if marked else inner
    prefix = _PREFIX.match(run)
    run = run[prefix.end() :].rstrip(")") if prefix else run
    begin = folded.index(run) if run else 0
    if not 2 <= len(run) <= 60 or re.search(r"[。,;!?“”]", run.replace(",", "", 2)):
        return None
    closed = bracketed is not None or marked is not None
    return _signed(raw[begin : begin + len(run)], run, closed, begin)


def tail(text: str) -> Byline | None:
    """Returns the signature at the very end of a body line; `end` is where it begins.

    >>> tail('收获了鲜蘑菇,便于长期办下去。(刘玉光)')
    Byline(raw='刘玉光', authors=(Author(name='刘玉光', role='作者'),), end=15, credit=False, dateline='')
    >>> tail('拟定了能力评价标准。(草案)') is None
    True
    """
    folded = text.translate(_FOLD).rstrip()
    bracket = [folded.rfind("(")] if folded.endswith(")") else []
    for begin in (*bracket, max(folded.rfind(end) for end in "。!?！？”") + 1):
        # 左图为大会现场(新华社记者 王建华/摄) has no stop; what a role or 摄 does not mark needs one
        closed = folded[:begin].rstrip().endswith(tuple(_SENTENCE_END))
        if begin > 0 and (closed or (begin in bracket and re.search(_STAFF, folded[begin:]))):
            apart = " " in folded[begin:] and begin not in bracket
            found = signature(text[begin:]) or (unmarked(text[begin:]) if apart else None)
            if found and (found.authors or _MARK.search(found.raw)):
                return Byline(found.raw, found.authors, begin, found.credit)
    return _photographed(text, folded)


def _photographed(text: str, folded: str) -> Byline | None:
    """…工人正在吊装钢梁 本报记者 王伟伟 摄: a caption without a stop, and its photographer behind a blank."""
    near = max(len(folded) - _CREDIT_REACH, 0)
    blanks = [near + at for at, char in enumerate(folded[near:]) if char == " "] if _CREDIT.search(folded[-20:]) else []
    for begin in blanks:
        found = signature(text[begin:])
        if found and found.credit and found.authors and all(is_name(author.name, True) for author in found.authors):
            return Byline(found.raw, found.authors, begin, True)
    return None


def unmarked(text: str) -> Byline | None:
    """Returns the signature of a line that does not say that it is one: 王学进, 杭州市环卫工人 陈桂英. To be asked
    only where a signature may stand: a headline can look like it.

    >>> unmarked('绍兴 王建国').authors, unmarked('杭州 打造职工之家')
    ((Author(name='王建国', role='作者'),), None)
    """
    raw = text.strip()
    marked = raw.startswith("口")
    raw = raw.removeprefix("口").strip()
    run = raw.translate(_FOLD)
    sent = senders.sender(run)
    signed = sent[1] if sent else senders.alone(run, marked)
    return Byline(raw, tuple(Author(name, "作者") for name in signed), 0) if signed else None


def _skip(folded: str, at: int) -> int:
    """Past blanks and colons."""
    while at < len(folded) and folded[at] in " \t:":
        at += 1
    return at


def _in_brackets(text: str, folded: str, at: int, dateline: str) -> Byline | None:
    """(记者杨明清 张婧)…, after a dateline or, with a role word, alone."""
    match = _BRACKETED.match(folded, at)
    if not match or not (dateline or _MARK.search(match["run"])):
        return None
    begin, end = match.span("run")
    found = _signed(text[begin:end], folded[begin:end], True, begin)
    return found and Byline(found.raw, found.authors, _skip(folded, match.end()), found.credit, dateline)


def _reporting(text: str, folded: str, at: int, dateline: str) -> Byline | None:
    """记者胡翀报道 …, 通讯员张晓燕 摄影报道."""
    match = _REPORTS.match(folded, at)
    if not match or not _MARK.match(match["run"]):
        return None
    run = match["run"].rstrip()
    authors = _people(run, "", True)
    if not authors:
        return None
    credit = match["verb"] not in {"报道", "报导", "報道", "報導"}
    return Byline(text[at : at + len(run)], authors, _skip(folded, match.end()), credit, dateline)


def _unclosed(text: str, folded: str, at: int, dateline: str) -> Byline | None:
    """本报讯 记者张三 近日,…: names with known surnames, then a blank."""
    mark = _MARK.match(folded, at)
    if not mark or not (dateline or mark[0].startswith(("本报", "本報"))):
        return None
    for match in reversed(list(re.finditer(r"[ :]+", folded[mark.end() : mark.end() + 40]))):
        end = mark.end() + match.start()
        authors = _people(folded[at:end], "", True)
        if authors:
            return Byline(text[at:end], authors, mark.end() + match.end(), False, dateline)
    return None


def _in_its_sentence(folded: str, at: int, dateline: str) -> Byline | None:
    """本报北京1月15日电记者李海秀从团中央获悉: who writes is the subject of the first sentence, which stays whole."""
    match = _GOES_ON.match(folded, at)
    if not match or match["name"][0] in "从由在对就日昨今近" or not stands_alone(match["name"]):
        return None
    return Byline(match[0], (Author(match["name"], match["role"]),), at, False, dateline)


def _outer(folded: str) -> str | None:
    """What stands between brackets that hold the whole line."""
    match = re.fullmatch(r"[(\[【](?P<run>[^()\[\]【】]+(?:\([^()]*\))?)[)\]】]", folded)
    return match["run"].strip() if match else None


def _signed(raw: str, run: str, closed: bool, begin: int) -> Byline | None:
    """The byline of a run of names, which must show by role word, 摄 or brackets that it is one."""
    credit = _CREDIT.search(run)
    ending = credit or _WROTE.search(run)
    body = run[: ending.start()] if ending else run
    if ending and not credit and re.search("[报報][道导導]|发自", ending[0]):
        raw = raw[: ending.start()]
    marks = _MARK.search(body)
    if not (credit or marks or closed):
        return None
    if credit and not body.strip():
        return None
    # 余晓东 四川经济日报记者 庄祥贵 摄影报道: the name before a reporter with a paper of his own is a contributor's.
    reported = marks is not None and not (credit and "报道" not in credit["verb"])
    bare = "通讯员" if reported else "摄影" if credit else "作者"
    sent = senders.sender(body) if closed and not marks and not credit else None
    if sent:
        return Byline(raw.strip(), tuple(Author(name, bare) for name in sent[1]), begin)
    authors = _people(body, bare, not closed and credit is None)
    if authors is None or not (authors or marks):
        return None
    return Byline(raw.strip(), authors, begin, credit is not None)


def _people(run: str, bare: str, strict: bool) -> tuple[Author, ...] | None:
    """The authors of 记者王伟 通讯员陈玉松 范翊; None when a part is no name. bare: the role of names without one."""
    marks = list(_MARK.finditer(run))
    pieces = [(bare, run[: marks[0].start()] if marks else run)]
    ends = [*(mark.start() for mark in marks[1:]), len(run)]
    pieces += [
        (mark["role"] or _DOES.get(mark["done"], "作者"), run[mark.end() : end])
        for mark, end in zip(marks, ends, strict=False)
    ]
    if marks and marks[0]["done"] in _DESK:
        return None
    authors: list[Author] = []
    for at, (role, part) in enumerate(pieces):
        found = names(part)
        known = strict or (at == 0 and len(marks) > 0)
        if found and not (role and all(is_name(name, known) for name in found)):
            return None
        if not marks and not are_signed(found, 2 if bare == "摄影" else 3):
            return None
        authors += [Author(name.translate(_AS_PRINTED), role) for name in found]
    return tuple(authors)
