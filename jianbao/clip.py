"""One page on its way to Markdown: read, segment, adopt, describe, write. Bytes and texts in, texts out.

This is the left half for a single page, so that it can run in any process; `pipeline` fetches and puts the files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jianbao.authority import Authority
from jianbao.describe import Context, describe
from jianbao.files import markdown
from jianbao.files.adopt import Adopted, adopt, new_id
from jianbao.files.folder import Folder, open_folder
from jianbao.files.write import with_aliases, write_folder
from jianbao.model import Layout, Page
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


def clip_page(sheaf: Sheaf) -> Clipped:
    """Returns the files of one page's folder, people's words kept. A page that cannot be read is a Problem."""
    folder = open_folder(sheaf.page_id, sheaf.texts, sheaf.path)
    if not folder.writable:
        return Clipped(sheaf.page_id, {}, folder.problems)
    try:
        page = read_plain(sheaf.page_id, sheaf.path, sheaf.data)
    except Fault as fault:
        return Clipped(sheaf.page_id, {}, (*folder.problems, fault.problem(f"pages/{sheaf.path}")))
    layout, adopted = adopt(folder, segment(page))
    facts, described = describe(page, layout, context(folder, sheaf.settings, sheaf.authority))
    used = [held.id for held in folder.held] + list(folder.deleted)
    new = []
    for article, one in zip(described, adopted, strict=True):
        if one.held is None:
            article = replace(article, id=new_id(page.id, one.piece.lines, used))
            used.append(article.id)
        article = with_aliases(article, one.held, one.gone)
        new.append((replace(article, body=markdown.body(one.piece.blocks)), one.held))
    files = write_folder(folder, facts, new, [line.no for line in page.lines])
    return Clipped(sheaf.page_id, files, folder.problems)


def context(folder: Folder, settings: Settings, authority: Authority) -> Context:
    """Returns what is known of a page before it is described: what people corrected in page.md counts as known."""
    return Context(settings, authority, dict(folder.page.known))


def layout_of(page: Page, folder: Folder) -> tuple[Layout, list[Adopted]]:
    """Returns the layout of a page as its articles stand, and which piece is which, for `explain`."""
    return adopt(folder, segment(page))
