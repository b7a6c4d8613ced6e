"""The tasks of tasks.yaml, walked as readers walk: mouse or keyboard, stick or server, with scripts or without."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext
from walking import UNMOVED, Reader

TASKS = yaml.safe_load((Path(__file__).parent / "tasks.yaml").read_text("utf-8"))
Foxes = Callable[[bool], Browser]
Task = dict[str, Any]
DESK: Any = {"width": 1280, "height": 800}


class Way(NamedTuple):
    """How a task is walked."""

    by: str
    scripts: bool
    hand: str

    def __str__(self) -> str:
        return f"{self.by}-{self.hand}-{'scripts' if self.scripts else 'none'}"


def walk(context: BrowserContext, home: str, task: Task, hand: str) -> None:
    """Goes the steps of a task and looks at the end; nothing may be said on the console, nothing asked of strangers."""
    reader = Reader(context, home, hand)
    reader.open(task.get("from", "index.html"))
    for words in task["go"]:
        reader.step(words)
    assert [words for words in task["see"] if not reader.sees(words)] == []
    assert [words for words in task.get("gone", ()) if reader.sees(words)] == []
    assert reader.console == []
    assert reader.strangers == []
    reader.page.close()


def test_there_are_thirty_tasks_and_no_two_alike() -> None:
    names = [task["task"] for task in TASKS]
    assert len(names) >= 30 and len(names) == len(set(names))


# Each two of stick or server, scripts or none, mouse or keyboard meet; all eight together would only take longer.
WAYS = [
    Way("file", True, "mouse"),
    Way("http", True, "keyboard"),
    Way("file", False, "keyboard"),
    Way("http", False, "mouse"),
]
# In Firefox two ways. It prints nothing from here, and Playwright does not notice when it goes back within a page,
# as it does after the skip link: that task is walked by mouse.
IN_FIREFOX = [pytest.param(task, WAYS[0], id=task["task"]) for task in TASKS if "<print>" not in task["go"]] + [
    pytest.param(task, Way("http", False, "keyboard"), id=f"{task['task']} by keyboard")
    for task in TASKS
    if not {"<print>", "<back>"} & set(task["go"])
]
by_task = pytest.mark.parametrize("task", TASKS, ids=lambda task: task["task"])
by_way = pytest.mark.parametrize("way", WAYS, ids=str)


@by_way
@by_task
def test_in_chromium(browser: Browser, homes: dict[str, str], task: Task, way: Way) -> None:
    context = browser.new_context(java_script_enabled=way.scripts, viewport=DESK)
    walk(context, homes[way.by], task, way.hand)
    context.close()


@pytest.mark.parametrize(("task", "way"), IN_FIREFOX)
def test_in_firefox(fox: Foxes, homes: dict[str, str], task: Task, way: Way) -> None:
    context = fox(way.scripts).new_context(viewport=DESK, **UNMOVED)
    walk(context, homes[way.by], task, way.hand)
    context.close()
