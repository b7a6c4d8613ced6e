"""The archive as one file to give away.

Takes the Markdown in content/, as `render` does, and gives one file with all that the site would hold; site/ is neither
read nor written. The file is in its place when it is whole, never before. A new format is a module that writes a
`Bundle`, and a row in FORMATS; it does not decide what the pages are."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from jianbao import links
from jianbao.chinese import pinyin
from jianbao.files import shelf
from jianbao.pack import zipped
from jianbao.pack.bundle import Bundle, Format
from jianbao.pipeline import Place, sheets_of, silent, stock_of
from jianbao.problems import Problem, Stop
from jianbao.progress import Stage, Tell, Watch
from jianbao.publish.quire import flat
from jianbao.publish.writer import Writer
from jianbao.search.shape import LAYOUTS

FORMATS: Mapping[str, Format] = {"zip": zipped.write}
"""By the name of a format, which its files end in."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants packed. format: of FORMATS; reader: what it will be read from, of LAYOUTS; to: the file, None
    for one beside the site."""

    format: str
    reader: str = ""
    to: Path | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed. bytes: of the file; unpacked: of the files in it together; where: it is; stages: what each
    cost."""

    articles: int
    files: int
    bytes: int
    unpacked: int
    where: str
    problems: tuple[Problem, ...]
    stages: tuple[Stage, ...]

    def plain(self) -> dict[str, Any]:
        """Returns the report as the JSON object that --json prints; stages are there for --profile alone."""
        plain = asdict(self)
        del plain["stages"]
        return plain


def pack(place: Place, wish: Wish, tell: Tell = silent) -> Packed:
    """Writes the file that is wished for. Raises Stop where that is not known, or must not or cannot be written."""
    _refuse_unknown("The format", wish.format, FORMATS)
    _refuse_unknown("--for", wish.reader, LAYOUTS)
    name = links.name(pinyin.slug(place.settings[0].title))
    file = _file(place, wish, name)
    watch = Watch()
    try:
        with Writer(file.parent, ours=False).stream(file.name) as out:
            stock, report = stock_of(place, shelf.listing(place.content), tell)
            watch.lap("read")
            units = chain(*sheets_of(place, stock, tell, LAYOUTS[wish.reader]))
            sheets = list(flat(units))
            watch.lap("group, index")
            unpacked = FORMATS[wish.format](Bundle(name, sheets, place.jobs, partial(tell, "pack")), out)
        watch.lap("pack")
        size = file.stat().st_size
    except OSError as error:
        raise _stop(file, error) from error
    problems = report.problems
    return Packed(len(stock.articles), len(sheets), size, unpacked, str(file), problems, tuple(watch.stages))


def _refuse_unknown(what: str, word: str, known: Mapping[str, object]) -> None:
    if word not in known:
        there = ", ".join(filter(None, known))
        raise Stop(Problem("pack", 0, f'{what} "{word}" is not known.', f"There is: {there}."))


def _file(place: Place, wish: Wish, name: str) -> Path:
    """Returns where the file is to be: not among what a build reads or writes."""
    ending = f"-{wish.reader}.{wish.format}" if wish.reader else f".{wish.format}"
    file = (wish.to or place.site.parent / f"{name}{ending}").resolve()
    if any(file.is_relative_to(folder.resolve()) for folder in (place.content, place.site, place.templates)):
        remedy = "Name a file outside of content/, the site and the theme with --to."
        raise Stop(Problem(str(file), 0, "What is given away is no part of the archive itself.", remedy))
    if file.exists() and not file.is_file():
        raise Stop(Problem(str(file), 0, "This is a folder or a device.", "Name a file with --to."))
    return file


def _stop(file: Path, error: OSError) -> Stop:
    """What to say when something of the archive cannot be read any more, or the file cannot be written."""
    if error.filename and not str(error.filename).startswith(str(file)):
        remedy = "Leave the archive alone while it is packed."
        return Stop(Problem(str(error.filename), 0, f"It cannot be read: {error.strerror}.", remedy))
    remedy = "Mend that, or name another file with --to; nothing half done is left."
    return Stop(Problem(str(file), 0, f"The file could not be written: {error.strerror or error}.", remedy))
