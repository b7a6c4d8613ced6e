"""How far the work is and how long it takes: a bar on a terminal, plain lines elsewhere, nothing when asked to be
quiet; and what each stage cost, for those who ask with --profile."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_NAMES = {
    "clip": "Reading pages",
    "look": "Looking at pages",
    "load": "Reading articles",
    "publish": "Writing the site",
    "index": "Indexing for the search",
    "search": "Writing the search",
    "pack": "Packing",
}
_EVERY = 10.0  # seconds between two lines of a step that takes long

Tell = Callable[
    [str, int, int], None
]  # step, done, of how many, 0 when nobody knows; done falls where a step begins anew


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage of the work cost. cpu: seconds of all processes; wall: seconds that passed."""

    name: str
    cpu: float
    wall: float


class Watch:
    """Measures stages, each from the end of the one before."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self._cpu, self._wall = _spent(), time.perf_counter()

    def lap(self, name: str) -> None:
        """Notes that a stage is finished."""
        cpu, wall = _spent(), time.perf_counter()
        self.stages.append(Stage(name, round(cpu - self._cpu, 3), round(wall - self._wall, 3)))
        self._cpu, self._wall = cpu, wall


def _spent() -> float:
    """CPU seconds of this process and of those that it started and that ended."""
    return sum(os.times()[:4])


@contextmanager
def progress(quiet: bool) -> Iterator[Tell]:
    """Gives the function that the pipeline tells its steps: (step, done, of how many)."""
    if quiet:
        yield lambda step, done, of: None
    elif sys.stderr.isatty():
        yield from _bars()
    else:
        yield _Lines().tell


class _Lines:
    """A line when a step is finished, and one now and then while it lasts."""

    def __init__(self) -> None:
        self._began: dict[str, float] = {}
        self._said: dict[str, float] = {}
        self._done: dict[str, int] = {}

    def tell(self, step: str, done: int, of: int) -> None:
        now = time.monotonic()
        if step not in self._done or done < self._done[step]:
            self._began[step] = self._said[step] = now
        self._done[step] = done
        if done == of > 0 or now - self._said[step] > _EVERY:
            self._said[step] = now
            print(line(_NAMES[step], done, of, now - self._began[step]), file=sys.stderr)  # noqa: T201 - the one place


def line(name: str, done: int, of: int, seconds: float) -> str:
    """Returns how far a step is.

    >>> line('Writing the site', 500, 2000, 10.0), line('Reading articles', 40, 40, 0.1)
    ('Writing the site: 500 of 2000, 50 a second, 30 s left', 'Reading articles: 40')
    >>> line('Indexing for the search', 30, 0, 10.0)
    'Indexing for the search: 30, 3 a second'
    """
    rate = done / seconds if seconds > 1 else 0
    if done == of:
        return f"{name}: {of}" + (f" in {seconds:.0f} s, {rate:.0f} a second" if rate else "")
    left = f", {(of - done) / rate:.0f} s left" if of and rate else ""
    return f"{name}: {done}" + (f" of {of}" if of else "") + (f", {rate:.0f} a second" if rate else "") + left


def _bars() -> Iterator[Tell]:
    from rich.console import Console  # 43 ms, and only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, of: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(_NAMES[step], total=of or None, rate="")
            speed = bars.tasks[tasks[step]].speed
            bars.update(tasks[step], completed=done, total=of or None, rate=f"{speed:.0f}/s" if speed else "")

        yield tell
