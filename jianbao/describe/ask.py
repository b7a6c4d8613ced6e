"""What the program makes of a piece of text by itself: its place, its date or its byline, with the claims."""

from dataclasses import dataclass

from jianbao.authority import Authority
from jianbao.chinese import bylines, dates, masthead
from jianbao.claims import Claim
from jianbao.describe import date, place


@dataclass(frozen=True, slots=True)
class Answer:
    """value: a region path, an EDTF date or a byline as printed; None when the text says nothing."""

    value: str | None
    basis: str
    claims: tuple[Claim, ...] = ()


def ask_place(text: str, authority: Authority, home: str = "", year: int = 0) -> Answer:
    """Returns the region that a text is about. home: path of the paper's home region; year: of the page."""
    placed = place.named(text, authority, home, year)
    return Answer(placed.regions[0] if placed.regions else None, "page" if placed.regions else "", placed.claims)


def ask_date(text: str, issued: str = "") -> Answer:
    """Returns the date that a text prints: of a masthead, or of a sentence in a paper of that day, month or year."""
    head = masthead.masthead(text)
    if head:
        value, rule, weight, quote = head.iso, date.rule(head), 5.0, head.quote
    else:
        value, rule, weight, quote = dates.resolved(text, issued), f"counted from {issued or 'nothing'}", 1.0, ""
        if any(day.year and day.iso == value for day in dates.printed(text)):
            rule, weight = "printed", 3.0
    return (
        Answer(value or None, "page", (Claim("date", value, rule, weight, (), quote),)) if value else Answer(None, "")
    )


def ask_byline(text: str) -> Answer:
    """Returns the byline of a line."""
    found = bylines.signature(text) or bylines.lead(text) or bylines.tail(text) or bylines.unmarked(text)
    if not found or not found.raw:
        return Answer(None, "")
    names = "、".join(f"{author.name} ({author.role})" for author in found.authors)
    return Answer(found.raw, "page", (Claim("byline", found.raw, "the grammar of signatures", 2.0, (), names),))
