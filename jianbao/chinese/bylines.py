"""The grammar of newspaper signatures: who wrote it, in which function, and where the text begins.

Takes one line of text, gives a Byline: `lead` for the opening of a body line, `signature` for a line that is nothing
else, `tail` for the end of a body line. Strict: 记者了解到 and 记者调查发现 are sentences, not bylines. The role is
kept as printed without the employer (新华社记者 is a 记者, 全媒体记者 stays). Whether two spellings are one person is
not decided here."""

import re
from dataclasses import dataclass
from functools import lru_cache

from jianbao.chinese import senders, signs
from jianbao.chinese.lists import words
from jianbao.chinese.names import are_signed, is_name, names, stands_alone
from jianbao.model import Author

_SENTENCE, _COMMAS = re.compile("[。;；!?“”]"), 2  # what no signature has, and how many commas one may have
_OUTER = re.compile(r"[(\[【](?P<run>[^()\[\]【】]+(?:\([^()]*\))?)[)\]】]")
_STAFF, _BLANKS = re.compile(signs.STAFF), re.compile("[ :]+")
_LINES = 1024  # of which is remembered who signed: several rules ask that of each line and paragraph of a page


@dataclass(frozen=True, slots=True)
class Byline:
    """A signature. raw: as printed, without dateline, brackets, ■ and 报道; end: where the text after a lead begins,
    or where a tail begins; credit: a photographer signs; dateline: 本报讯, 新华社…电, '' if there is none."""

    raw: str
    authors: tuple[Author, ...]
    end: int
    credit: bool = False
    dateline: str = ""


@lru_cache(maxsize=_LINES)
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
    folded = signs.folded(text)
    start = len(folded) - len(folded.lstrip())
    dateline = signs.DATELINE.match(folded, start)
    at = _skip(folded, dateline.end()) if dateline else start
    stamp = text[start : dateline.end()].strip("[]【】()（）〔〕") if dateline else ""
    found = _signed_lead(text, folded, at, stamp)
    loose = None if dateline or found else signs.LOOSE.match(folded, start)
    if loose:
        found = _signed_lead(text, folded, _skip(folded, loose.end()), text[start : loose.end()])
        return found if found and found.authors else None
    return found or (Byline("", (), at, False, stamp) if dateline else None)


@lru_cache(maxsize=_LINES)
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
    if _SENTENCE.search(raw) or raw.count(",") + raw.count("，") > _COMMAS:  # most lines: no part of them signs
        return None
    folded = signs.folded(raw)
    marked = signs.OPEN_MARK.match(folded)
    bracketed = _outer(folded)
    inner = bracketed or folded
    run = inner[marked.end() :] if marked else inner
    prefix = signs.PREFIX.match(run)
    run = run[prefix.end() :].rstrip(")") if prefix else run
    begin = folded.index(run) if run else 0
    run = signs.SUPPLIED.sub("", run)
    if not 2 <= len(run) <= 60:
        return None
    closed = bracketed is not None or marked is not None
    return _signed(raw[begin : begin + len(run)], run, closed, begin)


@lru_cache(maxsize=_LINES)
def tail(text: str) -> Byline | None:
    """Returns the signature at the very end of a body line; `end` is where it begins.

    >>> tail('收获了鲜蘑菇,便于长期办下去。(刘玉光)')
    Byline(raw='刘玉光', authors=(Author(name='刘玉光', role='作者'),), end=15, credit=False, dateline='')
    >>> tail('拟定了能力评价标准。(草案)') is None
    True
    """
    folded = signs.folded(text).rstrip()
    bracket = [folded.rfind("(")] if folded.endswith(")") else []
    stop = max(map(folded[:-1].rfind, "。!?！？”)")) + 1
    for begin in (*bracket, stop, max(map(folded.rfind, "。!?！？”")) + 1):
        # 左图为大会现场(新华社记者 王建华/摄) has no stop; what a role or 摄 does not mark needs one
        closed = folded[:begin].rstrip().endswith(signs.SENTENCE_ENDS)
        if begin > 0 and (closed or (begin in bracket and _STAFF.search(folded, begin))):
            apart = " " in folded[begin:] and begin not in bracket
            found = signature(text[begin:]) or (unmarked(text[begin:]) if apart else None)
            if found and (found.authors or signs.MARK.search(found.raw)):
                return Byline(found.raw, found.authors, begin, found.credit)
    return _photographed(text, folded)


def _photographed(text: str, folded: str) -> Byline | None:
    """…工人正在吊装钢梁 本报记者 王伟伟 摄: a caption without a stop, and its photographer behind a blank."""
    near = max(len(folded) - signs.CREDIT_REACH, 0)
    blanks = [near + at for at, char in enumerate(folded[near:]) if char == " "] if signs.credit(folded[-20:]) else []
    for begin in blanks:
        found = None if signs.ENDS_ON_ROLE.search(folded[:begin]) else signature(text[begin:])
        if found and found.credit and found.authors and all(is_name(author.name, True) for author in found.authors):
            return Byline(found.raw, found.authors, begin, True)
    return None


@lru_cache(maxsize=_LINES)
def unmarked(text: str) -> Byline | None:
    """Returns the signature of a line that does not say that it is one: 王学进, 杭州市环卫工人 陈桂英. To be asked
    only where a signature may stand: a headline can look like it.

    >>> unmarked('绍兴 王建国').authors, unmarked('杭州 打造职工之家')
    ((Author(name='王建国', role='作者'),), None)
    """
    raw = text.strip()
    marked = raw.startswith("口")
    raw = raw.removeprefix("口").strip()
    run = signs.folded(raw)
    sent = senders.sender(run)
    signed = sent[1] if sent else senders.alone(run, marked)
    return Byline(raw, tuple(Author(name, "作者") for name in signed), 0) if signed else None


