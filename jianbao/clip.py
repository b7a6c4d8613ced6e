"""Pages on their way to Markdown: read, segment, adopt, join, describe, write. Bytes and texts in, texts out.

This is the left half for one page, or for the pages of an issue that jumps tie together, so that it can run in any
process; `pipeline` fetches and puts the files."""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from jianbao.authority import Authority
from jianbao.describe import describe
from jianbao.files import decisions, markdown
from jianbao.files.adopt import aliases, new_id
from jianbao.files.folder import open_folder
from jianbao.files.held import Held
from jianbao.files.shelf import Copy
from jianbao.files.write import write_folder
from jianbao.issue import Laid, Sheaf, lay_out
from jianbao.model import Article, Doubt, Elsewhere, Layout, Page, PageFacts
from jianbao.problems import Problem
from jianbao.settings import Settings

_COLLECT = 20_000  # values that stay before a collection looks for circles among them
Files = Mapping[str, str | None]  # by name, None for one to remove


@dataclass(frozen=True, slots=True)
class Clipped:
    """What a worker gives for a page: the files to write, None for one to remove."""

    page_id: str
    files: Mapping[str, str | None]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A page as it is cut now, beside the articles that stand there. names: of each piece's article file, '' where none
    is written; ids: theirs; doubts: those that stand in the `review` of an article, with its number."""

    page: Page
    layout: Layout
    names: tuple[str, ...]
    ids: tuple[str, ...]
    doubts: tuple[tuple[Doubt, int], ...]


def look(copies: tuple[Copy, ...], settings: Settings, authority: Authority) -> tuple[Looked, ...]:
    """Returns pages that are cut together with what is doubtful about them, without those that cannot be read or
    written: a build tells of them. What a person took out of `review` is no doubt any more."""
    pages = lay_out(Sheaf(copies, settings, authority))
    return tuple(_looked(one, one.page) for one in pages if one.open and one.page)


def _looked(laid: Laid, page: Page) -> Looked:
    noted = [
        (doubt, at)
        for doubt in laid.layout.doubts
        for at, one in enumerate(laid.adopted)
        if one.held and one.held.article and doubt.note in one.held.article.review
    ]
    names = tuple(one.held.name if one.held else "" for one in laid.adopted)
    return Looked(page, laid.layout, names, tuple(_ids(laid)), tuple(noted))


@dataclass(frozen=True, slots=True)
class _Described:
    """A page with its facts and its articles, each with the file that holds it."""

    laid: Laid
    facts: PageFacts
    new: tuple[tuple[Article, Held | None], ...]


def clip_sheaf(copies: tuple[Copy, ...], settings: Settings, authority: Authority) -> tuple[Clipped, ...]:
    """Returns the files of each page's folder, people's words kept. A page that cannot be read is a Problem."""
    pages = lay_out(Sheaf(copies, settings, authority))
    ids = {one.path: _ids(one) for one in pages if one.open}
    every = [id for own in ids.values() for id in own]
    described = [_described(one, ids[one.path], every) for one in pages if one.open]
    printed = {one.path: [line.no for line in one.page.lines] for one in pages if one.page}
    written: dict[str, Files] = {}
    for one in described:
        facts = replace(one.facts, elsewhere=_elsewhere(one.laid, described))
        written[one.laid.path] = write_folder(one.laid.folder, facts, one.new, printed)
    told = _told(copies, [one.laid for one in described], written)
    _settle()
    return tuple(
        Clipped(one.folder.id, written.get(one.path, {}), (*one.problems, *told.get(one.path, ()))) for one in pages
    )


@cache
def _settle() -> None:
    """The first pages of a process have loaded all word lists, hundreds of thousands of values that stay: no collection
    looks through them again. What a page is made of goes without one: a collection comes every ten pages or so, not ten
    times in each."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT, 10, 10)


def _ids(laid: Laid) -> list[str]:
    """Returns the id of each piece of a page: the one that its article was given once, or a new one."""
    used = [held.id for held in laid.folder.held] + list(laid.folder.deleted)
    ids = []
    for one in laid.adopted:
        id = one.held.id if one.held else new_id(laid.folder.id, one.piece.lines, used)
        ids.append(id)
        used.append(id)
    return ids


def _described(laid: Laid, ids: Sequence[str], every: Sequence[str]) -> _Described:
    """Returns a page that can be read with its articles under their ids. every: those of all pages."""
    assert laid.page
    facts, articles = describe(laid.page, laid.layout, laid.context)
    new = []
    for article, id, one in zip(articles, ids, laid.adopted, strict=True):
        body = markdown.body(one.piece.blocks)
        new.append((replace(article, id=id, aliases=aliases(one, every), body=body), one.held))
    return _Described(laid, facts, tuple(new))


def _elsewhere(laid: Laid, described: Sequence[_Described]) -> tuple[Elsewhere, ...]:
    """Returns which lines of a page stand in articles of other pages."""
    found: dict[str, set[int]] = {}
    printed = {line.no for line in laid.page.lines} if laid.page else set[int]()
    for no in printed & set(laid.others.by_line):
        found.setdefault(laid.others.by_line[no], set()).add(no)
    for other in described:
        for article, _ in other.new:
            lines = article.source.on(laid.path) if other.laid is not laid else ()
            if lines:
                found.setdefault(article.id, set()).update(lines)
    return tuple(Elsewhere(tuple(sorted(lines)), id) for id, lines in sorted(found.items()))


def _told(copies: Sequence[Copy], pages: Sequence[Laid], written: Mapping[str, Files]) -> dict[str, list[Problem]]:
    """Returns what is wrong with what people decided in page.md, by page, in the files as they will stand."""
    if not any(one.folder.page.decided for one in pages):
        return {}
    folders = {}
    for copy in copies:
        files = {**copy.texts, **written.get(copy.path, {})}
        texts = {name: text for name, text in files.items() if text is not None}
        folders[copy.path] = open_folder(copy.page_id, texts, copy.path)
    return {
        one.path: decisions.told(folders[one.path], one.page, list(folders.values()))
        for one in pages
        if one.page and one.folder.page.decided
    }
