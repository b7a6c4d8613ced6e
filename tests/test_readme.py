"""What the manuals say is true: commands and options exist, both ways."""

import re
from pathlib import Path

import click

from jianbao.cli import main

ROOT = Path(__file__).parent.parent
MANUALS = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]


def words() -> str:
    return "\n".join(path.read_text("utf-8") for path in MANUALS)


def commands() -> dict[str, click.Command]:
    return dict(main.commands)


def test_every_command_in_the_manuals_exists() -> None:
    named = set(re.findall(r"build\.py ([a-z]+)\b", words())) - {"alone"}
    assert named <= set(commands()), named - set(commands())


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"build.py {name}" in readme for name in commands() if name != "build")


def test_every_option_stands_in_the_manuals_and_the_other_way_round() -> None:
    options = {
        opt for command in commands().values() for param in command.params for opt in param.opts if opt[:2] == "--"
    }
    ours = re.sub(r"`(?:dask|npx) [^`]*`", "", words())  # other programs have options of their own
    named = set(re.findall(r"(?<![\w-])(--[a-z]+)\b", ours))
    assert options - {"--pages", "--home", "--year"} <= named and named <= options | {"--help", "--version"}


def test_both_commands_are_on_the_first_screen() -> None:
    first = "\n".join((ROOT / "README.md").read_text("utf-8").splitlines()[:20])
    assert "python -m pip install -e . && python build.py" in first
    assert "python -m pip install -e '.[test]' && python -m pytest" in first


def test_every_link_between_the_manuals_leads_somewhere() -> None:
    for path in MANUALS:
        for target in re.findall(r"\]\((?!http)([^)#]+)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
