"""Chinese to Latin letters: parts of addresses, initials and order of indexes. Imports pypinyin for a text that nobody
read yet (270 ms, 60 MB): whoever keeps `readings` from one run to the next and has them learned spares that. Beyond
what pypinyin knows, only surnames are read by a table of our own: 曾 is Zēng, 单 is Shàn."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from operator import add

_readings: dict[str, tuple[str, ...]] = {}  # of this process


def learn(readings: Mapping[str, tuple[str, ...]]) -> None:
    """Takes over what was read in an earlier run of the same program."""
    _readings.update(readings)


def readings() -> Mapping[str, tuple[str, ...]]:
    """Returns all texts that were read or learned, each with its syllables."""
    return _readings


@lru_cache(maxsize=1 << 17)  # every name of the indexes, asked for three times
def _syllables(text: str, person: bool = False) -> tuple[str, ...]:
    """Pinyin of each Han character without tones; everything else as it stands. person: it opens with a surname."""
    read = _read(unicodedata.normalize("NFKC", text))
    surname = next((text[:size] for size in (2, 1) if text[:size] in _surnames()), "") if person else ""
    return _surnames().get(surname, ()) + read[len(surname) :]


def _read(text: str) -> tuple[str, ...]:
    if text not in _readings:
        _readings[text] = _worked_out(text)
    return _readings[text]


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


def initial(text: str, person: bool = False) -> str:
    """Returns the capital under which an index lists a text, # for what begins with no letter.

    >>> initial('职工书屋'), initial('app'), initial('2021年'), initial('仇煜歆', person=True)
    ('Z', 'A', '#', 'Q')
    """
    sound = "".join(_syllables(text[:8], person)[:1])
    first = unicodedata.normalize("NFKD", sound)[:1].upper()[:1]
    han = bool(text) and unicodedata.normalize("NFKC", text[0]).isalpha()
    return first if han and "A" <= first <= "Z" else "#"


def sort_key(text: str, person: bool = False) -> str:
    """Returns a text that sorts as the pinyin does; equal sounds then by the characters. person: a person's name.

    >>> sorted(['重庆', '安徽', '北京'], key=sort_key), sort_key('单士兵', person=True)[:4]
    (['安徽', '北京', '重庆'], 'shan')
    """
    return " ".join(_syllables(text, person)).lower() + "\0" + text
