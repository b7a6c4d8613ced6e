"""python tests/browser/pictures.py SITE FOLDER: pictures of ten kinds of page at three widths, light and dark.

CI keeps the pictures as an artefact of its run (.ci/run); whoever changes the style looks at them."""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright
from walking import PAGE_OF_EACH_KIND, chromium

KINDS = ("home", "calendar", "year", "day", "regions", "region", "subjects", "subject", "page", "article")
WIDTHS = (390, 768, 1440)
LIGHTS = ("light", "dark")


def photograph(site: Path, folder: Path) -> None:
    """Leaves one picture of the whole page for each kind, width and light in the folder."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for kind, width, light in product(KINDS, WIDTHS, LIGHTS):
            page = browser.new_page(color_scheme=light, viewport={"width": width, "height": 900})
            page.goto((site / PAGE_OF_EACH_KIND[kind]).resolve().as_uri())
            page.screenshot(path=folder / f"{kind}-{width}-{light}.png", full_page=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    photograph(Path(sys.argv[1]), Path(sys.argv[2]))
