"""Does every link of a built site lead to a file, every fragment to an id? And does nothing ask the network?

Reads the HTML that stands in site/, with the parser of the standard library: an independent witness of what render
and links meant."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from jianbao.problems import Problem

_ADDRESSES = {"href", "src", "srcset", "action", "poster", "data"}


@dataclass
class _Seen:
    ids: set[str] = field(default_factory=set)
    links: list[tuple[int, str]] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = _Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.seen.ids.add(value)
            elif name in _ADDRESSES and value is not None and (tag, dict(attrs).get("rel")) != ("link", "canonical"):
                self.seen.links.append((self.getpos()[0], value))


def dead_links(site: Path) -> list[Problem]:
    """Returns a Problem for each link that leads nowhere, or out of the site without being clicked."""
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    seen = {name: _parse(path) for name, path in pages.items()}
    return [problem for name in sorted(seen) for problem in _dead(name, seen, site)]


def _parse(path: Path) -> _Seen:
    parser = _Parser()
    parser.feed(path.read_text("utf-8"))
    return parser.seen


def _dead(name: str, seen: dict[str, _Seen], site: Path) -> Iterator[Problem]:
    remedy = "Build again with --fresh; if it stays, the theme is at fault."
    for line, link in seen[name].links:
        parts = urlsplit(link)
        if parts.scheme in ("http", "https", "mailto", "data"):
            continue
        target = normpath(join(name.rpartition("/")[0], unquote(parts.path))) if parts.path else name
        if parts.scheme or link.startswith("/") or target.startswith(".."):
            yield Problem(name, line, f'The link "{link}" leads out of the site.', remedy)
        elif not (site / target).is_file():
            yield Problem(name, line, f'The link "{link}" leads to no file.', remedy)
        elif parts.fragment and target in seen and unquote(parts.fragment) not in seen[target].ids:
            yield Problem(name, line, f'The link "{link}" leads to no place on its page.', remedy)
