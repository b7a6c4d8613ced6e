"""`.written.json`: marks of what the program wrote last into one folder. Both directions.

    {"format": 1, "note": "…", "page": {"date": "5f1c…"},
     "articles": {"<id>": {"file": "007-….md", "lines": "7-23", "chunks": {"title": "91ab…", "body:": "…"}}}}

If it is lost, the program cannot tell its own words from people's, and writes nothing in that folder any more."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from jianbao.files import ranges
from jianbao.problems import Fault

NAME = ".written.json"
_NOTE = "Marks of what jianbao wrote last, so that it never overwrites what people changed. Keep it with the articles."
_LOST = "Bring it back from a copy, or delete this folder's files to have them written anew."


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of one article. file: its name then; lines: of the page; chunks: key to mark."""

    file: str
    lines: tuple[int, ...]
    chunks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one folder: of page.md, and of each article by id."""

    page: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, Written] = field(default_factory=dict)


def write(marks: Marks) -> str:
    """Returns the text of .written.json, always the same for the same marks."""
    articles = {
        key: {"file": one.file, "lines": ranges.write(one.lines), "chunks": dict(sorted(one.chunks.items()))}
        for key, one in sorted(marks.articles.items())
    }
    plain = {"format": 1, "note": _NOTE, "page": dict(sorted(marks.page.items())), "articles": articles}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Marks:
    """Returns the marks that a text holds. Raises Fault when they cannot be trusted."""
    try:
        plain = json.loads(text)
        if plain["format"] != 1:
            raise ValueError("format")
        articles = {
            str(key): Written(str(one["file"]), ranges.read(one["lines"]), _texts(one["chunks"]))
            for key, one in plain["articles"].items()
        }
        return Marks(_texts(plain["page"]), articles)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Fault) as error:
        raise Fault(f"{NAME} cannot be read ({error}); nothing in this folder is written.", _LOST) from None


def lost() -> Fault:
    """Returns the Fault of a folder with articles and no marks."""
    return Fault(f"{NAME} is gone; nothing in this folder is written any more.", _LOST)


def _texts(plain: Mapping[str, object]) -> dict[str, str]:
    return {str(key): str(value) for key, value in plain.items()}
