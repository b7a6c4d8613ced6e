"""feed.xml and the sitemaps, read back as XML."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from jianbao import links
from jianbao.archive.archive import Archive, group
from jianbao.authority import Authority
from jianbao.exports import feed, sitemaps
from jianbao.model import Article, Author
from jianbao.publish.quire import Sheet
from jianbao.settings import Settings

BASE = "https://example.org/剪报"
SETTINGS = Settings(title="试验剪报", base_url=BASE)
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def archive(*articles: Article, settings: Settings = SETTINGS) -> Archive:
    return group(articles, (), settings, Authority({}))


def days(count: int, year: int = 2021) -> Iterator[Article]:
    for number in range(count):
        date = f"{year}-{number // 28 + 1:02d}-{number % 28 + 1:02d}"
        yield Article(f"{date}-1", f"{number}号的事", date=date, body="快递小哥学院今天在杭州成立了,真好。")


def read(sheets: Iterator[Sheet]) -> dict[str, ElementTree.Element]:
    return {sheet.path: ElementTree.fromstring(sheet.make()) for sheet in sheets}


def locations(root: ElementTree.Element) -> list[str]:
    return [str(one.text) for one in root.iter(f"{MAP}loc")]


@pytest.mark.parametrize("module", [feed, sitemaps])
def test_an_archive_without_an_address_has_none(module: object) -> None:
    assert not list(module.sheets(archive(*days(3), settings=replace(SETTINGS, base_url=""))))  # type: ignore[attr-defined]


def test_the_feed_has_the_latest_pieces_the_newest_first() -> None:
    undated = Article("p-1", "没有日期的")
    (root,) = read(feed.sheets(archive(undated, *days(60)))).values()
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 50
    assert entries[0].findtext(f"{ATOM}title") == "59号的事"
    assert entries[0].findtext(f"{ATOM}updated") == "2021-03-04T00:00:00Z" == root.findtext(f"{ATOM}updated")
    assert entries[0].findtext(f"{ATOM}id") == f"{links.outside(BASE)}/{links.article('2021-03-04-1')}"
    assert entries[0].findtext(f"{ATOM}summary") == "快递小哥学院今天在杭州成立了,真好。"


def test_a_feed_holds_what_xml_cannot_hold_without_it() -> None:
    odd = Article("p-1", "<&>\x01\udc80", date="2021", authors=(Author("甲&乙"), Author("甲&乙")), tags=("工]]>会",))
    (root,) = read(feed.sheets(archive(odd))).values()
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "<&>"
    assert [name.text for name in entry.iter(f"{ATOM}name")] == ["甲&乙"]
    assert [category.get("term") for category in entry.iter(f"{ATOM}category")] == ["工]]>会"]


def test_an_undated_archive_has_no_feed() -> None:
    assert not list(feed.sheets(archive(Article("p-1", "没有日期的"))))


def test_every_piece_stands_in_one_sitemap_and_each_of_these_is_named() -> None:
    held = archive(Article("p-1", "没有日期的"), *days(40), *days(3, 2022))
    found = read(sitemaps.sheets(held))
    assert list(found) == [
        "sitemap-2021.xml",
        "sitemap-2022.xml",
        "sitemap-undated.xml",
        "sitemap-lists.xml",
        "sitemap.xml",
    ]
    named = locations(found.pop("sitemap.xml"))
    assert named == [f"{links.outside(BASE)}/{path}" for path in found]
    every = [address for root in found.values() for address in locations(root)]
    assert len(every) == len(set(every))
    languages = len(SETTINGS.interface)
    assert sum("/articles/" in address for address in every) == 44 * languages
    assert f"{links.outside(BASE)}/dates/2021/index.html" in every


def test_a_year_with_too_many_pieces_is_divided_and_its_other_months_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST", 30 * len(SETTINGS.interface))
    before, after = ({s.path: s.mark for s in sitemaps.sheets(archive(*days(count)))} for count in (57, 58))
    assert {"sitemap-2021-01.xml", "sitemap-2021-02.xml", "sitemap-2021-03.xml"} < set(before)
    assert "sitemap-2021.xml" not in before
    changed = {path for path in after if before.get(path) != after[path]}
    assert {path for path in changed if "lists" not in path} == {"sitemap-2021-03.xml"}
    assert len(changed) == 2  # a day's own page is the last of the lists
