"""archive.yaml: defaults, and what is wrong with it."""

from pathlib import Path

import pytest

from jianbao import settings
from jianbao.settings import Newspaper


def loaded(folder: Path, text: str) -> tuple[settings.Settings, list[str]]:
    (folder / "archive.yaml").write_text(text, "utf-8")
    found, problems = settings.load(folder)
    return found, [f"{problem.line}: {problem.what}" for problem in problems]


def test_only_the_title_is_asked_for(tmp_path: Path) -> None:
    found, wrong = loaded(tmp_path, "title: 试\n")
    assert (found.title, found.language, found.newspapers, wrong) == ("试", "zh-Hans", (), [])


def test_newspapers_have_homes_or_are_national(tmp_path: Path) -> None:
    found, wrong = loaded(tmp_path, "title: 试\nnewspapers:\n- {name: 甲, home: 浙江省}\n- {name: 乙}\n- 丙\n")
    assert found.newspapers == (Newspaper("甲", "浙江省"), Newspaper("乙"), Newspaper("丙")) and wrong == []
    assert (found.home_of("甲"), found.home_of("乙"), found.home_of("丁")) == ("浙江省", "", "")


@pytest.mark.parametrize(
    ("given", "interface"),
    [
        ("[zh-Hans, zh-Hant, en]", ("zh-Hans", "zh-Hant", "en")),
        ("en", ("en",)),
        ("[en, EN, zh-Hans]", ("en", "zh-Hans")),
        ("[]", ("zh-Hans",)),
        ("[en, ../up]", ("en",)),
    ],
)
def test_the_interface_speaks_one_or_more_languages(tmp_path: Path, given: str, interface: tuple[str, ...]) -> None:
    assert loaded(tmp_path, f"title: 试\ninterface: {given}\n")[0].interface == interface


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title: 试\ninterface: [articles]", "2: Not a language of the interface: 'articles'."),
        ("titel: 试", '1: The key "titel" is not known.'),
        ("title: 试\nnewspapers: [{nam: 甲}]", "2: Not a newspaper: {'nam': '甲'}."),
        ("title: [试]", '1: "title" must be a text.'),
        ("title: 'x", "1: Not valid YAML"),
        ("title: 试\nreport: javascript:alert(1)", "2: No mistake can be reported to 'javascript:alert(1)'."),
        ("title: 试\nreport: 编辑部", "2: No mistake can be reported to '编辑部'."),
        ("title: 试\nreport: [a@b.cn]", "2: No mistake can be reported to ['a@b.cn']."),
        ("- 试", "1: archive.yaml has no keys."),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, what: str) -> None:
    found, wrong = loaded(tmp_path, text)
    assert any(one.startswith(what) for one in wrong) and found.title


def test_no_file_is_told(tmp_path: Path) -> None:
    assert [problem.remedy for problem in settings.load(tmp_path)[1]] == ["Write one with `title:` in it."]


@pytest.mark.parametrize(
    "report", ["desk@example.org", "mailto:desk@example.org", "https://example.org/issues/new?x=1"]
)
def test_mistakes_go_to_a_mail_or_web_address(tmp_path: Path, report: str) -> None:
    found, wrong = loaded(tmp_path, f"title: 试\nreport: {report}\n")
    assert (found.report, wrong) == (report, [])
