"""Punctuation as a Chinese newspaper prints it.

Recognition gives half-width commas and straight quotation marks where the paper has full ones: 小哥,补上; "学习+".
They look like holes in a line. The words on a page of the site are set as printed; the Markdown, and the lines beside
the text, stay as they came. Only signs next to Han characters change: 1,234, 8:30, a.m. and English do not."""

import re
from functools import cache

_HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGNS = r"\u2014\u2018-\u201d\u2026\u3001-\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f%％○〇"
_TAG = "\x00"  # stands for a tag; no text holds it
_STOP = re.compile(  # its first sign is looked at first: that is all most characters need, and three times as fast
    rf"(?=[&{_TAG},;:?!])"
    rf"(?:&#?\w+;|(?<=[{_HAN}{_SIGNS}])({_TAG}?)([,;:?!]+)(?!//) ?|(?<![,;:?!])([,;:?!]+)(?=[{_HAN}]))"
)
_HALF = ",;:?!"
_ODD = re.compile(rf"[{_HALF}](?:(?<![{_HAN}{_SIGNS}].)|(?=[{_HALF}{_TAG}/ ]))")  # not a single one behind a full sign
_BRACKETS = re.compile(r"\(([^()<>]*)\)")
_ANY_HAN = re.compile(f"[{_HAN}]")
_QUOTES = re.compile(r'"([^"]*)"')
_QUOTED = re.compile(r"[^，。、；：？！）”》,;:?!)\s][^\"]*")
_SIGN_BY_SIGN = tuple(zip(_HALF, "，；：？！", strict=True))
_FULL = str.maketrans(dict(_SIGN_BY_SIGN))
_TAGS = re.compile(r"(<[^>]*>)")


def typeset(text: str) -> str:
    """Returns a text with its punctuation as printed.

    >>> typeset('"学习+"赋能,共1,234人(含外卖员)参加:8:30开始'), typeset('Vol. 3, No. 2 (1939)')
    ('“学习+”赋能，共1,234人（含外卖员）参加：8:30开始', 'Vol. 3, No. 2 (1939)')
    """
    text = _stops(_quoted(text))
    return _BRACKETS.sub(_bracketed, text) if "(" in text else text


def _stops(text: str) -> str:
    if "&" in text:  # &汉; may be a character
        return _STOP.sub(_stopped, text)
    alike = not _ODD.search(text)  # as in most paragraphs: half of the work
    for half, full in _SIGN_BY_SIGN:
        if half in text:
            text = text.replace(half, full) if alike else _alone(half).sub(full, text)
    return text if alike else _STOP.sub(_stopped, text)


def typeset_html(block: str) -> str:
    """Returns a block of HTML with the punctuation of its text as printed.

    >>> typeset_html('<p class="a">他说,<strong>"好"</strong>;A&amp;B</p>')
    '<p class="a">他说，<strong>“好”</strong>；A&amp;B</p>'
    """
    parts = _TAGS.split(block)
    texts = typeset(_TAG.join(parts[::2])).split(_TAG)
    tags = [*parts[1::2], ""]
    return "".join(text + tag for text, tag in zip(texts, tags, strict=True))


@cache
def _alone(sign: str) -> re.Pattern[str]:
    """A single sign behind a Han character or a full sign, as most are: these need no look at each."""
    return re.compile(rf"{re.escape(sign)}(?<=[{_HAN}{_SIGNS}].)(?![{_HALF}{_TAG}/ ])")


def _stopped(found: re.Match[str]) -> str:
    sign = found[2] or found[3]
    return f"{found[1] or ''}{sign.translate(_FULL)}" if sign else found[0]


def _bracketed(found: re.Match[str]) -> str:
    before = found.string[max(found.start() - 1, 0) : found.start()]
    return f"（{found[1]}）" if _ANY_HAN.search(before + found[1]) else found[0]


def _quoted(text: str) -> str:
    """Pairs straight quotation marks, if all of them pair: where recognition lost one, which opens is a guess."""
    if '"' not in text or text.count('"') % 2 or not _ANY_HAN.search(text):
        return text
    plain = text.replace(_TAG, "")
    whole = all(_QUOTED.fullmatch(inner) for inner in _QUOTES.findall(plain))
    return _QUOTES.sub(r"“\1”", text) if whole else text
