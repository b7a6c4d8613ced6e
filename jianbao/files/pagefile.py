"""PageFacts and page.md, in both directions: the facts of a whole page with the evidence for them, its furniture, and
what the OCR said twice.

People correct newspaper, date, folio and section here once, and they hold for every article of the page."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from jianbao import edtf, plainyaml
from jianbao.claims import Claim
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
    values["evidence"] = [_plain_claim(one, page_lines) for one in _standing(facts)]
    listed = ("furniture", "repeats", "evidence")
    chunks = [Chunk(key, plainyaml.write(key, value, flow=key in listed)) for key, value in values.items() if value]
    return Document(tuple(chunks), "")


def _standing(facts: PageFacts) -> list[Claim]:
    """Returns the claims that the newspaper and the date of a page rest on; none for what a person wrote."""
    inferred = {"date": facts.date_basis, "newspaper": facts.newspaper_basis}
    told = [one for one in facts.claims if inferred.get(one.about, "cataloguer") != "cataloguer"]
    return [one for one in told if one.weight > 0 and getattr(facts, one.about).startswith(one.value.rstrip("~?%"))]


def _plain_claim(claim: Claim, page_lines: Sequence[int]) -> dict[str, str]:
    lines = ranges.write(claim.lines, page_lines)
    plain = {"about": claim.about, "value": claim.value, "rule": claim.rule, "quote": visible(claim.quote)}
    return {key: text for key, text in (plain | {"lines": lines}).items() if text}


def _plain_repeat(repeat: Repeat) -> dict[str, str]:
    plain = {"line": str(repeat.line), "of": str(repeat.of), "text": visible(repeat.text)}
    return plain if repeat.whole else {**plain, "part": "yes"}


def read(text: str, where: str) -> tuple[PageFacts, list[Problem]]:
    """Returns the facts of page.md and what is wrong with them. Raises Fault when there is no front matter to read."""
    value, lines = front(cut(text))
    problems = [
        Problem(where, lines[key], f'The key "{key}" is not known.', "Take it out.")
        for key in value
        if key not in (*_TEXTS, "furniture", "repeats", "evidence")
    ]
    texts = {key: str(value[key]) for key in _TEXTS if isinstance(value.get(key), str)}
    problems += _check_date(texts, where, lines)
    furniture: list[Furniture] = []
    repeats: list[Repeat] = []
    claims: list[Claim] = []
    for key, make, found in (
        ("furniture", _furniture, furniture),
        ("repeats", _repeat, repeats),
        ("evidence", _claim, claims),
    ):
        for item in value.get(key) or []:
            try:
                found.append(make(item))  # type: ignore[arg-type]
            except (Fault, AttributeError, KeyError, TypeError, ValueError):
                remedy = "Write {role: advert, lines: 3-5, text: …} or {line: 7, of: 5, text: …}."
                problems.append(Problem(where, lines[key], f"{item!r} cannot be read.", remedy))
    facts = dataclasses.replace(PageFacts(texts.pop("page", "")), **texts)  # type: ignore[arg-type]
    held = {"furniture": tuple(furniture), "repeats": tuple(repeats), "claims": tuple(claims)}
    return dataclasses.replace(facts, **held), problems  # type: ignore[arg-type]


def _check_date(texts: dict[str, str], where: str, lines: dict[str, int]) -> list[Problem]:
    try:
        edtf.parse(texts.get("date", ""))
    except Fault as fault:
        del texts["date"]
        return [Problem(where, lines["date"], fault.what, fault.remedy)]
    return []


def _furniture(item: dict[str, str]) -> Furniture:
    return Furniture(str(item["role"]), ranges.read(item["lines"]), str(item.get("text", "")))


def _claim(item: dict[str, str]) -> Claim:
    lines = ranges.read(item.get("lines", ""))
    return Claim(item["about"], str(item["value"]), str(item["rule"]), 1.0, lines, str(item.get("quote", "")))


def _repeat(item: dict[str, str]) -> Repeat:
    return Repeat(int(item["line"]), int(item["of"]), str(item.get("text", "")), item.get("part", "") != "yes")
