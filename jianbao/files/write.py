"""What to write into a folder: the articles and page facts of now, merged with what stands there.

Values in, texts by file name out; None for a file to remove. An article typed by a person is never among them."""

from collections.abc import Sequence

from jianbao.files import article as articles
from jianbao.files import marks as marking
from jianbao.files import pagefile
from jianbao.files.article import Printed
from jianbao.files.folder import PAGE, Folder
from jianbao.files.held import Held
from jianbao.files.marks import Marks, Written
from jianbao.files.merge import Merged, fresh, merge
from jianbao.model import Article, PageFacts

New = Sequence[tuple[Article, Held | None]]  # each article with the file that holds it


def write_folder(folder: Folder, facts: PageFacts, new: New, printed: Printed) -> dict[str, str | None]:
    """Returns the files to write by name. printed: the non-blank lines of the pages."""
    files: dict[str, str | None] = {}
    written: dict[str, Written] = dict(folder.deleted)
    taken = {one.name for one in folder.held} | {PAGE}
    kept = {held.id for _, held in new if held}
    for one in folder.held:
        if one.id not in kept and one.untouched:
            files[one.name] = None
        elif one.id not in kept and one.marks:
            written[one.id] = Written(one.name, one.written, one.marks, further=one.further)
    for article, held in new:
        if held and not held.marks:  # typed by a person
            continue
        merged = _merged(article, held, printed)
        name = held.name if held else _free_name(article, taken)
        taken.add(name)
        files[name] = merged.document.text()
        written[article.id] = Written(name, article.source.lines, merged.marks, further=article.source.further)
    page = _page(folder, facts, printed.get(facts.page, ()))
    if page:
        files[PAGE] = page.document.text()
    files[marking.NAME] = marking.write(Marks(page.marks if page else folder.page_marks, written))
    return files


def _merged(article: Article, held: Held | None, printed: Printed) -> Merged:
    ours = articles.document(article, printed)
    return merge(held.document, held.marks, ours) if held and held.document else fresh(ours)


def _free_name(article: Article, taken: set[str]) -> str:
    name = articles.file_name(article)
    while name in taken:
        name = name.removesuffix(".md") + "-2.md"
    return name


def _page(folder: Folder, facts: PageFacts, page_lines: Sequence[int]) -> Merged | None:
    """Returns page.md, None when a person took it away: it stays away."""
    ours = pagefile.document(facts, page_lines)
    if folder.page.document:
        return merge(folder.page.document, folder.page_marks, ours)
    made_before = any(marking.NOTHING not in marks.split() for marks in folder.page_marks.values())
    return None if made_before else fresh(ours)
