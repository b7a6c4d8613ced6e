import re

import pytest

from jianbao.problems import Stop
from jianbao.render.theme import Theme, load, worded
from jianbao.render.wording import Wording

PARTS = {
    "a.html": '{% extends "frame.html" %}{% from "m.html" import m %}',
    "frame.html": "F",
    "m.html": "{% macro m() %}{% endmacro %}",
    "other.html": "O",
}


def themed(**sources):
    return Theme({f"{name}.html": text for name, text in sources.items()}, {})


def test_text_is_escaped_in_text_and_attributes():
    html = themed(a='<p title="{{ view }}">{{ view }}</p>').render("a.html", "x.html", '"><script>').decode()
    assert html == '<p title="&#34;&gt;&lt;script&gt;">&#34;&gt;&lt;script&gt;</p>'


def test_an_attribute_without_quotation_marks_holds_no_words_of_the_archive(theme):
    """A blank in one would end it: what follows would be attributes of its own."""
    ours = re.compile(r"link\(|(?:root|tongue|section|way|where|entry\.(?:weight|path))\b")
    bare = re.compile(r"""\s[a-z-]+=([^"'\s<>]*?\{\{.*?\}\}[^"'\s<>]*)(?=[\s>])""")
    for name, source in theme.templates.items():
        for value in bare.findall(source):
            assert all(ours.match(words) for words in re.findall(r"\{\{ (.*?) \}\}", value)), (name, value)


def test_words_that_never_change_are_said_when_a_template_is_loaded():
    source = '  <b>{{ _("日期") }}</b> {{ pgettext("of a piece", "作者") }} {{ _("第%(no)s版", no=view) }}'
    said = worded(source, Wording("zh-Hans", "zh-Hans"))
    assert said == '<b>日期</b> 作者 {{ _("第%(no)s版", no=view) }}'


def test_an_undefined_name_stops_with_template_and_line():
    with pytest.raises(Stop) as stop:
        themed(a="\n\n{{ vieww.title }}").render("a.html", "x.html", None)
    assert (stop.value.problem.where, stop.value.problem.line) == ("theme/templates/a.html", 3)


def test_an_error_in_an_included_template_names_that_one():
    with pytest.raises(Stop) as stop:
        themed(a='{% include "b.html" %}', b="\n{{ view.no }}").render("a.html", "x.html", 1)
    assert (stop.value.problem.where, stop.value.problem.line) == ("theme/templates/b.html", 2)


def test_a_template_that_does_not_parse_stops_with_its_line():
    with pytest.raises(Stop) as stop:
        themed(a="\n{% if %}").render("a.html", "x.html", None)
    assert stop.value.problem.line == 2


@pytest.mark.parametrize("changed", ["a.html", "frame.html", "m.html"])
def test_mark_follows_everything_a_template_names(changed):
    assert Theme(PARTS, {}).mark("a.html") != Theme({**PARTS, changed: PARTS[changed] + " "}, {}).mark("a.html")


def test_mark_does_not_follow_other_templates():
    assert Theme(PARTS, {}).mark("a.html") == Theme({**PARTS, "other.html": "x"}, {}).mark("a.html")


def test_links_are_relative_to_the_page():
    assert themed(a='{{ link("about.html") }}').render("a.html", "dates/2021/index.html", None) == b"../../about.html"


def test_a_folder_without_templates_is_no_theme(tmp_path):
    with pytest.raises(Stop, match=r"no templates"):
        load(tmp_path)


def test_our_own_templates_name_only_templates_that_are_there(theme):
    for template in theme.templates:
        assert theme.mark(template)


def test_the_stylesheet_fetches_nothing_and_is_small(theme):
    style = theme.assets["style.css"].decode()
    assert "url(" not in style and "@import" not in style and len(style.encode()) < 40_000


def test_mark_follows_the_program(monkeypatch):
    before = Theme(PARTS, {}).mark("a.html")
    monkeypatch.setattr("jianbao.render.theme.__version__", "999")
    assert Theme(PARTS, {}).mark("a.html") != before
