"""Pictures of pages: an image beside a page file, of the same name, goes into the site with the page.

They are known by size and time of their files, not by their bytes: an archive of scans has gigabytes."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from jianbao import links
from jianbao.files import shelf
from jianbao.model import Scan
from jianbao.problems import Problem
from jianbao.publish.quire import Sheet
from jianbao.read import image

_HEADS = (4096, 1 << 20)  # bytes: mostly the first few tell; a camera puts a preview before them


def find(content: Path) -> tuple[dict[str, Scan], list[Problem]]:
    """Returns the scan of each page that has one, by the page file's path without its ending."""
    found: dict[str, Scan] = {}
    problems: list[Problem] = []
    for file in shelf.images(content):
        page = file.path.rpartition(".")[0]
        if page in found:
            what, remedy = "The page has another image.", f"Keep one of {found[page].path} and this."
            problems.append(Problem(f"pages/{file.path}", 0, what, remedy))
            continue
        measured = _size(content, file.path)
        if measured:
            found[page] = Scan(file.path, *measured, f"{file.size}-{file.time}")
        else:
            remedy = "Save it anew as JPEG, PNG or WebP."
            problems.append(Problem(f"pages/{file.path}", 0, "The image does not say how large it is.", remedy))
    return found, problems


def _size(content: Path, path: str) -> tuple[int, int] | None:
    try:
        return next(filter(None, (image.size(shelf.page_bytes(content, path, most)) for most in _HEADS)), None)
    except OSError:
        return None


def sheets(content: Path, pages: Iterable[tuple[str, Scan]]) -> Iterable[Sheet]:
    """Yields the scans of pages, given by their ids, as files of the site."""
    for id, scan in pages:
        yield Sheet(links.scan(id, scan.path), scan.mark, partial(shelf.page_bytes, content, scan.path), here=True)
