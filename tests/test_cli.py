"""The command line: commands, options anywhere, exit codes, one JSON object."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jianbao.cli import main
from jianbao.pipeline import Place


def run(place: Place, *args: str) -> Result:
    folders = ["--content", str(place.content), "--theme", str(place.theme), "--site", str(place.site)]
    return CliRunner().invoke(main, [*args, *folders])


def test_build_is_what_no_command_means(place: Place) -> None:
    result = run(place)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == f"Double-click to read:  {place.site / 'index.html'}"


def test_a_second_build_says_that_nothing_changed(place: Place) -> None:
    run(place)
    assert "nothing changed" in run(place).stdout


def test_options_may_stand_before_the_command(place: Place) -> None:
    result = CliRunner().invoke(main, ["--content", str(place.content), "--site", str(place.site), "--json", "clip"])
    assert json.loads(result.stdout)["written"] == 4


def test_json_is_one_object_and_its_lines_add_up(place: Place) -> None:
    report = json.loads(run(place, "--json").stdout)
    lines = report["lines"]
    assert set(report) >= {"pages", "articles", "made", "kept", "removed", "lines", "problems"}
    assert lines["total"] == lines["article"] + lines["furniture"] + lines["repeat"] == 9


def test_problems_are_told_and_only_strict_fails(place: Place) -> None:
    (place.content / "pages" / "empty.txt").write_bytes(b"")
    assert run(place).exit_code == 0
    strict = run(place, "--strict", "--json")
    assert strict.exit_code == 1
    assert set(json.loads(strict.stdout)["problems"][0]) == {"where", "line", "what", "remedy"}


def test_nothing_to_do_is_exit_code_two(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["render", "--content", str(tmp_path / "nowhere"), "--site", str(tmp_path / "site")]
    )
    assert result.exit_code == 2 and "Nothing was done" in result.stderr


@pytest.mark.parametrize("command", ["build", "clip", "render", "check", "explain", "score", "ask", "pack"])
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0 and "--content" in result.stdout


def test_explain_names_rule_weight_lines_and_quote(place: Place) -> None:
    run(place, "clip")
    lines = run(place, "explain", "p1-5").stdout.splitlines()
    told = lines[lines.index("L7") + 1 :]
    roles = [line.split()[0] for line in told[:3]]
    assert roles[0] == "byline+body" and roles[0] not in roles[1:] and "over the whole page" in told[0]
    lead = next(line for line in told if "opens with a lead" in line)
    assert lead.split()[:2] == ["byline+body", "+24.0"] and "[L7]" in lead and "本报讯" in lead


def test_explain_says_what_a_person_changed(place: Place, file_of: object) -> None:
    run(place, "clip")
    (path,) = (place.content / "articles/p1").glob("*台州*")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: 新"), "utf-8")
    assert run(place, "explain", "p1-5").stdout.startswith("by a person: title\n")


def test_explain_of_a_page_tells_its_date(place: Place) -> None:
    assert "2021-12-08" in run(place, "explain", "p1").stdout


def test_explain_of_nothing_is_told(place: Place) -> None:
    assert run(place, "explain", "p9-1").exit_code == 2


def test_check_lists_what_to_look_at(place: Place) -> None:
    run(place)
    (path,) = (place.content / "articles/p1").glob("*台州*")
    text = path.read_text("utf-8").replace(
        "---\n\n", "tags: [无此主题]\nregions: [浙江省/无此市]\nreview: [存疑]\n---\n\n", 1
    )
    path.write_text(
        text.replace("regions:\n- 浙江省/台州市/黄岩区\n", "").replace("regions:\n- 浙江省/台州市\n", ""), "utf-8"
    )
    result = run(place, "check")
    assert result.exit_code == 1


def test_ask_gives_one_json_object() -> None:
    result = CliRunner().invoke(main, ["ask", "byline", "本报讯 记者曾晨路报道 近日"])
    assert json.loads(result.stdout)["value"] == "记者曾晨路"


def test_score_prints_the_figures(place: Place, root: Path) -> None:
    args = ["score", str(root / "tests/labels/002.yaml"), "--content", str(root / "content"), "--json"]
    overall = json.loads(CliRunner().invoke(main, args).stdout)["overall"]
    assert (overall["articles_found"], overall["headline_exact"], overall["text_lost"]) == (100.0, 100.0, 0.0)


def test_the_value_of_an_option_before_the_command_is_no_command(place: Place) -> None:
    result = CliRunner().invoke(main, ["--only", "p*", "--content", str(place.content), "clip"])
    assert result.exit_code == 0 and "Markdown files written: 4." in result.stdout


def test_clip_says_nothing_of_a_site(place: Place) -> None:
    told = run(place, "clip").stdout
    assert "Site" not in told and "articles" not in told and not place.site.exists()
