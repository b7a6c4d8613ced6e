"""A plain text file to a Page.

Takes the bytes of one page file; gives its lines with the encoding they were in. Does not open files, does not guess
what a line is, changes no character. What decodes as nothing is a Fault with the byte offset, never a page of
replacement characters."""

import codecs
import re

from jianbao.model import Line, Page
from jianbao.problems import Fault

MAX_BYTES = 20 * 1024 * 1024
MAX_LINE = 100_000
MAX_LINES = 5_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NO_BINARY = bytes(byte for byte in range(256) if not _BINARY.match(chr(byte)))
_ENCODING_REMEDY = "Save the page as UTF-8, or take it out of content/pages."


def read_plain(page_id: str, path: str, data: bytes) -> Page:
    """Returns the page that a text file holds. Raises Fault when it holds none.

    >>> page = read_plain('p', 'p.txt', '杭州\\r\\n\\r\\n宁波'.encode('gb18030'))
    >>> [(line.no, line.text, line.gap) for line in page.lines]
    [(1, '杭州', 0), (3, '宁波', 1)]
    """
    if len(data) > MAX_BYTES:
        raise Fault(f"The file has {len(data):,} bytes; no newspaper page has.", "Divide it into pages.")
    text, encoding = decode(data)
    text = _one_kind_of_line_end(text)
    lines = _lines(text)
    if len(lines) > MAX_LINES:
        raise Fault(f"The page has {len(lines):,} lines; no newspaper page has.", "Divide it into pages.")
    if not lines:
        raise Fault("The page has no text.", "Put its text in, or take the file out of content/pages.")
    return Page(page_id, path, encoding, lines, text)


def decode(data: bytes) -> tuple[str, str]:
    """Returns a text and the name of its encoding: a byte-order mark decides, then strict UTF-8, then GB18030 or Big5.
    Raises Fault with the byte offset."""
    bom = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), None)
    if bom:
        return _with_bom(data, *bom)
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        offset = error.start
    names = [name for name in ("gb18030", "big5") if _decodes(data, name)]
    if not names:
        raise Fault(f"Neither UTF-8 nor GB18030 nor Big5: byte {offset} fits none of them.", _ENCODING_REMEDY)
    encoding = names[0] if len(names) == 1 else _likelier(data)
    return data.decode(encoding), encoding


def _with_bom(data: bytes, mark: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        what = f"The byte-order mark says {encoding}, but byte {error.start + len(mark)} is not."
        raise Fault(what, _ENCODING_REMEDY) from None
    return text, f"{encoding} with byte-order mark"


def _refuse_binary(data: bytes) -> None:
    # UTF-8 and GB18030 both accept NUL: a JPEG's first bytes may pass, its control characters do not.
    found = _BINARY.search(data.decode("latin-1")) if data.translate(None, _NO_BINARY) else None
    if found:
        raise Fault(f"Not a text: byte {found.start()} is 0x{ord(found.group()):02x}.", _ENCODING_REMEDY)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likelier(data: bytes) -> str:
    """Returns the one of two encodings that both decode the data: the one whose characters are the commoner ones; of
    equals, what charset-normalizer says. (Alone it takes 杭州 in GB18030 for Big5: short pages give it too little.)"""
    common = {"gb18030": _common_share(data, "gb18030", 0xD7), "big5": _common_share(data, "big5", 0xC6)}
    if common["gb18030"] != common["big5"]:
        return max(common, key=lambda name: common[name])
    from charset_normalizer import from_bytes  # 29 ms to import, and hardly a page needs it

    best = from_bytes(data, cp_isolation=list(common)).best()
    return best.encoding if best else "gb18030"


def _common_share(data: bytes, encoding: str, last_common: int) -> float:
    """Returns the share of two-byte characters that stand in the part of the code for common ones, which ends with the
    lead byte `last_common` (GB 2312 level 1: B0-D7; Big5 level 1: A4-C6); both parts begin after the signs."""
    han = [c.encode(encoding)[0] for c in data.decode(encoding) if ord(c) >= 0x3400]
    return sum(0xA4 <= lead <= last_common for lead in han) / max(len(han), 1)


def _one_kind_of_line_end(text: str) -> str:
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def _lines(text: str) -> tuple[Line, ...]:
    found, gap = [], 0
    for no, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            gap += 1
            continue
        if len(line) > MAX_LINE:
            what = f"Line {no} has {len(line):,} characters; no printed line has."
            raise Fault(what, "Put the line ends of the print back in.", no)
        found.append(Line(no, line, gap))
        gap = 0
    return tuple(found)
