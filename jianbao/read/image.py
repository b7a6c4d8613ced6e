"""The head of an image file to its size in pixels: JPEG, PNG, WebP.

A page that says how large its picture will be does not jump when the picture comes. Only the few bytes that say so are
looked at; whether the rest is a picture is for the browser to find out."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # JPEG segments that begin a picture
_BARE = {0x01, *range(0xD0, 0xD9)}  # JPEG markers without a length


def size(head: bytes) -> tuple[int, int] | None:
    """Returns width and height, None when these bytes do not tell.

    >>> size(bytes.fromhex('89504e470d0a1a0a0000000d494844520000032000000258'))
    (800, 600)
    """
    try:
        if head.startswith(_PNG) and head[12:16] == b"IHDR":
            found: tuple[int, int] | None = struct.unpack(">II", head[16:24])
        elif head.startswith(b"\xff\xd8"):
            found = _jpeg(head)
        elif head.startswith(b"RIFF") and head[8:12] == b"WEBP":
            found = _webp(head)
        else:
            found = None
    except (struct.error, IndexError):  # it ends before it says so
        return None
    return found if found and all(found) else None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    at = 2
    while head[at] == 0xFF:
        kind = head[at + 1]
        if kind in _FRAMES:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 1 if kind == 0xFF else 2 if kind in _BARE else 2 + struct.unpack(">H", head[at + 2 : at + 4])[0]
    return None


def _webp(head: bytes) -> tuple[int, int] | None:
    kind = head[12:16]
    if kind == b"VP8X":
        width, more, height, higher = struct.unpack("<HBHB", head[24:30])
        return 1 + width + (more << 16), 1 + height + (higher << 16)
    if kind == b"VP8L":
        bits = struct.unpack("<I", head[21:25])[0]
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
