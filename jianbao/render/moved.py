"""Addresses that keep answering: an article's id of former days, the plain sound of names that now share it, and the
spelling of a name that a person said is another's.

Takes the archive, gives for each such address the links to what one may have meant. 李伟 stood at authors/li-wei until
李炜 came: both have addresses of their own now, and the old one names both."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.terms import Facet
from jianbao.chinese import pinyin
from jianbao.chinese.typeset import typeset
from jianbao.render.frames import Frame, Link, frame, term_link
from jianbao.said import say

_HASHED = re.compile(r"-[0-9a-f]{8}/index\.html\Z")


@dataclass(frozen=True, slots=True)
class MovedView:
    """What stood here is now elsewhere; with one target the page leads on by itself."""

    frame: Frame
    targets: tuple[Link, ...]


def former_ids(archive: Archive) -> Iterable[tuple[str, MovedView]]:
    """Yields the address of each alias that no article has as its id, with the articles it became."""
    taken = {links.article(id) for id in archive.articles} if archive.renamed else ()
    targets: dict[str, list[Link]] = {}
    for article in archive.taken(archive.renamed):
        for address in dict.fromkeys(links.article(alias) for alias in article.aliases if alias):
            if address not in taken:
                targets.setdefault(address, []).append(Link(typeset(article.title), links.article(article.id)))
    for address, found in targets.items():
        yield address, MovedView(frame(archive, say("已移动")), tuple(found))


def homonyms(archive: Archive, facet: Facet) -> Iterable[tuple[str, MovedView]]:
    """Yields the plain address of each sound that several terms share, with those terms."""
    shared: dict[str, list[Link]] = {}
    for term in facet.terms.values():
        if not _HASHED.search(term.address):  # most; a hash of each name costs more than all else here
            continue
        tail = f"-{links.short_hash(term.key)}/index.html"
        if term.address.endswith(tail):
            shared.setdefault(term.address.removesuffix(tail) + "/index.html", []).append(term_link(term))
    taken = {term.address for term in facet.terms.values()}
    for address, found in shared.items():
        if len(found) > 1 and address not in taken:
            yield address, MovedView(frame(archive, say("同音条目"), facet.name), tuple(found))


def other_names(archive: Archive) -> Iterable[tuple[str, MovedView]]:
    """Yields the address that each other name of an author had as long as it stood for itself, with the author."""
    taken = {term.address for term in archive.authors.terms.values()} | set(dict(homonyms(archive, archive.authors)))
    targets: dict[str, dict[Link, None]] = {}
    for term in archive.authors.terms.values():
        for address in (links.author(pinyin.slug(name)) for name in term.also):
            if address not in taken:
                targets.setdefault(address, {})[term_link(term)] = None
    for address, found in targets.items():
        yield address, MovedView(frame(archive, say("又署"), archive.authors.name), tuple(found))
