"""Maps of tiles, calendars and the day of any year in a real browser, from file://."""

from pathlib import Path

import pytest
from walking import Visit


def test_a_tile_is_reached_and_followed_by_the_keyboard(site: Path, browser: object) -> None:
    tab = Visit(browser, 1280)
    tab.open(site / "regions/index.html")
    tab.page.locator("svg a[href*='330000']").focus()
    assert tab.page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth") == "2.5px"
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/regions/330000/index.html")
    assert tab.page.locator("svg a").count() == 9  # cities with pieces
    tab.page.close()


@pytest.mark.parametrize(
    ("today", "leads"), [("2031-11-30T12:00:00", "11-30.html"), ("2031-12-01T12:00:00", "index.html")]
)
@pytest.mark.parametrize("name", ["index.html", "dates/every-year/index.html"])
def test_today_leads_to_its_day_when_some_year_has_it(
    site: Path, browser: object, name: str, today: str, leads: str
) -> None:
    tab = Visit(browser, 1280)
    tab.page.clock.set_fixed_time(today)
    tab.open(site / name)
    link = tab.page.locator("#today")
    address = link.evaluate("link => link.href")
    assert address == (site / "dates/every-year" / leads).as_uri() and Path(site / "dates/every-year" / leads).is_file()
    assert link.is_visible() == (name == "index.html" or leads != "index.html")
    assert tab.console == []
    tab.page.close()


def test_without_a_script_the_link_leads_to_the_calendar(site: Path, browser: object) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.click("#today")
    assert page.locator(".days a").count() == 1
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_tile_says_stands_out_from_it(site: Path, browser: object, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[attr-defined]
    page.goto((site / "regions/330000/index.html").as_uri())
    pairs = page.eval_on_selector_all(
        "svg a",
        """all => all.map(a => [a.querySelector('rect'), a.querySelector('text')].map(part => {
            const canvas = document.createElement('canvas').getContext('2d');
            canvas.fillStyle = getComputedStyle(part).fill;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        }))""",
    )
    assert pairs and all(contrast(*pair) >= 4.5 for pair in pairs)
    page.close()


def contrast(one: list[int], other: list[int]) -> float:
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: list[int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
