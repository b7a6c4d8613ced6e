"""Texts of the program that a page says in the reader's language.

A view is made once for all languages. What it says itself (日期不详, 2021年12月) is a `Said`: the text in the source
language, 简体, that still knows from which message and values it was made, so that a template can say it anew. What an
f-string or a plain join makes of it is a text of the archive, which no language changes: join with `listed` and
`spaced`."""

from collections.abc import Iterable
from functools import reduce

SOURCE = "zh-Hans"  # the language of the messages


class Said(str):
    """A text of the program. message: what the catalogues translate; values: what stands in its places."""

    __slots__ = ("message", "values")
    message: str
    values: dict[str, object]

    def __repr__(self) -> str:
        """Returns all it is made from: marks of pages rest on it, and a text of the archive may read alike."""
        return f"say({self.message!r}, **{self.values!r})"


def say(message: str, **values: object) -> Said:
    """Returns a text in the source language that can be said in others. `message` is extracted for the catalogues,
    so that it must be written out where this is called.

    >>> str(say('第%(folio)s版', folio=3))
    '第3版'
    """
    said = Said(message % values if values else message)
    said.message, said.values = message, values
    return said


def listed(texts: Iterable[str]) -> str:
    """Returns texts as the language lists them, '' for none.

    >>> str(listed(['甲', '乙', '丙']))
    '甲、乙、丙'
    """
    held = tuple(texts)
    if len(held) < 2:
        return held[0] if held else ""
    half = len(held) // 2  # in halves: a list of a thousand is no thousand deep
    return say("%(first)s、%(last)s", first=listed(held[:half]), last=listed(held[half:]))


def spaced(*texts: str) -> str:
    """Returns the texts that are not empty, with a space between.

    >>> str(spaced('浙江工人日报', '', '第3版'))
    '浙江工人日报 第3版'
    """
    told = [text for text in texts if text]
    return reduce(lambda first, last: say("%(first)s %(last)s", first=first, last=last), told or [""])
