"""The order of work. Nothing else knows what comes after what.

    clip:    page files ──clip_page──▶ Markdown in content/articles
    render:  Markdown ──load──▶ articles ──group──▶ Archive ──sheets──▶ publish ──▶ site/
    build:   both

Each takes a `Place` (the folders) and gives a `Report`. Files are opened here through `files.shelf`, `settings`,
`authority`, `render.theme` and `publish`; the stages between see values only."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from fnmatch import fnmatch
from functools import cached_property
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from jianbao import __version__, authority, settings
from jianbao.archive.archive import group
from jianbao.archive.order import FiledPage
from jianbao.authority import Authority
from jianbao.cache import Cache
from jianbao.files import shelf
from jianbao.files.account import Lines, account
from jianbao.files.load import Loaded, load, unique
from jianbao.files.shelf import PageFile
from jianbao.model import Article, PageFacts
from jianbao.pageids import page_ids
from jianbao.problems import Fault, Problem, Stop
from jianbao.publish.publish import Plan, Published, publish
from jianbao.read import read_plain
from jianbao.render import theme
from jianbao.render.render import sheets
from jianbao.settings import Settings
from jianbao.workers import do

if TYPE_CHECKING:
    from jianbao.clip import Sheaf

_STAGES = ("read", "segment", "describe", "chinese", "files", "data")
Tell = Callable[[str, int, int], None]  # step, done, of how many


@dataclass(frozen=True)
class Place:
    """Where an archive is and how to work on it. only: a pattern of page paths; fresh: trust no cache, no mark."""

    content: Path
    theme: Path
    site: Path
    jobs: int = 1
    only: str = ""
    fresh: bool = False

    @cached_property
    def settings(self) -> tuple[Settings, list[Problem]]:
        return settings.load(self.content)

    @cached_property
    def authority(self) -> tuple[Authority, list[Problem]]:
        return authority.load(self.content)


@dataclass(frozen=True)
class Report:
    """What was done. pages, articles: that the archive holds; written: Markdown files; made, kept, removed: files of
    the site; lines: where the pages' lines went; problems: in order of file and line."""

    pages: int = 0
    articles: int = 0
    written: int = 0
    made: int = 0
    kept: int = 0
    removed: int = 0
    lines: Lines = field(default_factory=Lines)
    problems: tuple[Problem, ...] = ()

    def plain(self) -> dict[str, Any]:
        """Returns the report as the JSON object that --json prints."""
        return asdict(self)


@dataclass(frozen=True)
class Shelved:
    """Everything that stands in content/, read."""

    articles: tuple[Article, ...]
    pages: tuple[FiledPage, ...]
    lines: Lines
    problems: tuple[Problem, ...]


def silent(_step: str, _done: int, _all: int) -> None:
    """Tells nobody."""


def build(place: Place, tell: Tell = silent) -> Report:
    """Pages to Markdown to site."""
    clipped = clip(place, tell)
    rendered = render(place, tell)
    problems = sorted({*clipped.problems, *rendered.problems})
    return replace(rendered, written=clipped.written, problems=tuple(problems))


def clip(place: Place, tell: Tell = silent) -> Report:
    """Pages to Markdown: each page whose text, folder or rules changed since it was clipped last."""
    pages, problems = _pages(place)
    with _locked(place.content / ".cache", "content"):
        cache = Cache(place.content, _rules(place))
        due = [page for page in pages if place.fresh or not cache.holds(page)]
        problems += place.settings[1] + (place.authority[1] if due else [])
        ids = page_ids(pages)
        written = _clip_due(place, {page: ids[page.path] for page in due}, cache, problems, tell) if due else 0
        cache.save([page.path for page in pages])
    return Report(pages=len(pages), written=written, problems=tuple(sorted(set(problems))))


def _clip_due(place: Place, ids: dict[PageFile, str], cache: Cache, problems: list[Problem], tell: Tell) -> int:
    """Clips pages, given with their ids, and returns how many files were written."""
    from jianbao.clip import clip_page  # with all rules: a build with nothing to clip is spared 90 ms

    sheaves = dict(_sheaves(place, ids, problems))
    written = 0
    results = do(clip_page, list(sheaves.values()), place.jobs)
    for done, (page, result) in enumerate(zip(sheaves, results, strict=True), 1):
        written += shelf.put(place.content, result.page_id, result.files, sheaves[page].texts)
        problems += result.problems
        if result.files:
            cache.add(page, result.page_id)
        tell("clip", done, len(sheaves))
    return written


def render(place: Place, tell: Tell = silent) -> Report:
    """Markdown to site."""
    stock = read_shelf(place, tell)
    made = _publish(place, stock, tell)
    return Report(
        pages=len(stock.pages),
        articles=len(stock.articles),
        made=made.made,
        kept=made.kept,
        removed=made.removed,
        lines=stock.lines,
        problems=tuple(sorted({*stock.problems, *place.settings[1], *place.authority[1]})),
    )


