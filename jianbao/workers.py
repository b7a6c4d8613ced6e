"""The same function over many items: here, or in processes. Same results, in the order of the items.

The one seam between the order of work and where it is done. The function and the items must be picklable; the function,
with all that is bound to it, goes to each process once. Items are taken as they are needed, so that memory holds a few
of them, however many there are."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_WORTH_A_PROCESS = 16  # below this many items starting processes costs more than it saves
_AHEAD = 4  # items in the hands of each process, or waiting for it
_function: list[Callable[[Any], Any]] = []  # of this process


def do(function: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """Yields function(item) for each item, in order. jobs: processes to use; 1 stays in this one."""
    items = iter(items)
    first = list(islice(items, _WORTH_A_PROCESS)) if jobs > 1 else []
    if len(first) < _WORTH_A_PROCESS:
        yield from map(function, chain(first, items))
        return
    with ProcessPoolExecutor(jobs, initializer=_function.append, initargs=(function,)) as pool:
        waiting: deque[Future[Result]] = deque()
        for item in chain(first, items):
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
            waiting.append(pool.submit(_run, item))
        while waiting:
            yield waiting.popleft().result()


def _run(item: Any) -> Any:
    return _function[-1](item)
