"""Page files to page ids: the ASCII form of a path, unique in the archive."""

import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jianbao.chinese.pinyin import slug
from jianbao.files.shelf import PageFile

_NONE: Mapping[str, str] = MappingProxyType({})
_DEVICES = ("con", "prn", "aux", "nul", *(f"{name}{no}" for name in ("com", "lpt") for no in range(1, 10)))
_RESERVED = frozenset(("index", *_DEVICES))  # our own index.html, and names that Windows keeps for itself


def page_ids(pages: Sequence[PageFile], known: Mapping[str, str] = _NONE) -> dict[str, str]:
    """Returns the id of each page by its path. known: the folders that pages have already, which they keep. Two paths
    of one ASCII form are told apart by a hash of the path.

    >>> page_ids([PageFile('000_98da.txt', 1, 1), PageFile('工人日报/2022-06-13/02.txt', 1, 1)])
    {'000_98da.txt': '000_98da', '工人日报/2022-06-13/02.txt': 'gong-ren-ri-bao-2022-06-13-02'}
    """
    taken = set(known.values())
    ids: dict[str, str] = {}
    for page in pages:
        made = known.get(page.path) or page_id(page.path)
        if page.path not in known and made in taken:
            made = f"{made}-{_hash(page.path)}"
        taken.add(made)
        ids[page.path] = made
    return ids


def page_id(path: str) -> str:
    """Returns the ASCII form of a page file's path without its suffix, at most 60 characters."""
    stem = path.rsplit(".", 1)[0] if "." in path.rpartition("/")[2] else path
    parts = [part if part.isascii() and _plain(part) else slug(part) for part in stem.split("/")]
    made = "-".join(part.lower().strip("-.") for part in parts if part) or "page"
    if len(made) > 60 or made in _RESERVED or made.endswith(".md"):
        return f"{made[:53]}-{_hash(path)}"
    return made


def _hash(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:6]


def _plain(part: str) -> bool:
    return all(c.isalnum() or c in "._-" for c in part)
