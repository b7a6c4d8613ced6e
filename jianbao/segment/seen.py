"""A line as a reader sees it: with its form measured and its neighbours in view. Rules look at nothing else.

Where a page keeps its printed lines, a line in view is a strip of several (see `strips`); `no` is the first of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from jianbao.chinese import bylines, jumps, repeats, text, words
from jianbao.chinese.jumps import Jump
from jianbao.chinese.repeats import Again
from jianbao.segment.decided import Decided
from jianbao.segment.once import once
from jianbao.segment.strips import Strip

if TYPE_CHECKING:
    from jianbao.segment.numbers import Numbers
    from jianbao.segment.seam import Seams

_NAMED_END = re.compile(r"[。！？!?]\s*[（(][^（()）。]{2,16}[)）]\s*$")  # …节支3000多元。 (炳坤 忠斌)
_CONTACT = re.compile(
    r"(?:电\s*话|手\s*机|传\s*真|联系人|邮\s*编|网\s*址|信\s*箱)\s*[:：]\s*\S+\s*$|\d{3,4}-?\d{7,8}\s*$"
)  # ends a notice
_SIGNED = 0.05  # share of the texts of a page: 0.09 to 0.6 where writers are named, 0 where they are not
_HEADS = 3  # lines of a headline over the text of another page
_BEGINNING = 80  # characters
_COLUMN = 12  # lines up and down a narrow column that are looked at
Evidence = tuple[str, float, str]  # rule, how much of it there is (1 for yes), the words it rests on
SHORT = 32  # letters; the longest headlines of one line on the labelled pages have 30 to 38


@dataclass(eq=False)
class Seen:
    """One line in view. above, below: the neighbours, None at the ends of the page; again: what of it is said twice."""

    strip: Strip
    view: "View" = field(repr=False)
    at: int
    again: tuple[Again, ...] = ()
    above: "Seen | None" = field(default=None, repr=False)
    below: "Seen | None" = field(default=None, repr=False)

    @once
    def no(self) -> int:
        return self.strip.no

    @once
    def nos(self) -> tuple[int, ...]:
        """All printed lines of the strip."""
        return tuple(line.no for line in self.strip.lines)

    @property
    def gap(self) -> int:
        """Blank lines above."""
        return self.strip.gap

    @property
    def said(self) -> str:
        """The role that a person gave the line, '' when nobody did."""
        return self.view.decided.roles.get(self.no, "")

    @property
    def home(self) -> int | None:
        """The number of the article that a person put the line into, None when nobody did."""
        return self.view.decided.homes.get(self.no)

    @once
    def jumps(self) -> tuple[Jump, ...]:
        """The jumps of the line. What a person called text, or a head, is no jump line."""
        found = jumps.jumps(self.strip.text)
        called = self.said not in ("", "page_furniture") or self.no in self.view.decided.running
        return tuple(one for one in found if not (called and one.alone))

    @property
    def jump_line(self) -> bool:
        """Is the line nothing but a jump?"""
        return any(one.alone for one in self.jumps)

    @once
    def text(self) -> str:
        """The text; a jump at either end of it is none of the reader's: ……得到了提升。（下转第3版）"""
        return repeats.without(self.strip.text, self._jumped).strip()

    @once
    def said_once(self) -> str:
        """The text without what stands elsewhere already."""
        return repeats.without(self.strip.text, [(one.start, one.end) for one in self.again] + self._jumped).strip()

    @property
    def _jumped(self) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in self.jumps if not one.alone]

    @property
    def repeat(self) -> bool:
        """Is the whole line said elsewhere already?"""
        return bool(self.again) and not self.said_once

    @once
    def size(self) -> int:
        """Letters and digits, marks not counted."""
        return len(text.letters(self.text))

    @once
    def closed(self) -> bool:
        """Ends with the end of a sentence, or with a signature in brackets behind one."""
        if text.ends_closed(self.text) or self.tail is not None:
            return True
        named = self.text[-1:] in (")", "）") and _NAMED_END.search(self.text)
        told = ":" in self.text or "：" in self.text or self.text[-1:].isdecimal()
        return bool(named or (told and _CONTACT.search(self.text)))

    @property
    def cut_off(self) -> bool:
        """Does a jump or what stands elsewhere already take the end of the line? What follows there is not known."""
        return self.turns_on or any(one.end >= len(self.strip.text.rstrip()) for one in self.again)

    @once
    def turns_on(self) -> bool:
        """Does the text go on on another page?"""
        own = any(one.onward for one in self.jumps if not one.alone)
        return own or bool(self.below and any(one.onward for one in self.below.jumps if one.alone))

    @once
    def turned_from(self) -> bool:
        """Does the text come from another page? A headline may stand between it and the jump line."""
        above = self.above
        for _ in range(_HEADS):
            if above and above.headlike and not above.jumps:
                above = above.above
        found = (*self.jumps, *(above.jumps if above and (above.jump_line or above.headlike) else ()))
        return any(one.back for one in found)

    @once
    def commas(self) -> int:
        return text.commas(self.text)

    @once
    def lead(self) -> bylines.Byline | None:
        return bylines.lead(self.text)

    @once
    def signature(self) -> bylines.Byline | None:
        return bylines.signature(self.text)

    @once
    def tail(self) -> bylines.Byline | None:
        return bylines.tail(self.text)

    @once
    def left_open(self) -> str:
        return text.left_open(self.text)

    @once
    def closes(self) -> str:
        return text.closes_unopened(self.text)

    @once
    def opener(self) -> str:
        return text.opens_as_text(self.text)

    @once
    def pairs(self) -> frozenset[str]:
        """The pairs of characters of the line, without what stands elsewhere already."""
        whole = self.said_once == self.strip.text
        return self.view.pairs[self.at] if whole else text.bigrams(self.said_once)

    @once
    def all_pairs(self) -> frozenset[str]:
        """The pairs of characters of the whole line."""
        return text.bigrams(self.text) if self.again else self.pairs

    @once
    def first_pairs(self) -> frozenset[str]:
        """The pairs of characters of the line's beginning."""
        whole = self.text == self.said_once and len(self.text) <= _BEGINNING
        return self.pairs if whole else text.bigrams(self.text[:_BEGINNING])

    @once
    def begins_inside(self) -> bool:
        return text.begins_inside(self.text) or (self.size > 12 and words.begins_bound(self.text))

    @once
    def next_above(self) -> "Seen | None":
        """The line above, repeats passed over."""
        above = self.above
        while above is not None and above.repeat:
            above = above.above
        return above

    @once
    def next_below(self) -> "Seen | None":
        """The line below, repeats passed over."""
        below = self.below
        while below is not None and below.repeat:
            below = below.below
        return below

    @once
    def headlike(self) -> bool:
        """Short, no end of a sentence, no signature: by form alone it could be a head."""
        return self.size <= SHORT and not self.signature and not self.lead and not self.stopped

    @property
    def stopped(self) -> bool:
        """Ends as a sentence does; a short question or exclamation may be a head: 工会凭啥能拿下?"""
        return self.closed and (self.size > 22 or self.text.rstrip("”’\"')）")[-1:] in "。.…" or self.tail is not None)

    @once
    def kinship(self) -> float:
        """How much of the text below stands in the text above, 0 to 1; -1 where a lead or no text is near."""
        if not self.headlike or any(one.lead for one in self.coming(3)):
            return -1.0
        above = [one for one in self.view.seen[max(0, self.at - 8) : self.at] if one.size > SHORT][-5:]
        below = [one for one in self.coming(4) if one.size > SHORT or one.closed][:3]
        if not above or not below:
            return -1.0
        told, before = (frozenset[str]().union(*(one.all_pairs for one in lines)) for lines in (below, above))
        return self.view.rarity.shared(told, before)

    @once
    def narrow(self) -> bool:
        """Stands in a narrow column: short evenly set lines of which several break inside a word (004 L165-191)."""
        if not self._set_with(self):
            return False
        column = [self]
        for step in (-1, 1):
            at = self.at + step
            while 0 <= at < len(self.view.seen) and abs(at - self.at) <= _COLUMN and self._set_with(self.view.seen[at]):
                column.append(self.view.seen[at])
                at += step
        if len(column) < 4:
            return False
        top = min(column, key=lambda one: one.at)
        broken = [one for one in column if one is not top and one.word_over_end]
        return len(broken) >= 2

    def _set_with(self, other: "Seen") -> bool:
        return 4 < other.size <= 26 and other.gap == self.gap and not other.signature and not other.lead

    @once
    def word_over_end(self) -> str:
        """The word that runs over from the line above into this one, '' when none does."""
        return words.runs_over(self.above.text, self.text) if self.above else ""

    def coming(self, count: int) -> list["Seen"]:
        """Returns up to `count` lines below."""
        return self.view.seen[self.at + 1 : self.at + 1 + count]


