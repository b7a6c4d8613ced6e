"""The files of the search as a whole: what they weigh, when they are made anew, what happens when one is missing."""

from pathlib import Path
from random import Random

import pytest
from scanning import ROOT, SCRIPT, SMALL, Client, articles, catalogue, site

from jianbao import pipeline
from jianbao.archive.archive import group
from jianbao.archive.stand import stand
from jianbao.authority import Authority
from jianbao.model import Article, PlaceName
from jianbao.pipeline import Place
from jianbao.publish.publish import publish
from jianbao.publish.quire import flat
from jianbao.publish.writer import Writer
from jianbao.search import search, shape, texts
from jianbao.search.texts import Entry, day_of
from jianbao.settings import Settings


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped archive as a site."""
    folder = tmp_path_factory.mktemp("shipped") / "site"
    pipeline.render(Place(ROOT / "content", ROOT / "theme", folder))
    return folder


def test_the_index_of_the_shipped_archive_is_small(shipped: Path) -> None:
    assert sum(path.stat().st_size for path in (shipped / "search").rglob("*.js")) <= 120_000


def test_little_is_read_before_the_first_question(shipped: Path) -> None:
    assert SCRIPT.stat().st_size + (shipped / "search" / "head.js").stat().st_size <= 20 * 1024


@pytest.mark.parametrize("layout", [shape.SITE, shape.USB])
def test_little_is_read_in_an_archive_of_ten_thousand_either(layout: shape.Layout) -> None:
    months = [f"{2000 + number // 500}-{number // 42 % 12 + 1:02d}" for number in range(10_000)]
    held = [day_of(stand(month)) for month in sorted(months)]
    head = search._json("head", search._head(held, "", shape.shapes([1215] * len(held), layout), layout))
    assert SCRIPT.stat().st_size + len(head.make()) <= 20 * 1024


def test_style_and_scripts_are_small(shipped: Path) -> None:
    files = [*(shipped / "assets").glob("*.js"), *(shipped / "assets").glob("*.css")]
    assert sum(path.stat().st_size for path in files) <= 60 * 1024


def test_a_second_build_makes_nothing_and_indexes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = articles(Random(1), 30)
    site(tmp_path, held)
    monkeypatch.setattr(search, "_tier", lambda *_, **__: pytest.fail("indexed"))
    done = publish(tmp_path, search.of_catalogue(catalogue(held), layout=SMALL))
    assert done.made == done.removed == 0


def test_a_file_that_is_missing_is_made_again(tmp_path: Path) -> None:
    held = articles(Random(1), 30)
    folder = site(tmp_path, held)
    lost = next((folder / "0").rglob("*.js"))
    before = lost.read_bytes()
    lost.unlink()
    assert publish(tmp_path, search.of_catalogue(catalogue(held), layout=SMALL)).made == 1
    assert lost.read_bytes() == before


@pytest.mark.parametrize("writes", [1, 7, 20, 45])
def test_a_build_stopped_among_the_files_of_a_tier_ends_with_all_of_them(tmp_path: Path, writes: int) -> None:
    """What was in place when it was stopped was once taken for the whole tier."""

    class Stopped(Writer):
        left = writes

        def write(self, path: str, content: bytes) -> None:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= path.startswith("search/0/")
            super().write(path, content)

    held = articles(Random(1), 30)
    whole = {path: path.read_bytes() for path in site(tmp_path / "whole", held).rglob("*.js")}
    with pytest.raises(KeyboardInterrupt):
        stopped = tmp_path / "stopped"
        publish(stopped, search.of_catalogue(catalogue(held), layout=SMALL), writer=Stopped(stopped))
    again = {path: path.read_bytes() for path in site(stopped, held).rglob("*.js")}
    assert {path.relative_to(stopped): content for path, content in again.items()} == {
        path.relative_to(tmp_path / "whole"): content for path, content in whole.items()
    }


def test_a_later_day_leaves_the_earlier_tiers_alone(tmp_path: Path) -> None:
    held = [one for one in articles(Random(2), 60) if one.stand.year]
    old, new = (list(flat(search.of_catalogue(catalogue(some), layout=SMALL))) for some in (held[:40], held[:42]))
    marks = {sheet.path: sheet.mark for sheet in old}
    changed = {sheet.path.split("/")[1] for sheet in new if marks.get(sheet.path) != sheet.mark}
    assert "0" not in changed and "head.js" in changed


@pytest.mark.parametrize("count", [0, 1, 1023, 4095, 4096, 10_000, 100_000, 1_000_000])
def test_tiers_follow_one_another(count: int) -> None:
    tiers = shape.shapes([1000] * count)
    assert [tier.first for tier in tiers] == [sum(tier.count for tier in tiers[:at]) for at in range(len(tiers))]
    assert sum(tier.count for tier in tiers) == count and len(tiers) <= 4
    assert all(tier.count for tier in tiers) and all(
        tier.parts <= min(tier.pairs, tier.chars, tier.words) for tier in tiers
    )


def test_a_hundred_articles_more_are_few_files_in_a_large_archive() -> None:
    before, after = ({tier.name: tier for tier in shape.shapes([1215] * count)} for count in (100_000, 100_100))
    anew = [tier for name, tier in after.items() if before.get(name) != tier]
    assert sum((1 << tier.pairs) * 2 + (1 << tier.chars) + (1 << tier.words) for tier in anew) <= 700


def test_a_file_that_cannot_be_read_is_named_and_asked_for_again(client: Client, tmp_path: Path) -> None:
    folder = site(tmp_path, articles(Random(4), 30))
    request = {"query": "工会", "names": True, "list": 10}
    names = [name for name, _ in client.ask(folder, request)["names"] if not name.startswith("..")]
    assert {name.split("/")[0] for name in names} > {"head.js", "order.js", "t"}
    for name in names:
        assert client.ask(folder, {**request, "breaks": [name]})["failed"] == f"search/{name}"
        assert "failed" not in client.ask(folder, {**request, "keep": True})


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("工会 职工", '"工会" "职工"'),
        ("工会", "工會"),
        ("ＡＢ", "ab"),
        ("“职工”", '"职工"'),
        ("工会　职工", "职工 工会"),
        ("工会 | 职工", "职工 OR 工会"),
        ("工会 －职工", "工会 -职工"),
    ],
)
def test_what_readers_type_alike_is_one(client: Client, tmp_path: Path, query: str, other: str) -> None:
    folder = site(tmp_path, articles(Random(5), 60))
    assert client.ask(folder, {"query": query})["ids"] == client.ask(folder, {"query": other})["ids"] != []


def test_another_reading_is_found_and_said(client: Client, tmp_path: Path) -> None:
    place = PlaceName("江干区", "浙江省/杭州市/上城区")
    article = Article("p-1", "江干区的新事", also=("潘先德",), places=(place,), date="2021", body="记者番先德报道。")
    folder = site(tmp_path, [Entry(article, stand("2021"), "", ("knews",))])
    for said, label in {"潘先德": "a", "上城区": "a", "番先德": 1, "江干": "t"}.items():
        (hit,) = client.ask(folder, {"query": said})["hits"]
        assert hit["parts"] == [[label, [said]]]


def test_words_are_marked_as_their_page_sets_them(client: Client, tmp_path: Path) -> None:
    article = Article("p-1", "题", body='他说:"娘\n家人",很好')
    folder = site(tmp_path, [Entry(article, stand(""), "", ("knews",))])
    assert client.ask(folder, {"query": "说，娘家人"})["hits"][0]["parts"] == [[1, ["说：“娘\n家人"]]]
    assert client.ask(folder, {"query": "说娘家人"})["hits"] == []
    assert client.ask(folder, {"query": "娘家人"})["hits"][0]["parts"] == [[1, ["娘\n家人"]]]
    assert client.ask(folder, {"query": "家人，很"})["hits"][0]["parts"] == [[1, ["家人”，很"]]]


def test_a_stick_gets_a_fraction_of_the_files() -> None:
    every = catalogue(articles(Random(6), 1000))
    usual, usb = (list(flat(search.of_catalogue(every, layout=layout))) for layout in (shape.SITE, shape.USB))
    assert 4 * len(usb) < len(usual)


def test_a_region_of_blanks_hides_no_article() -> None:
    archive = group([Article("a-1", "甲", regions=("/", "外国"))], [], Settings(), Authority({}))
    (key,) = archive.regions.terms
    assert texts.catalogue(archive).entry(0).facets == ("knews", f"r{key}")
