"""A Dask cluster as the place where work is done: the same function over many items, on other machines.

The only module that imports distributed, and only when a cluster is asked for. Items go with their bytes or
name a file that workers see too, results come back with theirs; the function, with all that is bound to it, is sent to
the cluster once. A worker that dies costs the items it had in hand: the scheduler gives them to another."""

import hashlib
import logging
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from jianbao import __version__
from jianbao.problems import Problem, Stop
from jianbao.workers import Item, Result

LOCAL = "local"
_AHEAD = 4  # items in the hands of each thread of a worker, or waiting for it
_PATIENCE = 20  # seconds to find the scheduler, and to wait for its first worker


class Cluster:
    """The workers that a client of Dask reaches."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def do(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yields function(item) for each item, in order; what an item raises is raised here.

        Raises Stop when an item has been lost with every worker that took it."""
        from distributed import KilledWorker

        sent = self._client.scatter(function, broadcast=True, hash=False)
        waiting: deque[Any] = deque()
        items = iter(items)
        try:
            while True:
                for item in islice(items, max(0, self._room() - len(waiting))):
                    waiting.append(self._client.submit(_run, sent, item, pure=False))
                if not waiting:
                    return
                yield waiting.popleft().result()
        except KilledWorker as error:
            raise _stop(
                f"Workers died one after another ({error}).", "Give them more memory, then build again."
            ) from None
        finally:
            self._client.cancel([*waiting, sent], force=True)

    def must_see(self, folder: Path) -> None:
        """Raises Stop unless each worker has this folder at the same path: articles are read where they are made into
        pages. One that dies while it is asked gets no work either."""
        for worker, there in self._client.run(_sees, str(folder.resolve()), on_error="return").items():
            if there is False:
                raise _stop(
                    f"The worker {worker} does not see {folder.resolve()}.",
                    "Share that folder with all workers under the same path, or render without --cluster.",
                )

    def _room(self) -> int:
        """Returns how many items may be out; workers come and go."""
        return int(_AHEAD * max(1, sum(self._client.nthreads().values())))


@contextmanager
def connected(address: str, jobs: int = 1) -> Iterator[Cluster]:
    """Gives the cluster at the address of its scheduler (tcp://host:8786, or the file a scheduler writes); `local`
    starts one here with `jobs` workers and ends it.

    Raises Stop when it cannot be reached, has no worker, or works with another program than this one."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise _stop("Dask is not installed.", "pip install 'jianbao[cluster]', here and on each worker.") from None
    reach: Any = Client
    if address == LOCAL:
        with _here(LocalCluster, jobs) as started, reach(started) as client:
            yield Cluster(client)
        return
    where = {"scheduler_file": address} if Path(address).is_file() else {"address": address}
    try:
        client = reach(**where, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        remedy = "Start a scheduler (dask scheduler) and give its address, such as tcp://10.0.0.5:8786."
        raise _stop(f"No scheduler answers at {address} ({error}).", remedy) from None
    with client:
        _compare(client, address)
        yield Cluster(client)


def _here(local: Any, jobs: int) -> Any:
    """Starts a cluster here whose processes leave Ctrl-C to this one, which then ends them."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return local(n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL)
    finally:
        signal.signal(signal.SIGINT, before)


def program() -> tuple[str, str, str]:
    """Returns what must be the same on all machines: the Python, the version of jianbao, and a mark of its files."""
    return f"{sys.version_info.major}.{sys.version_info.minor}", __version__, _mark()


@cache
def _mark() -> str:
    own = Path(str(files("jianbao")))
    digest = hashlib.sha256()
    for path in sorted(path for path in own.rglob("*") if path.suffix in (".py", ".tsv", ".txt", ".yaml")):
        digest.update(path.relative_to(own).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _compare(client: Any, address: str) -> None:
    """Raises Stop unless there are workers and each has this program."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        raise _stop(f"The scheduler at {address} has no worker.", f"Start one: dask worker {address}") from None
    ours = program()
    for worker, theirs in client.run(program, on_error="return").items():
        if theirs != ours:
            other = f"has {theirs!r}" if isinstance(theirs, Exception) else "has " + _told(theirs)
            raise _stop(
                f"The worker {worker} {other}; here it is {_told(ours)}.",
                "Install the same jianbao and Python there, then start the worker again.",
            )


def _sees(folder: str) -> bool:
    return Path(folder).is_dir()


def _told(found: tuple[str, str, str]) -> str:
    return "Python {}, jianbao {} ({})".format(*found)


def _stop(what: str, remedy: str) -> Stop:
    return Stop(Problem("--cluster", 0, what, remedy))


def _run(function: Callable[[Any], Any], item: Any) -> Any:
    return function(item)
