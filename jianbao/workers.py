"""The same function over many items: here, or in processes. Same results, in the order of the items.

The one seam between the order of work and where it is done. The function and the items must be picklable; the function,
with all that is bound to it, goes to each process once. Items are taken as they are needed, so that memory holds a few
of them, however many there are."""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_WORTH_A_PROCESS = 16  # below this many items starting processes costs more than it saves
_WORTH_FORKING = 8
_AHEAD = 2  # items in the hands of each process, or waiting for it
_function: list[Callable[[Any], Any]] = []  # of this process


def do(function: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """Yields function(item) for each item, in order. jobs: processes to use; 1 stays in this one."""
    items = iter(items)
    first = list(islice(items, _WORTH_A_PROCESS)) if jobs > 1 else []
    if len(first) < _WORTH_A_PROCESS:
        yield from map(function, chain(first, items))
        return
    yield from _spread(function, chain(first, items), jobs, None)


def share(function: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """Yields the same as `do`. The function may hold anything: processes are forked from this one and find it there.
    Where a system cannot fork, the work is done here."""
    items = iter(items)
    first = (
        list(islice(items, _WORTH_FORKING)) if jobs > 1 and "fork" in multiprocessing.get_all_start_methods() else []
    )
    if len(first) < _WORTH_FORKING:
        yield from map(function, chain(first, items))
        return
    yield function(first.pop(0))  # what has to be loaded for it is there for all processes then
    yield from _spread(function, chain(first, items), jobs, multiprocessing.get_context("fork"))


def elsewhere(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Yields the same as `do`, from one other process: what the function needs is loaded there and gone with it."""
    return _spread(function, items, 1, None)


def _spread(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int, context: BaseContext | None
) -> Iterator[Result]:
    gc.freeze()  # what is there already is looked at by no collection, whose marks would copy it to each process
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(function,))
    try:
        yield from _results(pool, items, jobs)
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _results(pool: ProcessPoolExecutor, items: Iterable[Any], jobs: int) -> Iterator[Any]:
    waiting: deque[Future[Any]] = deque()
    for item in items:
        if len(waiting) >= jobs * _AHEAD:
            yield waiting.popleft().result()
        with _undisturbed():
            waiting.append(pool.submit(_run, item))
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Has Ctrl-C wait: the first item starts the processes, then the thread that minds them. A pool that is stopped in
    between has nobody to end its processes, and the program waits for them for ever."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(function: Callable[[Any], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that gives out the work
    Thread(target=_end_with_parent, daemon=True).start()
    _function.append(function)


def _end_with_parent() -> None:
    """Ends this process when the one that gives out the work was killed: it would wait for the next item for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _run(item: Any) -> Any:
    return _function[-1](item)
