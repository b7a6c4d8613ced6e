"""What a format gets: every file of the site, one after the other.

The files are made in processes as when a site is published, and handed over in one order, so that the same archive is
the same bytes. A few are in memory at a time, however many there are; pictures of pages, which are large, singly."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from jianbao import links, workers
from jianbao.files.shelf import IMAGES
from jianbao.publish.quire import Sheet

_CHUNK = 40  # sheets that a process makes at one time


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is packed. name: of the archive, as a folder may be called anywhere; sheets: all files of the site; jobs:
    processes to use; tell: is told how far it is."""

    name: str
    sheets: Sequence[Sheet]
    jobs: int
    tell: Callable[[int, int], None]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yields path and bytes of each file: the home page, which a reader must see first, the others, pictures."""
        pictures = [one for one in self.sheets if one.path.endswith(IMAGES)]
        made = sorted((one for one in self.sheets if not one.path.endswith(IMAGES)), key=_is_not_home)
        chunks = [made[at : at + _CHUNK] for at in range(0, len(made), _CHUNK)]
        done = 0
        for at, contents in enumerate(workers.share(partial(_made, chunks), range(len(chunks)), self.jobs)):
            yield from zip((one.path for one in chunks[at]), contents, strict=True)
            done += len(contents)
            self.tell(done, len(self.sheets))
        for done, one in enumerate(pictures, len(made) + 1):
            yield one.path, one.make()
            self.tell(done, len(self.sheets))


Format = Callable[[Bundle, BinaryIO], int]
"""Writes a bundle into an open file and returns how many bytes its files are together."""


def _is_not_home(sheet: Sheet) -> bool:
    return sheet.path != links.HOME


def _made(chunks: Sequence[Sequence[Sheet]], number: int) -> list[bytes]:
    return [sheet.make() for sheet in chunks[number]]
