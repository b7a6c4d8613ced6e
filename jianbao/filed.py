"""Folders of articles to newspaper pages, each with the way to its text, and the account of its lines.

A page's text is read when somebody looks at it: of ten thousand pages a build shows a few. The account of a page is
taken when its file, its page.md or an article that names one of its lines changed, and remembered until then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path

from jianbao import scans
from jianbao.archive.holdings import Holdings
from jianbao.archive.order import FiledPage
from jianbao.files import shelf
from jianbao.files.account import Lines, account
from jianbao.known import AccountPart, Counted, Known
from jianbao.model import Page, PageFacts
from jianbao.problems import Fault, Problem
from jianbao.read import read_plain

_AT_HAND = 8  # pages whose text is kept: the pieces of one are made one after the other


@dataclass(frozen=True, slots=True)
class Filed:
    """The pages in the order of their folders, the account of all their lines, and what is wrong with them."""

    pages: tuple[FiledPage, ...]
    lines: Lines
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Page:
    """A folder with its page and the articles that name lines of it. told: what is known of each, as a hash."""

    folder: str
    facts: PageFacts
    articles: Sequence[int]
    told: Sequence[str]


@dataclass(frozen=True)
class Accounts:
    """Takes the account of pages. known: what was counted already."""

    content: Path
    known: Known | None = None

    def of(self, held: Mapping[str, _Page], articles: Holdings) -> Iterator[tuple[str, Counted]]:
        """Yields the account of each folder's page, in whatever order."""
        if self.known is None:
            yield from ((folder, _count(self.content, one, articles)) for folder, one in held.items())
            return
        for part, some in self.known.accounts(held):
            yield from ((folder, self._of(held[folder], articles, part)) for folder in some)
            part.save()

    def _of(self, held: _Page, articles: Holdings, part: AccountPart) -> Counted:
        stats = _stats(self.content, held)
        found = part.get(held.folder, stats) if stats else None
        if found:
            return found
        counted = _count(self.content, held, articles)
        if counted.text:
            part.add(held.folder, stats, counted)
        return counted


def file(facts: Mapping[str, PageFacts], articles: Holdings, accounts: Accounts) -> Filed:
    """Returns the pages of folders, given by what their page.md says."""
    naming, told = _naming(articles) if facts else {}, articles.columns.body_of
    held = {}
    for folder, one in facts.items():
        rows = naming.get(one.page, ())
        held[folder] = _Page(folder, one, rows, list(map(told, rows)))
    counted = dict(accounts.of(held, articles))
    content = accounts.content.resolve()  # a page may be made in another process, on another machine
    pictures, problems = scans.find(content)
    pages, lines = [], Lines()
    for folder, one in sorted(facts.items()):
        found = counted[folder]
        picture = pictures.get(one.page.rpartition(".")[0])
        read = partial(_text, content, folder, one.page, found.text)
        pages.append(FiledPage(one, folder, found.text, picture, read))
        lines += found.lines
        problems += found.problems
    return Filed(tuple(pages), lines, problems)


def _naming(articles: Holdings) -> dict[str, list[int]]:
    """The rows of the articles that name lines of each page, by its path."""
    columns = articles.columns
    found: dict[str, list[int]] = {}
    paths, begins = columns.pages.table, columns.pages.codes
    onward = columns.further.by_row()
    for row in articles.rows:
        for path in dict.fromkeys((paths[begins[row]], *onward.get(row, ()))):
            found.setdefault(path, []).append(row)
    return found


def _stats(content: Path, held: _Page) -> str:
    """Returns the mark of what an account is taken from, '' when the page file is gone."""
    try:
        told = [shelf.page_stats(content, held.facts.page), repr(held.facts)]
    except OSError:
        return ""
    told += held.told
    return blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _count(content: Path, held: _Page, articles: Holdings) -> Counted:
    facts, where = held.facts, f"articles/{held.folder}"
    try:
        data = shelf.page_bytes(content, facts.page)
        page = read_plain(held.folder, facts.page, data)
    except OSError:
        what = f'It names the page "{facts.page}", which is not in content/pages.'
        remedy = "Give the page file its old name, or write its new path here."
        return Counted("", Lines(), (Problem(f"{where}/page.md", 0, what, remedy),))
    except Fault as fault:
        return Counted("", Lines(), (fault.problem(f"pages/{facts.page}"),))
    lines, wrong = account(page, facts, tuple(map(articles.whole, held.articles)), where)
    return Counted(blake2b(data, digest_size=12).hexdigest(), lines, tuple(wrong))


@lru_cache(_AT_HAND)
def _text(content: Path, folder: str, path: str, text: str) -> Page | None:
    """Returns a page with its text. text: the mark of it, so that another text is read anew; '' when there is none."""
    try:
        return read_plain(folder, path, shelf.page_bytes(content, path)) if text else None
    except (OSError, Fault):  # gone since its lines were counted: the next build says so
        return None
