"""How long a question takes in Chromium, from file://, on an index that bench_search.py left in a folder.

    PYTHONPATH=tests/browser python tests/benchmarks/bench_asking.py FOLDER QUERIES.json

Each question on a page just opened; milliseconds from the question to the count and to ten hits with their texts, and
the same of a second question on that page. The page asks by itself, goes on to the next question by itself and tells
the times in the end: a browser that somebody drives tells him of each file it reads, which costs more than the reading.
Asserts nothing."""

import json
import os
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs, urlsplit

from walking import FLAGS, browser_program

ASSETS = Path(__file__).parents[2] / "theme" / "assets"
SETTLED = 300  # milliseconds after which a page that was opened is at rest
PATIENCE = 30  # seconds for a question
PAGE = """<!doctype html><meta charset="utf-8"><script src="assets/search.js"></script><script src="asked.js"></script>
<script>
async function ask(query) {
    const begin = performance.now(), found = await jianbao.find({ query }), counted = performance.now() - begin;
    await found.more(10);
    return [counted, performance.now() - begin].map(Math.round);
}
async function next() {
    const times = sessionStorage.times ? JSON.parse(sessionStorage.times) : [], question = asked[times.length];
    times.push([...await ask(question), ...await ask([...question].reverse().join(""))]);
    sessionStorage.times = JSON.stringify(times);
    if (times.length < asked.length) location.reload();
    else new Image().src = "http://127.0.0.1:" + port + "/?times=" + JSON.stringify(times);
}
addEventListener("load", () => setTimeout(next, settled));
</script>"""


class Told(BaseHTTPRequestHandler):
    """Hears the times."""

    times: list[list[int]]

    def do_GET(self) -> None:
        Told.times = json.loads(parse_qs(urlsplit(self.path).query)["times"][0])
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def main(folder: Path, queries: Path) -> None:
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    questions = [one["q"] for one in json.loads(queries.read_text("utf-8"))]
    server = HTTPServer(("127.0.0.1", 0), Told)
    server.timeout = PATIENCE * len(questions)
    facts = {"asked": questions, "port": server.server_port, "settled": SETTLED}
    said = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in facts.items())
    (folder / "asked.js").write_text(said, "utf-8")
    page_file = folder / "page.html"
    page_file.write_text(PAGE, "utf-8")
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser_program(), "--headless", f"--user-data-dir={profile}", *FLAGS, page_file.resolve().as_uri()]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
            server.handle_request()
            browser.terminate()
    for name, at in (("first", 0), ("second", 2)):
        for what, column in (("count", at), ("ten hits", at + 1)):
            times = sorted(row[column] for row in Told.times)
            said = " / ".join(f"{times[min(len(times) - 1, int(len(times) * share))]:.0f}" for share in (0.5, 0.95, 1))
            print(f"{name:6} question, ms to the {what:8}: p50 / p95 / max {said}")
    print(f"{len(questions)} questions; load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
