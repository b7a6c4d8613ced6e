"""All files of the search: search/ of the site, one for all languages of the interface.

    head.js          how many articles, the tiers, the articles of each month; read before the first question
    0/ 1/ …          the tiers of the index (shape, index, shards)
    t/2021/12/0.js   what hits are shown and checked by, two articles a file (as all sizes: by the layout)
    d/2021.js        the articles of each day, for a range of dates that ends within a month
    terms.js         what is suggested while typing
    fold.js order.js what stands for a character; the signs that texts are written in

Takes the archive, gives sheets and quires. A tier is a quire: it is indexed when an article of it, or the program,
changed, or one of its files is not there."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from jianbao import __version__, workers
from jianbao.archive.archive import Archive
from jianbao.publish.quire import Quire, Sheet, Unit
from jianbao.search import shape
from jianbao.search.shape import SITE, Layout, Shape
from jianbao.search.suggestions import suggestions
from jianbao.search.texts import Catalogue, Day, catalogue

if TYPE_CHECKING:
    from jianbao.search.index import Do

FOLDER = "search/"
_FILES = 500  # of texts that are compared as one
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"


def sheets(archive: Archive, do: "Do" = workers.do, layout: Layout = SITE) -> Iterator[Unit]:
    """Yields each file of the search, as sheets or in quires. do: where it is indexed; layout: how large the files
    are."""
    yield from of_catalogue(catalogue(archive), do, layout)
    yield _json("terms", suggestions(archive))


def of_catalogue(held: Catalogue, do: "Do" = workers.do, layout: Layout = SITE) -> Iterator[Unit]:
    """Yields each file that finds articles, as sheets or in quires. held: they, in the order of their numbers."""
    tiers = shape.shapes(held.lengths, layout)
    for tier in tiers:
        mark = _mark(f"{_program()} {tier}", held.mark(tier.first, tier.count), 16)
        yield Quire(f"{FOLDER}{tier.name}", mark, partial(_tier, tier, held, mark, do), tier.shards, here=True)
    yield from _texts(held, layout)
    yield from _days(held.days)
    yield _file("fold", _program(), _fold)
    yield _file("order", _program(), _order)
    yield _json("head", _head(held.days, _mark(_program(), held.marks, 4), tiers, layout))


def _mark(made_by: str, marks: bytes, size: int) -> str:
    return hashlib.blake2b(made_by.encode() + marks, digest_size=size).hexdigest()


def _tier(tier: Shape, held: Catalogue, mark: str, do: "Do") -> Iterator[Sheet]:
    """The files of a tier, all of one mark: which articles an edit of one moved, only indexing them tells."""
    from jianbao.search import index  # with numpy, which a build that indexes nothing is spared

    aside = _Aside()
    for name, content in index.files_of(tier, held, do):
        yield Sheet(f"{FOLDER}{name}.js", mark, partial(aside.get, *aside.put(content)), here=True)


class _Aside:
    """Files that are made and not yet published, on disk: those of a tier are a third of all the text there is."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - open until the last sheet of it is gone
        self._end = 0

    def put(self, content: bytes) -> tuple[int, int]:
        """Returns where these bytes are kept, and how many they are."""
        at = self._file.seek(self._end)
        self._end += self._file.write(content)
        return at, len(content)

    def get(self, at: int, length: int) -> bytes:
        """Returns bytes again, in this process or in one forked from it, which shares the place where it reads."""
        self._file.flush()
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), length, at)
        self._file.seek(at)
        return self._file.read(length)


