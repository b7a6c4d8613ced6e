"""Which words of a list stand in a text: the first two characters of all are looked up for the whole text at once.

One table serves place names, subject words and names that bound the time; what a word means, and whether it is one
there, is said where the list is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_MARKS = 1 << 20  # of pairs of characters; two may have the same one, so that a pair is looked up after all


@dataclass(frozen=True, slots=True)
class Starts:
    """words: of two characters and more; lengths: by their first two characters, those of the words that begin so,
    longest first; marks: whether a pair of characters may be one of these."""

    words: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    marks: Any

    @classmethod
    def of(cls, words: Iterable[str]) -> "Starts":
        """Returns the table of a list of words."""
        import numpy as np  # 70 ms that a build with nothing to do is spared

        found: dict[str, set[int]] = {}
        listed = frozenset(word for word in words if len(word) > 1)
        for word in listed:
            found.setdefault(word[:2], set()).add(len(word))
        marks = np.zeros(_MARKS, bool)
        marks[_pairs("".join(found))[::2]] = True
        return cls(listed, {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}, marks)

    def places(self, text: str) -> list[int]:
        """Returns the offsets at which a word may begin, in order."""
        return [at for at in self._maybe(text) if text[at : at + 2] in self.lengths]

    def at(self, text: str, at: int) -> list[str]:
        """Returns the words that begin at an offset, longest first.

        >>> Starts.of(['工会', '工会法', '工会会员']).at('《工会法》', 1)
        ['工会法', '工会']
        """
        lengths = self.lengths.get(text[at : at + 2], ())
        return [word for n in lengths if (word := text[at : at + n]) in self.words and len(word) == n]

    def standing(self, text: str) -> list[tuple[int, list[str]]]:
        """Returns the offsets at which words begin, in order, each with its words, longest first; they may overlap.

        >>> Starts.of(['工会', '工会法', '会法', '职工']).standing('读《工会法》')
        [(2, ['工会法', '工会']), (3, ['会法'])]
        """
        return [(at, words) for at in self.places(text) if (words := self.at(text, at))]

    def _maybe(self, text: str) -> list[int]:
        found: list[int] = self.marks[_pairs(text)].nonzero()[0].tolist()
        return found


def _pairs(text: str) -> Any:
    """The number of the mark of each two neighbours in a text."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return (codes[:-1] * 37 ^ codes[1:] << 7) & (_MARKS - 1)
