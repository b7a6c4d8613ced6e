"""How long a question takes in Chromium, from file://, on an index that bench_search.py left in a folder.

    PYTHONPATH=tests/browser python tests/benchmarks/bench_asking.py FOLDER QUERIES.json

Each question on a page just opened; milliseconds from the question to the count and to ten hits with their texts, and
the same of a second question on that page. Asserts nothing."""

import json
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from walking import chromium

ASSETS = Path(__file__).parents[2] / "theme" / "assets"
ASK = """async (query) => {
    const begin = performance.now(), found = await jianbao.find({ query }), counted = performance.now() - begin;
    await found.more(10);
    return [counted, performance.now() - begin];
}"""


def main(folder: Path, queries: Path) -> None:
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    page_file = folder / "page.html"
    page_file.write_text('<!doctype html><meta charset="utf-8"><script src="assets/search.js"></script>', "utf-8")
    questions = [one["q"] for one in json.loads(queries.read_text("utf-8"))]
    cold, warm = [], []
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for question in questions:
            page = browser.new_page()
            page.goto(page_file.resolve().as_uri())
            cold.append(page.evaluate(ASK, question))
            warm.append(page.evaluate(ASK, question[::-1]))
            page.close()
        browser.close()
    for name, rows in (("first", cold), ("second", warm)):
        for what, at in (("count", 0), ("ten hits", 1)):
            times = sorted(row[at] for row in rows)
            said = " / ".join(f"{times[min(len(times) - 1, int(len(times) * share))]:.0f}" for share in (0.5, 0.95, 1))
            print(f"{name:6} question, ms to the {what:8}: p50 / p95 / max {said}")
    print(f"{len(questions)} questions; load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
