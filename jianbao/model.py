"""The nouns: what passes between the stages, frozen.

A `Page` is read; `segment` cuts it into a `Layout` of `Piece`s, furniture and repeats; `describe` adds facts and makes
`Article`s, which `files` writes as Markdown and loads again. Lines are 1-based over all lines of the page file, blank
ones counted, as `cat -n` prints them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jianbao.claims import Claim

KINDS = ("news", "feature", "photo", "comment", "letter", "notice", "advert", "other")
BASES = ("masthead", "filename", "page", "inferred", "config", "cataloguer")
HEADS = ("kicker", "headline", "subhead")  # the roles that a person may give a line: of its heads …
RUNNING = ("body", "byline+body", "caption", "precis")  # … of its text …
ASIDE = ("masthead", "advert", "page_furniture", "standing_head", "repeat")  # … and of what is in no article
DECIDABLE = (*HEADS, *RUNNING, "table", "crosshead", "byline", "credit", *ASIDE)


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of a page. gap: the blank lines above it."""

    no: int
    text: str
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a newspaper as it came. path: below content/pages, with /. text: the whole text, line ends as \\n."""

    id: str
    path: str
    encoding: str
    lines: tuple[Line, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided in page.md about the lines of a page; each line is on the page and not blank, no two
    decisions contradict each other. articles: the lines of each, in reading order; roles: of DECIDABLE, by line;
    joins: (15, 17) where 17 goes on with the paragraph of 15; apart: two lines that are not in one paragraph."""

    articles: tuple[tuple[int, ...], ...] = ()
    roles: Mapping[int, str] = field(default_factory=dict)
    joins: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a piece. role: body, byline+body, crosshead, caption, credit, precis, byline, table (a row
    a line) …; lines: those
    whose texts were joined, in reading order, none for text of another page; gap: text is known to be missing before
    it."""

    role: str
    text: str
    lines: tuple[int, ...]
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece says that it goes on on another page, or comes from one. folios: of the pages named; title: the headline
    named; sure: 紧接第八版 between two pieces may be the end of one or the beginning of the other."""

    onward: bool
    folios: tuple[str, ...]
    line: int
    title: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article stands: page, the page file's path below content/pages; lines, 1-based, in reading order of
    the page; further: the same on other pages, where it goes on. Empty for an article typed by hand."""

    page: str = ""
    lines: tuple[int, ...] = ()
    further: tuple["Source", ...] = ()

    @property
    def parts(self) -> tuple["Source", ...]:
        """Returns each page with its lines, the beginning first."""
        return (Source(self.page, self.lines), *self.further) if self.page else ()

    def on(self, page: str) -> tuple[int, ...]:
        """Returns the lines on one page.

        >>> Source('01.txt', (7, 9), (Source('03.txt', (2,)),)).on('03.txt')
        (2,)
        """
        return tuple(no for part in self.parts if part.page == page for no in part.lines)


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as `segment` cut it from the page: its heads, its blocks in reading order, and all its lines
    (heads included). review: what the program is unsure of; turns: to other pages; further: its lines there, once
    the pieces of an issue are joined; decided: a person said in page.md which lines it has."""

    lines: tuple[int, ...]
    blocks: tuple[Block, ...]
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    column: str = ""
    review: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    turns: tuple[Turn, ...] = ()
    further: tuple[Source, ...] = ()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines of a page that belong to no article. role: masthead, advert, standing_head, page_furniture."""

    role: str
    lines: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Text that the OCR said twice. line: where it stands again; of: the line that has it first (the same line when it
    repeats itself); whole: the whole line is the repeat and belongs to no article."""

    line: int
    of: int
    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What else could be. text: in a few words; write: the line for page.md that makes it so."""

    text: str
    write: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that the program is unsure of. lines: it is about these, the first is where to look; note: what, as it
    stands in `review`; chance: that something is wrong there, 0 to 1; choices: what else could be, likeliest first;
    claims: why it is as it is; about_heads: it asks what a head is, and who wrote the title has answered it."""

    lines: tuple[int, ...]
    note: str
    chance: float
    choices: tuple[Choice, ...] = ()
    claims: tuple[Claim, ...] = ()
    about_heads: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A page cut up: every non-blank line is in one piece, in the furniture, or is a whole repeat. doubts: the most
    doubtful first; each is in the `review` of one piece."""

    pieces: tuple[Piece, ...]
    furniture: tuple[Furniture, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    claims: tuple[Claim, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """role: 记者, 通讯员, 摄影 … as printed; '' when the page gives none."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What a page calls a region that bears another name today. name: as printed, 江干区; region: the path today."""

    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Lines of a page that stand in an article of another page. article: its id."""

    lines: tuple[int, ...]
    article: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is true of a whole page (page.md): corrected there once, it holds for all its articles.
    date: EDTF level 1; bases: one of BASES, '' when the fact is empty; decided: people also decided about its lines."""

    page: str
    encoding: str = ""
    newspaper: str = ""
    newspaper_basis: str = ""
    date: str = ""
    date_basis: str = ""
    folio: str = ""
    section: str = ""
    furniture: tuple[Furniture, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    claims: tuple[Claim, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """The picture of a page. path: below content/pages; width, height: in pixels; mark: changes when its file does."""

    path: str
    width: int
    height: int
    mark: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its facts, as the front matter holds them; body is Markdown. Field order is the order of keys
    in the file. regions: paths such as 浙江省/杭州市/西湖区, most important first; places: those of them that are
    printed under a former name; also: further texts it is to be found by, such as another reading of a word. date: EDTF
    level 1."""

    id: str
    title: str
    title_basis: str = ""
    kicker: str = ""
    subtitle: str = ""
    column: str = ""
    kind: str = "news"
    newspaper: str = ""
    date: str = ""
    date_basis: str = ""
    folio: str = ""
    section: str = ""
    byline: str = ""
    authors: tuple[Author, ...] = ()
    regions: tuple[str, ...] = ()
    places: tuple[PlaceName, ...] = ()
    also: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: Source = field(default_factory=Source)
    aliases: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    body: str = ""
