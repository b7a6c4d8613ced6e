"""Who wrote: names that look like none, spellings that may be one person, papers that only reporters tell."""

from collections.abc import Iterator, Sequence

from jianbao.archive.order import FiledPage
from jianbao.archive.reporters import proposals
from jianbao.archive.spellings import pairs
from jianbao.authority import Authority
from jianbao.chinese.names import doubt
from jianbao.model import Article
from jianbao.problems import Problem


def doubtful_names(article: Article, authority: Authority) -> Iterator[Problem]:
    """Yields the authors whose names look like none; one that content/authority/people.yaml lists is vouched for."""
    known = {name for person in authority.people for name in (person.name, *person.also)}
    for author in article.authors:
        why = doubt(author.name)
        if why and author.name not in known:
            what = f'The author "{author.name}" ({author.role or "no role"}) may be no name: {why}.'
            remedy = "Correct `authors`, or add {name: " + author.name + "} to content/authority/people.yaml."
            yield Problem(article.id, 0, what, remedy)


def near_spellings(articles: Sequence[Article], authority: Authority) -> Iterator[Problem]:
    """Yields the question whether two spellings are one person, with the line that answers it."""
    for pair in pairs(articles, authority.people):
        what = f'"{pair.other}" may be "{pair.name}": {pair.why}.'
        answer = f"- {{name: {pair.name}, also: [{pair.other}]}}"
        remedy = f"In content/authority/people.yaml write `{answer}`, or `not` for `also` if they are two people."
        yield Problem(pair.article, 0, what, remedy)


def papers(articles: Sequence[Article], pages: Sequence[FiledPage]) -> Iterator[Problem]:
    """Yields which paper the reporters of a page write for, and what to write if it is that one."""
    folders = {page.facts.page: page.id for page in pages}
    for one in proposals(articles, [page.facts for page in pages]):
        now = f'is taken for "{one.now}"' if one.now else "names no newspaper"
        what = f'The page {now}; {"、".join(one.reporters)} are reporters of "{one.paper}".'
        where = f"articles/{folders[one.page]}/page.md"
        remedy = f"If it is that paper, write `newspaper: {one.paper}` into {where} and build again."
        yield Problem(f"pages/{one.page}", 0, what, remedy)
