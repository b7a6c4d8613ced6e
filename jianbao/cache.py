"""Which pages were clipped already: content/.cache/clip.json. Holds no truth and can be deleted at any time.

A page is known by path, size and time of its file, by the names, sizes and times of the files in its folder, and by the
mark of the rules; if any differs, it is clipped again. What ties it to other pages (`ties`) stands beside: where one of
them changed, came or went, all are clipped again."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from jianbao.files.shelf import PageFile
from jianbao.publish.writer import Writer

_NAME = ".cache/clip.json"
_json = partial(json.dumps, ensure_ascii=False)


class Cache:
    """The pages of one content folder that need no clipping."""

    def __init__(self, content: Path, rules: str) -> None:
        self._content, self._rules = content, rules
        self._ids: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        self._ties: dict[str, frozenset[str]] = {}
        self._before = b""  # a hash: the text of very many pages is as long as all that is known of them
        try:
            text = (content / _NAME).read_text("utf-8")
            self._before = sha256(text.encode()).digest()
            plain = json.loads(text)
            if plain["rules"] == rules:
                pages = {str(path): (str(id), str(mark), ties) for path, (id, mark, *ties) in plain["pages"].items()}
                self._ids = {path: id for path, (id, _, _) in pages.items()}
                self._marks = {path: mark for path, (_, mark, _) in pages.items()}
                self._ties = {path: frozenset(map(str, ties)) for path, (_, _, ties) in pages.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._ids = {}

    def ids(self) -> dict[str, str]:
        """Returns the ids of the pages it knows, by path."""
        return dict(self._ids)

    def ties(self, path: str) -> frozenset[str]:
        """Returns what ties a page to others, as far as it knows."""
        return self._ties.get(path, frozenset()) if path in self._ids else frozenset()

    def holds(self, page: PageFile) -> bool:
        """Is the page clipped, and nothing about it changed since?"""
        return page.path in self._ids and self._marks.get(page.path) == self._mark(page, self._ids[page.path])

    def add(self, page: PageFile, page_id: str, ties: Iterable[str] = ()) -> None:
        """Notes that the page was clipped just now. ties: to other pages."""
        self._ties[page.path] = frozenset(ties)
        self._ids[page.path] = page_id
        self._marks[page.path] = self._mark(page, page_id)

    def save(self, paths: Iterable[str]) -> None:
        """Writes the cache for these pages, if it differs from what was read."""
        known = [path for path in sorted(paths) if path in self._ids]
        hash = sha256()
        for line in self._lines(known):
            hash.update(line)
        if hash.digest() != self._before:
            writer = Writer(self._content, ours=False)
            writer.write(".cache/.gitignore", b"*\n")
            with writer.stream(_NAME) as file:
                file.writelines(self._lines(known))
            self._before = hash.digest()

    def _lines(self, known: Sequence[str]) -> Iterator[bytes]:
        """Yields the cache as JSON, a page a line."""
        yield f'{{"rules": {_json(self._rules)}, "pages": {{'.encode()
        for number, path in enumerate(known):
            said = [self._ids[path], self._marks[path], *sorted(self.ties(path))]
            yield f"{',' if number else ''}\n{_json(path)}: {_json(said)}".encode()
        yield b"}}\n"

    def _mark(self, page: PageFile, page_id: str) -> str:
        """A hash: names and times of twenty files a page, held for all pages, would be all that fills the memory."""
        try:
            with os.scandir(self._content / "articles" / page_id) as entries:
                stats = sorted((entry.name, entry.stat()) for entry in entries)
        except OSError:
            stats = []
        files = [f"{name} {info.st_size} {info.st_mtime_ns}" for name, info in stats]
        said = "\n".join([f"{page.size} {page.time}", *files])
        return sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:32]
