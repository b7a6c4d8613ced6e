"""How the files of the search are written: scripts whose payload is packed into UTF-16, and texts in few bytes.

A browser that opened a page by double-click may load no data, but it may load a script. So each file is a call of one
function, `jianbao(name, length, payload)`, with 15 bits of the payload in each UTF-16 unit (U+0100 to U+80FF); the mark
at the beginning tells browsers that it is UTF-16, whatever a server says. theme/source/index.js reads it.

A text is written with one byte for each of the 249 most frequent signs, two for each of the next 1,536 and three for
any other, and then deflated: a quarter smaller than deflated UTF-8."""

import json
import zlib
from functools import cache
from importlib.resources import files

import numpy as np

from jianbao.chinese.fold import pairs
from jianbao.search.bits import Ints

_LEADS = 6  # bytes that open a sign of two bytes; the next one opens a raw unit, those above are signs
_SHIFTS = np.array([49, 34, 19, 4, 45, 30, 15, 0], np.uint64)
_MOVED = {0x2028: 0x8100, 0x2029: 0x8101}  # units that would end a line of script


def script(name: str, payload: bytes) -> bytes:
    """Returns the bytes of a file that hands over a payload.

    >>> script('0/h/1', b'ab')[:20].decode('utf-16')
    'jianbao("'
    """
    head = f'jianbao("{name}",{len(payload)},"'
    return b"\xff\xfe" + head.encode("utf-16-le") + _units(payload) + '")\n'.encode("utf-16-le")


def wide_script(name: str, text: str) -> bytes:
    """Returns the bytes of a file that hands over Chinese text as it is, two bytes a character."""
    return f'\ufeffjianbao("{name}",0,{json.dumps(text, ensure_ascii=False)})\n'.encode("utf-16-le")


def text_script(name: str, text: str) -> bytes:
    """Returns the bytes of a file that hands over a text."""
    units = _in_units(text)
    short, held = _codes()
    coded = short[units][held[units]]  # of each unit the bytes it has, one after the other
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return script(name, packer.compress(coded.tobytes()) + packer.flush())


def folds(text: str) -> str:
    """Returns the characters of a text that another one stands for, each with that one behind it.

    >>> folds('臺灣的台湾')
    '灣湾臺台'
    """
    units = _in_units(text)
    return "".join(char + pairs()[char] for char in map(chr, np.unique(units[_folded()[units]]).tolist()))


@cache
def _folded() -> Ints:
    marked = np.zeros(1 << 16, bool)
    marked[[ord(char) for char in pairs()]] = True
    return marked


def _in_units(text: str) -> Ints:
    return np.frombuffer(text.encode("utf-16-le", "replace"), "<u2")


def _units(payload: bytes) -> bytes:
    """Fifteen bytes at a time become eight units."""
    padded = np.zeros((-(-len(payload) // 15), 15), np.uint8)
    padded.reshape(-1)[: len(payload)] = np.frombuffer(payload, np.uint8)
    halves = np.concatenate([padded[:, :8], padded[:, 7:]], 1).view(">u8")  # the byte in the middle is in both
    units = (halves[:, [0, 0, 0, 0, 1, 1, 1, 1]] >> _SHIFTS & np.uint64(0x7FFF)).astype(np.uint16)
    flat = units.reshape(-1)[: -(-8 * len(payload) // 15)] + np.uint16(0x100)
    for unit, moved in _MOVED.items():
        flat[flat == unit] = moved
    return flat.astype("<u2").tobytes()


@cache
def order() -> str:
    """Returns the signs that have short forms, the most frequent first."""
    return files("jianbao").joinpath("data", "order.txt").read_text("utf-8")


@cache
def _codes() -> tuple[Ints, Ints]:
    """By UTF-16 unit its bytes, three for each, and which of these it has. One without a short form has its own two
    behind a lead."""
    units = np.arange(1 << 16)
    short = np.stack([np.full(1 << 16, _LEADS), units >> 8, units & 0xFF], 1).astype(np.uint8)
    held = np.ones((1 << 16, 3), bool)
    direct = 255 - _LEADS
    for rank, char in enumerate(order()):
        code = [_LEADS + 1 + rank] if rank < direct else [*divmod(rank - direct, 256)]
        short[ord(char), : len(code)] = code
        held[ord(char), len(code) :] = False
    return short, held
