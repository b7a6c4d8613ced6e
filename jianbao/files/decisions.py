"""What people decided in page.md about its lines: `articles`, `roles`, `joins`. Read here, never written.

    articles: [7-23, 25-31, "33-43, 109"]      # these lines are one article each, in this order
    roles: {9: headline, 13-15: body}          # what a line is
    joins: [15 > 17, 21 / 23]                  # 17 goes on with 15; 21 and 23 are two paragraphs

A decision that cannot be held is a Problem at its key and left out; of two that contradict each other the first
holds."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from jianbao.chinese.jumps import jumps
from jianbao.files import ranges
from jianbao.files.article import front
from jianbao.files.folder import Folder, PageHeld
from jianbao.files.held import Held
from jianbao.model import ASIDE, DECIDABLE, RUNNING, Decisions, Page, Source
from jianbao.problems import Fault, Problem

_JOIN = re.compile(r"\s*\d{1,6}(?:\s*[>/]\s*\d{1,6})+\s*")
_ALSO = {"subtitle": "subhead", "title": "headline"}  # as the front matter of articles calls them
_LIST = "Write each on a line of its own after a hyphen: - "
_BOTH = "Keep one of them."


def read(held: PageHeld, page: Page, where: str) -> tuple[Decisions, list[Problem]]:
    """Returns what page.md decides about the lines of its page, and what of it cannot be held. where: its path."""
    if not held.decided or held.document is None:
        return Decisions(), []
    value, key_lines = front(held.document)
    reader = _Reader(where, key_lines, [line.no for line in page.lines], held.set_aside)
    roles = reader.roles(value.get("roles", ""))
    articles = reader.articles(value.get("articles", ""), dict.fromkeys(_jump_lines(page), "page_furniture") | roles)
    links = _Links(roles, {no: at for at, lines in enumerate(articles) for no in lines})
    reader.joins(value.get("joins", ""), links)
    return Decisions(articles, roles, tuple(links.joins.items()), tuple(links.apart)), reader.problems


def told(folder: Folder, page: Page, others: Sequence[Folder]) -> list[Problem]:
    """Returns what is wrong with the decisions of a page: those that cannot be held, and the articles that a person
    changed and that stand against them. others: folders of other pages whose articles may go on on this one."""
    decisions, problems = read(folder.page, page, f"articles/{folder.id}/page.md")
    printed = {line.no for line in page.lines} - (_jump_lines(page) - set(decisions.roles))
    own = [(folder.id, one, one.lines) for one in folder.held]
    own += [(other.id, one, part.lines) for other in others for one, part in _further(other, page)]
    return [*problems, *_contradictions(own, decisions, printed)]


def _jump_lines(page: Page) -> set[int]:
    """Returns the lines that are nothing but 下转第3版: in no article, unless a person says what they are."""
    return {line.no for line in page.lines if any(one.alone for one in jumps(line.text))}


def _further(folder: Folder, page: Page) -> Iterator[tuple[Held, Source]]:
    """Yields the articles of a folder that go on on a page of another, with their lines there."""
    for one in folder.held:
        yield from ((one, part) for part in one.further if part.page == page.path)


def _contradictions(
    articles: Sequence[tuple[str, Held, Sequence[int]]], decisions: Decisions, printed: Collection[int]
) -> Iterator[Problem]:
    """Lines and text that a person gave an article go before page.md; so does an article that a person changed and
    that would vanish. articles: the folder of each, and its lines on the page."""
    fast = {no for _, one, lines in articles if one.stands_fast for no in lines}
    for folder, one, held_lines in articles:
        own = {no for no in held_lines if no in printed}
        if one.untouched or one.document is None or not own:
            continue
        place = (f"articles/{folder}/{one.name}", front(one.document)[1].get("source", 1))
        for lines in map(set, decisions.articles):
            missing = lines - own if one.stands_fast else lines - own - fast
            if lines & own and (missing or own - lines):
                asked = ranges.write(lines, sorted(printed))
                what = f"A person changed this article, so it keeps its lines; page.md makes {asked} one article."
                remedy = f"Write its lines as {asked} and mend its text, or take them out of `articles` in page.md."
                yield Problem(*place, what, remedy)
        for no in sorted(no for no in own if decisions.roles.get(no) in ASIDE):
            what = f"A person changed this article, so it keeps line {no}; page.md makes it {decisions.roles[no]}."
            yield Problem(*place, what, "Take the line out of the source here, or out of `roles` in page.md.")


class _Links:
    """Joins as they are gathered. joins: the line that goes on with another; apart: pairs in two paragraphs."""

    def __init__(self, roles: Mapping[int, str], homes: Mapping[int, int]) -> None:
        self._roles, self._homes = roles, homes
        self.joins: dict[int, int] = {}
        self.apart: list[tuple[int, int]] = []

    def join(self, before: int, after: int) -> str:
        """Lets a line go on with another. Returns why it cannot, '' when it does."""
        paragraph = [*self._back(before), *self._on(after)]
        why = ""
        if before == after or before in self._on(after):
            why = "the lines would go round in a circle"
        elif before in self.joins or after in self.joins.values():
            why = "one of them is joined to another line already"
        elif any(self._roles.get(no) in ASIDE for no in (before, after)):
            why = "one of them is in no article"
        elif self._homes.get(before) != self._homes.get(after):
            why = "they are not in one article"
        elif len({"text" if role in RUNNING else role for role in map(self._roles.get, paragraph) if role}) > 1:
            why = "their roles differ"
        elif any({*pair} <= {*paragraph} for pair in self.apart):
            why = "they are held apart"
        else:
            self.joins[before] = after
        return why

    def part(self, one: int, other: int) -> str:
        """Keeps two lines apart. Returns why it cannot, '' when it does."""
        if one == other or one in self._on(other) or other in self._on(one):
            return "they are one paragraph"
        self.apart.append((one, other))
        return ""

    def _on(self, no: int) -> list[int]:
        lines = [no]
        while lines[-1] in self.joins:
            lines.append(self.joins[lines[-1]])
        return lines

    def _back(self, no: int) -> list[int]:
        before = {after: before for before, after in self.joins.items()}
        lines = [no]
        while lines[-1] in before:
            lines.append(before[lines[-1]])
        return lines


class _Reader:
    """Turns the three keys into decisions, and collects what is wrong. printed: the lines of the page that are not
    blank; aside: those that a person made furniture or repeats further up in page.md."""

    def __init__(
        self, where: str, key_lines: Mapping[str, int], printed: Sequence[int], aside: Collection[int]
    ) -> None:
        self._where, self._key_lines, self._printed, self._aside = where, key_lines, printed, aside
        self.problems: list[Problem] = []

    def articles(self, given: Any, roles: Mapping[int, str]) -> tuple[tuple[int, ...], ...]:
        """Returns the lines of each article. What a role sets aside is left out of the ranges around it."""
        taken: dict[int, None] = {}
        found = []
        for item in self._items("articles", given, "7-23"):
            named = ", ".join(item) if isinstance(item, list) and all(isinstance(one, str) for one in item) else item
            lines = [no for no in self._lines("articles", named) if roles.get(no) not in ASIDE]
            lines = self._in_use("articles", lines)
            twice = [no for at, no in enumerate(lines) if no in taken or no in lines[:at]]
            if twice:
                self._wrong("articles", f"{self._shown(twice)} named twice in `articles`.", _BOTH)
            kept = tuple(dict.fromkeys(no for no in lines if no not in taken))
            taken |= dict.fromkeys(kept)
            found += [kept] if kept else []
        return tuple(found)

    def roles(self, given: Any) -> dict[int, str]:
        """Returns the role of each line that has one."""
        found: dict[int, str] = {}
        if given and not isinstance(given, dict):
            self._wrong("roles", "`roles` must say what lines are.", "Write roles: {9: headline, 13-15: body}.")
            return found
        for named, word in (given or {}).items():
            role = self._role(named, word)
            lines = self._lines("roles", named) if role else []
            lines = lines if role in ASIDE else self._in_use("roles", lines)
            twice = [no for no in lines if found.get(no, role) != role]
            if twice:
                self._wrong("roles", f"{self._shown(twice)} given two roles.", _BOTH)
            found = dict.fromkeys(lines, role) | found
        return found

    def joins(self, given: Any, links: _Links) -> None:
        """Adds what goes on with what, and what does not."""
        for item in self._items("joins", given, "15 > 17"):
            if not isinstance(item, str) or not _JOIN.fullmatch(item):
                what = f"{_quoted(item)} names no two lines."
                self._wrong("joins", what, "Write 15 > 17 where 17 goes on with 15, 21 / 23 where they are two.")
                continue
            signs = re.findall("[>/]", item)
            for (one, other), sign in zip(pairwise(map(int, re.findall(r"\d+", item))), signs, strict=True):
                lost = [no for no in (one, other) if no not in self._printed]
                add = links.join if sign == ">" else links.part
                why = f"line {lost[0]} is blank or not on the page" if lost else add(one, other)
                if why:
                    self._wrong("joins", f"{one} {sign} {other} cannot be: {why}.", "Mend it or take it out.")

    def _role(self, named: str, word: Any) -> str:
        role = _ALSO.get(word.strip().lower(), word.strip().lower()) if isinstance(word, str) else ""
        if role in DECIDABLE:
            return role
        self._wrong("roles", f"{_quoted(word)} is no role ({named}).", f"Write one of {', '.join(DECIDABLE)}.")
        return ""

    def _items(self, key: str, given: Any, example: str) -> list[Any]:
        if given and not isinstance(given, list):
            self._wrong(key, f"`{key}` must be a list.", f"{_LIST}{example}")
            return []
        return given or []

    def _lines(self, key: str, named: Any) -> list[int]:
        """Returns the lines that a text names, in its order. A part that leads beyond the page is left out whole."""
        try:
            spans = ranges.spans(named) if isinstance(named, str) else []
        except Fault:
            spans = []
        if not spans:
            self._wrong(key, f"{_quoted(named)} are no line numbers.", "Write them as 7-23, or 7-23, 109 in quotes.")
        found: list[int] = []
        for first, last in spans:
            lost = [no for no in dict.fromkeys((first, last)) if no not in self._printed]
            if lost:
                what = f"{_quoted(named)} in `{key}`: line {lost[0]} is blank or not on the page."
                self._wrong(key, what, "Count the lines as the page file has them, blank ones too.")
            if last <= self._printed[-1]:
                found += [no for no in self._printed if first <= no <= last]
        return found

    def _in_use(self, key: str, lines: list[int]) -> list[int]:
        """Returns the lines without those that a person made furniture or repeats, and tells of them."""
        aside = [no for no in lines if no in self._aside]
        if aside:
            what = f"{self._shown(aside)} set aside in `furniture` or `repeats`, and named in `{key}`."
            self._wrong(key, what, "Take it out of one of them.")
        return [no for no in lines if no not in self._aside]

    def _wrong(self, key: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(self._where, self._key_lines[key], what, remedy))

    def _shown(self, lines: Sequence[int]) -> str:
        shown = ranges.write(lines, self._printed)
        return f"Line {shown} is" if shown.isdigit() else f"Lines {shown} are"


def _quoted(given: Any) -> str:
    return f'"{given}"' if isinstance(given, str) else str(given)
