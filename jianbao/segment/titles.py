"""Which of a piece's head lines is kicker, headline and subtitle.

Chinese heads give the place or occasion first and the point second, so of two lines the second leads; a line that
hands over with a dash or colon is a kicker; lines set without a blank between them are one headline broken by its
column. Parts that share a line are told apart by their length."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jianbao.chinese.text import han, letters
from jianbao.segment.seen import Seen
from jianbao.segment.strips import seam

_PART = 7  # letters; a shorter part does not stand alone: 让每一位职工 都能找到…


@dataclass(frozen=True, slots=True)
class Titles:
    """The heads of a piece, each on one line; '' for what it has not."""

    kicker: str = ""
    title: str = ""
    subtitle: str = ""


def titles(heads: Sequence[Seen]) -> Titles:
    """Returns the heads of a piece; what a person called a line goes before its form."""
    return _as_said(heads) if any(head.said for head in heads) else _by_form(heads)


def _as_said(heads: Sequence[Seen]) -> Titles:
    """Lines that nobody named are the headline; with a headline named, those above it are kicker, those below subtitle.
    One line alone may still hold kicker and headline."""
    named = [at for at, head in enumerate(heads) if head.said == "headline"]
    said: dict[str, list[Seen]] = {"kicker": [], "headline": [], "subhead": []}
    for at, head in enumerate(heads):
        around = "headline" if not named else "kicker" if at < named[0] else "subhead"
        said[head.said or around].append(head)
    kicker, title, subtitle = (" ".join(_set_lines(lines)) for lines in said.values())
    if len(said["headline"]) == 1 and not kicker:
        return replace(_of_one_line(title), subtitle=subtitle)
    return Titles(kicker, title, subtitle)


def _by_form(heads: Sequence[Seen]) -> Titles:
    lines = _set_lines(heads)
    if not lines:
        return Titles()
    if len(lines) == 1:
        return _of_one_line(lines[0])
    if len(lines) == 2:
        return Titles(kicker=lines[0], title=lines[1])
    return Titles(kicker=lines[0], title=lines[1], subtitle=" ".join(lines[2:]))


def _set_lines(heads: Sequence[Seen]) -> list[str]:
    """Returns the head lines, those without a blank line between them joined."""
    lines: list[str] = []
    for at, head in enumerate(heads):
        tight = at > 0 and head.gap == 0 and head.above is heads[at - 1]
        decided = head.view.decided
        if at > 0 and decided.joins.get(heads[at - 1].no) == head.no:
            lines[-1] = seam(lines[-1], head.text)
        elif at > 0 and decided.parts(heads[at - 1].no, head.no, {}):
            lines.append(head.text)
        elif tight and not lines[-1].endswith(("—", "：", ":")):
            lines[-1] = _joined(lines[-1], head.text, head.word_over_end)
        else:
            lines.append(head.text)
    return lines


def _joined(first: str, second: str, word_runs_over: str) -> str:
    alike = abs(len(letters(first)) - len(letters(second))) <= 2 and not word_runs_over and len(letters(first)) >= 5
    return f"{first} {second}" if alike else seam(first, second)


def _of_one_line(line: str) -> Titles:
    """Returns kicker and title of a line with blanks: cut where the halves are most alike in length, the other blanks
    being line breaks of the page (003 L83 has three). Halves of one length are one headline."""
    parts = line.split() if han(line) else [line]
    cuts = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    fitting = [(one, two) for one, two in cuts if min(len(letters(one)), len(letters(two))) >= _PART]
    if not fitting:
        return Titles(title=line)
    kicker, title = min(fitting, key=lambda halves: abs(len(letters(halves[0])) - len(letters(halves[1]))))
    if len(parts) == 2 and abs(len(letters(kicker)) - len(letters(title))) <= 1:
        return Titles(title=line)
    return Titles(kicker=kicker, title=title)
