"""What is published: sheets, one file of the site each, and quires, sheets that are compared as one.

A page names hundreds of others, an archive has a hundred thousand pages. Whoever knows what a day's articles, or a
term, are made from says so in one mark; which files that makes is asked only where the mark is another."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the site to be. mark: of all it is made from; make: gives its bytes, always the same; stage: sheets
    of a later one name those of an earlier; here: only this process can make it, or does so by copying; together: what
    is needed to make it is at hand where the one before was made that says the same."""

    path: str
    mark: str
    make: Callable[[], bytes]
    stage: int = 0
    here: bool = False
    together: str = ""

    @property
    def count(self) -> int:
        return 1

    def sheets(self) -> "tuple[Sheet]":
        """Returns itself, as a quire would give it."""
        return (self,)


@dataclass(frozen=True, slots=True)
class Quire:
    """Sheets that are compared as one. name: no other's, the same in each build; mark: of all that any of them is made
    from; sheets: gives them, anew each time; count: about how many; stage, here, together: as of a sheet."""

    name: str
    mark: str
    sheets: Callable[[], Iterable[Sheet]]
    count: int
    stage: int = 0
    here: bool = False
    together: str = ""


Unit = Sheet | Quire


def flat(units: Iterable[Unit]) -> Iterator[Sheet]:
    """Yields every sheet."""
    for unit in units:
        yield from unit.sheets()
