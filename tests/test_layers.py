"""Imports go down: a module imports only from rows below its own; some packages have one door."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "jianbao"
ROWS = [
    {"claims", "problems", "said", "numbers"},
    {"model", "plainyaml", "edtf", "links", "workers"},
    {"chinese", "settings", "subjects", "cluster", "publish", "progress", "linkcheck"},
    {"authority"},
    {"read", "segment", "describe", "files"},
    {"archive", "scans", "pageids", "cache", "issue", "ties", "data", "inputs"},
    {"records"},
    {"known"},
    {"filed"},
    {"render", "clip", "stock", "due"},
    {"search", "exports"},
    {"pipeline", "score"},
    {"explain", "check", "worklist", "pack"},
    {"cli"},
    {"__main__"},
]
DOORS = {
    "yaml": {"plainyaml"},
    "markdown": {"render/body"},
    "jinja2": {"render/theme", "render/compiling"},
    "babel": {"render/wording"},
    "bs4": {"read"},
    "dask": {"cluster"},
    "distributed": {"cluster"},
    "click": {"cli"},
    "rich": {"progress"},
    "rjieba": {"chinese/words"},
    "borax": {"chinese/lunar"},
    "pypinyin": {"chinese/pinyin"},
    "charset_normalizer": {"read/plain"},
    "filelock": {"pipeline"},
    "msgspec": {"known", "records", "archive/brief", "archive/packed", "files/marks", "publish/record"},
    "numpy": {
        "numbers",
        "archive",
        "search",
        "chinese/starts",
        "chinese/repeats",
        "segment/numbers",
        "segment/nearness",
        "segment/telling",
        "segment/seam",
        "segment/weighing",
    },
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def row(part: str) -> int:
    return next(number for number, names in enumerate(ROWS) if part in names)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_imports_only_from_rows_below(path: Path) -> None:
    own = name_of(path).split("/")[0]
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "jianbao" and parts[1] not in (own, "__version__"):
            assert row(parts[1]) < row(own), f"{name_of(path)} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_package_has_one_door(path: Path) -> None:
    for name in imports(path):
        door = DOORS.get(name.split(".")[0])
        assert door is None or {name_of(path), name_of(path).split("/")[0]} & door, f"{name_of(path)} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_file_stays_readable(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("package", ["numpy", "jinja2", "markdown", "pypinyin", "rjieba", "dask"])
def test_a_build_with_nothing_to_do_loads_no_more_than_it_needs(package: str) -> None:
    program = f"import sys, jianbao.pipeline, jianbao.cli; print({package!r} in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False"]
