"""The same function over many items: here, or in processes. Same results, in the order of the items.

The one seam between the order of work and where it is done. The function and the items must be picklable."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_WORTH_A_PROCESS = 16  # below this many items starting processes costs more than it saves


def do(function: Callable[[Item], Result], items: Sequence[Item], jobs: int = 1) -> Iterator[Result]:
    """Yields function(item) for each item, in order. jobs: processes to use; 1 stays in this one."""
    if jobs <= 1 or len(items) < _WORTH_A_PROCESS:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(function, items, chunksize=max(1, len(items) // (jobs * 8)))
