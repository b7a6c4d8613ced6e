"""What is worked out for all articles at once is what a plain loop over them gives."""

from collections import Counter
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from jianbao.archive.archive import Archive, group
from jianbao.archive.holdings import Holdings
from jianbao.archive.ids import Ids, Names
from jianbao.archive.order import FiledPage
from jianbao.archive.terms import hold
from jianbao.authority import Authority
from jianbao.model import Article, Author, PageFacts, PlaceName, Source
from jianbao.settings import Settings

PIECES = some.lists(
    some.builds(
        Article,
        some.just(""),
        some.text("甲乙", max_size=2),
        kind=some.sampled_from(["news", "photo"]),
        newspaper=some.sampled_from(["", "甲报", "乙报"]),
        date=some.sampled_from(["", "2021", "2021-12-08", "2021-12-09", "2021-12~", "202X", "no date"]),
        date_basis=some.sampled_from(["", "inferred", "page"]),
        authors=some.lists(some.builds(Author, some.sampled_from(["", "王芳", "李伟"])), max_size=3).map(tuple),
        regions=some.lists(some.sampled_from(["浙江省", "浙江省/杭州市", "外国", "/"]), max_size=3).map(tuple),
        tags=some.lists(some.sampled_from(["", "夜校", "书屋"]), max_size=3).map(tuple),
        body=some.text("文。", max_size=3),
    ),
    max_size=12,
).map(lambda pieces: [replace(one, id=f"a-{no}") for no, one in enumerate(pieces)])


def archive_of(*pieces: Article, pages: tuple[FiledPage, ...] = ()) -> Archive:
    return group(pieces, pages, Settings(), Authority({}))


@given(PIECES)
def test_articles_come_back_as_they_were_given(pieces: list[Article]) -> None:
    archive = archive_of(*pieces)
    assert dict(archive.articles) == dict(archive.bodies) == {one.id: one for one in pieces}
    assert [archive.articles[id].date for id in archive.articles] == [one.date for one in archive.articles.values()]


@given(PIECES)
def test_articles_stand_under_what_they_name_each_once_in_order(pieces: list[Article]) -> None:
    archive = archive_of(*pieces)
    every = archive.articles.values()
    for facet, said in (
        (archive.tags, lambda one: one.tags),
        (archive.authors, lambda one: [author.name for author in one.authors]),
        (archive.newspapers, lambda one: [one.newspaper]),
        (archive.dates, lambda one: archive.stands[one.id].shelves),
    ):
        named = {key for one in every for key in said(one) if key}
        assert named == facet.terms.keys()
        for key, term in facet.terms.items():
            assert term.articles == [one.id for one in every if key in said(one)]


@given(PIECES)
def test_what_is_counted_is_what_is_there(pieces: list[Article]) -> None:
    archive, every = archive_of(*pieces), len(pieces)
    counted, stands = archive.counted, archive.stands
    assert counted.kinds == Counter(one.kind for one in pieces)
    assert counted.bases == Counter(one.date_basis for one in pieces)
    assert counted.undated == sum(stands[one.id].year is None for one in pieces) == every - len(archive.dated)
    assert counted.inferred == sum(stands[one.id].inferred and stands[one.id].year is not None for one in pieces)
    assert counted.placeless == sum(not one.regions for one in pieces)
    heads = Counter(text for one in pieces for text in {one.title, one.column} if text)
    assert sorted(times for _, _, times in counted.heads) == sorted(times for times in heads.values() if times > 1)


@given(PIECES, some.data())
def test_what_some_articles_have_is_tallied(pieces: list[Article], data: some.DataObject) -> None:
    archive = archive_of(*pieces)
    ids = [id for id in archive.articles if data.draw(some.booleans())]
    taken, tallies = archive.taken(ids), archive.tallies
    assert tallies.subjects_of(ids) == Counter(tag for one in taken for tag in set(one.tags) if tag)
    assert tallies.regions_of(ids) == Counter(one.regions[0] for one in taken if one.regions)
    assert tallies.papers_of(ids) == list(dict.fromkeys(one.newspaper for one in taken if one.newspaper))
    assert tallies.all_inferred(ids) == all(archive.stands[id].inferred for id in ids)


@given(
    some.lists(some.tuples(some.integers(-1, 5), some.integers(0, 3))),
    some.lists(some.text("abc"), min_size=4, max_size=4),
)
def test_holding_is_what_it_says(pairs: list[tuple[int, int]], keys: list[str]) -> None:
    names = Names([f"a-{no}" for no in range(6)])
    places, numbers = (np.array([pair[at] for pair in pairs], np.int64) for at in (0, 1))
    held = hold(names, places, numbers, keys)
    plain: dict[str, set[int]] = {}
    for place, number in pairs:
        for key in keys[number] if place >= 0 else "":
            plain.setdefault(key, set()).add(place)
    assert {key: ids.at.tolist() for key, ids in held.items()} == {key: sorted(at) for key, at in plain.items()}


