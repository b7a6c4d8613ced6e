"""Which newspaper a page is of, with folio and section: masthead, file or folder name, the only paper of the archive,
or the paper whose home holds all the places of the page."""

import re
from collections.abc import Collection, Iterator

from jianbao.authority import Authority
from jianbao.chinese import jumps
from jianbao.chinese.dates import printed
from jianbao.chinese.hant import simplified
from jianbao.chinese.names import HAN, places
from jianbao.claims import Claim, Verdict, settle
from jianbao.describe.date import in_path
from jianbao.model import Layout, Line, Page
from jianbao.settings import Settings

_EDGE = 14
_LONG = 60
_SECTION_LONG = 6
_BESIDE = 12  # lines between a paper's name and its date: 晶報 of 1939 has its address and licence between them
_NAME = re.compile(  # 天气预报 and 喜报 are no papers, 大公报 is one
    r"(?![\u3400-\u9fff]*(?:[喜海电電通简簡捷举舉情预預汇匯申板墙牆播战戰警]|(?<!大)公)[报報])[\u3400-\u9fff]{1,9}(?:报|報|周刊|週刊)"
)
_OF_PLACE = re.compile(
    "(?:(?:[日晚晨早快商时导]|广播电视|老年|科技|特区|都市)|(?:工人|职工|劳动|青年|农民|经济|法制|法治)[日时]?)报$"
)
_BESIDES = re.compile(
    r"[a-zA-Z.]{4,}|[0-9０-９〇○零一二三四五六七八九十]{1,4}年.{1,3}月.{1,3}日(?:星期.)?|第?[0-9０-９一二三四五六七八九十]{1,4}[版期]"
)  # RENMIN RIBAO, the day, the folio
_FOLIO = re.compile(
    r"第?\s*(?P<folio>[A-Z]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版(?P<rest>[^下上转接]*)$|"
    r"第\s*(?P<no>[A-Z]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版(?![0-9])"
)
_SECTION = re.compile(r"\s*[·•:：]?\s*(?P<section>[\u3400-\u9fff]{2,6}(?:[·/][\u3400-\u9fff]{2,4})?)(?=\s|$)")
_NO_SECTION = re.compile(r"责任|编辑|主编|校对|美编|版式|电话|星期|热线|农历|今日|总第|代号")
_FILE_FOLIO = re.compile(r"(?:^|[_\-第/ ])(?P<folio>[A-D]?0?[0-9]{1,2})版?$")


def newspaper(page: Page, layout: Layout, settings: Settings, authority: Authority) -> Verdict:
    """Returns the newspaper as far as the page itself, its path or the settings say; '' when they do not."""
    found = [*_printed(page, layout, settings, authority), *_in_path(page, settings, authority), *_only(settings)]
    return settle("newspaper", found)


def by_places(provinces: list[str], settings: Settings) -> Verdict:
    """Returns the paper of the settings that fits where its pieces play. provinces: of each piece that names a place.

    Every place in one paper's home: that paper; three provinces and more: the national one."""
    homes = {paper.name: paper.home.split("/")[0] for paper in settings.newspapers}
    share = {home: provinces.count(home) / len(provinces) for home in set(provinces)} if len(provinces) > 1 else {}
    local = [name for name, home in homes.items() if home and share.get(home, 0) >= 0.8]
    national = [name for name, home in homes.items() if not home]
    claims = []
    if len(local) == 1:
        claims.append(Claim("newspaper", local[0], "its home holds the places of the page", 1.5, (), homes[local[0]]))
    elif not local and len(national) == 1 and len(set(provinces)) > 2:
        named = "、".join(sorted(set(provinces)))
        claims.append(Claim("newspaper", national[0], "places of several provinces", 1.2, (), named))
    return settle("newspaper", claims)


def basis(verdict: Verdict) -> str:
    """Returns the basis that the strongest claim of a verdict stands for."""
    if not verdict.value:
        return ""
    rules = {"masthead": "masthead", "file or folder name": "filename", "the only paper of the archive": "config"}
    return rules.get(verdict.claims[0].rule, "inferred")


