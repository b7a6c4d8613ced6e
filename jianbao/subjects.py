"""The subject list: terms, the words that lead to them, and how an archive's own list changes the shipped one.

Takes YAML as plain values, gives frozen `Subject`s and what is wrong with an entry. It is a small thesaurus in the
manner of SKOS; finding the words in a text is describe/subject.py, writing it down as SKOS exports/skos.py."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jianbao import plainyaml
from jianbao.problems import Problem

_KEYS = ("term", "broader", "scope", "use_for", "cues", "not_in", "related", "years", "heading", "was", "hide")
_LISTS = ("use_for", "cues", "not_in", "related")
_EXAMPLE = "Write {term: 新词, use_for: [别名], broader: 上位词}."
_YEARS = re.compile(r"(\d{4})-(\d{4})")


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject term. broader: the term above it; use_for: other names of it; cues: words that speak for it and are
    no names; not_in: longer words in which none of them counts; related: see also; years: the first and last in which
    it can be meant, (0, 9999) always; heading: it only holds narrower terms together."""

    term: str
    broader: str = ""
    use_for: tuple[str, ...] = ()
    scope: str = ""
    cues: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    years: tuple[int, int] = (0, 9999)
    heading: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that leads to the term, its own first."""
        return (self.term, *self.use_for, *self.cues)


def shipped(value: Any) -> tuple[Subject, ...]:
    """Returns the subjects of the shipped list, whose form the tests check."""
    return _related(_filled(Subject(entry["term"]), entry) for entry in value["subjects"])


def changed(
    subjects: Sequence[Subject], entries: Iterable[Any], where: str
) -> tuple[tuple[Subject, ...], list[Problem]]:
    """Returns a list with an archive's entries applied, in their order, and what is wrong with them.

    An entry adds a term, or words to one; `was` gives a term a new name, `hide` takes it out."""
    table = {subject.term: subject for subject in subjects}
    problems: list[Problem] = []
    given: dict[str, int] = {}
    for entry in entries:
        line, wrong = plainyaml.line_of(entry), _wrong(entry, table)
        if wrong:
            problems.append(Problem(where, line, *wrong))
            continue
        entry = {"term": entry} if isinstance(entry, str) else entry
        _apply(table, entry)
        given[entry["term"]] = line
    for term, line in given.items():
        for what, remedy in _loose(table, term):
            problems.append(Problem(where, line, what, remedy))
            table[term] = replace(table[term], broader="", related=())
    return _related(table.values()), problems


def _apply(table: dict[str, Subject], entry: Mapping[str, Any]) -> None:
    """Takes one entry into the table; a word that led elsewhere leads to its term from now on."""
    term, was = entry["term"], entry.get("was", "")
    if entry.get("hide") == "true":
        hidden = table.pop(term)
        _rename(table, term, hidden.broader)
        return
    if was:
        old = table.pop(was)
        table[term] = replace(old, term=term, use_for=(was, *(word for word in old.use_for if word != term)))
        _rename(table, was, term)
    subject = _filled(table.get(term, Subject(term)), entry)
    for other in [other for other in table.values() if other.term != term and set(other.words) & set(subject.words)]:
        table[other.term] = _without(other, subject.words)
    table[term] = subject


def _rename(table: dict[str, Subject], old: str, new: str) -> None:
    for subject in list(table.values()):
        broader = new if subject.broader == old else subject.broader
        related = tuple(new if term == old else term for term in subject.related if new or term != old)
        table[subject.term] = replace(subject, broader=broader, related=related)


def _filled(subject: Subject, entry: Mapping[str, Any]) -> Subject:
    """The subject with what an entry says: words are added, all else replaced; a word it is not_in is taken out."""
    first, last = map(int, entry["years"].split("-")) if entry.get("years") else subject.years
    filled = replace(
        subject,
        broader=entry.get("broader", subject.broader),
        scope=entry.get("scope", subject.scope),
        use_for=_joined(subject.use_for, entry.get("use_for")),
        cues=_joined(subject.cues, entry.get("cues")),
        not_in=_joined(subject.not_in, entry.get("not_in")),
        related=_joined(subject.related, entry.get("related")),
        years=(first, last),
        heading=entry.get("heading", "true" if subject.heading else "") == "true",
    )
    return _without(filled, filled.not_in)


def _without(subject: Subject, words: Sequence[str]) -> Subject:
    use_for, cues = (tuple(word for word in held if word not in words) for held in (subject.use_for, subject.cues))
    return replace(subject, use_for=use_for, cues=cues)


def _joined(held: tuple[str, ...], given: Any) -> tuple[str, ...]:
    added = (given,) if isinstance(given, str) else given or ()
    return tuple(dict.fromkeys((*held, *(word for word in added if word))))


def _wrong(entry: Any, table: Mapping[str, Subject]) -> tuple[str, str] | None:
    """What is wrong with an entry and what to do, None when nothing is."""
    if isinstance(entry, str) and entry:
        return None
    if not isinstance(entry, dict) or not isinstance(entry.get("term"), str) or not entry["term"]:
        return f"A subject without term: {entry!r}.", _EXAMPLE
    return _ill_formed(entry) or _unfit(entry, table)


def _ill_formed(entry: Mapping[str, Any]) -> tuple[str, str] | None:
    term = entry["term"]
    unknown = next((key for key in entry if key not in _KEYS), "")
    if unknown:
        return f'"{unknown}" is no key of a subject ({term}).', f"Known keys: {', '.join(_KEYS)}."
    if not all(_is_words(value, key in _LISTS) for key, value in entry.items()):
        return f'A value of the subject "{term}" is no text and no list of words.', _EXAMPLE
    if entry.get("years") and not _YEARS.fullmatch(entry["years"]):
        return f'The years "{entry["years"]}" of "{term}" are no years.', "Write years: 2015-2023."
    return None


def _unfit(entry: Mapping[str, Any], table: Mapping[str, Subject]) -> tuple[str, str] | None:
    term, was = entry["term"], entry.get("was")
    if was and was not in table:
        return f'"{term}" was never "{was}": there is no such subject.', "Write `was:` with the name in the list."
    if was and term in table:
        return (
            f'"{was}" cannot become "{term}": there is such a subject.',
            "Hide one of them, or add words to the other.",
        )
    if entry.get("hide") == "true" and term not in table:
        return f'"{term}" cannot be hidden: there is no such subject.', "Write its name as in the list."
    return None


def _is_words(value: Any, many: bool) -> bool:
    """Whether a value is a text, or a list of them where there may be many."""
    return isinstance(value, str) or (many and isinstance(value, list) and all(isinstance(word, str) for word in value))


def _loose(table: Mapping[str, Subject], term: str) -> Iterable[tuple[str, str]]:
    """What hangs in the air about a term once all entries are taken: no such broader or related term, a circle."""
    if term not in table:
        return
    chain, above = {term}, table[term].broader
    while above in table and above not in chain:
        chain.add(above)
        above = table[above].broader
    if above in chain:
        yield f'"{term}" stands above itself.', "Give one of its broader terms another."
    elif above:
        yield f'The broader term "{above}" of "{term}" is not in the list.', "Name a term of the list, or add it."
    for other in table[term].related:
        if other not in table:
            yield f'The related term "{other}" of "{term}" is not in the list.', "Name a term of the list, or add it."


def _related(subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    """The subjects, each related to those that name it."""
    kept = tuple(subjects)
    pairs = {pair for one in kept for other in one.related for pair in ((one.term, other), (other, one.term))}
    order = {subject.term: at for at, subject in enumerate(kept)}
    sides = sorted(pairs, key=lambda pair: (order.get(pair[0], -1), order.get(pair[1], -1)))
    return tuple(
        replace(subject, related=tuple(other for term, other in sides if term == subject.term)) if pairs else subject
        for subject in kept
    )
