from urllib.parse import parse_qs, urlsplit

import pytest

from jianbao.render.reporting import reporting, subject


@pytest.mark.parametrize(
    ("report", "start", "asked"),
    [
        ("desk@example.org", "mailto:desk@example.org?", {"subject": ["题"], "body": ["文"]}),
        (
            "mailto:desk@example.org?cc=b@example.org",
            "mailto:desk@example.org?cc=",
            {"subject": ["题"], "body": ["文"]},
        ),
        ("mailto:desk@example.org?subject=Desk", "mailto:desk@example.org?", {"subject": ["Desk"], "body": ["文"]}),
        ("https://example.org/issues/new", "https://example.org/issues/new?", {"title": ["题"], "body": ["文"]}),
        ("https://example.org/new?labels=a", "https://example.org/new?labels=a&", {"title": ["题"], "labels": ["a"]}),
        ("https://example.org/new?", "https://example.org/new?title", {"title": ["题"]}),
        ("https://example.org/form#top", "https://example.org/form?", {"body": ["文"]}),
    ],
)
def test_the_article_is_filled_in(report, start, asked):
    address = reporting(report, "题", "文")
    found = parse_qs(urlsplit(address).query)
    assert address.startswith(start) and {name: found.get(name) for name in asked} == asked


@pytest.mark.parametrize("text", ["a&body=b", "a?b#c", "a\r\nBcc: all@example.org", "50% + 1", "“题”"])
def test_no_text_adds_a_field_of_its_own(text):
    query = urlsplit(reporting("desk@example.org", text, "文")).query
    assert parse_qs(query) == {"subject": [text], "body": ["文"]}


@pytest.mark.parametrize("report", ["", "javascript:alert(1)", "编辑部", "data:text/html,x"])
def test_nothing_leads_where_a_link_may_not(report):
    assert reporting(report, "题", "文") == ""


def test_a_fragment_stays_last():
    assert reporting("https://example.org/form#top", "a", "").endswith("?title=a#top")


def test_a_long_title_is_cut_and_the_id_is_not():
    assert subject("003-3", "题" * 200) == f"《{'题' * 60}…》（003-3）"
