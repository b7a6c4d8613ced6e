"""What the program makes of a piece of text by itself: its place, its date or its byline, with the claims."""

from dataclasses import dataclass

from jianbao.authority import Authority
from jianbao.chinese import bylines, dates
from jianbao.claims import Claim
from jianbao.describe import place


@dataclass(frozen=True, slots=True)
class Answer:
    """value: a region path, an EDTF date or a byline as printed; None when the text says nothing."""

    value: str | None
    basis: str
    claims: tuple[Claim, ...] = ()


def ask_place(text: str, authority: Authority, home: str = "", year: int = 0) -> Answer:
    """Returns the region that a text is about. home: path of the paper's home region; year: of the page."""
    paths, claims = place.named(text, authority, home, year)
    return Answer(paths[0] if paths else None, "page" if paths else "", claims)


def ask_date(text: str, year: int = 0) -> Answer:
    """Returns the date that a text prints: of a masthead, or of a sentence of a page of that year."""
    head = dates.masthead(text)
    if head:
        rule = "".join(
            [
                "a day is printed",
                *(f", {name} agrees" for name in head.agrees),
                *(f", {name} differs" for name in head.differs),
            ]
        )
        return Answer(head.iso, "page", (Claim("date", head.iso, rule, 3.0, (), head.quote),))
    value = dates.resolved(text, year)
    return Answer(
        value or None,
        "page" if value else "",
        (Claim("date", value, "counted from the year of the page", 1.0),) if value else (),
    )


def ask_byline(text: str) -> Answer:
    """Returns the byline of a line."""
    found = bylines.signature(text) or bylines.lead(text) or bylines.tail(text) or bylines.unmarked(text)
    if not found or not found.raw:
        return Answer(None, "")
    names = "、".join(f"{author.name} ({author.role})" for author in found.authors)
    return Answer(found.raw, "page", (Claim("byline", found.raw, "the grammar of signatures", 2.0, (), names),))
