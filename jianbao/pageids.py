"""Page files to page ids: the ASCII form of a path, unique in the archive."""

import hashlib
from collections.abc import Sequence

from jianbao.chinese.pinyin import slug
from jianbao.files.shelf import PageFile


def page_ids(pages: Sequence[PageFile]) -> dict[str, str]:
    """Returns the id of each page by its path. Two paths of one ASCII form are told apart by a hash of the path.

    >>> page_ids([PageFile('000_98da.txt', 1, 1), PageFile('工人日报/2022-06-13/02.txt', 1, 1)])
    {'000_98da.txt': '000_98da', '工人日报/2022-06-13/02.txt': 'gong-ren-ri-bao-2022-06-13-02'}
    """
    ids: dict[str, str] = {}
    for page in pages:
        made = page_id(page.path)
        if made in ids.values():
            made = f"{made}-{hashlib.sha256(page.path.encode()).hexdigest()[:6]}"
        ids[page.path] = made
    return ids


def page_id(path: str) -> str:
    """Returns the ASCII form of a page file's path without its suffix, at most 60 characters."""
    stem = path.rsplit(".", 1)[0] if "." in path.rpartition("/")[2] else path
    parts = [part if part.isascii() and _plain(part) else slug(part) for part in stem.split("/")]
    made = "-".join(part.lower().strip("-.") for part in parts if part)
    return made if len(made) <= 60 else f"{made[:53]}-{hashlib.sha256(path.encode()).hexdigest()[:6]}"


def _plain(part: str) -> bool:
    return all(c.isalnum() or c in "._-" for c in part)
