"""New pieces meet the articles that stand there."""

from dataclasses import replace

from jianbao.files.adopt import Owners, adopt, held_of, new_id
from jianbao.files.document import BODY, Document
from jianbao.files.folder import Folder, PageHeld
from jianbao.files.held import Held
from jianbao.files.marks import Written
from jianbao.model import Article, Block, Furniture, Layout, Piece, Repeat, Source, Turn


def piece(*lines: int) -> Piece:
    return Piece(lines, tuple(Block("body", f"第{no}行。", (no,)) for no in lines))


def held(key: str, *lines: int, people: tuple[str, ...] = ()) -> Held:
    article = Article(key, "题", source=Source("p.txt", lines))
    return Held(
        f"{key}.md",
        key,
        document=Document("", ""),
        article=article,
        marks={"id": "x"},
        people=frozenset(people),
        lines=lines,
        written=lines,
    )


def folder(*there: Held, deleted: tuple[int, ...] = ()) -> Folder:
    gone = {"p-9": Written("9.md", deleted, {})} if deleted else {}
    return Folder("p", True, there, gone)


def names(found: list[object]) -> list[str | None]:
    return [one.held.id if one.held else None for one in found]  # type: ignore[attr-defined]


def test_a_piece_is_the_article_with_most_of_its_lines() -> None:
    _, found = adopt(folder(held("p-1", 1, 3), held("p-5", 5, 7, 9)), Layout((piece(1), piece(3, 5, 7, 9))))
    assert names(found) == ["p-1", "p-5"]


def test_an_article_split_in_two_keeps_its_id_once() -> None:
    _, found = adopt(folder(held("p-1", 1, 3, 5, 7)), Layout((piece(1), piece(3, 5, 7))))
    assert names(found) == [None, "p-1"]


def test_lines_that_a_person_gave_away_leave_the_other_piece() -> None:
    there = folder(held("p-1", 1, 3), held("p-5", 5, 3, people=("source",)))
    layout, _ = adopt(there, Layout((piece(1, 3), piece(5))))
    assert [one.lines for one in layout.pieces] == [(1,), (3, 5)]


def test_furniture_that_a_person_put_into_an_article_is_none() -> None:
    there = folder(held("p-1", 1, 3, people=("source",)))
    layout, _ = adopt(there, Layout((piece(1),), (Furniture("advert", (3,), "甲"),)))
    assert layout.furniture == ()


def test_a_line_that_a_person_made_furniture_is_in_no_piece() -> None:
    there = replace(folder(held("p-3", 3, 5)), page=PageHeld(set_aside=frozenset([1])))
    layout, found = adopt(there, Layout((piece(1), piece(3, 5))))
    assert names(found) == ["p-3"] and [one.lines for one in layout.pieces] == [(3, 5)]


def test_what_a_person_deleted_is_not_made_again() -> None:
    layout, found = adopt(folder(deleted=(5, 7)), Layout((piece(1, 3), piece(5, 7, 9))))
    assert names(found) == [None] and layout.pieces == (piece(1, 3),)


def test_an_article_whose_lines_went_to_another_is_named_by_it() -> None:
    _, (one,) = adopt(folder(held("p-1", 1, 3), held("p-5", 5)), Layout((piece(1, 3, 5),)))
    assert [gone.id for gone in one.gone] == ["p-5"]


def test_an_edited_article_is_never_swallowed() -> None:
    layout, (one,) = adopt(folder(held("p-1", 1, 3), held("p-5", 5, people=("title",))), Layout((piece(1, 3, 5),)))
    assert one.gone == () and layout.pieces[0].lines == (1, 3)


def test_what_a_text_written_by_a_person_does_not_take_is_an_article_of_its_own() -> None:
    there = folder(held("p-1", 1, 3, people=(BODY,)))
    layout, found = adopt(there, Layout((piece(1, 3, 5, 7),)))
    assert [(one.lines, one.title) for one in layout.pieces] == [((1, 3), ""), ((5, 7), "")]
    assert names(found) == ["p-1", None]


def test_what_is_left_over_does_not_go_on_on_another_page() -> None:
    there = folder(held("p-1", 1, 3, people=(BODY,)))
    turning = replace(piece(1, 3, 5, 7), turns=(Turn(True, ("3",), 3),))
    assert [len(one.turns) for one in adopt(there, Layout((turning,)))[0].pieces] == [1, 0]


def test_what_articles_of_other_pages_hold_is_in_no_piece() -> None:
    layout, _ = adopt(folder(), Layout((piece(1, 3, 5),)), Owners({3: "q-7"}, (frozenset([7]),)))
    assert layout.pieces[0].lines == (1, 5)


def test_a_folder_tells_what_its_people_hold_and_took_away_of_another_page() -> None:
    there = replace(held("p-1", 1, people=("source",)), further=(Source("q.txt", (7, 9)), Source("r.txt", (1,))))
    ours = replace(held("p-5", 5), further=(Source("q.txt", (11,)),))
    gone = {"p-9": Written("9.md", (9,), {}, further=(Source("q.txt", (13,)),))}
    found = held_of("q.txt", replace(folder(there, ours), deleted=gone), Layout((piece(1), piece(5))))
    assert found == Owners({7: "p-1", 9: "p-1"}, (frozenset([13]),))


def test_paragraphs_come_with_the_lines_that_a_person_gave() -> None:
    there = folder(held("p-1", 1, 3, 7, people=("source",)), held("p-5", 5, 7))
    layout, _ = adopt(there, Layout((piece(1, 3), piece(5, 7))))
    assert [[block.text for block in one.blocks] for one in layout.pieces] == [
        ["第1行。", "第3行。", "第7行。"],
        ["第5行。"],
    ]


def test_a_piece_is_known_by_the_lines_that_were_written() -> None:
    merged = replace(held("p-1", 1, 3, 5, 7, 9, people=("source",)), written=(1, 3))
    _, found = adopt(folder(merged, deleted=(5, 7, 9)), Layout((piece(1, 3), piece(5, 7, 9))))
    assert names(found) == ["p-1"]


def test_a_new_id_is_the_first_line_that_is_free() -> None:
    assert new_id("p", (7, 5), ["p-5"]) == "p-7"


def test_a_repeat_that_a_person_put_into_an_article_is_none() -> None:
    there = folder(held("p-1", 1, 3, people=("source",)))
    layout, _ = adopt(there, Layout((piece(1),), (), (Repeat(3, 1, "甲", True), Repeat(5, 1, "甲", True))))
    assert [one.line for one in layout.repeats] == [5]


def test_a_paragraph_of_which_a_person_gave_away_one_line_stays_whole() -> None:
    block = Block("body", "第一行第二行第三行。", (1, 2, 3))
    there = folder(held("p-5", 3, 5, people=("source",)))
    layout, _ = adopt(there, Layout((Piece((1, 2, 3), (block,)), piece(5, 3))))
    assert layout.pieces[0].blocks == (block,)


def test_the_piece_of_an_article_that_cannot_be_read_is_not_made_again() -> None:
    broken = replace(held("p-1", 1, 3), document=None, article=None)
    assert adopt(folder(broken), Layout((piece(1, 3),)))[1] == []
