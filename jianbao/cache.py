"""Which pages were clipped already: content/.cache/clip.json. Holds no truth and can be deleted at any time.

A page is known by path, size and time of its file, by the names, sizes and times of the files in its folder, and by the
mark of the rules; if any differs, it is clipped again."""

import json
from collections.abc import Iterable
from pathlib import Path

from jianbao.files.shelf import PageFile
from jianbao.publish.writer import Writer

_NAME = ".cache/clip.json"


class Cache:
    """The pages of one content folder that need no clipping."""

    def __init__(self, content: Path, rules: str) -> None:
        self._content, self._rules = content, rules
        self._ids: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        self._before = ""
        try:
            self._before = (content / _NAME).read_text("utf-8")
            plain = json.loads(self._before)
            if plain["rules"] == rules:
                self._ids = {str(path): str(id) for path, (id, _) in plain["pages"].items()}
                self._marks = {str(path): str(mark) for path, (_, mark) in plain["pages"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._ids = {}

    def ids(self) -> dict[str, str]:
        """Returns the ids of the pages it knows, by path."""
        return dict(self._ids)

    def holds(self, page: PageFile) -> bool:
        """Is the page clipped, and nothing about it changed since?"""
        return page.path in self._ids and self._marks.get(page.path) == self._mark(page, self._ids[page.path])

    def add(self, page: PageFile, page_id: str) -> None:
        """Notes that the page was clipped just now."""
        self._ids[page.path] = page_id
        self._marks[page.path] = self._mark(page, page_id)

    def save(self, paths: Iterable[str]) -> None:
        """Writes the cache for these pages, if it differs from what was read."""
        pages = {path: [self._ids[path], self._marks[path]] for path in sorted(paths) if path in self._ids}
        text = json.dumps({"rules": self._rules, "pages": pages}, ensure_ascii=False, indent=0)
        if text != self._before:
            writer = Writer(self._content, ours=False)
            writer.write(_NAME, text.encode())
            writer.write(".cache/.gitignore", b"*\n")

    def _mark(self, page: PageFile, page_id: str) -> str:
        folder = self._content / "articles" / page_id
        try:
            stats = sorted((path.name, path.stat()) for path in folder.iterdir())
        except OSError:
            stats = []
        files = [f"{name} {info.st_size} {info.st_mtime_ns}" for name, info in stats]
        return "; ".join([f"{page.size} {page.time}", *files])