class View:
    """All lines of a page in view, what people decided about them, and how telling a pair of characters is on it."""

    def __init__(self, strips: Sequence[Strip], again: Sequence[Again] = (), decided: Decided | None = None) -> None:
        self.again = tuple(again)
        self.decided = decided or Decided()
        said = {strip.no: tuple(one for one in again if one.line == strip.no) for strip in strips}
        self.seen = [Seen(strip, self, at, said[strip.no]) for at, strip in enumerate(strips)]
        for above, below in pairwise(self.seen):
            above.below, below.above = below, above
        self.pairs = [text.bigrams(strip.text) for strip in strips]
        self.rarity = text.Rarity(self.pairs)
        self.by_no = {one.no: one for one in self.seen}
        self.seams: Seams | None = None

    def forget(self) -> None:
        """Lets go of the lines, which know each other and the page that holds them: what nobody needs any more is gone
        at once, and no collection has to find it."""
        for one in self.seen:
            vars(one).clear()
        vars(self).clear()

    @once
    def numbers(self) -> "Numbers":
        """The pairs of characters of the lines as numbers."""
        from jianbao.segment.numbers import numbered  # with numpy, which a build that clips nothing is spared

        return numbered(self)

    @once
    def whole(self) -> str:
        """The whole page, a strip a line."""
        return "\n".join(one.text for one in self.seen)

    @once
    def said_once(self) -> str:
        """The whole page without what was said twice, a strip a line."""
        return "\n".join(one.said_once for one in self.seen)

    @once
    def signs(self) -> bool:
        """Do pieces of this page name their writers, as a custom? Those of the 1900s and 1930s do not."""
        signed = sum(bool(one.lead or one.signature or one.tail) for one in self.seen)
        return signed >= _SIGNED * sum(not one.headlike for one in self.seen)
