"""Label file and page text to a labelled page: what the page's articles are, by hand.

Takes the text of a label file (format: practice/LABELS.md) and the bytes of its page; gives frozen values or raises
Fault. Opens no file and does not judge the labels beyond their form."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from jianbao import plainyaml
from jianbao.model import Author
from jianbao.problems import Fault
from jianbao.score import region_paths
from jianbao.score.letters import items, letters

_MAX_BYTES = 4 * 1024 * 1024
_REMEDY = "Correct the label file: one YAML file a page, as the manual describes."


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One line with its label. owner: index of its article, None for furniture; text: its letters."""

    no: int
    owner: int | None
    role: str
    raw: str
    text: str

    @property
    def width(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """What a careful cataloguer says of one article. regions: primary first; accepted: other primaries that are right
    too; heads_open: the page does not say which of two heads leads; joins: lines that run on into each other."""

    id: str
    headline: str
    kicker: str
    subhead: str
    authors: tuple[Author, ...]
    regions: tuple[region_paths.Path, ...]
    accepted: tuple[region_paths.Path, ...]
    heads_open: bool
    lines: dict[int, str]
    joins: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page. name: as its text file is called; real: printed so, not composed for a test; at: each line by its
    number; unlabelled: lines of text without a label; beyond: labels without a line."""

    name: str
    language: str
    real: bool
    date: str
    articles: tuple[LabelledArticle, ...]
    lines: tuple[LabelledLine, ...]
    at: dict[int, LabelledLine]
    repeats: tuple[tuple[int, ...], ...]
    unlabelled: tuple[int, ...]
    beyond: tuple[int, ...]

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    @property
    def group(self) -> str:
        """Returns the pages it is counted with: those of its language, printed and composed apart."""
        return ("real " if self.real else "") + (self.language or "zh")


def labelled(text: str, name: str, fetch: Callable[[str], bytes]) -> LabelledPage | None:
    """Returns the page that a label file describes, None for other YAML.

    name: of the label file, whose stem names the page where the labels do not; fetch: gives the page's bytes by the
    name of its text file. Raises Fault for labels or a page that cannot be understood.

    >>> labelled('articles: []', 'd01.yaml', lambda name: b'').name, labelled('subjects: []', 'subjects.yaml', None)
    ('d01.txt', None)
    """
    labels, _ = plainyaml.read(text, _MAX_BYTES)
    if not isinstance(labels, dict) or "articles" not in labels:
        return None
    page = _text(labels, "page") or PurePosixPath(name).stem + ".txt"
    return _page(labels, page, page_text(fetch(page), _text(labels, "encoding")))


def page_text(content: bytes, encoding: str) -> str:
    """Returns the page's text as the labels' author saw it. Raises Fault when it is not in that encoding.

    >>> page_text('工人日报'.encode('gbk'), 'GB2312')
    '工人日报'
    """
    codec = "gb18030" if "gb" in encoding.lower() else "utf-8-sig" if encoding.lower() in ("", "utf-8") else encoding
    try:
        return content.decode(codec).replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError) as error:
        raise Fault(
            f"The page text cannot be read as {encoding or 'utf-8'}: {error}.",
            "Put the right `encoding:` into the label file.",
        ) from None


def _page(labels: dict[str, Any], name: str, text: str) -> LabelledPage:
    raws = text.split("\n")
    articles = tuple(_article(entry) for entry in items(labels["articles"]))
    roles: list[tuple[int, int | None, str]] = [
        (no, index, role) for index, article in enumerate(articles) for no, role in article.lines.items()
    ]
    roles += [(no, None, role) for no, role in _roles(labels, "furniture").items()]
    lines = tuple(_line(no, owner, role, raws) for no, owner, role in roles)
    at = {line.no: line for line in lines}
    return LabelledPage(
        name=name,
        language=_text(labels, "language"),
        real=_flag(labels, "real_page"),
        date=_text(labels, "issue_date") or "XXXX",
        articles=articles,
        lines=lines,
        at=at,
        repeats=tuple(_numbers(entry) for entry in items(labels.get("repeats"))),
        unlabelled=tuple(no for no, raw in enumerate(raws, 1) if raw.strip() and no not in at),
        beyond=tuple(sorted(no for no in at if not 0 < no <= len(raws))),
    )


def _article(entry: Any) -> LabelledArticle:
    if not isinstance(entry, dict):
        raise Fault("An entry of `articles` is no mapping.", _REMEDY)
    people = [person for person in items(entry.get("authors")) if isinstance(person, dict)]
    return LabelledArticle(
        id=_text(entry, "id"),
        headline=_text(entry, "headline"),
        kicker=_text(entry, "kicker"),
        subhead=_text(entry, "subhead"),
        authors=tuple(Author(_text(person, "name"), _text(person, "role")) for person in people),
        regions=region_paths.labelled(entry.get("regions")),
        accepted=region_paths.labelled(entry.get("regions_accept")),
        heads_open=_flag(entry, "heads_open"),
        lines=_roles(entry, "lines"),
        joins=tuple(_join(join) for join in items(entry.get("joins"))),
    )


def _line(no: int, owner: int | None, role: str, raws: list[str]) -> LabelledLine:
    raw = raws[no - 1] if 0 < no <= len(raws) else ""
    return LabelledLine(no, owner, role, raw, letters(raw))


def _roles(entry: dict[str, Any], key: str) -> dict[int, str]:
    roles = entry.get(key) or {}
    if not isinstance(roles, dict) or not all(isinstance(role, str) for role in roles.values()):
        raise Fault(f"`{key}` must be line numbers with a role each.", _REMEDY)
    return dict(sorted((_number(no), role) for no, role in roles.items()))


def _join(join: Any) -> tuple[int, int]:
    if not isinstance(join, list) or len(join) < 2:
        raise Fault("An entry of `joins` is no pair of lines.", _REMEDY)
    return _number(join[0]), _number(join[1])


def _numbers(entry: Any) -> tuple[int, ...]:
    """Returns the lines of a repeat; a remark between them is passed over."""
    return tuple(int(no) for no in items(entry) if isinstance(no, str) and no.isascii() and no.isdigit())


def _number(text: Any) -> int:
    if not isinstance(text, str) or not (text.isascii() and text.isdigit()):
        raise Fault(f'"{text}" is no line number.', _REMEDY)
    return int(text)


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise Fault(f"`{key}` must be a text.", _REMEDY)
    return value


def _flag(entry: dict[str, Any], key: str) -> bool:
    return _text(entry, key).lower() in ("true", "yes", "on")
