"""The site as a ZIP archive, which every system unpacks by double-click into one folder.

Nothing in it tells when, where or by whom it was made: times, permissions and the system are always the same, the
order is the bundle's. So equal content is equal bytes, as far as two machines have the same zlib."""

from stat import S_IFREG
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jianbao.files.shelf import IMAGES
from jianbao.pack.bundle import Bundle

_LEVEL = 9
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first time that the format knows
_UNIX = 3
_READABLE = (S_IFREG | 0o644) << 16


def write(bundle: Bundle, file: BinaryIO) -> int:
    """Writes a bundle into an open file, in one folder, and returns how many bytes it is unpacked."""
    unpacked = 0
    with ZipFile(file, "w") as archive:
        for path, content in bundle.files():
            archive.writestr(_entry(f"{bundle.name}/{path}"), content, compresslevel=_LEVEL)
            unpacked += len(content)
    return unpacked


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path, _OLDEST)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    entry.compress_type = ZIP_STORED if path.endswith(IMAGES) else ZIP_DEFLATED  # a picture is packed already
    return entry
