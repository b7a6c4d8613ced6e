"""Everything that stands in content/, read: articles, pages with their text, and an account of every line.

What cannot be read is a Problem and left out; the others are read all the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jianbao.archive.gist import Gist, gist
from jianbao.archive.order import FiledPage
from jianbao.filed import Accounts, file
from jianbao.files import decisions, shelf
from jianbao.files.account import Lines
from jianbao.files.document import cut
from jianbao.files.folder import Folder, open_folder
from jianbao.files.load import Loaded, load, unique
from jianbao.known import Known, Read
from jianbao.model import Article, PageFacts, as_it_is
from jianbao.problems import Fault, Problem, Stop
from jianbao.progress import Tell

_NOTHING = Loaded((), None, ())


@dataclass(frozen=True)
class Stock:
    """What content/ holds. lines: where the lines of all pages went; gists: of the articles, by id; files: where each
    of them stands, by id."""

    articles: tuple[Article, ...]
    pages: tuple[FiledPage, ...]
    lines: Lines
    problems: tuple[Problem, ...]
    gists: Mapping[str, Gist]
    files: Mapping[str, str]


@dataclass(frozen=True)
class Bodies:
    """Gives an article of a lean stock with its body, read anew."""

    content: Path
    files: Mapping[str, str]

    def __call__(self, article: Article) -> Article:
        try:
            return replace(article, body=cut(shelf.article_text(self.content, self.files[article.id])).body)
        except (OSError, UnicodeDecodeError, Fault) as error:
            what = f"It could be read a moment ago and cannot now: {error}."
            raise Stop(Problem(self.files[article.id], 0, what, "Leave it alone while a build is at work.")) from error


def read_stock(content: Path, tell: Tell, known: Known | None = None) -> Stock:
    """Returns what stands in a content folder. known: what was read already; articles come without their bodies then,
    which are most of it. Raises Stop when there is none."""
    if not content.is_dir():
        remedy = "Make the folder, or name another with --content."
        raise Stop(Problem(str(content), 0, "There is no content folder.", remedy))
    folders = shelf.article_folders(content)
    loaded = dict.fromkeys(folders, _NOTHING)
    gists: dict[str, Gist] = {}
    kept: dict[str, Mapping[str, str]] = {}  # of folders where people decided something, and those that may go against
    problems: list[Problem] = []
    for done, (folder, held, texts) in enumerate(_reads(content, folders, known), 1):
        loaded[folder] = held.loaded
        gists |= zip((where for where, _ in held.loaded.articles), held.gists, strict=False)
        if texts:
            kept[folder] = texts
        tell("load", done, len(folders))
    named, wrong = unique([one for folder in loaded.values() for one in folder.articles])
    articles = tuple(article for _, article in named)
    files = {article.id: where for where, article in named}
    facts_of = {folder: one.facts for folder, one in loaded.items() if one.facts}
    gists = {article.id: gists[where] for where, article in named if known}
    accounts = Accounts(content, Bodies(content, files) if known else as_it_is, known, gists)
    filed = file(facts_of, articles, accounts)
    against = _against(filed.pages, kept)
    problems += [problem for one in loaded.values() for problem in one.problems]
    every = (*problems, *wrong, *filed.problems, *against, *_orphans(loaded, facts_of))
    return Stock(articles, filed.pages, filed.lines, every, gists, files)


def _reads(content: Path, folders: Sequence[str], known: Known | None) -> Iterator[tuple[str, Read, Mapping[str, str]]]:
    """Yields what each folder holds, in whatever order, and its texts where decisions of people are to be checked."""
    if known is None:
        for folder in folders:
            one, texts = _read(content, folder)
            yield folder, Read(one, ()), texts if _decides(one) else {}
        return
    for part, some in known.reads(folders):
        for folder in some:
            stats = shelf.folder_stats(content, folder)
            held = part.get(folder, stats)
            if held:
                yield folder, held, {}
                continue
            one, texts = _read(content, folder)
            lean = _lean(one)
            if not _decides(one):
                part.add(folder, stats, lean)
            yield folder, lean, texts if _decides(one) else {}
        part.save()


def _read(content: Path, folder: str) -> tuple[Loaded, Mapping[str, str]]:
    texts, wrong = shelf.folder_texts(content, folder)
    one = load(folder, texts)
    return replace(one, problems=(*wrong, *one.problems)), texts


def _decides(one: Loaded) -> bool:
    """Returns whether people decided something in a folder, or other folders may go against it."""
    return bool(one.facts and one.facts.decided) or any(article.source.further for _, article in one.articles)


def _lean(loaded: Loaded) -> Read:
    bare = tuple((where, replace(one, body="")) for where, one in loaded.articles)
    return Read(replace(loaded, articles=bare), tuple(gist(one) for _, one in loaded.articles))


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


def _orphans(loaded: dict[str, Loaded], facts: dict[str, PageFacts]) -> list[Problem]:
    """Returns a Problem for each folder with articles of a page and no page.md, whose lines nobody can count."""
    cut = [folder for folder, one in loaded.items() if any(article.source.page for _, article in one.articles)]
    remedy = "Bring it back from a copy, or delete the whole folder to have it written anew."
    return [
        Problem(f"articles/{folder}/page.md", 0, "There is no page.md that can be read beside these articles.", remedy)
        for folder in cut
        if folder not in facts
    ]
