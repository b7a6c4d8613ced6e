"""What the checks in a browser share: the kinds of page, how a browser is started, and a reader who walks the site.

A walk is a list of steps in the words of tasks.yaml; by clicks or by keyboard, each step finds what a reader would
find: something visible that can be pressed, by its name."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ElementHandle, Error, Playwright

ROOT = Path(__file__).parent.parent.parent
PAGE_OF_EACH_KIND = {
    "home": "index.html",
    "about": "about.html",
    "calendar": "dates/index.html",
    "year": "dates/2021/index.html",
    "month": "dates/2021/12/index.html",
    "day": "dates/2015/11/30.html",
    "regions": "regions/index.html",
    "region": "regions/330000/index.html",
    "subjects": "tags/index.html",
    "subject": "tags/xin-jiu-ye-xing-tai-lao-dong-zhe/index.html",
    "newspapers": "newspapers/index.html",
    "newspaper": "newspapers/gong-ren-ri-bao/index.html",
    "authors": "authors/index.html",
    "author": "authors/pan-xian-de/index.html",
    "pages": "pages/index.html",
    "page": "pages/004_c27211e9e5bb2788.html",
    "article": "articles/003_23aa62a2fb1275fd/7.html",
    "run": "newspapers/zhe-jiang-gong-ren-ri-bao/2015/11.html",
    "issue": "newspapers/zhe-jiang-gong-ren-ri-bao/2015/11/30.html",
    "every year": "dates/every-year/index.html",
    "search": "search.html",
    "untitled": "articles/004_c27211e9e5bb2788/59.html",
    "home in English": "en/index.html",
    "article in English": "en/articles/003_23aa62a2fb1275fd/7.html",
    "year in 繁體": "zh-hant/dates/2021/index.html",
}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
# Firefox without its cache of pages gone back to: there a return would bring no "load" to wait for.
PREFERENCES = {"browser.sessionhistory.max_total_viewers": 0, "fission.bfcacheInParent": False}
UNMOVED: Any = {"color_scheme": "null", "reduced_motion": "null", "forced_colors": "null", "contrast": "null"}
PATIENCE = 50  # tenths of a second
TABS = 400

# What is pressed: by its name, exactly or in part, in the text before elsewhere; nearest to the words that say where.
FIND = """([wanted, where]) => {
    const plain = text => (text || "").replace(/\\s+/g, "");
    const seen = node => node.getClientRects().length && getComputedStyle(node).visibility !== "hidden";
    const label = node => node.labels?.[0]?.innerText;
    const name = node => plain(node.getAttribute("aria-label") || node.innerText || label(node) || node.value);
    const far = node => {
        for (let round = node; where && round; round = round.parentElement) {
            if (round.getAttribute("aria-label") === where) return 0;
            if (plain(round.textContent).includes(plain(where))) return round.textContent.length;
        }
        return where ? Infinity : 0;
    };
    const main = document.querySelector("main");
    const rank = node => [far(node), +(name(node) !== plain(wanted)), +!main.contains(node)];
    const less = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
    const all = [...document.querySelectorAll("a[href], button, summary, input")]
        .filter(node => seen(node) && name(node).includes(plain(wanted)) && far(node) < Infinity);
    return all.sort((a, b) => less(rank(a), rank(b)))[0] || null;
}"""
FRESH = "node => !location.hash && document.activeElement === document.body && !!node.closest('main')"
HERE = "node => node === document.activeElement"
OUTLINED = """node => {
    const style = getComputedStyle(node);
    return parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none";
}"""


def without(what: str) -> Any:
    """Fails in CI, where everything must be there; elsewhere the test is skipped with the reason."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}; in CI it must be there.")
    pytest.skip(what)


def chromium(playwright: Playwright) -> Browser:
    """Debian's Chromium, or whichever is installed."""
    return playwright.chromium.launch(executable_path=browser_program(), args=FLAGS)


