"""What it costs to turn raw pages into Markdown, in one run on one machine, in one process.

    python tests/benchmarks/bench_ingest.py --bench FOLDER [--pages 200] [--work FOLDER] [--python PYTHON]

FOLDER holds `gen_corpus.py` (../shared/bench), which PYTHON runs: it needs jieba. Makes pages of ten articles as OCR
gives them, clips them, and prints pages a CPU second, milliseconds a page by stage, peak memory, and, what lasts from
machine to machine, how many times the reading of the files it costs. Asserts nothing."""

import argparse
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from jianbao import pipeline
from jianbao.describe import Context, describe
from jianbao.pipeline import Place
from jianbao.read import read_plain
from jianbao.segment import segment

ROOT = Path(__file__).parent.parent.parent


def cpu(work: Callable[[], object]) -> float:
    """Returns the CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def archive(given: argparse.Namespace) -> Place:
    """Returns an archive of made pages, none of them clipped yet; the pages are made once."""
    made, content = given.work / f"ocr-{given.pages}", given.work / "content"
    if not (made / "done").exists():
        command = [given.python, given.bench / "gen_corpus.py", "ocr", made, "--pages", given.pages]
        subprocess.run([*map(str, command), "--seeds", str(ROOT / "content" / "pages")], check=True)
        (made / "done").touch()
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(made / "pages", content / "pages")
    shutil.copy(ROOT / "content" / "archive.yaml", content)
    return Place(content, ROOT / "theme", given.work / "site")


def by_stage(place: Place, paths: list[Path]) -> dict[str, float]:
    """Returns the CPU seconds of the stages whose values can be had without writing."""
    context = Context(place.settings[0], place.authority[0])
    sums = dict.fromkeys(("read", "segment", "describe"), 0.0)
    for path in paths:
        begun = time.process_time()
        page = read_plain(path.stem, path.name, path.read_bytes())
        read = time.process_time()
        layout = segment(page, claims=False)
        cut = time.process_time()
        describe(page, layout, context)
        for name, seconds in zip(sums, (read - begun, cut - read, time.process_time() - cut), strict=True):
            sums[name] += seconds
    return sums


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--work", type=Path, default=Path("/dev/shm/jianbao-ingest"))
    parser.add_argument("--python", default=sys.executable, help="the Python that has jieba")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    place = archive(given)
    paths = sorted((place.content / "pages").glob("*.txt"))
    starting = cpu(lambda: pipeline.clip(Place(place.content, place.theme, place.site, only=paths[0].name)))
    clipping = cpu(lambda: pipeline.clip(place))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    stages = by_stage(place, paths)
    print(
        f"{len(paths) / clipping:.1f} pages a CPU second, {memory:.0f} MiB; the first with all tables {starting:.2f} s"
    )
    for name, seconds in (stages | {"write and the rest": clipping - sum(stages.values())}).items():
        print(f"{name:20} {1000 * seconds / len(paths):7.1f} ms a page")
    print(f"clip / read          {clipping / stages['read']:7.0f}")


if __name__ == "__main__":
    main()
