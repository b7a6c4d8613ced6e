"""Jump lines: 下转第三版, 上接第一版. Where a text says that it goes on on another page, or comes from one.

Takes one line of text, gives its Jumps. 详见第3版 points to another article and is none; 转 and 接 alone count only in
brackets, behind a sign, or as a line of their own, because sentences have them too."""

import re
from dataclasses import dataclass

from jianbao.chinese.dates import number
from jianbao.chinese.text import letters

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_FOLIO = r"(?:[A-Za-zＡ-Ｚ]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})"
_MORE = r"(?:\s*版?\s*[、,，和及]\s*第?\s*" + _FOLIO + r")*"
_TITLE = r"(?:《[^《》]{2,40}》|“[^“”]{2,40}”|「[^「」]{2,40}」)"
_NAMED = r"(?:(?P<%s>" + _TITLE + r")\s*(?:一文|一稿)?\s*)?"
_OPEN, _CLOSE = r"[（(【\[〔〈▶►▷→☞▲●■◆>＞*]", r"[）)】\]〕〉◀◁←▶►▷→☞>＞*]"
_JUMP = re.compile(
    rf"(?P<open>{_OPEN}+\s*)?"
    + _NAMED % "before"
    + r"(?:(?P<on>[下紧緊文]\s*[转轉]|下\s*接)|(?P<back>上\s*[接转轉])|(?P<either>[紧緊]\s*接)"
    + r"|(?P<plain_on>[转轉])|(?P<plain_back>接))"
    + rf"\s*自?\s*第?\s*(?P<folios>{_FOLIO}{_MORE})\s*版\s*[:：]?\s*"
    + _NAMED % "after"
    + rf"{_CLOSE}*"
)
_MAYBE = re.compile(r"[转轉接].{0,12}版")
_HEAD = 32  # letters; what is longer is running text, and 紧接 at its end leads on
_NOTE = 24  # letters of a line that begins with a jump and says where the rest is: 下转第2版 今日关注


@dataclass(frozen=True, slots=True)
class Jump:
    """One jump of a line. onward: the text goes on there; back: it comes from there; 紧接第八版 as a line of its own
    may be either; folios: of the pages it names; title: the headline it names; start, end: its place in the line;
    alone: the line is nothing else."""

    onward: bool
    back: bool
    folios: tuple[str, ...]
    title: str
    start: int
    end: int
    alone: bool


def may_jump(text: str) -> bool:
    """Can a text have a jump line? Quick, for whole pages: most have none.

    >>> may_jump('……得到了提升。（下转第3版）'), may_jump('职工入会')
    (True, False)
    """
    return bool(_MAYBE.search(text))


def jumps(text: str) -> tuple[Jump, ...]:
    """Returns the jumps of a line: one that it is, or those with which it begins and ends.

    >>> [(one.onward, one.folios, one.start) for one in jumps('能力得到了提升。（下转第三版）')]
    [(True, ('3',), 8)]
    >>> [(one.onward, one.folios, one.title, one.alone) for one in jumps('上接A01版《再出发》')]
    [(False, ('A1',), '再出发', True)]
    >>> jumps('他由工人转第3版编辑部工作。'), jumps('详见第3版')
    ((), ())
    """
    if not may_jump(text):
        return ()
    size = len(letters(text))
    found = (_jump(text, match, size) for match in _JUMP.finditer(text))
    return tuple(one for one in found if one)


def folio(text: str) -> str:
    """Returns the name of a page as all use it.

    >>> folio('03'), folio('三'), folio('A02')
    ('3', '3', 'A2')
    """
    text = text.strip().translate(_DIGITS)
    letter = text[0].upper() if text[0].isascii() and text[0].isalpha() else ""
    return letter + str(number(text[len(letter) :]))


def _jump(text: str, match: re.Match[str], size: int) -> Jump | None:
    first, last = not letters(text[: match.start()]), not letters(text[match.end() :])
    onward = bool(match["on"] or match["plain_on"])
    alone = first and (last or (onward and size <= _NOTE))
    plain = bool(match["plain_on"] or match["plain_back"]) and not match["open"]
    if not alone and (plain or not (last if onward else first or last)):
        return None
    either = bool(match["either"])
    leads_on = onward or (either and (alone or (last and size > _HEAD)))
    comes = not onward and (alone or not leads_on)
    folios = tuple(folio(one) for one in re.findall(_FOLIO, match["folios"]))
    start, end = (0, len(text)) if alone else match.span()
    return Jump(leads_on, comes, folios, (match["before"] or match["after"] or "")[1:-1], start, end, alone)
