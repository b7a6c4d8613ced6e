"""The search in browsers, from a stick and from a server some folders deep."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect
from scanning import HEAVY, SMALL, articles, questions
from scanning import site as indexed
from test_access import LIGHTS, TAGS, WIDTHS
from walking import ROOT, UNMOVED, Reader

from jianbao.pack import Wish
from jianbao.pack import pack as packed
from jianbao.pipeline import Place
from jianbao.search.shape import Layout

Foxes = Callable[[bool], Browser]
EVERYWHERE = [("chromium", "file"), ("chromium", "http"), ("firefox", "file"), ("firefox", "http")]
DONE = '#results[data-state="done"]'


@pytest.fixture
def reader(request: pytest.FixtureRequest, browser: Browser, homes: dict[str, str]) -> Iterator[Reader]:
    """Someone at the archive; nothing may be said on the console, nothing asked of strangers."""
    name, by = request.param
    if name == "firefox":
        fox: Foxes = request.getfixturevalue("fox")
        context = fox(True).new_context(viewport={"width": 1280, "height": 800}, **UNMOVED)
    else:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
    one = Reader(context, homes[by], "mouse")
    yield one
    assert one.console == []
    assert one.strangers == []
    context.close()


everywhere = pytest.mark.parametrize("reader", EVERYWHERE, indirect=True, ids="-".join)
in_chromium = pytest.mark.parametrize("reader", EVERYWHERE[:2], indirect=True, ids="-".join)


def find(reader: Reader, words: str, page: str = "search.html") -> Page:
    """Opens the page with a question in its address."""
    reader.open(f"{page}{'#' if reader.home.startswith('file') else '?'}q={words}")
    reader.page.locator(DONE).wait_for(state="attached")
    return reader.page


def total(page: Page) -> str:
    return page.locator("#results").get_attribute("data-total") or ""


def ask(page: Page, words: str) -> None:
    page.fill("#q", words)
    page.press("#q", "Enter")
    page.locator(DONE).wait_for(state="attached")


@everywhere
def test_from_the_home_page_to_the_marked_paragraph_and_back(reader: Reader) -> None:
    reader.open("index.html")
    page = reader.page
    page.fill("#seek input", "小哥学院")
    page.press("#seek input", "Enter")
    page.locator(DONE).wait_for(state="attached")
    assert total(page) == "1" and page.locator("#results li").count() == 1
    assert page.locator("#results .snippet mark").first.inner_text() == "小哥学院"
    page.click("#results li a")
    page.wait_for_url("**/articles/003_23aa62a2fb1275fd/7.html*")
    assert page.url.endswith("#p1")
    assert page.locator("#p1 mark").count() == 1 and page.locator("h1 mark").count()  # a line may end within it
    assert page.evaluate("document.querySelector('#p1').matches(':target')")
    page.go_back()
    page.locator(DONE).wait_for(state="attached")
    assert page.input_value("#q") == "小哥学院" and total(page) == "1"


@everywhere
def test_filters_years_order_and_the_back_button(reader: Reader) -> None:
    page = find(reader, "工会")
    assert page.locator("#count").inner_text() == "共 35 篇" and page.locator("#results li").count() == 10
    page.click("#more")
    expect(page.locator("#results li")).to_have_count(20)
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#results li')[10]")
    page.click("#bars button[aria-label^='2015年']")
    expect(page.locator("#count")).to_have_text("共 5 篇")
    page.select_option("select[name=sort]", "date")
    page.locator(DONE).wait_for(state="attached")
    page.select_option("select[name=k]", "knews")
    expect(page.locator("#count")).not_to_have_text("共 5 篇")
    page.go_back()
    expect(page.locator("#count")).to_have_text("共 5 篇")
    page.go_back()
    page.go_back()
    expect(page.locator("#count")).to_have_text("共 35 篇")
    assert page.input_value("[name=from]") == ""


@in_chromium
def test_a_place_is_proposed_and_taken_by_keyboard(reader: Reader) -> None:
    reader.open("search.html")
    page = reader.page
    page.locator("#q").press_sequentially("工会 杭州")
    expect(page.locator("#proposals li").first).to_contain_text("杭州市")
    page.press("#q", "ArrowDown")
    assert page.get_attribute("#q", "aria-activedescendant") == "proposal0"
    page.press("#q", "Enter")
    expect(page.locator("#chips button")).to_have_text("地区 杭州市")
    expect(page.locator("#count")).to_have_text("共 4 篇")
    assert page.input_value("#q") == "工会"
    assert "f=r330100" in page.url
    page.reload()
    expect(page.locator("#chips button")).to_have_text("地区 杭州市")
    ask(page, "")
    expect(page.locator("#count")).to_have_text("共 6 篇")
    page.click("#chips button")
    expect(page.locator("#results")).to_have_attribute("data-state", "idle")
    page.locator("#q").press_sequentially("杭")
    expect(page.locator("#proposals")).to_be_visible()
    page.press("#q", "Escape")
    expect(page.locator("#proposals")).to_be_hidden()


@in_chromium
def test_nothing_found_says_what_to_leave_out(reader: Reader) -> None:
    page = find(reader, "小哥 从无此词")
    assert page.locator("#count").inner_text() == "没有找到"
    assert page.locator("#loosen button").all_inner_texts() == ["只找“小哥”"]
    page.click("#loosen button")
    expect(page.locator("#count")).to_have_text("共 4 篇")


@in_chromium
def test_each_language_asks_the_same_index(reader: Reader) -> None:
    page = find(reader, "總工會", "en/search.html")
    assert page.locator("#count").inner_text() == "29 articles"
    assert page.locator("#results .snippet").first.get_attribute("lang") == "zh-Hans"
    page.click(".languages a[lang=zh-Hans]")
    page.locator(DONE).wait_for(state="attached")
    assert total(page) == "29" and page.input_value("#q") == "總工會"
    page.click("#results li a")
    page.wait_for_url("**/articles/**")
    assert page.locator("mark").count() > 0


@pytest.mark.parametrize("light", LIGHTS)
def test_axe_finds_nothing_among_hits(browser: Browser, homes: dict[str, str], light: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_page(**LIGHTS[light])  # type: ignore[arg-type]
    page.goto(homes["file"] + "search.html#q=工会&f=r330000")
    page.locator(DONE).wait_for(state="attached")
    page.fill("#q", "工会 浙")
    page.locator("#proposals li").first.wait_for()
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        result = axe.run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]}).response
        found += [(width, rule["id"], node["html"]) for rule in result["violations"] for node in rule["nodes"]]
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()
    assert found == []


def test_a_missing_file_is_told_and_tried_again(browser: Browser, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "stick")
    lost = tmp_path / "stick" / "search" / "order.js"
    kept = lost.read_bytes()
    lost.unlink()
    page = browser.new_page()
    page.goto((tmp_path / "stick" / "search.html").as_uri() + "#q=工会")
    expect(page.locator("#results")).to_have_attribute("data-state", "failed")
    assert "search/order.js" in page.locator("#count").inner_text()
    lost.write_bytes(kept)
    page.click("#loosen button")
    page.locator(DONE).wait_for(state="attached")
    assert total(page) == "35"
    page.close()


def test_without_scripts_the_page_says_where_else_to_look(browser: Browser, homes: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(homes["file"] + "search.html")
    assert "JavaScript" in page.inner_text("main") and not page.locator("#search").is_visible()
    context.close()


@pytest.mark.parametrize(("seed", "layout"), [(1, SMALL), (2, HEAVY)])
def test_a_browser_finds_what_a_plain_scan_finds(browser: Browser, tmp_path: Path, seed: int, layout: Layout) -> None:
    random = Random(seed)
    held = articles(random, 60)
    indexed(tmp_path, held, layout)
    theme = Path(__file__).parents[2] / "theme" / "assets"
    shutil.copytree(theme, tmp_path / "assets")
    (tmp_path / "page.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="assets/search.js"></script>', "utf-8"
    )
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    for request, fits in questions(random, held, 60):
        answer: Any = page.evaluate(
            """async (request) => {
                const found = await jianbao.find(request), hits = await found.more(1e6);
                return { total: found.count, exact: found.exact, ids: hits.map((hit) => hit.id) };
            }""",
            request,
        )
        assert sorted(answer["ids"]) == fits, request
        assert answer["exact"] and answer["total"] == len(fits)
    page.close()


@in_chromium
def test_the_way_to_the_text_leaves_the_question(reader: Reader) -> None:
    page = find(reader, "小哥")
    page.evaluate("location.hash = '#main'")
    page.wait_for_timeout(200)
    assert total(page) == "4" and page.input_value("#q") == "小哥"


def test_what_was_packed_for_a_stick_opens_by_double_click(browser: Browser, tmp_path: Path) -> None:
    place = Place(ROOT / "content", ROOT / "theme", tmp_path / "site")
    with ZipFile(packed(place, Wish("zip", "usb")).where) as archive:
        archive.extractall(tmp_path / "U 盘 #1")
    (folder,) = (tmp_path / "U 盘 #1").iterdir()
    one = Reader(browser.new_context(), folder.as_uri() + "/", "mouse")
    one.open("index.html")
    page = one.page
    page.fill("#seek input", "小哥学院")
    page.press("#seek input", "Enter")
    page.locator(DONE).wait_for(state="attached")
    assert total(page) == "1" and page.locator("#results .snippet mark").first.inner_text() == "小哥学院"
    ask(page, "總工會")
    expect(page.locator("#count")).to_have_text("共 29 篇")
    page.click("#results li a")
    page.wait_for_url("**/articles/**")
    assert page.locator("mark").count() > 0
    assert one.console == one.strangers == []
    page.context.close()
