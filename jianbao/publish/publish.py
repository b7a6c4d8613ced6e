"""Sheets to files of the site, O(changed).

Takes a stream of sheets and quires, each with the mark of everything it is made from and a way to make it. Made and
written are only those whose mark is not in the record or whose file is gone: in processes, stage by stage in the order
they come in (pieces before the lists that name them), each file written aside and put in place whole. Then what no
sheet names any more is removed, the record comes last. Stopped at any moment, each file is whole and the next build
goes on. Removed are only files of our own record; a folder with other people's files is refused, and no folder is ever
emptied. It does not look into what it writes, and it does not notice a file that was edited by hand in the site:
`fresh` makes all anew."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jianbao.problems import Problem, Stop
from jianbao.publish import record
from jianbao.publish.bring import Bringer, Came, Do, InPlace, stages
from jianbao.publish.quire import Quire, Sheet, Unit
from jianbao.publish.record import Bound, Pending, Record
from jianbao.publish.writer import TEMPORARY, Writer


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: files written, left as they were, taken away."""

    made: int
    kept: int
    removed: int


def _silent(_step: str, _done: int, _all: int) -> None:
    """Tells nobody."""


def _mute(_stage: str) -> None:
    """Tells nobody."""


@dataclass(frozen=True)
class Standing:
    """What a site was made from. last: the record; stopped: what a build that was stopped left."""

    last: Record
    stopped: Pending

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The files by path, each with its mark: those of the record, and what the build that was stopped had put in
        place."""
        known = {**self.last.every(), **self.stopped.done}
        return {path: mark for path, mark in known.items() if path not in self.stopped.begun}

    @cached_property
    def quires(self) -> Mapping[str, Bound]:
        """The quires of the record that the build that was stopped left alone."""
        touched = self.stopped.begun.union(self.stopped.done)
        return {name: one for name, one in self.last.quires.items() if touched.isdisjoint(one.files)}


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
    tell: Callable[[str, int, int], None] = _silent
    lap: Callable[[str], None] = _mute
    do: Do | None = None


def standing(site: Path) -> Standing:
    """Returns what a site was made from, as its folder tells."""
    return _standing(Writer(site))


def _standing(writer: Writer) -> Standing:
    return Standing(record.read(writer.read(record.PATH)), record.read_pending(writer.read(record.PENDING)))


def unchanged(site: Path, there: Standing, inputs: str) -> bool:
    """Returns whether a site was made from just this and still has all its files."""
    if (site / record.PENDING).exists() or not inputs or there.last.inputs != inputs:
        return False
    found = Writer(site).files()
    return found.issuperset(there.last.files) and all(map(found.issuperset, there.last.bound()))


def publish(
    site: Path,
    units: Iterable[Unit],
    plan: Plan = Plan(),
    writer: Writer | None = None,
    after: Iterable[Unit] = (),
) -> Published:
    """Returns what was done to bring the folder `site` to these sheets. after: those that are asked for when the others
    are in place: what it takes to know them is not in memory while these are made. Raises Stop when the folder is not
    ours or cannot be written, or two sheets claim one address."""
    check(site, plan.content)
    try:
        site.mkdir(parents=True, exist_ok=True)
        return _publish(writer or Writer(site), {"publish": units, "search": after}, plan)
    except OSError as error:
        what = f"The site could not be written: {error.strerror or error}."
        remedy = "Mend that and build again; the files in place are whole."
        raise Stop(Problem(str(error.filename or site), 0, what, remedy)) from error


def _publish(writer: Writer, batches: Mapping[str, Iterable[Unit]], plan: Plan) -> Published:
    before = plan.there or _standing(writer)
    there = writer.files()
    for path in there.intersection(name + TEMPORARY for name in before.stopped.begun):
        writer.unlink(path)
    bringer = Bringer(writer, InPlace({} if plan.fresh else before.files, there), plan.jobs, plan.do)
    now = _Now({} if plan.fresh else before.quires, bringer.before)
    for step, units in batches.items():
        due = [unit for unit in units if not now.keeps(unit)]
        every = sum(unit.count for unit in due)
        plan.lap("compare")
        for finished in _bring(due, bringer, now, plan):
            plan.tell(step, finished, every)
    ours = set(before.last.every()) | before.stopped.begun | set(before.stopped.done)
    removed = _remove(sorted((ours - now.paths) & there), writer)
    made = record.write(Record(now.files, plan.inputs, plan.told, now.quires), plan.program)
    if made != writer.read(record.PATH):
        writer.write(record.PATH, made)
    writer.unlink(record.PENDING)
    plan.lap("remove, record")
    return Published(now.written, len(now.paths) - now.written, removed)


class _Now:
    """What the site holds when all is in place. quires: of the site before, that can be trusted."""

    def __init__(self, quires: Mapping[str, Bound], before: InPlace) -> None:
        self._quires, self._before = quires, before
        self.files: dict[str, str] = {}
        self.quires: dict[str, Bound] = {}
        self.paths: set[str] = set()
        self.written = 0

    def keeps(self, unit: Unit) -> bool:
        """Returns whether a unit is in place as it must be, and notes it when it is."""
        if isinstance(unit, Sheet):
            kept = self._before.has(unit)
            if kept:
                self._note(unit, {unit.path: unit.mark})
            return kept
        bound = self._quires.get(unit.name)
        if bound is None or bound.mark != unit.mark or not self._before.there.issuperset(bound.files):
            return False
        self._note(unit, bound.files)
        return True

    def came(self, unit: Unit, sheets: Iterable[Came]) -> None:
        """Notes the sheets of a unit, which are in place now."""
        files: dict[str, str] = {}
        for path, mark, written in sheets:
            if path in files:
                raise _taken(path)
            files[path] = mark
            self.written += written
        self._note(unit, files)

    def _note(self, unit: Unit, files: dict[str, str]) -> None:
        if not self.paths.isdisjoint(files):
            raise _taken(min(self.paths.intersection(files)))
        self.paths.update(files)
        if isinstance(unit, Quire):
            self.quires[unit.name] = Bound(unit.mark, files)
        else:
            self.files |= files


def _taken(path: str) -> Stop:
    return Stop(Problem(path, 0, "Two pages claim this address.", "Change the id of one of them."))


def _bring(due: Iterable[Unit], bringer: Bringer, now: _Now, plan: Plan) -> Iterator[int]:
    """Brings units in place, and yields of how many sheets that is done."""
    finished = 0
    for stage, here, units in stages(due):
        for portion in bringer.bring(units, here):
            done: dict[str, str] = {}
            for unit, sheets in portion:
                now.came(unit, sheets)
                done |= {path: mark for path, mark, _ in sheets}
                finished += unit.count
            bringer.writer.append(record.PENDING, record.done(done))
            yield finished
        plan.lap(f"make stage {stage}")


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
