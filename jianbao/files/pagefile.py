"""PageFacts and page.md, in both directions: the facts of a whole page with the evidence for them, its furniture,
what the OCR said twice, and its lines that stand in an article of another page.

People correct newspaper, date, folio and section here once, and they hold for every article of the page. What they
decide about its lines stands here too and is read by `decisions`, which needs the page."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from jianbao import edtf, plainyaml
from jianbao.claims import Claim
from jianbao.files import ranges
from jianbao.files.article import front
from jianbao.files.document import Chunk, Document, cut, made_of
from jianbao.files.markdown import visible
from jianbao.model import Elsewhere, Furniture, PageFacts, Repeat
from jianbao.problems import Fault, Problem

Item = TypeVar("Item")
CORRECTABLE = ("newspaper", "date", "folio", "section")
DECIDED = ("articles", "roles", "joins")  # what only people write, about lines: see `decisions`
_TEXTS = ("page", "encoding", "newspaper", "newspaper_basis", "date", "date_basis", "folio", "section")
_LISTS = ("furniture", "repeats", "elsewhere", "evidence")


def document(facts: PageFacts, page_lines: Sequence[int] = ()) -> Document:
    """Returns the document of page.md."""
    values: dict[str, Any] = {key: getattr(facts, key) for key in _TEXTS}
    values["furniture"] = [
        {"role": one.role, "lines": ranges.write(one.lines, page_lines), "text": visible(one.text)}
        for one in facts.furniture
    ]
    values["repeats"] = [_plain_repeat(one) for one in facts.repeats]
    values["elsewhere"] = [
        {"lines": ranges.write(one.lines, page_lines), "article": one.article} for one in facts.elsewhere
    ]
    values["evidence"] = [_plain_claim(one, page_lines) for one in _standing(facts)]
    chunks = [Chunk(key, plainyaml.write(key, value, flow=key in _LISTS)) for key, value in values.items() if value]
    return made_of(chunks, "")


def _standing(facts: PageFacts) -> list[Claim]:
    """Returns the claims that the newspaper and the date of a page rest on; none for what a person wrote."""
    inferred = {"date": facts.date_basis, "newspaper": facts.newspaper_basis}
    told = [one for one in facts.claims if inferred.get(one.about, "cataloguer") != "cataloguer"]
    return [one for one in told if one.weight > 0 and _bears(one.value, getattr(facts, one.about))]


def _bears(claimed: str, value: str) -> bool:
    """Whether a claim is for a value: its beginning, or bounds that hold it (2021-10/..)."""
    return value.startswith(claimed.rstrip("~?%")) or "/" in claimed


def _plain_claim(claim: Claim, page_lines: Sequence[int]) -> dict[str, str]:
    lines = ranges.write(claim.lines, page_lines)
    plain = {"about": claim.about, "value": claim.value, "rule": claim.rule, "quote": visible(claim.quote)}
    return {key: text for key, text in (plain | {"lines": lines}).items() if text}


def _plain_repeat(repeat: Repeat) -> dict[str, str]:
    plain = {"line": str(repeat.line), "of": str(repeat.of), "text": visible(repeat.text)}
    return plain if repeat.whole else {**plain, "part": "yes"}


def read(text: str, where: str) -> tuple[PageFacts, list[Problem]]:
    """Returns the facts of page.md and what is wrong with them; a value that cannot be read is left out. Raises Fault
    when there is no front matter to read."""
    document = cut(text)
    value, lines = front(document)
    reader = _Reader(where, lines)
    texts = {key: reader.text(key, value.get(key, "")) for key in _TEXTS}
    facts = PageFacts(
        **texts,
        furniture=tuple(reader.items("furniture", value.get("furniture", ""), _furniture)),
        repeats=tuple(reader.items("repeats", value.get("repeats", ""), _repeat)),
        elsewhere=tuple(reader.items("elsewhere", value.get("elsewhere", ""), _elsewhere)),
        claims=tuple(reader.items("evidence", value.get("evidence", ""), _claim)),
        decided=any(value.get(key) for key in DECIDED),
    )
    for key in value:
        if key not in (*_TEXTS, *_LISTS, *DECIDED):
            reader.wrong(key, f'The key "{key}" is not known.', "Take it out.")
    return facts, reader.problems


def key_lines(document: Document) -> dict[str, int]:
    """Returns the line of each key in the file."""
    return front(document)[1]


class _Reader:
    """Turns values into fields of a page, and collects what is wrong."""

    def __init__(self, where: str, lines: dict[str, int]) -> None:
        self.where, self.lines = where, lines
        self.problems: list[Problem] = []

    def wrong(self, key: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.where, self.lines.get(key, 1), what, remedy))

    def text(self, key: str, given: Any) -> str:
        if not isinstance(given, str):
            self.wrong(key, f'"{key}" must be a text.', "Write it on one line.")
            return ""
        if key == "date":
            try:
                edtf.parse(given)
            except Fault as fault:
                self.wrong(key, fault.what, fault.remedy)
                return ""
        return given.strip()

    def items(self, key: str, given: Any, make: Callable[[dict[str, str]], Item]) -> list[Item]:
        if given and not isinstance(given, list):
            self.wrong(key, f'"{key}" must be a list.', "Write each item on a line of its own after a hyphen.")
            return []
        found = []
        for item in given or ():
            try:
                found.append(make(item))
            except (Fault, AttributeError, KeyError, TypeError, ValueError):
                remedy = "Write {role: advert, lines: 3-5, text: …} or {line: 7, of: 5, text: …}."
                self.wrong(key, f"{item!r} cannot be read.", remedy)
        return found


def _furniture(item: dict[str, str]) -> Furniture:
    return Furniture(str(item["role"]), ranges.read(item["lines"]), str(item.get("text", "")))


def _elsewhere(item: dict[str, str]) -> Elsewhere:
    return Elsewhere(ranges.read(item["lines"]), str(item["article"]))


def _claim(item: dict[str, str]) -> Claim:
    lines = ranges.read(item.get("lines", ""))
    return Claim(item["about"], str(item["value"]), str(item["rule"]), 1.0, lines, str(item.get("quote", "")))


def _repeat(item: dict[str, str]) -> Repeat:
    return Repeat(int(item["line"]), int(item["of"]), str(item.get("text", "")), item.get("part", "") != "yes")
