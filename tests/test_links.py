import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao import links
from jianbao.problems import Stop

ADDRESS = re.compile(r"[a-z0-9_-][a-z0-9._/-]*\.html")


@given(st.text(max_size=300))
def test_any_id_gives_a_portable_address(text):
    for path in (links.article(text), links.page(text), links.tag(text), links.region(text)):
        assert ADDRESS.fullmatch(path) and ".." not in path and "//" not in path
        assert len(path) <= 180 and all(0 < len(part) <= 100 for part in path.split("/"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_names_that_differ_in_more_than_case_stay_apart(one, other):
    same = links.name(one) == links.name(other)
    assert not same or links.short_hash(one.lower()) == links.short_hash(other.lower())


PATHS = ["index.html", "dates/index.html", "dates/2021/12/08.html", "articles/a/7.html", "articles/b/7.html"]


@pytest.mark.parametrize("start", PATHS)
@pytest.mark.parametrize("end", PATHS)
def test_relative_leads_there(start, end):
    way = links.relative(start, end)
    assert not way.startswith("/") and way.endswith(".html")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(start), way)) == end


@pytest.mark.parametrize("name", ["con", "nul.txt", "LPT1", "a.", ".a", "a..b", "报", "", "a b", "x" * 61])
def test_names_that_some_system_refuses_get_a_hash(name):
    assert links.name(name).endswith(links.short_hash(name))


def test_terms_that_share_a_slug_do_not_depend_on_who_came_first():
    pairs = [("李伟", "li-wei"), ("李炜", "li-wei"), ("李巍", "li-wei")]
    assert links.distinct(pairs) == links.distinct(pairs[::-1])
    assert len(set(links.distinct(pairs).values())) == 3


def test_two_pages_on_one_address_stop_and_both_are_named():
    register = links.Register()
    register.claim("articles/a/7.html", "a-7")
    with pytest.raises(Stop, match=r"a-7 and A-7 .* articles/a/7\.html"):
        register.claim("articles/a/7.html", "A-7")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        " data:text/html,x",
        "vbscript:x",
        "//evil",
        "https://a b",
        "java\nscript:x",
        "file:///etc/passwd",
        "/x",
        "",
    ],
)
def test_only_plain_schemes_lead_outside(address):
    assert links.outside(address) == ""


def test_web_and_mail_addresses_lead_outside():
    assert links.outside("https://example.org/a") == "https://example.org/a"
    assert links.outside("mailto:a@b.cn") == "mailto:a@b.cn"
