"""Which pages must be clipped together: those of one issue that jump to each other, and those that share an article.

A tie is a name that two pages have in common. Every page has its own path; a page with a jump has its issue: its
folder with the day in its path, a folder of its own without a day, or, where many issues lie in one folder, the day
that is printed or that a person wrote; a page has the paths that its articles name beside its own. Most pages have no
jump, and cost a search of their text for 转…版."""

import re
from collections.abc import Iterable, Iterator, Mapping

from jianbao.chinese.jumps import jumps
from jianbao.describe import date, newspaper
from jianbao.files import article as articles
from jianbao.files import marks
from jianbao.files.folder import PAGE, open_folder
from jianbao.files.shelf import Copy
from jianbao.problems import Fault
from jianbao.read import read_plain

_LISTED = re.compile(r"^source:\s*(?:\[|-)", re.M)  # an article of more than one page
_LARGEST = 64  # pages of one issue; a folder with more holds many issues


def ties_of(copy: Copy, alike: int) -> frozenset[str]:
    """Returns the ties of a page beside its own path. alike: how many pages stand in its folder."""
    return frozenset([*_named(copy), *_issue(copy, alike)])


def together(ties: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Returns the pages in groups that hang together, each in order, the groups in order of their first page. ties: of
    each page by its path.

    >>> together({'a': [], 'b': ['issue'], 'c': [], 'd': ['issue', 'c']})
    [['a'], ['b', 'c', 'd']]
    """
    group: dict[str, list[str]] = {}  # by tie; pages that hang together share one list
    for path in sorted(ties):
        known = [group[tie] for tie in (path, *ties[path]) if tie in group]
        merged = sorted({path, *(one for pages in known for one in pages)})
        for tie in (path, *ties[path], *(tie for one in merged if one in ties for tie in (one, *ties[one]))):
            group[tie] = merged
    return [group[path] for path in sorted(ties) if group[path][0] == path]


def _named(copy: Copy) -> Iterator[str]:
    """Yields the pages that the articles of a folder name, those that people took away included."""
    for name, text in copy.texts.items():
        try:
            if name.endswith(".md") and name != PAGE and _LISTED.search(text):
                yield from (part.page for part in articles.read(text, name)[0].source.parts)
            elif name == marks.NAME and '"further"' in text:
                yield from (part.page for one in marks.read(text).articles.values() for part in one.further)
        except Fault:  # told when the folder is opened
            continue


def _issue(copy: Copy, alike: int) -> Iterator[str]:
    """Yields the issue of a page with a jump, and the pages of it that the jumps name; a page without a jump has its
    own name there, when its path says it: its jump line may be lost."""
    folder, day = copy.path.rpartition("/")[0], date.in_path(copy.path)[0]
    own = newspaper.folio_in_path(copy.path)
    if day and own:
        yield f"{folder} {day} {own}"
    try:
        page = read_plain(copy.page_id, copy.path, copy.data or b"")
    except Fault:  # told when the page is clipped
        return
    named = {folio for line in page.lines for jump in jumps(line.text) for folio in jump.folios}
    if not named:
        return
    if not day and not (folder and alike <= _LARGEST):
        written = open_folder(copy.page_id, copy.texts, copy.path).page.known
        day = written.get("date") or date.in_masthead(page)
    if day or folder:
        yield f"{folder} {day}"
        yield from (f"{folder} {day} {folio}" for folio in named)
