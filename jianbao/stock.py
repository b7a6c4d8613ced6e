"""Everything that stands in content/, read: articles, pages with their text, and an account of every line.

What cannot be read is a Problem and left out; the others are read all the same."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jianbao.archive.holdings import Held, Holdings
from jianbao.archive.order import FiledPage
from jianbao.filed import Accounts, file
from jianbao.files import decisions, shelf
from jianbao.files.account import Lines
from jianbao.files.document import cut
from jianbao.files.folder import Folder, open_folder
from jianbao.files.load import Loaded, load
from jianbao.files.shelf import Listed
from jianbao.known import Known
from jianbao.model import Article, PageFacts
from jianbao.problems import Fault, Problem, Stop
from jianbao.progress import Tell
from jianbao.records import Beside, Part, Records, dealt
from jianbao.workers import share

_FEW = 500  # folders: to read them takes a second


@dataclass(frozen=True)
class Stock:
    """What content/ holds. lines: where the lines of all pages went."""

    articles: Holdings
    pages: tuple[FiledPage, ...]
    lines: Lines
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Bodies:
    """Gives an article that is held without its body with it, read anew."""

    content: Path

    def __call__(self, held: Held) -> Article:
        try:
            return replace(held.article, body=cut(shelf.article_text(self.content, held.where)).body)
        except (OSError, UnicodeDecodeError, Fault) as error:
            what = f"It could be read a moment ago and cannot now: {error}."
            raise Stop(Problem(held.where, 0, what, "Leave it alone while a build is at work.")) from error


def read_stock(content: Path, listed: Iterable[Listed], tell: Tell, known: Known | None = None, jobs: int = 1) -> Stock:
    """Returns what stands in a content folder. listed: its files; known: what was read already; articles come without
    their bodies then, which are most of it; jobs: processes to read in. Raises Stop when there is none."""
    if not content.is_dir():
        remedy = "Make the folder, or name another with --content."
        raise Stop(Problem(str(content), 0, "There is no content folder.", remedy))
    folders = shelf.article_folders(listed)
    ahead = known is not None and _read_ahead(content, folders, known, tell, jobs)
    records = Records()
    facts_of: dict[str, PageFacts] = {}
    kept: dict[str, Mapping[str, str]] = {}  # of folders where people decided something, and those that may go against
    problems: list[Problem] = []
    for done, (folder, beside, texts) in enumerate(_reads(content, folders, records, known), 1):
        problems += beside.problems
        if beside.facts:
            facts_of[folder] = beside.facts
        if texts:
            kept[folder] = texts
        if not ahead:
            tell("load", done, len(folders))
    rows, wrong = _unique(records, folders)
    bodies = Bodies(content.resolve()) if known else None  # an article may be made on another machine
    articles = Holdings(records.columns, rows, records, bodies)
    filed = file(facts_of, articles, Accounts(content, known))
    against = _against(filed.pages, kept)
    every = (*problems, *wrong, *filed.problems, *against, *_orphans(records, folders, facts_of))
    return Stock(articles, filed.pages, filed.lines, every)


def _unique(records: Records, folders: Iterable[str]) -> tuple[Sequence[int], list[Problem]]:
    """Returns the rows of the articles without those whose id another has already, and a Problem for each of these."""
    ids, rows = records.columns.ids, array("q", records.rows(folders))
    if len(set(ids)) == len(ids):
        return rows, []
    first: dict[str, int] = {}
    problems = []
    for row in rows:
        if first.setdefault(ids[row], row) != row:
            there = records(first[ids[row]]).where
            what = f"The id {ids[row]} stands in {there} already; this article is left out."
            problems.append(Problem(records(row).where, 0, what, "Delete the copy, or give it another id."))
    return array("q", first.values()), problems


def _read_ahead(content: Path, folders: Mapping[str, str], known: Known, tell: Tell, jobs: int) -> bool:
    """Has the parts of the cache that are not there, or are another program's, made in processes, so that all of it is
    read from the cache after; returns whether that was worth it. A folder that cannot be written to is read here."""
    due = [(number, some) for number, some in dealt(folders) if not known.holds(number)]
    every = sum(len(some) for _, some in due)
    if jobs == 1 or every < _FEW:
        return False
    done = len(folders) - every
    fill = partial(_fill, content, folders, known)
    for (number, _), count in zip(due, share(fill, due, jobs), strict=False):
        if not known.holds(number):
            return False
        done += count
        tell("load", done, len(folders))
    return True


def _fill(content: Path, folders: Mapping[str, str], known: Known, due: tuple[int, list[str]]) -> int:
    """Reads the folders of a part of the cache into it, and returns how many they are."""
    number, some = due
    part = known.part(number)
    for folder in some:
        _add(content, folder, folders[folder], part)
    part.save()
    return len(some)


def _add(content: Path, folder: str, stats: str, part: Part) -> tuple[Beside, Mapping[str, str]]:
    """Reads a folder, and returns what it holds beside its articles; and its texts, where decisions of people are to
    be checked: these are read anew each time."""
    texts, wrong = shelf.folder_texts(content, folder)
    loaded = load(folder, texts)
    decides = _decides(loaded)
    whole = replace(loaded, problems=(*wrong, *loaded.problems))
    return part.add(folder, stats, whole, keep=not decides), texts if decides else {}


def _reads(
    content: Path, folders: Mapping[str, str], records: Records, known: Known | None
) -> Iterator[tuple[str, Beside, Mapping[str, str]]]:
    """Yields what each folder holds beside its articles, in whatever order; these go to the records. And its texts,
    where decisions of people are to be checked."""
    parts = known.reads(folders) if known else [(Part(None, "", ""), list(folders))]
    for part, some in parts:
        for folder in some:
            held = part.get(folder, folders[folder])
            yield folder, *((held, {}) if held else _add(content, folder, folders[folder], part))
        part.save()
        part.give(records)


def _decides(one: Loaded) -> bool:
    """Returns whether people decided something in a folder, or other folders may go against it."""
    return bool(one.facts and one.facts.decided) or any(article.source.further for _, article in one.articles)


def _against(pages: Sequence[FiledPage], texts: Mapping[str, Mapping[str, str]]) -> list[Problem]:
    """Returns what is wrong with the decisions of people. texts: of the folders where they decided something, and of
    those with articles that go on on other pages."""
    if not any(one.facts.decided for one in pages):
        return []
    folders = {one.id: open_folder(one.id, texts[one.id], one.facts.page) for one in pages if one.id in texts}
    others: dict[str, dict[str, Folder]] = {}
    for folder in folders.values():
        for path in (part.page for article in folder.held for part in article.further):
            others.setdefault(path, {})[folder.id] = folder
    found: list[Problem] = []
    for one in pages:
        page = one.read() if one.facts.decided else None
        if page:
            found += decisions.told(folders[one.id], page, list(others.get(page.path, {}).values()))
    return found


def _orphans(records: Records, folders: Iterable[str], facts: Mapping[str, PageFacts]) -> Iterator[Problem]:
    """Yields a Problem for each folder with articles of a page and no page.md, whose lines nobody can count."""
    pages = records.columns.pages
    without, codes = {number for number, path in enumerate(pages.table) if not path}, pages.codes
    remedy = "Bring it back from a copy, or delete the whole folder to have it written anew."
    for folder in folders:
        if folder not in facts and any(codes[row] not in without for row in records.rows([folder])):
            what = "There is no page.md that can be read beside these articles."
            yield Problem(f"articles/{folder}/page.md", 0, what, remedy)
