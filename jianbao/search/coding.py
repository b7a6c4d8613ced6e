"""How the files of the search are written: scripts whose payload is packed into UTF-16, and texts in few bytes.

A browser that opened a page by double-click may load no data, but it may load a script. So each file is a call of one
function, `jianbao(name, length, payload)`, with 15 bits of the payload in each UTF-16 unit (U+0100 to U+80FF); the mark
at the beginning tells browsers that it is UTF-16, whatever a server says. theme/assets/search.js reads it.

A text is written with one byte for each of the 249 most frequent signs, two for each of the next 1,536 and three for any
other, and then deflated: a quarter smaller than deflated UTF-8."""

import json
import zlib
from functools import cache
from importlib.resources import files

import numpy as np

_LEADS = 6  # bytes that open a sign of two bytes; the next one opens a raw unit, those above are signs
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
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return script(name, packer.compress(text.translate(_table()).encode("latin-1")) + packer.flush())


def _units(payload: bytes) -> bytes:
    """Fifteen bytes at a time become eight units."""
    padded = np.zeros(-(-len(payload) // 15) * 15, np.uint8)
    padded[: len(payload)] = np.frombuffer(payload, np.uint8)
    rows = padded.reshape(-1, 15).astype(np.uint16)
    units = np.empty((len(rows), 8), np.uint16)
    for unit in range(8):  # unit n holds the bits from 15n on: parts of two or three bytes
        first, skip = divmod(15 * unit, 8)
        value = rows[:, first].astype(np.uint32) << 16 | rows[:, first + 1].astype(np.uint32) << 8
        if first + 2 < 15:
            value |= rows[:, first + 2]
        units[:, unit] = (value >> (9 - skip)) & 0x7FFF
    flat = units.reshape(-1)[: -(-8 * len(payload) // 15)] + np.uint16(0x100)
    for unit, moved in _MOVED.items():
        flat[flat == unit] = moved
    return flat.astype("<u2").tobytes()


@cache
def order() -> str:
    """Returns the signs that have short forms, the most frequent first."""
    return files("jianbao").joinpath("data", "order.txt").read_text("utf-8")


class _Short(dict[int, str]):
    """The bytes of a sign, as characters below 256."""

    def __missing__(self, code: int) -> str:
        units = chr(code).encode("utf-16-be", "replace")
        made = "".join(chr(_LEADS) + units[at : at + 2].decode("latin-1") for at in range(0, len(units), 2))
        self[code] = made
        return made


@cache
def _table() -> _Short:
    direct = 255 - _LEADS
    table = _Short()
    for rank, char in enumerate(order()):
        high, low = divmod(rank - direct, 256)
        table[ord(char)] = chr(_LEADS + 1 + rank) if rank < direct else chr(high) + chr(low)
    return table
