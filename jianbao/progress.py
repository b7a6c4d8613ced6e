"""How far the work is: a bar on a terminal, a plain line a step elsewhere, nothing when asked to be quiet."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_NAMES = {
    "clip": "Reading pages",
    "look": "Looking at pages",
    "load": "Reading articles",
    "publish": "Writing the site",
}


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Gives the function that the pipeline tells its steps: (step, done, of how many)."""
    if quiet:
        yield lambda step, done, of: None
    elif sys.stderr.isatty():
        yield from _bars()
    else:
        yield _plain


def _plain(step: str, done: int, of: int) -> None:
    if of and done == of:
        print(f"{_NAMES[step]}: {of}", file=sys.stderr)  # noqa: T201 - the one place that prints


def _bars() -> Iterator[Callable[[str, int, int], None]]:
    from rich.console import Console  # 43 ms, and only a terminal needs it
    from rich.progress import Progress, TaskID

    with Progress(console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, of: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(_NAMES[step], total=of)
            bars.update(tasks[step], completed=done, total=of)

        yield tell
