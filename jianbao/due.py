"""What must be clipped: each page about which anything changed, together with the pages that jumps tie to it.

Looks into content/ through `files.shelf`; gives groups of paths, one for each sheaf, and the Copy of a page on demand.
A page whose file is gone and whose folder stays counts as a page: its articles may hold lines of others."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from jianbao.cache import Cache
from jianbao.files import shelf
from jianbao.files.shelf import Copy, PageFile
from jianbao.pageids import page_ids
from jianbao.problems import Problem


class Pages:
    """The pages of one content folder, as far as they are looked at. problems: what could not be read of them."""

    def __init__(self, content: Path, pages: Sequence[PageFile], cache: Cache) -> None:
        self._content, self._cache = content, cache
        self._there = {page.path: page for page in pages}
        self._bare: set[str] = set()  # pages that were looked at and whose folder holds nothing
        self._ties: dict[str, frozenset[str]] = {}
        self.problems: list[Problem] = []

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of every page by its path, those that are gone included; a page that has a folder keeps it."""
        known = self._cache.ids()
        if any(path not in known for path in self._there):
            known = shelf.page_folders(self._content)
        ids = page_ids(list(self._there.values()), known)
        gone = {path: id for path, id in {**self._cache.ids(), **known}.items() if path and path not in ids}
        taken = set(ids.values())
        return {path: id for path, id in gone.items() if id not in taken} | ids

    def file(self, path: str) -> PageFile:
        """Returns the file of a page; one that is gone has no size and no time."""
        return self._there.get(path, PageFile(path, 0, 0))

    def ties(self, path: str) -> frozenset[str]:
        """Returns the ties of a page as it stands, those of one that nobody looked at as they were."""
        return self._ties[path] if path in self._ties else self._cache.ties(path)

    def gone(self, path: str) -> bool:
        """Is the file of a page gone?"""
        return path not in self._there

    def stays(self, path: str) -> bool:
        """Is anything left of a page: its file, or its folder?"""
        return path in self._there or (path in self.ids and path not in self._bare)

    def due(self, moved: Collection[str]) -> list[list[str]]:
        """Returns the pages that changed, each with those tied to it now or till now, by path. moved: their paths."""
        from jianbao.ties import ties_of, together  # with all rules: a build with nothing to clip is spared 90 ms

        moved = {path for path in moved if path in self.ids}
        near, known = {path.rpartition("/")[0] for path in moved}, self._cache.ids()
        unknown = [path for path in self.ids if path not in known and path.rpartition("/")[0] in near]
        for path in {*moved, *unknown}:
            self._ties[path] = ties_of(self.copy(path), self._alike[path.rpartition("/")[0]])
        tied = {path: self.ties(path) | (self._cache.ties(path) if path in moved else set()) for path in self.ids}
        count = Counter(tie for path, ties in tied.items() for tie in (path, *ties))
        shared = {path: [tie for tie in (path, *ties) if count[tie] > 1] for path, ties in tied.items()}
        groups = together({path: ties for path, ties in shared.items() if ties or path in moved})
        return [group for group in groups if not set(group).isdisjoint(moved)]

    def copy(self, path: str) -> Copy:
        """Returns a page with the texts of its folder. Nothing of it is kept here: there may be very many."""
        texts, wrong = shelf.folder_texts(self._content, self.ids[path])
        self.problems += wrong
        if not texts:
            self._bare.add(path)
        return Copy(self.ids[path], path, self._bytes(path), texts)

    def _bytes(self, path: str) -> bytes | None:
        if path not in self._there:
            return None
        try:
            return shelf.page_bytes(self._content, path)
        except OSError as error:
            what = f"The page cannot be read: {error.strerror}."
            self.problems.append(Problem(f"pages/{path}", 0, what, "Mend its permissions."))
            return None

    @cached_property
    def _alike(self) -> Mapping[str, int]:
        """How many pages stand in each folder."""
        return Counter(path.rpartition("/")[0] for path in self._there)