def test_an_article_that_is_left_out_leaves_nothing_behind() -> None:
    """Of two files with one id the second is in the columns and not in the archive, nor is what it alone names."""
    one = Article("a-1", "甲", tags=("夜校",), newspaper="甲报", date="2021-12-08")
    copy = Article(
        "a-1",
        "乙",
        tags=("书屋",),
        newspaper="乙报",
        date="2020",
        authors=(Author("王芳", "记者"),),
        regions=("外国",),
        source=Source("p.txt", (1,), (Source("q.txt", (2,)),)),
        aliases=("b-1",),
    )
    both = Holdings.of([one, copy])
    archive = group(Holdings(both.columns, [0], both.held), (), Settings(), Authority({}))
    alone = archive_of(one)
    assert repr(archive) == repr(alone)
    assert archive.made_from(["a-1"]) == alone.made_from(["a-1"])
    assert archive.marks.found.tolist() == alone.marks.found.tolist()


def test_ids_are_a_sequence_of_texts() -> None:
    ids = Ids(Names(["a", "b", "c"]), np.array([0, 2], np.int32))
    assert ids == ("a", "c") == ids[:] and ids != ("a", "b") and len(ids) == 2
    assert ids[1] == ids[-1] == "c" and list(ids[1:]) == ["c"] and "c" in ids and "b" not in ids
    assert repr(ids) == "('a', 'c')" and hash(ids) == hash(("a", "c")) and list(reversed(ids)) == ["c", "a"]


@given(PIECES, some.lists(some.lists(some.integers(0, 11), max_size=5), max_size=5))
def test_many_lists_are_marked_at_once_as_each_alone(pieces: list[Article], lists: list[list[int]]) -> None:
    archive = archive_of(*pieces)
    held = [[f"a-{no}" for no in one if no < len(pieces)] for one in lists]
    assert archive.each_marked(held) == list(map(archive.marked, held))
    assert archive.each_led(held) == list(map(archive.led, held))


OTHER: dict[str, object] = {
    "kind": "photo",
    "newspaper": "乙报",
    "date": "2021-12-09",
    "authors": (Author("王芳", "记者"),),
    "regions": ("浙江省",),
    "places": (PlaceName("江干区", "浙江省/杭州市/上城区"),),
    "source": Source("q.txt", (1,)),
}


@pytest.mark.parametrize("name", [field.name for field in fields(Article) if field.name not in ("id", "body")])
def test_whatever_is_said_of_an_article_is_in_its_marks(name: str) -> None:
    one = Article("a-1", "甲", newspaper="甲报", date="2021-12-08", date_basis="page")
    other = replace(one, **{name: OTHER.get(name, "别的" if isinstance(getattr(one, name), str) else ("别的",))})
    before, after = archive_of(one), archive_of(other)
    assert before.marked(["a-1"]) != after.marked(["a-1"]) and before.made_from(["a-1"]) != after.made_from(["a-1"])
    assert before.marks.found.tolist() != after.marks.found.tolist()


def test_a_text_is_in_the_mark_of_its_page_and_its_length_in_that_of_lists() -> None:
    one = Article("a-1", "甲", body="正文正文。")
    before, same, longer = (
        archive_of(one),
        archive_of(replace(one, body="正文正义。")),
        archive_of(replace(one, body="正文。")),
    )
    assert before.marked(["a-1"]) == same.marked(["a-1"]) != longer.marked(["a-1"])
    assert len({archive.made_from(["a-1"]) for archive in (before, same, longer)}) == 3
    assert len({archive.marks.found.tobytes() for archive in (before, same, longer)}) == 3


def test_what_stands_beside_an_article_is_in_the_mark_of_its_page() -> None:
    pieces = [
        Article(f"a-{no}", "甲", newspaper="甲报", date="2021-12-08", source=Source("p.txt", (no,))) for no in (1, 2, 3)
    ]
    page = FiledPage(PageFacts("p.txt", newspaper="甲报", date="2021-12-08"), "p")
    made = {
        archive_of(*some_of, pages=pages).made_from(["a-2"])
        for some_of, pages in [
            (pieces, (page,)),
            (pieces[1:], (page,)),
            (pieces[:2], (page,)),
            ([pieces[0], pieces[1], replace(pieces[2], title="乙")], (page,)),
            ([pieces[0], pieces[1], replace(pieces[2], source=Source("q.txt", (3,)))], (page,)),
            (pieces, (replace(page, text="another"),)),
            (pieces, ()),
        ]
    }
    assert len(made) == 7


def test_a_sum_tells_which_articles_it_is_of() -> None:
    archive = archive_of(*(Article(f"a-{no}", "甲") for no in range(4)))
    ids = list(archive.articles)
    assert archive.marked(ids[:2]) == archive.marked(ids[1::-1]) != archive.marked(ids[1:3])
    assert len({archive.marked(ids[:count]) for count in range(5)}) == 5
