"""One page on its way to Markdown: read, segment, adopt, describe, write. Bytes and texts in, texts out.

This is the left half for a single page, so that it can run in any process; `pipeline` fetches and puts the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jianbao.authority import Authority
from jianbao.describe import Context, describe
from jianbao.files import decisions, markdown
from jianbao.files.adopt import Adopted, adopt, aliases, new_id
from jianbao.files.folder import PAGE, Folder, open_folder
from jianbao.files.write import write_folder
from jianbao.model import Doubt, Layout, Page
from jianbao.problems import Fault, Problem
from jianbao.read import read_plain
from jianbao.segment import segment
from jianbao.settings import Settings


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What a worker gets: one page file and the texts that stand in its folder, by name."""

    page_id: str
    path: str
    data: bytes
    texts: Mapping[str, str]
    settings: Settings
    authority: Authority


@dataclass(frozen=True, slots=True)
class Clipped:
    """What a worker gives: the files to write, None for one to remove."""

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


def look(sheaf: Sheaf) -> Looked | None:
    """Returns a page with what is doubtful about it; None for one that cannot be read or written, which a build tells.
    What a person took out of `review` is no doubt any more."""
    folder = open_folder(sheaf.page_id, sheaf.texts, sheaf.path)
    try:
        page = read_plain(sheaf.page_id, sheaf.path, sheaf.data)
    except Fault:
        return None
    if not folder.writable:
        return None
    layout, adopted = layout_of(page, folder)
    noted = [
        (doubt, at)
        for doubt in layout.doubts
        for at, one in enumerate(adopted)
        if one.held and one.held.article and doubt.note in one.held.article.review
    ]
    names = tuple(one.held.name if one.held else "" for one in adopted)
    return Looked(page, layout, names, tuple(_ids(page, folder, adopted)), tuple(noted))


def clip_page(sheaf: Sheaf) -> Clipped:
    """Returns the files of one page's folder, people's words kept. A page that cannot be read is a Problem."""
    folder = open_folder(sheaf.page_id, sheaf.texts, sheaf.path)
    if not folder.writable:
        return Clipped(sheaf.page_id, {}, folder.problems)
    try:
        page = read_plain(sheaf.page_id, sheaf.path, sheaf.data)
    except Fault as fault:
        return Clipped(sheaf.page_id, {}, (*folder.problems, fault.problem(f"pages/{sheaf.path}")))
    layout, adopted = layout_of(page, folder)
    facts, described = describe(page, layout, context(folder, sheaf.settings, sheaf.authority))
    ids = _ids(page, folder, adopted)
    new = []
    for article, id, one in zip(described, ids, adopted, strict=True):
        article = replace(article, id=id, aliases=aliases(one, ids), body=markdown.body(one.piece.blocks))
        new.append((article, one.held))
    files = write_folder(folder, facts, new, [line.no for line in page.lines])
    return Clipped(sheaf.page_id, files, (*folder.problems, *_told(sheaf, page, folder, files)))


def _ids(page: Page, folder: Folder, adopted: Sequence[Adopted]) -> list[str]:
    """Returns the id of each piece: the one that its article was given once, or a new one."""
    used = [held.id for held in folder.held] + list(folder.deleted)
    ids = []
    for one in adopted:
        id = one.held.id if one.held else new_id(page.id, one.piece.lines, used)
        ids.append(id)
        used.append(id)
    return ids


def _told(sheaf: Sheaf, page: Page, folder: Folder, files: Mapping[str, str | None]) -> list[Problem]:
    """Returns what is wrong with what people decided in page.md, in the files as they will stand."""
    if not folder.page.decided:
        return []
    texts = {name: text for name, text in {**sheaf.texts, **files}.items() if text is not None}
    return decisions.told(open_folder(sheaf.page_id, texts, sheaf.path), page)


def context(folder: Folder, settings: Settings, authority: Authority) -> Context:
    """Returns what is known of a page before it is described: what people corrected in page.md counts as known."""
    return Context(settings, authority, dict(folder.page.known))


def layout_of(page: Page, folder: Folder) -> tuple[Layout, list[Adopted]]:
    """Returns the layout of a page as people decided it and as its articles stand, and which piece is which."""
    return adopt(folder, segment(page, decisions.read(folder.page, page, PAGE)[0]))
