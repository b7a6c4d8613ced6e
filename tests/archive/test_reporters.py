"""What shared reporters say about the paper of a page."""

from jianbao.archive.reporters import Proposal, proposals
from jianbao.model import Article, Author, PageFacts, Source

KNOWN = PageFacts("1.txt", newspaper="甲报", newspaper_basis="masthead")
OTHER = PageFacts("3.txt", newspaper="乙报", newspaper_basis="masthead")


def signed(page: str, *names: str, role: str = "记者") -> Article:
    return Article(f"{page}-{names[0]}", "题", authors=tuple(Author(name, role) for name in names), source=Source(page))


def test_two_shared_reporters_propose_the_paper() -> None:
    articles = [signed("1.txt", "潘仙德", "羊荣江"), signed("2.txt", "羊荣江"), signed("2.txt", "潘仙德")]
    assert proposals(articles, [KNOWN, PageFacts("2.txt")]) == (Proposal("2.txt", "甲报", ("羊荣江", "潘仙德"), ""),)


def test_a_paper_that_was_inferred_may_be_another() -> None:
    articles = [signed("1.txt", "潘仙德", "羊荣江"), signed("2.txt", "羊荣江", "潘仙德")]
    inferred = PageFacts("2.txt", newspaper="丙报", newspaper_basis="inferred")
    assert [one.now for one in proposals(articles, [KNOWN, inferred])] == ["丙报"]
    assert not proposals(articles, [KNOWN, PageFacts("2.txt", newspaper="甲报", newspaper_basis="inferred")])


def test_one_reporter_an_agencys_one_or_two_papers_propose_nothing() -> None:
    one = [signed("1.txt", "潘仙德", "羊荣江"), signed("2.txt", "潘仙德")]
    agency = [signed("1.txt", "甲一", "甲二"), signed("3.txt", "甲一", "甲二"), signed("2.txt", "甲一", "甲二")]
    two = [signed("1.txt", "甲一", "甲二"), signed("3.txt", "乙一"), signed("2.txt", "甲一", "甲二", "乙一")]
    for articles in (one, agency, two):
        assert not proposals(articles, [KNOWN, OTHER, PageFacts("2.txt")])


def test_readers_and_photographers_write_for_any_paper() -> None:
    articles = [signed("1.txt", "潘仙德", "羊荣江", role="作者"), signed("2.txt", "羊荣江", "潘仙德", role="作者")]
    assert not proposals(articles, [KNOWN, PageFacts("2.txt")])


def test_what_a_person_wrote_stays() -> None:
    articles = [signed("1.txt", "潘仙德", "羊荣江"), signed("2.txt", "羊荣江", "潘仙德")]
    assert not proposals(articles, [KNOWN, PageFacts("2.txt", newspaper="丁报", newspaper_basis="cataloguer")])
