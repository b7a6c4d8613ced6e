"""All writing goes through one `Writer`, into the site and into content/.

Takes paths below one folder, with /; gives bytes on disk that are whole at every moment: a file is written under a
temporary name beside its place and put there by `os.replace`. In a folder that is ours (the site) it follows no
symbolic link: a link that stands where a folder or file must be is taken away, what it points to stays. In one that is
people's (content) it follows their links, and what stands in its way stays and is an error. It decides nothing about
what to write. Tests put another class with these methods in its place, to count, to fail or to forget."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from typing import BinaryIO

TEMPORARY = ".jianbao-new"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Writer:
    """Writes below one folder, ours or people's. A temporary file that a killed build left behind is overwritten or
    swept away."""

    def __init__(self, folder: Path, ours: bool = True) -> None:
        self.folder = folder
        self.ours = ours
        self._base = str(folder)
        self._made: set[str] = {""}

    def write(self, path: str, content: bytes) -> None:
        """Puts a file in its place, whole."""
        self.mkdir(path.rpartition("/")[0])
        target = f"{self._base}/{path}"
        temporary = target + TEMPORARY
        self._put(temporary, content)
        try:
            os.replace(temporary, target)  # noqa: PTH105 - a Path costs as much as the file
        except IsADirectoryError:
            self._clear(Path(target))
            os.replace(temporary, target)  # noqa: PTH105

    def _put(self, path: str, content: bytes) -> None:
        try:
            file = os.open(path, _NEW, 0o666)
        except OSError as error:
            if error.errno not in (errno.ELOOP, errno.EMLINK):
                raise
            os.unlink(path)  # noqa: PTH108 - a link stands there: what it leads to is none of ours
            file = os.open(path, _NEW, 0o666)
        try:
            while content:
                content = content[os.write(file, content) :]
        finally:
            os.close(file)

    @contextmanager
    def stream(self, path: str) -> Iterator[BinaryIO]:
        """Gives a file to write a large thing into, which is put in its place when all went well and is gone when not.
        Its temporary name is this process's own: two that write the same thing at once must not mix."""
        target = self.folder / path
        for left in target.parent.glob(f"{escape(target.name)}.*{TEMPORARY}"):  # of processes that were killed
            left.unlink()
        temporary = Path(f"{target}.{os.getpid()}{TEMPORARY}")
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())  # a stick may be pulled out as soon as the file is there
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)

    def append(self, path: str, content: bytes) -> None:
        """Adds to the end of a file."""
        self.mkdir(path.rpartition("/")[0])
        target = self.folder / path
        if target.is_symlink():
            target.unlink()
        with target.open("ab") as file:
            file.write(content)

    def mkdir(self, path: str) -> None:
        """Makes a folder and those above it; a file or a link in the way goes."""
        if path in self._made:
            return
        self.mkdir(path.rpartition("/")[0])
        try:
            os.mkdir(f"{self._base}/{path}")  # noqa: PTH102 - a Path costs three times as much, and a site has 100,000
        except FileExistsError:
            self._clear_for_folder(self.folder / path)
        self._made.add(path)

    def _clear_for_folder(self, folder: Path) -> None:
        mode = _mode(folder) if self.ours or not folder.is_dir() else stat.S_IFDIR
        if mode is not None and stat.S_ISDIR(mode):
            return
        if mode is not None and not self.ours:
            raise NotADirectoryError(errno.ENOTDIR, "A file stands where a folder must be", str(folder))
        folder.unlink(missing_ok=True)
        folder.mkdir(exist_ok=True)  # another process may have made it just now

    def read(self, path: str) -> bytes | None:
        """Returns what stands at a path, None when there is no such plain file."""
        return (self.folder / path).read_bytes() if self.holds(path) else None

    def files(self) -> set[str]:
        """Returns the paths of all plain files, hidden ones too, that no link leads to."""
        found: list[str] = []
        waiting = [""]
        for below in waiting:
            try:
                entries = list(os.scandir(f"{self._base}/{below}"))
            except (FileNotFoundError, NotADirectoryError):
                continue
            for entry in entries:  # most are files: asked first, a quarter of a million of them cost a tenth less
                if entry.is_file(follow_symlinks=False):
                    found.append(below + entry.name)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
        return set(found)

    def holds(self, path: str) -> bool:
        """Returns whether a plain file stands at a path that leads through no link."""
        mode = _mode(self.folder / path)
        return mode is not None and stat.S_ISREG(mode) and self._is_inside(path.rpartition("/")[0])

    def unlink(self, path: str) -> None:
        """Takes a file away, and the folders that are empty then."""
        parts = path.split("/")
        if self._is_inside("/".join(parts[:-1])):
            (self.folder / path).unlink(missing_ok=True)
            self._tidy(parts[:-1])

    def _tidy(self, parts: list[str]) -> None:
        while parts:
            try:
                (self.folder / "/".join(parts)).rmdir()
            except OSError:  # not empty: somebody's files are in it
                return
            self._made.discard("/".join(parts))
            parts = parts[:-1]

    def _is_inside(self, path: str) -> bool:
        if path in self._made:
            return True
        mode = _mode(self.folder / path)
        inside = mode is not None and stat.S_ISDIR(mode) and self._is_inside(path.rpartition("/")[0])
        if inside:
            self._made.add(path)
        return inside

    def _clear(self, target: Path) -> None:
        mode = _mode(target)
        if mode is not None and stat.S_ISDIR(mode):
            target.rmdir()  # only an empty folder goes; another one is an error that names itself


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
