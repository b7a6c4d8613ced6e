"""The archive in a real browser, from file://, as a reader has it.

Chromium comes from the system. Without one these tests are skipped on a reader's machine and fail in CI."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from walking import PAGE_OF_EACH_KIND, Visit

PAGES = [
    *PAGE_OF_EACH_KIND.values(),
    *(f"en/{PAGE_OF_EACH_KIND[kind]}" for kind in ("about", "calendar", "regions", "page")),
    f"zh-hant/{PAGE_OF_EACH_KIND['home']}",
]


LINES_OF = """(headline, word) => {
    const part = [...headline.childNodes].find(node => node.textContent.includes(word));
    const range = document.createRange();
    const start = part ? part.textContent.indexOf(word) : 0;
    range.setStart(part || headline, start);
    range.setEnd(part || headline, part ? start + word.length : headline.childNodes.length);
    return range.getClientRects().length;
}"""


@pytest.fixture(params=[1280, 360], ids=["desktop", "phone"])
def visit(request: pytest.FixtureRequest, browser: object) -> Iterator[Visit]:
    tab = Visit(browser, request.param)
    yield tab
    tab.page.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_a_word_and_asks_nobody(site: Path, visit: Visit, name: str) -> None:
    visit.open(site / name)
    assert visit.console == []
    assert all(url.startswith("file://") for url in visit.requests)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_sideways(site: Path, visit: Visit, name: str) -> None:
    visit.open(site / name)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_every_page_is_reached_by_clicking(site: Path, browser: object) -> None:
    """Pages in other languages are not opened one by one: each must be a click away from its own page in the first."""
    tab = Visit(browser, 1280)
    home = site.as_uri() + "/"
    todo, reached = [home + "index.html"], set[str]()
    while todo:
        url = todo.pop()
        if url in reached:
            continue
        reached.add(url)
        if url.removeprefix(home).split("/")[0] in ("en", "zh-hant"):
            continue
        tab.page.goto(url)
        links = tab.page.eval_on_selector_all(
            "a[href]:not([download])",
            "all => all.map(a => new URL(a.getAttribute('href'), a.baseURI).href.split('#')[0])",
        )
        todo += [link for link in links if link not in reached]
    assert reached == {path.as_uri() for path in site.rglob("*.html")}
    assert tab.console == []


def test_from_the_home_page_to_a_piece_by_place(site: Path, visit: Visit) -> None:
    visit.open(site / "index.html")
    visit.page.click("nav >> text=地区")
    visit.page.click("main a:has-text('西湖区')")
    visit.page.click("main a:has-text('杭州有了“小哥学院”')")
    assert visit.page.inner_text("h1") == "杭州有了“小哥学院”"


def test_a_piece_leads_to_the_next_and_to_its_page(site: Path, visit: Visit) -> None:
    visit.open(site / "articles/003_23aa62a2fb1275fd/7.html")
    visit.page.click("a[rel=next]")
    assert visit.page.url.endswith("/25.html")
    visit.page.click("a[href*='pages/003_23aa62a2fb1275fd.html'] >> nth=0")
    assert visit.page.locator("main a[href*='articles/003_23aa62a2fb1275fd/']").count() >= 9


def test_the_reader_reads_the_words_of_the_page(site: Path, visit: Visit) -> None:
    visit.open(site / "articles/004_c27211e9e5bb2788/157.html")
    text = visit.page.inner_text("main").replace("\n", "")
    assert "在全市范围组织开展工会“幸福牵手”系列交友活动" in text


def test_it_reads_without_javascript(site: Path, browser: object) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.locator("a[href*='articles/']").count() >= 41
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_step_by_step(site: Path, browser: object, name: str) -> None:
    tab = Visit(browser, 1280)
    tab.open(site / name)
    ranks = tab.page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(head => +head.tagName[1])")
    assert ranks.count(1) == 1 and all(after - before <= 1 for before, after in pairwise(ranks))
    tab.page.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_thumb_can_hit_every_link(site: Path, browser: object, name: str) -> None:
    tab = Visit(browser, 390)
    tab.open(site / name)
    heights = tab.page.eval_on_selector_all(
        "a[href]:not([href='#main']), summary",
        "all => all.map(a => [a.textContent, a.getBoundingClientRect().height]).filter(pair => pair[1])",
    )
    assert [text for text, height in heights if height < 43.9] == []
    tab.page.close()


def test_places_and_subjects_are_on_the_first_screens_of_a_phone(site: Path, browser: object) -> None:
    tab = Visit(browser, 390)
    tab.open(site / "index.html")
    for index in ("dates", "regions", "tags", "newspapers", "authors"):
        box = tab.page.locator(f".ways a[href='{index}/index.html']").bounding_box()
        assert box["y"] < 1200
    assert tab.page.evaluate("document.documentElement.scrollHeight") < 5200
    tab.page.close()


def test_a_headline_on_a_phone_does_not_break_inside_a_word(site: Path, browser: object) -> None:
    tab = Visit(browser, 360)
    tab.open(site / "index.html")
    headline = tab.page.locator(".makeup a", has_text="思想动态").first
    assert headline.evaluate(LINES_OF, "思想动态") == 1
    tab.page.close()
