"""The texts that the scorer compares: values from YAML to lists and letters, Markdown to its words.

Takes and gives text. Knows nothing about pages or articles."""

import html
import re
import unicodedata
from typing import Any

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"(?<!\\)\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)")
_TAG = re.compile(r"(?<!\\)</?[a-zA-Z][^<>\n]*>")
_REFERENCE = re.compile(r"^\s*\[\^?[^\]]+\]:.*$", re.M)


def letters(text: str) -> str:
    """Returns what counts when texts are compared: letters and digits, full-width ones folded, in lower case.

    >>> letters('本报讯 (记者 王小明)12月3日,Ａ座。')
    '本报讯记者王小明12月3日a座'
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN")


def without_marks(markdown: str) -> str:
    r"""Returns Markdown with its comments, tags and link targets taken out.

    >>> without_marks('见[图一](a/b_(1).png)<br>和 a &lt; b')
    '见图一和 a < b'
    """
    text = _COMMENT.sub("", markdown)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    return html.unescape(_REFERENCE.sub("", text))


def items(value: Any) -> list[Any]:
    """Returns the entries of a YAML value that may be a list or a single entry; none for an empty one.

    >>> items(''), items('记者'), items(['a', 'b'])
    ([], ['记者'], ['a', 'b'])
    """
    if isinstance(value, list):
        return value
    return [value] if value not in ("", None) else []


def words(value: Any) -> str:
    """Returns a YAML value as one text: the entries of a list in a row, of a mapping its `text`.

    >>> words([{'text': '图一'}, '图二'])
    '图一 图二'
    """
    return " ".join(str(item.get("text", item) if isinstance(item, dict) else item) for item in items(value))
