"""Work done here or in processes: the same results in the same order, and never more in hand than a few items."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from jianbao.workers import do, elsewhere


def squared(number: int) -> int:
    return number * number


def own(_: int) -> int:
    return os.getpid()


def refusing(number: int) -> int:
    if number == 20:
        raise ValueError("twenty")
    return number


def counted(taken: list[int]) -> Iterator[int]:
    for number in range(1000):
        taken.append(number)
        yield number


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("many", [0, 3, 16, 50])
def test_results_come_in_the_order_of_the_items(jobs: int, many: int) -> None:
    assert list(do(squared, range(many), jobs)) == [number * number for number in range(many)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_taken_as_they_are_needed(jobs: int) -> None:
    taken: list[int] = []
    results = do(squared, counted(taken), jobs)
    assert [next(results) for _ in range(100)][-1] == 99 * 99
    assert len(taken) < 150
    results.close()  # type: ignore[attr-defined]  # a generator is


def test_what_goes_wrong_in_a_process_goes_wrong_here() -> None:
    with pytest.raises(ValueError, match="twenty"):
        list(do(refusing, range(50), 2))


def test_what_is_done_elsewhere_is_done_in_one_other_process() -> None:
    assert list(elsewhere(squared, range(5))) == [0, 1, 4, 9, 16]
    assert len({*elsewhere(own, range(50)), os.getpid()}) == 2


PRESSED = """
import os, signal
from multiprocessing.process import BaseProcess
from jianbao.workers import {way}

start = BaseProcess.start

def pressed(process):
    start(process)
    os.kill(os.getpid(), signal.SIGINT)

BaseProcess.start = pressed
list({way}(abs, range(100), 2))
"""


@pytest.mark.parametrize("way", ["do", "share"])
def test_ctrl_c_while_processes_are_started_leaves_none_behind(way: str) -> None:
    hears = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a test that runs in the background may not
    command = [sys.executable, "-c", PRESSED.format(way=way)]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, timeout=60, preexec_fn=hears)
    assert done.stderr.rstrip().endswith("KeyboardInterrupt")


KILLED = """
import itertools, os
from jianbao.workers import {way}

def own(_number):
    return os.getpid()

for pid in {way}(own, itertools.count(), 2):
    print(pid, flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux which processes there are")
@pytest.mark.parametrize("way", ["do", "share"])
def test_processes_end_with_the_one_that_was_killed(way: str) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED.format(way=way)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        pids: set[int] = set()
        while len(pids) < 2:  # on a busy machine one of them may do hundreds of items before the other begins
            pids |= {int(next(running.stdout))} - {running.pid}
        running.kill()
    deadline = time.monotonic() + 20
    while any(map(runs, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(runs, pids))


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