def read_shelf(place: Place, tell: Tell = silent) -> Shelved:
    """Returns the articles and pages that stand in content/, and an account of every line."""
    if not place.content.is_dir():
        remedy = "Make the folder, or name another with --content."
        raise Stop(Problem(str(place.content), 0, "There is no content folder.", remedy))
    found: list[tuple[str, Article]] = []
    problems: list[Problem] = []
    facts: dict[str, PageFacts] = {}
    folders = shelf.article_folders(place.content)
    for done, folder in enumerate(folders, 1):
        loaded, wrong = _load(place.content, folder)
        found += loaded.articles
        problems += [*wrong, *loaded.problems]
        if loaded.facts:
            facts[folder] = loaded.facts
        tell("load", done, len(folders))
    named, wrong = unique(found)
    articles = tuple(article for _, article in named)
    pages, lines, wrong_pages = _filed(place, facts, articles)
    return Shelved(articles, pages, lines, (*problems, *wrong, *wrong_pages))


def _load(content: Path, folder: str) -> tuple[Loaded, list[Problem]]:
    texts, wrong = shelf.folder_texts(content, folder)
    return load(folder, texts), wrong


def _filed(
    place: Place, facts: dict[str, PageFacts], articles: tuple[Article, ...]
) -> tuple[tuple[FiledPage, ...], Lines, list[Problem]]:
    """Returns the pages with their text, the account of their lines, and what is wrong with them."""
    by_page: dict[str, list[Article]] = {}
    for article in articles:
        by_page.setdefault(article.source.page, []).append(article)
    filed: list[FiledPage] = []
    total, problems = Lines(), list[Problem]()
    for folder, one in sorted(facts.items()):
        try:
            page = read_plain(folder, one.page, shelf.page_bytes(place.content, one.page))
        except (OSError, Fault):  # told by clip; the articles are there all the same
            filed.append(FiledPage(one, folder))
            continue
        lines, wrong = account(page, one, by_page.get(one.page, ()), f"articles/{folder}")
        filed.append(FiledPage(one, folder, page))
        total, problems = total + lines, problems + wrong
    return tuple(filed), total, problems


def _publish(place: Place, stock: Shelved, tell: Tell) -> Published:
    archive = group(stock.articles, stock.pages, place.settings[0], place.authority[0])
    planned = list(sheets(archive, theme.load(_theme_folder(place))))
    with _locked(place.site / ".jianbao", "site"):
        tell("publish", 0, len(planned))
        made = publish(place.site, planned, Plan(place.content, f"jianbao {__version__}", place.fresh))
        tell("publish", len(planned), len(planned))
    return made


def _theme_folder(place: Place) -> Path:
    packed = Path(str(resources("jianbao"))) / "theme"
    return place.theme if place.theme.is_dir() or not packed.is_dir() else packed


def _pages(place: Place) -> tuple[list[PageFile], list[Problem]]:
    pages, problems = shelf.page_files(place.content)
    return [page for page in pages if not place.only or fnmatch(page.path, place.only)], problems


def _sheaves(place: Place, ids: dict[PageFile, str], problems: list[Problem]) -> "Iterator[tuple[PageFile, Sheaf]]":
    from jianbao.clip import Sheaf

    for page, page_id in ids.items():
        try:
            data = shelf.page_bytes(place.content, page.path)
        except OSError as error:
            what = f"The page cannot be read: {error.strerror}."
            problems.append(Problem(f"pages/{page.path}", 0, what, "Mend its permissions."))
            continue
        texts, wrong = shelf.folder_texts(place.content, page_id)
        problems += wrong
        yield page, Sheaf(page_id, page.path, data, texts, place.settings[0], place.authority[0])


def _rules(place: Place) -> str:
    """Returns the mark of everything but the page that its Markdown depends on: our code and data, archive.yaml and
    content/authority."""
    digest = hashlib.sha256(__version__.encode())
    own = Path(str(resources("jianbao")))
    ours = [path for folder in _STAGES for path in (own / folder).rglob("*")]
    theirs = [place.content / "archive.yaml", *(place.content / "authority").glob("*.yaml")]
    for path in sorted(path for path in [*ours, *theirs] if path.suffix != ".pyc" and path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _locked(folder: Path, what: str) -> Iterator[None]:
    """Keeps a second build out of one folder; the lock dies with its process."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=0)
        lock.acquire()
    except Timeout:
        remedy = "Wait for it to end, then build again."
        raise Stop(Problem(str(folder.parent), 0, f"Another build is at work on this {what} folder.", remedy)) from None
    except OSError as error:
        remedy = "Mend its permissions, or name another folder."
        reason = f"The {what} folder cannot be written: {error.strerror}."
        raise Stop(Problem(str(folder.parent), 0, reason, remedy)) from None
    try:
        yield
    finally:
        lock.release()
