from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jianbao.archive.archive import group
from jianbao.archive.related import COLUMN, EVENT, PLACE, SUBJECT
from jianbao.authority import Authority
from jianbao.model import Article, Source
from jianbao.settings import Settings

DAY = "2021-12-08"


def piece(id, **facts):
    return Article(id, facts.pop("title", f"题{id}"), newspaper="甲报", date=facts.pop("date", DAY), **facts)


def finder(*articles):
    return group(articles, [], Settings(), Authority({})).kin


def kin(*articles):
    found = finder(*articles)
    return {one.id: [(other.id, [tie.kind for tie in other.ties]) for other in found.of(one)] for one in articles}


def marks(*articles):
    archive = group(articles, [], Settings(), Authority({}))
    return {id: archive.kin.marks[place].tolist() for place, id in enumerate(archive.articles)}


@pytest.mark.parametrize(
    ("facts", "tie"),
    [
        ({"column": "建会入会"}, COLUMN),
        ({"regions": ("浙江省/杭州市",)}, PLACE),
        ({"tags": ("夜校",)}, SUBJECT),
        ({"title": "杭州有了小哥学院"}, EVENT),
    ],
)
def test_what_two_pieces_share_ties_them(facts, tie):
    assert kin(piece("a", **facts), piece("b", **facts), piece("c"))["a"] == [("b", [tie])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"regions": ("浙江省",)}, {"regions": ("浙江省",)}),  # half a paper is of its province
        ({"tags": ("夜校",)}, {"tags": ("夜校",), "date": "2022-01-09"}),  # 32 days on
        ({"tags": ("夜校",), "date": "202X"}, {"tags": ("夜校",), "date": "202X"}),  # nobody knows when
        ({"title": "小哥学院", "title_basis": "supplied"}, {"title": "小哥学院"}),  # words that are not the paper's
        ({"title": "甲乙丙"}, {"title": "甲乙丙"}),  # too short to tell
    ],
)
def test_what_does_not_tie(one, other):
    assert kin(piece("a", **one), piece("b", **other)) == {"a": [], "b": []}


def test_undated_pieces_of_one_page_are_tied():
    source = Source("p.txt", (1,))
    facts = {"tags": ("夜校",), "date": "XXXX", "source": source}
    assert kin(piece("a", **facts), piece("b", **facts))["a"] == [("b", [SUBJECT])]


def test_what_many_share_does_not_count():
    few, many = ([piece(str(no), tags=("夜校",)) for no in range(count)] for count in (4, 5))
    assert kin(*few)["0"] and not kin(*many)["0"]


def test_the_strongest_come_first_then_the_nearest():
    a, near, twice, far = (piece(id, tags=("夜校",), regions=("浙江省/杭州市",)) for id in "abcd")
    strong = replace(twice, tags=("夜校", "书屋"))
    found = kin(replace(a, tags=("夜校", "书屋")), near, strong, far)
    assert [id for id, _ in found["a"]] == ["c", "b", "d"]


def test_a_long_column_names_its_nearest():
    found = kin(*(piece(f"{no:02}", column="一周") for no in range(30)))
    assert {int(id) for id, _ in found["15"]} <= set(range(11, 20)) and len(found["15"]) == 6


def days(first, count, pieces=8):
    """Days of December 2021 with pieces that share columns, places and subjects as those of a paper do."""
    return [
        piece(
            f"{day:02}-{no}",
            date=f"2021-12-{day:02}",
            column=f"栏目{no % 3}",
            regions=(f"浙江省/杭州市/区{no % 4}",),
            tags=(f"主题{no % 5}", f"主题{day}{no}", f"主题{no % 7}x{day % 3}"),
        )
        for day in range(first, first + count)
        for no in range(pieces)
    ]


def test_a_later_day_changes_no_piece():
    old = days(1, 9)
    before, after = kin(*old), kin(*old, *days(10, 3))
    assert {id: after[id] for id in before} == before and any(before.values())


def test_a_day_of_long_ago_changes_no_piece():
    old = days(1, 9)
    long_ago = [replace(one, id=f"old-{one.id}", date="2021-10-30") for one in days(1, 1)]
    before, after = kin(*old), kin(*long_ago, *old)
    assert {id: after[id] for id in before} == before


def test_the_day_before_is_looked_at_and_the_day_after_is_not():
    found = kin(piece("a", tags=("夜校",), date="2021-11-30"), piece("b", tags=("夜校",), date="2021-12-01"))
    assert found == {"a": [], "b": [("a", [SUBJECT])]}


def test_pieces_of_which_the_month_is_known_stand_at_its_beginning():
    found = kin(piece("a", tags=("夜校",), date="2021-12"), piece("b", tags=("夜校",), date="2021-12-31"))
    assert found["b"] == [("a", [SUBJECT])] and found["a"] == []


def test_the_order_of_equal_pieces_does_not_hang_on_sets():
    pieces = days(1, 20)
    assert kin(*pieces) == kin(*pieces) and all(len(others) <= 6 for others in kin(*pieces).values())


def test_where_kin_change_their_mark_does():
    old = days(1, 28)
    one = old[40]
    for new in (
        replace(one, title="另一个题目"),
        replace(one, column="栏目9"),
        replace(one, tags=("主题1",)),
        replace(one, regions=("浙江省/杭州市/区3",)),
        replace(one, title_basis="supplied"),
        replace(one, newspaper="乙报"),
        replace(one, date="2021-12-20"),
    ):
        pieces = [new if piece is one else piece for piece in old]
        before, after = (kin(*old), marks(*old)), (kin(*pieces), marks(*pieces))
        assert before[1] != after[1]
        assert [id for id in before[0] if before[0][id] != after[0][id] and before[1][id] == after[1][id]] == []


def test_a_later_day_and_another_text_change_no_mark():
    old = days(1, 9)
    before = marks(*old)
    assert before.items() <= marks(*old, *days(10, 3)).items()
    assert before == marks(*(replace(one, body="别的文字") for one in old))


def test_a_day_in_between_changes_the_marks_of_the_month_after_it_alone():
    old = [*days(1, 1), *(replace(one, id=f"late-{one.id}", date="2022-01-15") for one in days(1, 1))]
    before, after = marks(*old), marks(*old, *days(5, 1))
    assert {id for id in before if before[id] != after[id]} == set()
    before, after = marks(*old), marks(*old, *(replace(one, date="2021-12-20") for one in days(5, 1)))
    assert {id[:4] for id in before if before[id] != after[id]} == {"late"}


@given(some.lists(some.tuples(some.integers(0, 90), some.integers(0, 5), some.integers(0, 3)), max_size=40))
def test_blocks_make_no_difference(given_pieces):
    """Kin by blocks of 31 days is kin among all: asked one by one in any order, and for everything at once."""
    pieces = [
        piece(f"{no:02}", date=str(date(2021, 12, 1) + timedelta(day)), tags=(f"主题{tag}",), column="甲" * column)
        for no, (day, tag, column) in enumerate(sorted(given_pieces))
    ]
    every = finder(*pieces)
    for one in pieces:
        day = date.fromisoformat(one.date)
        near = [other for other in pieces if timedelta(0) <= day - date.fromisoformat(other.date) <= timedelta(31)]
        assert every.of(one) == finder(*pieces).of(one) == finder(*near).of(one)
