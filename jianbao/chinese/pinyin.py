"""Chinese to Latin letters: parts of addresses, initials and order of indexes.

pypinyin knows how (270 ms, 60 MB). What it needs to read most names is small: how each sign is read, and the few
phrases in which one is read otherwise. Whoever keeps `sounds` from one run to the next and has them learned is spared
pypinyin, but for a name with such a phrase. Beyond what pypinyin knows, only surnames are read by a table of our own:
曾 is Zēng, 单 is Shàn."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from jianbao.workers import elsewhere

_FEW = 400  # texts: to read so many takes less than to start a process
_LOT = 2000
_BEGINNING = 8  # characters that an initial is read from
_BETWEEN = "\t"  # syllables: hundreds of thousands of names are kept as texts


@dataclass(frozen=True, slots=True)
class Signs:
    """How Han characters are read. readings: of each; odd: the phrases in which one is read otherwise: 一朝, 长江."""

    readings: Mapping[str, str]
    odd: Collection[str]
    _lengths: range = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Names are asked by the hundred thousand: how long a phrase may be is looked for once."""
        object.__setattr__(self, "_lengths", range(1, max(map(len, self.odd), default=0) + 1))

    def of(self, text: str) -> tuple[str, ...] | None:
        """Returns how a text is read, sign by sign; None where that may be wrong."""
        read = self.readings
        if not all(char in read for char in text):
            return None
        if any(text[at : at + length] in self.odd for at in range(len(text)) for length in self._lengths):
            return None
        return tuple(read[char] for char in text)


@dataclass(frozen=True, slots=True)
class Sounds:
    """How names are read. texts: each with its syllables; signs: None where nobody asked."""

    texts: Mapping[str, str] = field(default_factory=dict)
    signs: Signs | None = None


_texts: dict[str, str] = {}  # of this process
_signs: list[Signs] = []
_learned = 0


def learn(sounds: Sounds) -> None:
    """Takes over what was read in an earlier run of the same program."""
    global _learned
    _texts.update(sounds.texts)
    _learned = len(_texts)
    _know(sounds.signs)


def _know(signs: Signs | None) -> None:
    if signs and not _signs:
        _signs.append(signs)


def sounds() -> Sounds:
    """Returns all texts that were read or learned, and how signs are read."""
    return Sounds(_texts, _how())


def anything_new() -> bool:
    """Returns whether more was read than was learned."""
    return len(_texts) > _learned


def read_ahead(texts: Iterable[str], beside: Iterable[str] = ()) -> None:
    """Reads texts that nobody read yet, in another process: what pypinyin holds is not in this one then, nor in those
    that are forked from it. A few are left to whoever asks for them. beside: what is asked in any archive; alone it is
    worth no process."""
    due = set(_unread(texts))
    if len(due) > _FEW:
        every = sorted(due.union(_unread(beside)))
        for read in elsewhere(_read_some, [every[at : at + _LOT] for at in range(0, len(every), _LOT)]):
            _texts.update(read.texts)
            _know(read.signs)


def _unread(texts: Iterable[str]) -> Iterator[str]:
    """What `listed` and `slug` will ask for of texts, and nobody read."""
    for text in texts:
        for asked in (text, text[:_BEGINNING]):
            plain = unicodedata.normalize("NFKC", asked)
            if _BETWEEN not in plain and plain not in _texts:
                yield plain


def _read_some(texts: Sequence[str]) -> Sounds:
    return Sounds({text: _BETWEEN.join(_worked_out(text)) for text in texts}, _how())


def _syllables(text: str, person: bool = False) -> tuple[str, ...]:
    """Pinyin of each Han character without tones; everything else as it stands. person: it opens with a surname."""
    read = _read(unicodedata.normalize("NFKC", text))
    for size in (2, 1) if person else ():
        surname = _surnames().get(text[:size])
        if surname:
            return surname + read[size:]
    return read


def _read(text: str) -> tuple[str, ...]:
    held = _texts.get(text)
    if held is not None:
        return tuple(held.split(_BETWEEN)) if text else ()
    found = _worked_out(text)
    if _BETWEEN not in text:
        _texts[text] = _BETWEEN.join(found)
    return found


def _worked_out(text: str) -> tuple[str, ...]:
    """What pypinyin reads. It cuts a text into the longest of its phrases; where none of those has an odd reading, that
    is sign by sign."""
    found = _how().of(text)
    return _by_pypinyin(text) if found is None else found


def _by_pypinyin(text: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(text, style=Style.NORMAL, v_to_u=False))


def _how() -> Signs:
    """How signs are read, as learned or as pypinyin has it."""
    if not _signs:
        _signs.append(_of_pypinyin())
    return _signs[0]


def _of_pypinyin() -> Signs:
    from pypinyin import Style
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.style import convert

    @cache
    def plain(syllable: str) -> str:
        said: str = convert(syllable, Style.NORMAL, True, default=syllable)
        return said

    han = ((chr(code), syllables) for code, syllables in PINYIN_DICT.items() if 0x4E00 <= code <= 0x9FA5)
    readings = {char: plain(syllables.split(",")[0]) for char, syllables in han}
    odd = (
        phrase
        for phrase, read in PHRASES_DICT.items()
        if [plain(one[0]) for one in read] != [readings.get(char) for char in phrase]
    )
    return Signs(readings, frozenset(odd))


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
    return _initial(begins[0] if begins else "", text[:1]), " ".join(syllables).lower() + "\0" + text


@lru_cache(1 << 12)
def _initial(syllable: str, begins: str) -> str:
    """The capital of a text that begins with a syllable and a character."""
    first = unicodedata.normalize("NFKD", syllable)[:1].upper()[:1]
    return first if unicodedata.normalize("NFKC", begins).isalpha() and "A" <= first <= "Z" else "#"
