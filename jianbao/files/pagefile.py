"""PageFacts and page.md, in both directions: the facts of a whole page, its furniture, and what the OCR said twice.

People correct newspaper, date, folio and section here once, and they hold for every article of the page."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from jianbao import edtf, plainyaml
from jianbao.files import ranges
from jianbao.files.article import front
from jianbao.files.document import Chunk, Document, cut
from jianbao.files.markdown import visible
from jianbao.model import Furniture, PageFacts, Repeat
from jianbao.problems import Fault, Problem

CORRECTABLE = ("newspaper", "date", "folio", "section")
_TEXTS = ("page", "encoding", "newspaper", "newspaper_basis", "date", "date_basis", "folio", "section")


def document(facts: PageFacts, page_lines: Sequence[int] = ()) -> Document:
    """Returns the document of page.md."""
    values: dict[str, Any] = {key: getattr(facts, key) for key in _TEXTS}
    values["furniture"] = [
        {"role": one.role, "lines": ranges.write(one.lines, page_lines), "text": visible(one.text)}
        for one in facts.furniture
    ]
    values["repeats"] = [_plain_repeat(one) for one in facts.repeats]
    listed = ("furniture", "repeats")
    chunks = [Chunk(key, plainyaml.write(key, value, flow=key in listed)) for key, value in values.items() if value]
    return Document(tuple(chunks), "")


def _plain_repeat(repeat: Repeat) -> dict[str, str]:
    plain = {"line": str(repeat.line), "of": str(repeat.of), "text": visible(repeat.text)}
    return plain if repeat.whole else {**plain, "part": "yes"}


def read(text: str, where: str) -> tuple[PageFacts, list[Problem]]:
    """Returns the facts of page.md and what is wrong with them. Raises Fault when there is no front matter to read."""
    value, lines = front(cut(text))
    problems = [
        Problem(where, lines[key], f'The key "{key}" is not known.', "Take it out.")
        for key in value
        if key not in (*_TEXTS, "furniture", "repeats")
    ]
    texts = {key: str(value[key]) for key in _TEXTS if isinstance(value.get(key), str)}
    problems += _check_date(texts, where, lines)
    furniture: list[Furniture] = []
    repeats: list[Repeat] = []
    for key, make, found in (("furniture", _furniture, furniture), ("repeats", _repeat, repeats)):
        for item in value.get(key) or []:
            try:
                found.append(make(item))  # type: ignore[arg-type]
            except (Fault, AttributeError, KeyError, TypeError, ValueError):
                remedy = "Write {role: advert, lines: 3-5, text: …} or {line: 7, of: 5, text: …}."
                problems.append(Problem(where, lines[key], f"{item!r} cannot be read.", remedy))
    facts = dataclasses.replace(PageFacts(texts.pop("page", "")), **texts)  # type: ignore[arg-type]
    return dataclasses.replace(facts, furniture=tuple(furniture), repeats=tuple(repeats)), problems


def _check_date(texts: dict[str, str], where: str, lines: dict[str, int]) -> list[Problem]:
    try:
        edtf.parse(texts.get("date", ""))
    except Fault as fault:
        del texts["date"]
        return [Problem(where, lines["date"], fault.what, fault.remedy)]
    return []


def _furniture(item: dict[str, str]) -> Furniture:
    return Furniture(str(item["role"]), ranges.read(item["lines"]), str(item.get("text", "")))


def _repeat(item: dict[str, str]) -> Repeat:
    return Repeat(int(item["line"]), int(item["of"]), str(item.get("text", "")), item.get("part", "") != "yes")
