"""The provinces as a grid of tiles, roughly where they lie, and the cities of a province in the order of their codes.

Takes the archive, gives for each tile its column and row and how dark it is. No borders are drawn: a tile says how
many pieces there are, and nothing of how large a province is or where it ends. `data/tiles.tsv` has the grid."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jianbao.archive.archive import Archive
from jianbao.archive.terms import Term
from jianbao.chinese.gazetteer import stem
from jianbao.render.frames import Link

_SHADES = 4
_ACROSS = 4  # cities a row: a phone shows so many names that can be read


@dataclass(frozen=True, slots=True)
class Tile:
    """One division. link: its short name, its address ('' when it has no pieces), how many, its full name as note;
    shade: 0 for none to 4."""

    link: Link
    column: int
    row: int
    shade: int


@dataclass(frozen=True, slots=True)
class Shade:
    """What a shade stands for: from so many to so many pieces."""

    no: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """Tiles with their legend; columns, rows: of the grid; wide: tiles that hold long names."""

    tiles: tuple[Tile, ...]
    legend: tuple[Shade, ...]
    columns: int
    rows: int
    wide: bool = False


def provinces(archive: Archive) -> TileMap | None:
    """Returns the provinces, None when no piece is about one."""
    cells = [(_link(archive, code, name, short), column, row) for code, name, short, column, row in _grid()]
    return _map(cells, wide=False)


def cities(archive: Archive, province: Term) -> TileMap | None:
    """Returns the divisions right below a province, None for any other term and where no piece is about one."""
    below = archive.divisions.get(province.key, ())
    cells = [
        (_link(archive, division.code, division.name, stem(division.name)), at % _ACROSS, at // _ACROSS)
        for at, division in enumerate(below)
    ]
    return _map(cells, wide=True)


def _link(archive: Archive, code: str, name: str, short: str) -> Link:
    term = archive.regions.terms.get(code)
    return Link(short, term.address, len(term.articles), name) if term else Link(short, "", 0, name)


def _map(cells: Iterable[tuple[Link, int, int]], wide: bool) -> TileMap | None:
    found = list(cells)
    most = max((link.count for link, _, _ in found), default=0)
    if not most:
        return None
    tiles = tuple(Tile(link, column, row, shade(link.count, most)) for link, column, row in found)
    columns, rows = max(tile.column for tile in tiles) + 1, max(tile.row for tile in tiles) + 1
    return TileMap(tiles, legend({tile.shade for tile in tiles}, most), columns, rows, wide)


def shade(count: int, most: int) -> int:
    """How dark a place or day is, up to the fullest. The steps grow, or one full province would leave all others pale.

    >>> [shade(count, 160) for count in (0, 1, 10, 11, 40, 41, 90, 91, 160)], shade(1, 1)
    ([0, 1, 1, 2, 2, 3, 3, 4, 4], 4)
    """
    return next(no for no in range(_SHADES + 1) if count <= _upto(no, most))


def _upto(no: int, most: int) -> int:
    return no * no * most // _SHADES**2


def legend(used: Iterable[int], most: int) -> tuple[Shade, ...]:
    """Returns what the shades in use stand for.

    >>> [(one.no, one.first, one.last) for one in legend({1, 4}, 160)]
    [(1, 1, 10), (4, 91, 160)]
    """
    return tuple(Shade(no, _upto(no - 1, most) + 1, _upto(no, most)) for no in sorted({*used} - {0}))


@cache
def _grid() -> tuple[tuple[str, str, str, int, int], ...]:
    """Code, name, short name, column and row of each province."""
    lines = (files("jianbao") / "data" / "tiles.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((code, name, short, int(column) - 1, int(row) - 1) for code, name, short, column, row in rows)