def folio(page: Page, layout: Layout) -> tuple[str, str]:
    """Returns folio and section, '' where not printed: ('3', '综合新闻') from 总第9876期 第3版 综合新闻 责任编辑 何."""
    for line in _edges(page, layout):
        match = None if jumps.jumps(line.text) else _FOLIO.search(line.text)
        if match:
            section = _SECTION.match(match["rest"] or "")
            named = section["section"] if section and not _NO_SECTION.search(section["section"]) else ""
            return jumps.folio(match["folio"] or match["no"]), named
    return folio_in_path(page.path), ""


def folio_in_path(path: str) -> str:
    """Returns the folio that a path with a day in it names, '' for none.

    >>> folio_in_path('2022-06-13/02.txt'), folio_in_path('2022年6月3日第2版.txt'), folio_in_path('2022-06-13.txt')
    ('2', '2', '')
    """
    day, quote = in_path(path)
    stem = path.replace(quote, "").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    match = _FILE_FOLIO.search(stem) if day else None
    return jumps.folio(match["folio"]) if match else ""


def _edges(page: Page, layout: Layout) -> list[Line]:
    """The masthead's lines, then those at the top and the foot of the page; no paragraphs."""
    own = {no for part in layout.furniture if part.role in ("masthead", "page_furniture") for no in part.lines}
    rest = [line for line in (*page.lines[:_EDGE], *page.lines[-_EDGE:]) if line.no not in own]
    return [line for line in [*(line for line in page.lines if line.no in own), *rest] if len(line.text) < _LONG]


def _known(settings: Settings, authority: Authority) -> list[str]:
    return [paper.name for paper in (*settings.newspapers, *authority.newspapers)]


def _printed(page: Page, layout: Layout, settings: Settings, authority: Authority) -> Iterator[Claim]:
    """A line that is nothing but a newspaper's name, perhaps with what stands beside one: 浙 江 工 人 日 报, 人民日報
    RENMIN RIBAO. Of several names the one beside its date; without a date they contradict each other."""
    known = set(_known(settings, authority))
    edges = _edges(page, layout)
    dated = [line.no for line in edges if any(day.day and day.year for day in printed(line.text))]
    named = [(line, _name(line.text, known)) for line in edges]
    near = [(line, name) for line, name in named if name and any(abs(line.no - no) <= _BESIDE for no in dated)]
    apart = [(line, name) for line, name in named if name in known or _named_after_place(name)]
    for line, name in near or (apart if len({name for _, name in apart}) == 1 else []):
        yield Claim("newspaper", name, "masthead", 4.0 if name in known else 3.0, (line.no,), line.text)
        return


def _name(text: str, known: Collection[str]) -> str:
    """The newspaper that a line names, as the list writes it: 人民日报 for 人民日報; '' when it says more. A listed one
    may have its section on the line: 人民日报 1998年1月23日 第二版 国内要闻."""
    parts = [part for part in _BESIDES.split(re.sub(r"[\s《》·]", "", text)) if part]
    listed = [name for name in map(simplified, parts) if name in known]
    if len(listed) == 1 and all(len(part) <= _SECTION_LONG for part in parts if simplified(part) not in listed):
        return listed[0]
    return parts[0] if len(parts) == 1 and _NAME.fullmatch(parts[0]) else ""


def _named_after_place(name: str) -> bool:
    """绍兴日报, 义乌商报."""
    kind = _OF_PLACE.search(simplified(name))
    return kind is not None and simplified(name)[: kind.start()] in places()


def _in_path(page: Page, settings: Settings, authority: Authority) -> Iterator[Claim]:
    """A folder or file named after a paper; 湖州工人日报 is not 工人日报."""
    inside = [name for name in _known(settings, authority) if name in page.path]
    named = [name for name in inside if re.search(rf"(?<![{HAN}]){re.escape(name)}", page.path)]
    folder = next((part for part in page.path.split("/")[:-1] if _NAME.fullmatch(part)), "")
    name = max([*named, folder], key=len)
    if name:
        yield Claim("newspaper", name, "file or folder name", 2.5, (), page.path)


def _only(settings: Settings) -> Iterator[Claim]:
    if len(settings.newspapers) == 1:
        yield Claim("newspaper", settings.newspapers[0].name, "the only paper of the archive", 1.0, (), "archive.yaml")
