"""What was read already comes back as it was, or not at all."""

from pathlib import Path

import pytest

from jianbao.archive.gist import gist
from jianbao.claims import Claim
from jianbao.files.load import Loaded
from jianbao.known import Known, Part, Read
from jianbao.model import Article, Author, Elsewhere, Furniture, PageFacts, PlaceName, Repeat, Source
from jianbao.problems import Problem

ARTICLE = Article(
    "p-7",
    "杭州有了“小哥学院”",
    authors=(Author("曾晨路", "记者"),),
    regions=("浙江省/杭州市",),
    places=(PlaceName("江干区", "浙江省/杭州市/上城区"),),
    source=Source("p.txt", (7, 9), (Source("q.txt", (1,)),)),
)
FACTS = PageFacts(
    "p.txt",
    furniture=(Furniture("masthead", (1,), "浙江工人日报"),),
    repeats=(Repeat(9, 7, "本报讯", True),),
    claims=(Claim("date", "2021-12", "year in the text", 1.0, (7,), "今年12月"),),
    elsewhere=(Elsewhere((3,), "q-1"),),
)
READ = Read(Loaded((("articles/p/007.md", ARTICLE),), FACTS, (Problem("a.md", 3, "甲", "乙"),)), (gist(ARTICLE),))


def part(content: Path, program: str = "1") -> Part[Read]:
    ((found, _),) = Known(content, program).reads(["p"])
    return found


def kept(content: Path) -> Part[Read]:
    one = part(content)
    one.add("p", "007.md 5 6", READ)
    one.save()
    return part(content)


def test_a_folder_comes_back_as_it_was_read(tmp_path: Path) -> None:
    assert kept(tmp_path).get("p", "007.md 5 6") == READ


def test_another_time_another_folder_and_another_program_are_not_known(tmp_path: Path) -> None:
    one = kept(tmp_path)
    assert one.get("p", "007.md 5 7") is None and one.get("q", "007.md 5 6") is None
    assert part(tmp_path, "2").get("p", "007.md 5 6") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "{}",
        '{"program": "1", "folders": {"p": ["007.md 5 6", {"os": []}]}}',
        '{"program": "1", "folders": {"p": ["007.md 5 6", {"loaded": 3, "gists": []}]}}',
        '{"program": "1", "folders": ' + "[" * 100_000,
    ],
)
def test_a_cache_that_is_none_is_read_as_nothing(tmp_path: Path, text: str) -> None:
    kept(tmp_path)
    for path in (tmp_path / ".cache").glob("*.json"):
        path.write_text(text, "utf-8")
    assert part(tmp_path).get("p", "007.md 5 6") is None


def test_what_did_not_change_is_not_written(tmp_path: Path) -> None:
    one = kept(tmp_path)
    (path,) = (tmp_path / ".cache").glob("*.json")
    before = path.stat().st_mtime_ns
    assert one.get("p", "007.md 5 6")
    one.save()
    assert path.stat().st_mtime_ns == before


def test_a_folder_that_is_gone_is_known_no_longer(tmp_path: Path) -> None:
    kept(tmp_path).save()
    assert part(tmp_path).get("p", "007.md 5 6") is None


def test_every_folder_has_one_part_and_always_the_same(tmp_path: Path) -> None:
    names = [f"{number:03d}" for number in range(300)] + ["\udcff"]
    dealt = [some for _, some in Known(tmp_path, "1").reads(names)]
    assert sorted(name for some in dealt for name in some) == sorted(names)
    assert dealt == [some for _, some in Known(tmp_path, "2").reads(names)] and len(dealt) > 1


def test_a_folder_whose_name_is_no_unicode_is_read_anew(tmp_path: Path) -> None:
    ((one, _),) = Known(tmp_path, "1").reads(["\udcff"])
    one.add("\udcff", "1", Read(Loaded((("articles/\udcff/1.md", ARTICLE),), None, ()), ()))
    one.add("p", "007.md 5 6", READ)
    one.save()
    ((one, _),) = Known(tmp_path, "1").reads(["\udcff"])
    assert one.get("\udcff", "1") is None and one.get("p", "007.md 5 6") == READ


def test_content_that_cannot_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file", "utf-8")
    assert kept(tmp_path).get("p", "007.md 5 6") is None


def test_sounds_come_back_for_the_same_program_only(tmp_path: Path) -> None:
    known = Known(tmp_path, "1")
    known.keep_sounds({"职工": ("zhi", "gong"), "\udc80": ("\udc80",)})
    assert known.sounds() == {"职工": ("zhi", "gong"), "\udc80": ("\udc80",)}
    assert Known(tmp_path, "2").sounds() == {}


@pytest.mark.parametrize(
    "text", ["", "{}", '{"program": "1", "sounds": ["职工"]}', '{"program": "1", "sounds": {"职": 3}}']
)
def test_sounds_that_are_none_are_no_sounds(tmp_path: Path, text: str) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "sounds.json").write_text(text, "utf-8")
    assert Known(tmp_path, "1").sounds() == {}
