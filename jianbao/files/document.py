"""A Markdown file cut into chunks, and put together again byte for byte.

A chunk is one top-level key of the front matter with its value, a comment or blank line between keys (key ''), or the
body. People and program change chunks independently of each other (see `merge`). Where keys begin is what YAML says;
only front matter that YAML cannot read is cut by the look of its lines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from jianbao import plainyaml
from jianbao.problems import Fault

_KEY = re.compile(r"""(?:"([^"]*)"|'([^']*)'|([^\s#:'"\-\[{][^:#]*?))\s*:(?:\s|$)""")
_FENCE = re.compile(r"^---[ \t]*$")
BODY = "body:"  # no key of front matter can be called so: keys end before their colon


@dataclass(frozen=True, slots=True)
class Chunk:
    """key: '' for comments and blank lines; text: its lines, line ends included, always \\n."""

    key: str
    text: str


@dataclass(frozen=True)
class Document:
    """A file. front: the YAML between the fences; body: what follows; crlf: its line ends, kept when it is written;
    made_of: the chunks that it was put together from, so that they need not be looked for."""

    front: str
    body: str
    crlf: bool = False
    made_of: tuple[Chunk, ...] = field(default=(), compare=False)

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The chunks of the front matter, in order."""
        return self.made_of or tuple(_chunks(self.front))

    def get(self, key: str) -> str | None:
        """Returns the text of a key's chunk, or of the body (BODY); None when there is none."""
        if key == BODY:
            return self.body
        return next((chunk.text for chunk in self.chunks if chunk.key == key), None)

    def text(self) -> str:
        """Returns the file's text.

        >>> cut('---\\ntitle: 甲\\n# 查过\\ndate: 2021\\n---\\n\\n正文\\n').text()
        '---\\ntitle: 甲\\n# 查过\\ndate: 2021\\n---\\n\\n正文\\n'
        """
        whole = f"---\n{self.front}---\n{self.body}"
        return whole.replace("\n", "\r\n") if self.crlf else whole


def made_of(chunks: Iterable[Chunk], body: str, crlf: bool = False) -> Document:
    """Returns the document of chunks and a body."""
    parts = tuple(chunks)
    return Document("".join(chunk.text for chunk in parts), body, crlf, parts)


def cut(text: str) -> Document:
    """Returns the document of a file's text. Raises Fault when the front matter has no beginning or no end."""
    text = text.removeprefix("\ufeff")
    fence = text.find("\n---", 3)
    if fence > 0 and text.startswith("---\n") and "\r" not in text and text[fence + 4 : fence + 5] == "\n":
        return Document(text[4 : fence + 1], text[fence + 5 :])
    crlf = "\r\n" in text and text.count("\r\n") == text.count("\n")
    lines = (text.replace("\r\n", "\n") if crlf else text).split("\n")
    if not _FENCE.match(lines[0].rstrip("\r")):
        raise Fault("There is no front matter.", "Begin the file with a line of three hyphens.", 1)
    end = next((at for at, line in enumerate(lines[1:], 1) if _FENCE.match(line.rstrip("\r"))), None)
    if end is None:
        raise Fault("The front matter does not end.", "Close it with a line of three hyphens.", 1)
    return Document("".join(line + "\n" for line in lines[1:end]), "\n".join(lines[end + 1 :]), crlf)


def _chunks(front: str) -> list[Chunk]:
    """Returns the chunks of front matter. What follows a key up to the next belongs to it, but for comments and blank
    lines right before the next."""
    lines = front.split("\n")[:-1]
    found: list[Chunk] = []
    starts = _starts(front, lines)
    for at, line in enumerate(lines):
        if at in starts:
            found.append(Chunk(starts[at], line + "\n"))
        elif _is_loose(line):
            found.append(Chunk("", line + "\n"))
        else:  # goes on with the value above; a comment inside that value belongs to it
            held = "".join(chunk.text for chunk in _popped_loose(found))
            last = found.pop() if found else Chunk("", "")
            found.append(Chunk(last.key, last.text + held + line + "\n"))
    return found


def _starts(front: str, lines: list[str]) -> dict[int, str]:
    """Returns the key that begins on each line, by the line's place."""
    try:
        return {line - 1: key for key, line in plainyaml.read(front)[1].items()}
    except Fault:
        matches = ((at, _KEY.match(line)) for at, line in enumerate(lines))
        return {at: next(name for name in match.groups() if name is not None) for at, match in matches if match}


def _popped_loose(found: list[Chunk]) -> list[Chunk]:
    loose: list[Chunk] = []
    while found and not found[-1].key:
        loose.insert(0, found.pop())
    return loose


def _is_loose(line: str) -> bool:
    return not line.strip() or line.startswith("#")
