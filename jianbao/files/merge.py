"""What we would write now meets what is there: people win.

Three things come in: the file found, the marks of what we wrote last (a hash for each chunk), and the document we
would write now. A chunk that is still ours may be replaced; every other stays byte for byte, comments included; a key
a person took out stays out; a key of ours that we no longer claim goes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from jianbao.files.document import BODY, Chunk, Document


@dataclass(frozen=True, slots=True)
class Merged:
    """The document to write, and the marks that go with it."""

    document: Document
    marks: dict[str, str]


def mark(text: str) -> str:
    """Returns the mark of a chunk: line ends and blank lines at its end do not count."""
    return hashlib.sha256(text.replace("\r\n", "\n").rstrip("\n").encode()).hexdigest()[:16]


def fresh(ours: Document) -> Merged:
    """Returns a document written for the first time."""
    return Merged(ours, {key: mark(text) for key, text in _pairs(ours)})


def merge(found: Document, marks: Mapping[str, str], ours: Document) -> Merged:
    """Returns the found document with every chunk that is still ours brought up to date."""
    kept = dict(marks)
    chunks: list[Chunk] = []
    for chunk in found.chunks:
        put = _settle(chunk, ours.get(chunk.key), kept) if chunk.key else chunk
        if put:
            chunks.append(put)
    new = [chunk for chunk in ours.chunks if chunk.key and found.get(chunk.key) is None and chunk.key not in marks]
    for chunk in new:
        chunks.insert(_place(chunk.key, chunks, ours), chunk)
        kept[chunk.key] = mark(chunk.text)
    body = _settle(Chunk(BODY, found.body), ours.body, kept)
    return Merged(Document(tuple(chunks), body.text if body else "", found.crlf), kept)


def changed_by_people(found: Document, marks: Mapping[str, str]) -> frozenset[str]:
    """Returns the keys (BODY for the body) that people wrote, changed or took out."""
    there = dict(_pairs(found))
    changed = {key for key, text in there.items() if marks.get(key) != mark(text)}
    return frozenset(changed | (set(marks) - set(there)))


def _pairs(document: Document) -> list[tuple[str, str]]:
    return [(chunk.key, chunk.text) for chunk in document.chunks if chunk.key] + [(BODY, document.body)]


def _settle(chunk: Chunk, ours: str | None, marks: dict[str, str]) -> Chunk | None:
    """Returns the chunk to write, None to leave it out, and keeps the marks true."""
    if marks.get(chunk.key) != mark(chunk.text):
        return chunk
    if ours is None:
        del marks[chunk.key]
        return None
    if mark(ours) == mark(chunk.text):
        return chunk
    marks[chunk.key] = mark(ours)
    return Chunk(chunk.key, ours)


def _place(key: str, chunks: list[Chunk], ours: Document) -> int:
    """Returns where a new key goes: behind the nearest key before it in our order that is there."""
    order = [chunk.key for chunk in ours.chunks]
    before = order[: order.index(key)]
    there = [at for at, chunk in enumerate(chunks) if chunk.key in before]
    return there[-1] + 1 if there else 0
