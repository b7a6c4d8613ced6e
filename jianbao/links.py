"""Every address of the site, one function a kind.

Takes ids, codes and slugs; gives paths below site/ made of [a-z0-9._/-] that always name a file, and the relative way
from one file to another. It does not make slugs from Chinese (chinese/pinyin does) and does not know what is on a
page. A name that cannot stand in an address on some system keeps what can and gets eight hex digits of its hash."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from jianbao.problems import Problem, Stop

HOME, ABOUT, SEARCH = "index.html", "about.html", "search.html"
DATES, REGIONS, TAGS = "dates/index.html", "regions/index.html", "tags/index.html"
NEWSPAPERS, AUTHORS, PAGES = "newspapers/index.html", "authors/index.html", "pages/index.html"
SUBJECTS = "data/subjects.ttl"
FEED, SITEMAP = "feed.xml", "sitemap.xml"
UNDATED = "dates/undated/index.html"
EVERY_YEAR, UNNAMED = "dates/every-year/index.html", "pages/unnamed/index.html"

_LONGEST = 60
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")  # Windows refuses con.html too
_SCHEMES = ("https://", "http://", "mailto:")


def article(id: str) -> str:
    """Returns the address of an article; the page id ends at the last hyphen.

    >>> article('p1-7'), article('letter')
    ('articles/p1/7.html', 'articles/single/letter.html')
    """
    page_id, _, tail = id.rpartition("-")
    return f"articles/{name(page_id) if page_id else 'single'}/{name(tail)}.html"


def page(id: str) -> str:
    """Returns the address of a newspaper page with its pieces and raw text."""
    return f"pages/{name(id)}.html"


def scan(id: str, file: str) -> str:
    """Returns the address of the picture of a newspaper page. file: its name in content/pages.

    >>> scan('p1', '报纸/01.JPG')
    'pages/p1.jpg'
    """
    return f"pages/{name(id)}.{file.rpartition('.')[2].lower()}"


def year(year: int) -> str:
    """Returns the address of a year.

    >>> year(2021)
    'dates/2021/index.html'
    """
    return f"dates/{year:04d}/index.html"


def month(year: int, month: int) -> str:
    """Returns the address of a month."""
    return f"dates/{year:04d}/{month:02d}/index.html"


def day(year: int, month: int, day: int) -> str:
    """Returns the address of a day.

    >>> day(2021, 12, 8)
    'dates/2021/12/08.html'
    """
    return f"dates/{year:04d}/{month:02d}/{day:02d}.html"


def sitemap(key: str) -> str:
    """Returns the address of one of the sitemaps that sitemap.xml names.

    >>> sitemap('2021-12')
    'sitemap-2021-12.xml'
    """
    return f"sitemap-{key}.xml"


def region(code: str) -> str:
    """Returns the address of a region by its GB/T 2260 code, or by the slug it has instead."""
    return f"regions/{name(code)}/index.html"


def tag(slug: str) -> str:
    """Returns the address of a subject."""
    return f"tags/{name(slug)}/index.html"


def newspaper(slug: str) -> str:
    """Returns the address of a newspaper."""
    return f"newspapers/{name(slug)}/index.html"


def author(slug: str) -> str:
    """Returns the address of an author."""
    return f"authors/{name(slug)}/index.html"


def asset(file: str) -> str:
    """Returns the address of a file of the theme."""
    return f"assets/{name(file)}"


def beneath(index: str, year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Returns the address of one year, month or day of a term, or of its undated articles (no year).

    >>> beneath('regions/330100/index.html', 2021, 12), beneath('tags/yi-liao/index.html', None)
    ('regions/330100/2021/12.html', 'tags/yi-liao/undated.html')
    >>> beneath('newspapers/a/index.html', 2021), beneath('newspapers/a/index.html', 2021, 12, 8)
    ('newspapers/a/2021/index.html', 'newspapers/a/2021/12/08.html')
    """
    folder = index.removesuffix("index.html")
    if not year:
        return f"{folder}undated.html"
    if day:
        return f"{folder}{year:04d}/{month:02d}/{day:02d}.html"
    return f"{folder}{year:04d}/{month:02d}.html" if month else f"{folder}{year:04d}/index.html"


def part(address: str, number: int) -> str:
    """Returns the address of a part of a list too long for one page; the first stands at the address of the list.

    >>> part('dates/2021/12/08.html', 1), part('dates/2021/12/08.html', 2)
    ('dates/2021/12/08.html', 'dates/2021/12/08-2.html')
    """
    return address if number == 1 else f"{address.removesuffix('.html')}-{number}.html"


