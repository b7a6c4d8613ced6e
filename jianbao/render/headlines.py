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
    return _marked(wording, _broken(wording, text))


def clauses(wording: Wording, text: str) -> Any:
    """Returns a headline for a row of a list: few of its words begin where a line may end, for small type has room for
    several, and marks between all of them would be a tenth of a list."""
    if isinstance(text, Said) and wording.foreign:
        return wording.content(text)
    return _marked(wording, _broken(wording, text).clauses())


def _broken(wording: Wording, text: str) -> Broken:
    return text if isinstance(text, Broken) else broken(wording.told(text))


def _marked(wording: Wording, text: Broken) -> Any:
    return wording.mark(Markup(str(escape(text)).replace(BREAK, "<wbr>")))


def unbroken(wording: Wording, text: str) -> Any:
    """Returns a headline for where it stands small, or beside its own: there a line may end anywhere."""
    if isinstance(text, Broken):
        return wording.content(text.whole())
    return wording.content(text if isinstance(text, Said) else typeset(text))
