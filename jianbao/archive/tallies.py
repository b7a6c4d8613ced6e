"""What many articles have in common, counted by columns: the subjects of a province, the places of a subject.

Takes ids of an archive, gives names with how many of these articles have them; no article is looked at."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from jianbao.archive.ids import Names

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from jianbao.archive.columns import Numbers


@dataclass(frozen=True, slots=True)
class Several:
    """Texts of which an article has several. starts: for each place where its texts begin in numbers, and the end."""

    table: Sequence[str]
    starts: "Numbers"
    numbers: "Numbers"

    def of(self, places: "NDArray[Any]") -> "Numbers":
        """Returns the numbers of the texts of some places."""
        counts = self.starts[places + 1] - self.starts[places]
        ends = np.cumsum(counts)
        at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self.starts[places] - ends + counts, counts)
        found: Numbers = self.numbers[at]
        return found

    def firsts(self, places: "NDArray[Any]") -> "Numbers":
        """Returns the numbers of the first text of each place that has any."""
        some = places[self.starts[places + 1] > self.starts[places]]
        found: Numbers = self.numbers[self.starts[some]]
        return found


@dataclass(frozen=True, slots=True)
class Tallies:
    """What articles have. subjects: each once; papers: for each place the number of its newspaper; inferred: whether
    its date is."""

    names: Names
    subjects: Several
    regions: Several
    newspapers: Sequence[str]
    papers: "Numbers"
    inferred: "NDArray[np.bool_]"

    def subjects_of(self, ids: Iterable[str]) -> Counter[str]:
        """Returns the subjects of some articles, each with how many have it."""
        return tally(self.subjects.table, self.subjects.of(self.names.places(ids)))

    def regions_of(self, ids: Iterable[str]) -> Counter[str]:
        """Returns the region paths that some articles are about first of all, each with how many are."""
        return tally(self.regions.table, self.regions.firsts(self.names.places(ids)))

    def papers_of(self, ids: Iterable[str]) -> list[str]:
        """Returns the newspapers of some articles, in the order of these."""
        found = dict.fromkeys(self.papers[self.names.places(ids)].tolist())
        return [self.newspapers[number] for number in found if self.newspapers[number]]

    def all_inferred(self, ids: Iterable[str]) -> bool:
        """Returns whether the date of none of some articles is certain."""
        return bool(self.inferred[self.names.places(ids)].all())


@dataclass(frozen=True, slots=True)
class Counted:
    """How many articles there are of each kind and of each basis of a date, and how many have an inferred date, no
    year, no place, no printed headline, something to review, a gap; heads: headlines and columns that recur, the
    number of each with an article that has it and how often it comes."""

    kinds: Mapping[str, int]
    bases: Mapping[str, int]
    inferred: int
    undated: int
    placeless: int
    supplied: int
    unsure: int
    gaps: int
    heads: Sequence[tuple[int, str, int]]


def tally(table: Sequence[str], numbers: "Numbers") -> Counter[str]:
    """Returns how often each text of a table comes."""
    counts = Counter(numbers.tolist())  # of a dozen numbers, mostly: numpy takes twenty times as long to begin
    return Counter({table[number]: count for number, count in counts.items()})
