"""How the times of builds compare, in one run on one machine.

    python tests/benchmarks/bench_build.py [copies of the five pages, 10]

Prints CPU seconds and, what lasts from machine to machine, ratios: a build with nothing to do and one after a single
edit against the cold one; the left half against reading the files. Asserts nothing."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from jianbao import pipeline
from jianbao.pipeline import Place
from jianbao.read import read_plain
from jianbao.segment import segment

ROOT = Path(__file__).parent.parent.parent


def cpu(work: Callable[[], object]) -> float:
    """Returns the CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def archive(folder: Path, copies: int) -> Place:
    """An archive of the shipped pages, `copies` times, each copy its own."""
    pages = folder / "content" / "pages"
    pages.mkdir(parents=True)
    shutil.copy(ROOT / "content" / "archive.yaml", folder / "content")
    for path in sorted((ROOT / "content" / "pages").glob("*.txt")):
        for copy in range(copies):
            text = path.read_text("utf-8").replace("工会", f"工会{copy}")
            (pages / f"{path.stem}-{copy}.txt").write_text(text, "utf-8")
    return Place(folder / "content", ROOT / "theme", folder / "site")


def edit(place: Place) -> None:
    """One word of one article, by hand."""
    path = next(iter(sorted((place.content / "articles").rglob("0*.md"))))
    path.write_text(path.read_text("utf-8").replace("title: ", "title: 新", 1), "utf-8")


def main(copies: int) -> None:
    with TemporaryDirectory() as folder:
        place = archive(Path(folder), copies)
        texts = [path.read_bytes() for path in sorted((place.content / "pages").glob("*.txt"))]
        reading = cpu(lambda: [read_plain("p", "p.txt", data) for data in texts])
        cutting = cpu(lambda: [segment(read_plain("p", "p.txt", data)) for data in texts])
        cold = cpu(lambda: pipeline.build(place))
        unchanged = cpu(lambda: pipeline.build(place))
        edit(place)
        edited = cpu(lambda: pipeline.build(place))
    print(f"pages {len(texts)}: cold {cold:.2f} s, unchanged {unchanged:.2f} s, one edit {edited:.2f} s")
    print(f"unchanged / cold  {unchanged / cold:.3f}")
    print(f"one edit / cold   {edited / cold:.3f}")
    print(f"segment a page    {1000 * cutting / len(texts):.0f} ms, {cutting / reading:.0f} times reading it")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
