"""The cataloguer's list: all that a person should look at, beyond what a build reports.

Front matter, places and subjects that the authority data does not know, titles that the page does not print, words that
might be added to the subject list, gaps in the run of a newspaper, dead links of
the built site, and every article that the program was unsure of: a note in its `review`, with the reasons and the other
possibilities where it is about how the page was cut."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from jianbao import edtf
from jianbao.archive.phrases import Phrase, unled
from jianbao.authority import Authority
from jianbao.chinese.lexicon import plain
from jianbao.claims import Claim
from jianbao.clip import Looked
from jianbao.linkcheck import dead_links
from jianbao.model import Article, Doubt
from jianbao.pipeline import Place, silent
from jianbao.problems import Problem
from jianbao.stock import read_stock

_REASONS = 3  # that are told of a doubt, the heaviest
_NAMED = 3  # articles of a proposed word
_OPENING = 200  # characters of a text, from which a title may be taken
_LONGEST_GAP = 60  # days; further apart the pages are single finds, and no run has a gap


def check(place: Place, pages: Sequence[Looked]) -> list[Problem]:
    """Returns everything that should be looked at, by file. pages: with what is doubtful about each."""
    stock = read_stock(place.content, silent)
    authority = place.authority[0]
    found = [*place.settings[1], *place.authority[1], *stock.problems]
    told = {(page.ids[at], doubt.note) for page in pages for doubt, at in page.doubts}
    found += [_doubtful(page, doubt) for page in pages for doubt, _ in page.doubts]
    for article in stock.articles:
        found += _unknown(article, authority)
        found += _supplied(article)
        left = [note for note in article.review if (article.id, note) not in told]
        found += [Problem(article.id, 0, f"To review: {note}.", _look(article)) for note in left]
    found += _proposed_words(unled(stock.articles, authority))
    found += _gaps(stock.articles)
    if place.site.is_dir():
        found += dead_links(place.site)
    return sorted(set(found))


def _doubtful(looked: Looked, doubt: Doubt) -> Problem:
    """Returns what is doubtful about a page: what, why, what else was possible, and what to write if it is so."""
    others = "; ".join(f"{choice.text} ({choice.write})" for choice in doubt.choices)
    why = "; ".join(map(_reason, doubt.claims[:_REASONS]))
    what = f"To review: {doubt.note}." + f" Why: {why}." * bool(why) + f" Or: {others}." * bool(others)
    page = f"articles/{looked.page.id}/page.md"
    remedy = f"If so, write that into {page} and build again; else take the note out of `review`."
    return Problem(f"pages/{looked.page.path}", doubt.lines[0], what, remedy)


def _reason(claim: Claim) -> str:
    return f"{claim.value}, {claim.rule} {claim.weight:+.1f}"


def _look(article: Article) -> str:
    where = f" in {article.source.page}" if article.source.page else ""
    return f"Compare it with the page{where}, then take the note out of `review`."


def _unknown(article: Article, authority: Authority) -> Iterator[Problem]:
    for path in article.regions:
        if authority.division(path) is None:
            remedy = "Write its full modern path, or add it to content/authority/places.yaml."
            yield Problem(article.id, 0, f'The region "{path}" is not known.', remedy)
    for tag in article.tags:
        if authority.subject(tag) is None:
            term = authority.led_to.get(plain(tag))
            use = f'Write "{term.term}", which it leads to' if term else "Use a term of the list"
            remedy = f"{use}, or add this one to content/authority/subjects.yaml."
            yield Problem(article.id, 0, f'The subject "{tag}" is not in the list.', remedy)


def _supplied(article: Article) -> Iterator[Problem]:
    """The title that the program took from the text; one that a person wrote says something else."""
    if article.title_basis == "supplied" and plain(article.title) in plain(article.body[:_OPENING]):
        what = f'The page prints no headline; "{article.title}" is taken from the text.'
        yield Problem(article.id, 0, what, "Write a title that says what it is about; `title_basis: supplied` stays.")


def _proposed_words(phrases: Sequence[Phrase]) -> Iterator[Problem]:
    if phrases:
        words = ", ".join(f"{one.text} ({one.count} times; {', '.join(one.articles[:_NAMED])})" for one in phrases)
        what = f"Words that lead to no subject, the most telling first: {words}."
        remedy = "Write `- {term: …, use_for: [word]}` for one that should, and name the others under `no_subjects:`."
        yield Problem("authority/subjects.yaml", 0, what, remedy)


def _gaps(articles: tuple[Article, ...]) -> Iterator[Problem]:
    held: dict[str, set[date]] = {}
    for article in articles:
        when = edtf.parse(article.date)
        if article.newspaper and when.day and when.certain:
            held.setdefault(article.newspaper, set()).add(date.fromisoformat(when.first))
    for paper, days in sorted(held.items()):
        run = sorted(days)
        for before, after in pairwise(run):
            if 1 < (after - before).days <= _LONGEST_GAP:
                first, last = before + timedelta(1), after - timedelta(1)
                what = f"No page from {first} to {last}."
                yield Problem(paper, 0, what, "Add the pages, if the paper appeared on these days.")
