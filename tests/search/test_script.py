"""The scripts of the search are made of their sources."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["search.js", "inflate.js"])
def test_a_script_is_made_of_its_source(name: str) -> None:
    pytest.importorskip("minify", reason="tdewolff-minify is not installed")
    spec = importlib.util.spec_from_file_location("refresh_scripts", ROOT / "jianbao" / "data" / "refresh_scripts.py")
    assert spec and spec.loader
    refresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(refresh)
    assert (ROOT / "theme" / "assets" / name).read_text("utf-8") == refresh.made(name), (
        "run jianbao/data/refresh_scripts.py"
    )
