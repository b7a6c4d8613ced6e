"""The order of work. Nothing else knows what comes after what.

    clip:    page files ──clip_sheaf──▶ Markdown in content/articles
    render:  Markdown ──load──▶ articles ──group──▶ Archive ──sheets──▶ publish ──▶ site/
    build:   both

Each takes a `Place` (the folders) and gives a `Report`. Files are opened here through `files.shelf`, `settings`,
`authority`, `render.theme` and `publish`; the stages between see values only."""

import gc
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from fnmatch import fnmatch
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from jianbao import __version__, authority, inputs, scans, settings
from jianbao.authority import Authority
from jianbao.cache import Cache
from jianbao.chinese import pinyin
from jianbao.due import Pages
from jianbao.files import shelf
from jianbao.files.account import Lines
from jianbao.files.shelf import Copy, Listed
from jianbao.known import Known
from jianbao.problems import Problem, Stop
from jianbao.progress import Stage, Tell, Watch
from jianbao.publish.publish import Plan, Published, check, publish, standing, unchanged
from jianbao.publish.quire import Unit
from jianbao.render import theme
from jianbao.search import shape
from jianbao.settings import Settings
from jianbao.stock import Stock, read_stock
from jianbao.workers import Item, Result, do

if TYPE_CHECKING:
    from jianbao.clip import Looked
    from jianbao.cluster import Cluster
    from jianbao.search.index import Do

_REMEMBERED = 60.0  # seconds of clipping after which what is done is noted: a machine that loses power loses no more


