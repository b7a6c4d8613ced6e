"""What we would write now meets what is there: people win.

Three things come in: the file found, the marks of what we wrote last (a hash for each chunk), and the document we
would write now. A chunk that is still ours may be replaced; every other stays byte for byte, comments included; a key
a person took out stays out; a key of ours that we no longer claim goes."""

from collections.abc import Mapping
from dataclasses import dataclass

from jianbao.files.document import BODY, Chunk, Document, made_of
from jianbao.files.marks import is_ours, mark


@dataclass(frozen=True, slots=True)
class Merged:
    """The document to write, and the marks that go with it."""

    document: Document
    marks: dict[str, str]


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
    absent = [chunk for chunk in ours.chunks if chunk.key and found.get(chunk.key) is None]
    for chunk in (one for one in absent if is_ours(marks, one.key, None)):
        chunks.insert(_place(chunk.key, chunks, ours), chunk)
        kept[chunk.key] = mark(chunk.text)
    body = _settle(Chunk(BODY, found.body), ours.body, kept)
    return Merged(made_of(chunks, body.text if body else "", found.crlf), kept)


def changed_by_people(found: Document, marks: Mapping[str, str]) -> frozenset[str]:
    """Returns the keys (BODY for the body) that people wrote, changed or took out."""
    keys = {*(key for key, _ in _pairs(found)), *marks}
    return frozenset(key for key in keys if not is_ours(marks, key, found.get(key)))


def _pairs(document: Document) -> list[tuple[str, str]]:
    return [(chunk.key, chunk.text) for chunk in document.chunks if chunk.key] + [(BODY, document.body)]


def _settle(chunk: Chunk, ours: str | None, marks: dict[str, str]) -> Chunk | None:
    """Returns the chunk to write, None to leave it out, and keeps the marks true."""
    if not is_ours(marks, chunk.key, chunk.text):
        return chunk
    if ours is None:
        del marks[chunk.key]
        return None
    marks[chunk.key] = mark(ours)
    return chunk if mark(ours) == mark(chunk.text) else Chunk(chunk.key, ours)


def _place(key: str, chunks: list[Chunk], ours: Document) -> int:
    """Returns where a new key goes: behind the nearest key before it in our order that is there."""
    order = [chunk.key for chunk in ours.chunks]
    before = order[: order.index(key)]
    there = [at for at, chunk in enumerate(chunks) if chunk.key in before]
    return there[-1] + 1 if there else 0
