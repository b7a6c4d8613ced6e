"""The latest pieces as an Atom feed: feed.xml of the site.

Takes the archive, gives one sheet; none where `base_url` is not set, for a feed is read elsewhere and its addresses
must be whole. A piece counts as new by the date it was printed, not by the day of a build: the same archive has the
same feed."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from xml.etree import ElementTree

from jianbao import links
from jianbao.archive.archive import Archive
from jianbao.archive.gist import shortened
from jianbao.archive.marks import mark
from jianbao.model import Article
from jianbao.publish.quire import Sheet

_ATOM = "http://www.w3.org/2005/Atom"
_LATEST = 50  # pieces
_SUMMARY = 110  # characters
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def sheets(archive: Archive) -> Iterator[Sheet]:
    """Yields the sheet of the feed, if the archive has an address and a piece with a date."""
    latest = archive.dated[: -_LATEST - 1 : -1]
    if links.outside(archive.settings.base_url) and latest:
        made_from = mark(repr(archive.settings), archive.marked(latest))
        yield Sheet(links.FEED, made_from, partial(_feed, archive, latest), stage=2)


def _feed(archive: Archive, ids: Sequence[str]) -> bytes:
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": archive.settings.language})
    base = links.outside(archive.settings.base_url).rstrip("/")
    latest = archive.taken(ids)
    _add(feed, "title", archive.settings.title)
    _add(feed, "id", f"{base}/{links.HOME}")
    _add(feed, "updated", _moment(archive, latest[0]))
    ElementTree.SubElement(feed, "link", {"href": f"{base}/{links.HOME}"})
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": f"{base}/{links.FEED}"})
    _add(ElementTree.SubElement(feed, "author"), "name", archive.settings.title)
    for article in latest:
        _entry(archive, article, ElementTree.SubElement(feed, "entry"), f"{base}/{links.article(article.id)}")
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _entry(archive: Archive, article: Article, entry: ElementTree.Element, address: str) -> None:
    _add(entry, "title", article.title)
    _add(entry, "id", address)
    _add(entry, "updated", _moment(archive, article))
    ElementTree.SubElement(entry, "link", {"href": address})
    for name in dict.fromkeys(author.name for author in article.authors if author.name):
        _add(ElementTree.SubElement(entry, "author"), "name", name)
    for tag in filter(None, article.tags):
        ElementTree.SubElement(entry, "category", {"term": _clean(tag)})
    _add(entry, "summary", shortened(archive.gists[article.id].opening, _SUMMARY))


def _moment(archive: Archive, article: Article) -> str:
    """The beginning of the earliest day it can be of; a paper has no hour."""
    return f"{archive.stands[article.id].first}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    """A text without what XML cannot hold."""
    return "".join(
        char for char in text if char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )
