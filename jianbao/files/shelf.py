"""content/ as a thing on disk: which pages and folders there are, their bytes, and putting texts in place.

All files of content/ but archive.yaml and authority/ are opened here. What cannot be read is a Problem, never the end
of the others."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jianbao.files import pagefile
from jianbao.files.folder import PAGE
from jianbao.files.marks import NAME, journal
from jianbao.problems import Fault, Problem
from jianbao.publish.writer import Writer

MAX_ARTICLE = 5 * 1024 * 1024
_FORMATS = (".txt",)
IMAGES = (".jpg", ".jpeg", ".png", ".webp")  # that a browser shows
_BESIDE = (*IMAGES, ".tif", ".tiff", ".gif", ".pdf")  # scans beside a page


_ARTICLES = "articles/"
Listed = tuple[str, int, int]
"""A file: its path, size and time, for caches."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page file. path: below content/pages, with /; size and time: of the file, for caches."""

    path: str
    size: int
    time: int


@dataclass(frozen=True, slots=True)
class Copy:
    """One page as it stands in content/. data: of its file, None when that is gone or cannot be opened; texts: of the
    files in its folder, by name."""

    page_id: str
    path: str
    data: bytes | None
    texts: Mapping[str, str]


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


def images(content: Path) -> list[PageFile]:
    """Returns the images that lie beside the page files, in order of their paths."""
    found = [PageFile(path, info.st_size, info.st_mtime_ns) for path, info in _walk(content / "pages", [])]
    return sorted((one for one in found if one.path.lower().endswith(IMAGES)), key=lambda one: one.path)


def page_bytes(content: Path, path: str, most: int = -1) -> bytes:
    """Returns the bytes of a page file, or the first of them. Raises OSError; a path that leads out of content/pages
    names no file."""
    with _page_path(content, path).open("rb") as file:
        return file.read(most)


def page_stats(content: Path, path: str) -> str:
    """Returns size and time of a page file. Raises OSError as `page_bytes` does."""
    info = _page_path(content, path).stat()
    return f"{info.st_size} {info.st_mtime_ns}"


def _page_path(content: Path, path: str) -> Path:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\0" in path:
        raise FileNotFoundError(2, "It leads out of content/pages", path)
    return content / "pages" / pure


def page_folders(content: Path) -> dict[str, str]:
    """Returns the folder below content/articles of each page that a page.md names, by the page's path."""
    found: dict[str, str] = {}
    for folder in article_folders(listing(content)):
        try:
            text = _read(f"{content}/articles/{folder}/{PAGE}").decode("utf-8-sig")
            found.setdefault(pagefile.read(text, PAGE)[0].page, folder)
        except (OSError, ValueError, Fault):  # no page.md, or one that is told when it is loaded
            continue
    return found


def article_folders(listed: Iterable[Listed]) -> dict[str, str]:
    """Returns the folders of content/articles that hold Markdown or marks, with /, in order; '' for the top itself; of
    each the names, sizes and times of the files in it, as one text. listed: what stands in content/."""
    held: dict[str, list[str]] = {}
    found = set()
    for path, size, time in listed:
        if path.startswith(_ARTICLES):
            folder, _, name = path.removeprefix(_ARTICLES).rpartition("/")
            held.setdefault(folder, []).append(f"{name} {size} {time}")
            if name.endswith((".md", NAME)):
                found.add(folder)
    return {folder: "\n".join(held[folder]) for folder in sorted(found)}


def folder_texts(content: Path, folder: str) -> tuple[dict[str, str], list[Problem]]:
    """Returns the texts of a folder's Markdown files and marks, by name."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    base = content / "articles" / folder
    for entry in _entries(base, f"articles/{folder}", problems):
        where = f"articles/{folder}/{entry.name}" if folder else f"articles/{entry.name}"
        if not entry.name.endswith(".md") and entry.name != NAME:
            if entry.name.lower().endswith((".md", ".md.txt", ".markdown")):
                problems.append(Problem(where, 0, "Only names that end in .md are read.", "Rename the file."))
            continue
        try:
            data = _read(entry.path)
            texts[entry.name] = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            what = f"Not UTF-8: byte {error.start} is none of its characters."
            problems.append(Problem(where, data[: error.start].count(b"\n") + 1, what, "Save the file as UTF-8."))
        except OSError as error:
            problems.append(Problem(where, 0, f"The file cannot be read: {error.strerror}.", "Mend its permissions."))
        except ValueError as error:
            problems.append(Problem(where, 0, str(error), "Divide the article."))
    return texts, problems


def article_text(content: Path, where: str) -> str:
    """Returns the text of an article's file, given as problems name it. Raises OSError."""
    return _begun(f"{content}/{where}", MAX_ARTICLE).decode("utf-8-sig")


