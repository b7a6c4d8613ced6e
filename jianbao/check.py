"""The cataloguer's list: all that a person should look at, beyond what a build reports.

Front matter, places and subjects that the authority data does not know, authors whose names look like none or like
another's, pages whose paper only their reporters tell, gaps in the run of a newspaper, dead links of the built site,
and every article that the program was unsure of: a note in its `review`, with the reasons and the other possibilities
where it is about how the page was cut."""

from collections.abc import Iterator, Sequence

from jianbao import edtf
from jianbao.archive.order import FiledPage
from jianbao.archive.reporters import Proposal, proposals
from jianbao.archive.runs import gaps, spans
from jianbao.archive.spellings import Pair, pairs
from jianbao.archive.stand import stand
from jianbao.authority import Authority
from jianbao.chinese.names import doubt
from jianbao.claims import Claim
from jianbao.clip import Looked
from jianbao.describe import place as place_of
from jianbao.linkcheck import dead_links
from jianbao.model import Article, Doubt
from jianbao.pipeline import Place, silent
from jianbao.problems import Problem
from jianbao.stock import read_stock

_REASONS = 3  # that are told of a doubt, the heaviest
_ODD_MASTHEAD = ("mended", "differs", "no such day")


def check(place: Place, pages: Sequence[Looked]) -> list[Problem]:
    """Returns everything that should be looked at, by file. pages: with what is doubtful about each."""
    stock = read_stock(place.content, silent)
    authority = place.authority[0]
    found = [*place.settings[1], *place.authority[1], *stock.problems]
    told = {(page.ids[at], doubt.note) for page in pages for doubt, at in page.doubts}
    found += [_doubtful(page, doubt) for page in pages for doubt, _ in page.doubts]
    for article in stock.articles:
        found += _unknown(article, authority)
        found += _doubtful_names(article, authority)
        left = [note for note in article.review if (article.id, note) not in told]
        left = [note for note in left if not place_of.answered(note, article.regions)]
        found += [Problem(article.id, 0, f"To review: {note}.", _look(article)) for note in left]
    found += [problem for page in stock.pages for problem in _weak_date(page)]
    found += map(_proposed, pairs(stock.articles, authority.people))
    folders = {page.facts.page: page.id for page in stock.pages}
    placed = proposals(stock.articles, [page.facts for page in stock.pages])
    found += [_paper(one, folders[one.page]) for one in placed]
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


def _weak_date(page: FiledPage) -> Iterator[Problem]:
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


def _place(claim: Claim) -> str:
    return f"{claim.quote}, line {claim.lines[0]}" if claim.lines else claim.quote


def _reason(claim: Claim) -> str:
    return f"{claim.value}, {claim.rule} {claim.weight:+.1f}"


def _look(article: Article) -> str:
    where = f" in {article.source.page}" if article.source.page else ""
    return f"Compare it with the page{where}, then take the note out of `review`."


def _unknown(article: Article, authority: Authority) -> Iterator[Problem]:
    for path in dict.fromkeys((*article.regions, *(one.region for one in article.places))):
        if authority.division(path) is None:
            remedy = "Write its full modern path, or add it to content/authority/places.yaml."
            yield Problem(article.id, 0, f'The region "{path}" is not known.', remedy)
    for tag in article.tags:
        if authority.subject(tag) is None:
            remedy = "Use a term of the list, or add this one to content/authority/subjects.yaml."
            yield Problem(article.id, 0, f'The subject "{tag}" is not in the list.', remedy)


def _doubtful_names(article: Article, authority: Authority) -> Iterator[Problem]:
    """Yields the authors whose names look like none; one that content/authority/people.yaml lists is vouched for."""
    known = {name for person in authority.people for name in (person.name, *person.also)}
    for author in article.authors:
        why = doubt(author.name)
        if why and author.name not in known:
            what = f'The author "{author.name}" ({author.role or "no role"}) may be no name: {why}.'
            remedy = "Correct `authors`, or add {name: " + author.name + "} to content/authority/people.yaml."
            yield Problem(article.id, 0, what, remedy)


def _proposed(pair: Pair) -> Problem:
    """Returns the question whether two spellings are one person, with the line that answers it."""
    what = f'"{pair.other}" may be "{pair.name}": {pair.why}.'
    answer = f"- {{name: {pair.name}, also: [{pair.other}]}}"
    remedy = f"In content/authority/people.yaml write `{answer}`, or `not` for `also` if they are two people."
    return Problem(pair.article, 0, what, remedy)


def _paper(proposal: Proposal, folder: str) -> Problem:
    """Returns which paper the reporters of a page write for, and what to write if it is that one."""
    now = f'is taken for "{proposal.now}"' if proposal.now else "names no newspaper"
    what = f'The page {now}; {"、".join(proposal.reporters)} are reporters of "{proposal.paper}".'
    remedy = f"If it is that paper, write `newspaper: {proposal.paper}` into articles/{folder}/page.md and build again."
    return Problem(f"pages/{proposal.page}", 0, what, remedy)


def _gaps(articles: tuple[Article, ...]) -> Iterator[Problem]:
    stands = {article.id: stand(article.date, article.date_basis) for article in articles}
    for paper, days in gaps(articles, stands).items():
        for first, last in spans(days):
            what = f"No page from {first} to {last}." if first != last else f"No page of {first}."
            yield Problem(paper, 0, what, "Add the pages, if the paper appeared on these days.")
