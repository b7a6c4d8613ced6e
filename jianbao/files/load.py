"""The texts of one folder to its articles and its page facts: what the right half starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jianbao.chinese.pinyin import slug
from jianbao.files import article as articles
from jianbao.files import marks, pagefile
from jianbao.files.folder import PAGE
from jianbao.model import Article, PageFacts
from jianbao.problems import Fault, Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """One folder. articles: with the file each stands in; facts: None where there is no page.md to read."""

    articles: tuple[tuple[str, Article], ...]
    facts: PageFacts | None
    problems: tuple[Problem, ...]


def load(folder: str, texts: Mapping[str, str]) -> Loaded:
    """Returns what the Markdown files of a folder hold; a file that cannot be read is a Problem and left out."""
    found: list[tuple[str, Article]] = []
    facts: PageFacts | None = None
    problems: list[Problem] = []
    written = _written(texts)
    for name in sorted(texts, key=lambda name: (name not in written, name)):
        where = f"articles/{folder}/{name}" if folder else f"articles/{name}"
        if not name.endswith(".md"):
            continue
        try:
            if name == PAGE and folder:
                facts, wrong = pagefile.read(texts[name], where)
            else:
                article, wrong = articles.read(texts[name], where)
                found.append((where, _with_id(article, folder, name)))
        except Fault as fault:
            wrong = [fault.problem(where)]
        problems += wrong
    return Loaded(tuple(found), facts, tuple(problems))


def _written(texts: Mapping[str, str]) -> frozenset[str]:
    """Returns the files that the program knows: of two with one id, the copy that a person made comes second."""
    try:
        return frozenset(one.file for one in marks.read(texts[marks.NAME]).articles.values())
    except (KeyError, Fault):
        return frozenset()


def _with_id(article: Article, folder: str, name: str) -> Article:
    """An article typed by hand need not say its id: folder and file name make one that lasts as long as they do."""
    if article.id:
        return article
    return replace(article, id=f"{slug(folder) if folder else 'articles'}-{slug(name.removesuffix('.md'))}")
