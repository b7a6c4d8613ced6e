"""Sheets to files of the site, O(changed).

Takes a stream of sheets, each with the hash of everything it is made from and a way to make it. Made and written are
only those whose mark is not in the record or whose file is gone; written files are put in place one by one, in the
order of the sheets (pieces before the lists that name them), then what no sheet names any more is removed, the record
comes last. Killed at any moment, each file is whole and the next build finishes the work. Removed are only files of
our own record; a folder with other people's files is refused. It does not look into what it writes, and it does not
notice a file that was edited by hand in the site: `fresh` makes all anew."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jianbao.problems import Problem, Stop
from jianbao.publish import record
from jianbao.publish.record import Made
from jianbao.publish.writer import TEMPORARY, Writer


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the site to be. mark: hash of all it is made from; make: gives its bytes, always the same."""

    path: str
    mark: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: files written, left as they were, taken away."""

    made: int
    kept: int
    removed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How to publish. content: the folder that is never a site; program: name and version; fresh: trust no mark."""

    content: Path | None = None
    program: str = "jianbao"
    fresh: bool = False


def standing(site: Path) -> Mapping[str, Made]:
    """Returns what the files of a site were made from, by path, as its record has it."""
    return record.read(Writer(site).read(record.PATH)).files


def publish(site: Path, sheets: Iterable[Sheet], plan: Plan = Plan(), writer: Writer | None = None) -> Published:
    """Returns what was done to bring the folder `site` to these sheets. Raises Stop when the folder is not ours or
    cannot be written."""
    check(site, plan.content)
    try:
        site.mkdir(parents=True, exist_ok=True)
        return _publish(writer or Writer(site), sheets, plan)
    except OSError as error:
        what = f"The site could not be written: {error.strerror or error}."
        remedy = "Mend that and build again; the files in place are whole."
        raise Stop(Problem(str(error.filename or site), 0, what, remedy)) from error


def _publish(writer: Writer, sheets: Iterable[Sheet], plan: Plan) -> Published:
    raw = writer.read(record.PATH)
    old = record.read(raw).files
    unfinished = record.read_pending(writer.read(record.PENDING))
    _sweep(unfinished, writer)
    files: dict[str, Made] = {}
    written = 0
    for sheet in sheets:
        before = None if plan.fresh or sheet.path in unfinished else old.get(sheet.path)
        files[sheet.path], wrote = _bring(sheet, before, writer)
        written += wrote
    removed = _remove(sorted((set(old) | unfinished) - set(files)), writer)
    now = record.write(files, plan.program)
    if now != raw:
        writer.write(record.PATH, now)
    writer.unlink(record.PENDING)
    return Published(written, len(files) - written, removed)


def _sweep(unfinished: Iterable[str], writer: Writer) -> None:
    for path in unfinished:
        if writer.holds(path + TEMPORARY):
            writer.unlink(path + TEMPORARY)


def _bring(sheet: Sheet, before: Made | None, writer: Writer) -> tuple[Made, bool]:
    """Returns how the file was made and whether it had to be written."""
    there = writer.holds(sheet.path)
    if there and before and before.mark == sheet.mark:
        return before, False
    content = sheet.make()
    made = Made(sheet.mark, hashlib.sha256(content).hexdigest()[:32])
    if there and writer.read(sheet.path) == content:
        return made, False
    writer.append(record.PENDING, record.pending(sheet.path))  # first: a killed build must know its own files
    writer.write(sheet.path, content)
    return made, True


def _remove(paths: Iterable[str], writer: Writer) -> int:
    removed = 0
    for path in paths:
        if writer.holds(path):
            writer.unlink(path)
            removed += 1
    return removed


def check(site: Path, content: Path | None = None) -> None:
    """Raises Stop when `site` must not be written to: somebody else's files, a home folder, a root, the content."""
    place = site.resolve()
    if place == Path(place.anchor) or place == Path.home().resolve():
        raise _stop(site, "is a root or your home folder")
    if content and (place.is_relative_to(content.resolve()) or content.resolve().is_relative_to(place)):
        raise _stop(site, "holds the content or lies in it")
    if site.exists() and not site.is_dir():
        raise _stop(site, "is a file")
    if site.is_dir() and not _is_ours(site) and _has_foreign(site):
        raise _stop(site, "holds files that jianbao did not make")


def _is_ours(site: Path) -> bool:
    """Returns whether jianbao made this folder: its own folder is there, or its mark on the first page of a site whose
    record was lost. A site whose record is lost is made anew, and nothing is removed from it."""
    if (site / record.FOLDER).is_dir():
        return True
    first = Writer(site).read("index.html") or b""
    return b'<meta name="generator" content="jianbao' in first[:2000]


def _has_foreign(site: Path) -> bool:
    return any(not entry.name.startswith(".") for entry in site.iterdir())


def _stop(site: Path, what: str) -> Stop:
    return Stop(Problem(str(site), 0, f"The folder for the site {what}.", "Name an empty or new folder with --site."))
