import re
from dataclasses import replace

import pytest

from jianbao.problems import Stop
from jianbao.render.compiling import Quick
from jianbao.render.editions import ALONE
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


class _Unusable(Exception):
    """A template was compiled."""


def _never(*_args, **_options):
    raise _Unusable


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A theme folder of one template, and what it says; what was compiled of it may be kept."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "templates").mkdir()
    template = tmp_path / "templates" / "a.html"

    def said(source, edition=ALONE):
        template.write_text(source, "utf-8")
        return load(tmp_path).render("a.html", "x.html", 7, edition).decode()

    return tmp_path, said


def test_what_was_compiled_is_not_compiled_again(kept, monkeypatch):
    _, said = kept
    assert said("{{ view }}!") == "7!"
    monkeypatch.setattr(Quick, "_generate", _never)
    assert said("{{ view }}!") == "7!"
    with pytest.raises(_Unusable):
        said("{{ view }}?")


@pytest.mark.parametrize("change", [lambda held: held[:-1], lambda held: held[:40] + b"\0" + held[41:], lambda _: b""])
def test_a_kept_template_that_is_not_whole_is_compiled_anew(kept, change):
    folder, said = kept
    said("{{ view }}!")
    (file,) = (folder / "__pycache__").iterdir()
    whole = file.read_bytes()
    file.write_bytes(change(whole))
    assert said("{{ view }}!") == "7!"
    assert file.read_bytes() == whole


def test_code_of_another_program_is_not_run(kept, monkeypatch):
    """A release may compile the same template to other code."""
    _, said = kept
    said("{{ view }}!")
    monkeypatch.setattr(Theme, "_program", "another")
    monkeypatch.setattr(Quick, "_generate", _never)
    with pytest.raises(_Unusable):
        said("{{ view }}!")


def test_each_language_keeps_its_own(kept):
    folder, said = kept
    english = replace(ALONE, language="en")
    assert [said("{{ view }}!", one) for one in (ALONE, english, ALONE)] == ["7!"] * 3
    assert len(list((folder / "__pycache__").iterdir())) == 2


def test_a_theme_that_cannot_be_written_to_is_compiled_each_time(kept):
    folder, said = kept
    (folder / "__pycache__").write_text("somebody's")
    assert said("{{ view }}!") == "7!"
    assert (folder / "__pycache__").read_text() == "somebody's"


def test_nothing_is_kept_where_python_keeps_no_code(kept, monkeypatch):
    folder, said = kept
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert said("{{ view }}!") == "7!"
    assert not (folder / "__pycache__").exists()