def _texts(held: Catalogue, layout: Layout) -> Iterator[Unit]:
    end = 0
    for month, days in groupby(held.days, key=lambda day: day[:2] if layout.monthly else (0, 0)):
        first, end = end, end + sum(1 for _ in days)
        for at in range(first, end, _FILES * layout.together):
            some = range(at, min(at + _FILES * layout.together, end))
            file = (at - first) // layout.together
            made = partial(_shelf, held, layout.together, month, some, file)
            mark = _mark(f"{_program()} {layout.together}", held.mark(at, len(some)), 16)
            yield Quire(f"{FOLDER}{shape.texts(month, file)}", mark, made, -(-len(some) // layout.together))


def _shelf(held: Catalogue, together: int, month: tuple[int, int], numbers: range, file: int) -> Iterator[Sheet]:
    """The texts of some articles of a month. file: the number of their first file."""
    for at in range(0, len(numbers), together):
        some = numbers[at : at + together]
        name = shape.texts(month, file + at // together)
        mark = _program() + held.mark(some[0], len(some)).hex()
        yield _file(name, mark, partial(_text, name, held, some))


def _text(name: str, held: Catalogue, numbers: range) -> bytes:
    """Some articles as they are shown and checked, and first what stands for characters of theirs."""
    from jianbao.search import coding

    shown = ",".join(held.entry(number).shown(held.body(number)) for number in numbers)
    folds = coding.folds(shown)
    return coding.text_script(name, f"[{json.dumps(folds, ensure_ascii=False)},{shown}]")


def _days(days: Iterable[Day]) -> Iterator[Sheet]:
    counts = Counter(days)
    for year, group in groupby(sorted(counts.items()), key=lambda one: one[0][0]):
        months: dict[int, list[int]] = {}
        for (_, month, day), count in group:
            months.setdefault(month, []).extend((day, count))
        if year:
            yield _json(shape.days(year), months)


def _head(days: Sequence[Day], mark: str, tiers: Sequence[Shape], layout: Layout) -> dict[str, object]:
    """What a client must know first. months: how many articles each month has, in base 36, from `since` on;
    mark: of all that is searched; big, followed, texts: from how many articles on a list has a file of its own, and a
    pair is told what follows it; how many a file of texts has; heap: how many texts stand on no month's shelf."""
    counts = Counter(day[:2] for day in days)
    undated = counts.pop((0, 0), 0)
    numbers = {12 * year + month - 1: count for (year, month), count in counts.items()}
    since, until = min(numbers, default=0), max(numbers, default=-1)
    months = ",".join(_base36(numbers.get(month, 0)) for month in range(since, until + 1))
    sizes = [[tier.count, tier.pairs, tier.chars, tier.words] for tier in tiers]
    heap = undated if layout.monthly else len(days)
    sized = {"big": layout.big, "followed": layout.followed, "texts": layout.together, "heap": heap}
    return {"tiers": sizes, "mark": mark, **sized, "undated": undated, "since": since, "months": months}


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _BASE36[digit] + digits
    return digits


def _fold() -> bytes:
    """Which characters another one stands for, each as the way from the one before; then those that stand for them."""
    from jianbao.chinese.fold import pairs
    from jianbao.search import coding

    chars = sorted(pairs())
    ways = [chr(ord(char) - ord(before)) for before, char in zip(["\0", *chars], chars, strict=False)]
    return coding.text_script("fold", "".join([*ways, *(pairs()[char] for char in chars)]))


def _order() -> bytes:
    from jianbao.search import coding

    return coding.wide_script("order", coding.order())


def _json(name: str, value: object) -> Sheet:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _file(name, text, partial(_plain, name, text))


def _plain(name: str, text: str) -> bytes:
    return (
        f'jianbao("{name}",0,{text})\n'.replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .encode("utf-8", "replace")
    )


def _file(name: str, mark: str, make: Callable[[], bytes]) -> Sheet:
    hashed = hashlib.blake2b(f"{name}\0{mark}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Sheet(f"{FOLDER}{name}.js", hashed, make)


@cache
def _program() -> str:
    """The hash of everything but the archive that the files are made of."""
    here = Path(__file__).parent
    others = (
        "../chinese/fold.py",
        "../data/fold.txt",
        "../data/order.txt",
        "../render/body.py",
        "../chinese/typeset.py",
    )
    code = [*sorted(here.glob("*.py")), *(here / other for other in others)]
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    for path in code:
        digest.update(path.read_bytes())
    return digest.hexdigest()
