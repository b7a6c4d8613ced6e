"""content/archive.yaml to Settings.

Only `title` is asked for; every other key has a default. A key that is not known is a Problem with the nearest known
one, never silently ignored. A missing file is a Problem too, and the archive is built with defaults."""

import difflib
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from jianbao import links, plainyaml
from jianbao.problems import Fault, Problem
from jianbao.said import SOURCE

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Newspaper:
    """A newspaper of the archive. home: the region it is published for, as a path; '' for a national paper."""

    name: str
    home: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What archive.yaml says. language: of the texts; interface: of the pages around them, the first keeps the
    addresses, each other one has a tree of its own; note: one line under the archive's name; rights: who owns the
    texts; report: for mistakes, a mail address or that of an issue tracker or form, as links.outside takes it."""

    title: str = "剪报"
    note: str = ""
    about: str = ""
    rights: str = ""
    report: str = ""
    language: str = SOURCE
    interface: tuple[str, ...] = (SOURCE,)
    base_url: str = ""
    newspapers: tuple[Newspaper, ...] = ()

    def home_of(self, newspaper: str) -> str:
        """Returns the home region of a newspaper, '' when it has none or is not listed."""
        return next((paper.home for paper in self.newspapers if paper.name == newspaper), "")


def load(content: Path) -> tuple[Settings, list[Problem]]:
    """Returns the settings of a content folder and what is wrong with them."""
    path = content / "archive.yaml"
    if not path.is_file():
        return Settings(), [Problem("archive.yaml", 0, "There is no archive.yaml.", "Write one with `title:` in it.")]
    try:
        value, key_lines = plainyaml.read(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Settings(), [Problem("archive.yaml", 0, "archive.yaml is not UTF-8.", "Save it as UTF-8.")]
    except Fault as fault:
        return Settings(), [fault.problem("archive.yaml")]
    if not isinstance(value, dict):
        return Settings(), [Problem("archive.yaml", 1, "archive.yaml has no keys.", "Write `title: …` on a line.")]
    return _settings(value, key_lines)


def _settings(value: dict[str, Any], key_lines: dict[str, int]) -> tuple[Settings, list[Problem]]:
    problems: list[Problem] = []
    known = {field.name: field for field in fields(Settings)}
    taken: dict[str, Any] = {}
    for key, given in value.items():
        line = key_lines[key]
        if key not in known:
            problems.append(Problem("archive.yaml", line, f'The key "{key}" is not known.', _nearest(key, known)))
        elif key == "newspapers":
            taken[key], wrong = _newspapers(given, line)
            problems += wrong
        elif key == "interface":
            taken[key], wrong = _languages(given, line)
            problems += wrong
        elif key == "report" and not (isinstance(given, str) and (links.outside(given) or not given)):
            remedy = "Write a mail address, or one that begins with https://."
            problems.append(Problem("archive.yaml", line, f"No mistake can be reported to {given!r}.", remedy))
        elif isinstance(given, str):
            taken[key] = given
        else:
            problems.append(Problem("archive.yaml", line, f'"{key}" must be a text.', "Write it on one line."))
    if not taken.get("title"):
        problems.append(Problem("archive.yaml", 0, "The archive has no title.", "Write `title: …`."))
        taken.pop("title", None)
    return Settings(**taken), problems


def _nearest(key: str, known: dict[str, Any]) -> str:
    close = difflib.get_close_matches(key, known, 1, 0.5)
    return f'Did you mean "{close[0]}"?' if close else f"Known keys: {', '.join(known)}."


def _languages(given: Any, line: int) -> tuple[tuple[str, ...], list[Problem]]:
    languages, problems = dict[str, str](), []
    for one in given if isinstance(given, list) else [given]:
        if isinstance(one, str) and _LANGUAGE.fullmatch(one):
            languages.setdefault(one.lower(), one)  # en and EN would be one folder
        else:
            remedy = "Write language tags: [zh-Hans, zh-Hant, en]."
            problems.append(Problem("archive.yaml", line, f"Not a language of the interface: {one!r}.", remedy))
    return tuple(languages.values()) or (SOURCE,), problems


def _newspapers(given: Any, line: int) -> tuple[tuple[Newspaper, ...], list[Problem]]:
    papers, problems = [], []
    for item in given if isinstance(given, list) else [given]:
        if isinstance(item, str) and item:
            papers.append(Newspaper(item))
        elif isinstance(item, dict) and isinstance(item.get("name"), str) and set(item) <= {"name", "home"}:
            papers.append(Newspaper(item["name"], str(item.get("home", ""))))
        else:
            problems.append(Problem("archive.yaml", line, f"Not a newspaper: {item!r}.", "Write {name: …, home: …}."))
    return tuple(papers), problems
