"""Views of the page about the archive and of the list of newspapers with their pages.

Takes the archive, gives what the templates show. What is said of its accuracy is counted in this archive: what is
inferred, what is unsure, what people decided. No figure of another archive is carried over."""

from dataclasses import dataclass

from jianbao import __version__, links
from jianbao.archive.archive import Archive
from jianbao.render.finding import INDEXES, NAMES
from jianbao.render.frames import Frame, Link, frame
from jianbao.render.front import Figures, figures
from jianbao.render.paper import papers
from jianbao.said import say


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with the percentage as text."""

    count: int
    of: int

    @property
    def percent(self) -> str:
        """Returns the share in words of figures.

        >>> Share(1, 3).percent, Share(1, 1000).percent, Share(0, 0).percent
        ('33%', '0.1%', '0%')
        """
        value = 100 * self.count / self.of if self.of else 0
        return f"{value:.1f}%" if 0 < value < 1 or 99 < value < 100 else f"{value:.0f}%"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What is known and what is not. bases: of the articles' dates, the most frequent first; inferred: dates that are
    not certain; undated: not even the year is known; placeless: about no known place; supplied: without a printed
    headline; unsure: with something to review; gaps: with text known to be missing; catalogued: with a date that a
    person gave; decided: pages about whose lines people decided; lacking: days that newspapers lack; repeats: lines
    that the recognition said twice."""

    bases: tuple[tuple[str, Share], ...]
    inferred: Share
    undated: Share
    placeless: Share
    supplied: Share
    unsure: Share
    gaps: Share
    catalogued: Share
    decided: Share
    lacking: int
    repeats: int


@dataclass(frozen=True, slots=True)
class AboutView:
    """About the archive. report: an address for mistakes, '' when none may be linked; contact: what was written;
    papers: the newspapers, each with its region; kinds: of pieces, with how many; version: of the program."""

    frame: Frame
    about: str
    rights: str
    contact: str
    report: str
    address: str
    figures: Figures
    papers: tuple[Link, ...]
    kinds: tuple[tuple[str, int], ...]
    accuracy: Accuracy
    version: str


@dataclass(frozen=True, slots=True)
class PagesView:
    """The newspapers, each with its years; a link's count is of pages."""

    frame: Frame
    papers: tuple[tuple[Link, tuple[Link, ...]], ...]


def about_view(archive: Archive) -> AboutView:
    """Returns what the page about the archive shows."""
    settings = archive.settings
    named = sorted(archive.newspapers.terms.values(), key=lambda term: (-len(term.articles), term.key))[:100]
    return AboutView(
        frame=frame(archive, say("关于"), "about"),
        about=settings.about,
        rights=settings.rights,
        contact=settings.report,
        report=links.outside(settings.report),
        address=links.outside(settings.base_url),
        figures=figures(archive),
        papers=tuple(Link(term.name, term.address, len(term.articles), term.note) for term in named),
        kinds=tuple(sorted(archive.counted.kinds.items(), key=lambda item: (-item[1], item[0]))),
        accuracy=accuracy(archive),
        version=__version__,
    )


def accuracy(archive: Archive) -> Accuracy:
    """Returns what is known and what is not, counted."""
    counted, every = archive.counted, len(archive.articles)
    bases = {basis: count for basis, count in counted.bases.items() if basis}
    facts = [page.facts for page in archive.pages.values()]
    return Accuracy(
        bases=tuple(
            (basis, Share(count, every)) for basis, count in sorted(bases.items(), key=lambda one: (-one[1], one[0]))
        ),
        inferred=Share(counted.inferred, every),
        undated=Share(counted.undated, every),
        placeless=Share(counted.placeless, every),
        supplied=Share(counted.supplied, every),
        unsure=Share(counted.unsure, every),
        gaps=Share(counted.gaps, every),
        catalogued=Share(bases.get("cataloguer", 0), every),
        decided=Share(sum(page.decided for page in facts), len(facts)),
        lacking=sum(map(len, archive.lacking.values())),
        repeats=sum(len(page.repeats) for page in facts),
    )


def pages_view(archive: Archive) -> PagesView:
    """Returns what the list of newspapers with their pages shows."""
    shown = []
    for paper in papers(archive):
        years = [key for key in paper.slices if len(key) == 1]
        links_of = tuple(
            Link(paper.link(key).text, paper.link(key).path, sum(len(issue.pages) for issue in paper.slices[key]))
            for key in years
        )
        shown.append((Link(paper.name, paper.index, sum(link.count for link in links_of)), links_of))
    crumbs = [Link(NAMES["newspapers"], INDEXES["newspapers"])]
    return PagesView(frame(archive, say("全部版面"), "newspapers", crumbs), tuple(shown))