def _read(path: str) -> bytes:
    data = _begun(path, MAX_ARTICLE + 1)
    if len(data) > MAX_ARTICLE:
        raise ValueError(f"The file is larger than {MAX_ARTICLE // 1024 // 1024} MB.")
    return data


def _begun(path: str, most: int) -> bytes:
    """The bytes of a file, as many as `most` at the beginning. It is asked how large it is: room for `most` would be
    made and given back each time, which costs three times as much as the reading."""
    with open(path, "rb") as file:  # noqa: PTH123 - a Path costs more than the reading
        return file.read(min(os.fstat(file.fileno()).st_size + 1, most))


def put(
    content: Path, folder: str, files: Mapping[str, str | None], before: Mapping[str, str], writer: Writer | None = None
) -> int:
    """Writes the texts that differ from what was there and removes those that are None; returns how many changed.
    The marks come first with both what stands and what is coming, and last as they are then: killed in between, the
    next build still knows its own words. Raises OSError."""
    writer = writer or Writer(content, ours=False)
    due = {name: text for name, text in sorted(files.items()) if before.get(name) != text}
    marks = due.pop(NAME, None)
    if marks is not None and due:
        writer.write(f"articles/{folder}/{NAME}", journal(before.get(NAME), marks).encode())
    for name, text in due.items():
        if text is None:
            writer.unlink(f"articles/{folder}/{name}")
        else:
            writer.write(f"articles/{folder}/{name}", text.encode())
    if marks is not None:
        writer.write(f"articles/{folder}/{NAME}", marks.encode())
    return len(due) + (marks is not None)


def _walk(top: Path, problems: list[Problem], below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Yields the plain files under a folder with their paths below it. Links to folders are not followed: they may
    lead round in a circle or out of the archive."""
    for entry in _entries(top / below, f"{top.name}/{below}".rstrip("/"), problems):
        path = f"{below}/{entry.name}" if below else entry.name
        try:
            info = entry.stat()
            folder = entry.is_dir(follow_symlinks=False)
        except OSError as error:
            what = f"It cannot be read: {error.strerror}."
            problems.append(Problem(f"{top.name}/{path}", 0, what, "Mend or remove it."))
            continue
        if folder:
            yield from _walk(top, problems, path)
        elif stat.S_ISREG(info.st_mode):
            yield path, info


def _entries(folder: Path, where: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """Returns what lies in a folder, hidden files but the marks left out, in order of names."""
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".") or entry.name == NAME]
            named = [entry for entry in shown if _can_be_named(entry, where, problems)]
            return sorted(named, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem(where, 0, f"The folder cannot be read: {error.strerror}.", "Mend its permissions."))
        return []


def listing(folder: Path) -> list[Listed]:
    """Returns every file under a folder, in order of the paths; hidden ones but the marks, and compiled code, left out.
    What cannot be looked at is in it too. A folder right below it may be a link to another disk; links further down may
    lead round in a circle."""
    found: list[Listed] = []
    waiting = [""]
    for below in waiting:
        try:
            with os.scandir(f"{folder}/{below}") as all_entries:
                entries = list(all_entries)
        except OSError as error:
            found.append((f"{below}: {error.errno}", 0, 0))
            continue
        for entry in entries:
            if not _counts(entry.name):
                continue
            if entry.is_dir(follow_symlinks=not below):
                waiting.append(f"{below}{entry.name}/")
            else:
                found.append(_listed(below, entry))
    return sorted(found)


def _listed(below: str, entry: "os.DirEntry[str]") -> Listed:
    try:
        info = entry.stat()
    except OSError as error:  # a link that leads nowhere
        return f"{below}{entry.name}", 0, -(error.errno or 1)
    return below + entry.name, info.st_size, info.st_mtime_ns


def _counts(name: str) -> bool:
    return (not name.startswith(".") and name != "__pycache__") or name == NAME


def _can_be_named(entry: os.DirEntry[str], where: str, problems: list[Problem]) -> bool:
    """Is a name made of characters? One that is not UTF-8 can stand in no message and no record."""
    if entry.name.isprintable():
        return True
    shown = entry.name.encode("utf-8", "backslashreplace").decode()
    problems.append(Problem(where, 0, f"The name {shown!r} cannot be read.", "Rename the file."))
    return False
