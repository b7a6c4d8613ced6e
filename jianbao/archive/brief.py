"""What grouping asks of an article, so that the article itself need be at hand only where it is shown.

Takes an article with its gist, gives a fifth of it, in one row. Rows are packed (`packed`), remembered between builds
(`records`) and become columns (`columns`): of a hundred thousand articles a build after a small change looks at a few
hundred."""

import msgspec

from jianbao.archive.gist import Gist, hashed
from jianbao.model import Article


class Brief(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One article. page, line: where it begins; further: pages on which it goes on; tags: each once; authors, roles:
    as they come; heads: numbers of its headline and its column; unsure: something is to be reviewed; length: of its
    body; facts, body, told: hashes of all that is known of it, of its text, of all that may tie it to others."""

    id: str
    kind: str
    title_basis: str
    newspaper: str
    date: str
    date_basis: str
    folio: str
    page: str
    line: int
    further: tuple[str, ...]
    regions: tuple[str, ...]
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    heads: tuple[int, ...]
    unsure: bool
    gap: bool
    length: int
    facts: str
    body: str
    told: str


def brief(article: Article, gist: Gist) -> Brief:
    """Returns the row of an article."""
    source, authors = article.source, [author for author in article.authors if author.name]
    return Brief(
        article.id,
        article.kind,
        article.title_basis,
        article.newspaper,
        article.date,
        article.date_basis,
        article.folio,
        source.page,
        min(source.lines, default=0),
        tuple(dict.fromkeys(part.page for part in source.further)),
        article.regions,
        tuple(dict.fromkeys(filter(None, article.tags))),
        tuple(author.name for author in authors),
        tuple(author.role for author in authors),
        tuple(filter(None, article.aliases)),
        tuple(head_number(text) for text in dict.fromkeys((article.title, article.column)) if text),
        bool(article.review),
        gist.gap,
        gist.length,
        gist.facts,
        gist.body,
        hashed(_told(article)),
    )


def head_number(text: str) -> int:
    """Returns the number by which equal headlines are found."""
    return int(hashed(text)[:15], 16)


def _told(article: Article) -> str:
    """All of an article that may tie it to others, and by which a list of kin shows it."""
    return "\1".join(
        (
            article.id,
            article.title,
            article.title_basis,
            article.kicker,
            article.column,
            article.newspaper,
            article.date,
            *article.regions,
            "",
            *article.tags,
        )
    )