def browser_program() -> str:
    """Returns where it is."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        without("There is no chromium on this machine")
    return found


def firefox(playwright: Playwright, scripts: bool) -> Browser:
    """Debian's Firefox, driven by WebDriver BiDi (channel moz-firefox); Playwright's own build is not needed."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if found is None:
        without("There is no firefox on this machine")
    preferences = PREFERENCES | {"javascript.enabled": scripts}
    started = playwright.firefox.launch(channel="moz-firefox", executable_path=found, firefox_user_prefs=preferences)
    try:
        started.new_context(**UNMOVED).close()
    except Error as error:  # from 1.65 on Playwright asks for what the ESR of 2026 does not know
        started.close()
        without(f"This Playwright cannot drive this Firefox ({str(error).splitlines()[0]})")
    return started


class Reader:
    """Someone with a browser, by mouse or by keyboard; notes every request and every word on the console."""

    def __init__(self, context: BrowserContext, home: str, hand: str) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.home = home
        self.hand = hand
        self.console: list[str] = []
        self.strangers: list[str] = []
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self._asks(request.url))

    def _asks(self, url: str) -> None:
        if not url.startswith((self.home, "data:")):
            self.strangers.append(url)

    def open(self, name: str) -> None:
        self.page.goto(self.home + name)

    def step(self, words: str) -> None:
        """One step of a task: `<back>`, `<print>`, or the name of what is pressed, perhaps as `where › name`."""
        if words == "<back>":
            self._back()
        elif words == "<print>":
            self.page.emulate_media(media="print")
            assert self.page.pdf().startswith(b"%PDF")
        else:
            self._press(*reversed(words.split(" › ")))

    def _press(self, name: str, where: str = "") -> None:
        found = self._find(name, where)
        target = found.evaluate("node => node.href || ''")
        if self.hand == "keyboard":
            self._tab_to(found, name)
            self.page.keyboard.press("Space" if found.evaluate("node => node.type === 'checkbox'") else "Enter")
        else:
            found.click()
        if target and target != self.page.url:
            self.page.wait_for_url(target)

    def _find(self, name: str, where: str) -> ElementHandle:
        """What is pressed next. A reader waits for a page that is not whole yet: on a busy machine its address may be
        there before its end (004 L123 had no 下一篇 for a moment)."""
        for _ in range(PATIENCE):
            found = self.page.evaluate_handle(FIND, [name, where]).as_element()
            if found:
                return found
            self.page.wait_for_timeout(100)
        raise AssertionError(f"Nothing named {name!r} {where and f'in {where!r} '}on {self.page.url}")

    def _back(self) -> None:
        """To the page before; the skip link has left steps of its own in the history."""
        page = self.page.url.split("#")[0]
        while self.page.url.split("#")[0] == page:
            self.page.go_back()

    def _tab_to(self, wanted: ElementHandle, name: str) -> None:
        """Skips to the text first, if what is wanted stands there and the page has just been opened."""
        if wanted.evaluate(FRESH):
            self.page.keyboard.press("Tab")
            self.page.keyboard.press("Enter")
        for _ in range(TABS):
            self.page.keyboard.press("Tab")
            if wanted.evaluate(HERE):
                assert wanted.evaluate(OUTLINED), f"The focus on {name!r} cannot be seen on {self.page.url}"
                return
        raise AssertionError(f"{name!r} is not reached by the Tab key on {self.page.url}")

    def sees(self, words: str) -> bool:
        """Whether these words stand on the page, visibly; blanks and line ends do not count."""
        return "".join(words.split()) in "".join(self.page.inner_text("body").split())


class Visit:
    """A tab that notes every request and every line on the console."""

    def __init__(self, browser: object, width: int) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 800})  # type: ignore[attr-defined]
        self.console: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _failed(self, request: object) -> None:
        """An aborted request is a reader who went on before the icon came."""
        if request.failure != "net::ERR_ABORTED":  # type: ignore[attr-defined]
            self.console.append(request.url)  # type: ignore[attr-defined]

    def open(self, path: Path) -> None:
        self.page.goto(path.as_uri())
