"""The pages of an archive one by one."""

from collections.abc import Iterator

from jianbao.archive.archive import Archive
from jianbao.publish.quire import Sheet, flat
from jianbao.render import render
from jianbao.render.leaf import Leaf
from jianbao.render.theme import Theme


def leaves(archive: Archive) -> Iterator[Leaf]:
    return (leaf for one in render.gatherings(archive) for leaf in one.leaves())


def sheets(archive: Archive, theme: Theme) -> Iterator[Sheet]:
    return flat(render.units(archive, theme))
