"""Which paper the reporters of a page write for, where the page does not say of which paper it is.

A reporter register: who signs as a reporter on pages whose paper is known. Whoever signs in several papers (an
agency's reporter does) tells nothing. Proposed to the cataloguer only: a page that took its paper from another page
would change whenever that one does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jianbao.model import Article, PageFacts

_ENOUGH = 2  # reporters that a page must share with a paper
_SURE = ("masthead", "filename", "config", "cataloguer")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A paper that a page may be of. page: its path; paper: the name; reporters: who signs on the page and in the
    paper; now: the paper that was inferred for it otherwise, '' for none."""

    page: str
    paper: str
    reporters: tuple[str, ...]
    now: str


def proposals(articles: Sequence[Article], pages: Iterable[PageFacts]) -> tuple[Proposal, ...]:
    """Returns what the reporters say about pages whose paper is not known, or only inferred, and is another."""
    signed = _signed(articles)
    facts = {page.page: page for page in pages}
    register = _register(signed, facts)
    found = []
    for path, names in sorted(signed.items()):
        page = facts.get(path)
        shared = tuple(name for name in names if name in register)
        papers = {register[name] for name in shared}
        if page and page.newspaper_basis not in _SURE and len(shared) >= _ENOUGH and len(papers) == 1:
            paper = papers.pop()
            if paper != page.newspaper:
                found.append(Proposal(path, paper, shared, page.newspaper))
    return tuple(found)


def _signed(articles: Iterable[Article]) -> dict[str, tuple[str, ...]]:
    """The reporters of each page."""
    found: dict[str, dict[str, None]] = {}
    for article in articles:
        for author in article.authors:
            if author.role.endswith("记者") and article.source.page:
                found.setdefault(article.source.page, {})[author.name] = None
    return {path: tuple(names) for path, names in found.items()}


def _register(signed: Mapping[str, Iterable[str]], facts: Mapping[str, PageFacts]) -> dict[str, str]:
    """The paper of each reporter who signs in one paper only."""
    papers: dict[str, set[str]] = {}
    for path, names in signed.items():
        page = facts.get(path)
        if page and page.newspaper and page.newspaper_basis in _SURE:
            for name in names:
                papers.setdefault(name, set()).add(page.newspaper)
    return {name: next(iter(own)) for name, own in papers.items() if len(own) == 1}
