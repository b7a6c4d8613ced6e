"""How the files of the search are written: scripts whose payload is packed into UTF-16, and texts in few bytes.

A browser that opened a page by double-click may load no data, but it may load a script. So each file is a call of one
function, `jianbao(name, length, payload)`, with 15 bits of the payload in each UTF-16 unit (U+0100 to U+80FF); the mark
at the beginning tells browsers that it is UTF-16, whatever a server says. theme/source/index.js reads it.

A text is written with one byte for each of the 249 most frequent signs, two for each of the next 1,536 and three for
any other, and then deflated: a quarter smaller than deflated UTF-8."""

import json
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import accumulate
from unicodedata import normalize

import numpy as np

from jianbao.chinese.fold import pairs
from jianbao.numbers import distinct
from jianbao.search.bits import Ints

_LEADS = 6  # bytes that open a sign of two bytes; the next one opens a raw unit, those above are signs
_SHIFTS = np.array([[49, 34, 19, 4], [45, 30, 15, 0]], np.uint64)
_MOVED = {0x2028: 0x8100, 0x2029: 0x8101}  # units that would end a line of script
_SURROGATE = range(0xD800, 0xE000)


def script(name: str, payload: bytes) -> bytes:
    """Returns the bytes of a file that hands over a payload.

    >>> script('0/h/1', b'ab')[:20].decode('utf-16')
    'jianbao("'
    """
    return scripts([(name, payload)])[0]


def scripts(payloads: Iterable[tuple[str, bytes]]) -> list[bytes]:
    """Returns the bytes of files that hand over payloads, each given with its name."""
    held = list(payloads)
    heads = [f'\ufeffjianbao("{name}",{len(payload)},"'.encode("utf-16-le") for name, payload in held]
    packed = _units([payload for _, payload in held])
    return [head + units + b'"\0)\0\n\0' for head, units in zip(heads, packed, strict=True)]


def wide_script(name: str, text: str) -> bytes:
    """Returns the bytes of a file that hands over Chinese text as it is, two bytes a character."""
    return f'\ufeffjianbao("{name}",0,{json.dumps(text, ensure_ascii=False)})\n'.encode("utf-16-le")


def text_script(name: str, text: str) -> bytes:
    """Returns the bytes of a file that hands over a text."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return script(name, packer.compress(_coded(_in_units(text)).tobytes()) + packer.flush())


def folds(text: str) -> str:
    """Returns the characters of a text that another one stands for, each with that one behind it; those too that are
    part of a sign of the text.

    >>> folds('臺灣的台湾')
    '灣湾臺台'
    """
    units = _in_units(text)
    known = _folded()
    met = known.take(units)
    if met.min() < 0:
        for unit in distinct(units[met < 0]).tolist():
            known[unit] = any(part in pairs() for part in normalize("NFKD", chr(unit)))
        met = known.take(units)
    hit = set(units[np.flatnonzero(met)].tolist())
    if not hit:
        return ""
    signs = text if any(unit in _SURROGATE for unit in hit) else "".join(map(chr, hit))
    return "".join(char + pairs()[char] for char in sorted(set(normalize("NFKD", signs))) if char in pairs())


@cache
def _folded() -> Ints:
    """By UTF-16 unit whether it holds a character that another one stands for: 1 if it does or only the whole text can
    tell, -1 where nobody asked yet."""
    known = np.full(1 << 16, -1, np.int8)
    known[_SURROGATE.start : _SURROGATE.stop] = 1
    return known


def _in_units(text: str) -> Ints:
    return np.frombuffer(text.encode("utf-16-le", "replace"), "<u2").astype(np.intp)


def _coded(units: Ints) -> Ints:
    """The bytes of all units. Each is put down as if it had as many as any, its last one last, and what thereby stands
    on the bytes of those before is written over by them."""
    lengths, codes = _codes()
    ends = np.cumsum(lengths.take(units)) + len(codes)
    coded = np.empty(ends[-1], np.uint8)
    for before, code in enumerate(codes):
        coded[ends - (len(codes) - before)] = code.take(units)
    return coded[len(codes) :]


def _units(payloads: list[bytes]) -> list[bytes]:
    """Fifteen bytes at a time become eight units."""
    sizes = [-(-len(payload) // 15) for payload in payloads]
    padded = b"".join(payload.ljust(15 * size, b"\0") for payload, size in zip(payloads, sizes, strict=True))
    rows = np.frombuffer(padded, np.uint8).reshape(-1, 15)
    halves = np.concatenate([rows[:, :8], rows[:, 7:]], 1).view(">u8").astype(np.uint64)  # both have the middle byte
    units = (halves[:, :, None] >> _SHIFTS).astype(np.uint16).reshape(-1)
    units &= np.uint16(0x7FFF)
    units += np.uint16(0x100)
    for unit, moved in _MOVED.items():
        units[units == unit] = moved
    raw = units.astype("<u2", copy=False).tobytes()
    starts = accumulate(sizes, initial=0)
    return [
        raw[16 * at : 16 * at + 2 * -(-8 * len(payload) // 15)] for at, payload in zip(starts, payloads, strict=False)
    ]


@cache
def order() -> str:
    """Returns the signs that have short forms, the most frequent first."""
    return files("jianbao").joinpath("data", "order.txt").read_text("utf-8")


@cache
def _codes() -> tuple[Ints, Ints]:
    """By UTF-16 unit how many bytes it has, and these, the last one in the last row. One without a short form has its
    own two behind a lead."""
    units = np.arange(1 << 16)
    lengths = np.full(1 << 16, 3)
    codes = np.stack([np.full(1 << 16, _LEADS), units >> 8, units & 0xFF]).astype(np.uint8)
    direct = 255 - _LEADS
    for rank, char in enumerate(order()):
        code = [_LEADS + 1 + rank] if rank < direct else [*divmod(rank - direct, 256)]
        lengths[ord(char)] = len(code)
        codes[-len(code) :, ord(char)] = code
    return lengths, codes
