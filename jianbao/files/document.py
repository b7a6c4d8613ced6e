"""A Markdown file cut into chunks, and put together again byte for byte.

A chunk is one top-level key of the front matter with its value, a comment or blank line between keys (key ''), or the
body. People and program change chunks independently of each other (see `merge`)."""

import re
from dataclasses import dataclass

from jianbao.problems import Fault

_KEY = re.compile(r"""(?:"([^"]*)"|'([^']*)'|([^\s#:'"\-][^:#]*?))\s*:(?:\s|$)""")
_FENCE = re.compile(r"^---[ \t]*$")
BODY = "body:"  # no key of front matter can be called so: keys end before their colon


@dataclass(frozen=True, slots=True)
class Chunk:
    """key: '' for comments and blank lines; text: its lines, line ends included, always \\n."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file: chunks of the front matter in order, then the body. crlf: its line ends, kept when it is written."""

    chunks: tuple[Chunk, ...]
    body: str
    crlf: bool = False

    def get(self, key: str) -> str | None:
        """Returns the text of a key's chunk, or of the body (BODY); None when there is none."""
        if key == BODY:
            return self.body
        return next((chunk.text for chunk in self.chunks if chunk.key == key), None)

    @property
    def front(self) -> str:
        """The YAML between the fences."""
        return "".join(chunk.text for chunk in self.chunks)

    def text(self) -> str:
        """Returns the file's text.

        >>> cut('---\\ntitle: 甲\\n# 查过\\ndate: 2021\\n---\\n\\n正文\\n').text()
        '---\\ntitle: 甲\\n# 查过\\ndate: 2021\\n---\\n\\n正文\\n'
        """
        whole = f"---\n{self.front}---\n{self.body}"
        return whole.replace("\n", "\r\n") if self.crlf else whole


def cut(text: str) -> Document:
    """Returns the chunks of a file's text. Raises Fault when the front matter has no beginning or no end."""
    crlf = "\r\n" in text
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if not _FENCE.match(lines[0]):
        raise Fault("There is no front matter.", "Begin the file with a line of three hyphens.", 1)
    end = next((at for at, line in enumerate(lines[1:], 1) if _FENCE.match(line)), None)
    if end is None:
        raise Fault("The front matter does not end.", "Close it with a line of three hyphens.", 1)
    return Document(tuple(_chunks(lines[1:end])), "\n".join(lines[end + 1 :]), crlf)


def _chunks(lines: list[str]) -> list[Chunk]:
    found: list[Chunk] = []
    for line in lines:
        match = _KEY.match(line)
        if match:
            found.append(Chunk(next(name for name in match.groups() if name is not None), line + "\n"))
        elif _is_loose(line):
            found.append(Chunk("", line + "\n"))
        else:  # goes on with the value above; a comment inside that value belongs to it
            held = "".join(chunk.text for chunk in _popped_loose(found))
            last = found.pop() if found else Chunk("", "")
            found.append(Chunk(last.key, last.text + held + line + "\n"))
    return found


def _popped_loose(found: list[Chunk]) -> list[Chunk]:
    loose: list[Chunk] = []
    while found and not found[-1].key:
        loose.insert(0, found.pop())
    return loose


def _is_loose(line: str) -> bool:
    return not line.strip() or line.startswith("#")
