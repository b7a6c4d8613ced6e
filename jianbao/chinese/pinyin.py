"""Chinese to Latin letters: parts of addresses, initials and order of indexes. Imports pypinyin for a text that nobody
read yet (270 ms, 60 MB): whoever keeps `readings` from one run to the next and has them learned spares that. Beyond
what pypinyin knows, only surnames are read by a table of our own: 曾 is Zēng, 单 is Shàn."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import add

from jianbao.workers import elsewhere

_FEW = 400  # texts: to read so many takes less than to start a process
_LOT = 2000
_BEGINNING = 8  # characters that an initial is read from
_BETWEEN = "\t"  # syllables: hundreds of thousands of names are kept as texts
_readings: dict[str, str] = {}  # of this process
_learned = 0


def learn(readings: Mapping[str, str]) -> None:
    """Takes over what was read in an earlier run of the same program."""
    global _learned
    _readings.update(readings)
    _learned = len(_readings)


def readings() -> Mapping[str, str]:
    """Returns all texts that were read or learned, each with its syllables."""
    return _readings


def anything_new() -> bool:
    """Returns whether more was read than was learned."""
    return len(_readings) > _learned


def read_ahead(texts: Iterable[str], beside: Iterable[str] = ()) -> None:
    """Reads texts that nobody read yet, in another process: what pypinyin holds is not in this one then, nor in those
    that are forked from it. A few are left to whoever asks for them. beside: what is asked in any archive; alone it is
    worth no process."""
    due = set(_unread(texts))
    if len(due) > _FEW:
        every = sorted(due.union(_unread(beside)))
        for read in elsewhere(_read_some, [every[at : at + _LOT] for at in range(0, len(every), _LOT)]):
            _readings.update(read)


def _unread(texts: Iterable[str]) -> Iterator[str]:
    """What `listed` and `slug` will ask for of texts, and nobody read."""
    for text in texts:
        for asked in (text, text[:_BEGINNING]):
            plain = unicodedata.normalize("NFKC", asked)
            if _BETWEEN not in plain and plain not in _readings:
                yield plain


def _read_some(texts: Sequence[str]) -> dict[str, str]:
    return {text: _BETWEEN.join(_worked_out(text)) for text in texts}


def _syllables(text: str, person: bool = False) -> tuple[str, ...]:
    """Pinyin of each Han character without tones; everything else as it stands. person: it opens with a surname."""
    read = _read(unicodedata.normalize("NFKC", text))
    surname = next((text[:size] for size in (2, 1) if text[:size] in _surnames()), "") if person else ""
    return _surnames().get(surname, ()) + read[len(surname) :]


def _read(text: str) -> tuple[str, ...]:
    held = _readings.get(text)
    if held is not None:
        return tuple(held.split(_BETWEEN)) if text else ()
    found = _worked_out(text)
    if _BETWEEN not in text:
        _readings[text] = _BETWEEN.join(found)
    return found


def _worked_out(text: str) -> tuple[str, ...]:
    """What pypinyin reads. Where no two characters that stand side by side begin one of its phrases it reads sign by
    sign, and so do we: that is most names, at a tenth of the price."""
    if all("\u4e00" <= char <= "\u9fa5" for char in text) and _phrases().isdisjoint(map(add, text, text[1:])):
        return tuple(map(_sign, text))
    return _by_pypinyin(text)


def _by_pypinyin(text: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(text, style=Style.NORMAL, v_to_u=False))


@cache
def _sign(char: str) -> str:
    return "".join(_by_pypinyin(char))


@cache
def _phrases() -> frozenset[str]:
    from pypinyin.constants import PHRASES_DICT

    return frozenset(phrase[:2] for phrase in PHRASES_DICT)


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    rows = (files("jianbao") / "data" / "surname_readings.tsv").read_text("utf-8").splitlines()
    return {name: tuple(read.split()) for name, read in (row.split("\t") for row in rows if not row.startswith("#"))}


def slug(text: str) -> str:
    """Returns an ASCII name of [a-z0-9-] for an address, never empty.

    >>> slug('浙江工人日报'), slug('Ｎew工会2.0'), slug('“”')
    ('zhe-jiang-gong-ren-ri-bao', 'new-gong-hui-2-0', '201c-201d')
    """
    plain = unicodedata.normalize("NFKD", " ".join(_syllables(text))).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall(r"[a-z0-9]+", plain))
    return found or "-".join(f"{ord(char):x}" for char in text) or "0"


def listed(text: str, person: bool = False) -> tuple[str, str]:
    """Returns the capital under which an index lists a text, # for what begins with no letter, and a text that sorts as
    the pinyin does; equal sounds then by the characters. person: a person's name.

    >>> [listed(text)[0] for text in ('职工书屋', 'app', '2021年')], listed('仇煜歆', person=True)[0]
    (['Z', 'A', '#'], 'Q')
    >>> sorted(['重庆', '安徽', '北京'], key=listed), listed('单士兵', person=True)[1][:4]
    (['安徽', '北京', '重庆'], 'shan')
    """
    syllables = _syllables(text, person)
    begins = syllables if len(text) <= _BEGINNING else _syllables(text[:_BEGINNING], person)
    first = unicodedata.normalize("NFKD", "".join(begins[:1]))[:1].upper()[:1]
    letter = bool(text) and unicodedata.normalize("NFKC", text[0]).isalpha() and "A" <= first <= "Z"
    return first if letter else "#", " ".join(syllables).lower() + "\0" + text
