"""Where in a text the words of a list may stand: their first two characters are looked up for the whole text at once.

One table serves place names, subject words and names that bound the time; what a word means, and whether it is one
there, is said where the list is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import add


@dataclass(frozen=True, slots=True)
class Starts:
    """lengths: by their first two characters, the lengths of the words that begin so, longest first."""

    lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Starts":
        """Returns the table of a list of words.

        >>> Starts.of(['工会', '工会法', '职工']).lengths
        {'工会': (3, 2), '职工': (2,)}
        """
        found: dict[str, set[int]] = {}
        for word in words:
            found.setdefault(word[:2], set()).add(len(word))
        return cls({start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()})

    def places(self, text: str) -> list[int]:
        """Returns the offsets at which a word may begin, in order.

        >>> Starts.of(['工会', '职工']).places('县总工会的职工')
        [2, 5]
        """
        return [at for at, pair in enumerate(map(add, text, text[1:])) if pair in self.lengths]

    def words(self, text: str, at: int) -> Iterator[str]:
        """Yields what may be a word at one of these offsets, longest first.

        >>> list(Starts.of(['工会', '工会法', '工会会员']).words('《工会法》', 1))
        ['工会法》', '工会法', '工会']
        """
        for length in self.lengths.get(text[at : at + 2], ()):
            if at + length <= len(text):
                yield text[at : at + length]
