"""content/ as a thing on disk: which pages and folders there are, their bytes, and putting texts in place.

The only module of the left half that opens files. What cannot be read is a Problem, never the end of the others."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jianbao.files.folder import PAGE
from jianbao.files.marks import NAME
from jianbao.problems import Problem
from jianbao.publish.writer import Writer

MAX_ARTICLE = 5 * 1024 * 1024
_FORMATS = (".txt",)
_BESIDE = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif", ".pdf")  # scans beside a page


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page file. path: below content/pages, with /; size and time: of the file, for caches."""

    path: str
    size: int
    time: int


def page_files(content: Path) -> tuple[list[PageFile], list[Problem]]:
    """Returns the page files in order of their paths, and what lies there and is no page."""
    found: list[PageFile] = []
    problems: list[Problem] = []
    for path, info in _walk(content / "pages", problems):
        name = path.rpartition("/")[2].lower()
        if name.endswith(_FORMATS):
            found.append(PageFile(path, info.st_size, info.st_mtime_ns))
        elif not name.endswith(_BESIDE):
            remedy = f"Give the page as {', '.join(_FORMATS)}."
            problems.append(Problem(f"pages/{path}", 0, "This kind of file is not read.", remedy))
    return sorted(found, key=lambda page: page.path), problems


def page_bytes(content: Path, path: str) -> bytes:
    """Returns the bytes of a page file. Raises OSError."""
    return (content / "pages" / path).read_bytes()


def article_folders(content: Path) -> list[str]:
    """Returns the folders of content/articles that hold Markdown or marks, with /, in order; '' for the top itself."""
    found = {path.rpartition("/")[0] for path, _ in _walk(content / "articles", []) if path.endswith((".md", NAME))}
    return sorted(found)


def folder_texts(content: Path, folder: str) -> tuple[dict[str, str], list[Problem]]:
    """Returns the texts of a folder's Markdown files and marks, by name."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    base = content / "articles" / folder
    for entry in _entries(base, f"articles/{folder}", problems):
        if not entry.name.endswith(".md") and entry.name != NAME:
            continue
        where = f"articles/{folder}/{entry.name}" if folder else f"articles/{entry.name}"
        try:
            data = _read(Path(entry.path))
            texts[entry.name] = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            what = f"Not UTF-8: byte {error.start} is none of its characters."
            problems.append(Problem(where, data[: error.start].count(b"\n") + 1, what, "Save the file as UTF-8."))
        except OSError as error:
            problems.append(Problem(where, 0, f"The file cannot be read: {error.strerror}.", "Mend its permissions."))
        except ValueError as error:
            problems.append(Problem(where, 0, str(error), "Divide the article."))
    return texts, problems


def _read(path: Path) -> bytes:
    if path.stat().st_size > MAX_ARTICLE:
        raise ValueError(f"The file is larger than {MAX_ARTICLE // 1024 // 1024} MB.")
    return path.read_bytes()


def put(content: Path, folder: str, files: Mapping[str, str | None], before: Mapping[str, str]) -> int:
    """Writes the texts that differ from what was there and removes those that are None; returns how many changed.
    The marks are written last: killed before, the next build finds its own words under old marks and keeps them."""
    writer = Writer(content)
    changed = 0
    for name in sorted(files, key=lambda name: (name == NAME, name == PAGE, name)):
        text, path = files[name], f"articles/{folder}/{name}"
        if text is None:
            writer.unlink(path)
        elif before.get(name) != text:
            writer.write(path, text.encode())
        else:
            continue
        changed += 1
    return changed


def _walk(top: Path, problems: list[Problem], below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Yields the plain files under a folder with their paths below it. Links to folders are not followed: they may
    lead round in a circle or out of the archive."""
    for entry in _entries(top, below or top.name, problems):
        path = f"{below}/{entry.name}" if below else entry.name
        try:
            info = entry.stat()
            folder = entry.is_dir(follow_symlinks=False)
        except OSError as error:
            problems.append(Problem(path, 0, f"It cannot be read: {error.strerror}.", "Mend or remove it."))
            continue
        if folder:
            yield from _walk(Path(entry.path), problems, path)
        elif stat.S_ISREG(info.st_mode):
            yield path, info


def _entries(folder: Path, where: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """Returns what lies in a folder, hidden files but the marks left out, in order of names."""
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".") or entry.name == NAME]
            return sorted(shown, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem(where, 0, f"The folder cannot be read: {error.strerror}.", "Mend its permissions."))
        return []
