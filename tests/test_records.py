"""What was read already comes back as it was, or not at all."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao.archive.gist import gist
from jianbao.archive.holdings import Held
from jianbao.claims import Claim
from jianbao.files.load import Loaded
from jianbao.known import Known
from jianbao.model import Article, Author, Elsewhere, Furniture, PageFacts, PlaceName, Repeat, Source
from jianbao.problems import Problem, Stop
from jianbao.records import Beside, Part, Records, dealt

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
READ = Loaded((("articles/p/007.md", ARTICLE),), FACTS, (Problem("a.md", 3, "甲", "乙"),))
BESIDE = Beside(FACTS, READ.problems)
HELD = Held("articles/p/007.md", ARTICLE, gist(ARTICLE))


def part(content: Path, program: str = "1") -> Part:
    ((found, _),) = Known(content, program).reads(["p"])
    return found


def kept(content: Path) -> Part:
    one = part(content)
    one.add("p", "007.md 5 6", READ)
    one.save()
    return part(content)


def given(part: Part, *folders: str) -> list[Held]:
    records = Records()
    part.give(records)
    return [records(row) for row in records.rows(folders)]


def test_a_folder_comes_back_as_it_was_read(tmp_path: Path) -> None:
    one = kept(tmp_path)
    assert one.get("p", "007.md 5 6") == BESIDE and given(one, "p") == [HELD]


def test_what_was_read_just_now_is_there_too(tmp_path: Path) -> None:
    one = part(tmp_path)
    assert one.add("p", "1", READ) == BESIDE
    one.save()
    assert given(one, "p") == [HELD]


def test_articles_lose_their_texts_where_they_are_remembered_and_only_there(tmp_path: Path) -> None:
    read = Loaded((("a.md", Article("a-1", "甲", body="正文")),), None, ())
    for one, body in ((part(tmp_path), ""), (Part(None, "", ""), "正文")):
        one.add("p", "1", read)
        one.save()
        assert [held.article.body for held in given(one, "p")] == [body]
        assert [held.gist.length for held in given(one, "p")] == [2]


def test_a_new_folder_leaves_the_others_in_their_places(tmp_path: Path) -> None:
    alike = next(some for _, some in dealt(f"f{no}" for no in range(999)) if len(some) > 3)[:4]
    of = {name: Loaded(((f"{name}.md", Article(f"{name}-1", "甲" * no)),), None, ()) for no, name in enumerate(alike)}
    for names in (alike[:2], alike[1:], alike):
        ((one, _),) = Known(tmp_path, "1").reads(names)
        for name in names:
            one.get(name, "1") or one.add(name, "1", of[name])
        one.save()
        assert [held.article for held in given(one, *names)] == [of[name].articles[0][1] for name in names]


def test_folders_may_be_asked_for_in_any_order(tmp_path: Path) -> None:
    alike = next(some for _, some in dealt(f"f{no}" for no in range(999)) if len(some) > 1)[:2]
    for names in (alike, alike[::-1]):
        ((one, _),) = Known(tmp_path, "1").reads(names)
        for no, name in enumerate(names):
            pieces = tuple((f"{at}.md", Article(f"{name}-{at}", "甲")) for at in range(no + 1))
            one.get(name, "1") or one.add(name, "1", Loaded(pieces, None, ()))
        one.save()
        assert [held.article.id for held in given(one, *alike)] == [f"{alike[0]}-0", f"{alike[1]}-0", f"{alike[1]}-1"]


def test_what_people_decided_is_given_and_not_remembered(tmp_path: Path) -> None:
    one = part(tmp_path)
    one.add("p", "1", READ, keep=False)
    one.save()
    assert given(one, "p") == [HELD] and part(tmp_path).get("p", "1") is None


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
        '{"program": "1", "folders": {"p": {"stats": "007.md 5 6", "beside": 3, "rows": [], "lengths": []}}}',
        '{"program": "1", "folders": ' + "[" * 100_000,
    ],
)
def test_a_cache_that_is_none_is_read_as_nothing(tmp_path: Path, text: str) -> None:
    kept(tmp_path)
    for path in (tmp_path / ".cache").glob("*.json"):
        path.write_text(text, "utf-8")
    assert part(tmp_path).get("p", "007.md 5 6") is None


def test_a_cache_that_was_cut_short_is_read_as_nothing(tmp_path: Path) -> None:
    kept(tmp_path)
    (path,) = (tmp_path / ".cache").glob("*.json")
    path.write_bytes(path.read_bytes()[:-1])
    assert part(tmp_path).get("p", "007.md 5 6") is None


@pytest.mark.parametrize("change", [lambda rows: rows[0].clear(), lambda rows: rows[0].append("p-8")])
def test_rows_that_do_not_fit_are_read_as_nothing(tmp_path: Path, change: Callable[[list[list[str]]], None]) -> None:
    kept(tmp_path)
    (path,) = (tmp_path / ".cache").glob("*.json")
    first, _, rest = path.read_text("utf-8").partition("\n")
    index = json.loads(first)
    change(index["rows"])
    changed = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(f"{changed}\n{rest}", "utf-8")
    assert part(tmp_path).get("p", "007.md 5 6") is None


@pytest.mark.parametrize(
    "mend", [lambda text: text.replace("p-7", "p-8"), lambda text: text.replace('{"where', '["where')]
)
def test_a_cache_that_somebody_wrote_into_stops_the_build(tmp_path: Path, mend: Callable[[str], str]) -> None:
    kept(tmp_path)
    (path,) = (tmp_path / ".cache").glob("*.json")
    first, _, rest = path.read_text("utf-8").partition("\n")
    path.write_text(f"{first}\n{mend(rest)}", "utf-8")
    one = part(tmp_path)
    assert one.get("p", "007.md 5 6")
    with pytest.raises(Stop, match=r"\.cache"):
        given(one, "p")


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
    parts = [some for _, some in Known(tmp_path, "1").reads(names)]
    assert sorted(name for some in parts for name in some) == sorted(names)
    assert parts == [some for _, some in Known(tmp_path, "2").reads(names)] and len(parts) > 1


def test_a_folder_whose_name_is_no_unicode_is_read_anew(tmp_path: Path) -> None:
    ((one, _),) = Known(tmp_path, "1").reads(["\udcff"])
    odd = Held("articles/\udcff/1.md", ARTICLE, HELD.gist)
    one.add("\udcff", "1", Loaded(((odd.where, ARTICLE),), None, ()))
    one.add("p", "007.md 5 6", READ)
    one.save()
    assert given(one, "\udcff", "p") == [odd, HELD]
    ((one, _),) = Known(tmp_path, "1").reads(["\udcff"])
    assert one.get("\udcff", "1") is None and one.get("p", "007.md 5 6") == BESIDE


def test_content_that_cannot_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file", "utf-8")
    one = part(tmp_path)
    one.add("p", "007.md 5 6", READ)
    one.save()
    assert given(one, "p") == [HELD] and part(tmp_path).get("p", "007.md 5 6") is None


def test_records_reach_a_machine_that_has_not_our_files(tmp_path: Path) -> None:
    one, records = kept(tmp_path), Records()
    assert one.get("p", "007.md 5 6")
    one.give(records)
    sent = pickle.dumps(records)
    for path in (tmp_path / ".cache").glob("*.json"):
        path.unlink()
    assert [pickle.loads(sent)(row) for row in records.rows(["p"])] == [HELD]
    assert [records(row) for row in records.rows(["p"])] == [HELD]  # and the file that is open here stays open
