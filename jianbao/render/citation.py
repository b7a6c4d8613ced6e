"""How an article is cited: GB/T 7714—2015, BibTeX, RIS, plain.

Takes what is known of an article, gives four texts. A date that is not certain is said to be so in each form, by the
means the form has: in brackets (GB/T 7714, 8.4.3: an estimated year), by a note (BibTeX and RIS have none). What is
not known is left out or said, never made up. A value can break none of the forms: it is one line, and what a form
reads as its own signs is escaped."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from jianbao import edtf
from jianbao.problems import Fault
from jianbao.render import days

_MANY = 3  # authors whom GB/T 7714 names before 等
_TEX_SIGNS = re.compile(r"[\\{}~^#$%&_]")
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # \{ would be escaped for TeX; BibTeX counts braces all the same
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known of an article. key: ASCII; supplied: the title is not printed; date: EDTF; inferred: not certain
    though it may look exact; address: '' when nobody can go there; archive: where the text is kept."""

    key: str
    title: str
    subtitle: str = ""
    supplied: bool = False
    authors: tuple[str, ...] = ()
    newspaper: str = ""
    date: str = ""
    inferred: bool = False
    folio: str = ""
    address: str = ""
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One article in the four forms. ris: its lines end as the format asks, with CR LF."""

    standard: str
    bibtex: str
    ris: str
    plain: str


@dataclass(frozen=True, slots=True)
class _When:
    """year, month, day: as far as known; iso: as written, without its marks; words: as a reader says it; exact: the
    words alone do not say that it is not certain."""

    year: int | None
    month: int | None
    day: int | None
    iso: str
    words: str
    certain: bool
    exact: bool


def cite(one: Cited) -> Citation:
    """Returns the citations of an article.

    >>> cite(Cited('3', '龙虾节', authors=('张健飞',), newspaper='工人日报', date='2022-06', inferred=True)).standard
    '张健飞. 龙虾节[N]. 工人日报, [2022-06].'
    """
    one = _in_lines(one)
    when = _when(one.date, one.inferred)
    return Citation(_standard(one, when), _bibtex(one, when), _ris(one, when), _plain(one, when))


def _in_lines(one: Cited) -> Cited:
    """Returns the same with each value on one line: a line end would begin a field of RIS."""
    names = tuple(filter(None, map(_line, one.authors)))
    return Cited(
        one.key,
        _line(one.title),
        _line(one.subtitle),
        one.supplied,
        names,
        _line(one.newspaper),
        _line(one.date),
        one.inferred,
        _line(one.folio),
        _line(one.address),
        _line(one.archive),
    )


def _line(text: str) -> str:
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@lru_cache(1 << 12)  # all articles of a day
def _when(date: str, inferred: bool) -> _When:
    try:
        value = edtf.parse(date)
    except Fault:
        return _When(None, None, None, "", f"日期作“{date}”", False, False)
    whole = value.year is not None and "/" not in date
    known = (value.year, value.month, value.day) if whole else (None, None, None)
    iso = date.rstrip("~?%") if value.first or value.last else ""
    exact = whole and date[-1:] not in ("~", "?", "%")
    return _When(*known, iso, days.date(date), value.certain and not inferred, exact)


def _standard(one: Cited, when: _When) -> str:
    who = ", ".join(one.authors[:_MANY]) + (", 等" if len(one.authors) > _MANY else "")
    date = when.iso if when.certain else f"[{when.iso if when.exact else when.words}]"
    place = f"{one.newspaper or '[报纸不详]'}, {date}" + (f"({one.folio})" if one.folio else "")
    return (f"{who}. " if who else "") + f"{_titled(one, ': ')}[N]. {place}."


def _titled(one: Cited, between: str) -> str:
    title = f"[{one.title}]" if one.supplied else one.title
    return f"{title}{between}{one.subtitle}" if one.subtitle else title


def _notes(one: Cited, when: _When) -> Iterable[str]:
    if not when.certain:
        yield (
            f"日期（{when.words}）系推定"
            if when.exact
            else when.words
            if "日期" in when.words
            else f"日期：{when.words}"
        )
    if one.folio:
        yield f"第{one.folio}版" if one.folio.isdigit() else f"版次{one.folio}"
    if one.supplied:
        yield "标题为编者所拟"


def _bibtex(one: Cited, when: _When) -> str:
    title = _tex(_titled(one, "："))
    fields = (
        ("author", " and ".join(f"{{{_tex(name)}}}" for name in one.authors)),  # braces: 新华社 and X is one author
        ("title", title and f"{{{title}}}"),
        ("journal", _tex(one.newspaper)),
        ("year", f"{when.year:04d}" if when.year else ""),
        ("month", str(when.month or "")),
        ("day", str(when.day or "")),
        ("note", _tex("；".join(_notes(one, when)))),
        ("url", one.address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")),
        ("language", "chinese"),
    )
    held = "".join(f",\n  {name} = {{{value}}}" for name, value in fields if value)
    return f"@article{{{one.key}{held}\n}}"


def _tex(text: str) -> str:
    return text.translate(_TEX) if _TEX_SIGNS.search(text) else text


def _ris(one: Cited, when: _When) -> str:
    day = f"{when.year:04d}/{when.month:02d}/" + (f"{when.day:02d}/" if when.day else "/") if when.month else ""
    fields = (
        ("TY", "NEWS"),
        *(("AU", name) for name in one.authors),
        ("TI", _titled(one, "：")),
        ("T2", one.newspaper),
        ("PY", f"{when.year:04d}" if when.year else ""),
        ("DA", day),
        ("SP", one.folio),
        *(("N1", note) for note in _notes(one, when)),
        ("DB", one.archive),
        ("UR", one.address),
    )
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def _plain(one: Cited, when: _When) -> str:
    who = "、".join(one.authors)
    title = _titled(one, "——").replace("《", "〈").replace("》", "〉")
    paper = f"《{one.newspaper}》" if one.newspaper else "报纸不详"
    date = f"{when.words}（推定）" if when.exact and not when.certain else when.words
    folio = (f"第{one.folio}版" if one.folio.isdigit() else f"{one.folio}版") if one.folio else ""
    between = "" if when.year and one.newspaper else "，"
    kept = "，".join(filter(None, (one.archive, one.address)))
    where = f"《{title}》，{paper}{between}{date}{between}{folio}".rstrip("，") + "。"
    return (f"{who}：" if who else "") + where + (kept if one.address else f"{kept}。" if kept else "")
