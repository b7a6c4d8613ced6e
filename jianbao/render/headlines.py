"""Headlines as templates ask for them: with the places where a line may end, or without.

Imported when a page is made: what cuts a headline into words is large."""

from typing import Any

from markupsafe import Markup, escape

from jianbao.chinese.heads import BREAK, Broken, broken
from jianbao.chinese.typeset import typeset
from jianbao.render.wording import Wording
from jianbao.said import Said


def phrases(wording: Wording, text: str) -> Any:
    """Returns a headline whose lines end between words: set large, one cut through a word would be seen."""
    if isinstance(text, Said) and wording.foreign:
        return wording.content(text)
    known = text if isinstance(text, Broken) else broken(wording.told(text))
    return wording.mark(Markup(str(escape(known)).replace(BREAK, "<wbr>")))


def unbroken(wording: Wording, text: str) -> Any:
    """Returns a headline for a row of a list: there a line may end anywhere, and marks between its words would be a
    tenth of all bytes."""
    if isinstance(text, Broken):
        return wording.content(text.whole())
    return wording.content(text if isinstance(text, Said) else typeset(text))
