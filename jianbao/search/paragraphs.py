"""The Markdown body of an article to its paragraphs as plain text, each with the number that its page gives it.

Nearly every body is plain paragraphs, crossheads and attribute lists: those are read here, a hundred times faster than
by rendering. A body with anything else is rendered, and the text taken out of its HTML, so that both always agree on
what p7 is (tests/search/test_paragraphs.py)."""

import html
import re
from html.parser import HTMLParser

from jianbao.render import body

Paragraph = tuple[int, str]  # its number; 0 for a crosshead, which has none

_BLOCKS = re.compile(r"\n[ \t]*\n")
_OPENING = r" {0,3}(?:[>=:]|[+-]|\d+[.)](?:\s|\Z))| {4}"
_CONTROLS = r"[*_`~\t\0-\x08\x0b-\x1f\x7f\x85\u2028\u2029]"
_OPENS = re.compile(_OPENING)
_SIGN = re.compile(rf"{_CONTROLS[:-1]}\\&\n]")
_MARKED = re.compile(rf"{_CONTROLS}|\\\s|&#?\w+(?!\w*;)|^(?:{_OPENING})|  \n|\n#", re.M)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_HEADING = re.compile(r"#{1,6} *([^#\n\\&{ ][^#\n\\&{]*?) *")
_LIST = re.compile(r"\n\{:(?: *\.[a-z]+)+ *\}[ \t]*\Z")


def paragraphs(text: str) -> list[Paragraph]:
    """Returns the paragraphs and crossheads of a body, in order.

    >>> paragraphs('甲1\\\\. &lt;b>\\n\\n## 乙\\n\\n丙\\n{: .caption}')
    [(1, '甲1. <b>'), (0, '乙'), (2, '丙')]
    """
    found: list[Paragraph] = []
    number = 0
    for block in _BLOCKS.split(text):
        if not block.strip():
            continue
        heading = _HEADING.fullmatch(block.strip("\n"))
        if heading and not _is_marked(heading[1]):
            found.append((0, heading[1]))
            continue
        plain = _plain(block)
        if plain is None:
            return _rendered(text)
        number += 1
        found.append((number, plain))
    return found


def _plain(block: str) -> str | None:
    """The text of a plain paragraph, None for anything else."""
    block = block.strip()
    if "{:" in block:
        block = _LIST.sub("", block).strip()
    bare = _ESCAPED.sub("", block) if "\\" in block else block
    if "{:" in block or not block or block.startswith("#") or _is_marked(bare):
        return None
    return html.unescape(_ESCAPED.sub(r"\1", block)).strip() if "\\" in block or "&" in block else block


def _is_marked(text: str) -> bool:
    return bool((_MARKED.search if _SIGN.search(text) else _OPENS.match)(text))


def _rendered(text: str) -> list[Paragraph]:
    reader = _Reader()
    reader.feed(body.render(text))
    reader.close()
    return [(number, said.strip()) for number, said in reader.found if said.strip()]


class _Reader(HTMLParser):
    """Takes the text of each paragraph out of the HTML of a body; what stands in none (a plain list) is no crosshead
    either, but a part without a number."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Paragraph] = []
        self._open = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            named = dict(attrs).get("id") or "p0"
            self._open = int(named[1:])
            self.found.append((self._open, ""))
        elif tag in ("h2", "h3", "h4", "h5", "h6", "li"):
            self.found.append((0, ""))
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "h2", "h3", "h4", "h5", "h6", "li"):
            self.found.append((0, ""))

    def handle_data(self, data: str) -> None:
        if not self.found:
            self.found.append((0, ""))
        number, said = self.found[-1]
        self.found[-1] = (number, said + data)
