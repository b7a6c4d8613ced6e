"""The site in several languages: one view, a tree for each, and no language that changes another's pages."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, NavigableString
from gathered import sheets

from jianbao import links
from jianbao.problems import Stop
from jianbao.publish.publish import publish
from jianbao.render import render
from jianbao.render.editions import Edition, editions
from jianbao.render.theme import Theme
from jianbao.said import listed, say

THREE = ("zh-Hans", "zh-Hant", "en")
HAN = re.compile(r"[\u3400-\u9fff]")
ENGLISH = Edition("en", THREE)


@pytest.fixture(scope="module")
def archive(build, articles):
    return build(*articles, settings=replace(build().settings, interface=THREE))


def made(archive, theme):
    return {sheet.path: sheet.make() for sheet in sheets(archive, theme)}


@pytest.fixture(scope="module")
def site(archive, theme):
    return made(archive, theme)


def soup(content):
    return BeautifulSoup(content, "html.parser")


def test_the_first_language_keeps_the_addresses_and_each_other_has_them_again(site):
    pages = {path for path in site if path.endswith(".html")}
    first = {path for path in pages if not path.startswith(("en/", "zh-hant/"))}
    assert {f"{tree}/{path}" for tree in ("en", "zh-hant") for path in first} == pages - first and "index.html" in first


def test_what_is_no_page_is_there_once(site):
    assert [path for path in site if path.endswith("style.css")] == ["assets/style.css"]


def test_every_link_stays_in_its_language_but_for_the_switch_and_what_is_shared(site):
    for path, content in site.items():
        if not path.startswith("en/"):
            continue
        page = soup(content)
        for switch in page.select(".languages"):
            switch.decompose()
        for element in page.find_all(["a", "link"]):
            there = _resolved(path, element["href"])
            assert there in site or there == links.SUBJECTS or element["href"].startswith("mailto:"), (path, element)
            assert there.startswith("en/") or not there.endswith(".html"), (path, element)


def _resolved(path, address):
    from posixpath import dirname, join, normpath

    target = address.partition("#")[0]
    return normpath(join(dirname(path), target)) if target else path


def test_the_switch_leads_to_the_same_page(site):
    for path in ("articles/003/3.html", "index.html"):
        for tree in ("", "en/", "zh-hant/"):
            page = soup(site[tree + path])
            ways = {a["hreflang"]: _resolved(tree + path, a["href"]) for a in page.select(".languages a")}
            ways[page.html["lang"]] = tree + path
            assert ways == {"zh-Hans": path, "zh-Hant": f"zh-hant/{path}", "en": f"en/{path}"}


def test_an_archive_of_one_language_has_no_switch(build, articles, theme):
    site = made(build(*articles), theme)
    assert not [path for path in site if "en/" in path] and not soup(site["index.html"]).select(".languages")


def test_alternates_are_named_when_the_address_is_known(build, articles, theme, site):
    settings = replace(build().settings, interface=("en", "zh-Hans"), base_url="https://example.org/a/")
    page = soup(made(build(*articles, settings=settings), theme)["zh-hans/articles/003/3.html"])
    assert {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate]")} == {
        "en": "https://example.org/a/articles/003/3.html",
        "zh-Hans": "https://example.org/a/zh-hans/articles/003/3.html",
    }
    assert not soup(site["index.html"]).select("link[rel=alternate]")


def test_english_pages_mark_all_that_is_chinese(site):
    """Whatever stands on an English page in Chinese is of the archive, and says so."""
    for path, content in site.items():
        if path.startswith("en/") and path.endswith(".html"):
            page = soup(content)
            assert page.html["lang"] == "en", path
            page.title.decompose()
            for text in page.find_all(string=HAN.search):
                assert not isinstance(text, NavigableString) or text.find_parent(lang=True)["lang"] != "en", (
                    path,
                    text,
                )


def test_one_language_marks_nothing_within_itself(build, articles, theme):
    page = soup(made(build(*articles), theme)["tags/index.html"])
    assert not page.select("body [lang]")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("en/index.html", "3 articles"),
        ("en/articles/003/3.html", "December 2021"),
        ("en/articles/003/11.html", "8 December 2021 Wednesday"),
        ("en/dates/2021/12/index.html", "Day unknown"),
        ("en/authors/index.html", "1 author"),
        ("en/pages/003.html", "Page 3"),
        ("zh-hant/articles/003/3.html", "體裁"),
        ("zh-hant/dates/2021/12/08.html", "2021年12月8日"),
        ("zh-hant/index.html", "文章 3 篇"),
    ],
)
def test_a_page_speaks_its_language(site, path, words):
    assert words in re.sub(r"\s+", " ", soup(site[path]).get_text())


def test_the_default_language_is_published_last(archive):
    assert [edition.language for edition in editions(archive.settings)] == ["en", "zh-Hant", "zh-Hans"]


CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "%s"\nmsgstr "%s"\n'


def spoken(view, message="共 %(num)s 篇", said="%(num)s in all", template="{{ view }}"):
    theme = Theme({"a.html": template}, {}, catalogues={"en": CATALOGUE % (message, said)})
    return theme.render("a.html", "x.html", view, ENGLISH).decode()


def test_what_python_says_is_said_anew_with_all_within():
    assert spoken(say("共 %(num)s 篇", num=say("共 %(num)s 篇", num=3))) == "3 in all in all"


def test_a_missing_translation_is_said_in_the_source():
    assert spoken(say("别的")) == "别的"


def test_a_fuzzy_translation_is_none():
    theme = Theme(
        {"a.html": '{{ _("甲") }}'},
        {},
        catalogues={"en": (CATALOGUE % ("甲", "A")).replace('msgid "甲"', '#, fuzzy\nmsgid "甲"')},
    )
    assert theme.render("a.html", "x.html", None, ENGLISH) == "甲".encode()


def test_values_are_escaped_and_catalogues_of_a_theme_are_trusted():
    template = '{{ _("共 %(num)s 篇", num=view) }}|{% trans num=view %}共 {{ num }} 篇{% endtrans %}'
    assert spoken("<b>", template=template) == "&lt;b&gt; in all|&lt;b&gt; in all"


def test_a_text_of_the_archive_within_a_said_one_is_marked_and_escaped():
    said = say("共 %(num)s 篇", num="<甲>")
    assert spoken(said, template="{{ view|content }}") == '<span lang="zh-Hans">&lt;甲&gt;</span> in all'


@pytest.mark.parametrize("said", ["%(count)s in all", "%(num)d in all"])
def test_a_translation_that_does_not_fit_stops_with_the_template(said):
    with pytest.raises(Stop) as stop:
        spoken("x", said=said, template='\n{{ _("共 %(num)s 篇", num=view) }}')
    assert (stop.value.problem.where, stop.value.problem.line) == ("theme/templates/a.html", 2)


def test_a_catalogue_that_does_not_parse_stops_with_its_file():
    theme = Theme({"a.html": ""}, {}, catalogues={"en": 'nonsense "甲"'})
    with pytest.raises(Stop) as stop:
        theme.render("a.html", "x.html", None, ENGLISH)
    assert stop.value.problem.where == "theme/locale/en/LC_MESSAGES/jianbao.po"


def test_a_language_without_a_catalogue_is_the_source_in_a_tree_of_its_own():
    theme = Theme({"a.html": '{{ _("甲") }} {{ language }} {{ link("about.html") }} {{ link("assets/a.css") }}'}, {})
    page = theme.render("a.html", "pages/1.html", None, Edition("fr", ("en", "fr")))
    assert page.decode() == "甲 fr ../about.html ../../assets/a.css"


def marks(archive, theme):
    return {sheet.path: sheet.mark for sheet in sheets(archive, theme)}


def test_a_changed_catalogue_makes_the_pages_of_its_language_anew_and_no_other(archive, theme):
    changed = theme.catalogues["en"].replace("Latest issues", "Issues of late")
    other = Theme(theme.templates, theme.assets, catalogues={**theme.catalogues, "en": changed})
    before, after = marks(archive, theme), marks(archive, other)
    assert {path for path in before if before[path] != after[path]} == {
        path for path in before if path.startswith("en/")
    }


def test_a_text_that_reads_alike_but_is_said_otherwise_is_another_view():
    assert repr(say("%(first)s、%(last)s", first="甲", last="乙")) != repr("甲、乙") != repr(say("甲、乙"))


def test_a_list_of_thousands_is_not_deep(theme):
    theme = Theme({"a.html": "{{ view|content }}"}, {}, catalogues=theme.catalogues)
    said = theme.render("a.html", "x.html", listed(str(no) for no in range(3000)), ENGLISH).decode()
    assert said.startswith("0, 1, 2") and said.endswith("2998, 2999")


def test_a_language_taken_away_leaves_nothing_behind(build, articles, archive, theme, tmp_path):
    publish(tmp_path, render.units(archive, theme))
    done = publish(tmp_path, render.units(build(*articles), theme))
    assert done.removed and not (tmp_path / "en").exists() and not (tmp_path / "zh-hant").exists()
    assert publish(tmp_path, render.units(build(*articles), theme)).made == 0