def every_year(month: int, day: int) -> str:
    """Returns the address of a day of any year.

    >>> every_year(12, 8)
    'dates/every-year/12-08.html'
    """
    return f"dates/every-year/{month:02d}-{day:02d}.html"


def letter(index: str, sound: str) -> str:
    """Returns the address of a part of an index by pinyin: of an initial or a syllable; # is what has none.

    >>> letter('tags/index.html', 'Z'), letter('tags/index.html', 'zhi'), letter('tags/index.html', '#')
    ('tags/z.html', 'tags/zhi.html', 'tags/other.html')
    """
    return f"{index.removesuffix('index.html')}{'other' if sound == '#' else name(sound)}.html"


def beneath_language(language: str, address: str) -> str:
    """Returns an address in the tree of a further language of the interface. No folder of the site has a name that a
    language can have.

    >>> beneath_language('zh-Hant', 'dates/index.html')
    'zh-hant/dates/index.html'
    """
    return f"{name(language)}/{address}"


def relative(from_path: str, to_path: str) -> str:
    """Returns the way from one file of the site to another.

    >>> relative('dates/2021/12/08.html', 'dates/2021/index.html'), relative('index.html', 'about.html')
    ('../index.html', 'about.html')
    """
    return ways(from_path)(to_path)


def ways(here: str) -> Callable[[str], str]:
    """Returns what gives the way from a file of the site to any other.

    >>> way = ways('dates/2021/12/08.html')
    >>> way('dates/2021/index.html'), way('about.html'), way('dates/2021/12/09.html')
    ('../index.html', '../../../about.html', '09.html')
    """
    folders = here.split("/")[:-1]
    above = [("/".join(folders[:depth]) + "/", "../" * (len(folders) - depth)) for depth in range(len(folders), 0, -1)]
    root = "../" * len(folders)

    def way(address: str) -> str:
        for folder, up in above:
            if address.startswith(folder):
                return up + address[len(folder) :]
        return root + address

    return way


@lru_cache(maxsize=64)  # of an archive the same two, for each article
def outside(address: str) -> str:
    """Returns an address from the data if a link may lead there, else ''. A bare mail address gets its scheme.

    >>> outside('javascript:alert(1)'), outside('desk@example.org')
    ('', 'mailto:desk@example.org')
    """
    address = address.strip()
    if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", address):
        return f"mailto:{address}"
    plain = not re.search(r"[\s\x00-\x1f\x7f]", address)
    return address if plain and address.lower().startswith(_SCHEMES) else ""


@lru_cache(maxsize=1 << 16)  # each article is linked from a dozen lists
def name(text: str) -> str:
    """Returns one part of an address: the text in lower case if it may stand so, else what can stand and a hash.

    >>> name('A_01'), name('报纸 1'), name('con')
    ('a_01', '1-f2cb7981', 'con-1143da2b')
    """
    lower = unicodedata.normalize("NFC", text).lower()
    if len(lower) <= _LONGEST and ".." not in lower and _PLAIN.fullmatch(lower) and not _RESERVED.fullmatch(lower):
        return lower
    kept = re.sub(r"[^a-z0-9]+", "-", lower)[: _LONGEST - 9].strip("-")
    return f"{kept}-{short_hash(text)}".lstrip("-")


def short_hash(text: str) -> str:
    """Returns eight hex digits that stand for a text, the same on every machine."""
    normal = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return hashlib.sha256(normal).hexdigest()[:8]


def distinct(slugs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Returns a slug for each term, given (term, slug) pairs. Terms that share one all get their own hash behind it:
    which of them came first must not decide, or adding a term would move another.

    >>> distinct([('李伟', 'li-wei'), ('李炜', 'li-wei'), ('王芳', 'wang-fang')])
    {'李伟': 'li-wei-5ed4d58e', '李炜': 'li-wei-ef94f239', '王芳': 'wang-fang'}
    """
    pairs = [(term, name(slug) if slug else short_hash(term)) for term, slug in slugs]
    sharing: dict[str, set[str]] = {}
    for term, slug in pairs:
        sharing.setdefault(slug, set()).add(term)
    return {term: slug if len(sharing[slug]) == 1 else f"{slug}-{short_hash(term)}" for term, slug in pairs}


class Register:
    """Who claims which address; two claims on one stop the build."""

    def __init__(self) -> None:
        self._claims: dict[str, str] = {}

    def claim(self, address: str, owner: str) -> None:
        """Notes that `owner`, named so that a person finds it, stands at `address`. Raises Stop when it is taken."""
        if address in self._claims:
            what = f"{self._claims[address]} and {owner} claim the same address {address}."
            raise Stop(Problem(owner, 0, what, "Change the id of one of them."))
        self._claims[address] = owner
