"""Grouped articles to their marks: all at once, by columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jianbao.archive import marks
from jianbao.archive.grouping import Grouping
from jianbao.archive.marks import Marks
from jianbao.archive.related import Kin
from jianbao.archive.terms import Facet, Region

if TYPE_CHECKING:
    from jianbao.archive.columns import Lanes, Numbers


@dataclass(frozen=True, slots=True)
class Leading:
    """The facets to whose terms the page of an article leads by name."""

    newspapers: Facet
    authors: Facet
    tags: Facet


def marked(
    found: Grouping, pages: Mapping[str, str], located: Mapping[str, Region], leading: Leading, kin: Kin
) -> Marks:
    """Returns the marks of grouped articles. pages: of newspaper pages, by their paths; located: their region paths."""
    columns, rows, tags = found.columns, found.rows, leading.tags
    page = marks.of_texts(_told(pages, columns.pages.table))[found.numbers(columns.pages)]
    papers = marks.of_texts(_addresses(leading.newspapers, columns.newspapers.table))
    places = [repr((one.keys, one.names)) if one else "" for one in map(located.get, columns.regions.texts.table)]
    regions = marks.of_lists(columns.regions, places)[rows]
    shown = marks.together(columns.facts[rows], page, papers[found.numbers(columns.newspapers)], regions)
    names = marks.of_lists(columns.authors, _addresses(leading.authors, columns.authors.texts.table))
    subjects = marks.of_lists(columns.tags, _addresses(tags, columns.tags.texts.table))
    ways = marks.together(names[rows], subjects[rows])
    further = marks.of_lists(columns.further, _told(pages, columns.further.texts.table))[rows]
    beside = (_beside(found, shown, other) for other in found.beside)
    whole = marks.together(shown, columns.bodies[rows], ways, *beside, kin.marks, further)
    above = [_above(tags, tag) for tag in columns.tags.texts.table]
    return Marks(
        shown=shown,
        ways=ways,
        whole=whole,
        found=marks.together(
            columns.facts[rows], columns.bodies[rows], regions, marks.of_lists(columns.tags, above)[rows]
        ),
    )


def _told(pages: Mapping[str, str], paths: Sequence[str]) -> list[str]:
    return [pages.get(path, "") for path in paths]


def _addresses(facet: Facet, keys: Sequence[str]) -> list[str]:
    return [facet.terms[key].address if key in facet.terms else "" for key in keys]


def _above(tags: Facet, tag: str) -> str:
    return " ".join(one.key for one in tags.above(tags.terms[tag])) if tag in tags.terms else ""


def _beside(found: Grouping, shown: "Lanes", other: "Numbers") -> "Lanes":
    """What is told of the neighbour of each place: all that lists show of it, and whether it is on the same page."""
    page = found.numbers(found.columns.pages)
    told = marks.together(shown[other], np.stack([page[other] == page] * 2, 1).astype(np.uint64))
    told[other < 0] = 0
    return told
