"""The shipped archive, built once, on a stick and on a server; one browser of each sort for all tests here."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from walking import ROOT, chromium, firefox

from jianbao import pipeline
from jianbao.pipeline import Place


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped archive, in a folder whose name needs escaping."""
    folder = tmp_path_factory.mktemp("U 盘 #1") / "site"
    pipeline.render(Place(ROOT / "content", ROOT / "theme", folder))
    return folder


@pytest.fixture(scope="session")
def homes(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where the archive's home is: on a stick, and some folders deep on a server."""
    root = tmp_path_factory.mktemp("www")
    (root / "some").mkdir()
    (root / "some" / "path").symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield {"file": site.as_uri() + "/", "http": f"http://127.0.0.1:{server.server_port}/some/path/"}
    server.shutdown()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = chromium(playwright)
    yield running
    running.close()


@pytest.fixture(scope="session")
def fox(playwright: Playwright) -> Iterator[Callable[[bool], Browser]]:
    """Gives a Firefox with scripts or without; they can only be switched off for a whole browser, so there are two."""
    start = cache(partial(firefox, playwright))
    yield start
    for scripts in (True, False):
        start(scripts).close()
