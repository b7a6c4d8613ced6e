"""When pages appeared: dates that are unsure, and days that a paper lacks."""

from collections.abc import Iterator, Sequence

from jianbao import edtf
from jianbao.archive.order import FiledPage
from jianbao.archive.runs import gaps, spans
from jianbao.archive.stand import stand
from jianbao.claims import Claim
from jianbao.model import Article
from jianbao.problems import Problem

_REASONS = 3
_ODD_MASTHEAD = ("mended", "differs", "no such day")


def weak_date(page: FiledPage) -> Iterator[Problem]:
    """Yields what is unsure about the date of a page: there is none, it is inferred and not certain, its masthead was
    mended, or something in the masthead says otherwise."""
    facts, claims = page.facts, [claim for claim in page.facts.claims if claim.about == "date"]
    odd = any(words in claim.rule for claim in claims for words in _ODD_MASTHEAD)
    if facts.date_basis == "cataloguer" or (facts.date and edtf.parse(facts.date).certain and not odd):
        return
    why = "; ".join(f"{claim.value}, {claim.rule} ({_place(claim)})" for claim in claims[:_REASONS])
    what = f"the date {facts.date} is not certain" if facts.date else "the page has no date"
    if odd and edtf.parse(facts.date).certain:
        what = f"the date {facts.date} was read from a faulty masthead"
    line = next((claim.lines[0] for claim in claims if claim.lines), 0)
    remedy = (
        f"Write `date: …` as you know it into articles/{page.id}/page.md, or put a # comment behind it if it is right."
    )
    yield Problem(f"pages/{facts.page}", line, f"To review: {what}." + f" Why: {why}." * bool(why), remedy)


def missing_days(articles: Sequence[Article]) -> Iterator[Problem]:
    held = ((article.newspaper, stand(article.date, article.date_basis)) for article in articles)
    for paper, days in gaps(held).items():
        for first, last in spans(days):
            what = f"No page from {first} to {last}." if first != last else f"No page of {first}."
            yield Problem(paper, 0, what, "Add the pages, if the paper appeared on these days.")


def _place(claim: Claim) -> str:
    return f"{claim.quote}, line {claim.lines[0]}" if claim.lines else claim.quote
