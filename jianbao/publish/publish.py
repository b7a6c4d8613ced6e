"""Sheets to files of the site, O(changed).

Takes a stream of sheets, each with the mark of everything it is made from and a way to make it. Made and written are
only those whose mark is not in the record or whose file is gone: in processes, stage by stage in the order of the
sheets (pieces before the lists that name them), each file written aside and put in place whole. Then what no sheet
names any more is removed, the record comes last. Stopped at any moment, each file is whole and the next build goes on.
Removed are only files of our own record; a folder with other people's files is refused, and no folder is ever emptied.
It does not look into what it writes, and it does not notice a file that was edited by hand in the site: `fresh` makes
all anew."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jianbao import workers
from jianbao.problems import Problem, Stop
from jianbao.publish import record
from jianbao.publish.record import Pending, Record
from jianbao.publish.writer import TEMPORARY, Writer

_CHUNK = 40  # sheets that a process makes before it says so: a twentieth of a second
_MOST = 2000  # that it makes when they belong together: a second or two
_SHARES = 16  # into which such work is divided at least, that all processes have some of it


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the site to be. mark: of all it is made from; make: gives its bytes, always the same; stage: sheets
    of a later one name those of an earlier; here: only this process can make it, or does so by copying; together: what
    is needed to make it is at hand where the one before was made that says the same."""

    path: str
    mark: str
    make: Callable[[], bytes]
    stage: int = 0
    here: bool = False
    together: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: files written, left as they were, taken away."""

    made: int
    kept: int
    removed: int


def _silent(_done: int, _all: int) -> None:
    """Tells nobody."""


def _mute(_stage: str) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a site was made from. files: by path, each with its mark: those of the record, and what a build that was
    stopped had put in place; last: the record; stopped: what that build left."""

    files: Mapping[str, str]
    last: Record
    stopped: Pending


@dataclass(frozen=True, slots=True)
class Plan:
    """How to publish. content: the folder that is never a site; there: what stands in the site, None to have it read;
    program: name and version; fresh: trust no mark; jobs: processes to use; inputs: mark of all that the site is made
    from; told: what to say of it when nothing changed; tell: is told how far it is; lap: that a stage is finished; do:
    where sheets are made, None for processes of this machine."""

    content: Path | None = None
    there: Standing | None = None
    program: str = "jianbao"
    fresh: bool = False
    jobs: int = 1
    inputs: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    tell: Callable[[int, int], None] = _silent
    lap: Callable[[str], None] = _mute
    do: Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]] | None = None


def standing(site: Path) -> Standing:
    """Returns what a site was made from, as its folder tells."""
    return _standing(Writer(site))


def _standing(writer: Writer) -> Standing:
    last = record.read(writer.read(record.PATH))
    stopped = record.read_pending(writer.read(record.PENDING))
    known = {**last.files, **stopped.done}
    return Standing({path: mark for path, mark in known.items() if path not in stopped.begun}, last, stopped)


def unchanged(site: Path, there: Standing, inputs: str) -> bool:
    """Returns whether a site was made from just this and still has all its files."""
    if (site / record.PENDING).exists() or not inputs or there.last.inputs != inputs:
        return False
    return Writer(site).files().issuperset(there.last.files)


def publish(
    site: Path,
    sheets: Iterable[Sheet],
    plan: Plan = Plan(),
    writer: Writer | None = None,
    after: Iterable[Sheet] = (),
) -> Published:
    """Returns what was done to bring the folder `site` to these sheets. after: those that are asked for when the others
    are in place: what it takes to know them is not in memory while these are made. Raises Stop when the folder is not
    ours or cannot be written."""
    check(site, plan.content)
    try:
        site.mkdir(parents=True, exist_ok=True)
        return _publish(writer or Writer(site), (sheets, after), plan)
    except OSError as error:
        what = f"The site could not be written: {error.strerror or error}."
        remedy = "Mend that and build again; the files in place are whole."
        raise Stop(Problem(str(error.filename or site), 0, what, remedy)) from error


