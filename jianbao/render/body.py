"""The Markdown body of an article to HTML.

The only module that imports markdown. What a newspaper text never needs is taken out of the parser, because it is
what hostile text uses: links, images, references, raw HTML, code blocks (a line set in by four blanks is an
indentation, not a program). Raw HTML comes out as text. Of attribute lists one form is left, on a paragraph's last line
or behind a heading, with class names from a short list: {: .caption}. A paragraph that would be slow is plain text.
Each paragraph has an id, p1, p2 …, in order."""

import html
import re
from functools import cache
from xml.etree import ElementTree

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.serializers import to_html_string
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

CLASSES = frozenset({"caption", "credit", "precis", "gap", "byline", "stray", "pullquote", "table"})

_LINKS = (
    "reference",
    "link",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "html",
)
_LIST = re.compile(r"\{:((?: *\.[a-z]+)+) *\}\s*")
_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), 127])  # no browser shows them, and none belongs in HTML
_CUT = "\x1e"  # between blocks; no text holds it, for it is one of those
_MARKS = re.compile(r"[*_`&\\]|^[ >#+-]*(?:\d+\.|[>#+-])", re.MULTILINE)
# What Markdown or this module may read as more than words, or what may be stripped: most articles have none of it
_SIGNS = re.compile(  # one set of characters: many a time faster than a choice; the blanks are all but " " and "\n"
    r"[\\`*_<>&{}\[\]\x00-\x09\x0b-\x1f\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_BEGINS = re.compile(r"\n(?:[ =+-]|\n\n|\d+\.)")
_HEAD = re.compile(r"## [^#\n]*[^#\n ]")
_DEEP = re.compile(r"^(?:[ \t]*(?:>|[*+-][ \t]|\d+\.[ \t])){9}|^(?: {24}|\t{6})|^#.{400}", re.MULTILINE)
_BLOCK_MARKS, _BLOCK_LENGTH = 300, 20_000
_BODY_MARKS, _BODY_BLOCKS = 3000, 4000


def render(text: str) -> str:
    """Returns the HTML of a body.

    >>> render('甲<b>乙\\n\\n▲丙 记者 摄\\n{: .caption}')
    '<p id="p1">甲&lt;b&gt;乙</p>\\n<p class="caption" id="p2">▲丙 记者 摄</p>'
    """
    return "\n".join(blocks(text))


def blocks(text: str) -> list[str]:
    """Returns the HTML of a body cut at its outermost elements: a paragraph, a heading, a whole list.

    >>> blocks('甲\\n\\n## 乙')
    ['<p id="p1">甲</p>', '<h2>乙</h2>']
    """
    found = _words(text.strip("\n"))
    return marked(text) if found is None else found


def marked(text: str) -> list[str]:
    """Returns the same as `blocks`, by Python-Markdown whatever the text."""
    text = text.translate(_CONTROLS)
    if len(_MARKS.findall(text)) > _BODY_MARKS or text.count("\n\n") > _BODY_BLOCKS:
        return _plain(text)
    try:
        return [block.strip() for block in _parser().reset().convert(text).split(_CUT) if block.strip()]
    except RecursionError:  # nested quotes and lists beyond what _DEEP foresees
        return _plain(text)


def _words(text: str) -> list[str] | None:
    """Returns the blocks of a text that is nothing but paragraphs and crossheads, the same to the byte as Markdown
    makes them in a twentieth of the time; None for any other text."""
    if len(text) > _BLOCK_LENGTH or text.count("\n\n") >= _BODY_BLOCKS or " \n" in text or text[-1:] == " ":
        return None
    if _SIGNS.search(text) or _BEGINS.search(f"\n{text}"):
        return None
    found, number = [], 0
    for block in text.split("\n\n") if text else ():
        if "#" not in block:
            number += 1
            found.append(f'<p id="p{number}">{block}</p>')
        elif _HEAD.fullmatch(block):
            found.append(f"<h2>{block[3:].strip()}</h2>")
        else:
            return None
    return found


def _plain(text: str) -> list[str]:
    plain = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    return [f'<p id="p{no}">{html.escape(block, quote=False)}</p>' for no, block in enumerate(plain, 1)]


@cache
def _parser() -> markdown.Markdown:
    parser = markdown.Markdown(output_format="html")
    for pattern in _LINKS:
        parser.inlinePatterns.deregister(pattern, strict=False)
    parser.preprocessors.deregister("html_block", strict=False)
    parser.parser.blockprocessors.deregister("reference", strict=False)
    parser.parser.blockprocessors.deregister("code", strict=False)
    parser.parser.blockprocessors.register(_Heavy(parser.parser), "heavy", 95)
    parser.treeprocessors.register(_Marks(parser), "marks", 30)
    parser.serializer = _in_blocks
    return parser


def _in_blocks(root: ElementTree.Element) -> str:
    return "<div>" + _CUT.join(map(to_html_string, root)) + "</div>"


class _Heavy(BlockProcessor):
    """Takes a block that would cost too much as plain text, before anything else looks at it."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return len(block) > _BLOCK_LENGTH or len(_MARKS.findall(block)) > _BLOCK_MARKS or bool(_DEEP.search(block))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        ElementTree.SubElement(parent, "p").text = AtomicString(blocks.pop(0).strip())


class _Marks(Treeprocessor):
    """Numbers paragraphs, sets the allowed classes, and makes a first-rank heading one of the second rank: the first
    is the article's headline."""

    def run(self, root: ElementTree.Element) -> None:
        number = 0
        for element in root.iter():
            if element.tag == "h1":
                element.tag = "h2"
            if element.tag == "p" or element.tag in {"h2", "h3", "h4"}:
                _take_classes(element)
            if element.tag == "p":
                number += 1
                element.set("id", f"p{number}")


def _take_classes(element: ElementTree.Element) -> None:
    text = element.text or ""
    start = text.rfind("{:")
    before = text[:start].rstrip(" ")
    apart = before == "" or before.endswith("\n") if element.tag == "p" else before != text[:start]
    found = _LIST.fullmatch(text, start) if start >= 0 and apart else None
    names = re.findall(r"[a-z]+", found[1]) if found else []
    if found and CLASSES.issuperset(names):
        element.text = type(text)(before.rstrip("\n"))
        element.set("class", " ".join(names))
