"""How pages were cut: what is doubtful, why, and what else it could be; titles that no page prints; other notes."""

from collections.abc import Iterator

from jianbao.chinese.lexicon import plain
from jianbao.claims import Claim
from jianbao.clip import Looked
from jianbao.describe import place
from jianbao.model import Article, Doubt
from jianbao.problems import Problem

_REASONS = 3  # that are told of a doubt, the heaviest
_OPENING = 200  # characters of a text, from which a title may be taken


def doubtful(looked: Looked, doubt: Doubt) -> Problem:
    """Returns what is doubtful about a page: what, why, what else was possible, and what to write if it is so."""
    others = "; ".join(f"{choice.text} ({choice.write})" for choice in doubt.choices)
    why = "; ".join(map(_reason, doubt.claims[:_REASONS]))
    what = f"To review: {doubt.note}." + f" Why: {why}." * bool(why) + f" Or: {others}." * bool(others)
    page = f"articles/{looked.page.id}/page.md"
    remedy = f"If so, write that into {page} and build again; else take the note out of `review`."
    return Problem(f"pages/{looked.page.path}", doubt.lines[0], what, remedy)


def noted(article: Article, told: set[tuple[str, str]]) -> Iterator[Problem]:
    """Yields what stands in the `review` of an article, told: but for these notes, by the article's id."""
    where = f" in {article.source.page}" if article.source.page else ""
    remedy = f"Compare it with the page{where}, then take the note out of `review`."
    for note in article.review:
        if (article.id, note) not in told and not place.answered(note, article.regions):
            yield Problem(article.id, 0, f"To review: {note}.", remedy)


def supplied(article: Article) -> Iterator[Problem]:
    """Yields the title that the program took from the text; one that a person wrote says something else."""
    if article.title_basis == "supplied" and plain(article.title) in plain(article.body[:_OPENING]):
        what = f'The page prints no headline; "{article.title}" is taken from the text.'
        yield Problem(article.id, 0, what, "Write a title that says what it is about; `title_basis: supplied` stays.")


def _reason(claim: Claim) -> str:
    return f"{claim.value}, {claim.rule} {claim.weight:+.1f}"