def _publish(writer: Writer, batches: Iterable[Iterable[Sheet]], plan: Plan) -> Published:
    before = plan.there or _standing(writer)
    last, stopped = before.last, before.stopped
    there = writer.files()
    for path in there.intersection(name + TEMPORARY for name in stopped.begun):
        writer.unlink(path)
    known = {} if plan.fresh else before.files
    files: dict[str, str] = {}
    written = 0
    for sheets in batches:
        due: list[Sheet] = []
        for sheet in sheets:
            files[sheet.path] = sheet.mark
            if sheet.path not in there or known.get(sheet.path) != sheet.mark:
                due.append(sheet)
        plan.lap("compare")
        written += _bring_all(due, there, writer, plan)
    ours = set(last.files) | stopped.begun | set(stopped.done)
    removed = _remove(sorted((ours - set(files)) & there), writer)
    now = record.write(Record(files, plan.inputs, plan.told), plan.program)
    if now != writer.read(record.PATH):
        writer.write(record.PATH, now)
    writer.unlink(record.PENDING)
    plan.lap("remove, record")
    return Published(written, len(files) - written, removed)


def _bring_all(due: Sequence[Sheet], there: Collection[str], writer: Writer, plan: Plan) -> int:
    """Returns how many files had to be written."""
    written = finished = 0
    for (stage, here), staged in groupby(due, key=lambda sheet: (sheet.stage, sheet.here)):
        alike = list(staged)
        chunks = list(_chunks(alike))
        waiting = (_begun(chunk, number, writer) for number, chunk in enumerate(chunks))
        counts: Iterator[int]
        if plan.do and not here:
            contents = plan.do(partial(_made, chunks), waiting)
            counts = (_put(*pair, there, writer) for pair in zip(chunks, contents, strict=True))
        else:
            counts = workers.share(partial(_bring, chunks, there, writer), waiting, plan.jobs)
        for number, made in enumerate(counts):
            writer.append(record.PENDING, record.done({sheet.path: sheet.mark for sheet in chunks[number]}))
            written += made
            finished += len(chunks[number])
            plan.tell(finished, len(due))
        plan.lap(f"make stage {stage}")
    return written


def _chunks(sheets: Sequence[Sheet]) -> Iterator[list[Sheet]]:
    """Yields the sheets in the portions in which processes make them."""
    most = max(_CHUNK, min(_MOST, len(sheets) // _SHARES))
    chunk: list[Sheet] = []
    for sheet in sheets:
        room = _CHUNK if not sheet.together or (chunk and chunk[-1].together != sheet.together) else most
        if len(chunk) >= room:
            yield chunk
            chunk = []
        chunk.append(sheet)
    if chunk:
        yield chunk


def _begun(chunk: Sequence[Sheet], number: int, writer: Writer) -> int:
    """Notes what is about to be written, first: a build that is killed must know its own files."""
    writer.append(record.PENDING, record.begun(sheet.path for sheet in chunk))
    return number


def _bring(chunks: Sequence[Sequence[Sheet]], there: Collection[str], writer: Writer, number: int) -> int:
    """Makes the sheets of a chunk, puts them in place, and returns how many had to be written."""
    return _put(chunks[number], (sheet.make() for sheet in chunks[number]), there, writer)


def _made(chunks: Sequence[Sequence[Sheet]], number: int) -> list[bytes]:
    """The same on another machine: what it makes is put in place by the one that has the site."""
    return [sheet.make() for sheet in chunks[number]]


def _put(chunk: Sequence[Sheet], contents: Iterable[bytes], there: Collection[str], writer: Writer) -> int:
    """Returns how many of these files had to be written; equal ones are left alone."""
    written = 0
    for sheet, content in zip(chunk, contents, strict=True):
        if sheet.path not in there or writer.read(sheet.path) != content:
            writer.write(sheet.path, content)
            written += 1
    return written


def _remove(paths: Iterable[str], writer: Writer) -> int:
    removed = 0
    for path in paths:
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
