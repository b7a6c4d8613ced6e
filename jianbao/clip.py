"""Pages on their way to Markdown: read, segment, adopt, join, describe, write. Bytes and texts in, texts out.

This is the left half for one page, or for the pages of an issue that jumps tie together, so that it can run in any
process; `pipeline` fetches and puts the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jianbao.describe import describe
from jianbao.files import markdown
from jianbao.files.adopt import new_id
from jianbao.files.held import Held
from jianbao.files.write import with_aliases, write_folder
from jianbao.issue import Laid, Sheaf, lay_out
from jianbao.model import Article, Elsewhere, PageFacts
from jianbao.problems import Problem


@dataclass(frozen=True, slots=True)
class Clipped:
    """What a worker gives for a page: the files to write, None for one to remove."""

    page_id: str
    files: Mapping[str, str | None]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Described:
    """A page with its facts and its articles, each with the file that holds it."""

    laid: Laid
    facts: PageFacts
    new: tuple[tuple[Article, Held | None], ...]


def clip_sheaf(sheaf: Sheaf) -> tuple[Clipped, ...]:
    """Returns the files of each page's folder, people's words kept. A page that cannot be read is a Problem."""
    pages = lay_out(sheaf)
    described = [_described(one) for one in pages if one.open]
    printed = {one.path: [line.no for line in one.page.lines] for one in pages if one.page}
    written = {}
    for one in described:
        facts = replace(one.facts, elsewhere=_elsewhere(one.laid, described))
        written[one.laid.path] = write_folder(one.laid.folder, facts, one.new, printed)
    return tuple(Clipped(one.folder.id, written.get(one.path, {}), one.problems) for one in pages)


def _described(laid: Laid) -> _Described:
    """Returns a page that can be read with its articles, under the ids they were given once or get now."""
    assert laid.page
    facts, articles = describe(laid.page, laid.layout, laid.context)
    used = [held.id for held in laid.folder.held] + list(laid.folder.deleted)
    new = []
    for article, one in zip(articles, laid.adopted, strict=True):
        if one.held is None:
            article = replace(article, id=new_id(laid.page.id, one.piece.lines, used))
            used.append(article.id)
        article = with_aliases(article, one.held, one.gone)
        new.append((replace(article, body=markdown.body(one.piece.blocks)), one.held))
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
