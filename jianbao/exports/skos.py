"""The subject list as SKOS, in Turtle: data/subjects.ttl of the site.

Takes the subjects in force and the facet of those in use, gives one sheet for `publish`. The addresses of the concepts
are relative to the file (<#lao-dong-bao-chou>), so that it is true wherever the site stands; a concept in use says on
which page of the site its articles are."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from jianbao import links
from jianbao.archive.terms import Term
from jianbao.chinese import pinyin
from jianbao.publish.quire import Sheet
from jianbao.subjects import Subject

_HEAD = """@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def sheet(subjects: Sequence[Subject], in_use: Mapping[str, Term], title: str) -> Sheet:
    """Returns the sheet of data/subjects.ttl. in_use: the terms of the archive's subjects; title: of the archive."""
    content = turtle(subjects, in_use, title).encode("utf-8", "replace")
    return Sheet(links.SUBJECTS, hashlib.sha256(content).hexdigest()[:32], partial(bytes, content))


def turtle(subjects: Sequence[Subject], in_use: Mapping[str, Term], title: str) -> str:
    """Returns the subject list of an archive as Turtle."""
    slugs = links.distinct((subject.term, pinyin.slug(subject.term)) for subject in subjects)
    names = {term: f"<#{slug}>" for term, slug in slugs.items()}
    top = [names[subject.term] for subject in subjects if not subject.broader]
    scheme = [("dct:title", [_text(f"{title} 主题词表")]), ("skos:hasTopConcept", top)]
    described = [_described("<#>", "skos:ConceptScheme", scheme)]
    for subject in subjects:
        about = list(_about(subject, subjects, names))
        if subject.term in in_use:
            page = links.relative(links.SUBJECTS, in_use[subject.term].address)
            about.append(("foaf:page", [f"<{page}>"]))
        described.append(_described(names[subject.term], "skos:Concept", about))
    return "\n".join([_HEAD, *described])


def _about(subject: Subject, subjects: Sequence[Subject], names: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """What SKOS says of a subject: each property with its values."""
    yield "skos:inScheme", ["<#>"]
    if not subject.broader:
        yield "skos:topConceptOf", ["<#>"]
    yield "skos:prefLabel", [_text(subject.term)]
    yield "skos:altLabel", [_text(word) for word in subject.use_for]
    yield "skos:hiddenLabel", [_text(word) for word in subject.cues]
    yield "skos:scopeNote", [_text(subject.scope)] if subject.scope else []
    yield "skos:broader", [names[subject.broader]] if subject.broader else []
    yield "skos:narrower", [names[other.term] for other in subjects if other.broader == subject.term]
    yield "skos:related", [names[term] for term in subject.related]


def _described(name: str, kind: str, about: Sequence[tuple[str, list[str]]]) -> str:
    lines = [f"    {key} {', '.join(values)}" for key, values in about if values]
    return " ;\n".join([f"{name} a {kind}", *lines]) + " .\n"


def _text(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"@zh-Hans'