def _signed_lead(text: str, folded: str, at: int, stamp: str) -> Byline | None:
    """The signature behind a dateline, or at the start of the line when stamp is ''."""
    return (
        _in_brackets(text, folded, at, stamp)
        or _reporting(text, folded, at, stamp)
        or _unclosed(text, folded, at, stamp)
        or (_in_its_sentence(folded, at, stamp) if stamp else None)
    )


def _skip(folded: str, at: int) -> int:
    """Past blanks and colons."""
    while at < len(folded) and folded[at] in " \t:":
        at += 1
    return at


def _in_brackets(text: str, folded: str, at: int, dateline: str) -> Byline | None:
    """(记者杨明清 张婧)…, after a dateline or, with a role word, alone."""
    match = signs.BRACKETED.match(folded, at)
    if not match or not (dateline or signs.MARK.search(match["run"])):
        return None
    begin, end = match.span("run")
    inside = None if dateline else signs.LOOSE.match(folded, begin)  # [环球网快讯 记者 赵衍龙]
    begin = _skip(folded, inside.end()) if inside else begin
    found = _signed(text[begin:end], folded[begin:end], True, begin)
    return found and Byline(found.raw, found.authors, _skip(folded, match.end()), found.credit, dateline)


def _reporting(text: str, folded: str, at: int, dateline: str) -> Byline | None:
    """记者胡翀报道 …, 通讯员张晓燕 摄影报道."""
    match = signs.REPORTS.match(folded, at) if signs.MARK.match(folded[at : at + signs.REACH]) else None
    if not match or not signs.MARK.match(match["run"]):
        return None
    run = match["run"].rstrip()
    authors = _people(run, "", True)
    if not authors:
        return None
    credit = match["verb"] not in {"报道", "报导", "報道", "報導"}
    return Byline(text[at : at + len(run)], authors, _skip(folded, match.end()), credit, dateline)


def _unclosed(text: str, folded: str, at: int, dateline: str) -> Byline | None:
    """本报讯 记者张三 近日,…: names with known surnames, then a blank."""
    mark = signs.MARK.match(folded, at)
    if not mark or not (dateline or mark[0].startswith(("本报", "本報"))):
        return None
    for match in reversed(list(_BLANKS.finditer(folded[mark.end() : mark.end() + 40]))):
        end = mark.end() + match.start()
        authors = _people(folded[at:end], "", True)
        if authors:
            return Byline(text[at:end], authors, mark.end() + match.end(), False, dateline)
    return None


def _in_its_sentence(folded: str, at: int, dateline: str) -> Byline | None:
    """本报北京1月15日电记者李海秀从团中央获悉: who writes is the subject of the first sentence, which stays whole."""
    match = signs.GOES_ON.match(folded, at)
    if not match or match["name"][0] in "从由在对就日昨今近" or not stands_alone(match["name"]):
        return None
    return Byline(match[0], (Author(match["name"], match["role"]),), at, False, dateline)


def _outer(folded: str) -> str | None:
    """What stands between brackets that hold the whole line."""
    match = _OUTER.fullmatch(folded)
    return match["run"].strip() if match else None


def _signed(raw: str, run: str, closed: bool, begin: int) -> Byline | None:
    """The byline of a run of names, which must show by role word, 摄 or brackets that it is one."""
    credit = signs.credit(run)
    ending = credit or signs.WROTE.search(run)
    body = run[: ending.start()] if ending else run
    if ending and not credit and re.search("[报報][道导導]|发自", ending[0]):
        raw = raw[: ending.start()]
    marks = signs.MARK.search(body)
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
    marks = list(signs.MARK.finditer(run))
    pieces = [(bare, run[: marks[0].start()] if marks else run)]
    ends = [*(mark.start() for mark in marks[1:]), len(run)]
    pieces += [
        (mark["role"] or signs.DOES.get(mark["done"], "作者"), run[mark.end() : end])
        for mark, end in zip(marks, ends, strict=False)
    ]
    if marks and marks[0]["done"] in signs.DESK:
        return None
    authors: list[Author] = []
    for at, (role, part) in enumerate(pieces):
        found = names(_without_paper(part, run) if at < len(marks) else part)
        known = strict or (at == 0 and len(marks) > 0)
        glued = at < len(marks) and part[-1:].strip() and not (at and marks[at - 1]["role"])
        if glued and not all(is_name(name, True) for name in found):  # 文/半岛记者 景毅: a paper by a short name
            continue
        if found and not (role and all(is_name(name, known) for name in found)):
            return None
        if not marks and not are_signed(found, 2 if bare == "摄影" else 3):
            return None
        authors += [Author(name.translate(signs.AS_PRINTED), role) for name in found]
    return tuple(authors)


def _without_paper(part: str, run: str) -> str:
    """张冲 of 法制网记者张冲法制网通讯员郭佳音: the paper of the next role is glued to the name before it."""
    tail = part.strip()
    for size in (2, 3):
        paper = tail[size:]
        known = len(paper) > 1 and (run.count(paper) > 1 or paper in words("newspapers.tsv"))
        if known and is_name(tail[:size], True):
            return tail[:size]
    return part
