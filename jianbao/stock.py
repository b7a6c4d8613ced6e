"""Everything that stands in content/, read: articles, pages with their text, and an account of every line.

What cannot be read is a Problem and left out; the others are read all the same."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from jianbao.records import Beside, Part, Records


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


def read_stock(content: Path, listed: Iterable[Listed], tell: Tell, known: Known | None = None) -> Stock:
    """Returns what stands in a content folder. listed: its files; known: what was read already; articles come without
    their bodies then, which are most of it. Raises Stop when there is none."""
    if not content.is_dir():
        remedy = "Make the folder, or name another with --content."
        raise Stop(Problem(str(content), 0, "There is no content folder.", remedy))
    folders = shelf.article_folders(listed)
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


def _reads(
    content: Path, folders: Mapping[str, str], records: Records, known: Known | None
) -> Iterator[tuple[str, Beside, Mapping[str, str]]]:
    """Yields what each folder holds beside its articles, in whatever order; these go to the records. And its texts,
    where decisions of people are to be checked."""
    parts = known.reads(folders) if known else [(Part(None, "", ""), list(folders))]
    for part, some in parts:
        for folder in some:
            held = part.get(folder, folders[folder])
            if held:
                yield folder, held, {}
                continue
            texts, wrong = shelf.folder_texts(content, folder)
            loaded = load(folder, texts)
            decides = _decides(loaded)
            whole = replace(loaded, problems=(*wrong, *loaded.problems))
            yield folder, part.add(folder, folders[folder], whole, keep=not decides), texts if decides else {}
        part.save()
        part.give(records, some)


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
