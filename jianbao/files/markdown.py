"""Blocks of a piece to the Markdown of a body.

Crossheads become `##`, captions, credits, bylines and precis carry an attribute list (`{: .caption}`), text known to be
missing is marked by a paragraph `□□□` with `{: .gap}`. What looks like Markdown or HTML by accident is escaped, with
the few signs that every Markdown reader knows: a backslash before a comma would stay visible in Python-Markdown."""

import re
from collections.abc import Sequence

from jianbao.model import Block

GAP = "□□□\n{: .gap}"
_MARKED = ("caption", "credit", "byline", "precis", "pullquote", "table")
_ANYWHERE = re.compile(r"[\\`*_\[\]]")
_AT_START = re.compile(r"^(\s*)([#>+=~|:-]|\d{1,9}[.)](?=\s|$))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # of the categories Cc, Zl, Zp, Cs
_ATTRIBUTES = re.compile(r"\{(?=:)")


def body(blocks: Sequence[Block]) -> str:
    """Returns the Markdown of a body: a blank line, then the paragraphs, a blank line between them.

    >>> body([Block('crosshead', '做“充电站”', (11,)), Block('caption', '*图为*果农。', (17,))])
    '\\n## 做“充电站”\\n\\n\\\\*图为\\\\*果农。\\n{: .caption}\\n'
    """
    return "\n" + "\n\n".join(_paragraph(block) for block in blocks) + "\n" if blocks else ""


def _paragraph(block: Block) -> str:
    text = "\n".join(escape(visible(line).strip()) for line in block.text.split("\n") if line.strip())
    if block.role == "crosshead":
        text = f"## {text}"
    elif block.role in _MARKED:
        text = f"{text}\n{{: .{block.role}}}"
    return f"{GAP}\n\n{text}" if block.gap else text


def visible(text: str) -> str:
    """Returns a text with its control characters and half characters as blanks: a form feed, a lone surrogate.

    >>> visible('甲\x0c乙')
    '甲 乙'
    """
    return _UNSEEN.sub(" ", text)


def escape(text: str) -> str:
    """Returns a line of plain text as Markdown that reads as that text.

    >>> escape('1. <b>甲</b> & 乙 &amp;'), escape('- 5 度')
    ('1\\\\. &lt;b>甲&lt;/b> & 乙 &amp;amp;', '\\\\- 5 度')
    """
    text = _ANYWHERE.sub(lambda match: "\\" + match.group(), text)
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    text = _ATTRIBUTES.sub("&#123;", text)
    return _AT_START.sub(_escaped_start, text)


def _escaped_start(match: re.Match[str]) -> str:
    space, sign = match.groups()
    if sign[-1] in "#>+-.)":
        return f"{space}{sign[:-1]}\\{sign[-1]}"
    return f"{space}&#{ord(sign)};"
