"""An article in a real browser: its lines beside the text, its citations, its print."""

import pytest

COLLEGE = "articles/003_23aa62a2fb1275fd/7.html"


def opened(browser, site, **context):
    page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}).new_page()
    page.goto((site / COLLEGE).as_uri())
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_the_lines_come_beside_the_text_by_key_alone(site, browser, scripts):
    page = opened(browser, site, java_script_enabled=scripts)
    lines = page.locator(".para:has(#p3) .as-printed")
    assert not lines.is_visible()
    page.locator("#source-lines").press("Space")
    assert lines.is_visible() and lines.locator(".no").all_inner_texts() == ["15", "17", "19"]
    text, beside = page.locator("#p3").bounding_box(), lines.bounding_box()
    assert beside["x"] > text["x"] + text["width"] and abs(beside["y"] - text["y"]) < 60
    page.context.close()


def test_on_a_phone_the_lines_stand_under_their_paragraph(site, browser):
    page = opened(browser, site, viewport={"width": 360, "height": 800})
    page.check("#source-lines")
    text, under, after = (page.locator(one).bounding_box() for one in ("#p1", ".para:has(#p1) .as-printed", "#p2"))
    assert text["y"] + text["height"] <= under["y"] and under["y"] + under["height"] <= after["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.context.close()


def test_the_wish_to_see_the_lines_goes_along_to_the_next_piece(site, browser):
    page = opened(browser, site)
    page.check("#source-lines")
    page.click("a[rel=next]")
    assert page.is_checked("#source-lines")
    page.context.close()


def test_a_citation_is_copied_as_its_format_asks(site, browser):
    page = opened(browser, site)
    page.evaluate("navigator.clipboard.writeText = text => { window.taken = text; return Promise.resolve(); }")
    page.click(".citations summary")
    page.click("button[data-copy=cite-ris]")
    assert page.evaluate("taken").startswith("TY  - NEWS\r\nAU  - 曾晨路\r\n")
    assert page.inner_text("button[data-copy=cite-ris]") == page.inner_text("[role=status]") == "已复制"
    page.click("button[data-copy=cite-bibtex]")
    assert page.evaluate("taken").startswith("@article{003_23aa62a2fb1275fd-7,\n  author = {{曾晨路}},\n")
    page.context.close()


def test_without_scripts_citations_open_and_no_button_is_shown(site, browser):
    page = opened(browser, site, java_script_enabled=False)
    page.click(".citations summary")
    assert page.is_visible("#cite-standard") and page.locator("button:visible").count() == 0
    page.context.close()


def test_a_paragraph_has_an_address_that_a_key_reaches(site, browser):
    page = opened(browser, site)
    page.locator("a[href='#p2']").press("Enter")
    assert page.url.endswith("7.html#p2") and page.locator("#p2:target").count() == 1
    page.context.close()


def test_what_is_copied_of_a_paragraph_is_its_words(site, browser):
    page = opened(browser, site)
    copied = page.evaluate("getSelection().selectAllChildren(document.getElementById('p2')) || String(getSelection())")
    assert copied.startswith("为更好地服务") and "¶" not in copied
    page.context.close()


def test_print_is_the_piece_and_its_source_line(site, browser):
    page = opened(browser, site)
    page.check("#source-lines")
    page.emulate_media(media="print")
    assert page.is_visible("#p3") and "《浙江工人日报》2021年12月（推定）" in page.inner_text(".clipping")
    apart = (".switch", ".as-printed >> nth=0", ".joined", ".citations", ".related")
    for gone in (".entrances", ".beside", "#p3 a", *apart):
        assert not page.is_visible(gone), gone
    page.context.close()


def test_what_hides_an_articles_lines_does_not_hide_a_days_of_the_calendar(site, browser):
    page = browser.new_page()
    page.goto((site / "dates/2015/11/index.html").as_uri())
    assert page.locator(".days .printed a").first.is_visible()
    page.close()