@dataclass(frozen=True)
class Place:
    """Where an archive is and how to work on it. only: a pattern of page paths; fresh: trust no cache, no mark;
    cluster: other machines that do what processes here would."""

    content: Path
    theme: Path
    site: Path
    jobs: int = 1
    only: str = ""
    fresh: bool = False
    cluster: "Cluster | None" = None

    def do(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yields function(item) for each item, in order, wherever the work is done."""
        return self.cluster.do(function, items) if self.cluster else do(function, items, self.jobs)

    @property
    def templates(self) -> Path:
        """Returns the folder of templates: the archive's own, else the one that comes with jianbao."""
        return inputs.theme_folder(self.theme)

    @cached_property
    def settings(self) -> tuple[Settings, list[Problem]]:
        return settings.load(self.content)

    @cached_property
    def authority(self) -> tuple[Authority, list[Problem]]:
        return authority.load(self.content)


@dataclass(frozen=True)
class Report:
    """What was done. pages, articles: that the archive holds, None when nobody counted; written: Markdown files; made,
    kept, removed: files of the site; lines: where the pages' lines went; problems: in order of file and line;
    stages: what each cost."""

    pages: int = 0
    articles: int | None = None
    written: int = 0
    made: int = 0
    kept: int = 0
    removed: int = 0
    lines: Lines = field(default_factory=Lines)
    problems: tuple[Problem, ...] = ()
    stages: tuple[Stage, ...] = ()

    @classmethod
    def again(cls, told: Mapping[str, Any], kept: int) -> "Report":
        """Returns the report of a build that found nothing to do, from that of the one before."""
        problems = tuple(Problem(**one) for one in told["problems"])
        return cls(told["pages"], told["articles"], kept=kept, lines=Lines(**told["lines"]), problems=problems)

    def plain(self) -> dict[str, Any]:
        """Returns the report as the JSON object that --json prints; stages are there for --profile alone."""
        plain = asdict(self)
        del plain["stages"]
        return plain


def silent(_step: str, _done: int, _all: int) -> None:
    """Tells nobody."""


def build(place: Place, tell: Tell = silent) -> Report:
    """Pages to Markdown to site."""
    watch = Watch()
    clipped = clip(place, tell)
    watch.lap("clip")
    rendered = render(place, tell)
    problems = sorted({*clipped.problems, *rendered.problems})
    stages = (*watch.stages, *rendered.stages)
    return replace(rendered, written=clipped.written, problems=tuple(problems), stages=stages)


def clip(place: Place, tell: Tell = silent) -> Report:
    """Pages to Markdown: each page whose text, folder or rules changed since it was clipped last, with the pages that
    jumps tie to it, whether `only` names them or not: an article on two pages must fit both."""
    found, problems = shelf.page_files(place.content)
    wanted = {page.path for page in found if not place.only or fnmatch(page.path, place.only)}
    with _locked(place.content / ".cache", "content"):
        cache = Cache(place.content, inputs.of_rules(place.content))
        pages = Pages(place.content, found, cache)
        gone = {path for path in cache.ids() if pages.gone(path)}
        moved = {path for path in wanted | gone if place.fresh or not cache.holds(pages.file(path))}
        try:
            written, wrong = _clip_due(place, pages, moved, cache, tell) if moved else (0, [])
        finally:  # stopped by Ctrl-C it goes on from there too
            _remember(cache, pages)
    said = {*problems, *place.settings[1], *(place.authority[1] if moved else ()), *wrong}
    return Report(pages=len(wanted), written=written, problems=tuple(sorted(said)))


def _clip_due(
    place: Place, pages: Pages, moved: Collection[str], cache: Cache, tell: Tell
) -> tuple[int, list[Problem]]:
    """Clips the pages that moved, and returns how many files were written and what is wrong."""
    from jianbao.clip import clip_sheaf  # with all rules: a build with nothing to clip is spared 90 ms

    groups = pages.due(moved)
    every = sum(map(len, groups))
    at_work: deque[Copy] = deque()
    work = partial(clip_sheaf, settings=place.settings[0], authority=place.authority[0])
    results = chain.from_iterable(place.do(work, _copies(pages, groups, at_work)))
    problems: list[Problem] = []
    written = 0
    remembered = monotonic()
    for done, result in enumerate(results, 1):
        if monotonic() - remembered > _REMEMBERED:
            _remember(cache, pages)
            remembered = monotonic()
        copy = at_work.popleft()
        problems += result.problems
        try:
            written += shelf.put(place.content, result.page_id, result.files, copy.texts)
        except OSError as error:
            what = f"It cannot be written: {error.strerror}."
            problems.append(
                Problem(f"articles/{result.page_id}", 0, what, "Mend its permissions, or what is in its way.")
            )
            continue
        if result.files or pages.gone(copy.path):
            cache.add(pages.file(copy.path), result.page_id, pages.ties(copy.path))
        tell("clip", done, every)
    return written, [*problems, *pages.problems]


def _remember(cache: Cache, pages: Pages) -> None:
    cache.save(path for path in cache.ids() if pages.stays(path))


def _copies(pages: Pages, groups: Iterable[Sequence[str]], at_work: deque[Copy]) -> Iterator[tuple[Copy, ...]]:
    """Yields the pages of each group as they stand, and notes them as at work."""
    for paths in groups:
        copies = tuple(map(pages.copy, paths))
        at_work.extend(copies)
        yield copies


def look(place: Place, tell: Tell = silent) -> "list[Looked]":
    """Returns every page that can be read as it is cut now, with what is doubtful about it. Writes nothing."""
    from jianbao.clip import look as look_at

    there, _ = shelf.page_files(place.content)
    pages = Pages(place.content, there, Cache(place.content, ""))
    wanted = {page.path for page in there if not place.only or fnmatch(page.path, place.only)}
    groups = pages.due(wanted)
    work = partial(look_at, settings=place.settings[0], authority=place.authority[0])
    found: list[Looked] = []
    for done, looked in enumerate(place.do(work, _copies(pages, groups, deque())), 1):
        tell("look", done, len(groups))
        found += [one for one in looked if one.page.path in wanted]
    return found


def render(place: Place, tell: Tell = silent) -> Report:
    """Markdown to site."""
    watch = Watch()
    listed = shelf.listing(place.content)
    made_from = inputs.of_site(listed, place.templates)
    check(place.site, place.content)  # first: the lock makes a folder of ours
    with _locked(place.site / ".jianbao", "site"):
        there = standing(place.site)
        same = not place.fresh and unchanged(place.site, there, made_from)
        watch.lap("look for changes")
        if same:
            return replace(Report.again(there.last.told, len(there.last)), stages=tuple(watch.stages))
        stock, report = stock_of(place, listed, tell)
        del listed  # the names of a hundred thousand files are not carried through the build
        watch.lap("read")
        plan = Plan(place.content, there, f"jianbao {__version__}", place.fresh, place.jobs, made_from, report.plain())
        made = _publish(place, stock, replace(plan, tell=tell, lap=watch.lap))
        if pinyin.anything_new():
            _known(place).keep_sounds(pinyin.sounds())
    return replace(report, made=made.made, kept=made.kept, removed=made.removed, stages=tuple(watch.stages))


def stock_of(place: Place, listed: Sequence[Listed], tell: Tell = silent) -> tuple[Stock, Report]:
    """Returns what content/ holds, and the report of it when nothing is made yet. listed: what stands there."""
    gc.set_threshold(50_000, 20, 50)  # what is loaded stays: looking through it again and again finds nothing
    known = _known(place)
    pinyin.learn(known.sounds())
    stock = read_stock(place.content, listed, tell, known, place.jobs)
    problems = tuple(sorted({*stock.problems, *place.settings[1], *place.authority[1]}))
    return stock, Report(len(stock.pages), len(stock.articles), lines=stock.lines, problems=problems)


def _publish(place: Place, stock: Stock, plan: Plan) -> Published:
    if place.cluster:
        place.cluster.must_see(place.content)
        plan = replace(plan, do=place.cluster.do)
    pages, found = sheets_of(place, stock, plan.tell)
    plan.lap("group")
    return publish(place.site, pages, plan, after=found)


def sheets_of(
    place: Place, stock: Stock, tell: Tell, layout: shape.Layout = shape.SITE
) -> tuple[Iterator[Unit], Iterator[Unit]]:
    """Returns every file of the site, made when it is asked for; those of the search apart. tell: is told how far the
    index is; layout: of the files of the search."""
    from jianbao.archive.archive import group  # with all views: a build with nothing to make is spared 100 ms
    from jianbao.exports import feed, sitemaps, skos
    from jianbao.render.render import units
    from jianbao.search import search

    pinyin.read_ahead(stock.articles.columns.names(), place.authority[0].names)
    archive = group(stock.articles, stock.pages, place.settings[0], place.authority[0])
    listed = skos.sheet(place.authority[0].subjects, archive.tags.terms, archive.settings.title)
    pictures = scans.sheets(place.content, ((page.id, page.scan) for page in stock.pages if page.scan))
    pages = units(archive, theme.load(place.templates))
    found = search.sheets(archive, _telling(place.do, tell), layout)
    told = chain(feed.sheets(archive), sitemaps.sheets(archive))
    return chain((listed,), pictures, pages, told), found


def _telling(do: "Do", tell: Tell) -> "Do":
    """Returns what does work and tells how much of it is done."""

    def telling(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        for done, result in enumerate(do(function, items), 1):
            tell("index", done, 0)
            yield result

    return telling


def _known(place: Place) -> Known:
    return Known(place.content, inputs.program())


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
