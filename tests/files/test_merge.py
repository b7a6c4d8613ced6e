"""People win: chunk by chunk."""

from jianbao.files.document import BODY, Document, cut
from jianbao.files.merge import changed_by_people, fresh, merge

OLD = cut("---\ntitle: 甲\ndate: 2021\ntags: [书屋]\n---\n\n旧文\n")
NEW = cut("---\ntitle: 乙\ncolumn: 简讯\ndate: 2021-12\n---\n\n新文\n")
MARKS = fresh(OLD).marks


def merged(found: str) -> str:
    return merge(cut(found), MARKS, NEW).document.text()


def test_what_nobody_touched_improves() -> None:
    assert merged(OLD.text()) == "---\ntitle: 乙\ncolumn: 简讯\ndate: 2021-12\n---\n\n新文\n"


def test_an_edited_key_stays_with_its_comment() -> None:
    found = OLD.text().replace("date: 2021\n", "date: 2020-05  # 据馆藏目录\n")
    assert "date: 2020-05  # 据馆藏目录\n" in merged(found) and "title: 乙" in merged(found)


def test_a_removed_key_stays_removed() -> None:
    assert "date" not in merged(OLD.text().replace("date: 2021\n", ""))


def test_an_added_key_stays() -> None:
    assert "folio: '3'\n" in merged(OLD.text().replace("date:", "folio: '3'\ndate:"))


def test_a_rewritten_body_stays_while_the_facts_improve() -> None:
    text = merged(OLD.text().replace("旧文", "人写的文"))
    assert "人写的文" in text and "新文" not in text and "title: 乙" in text


def test_other_line_ends_are_no_edit_and_are_kept() -> None:
    text = merged(OLD.text().replace("\n", "\r\n"))
    assert "title: 乙\r\n" in text and "\n新文" in text.replace("\r\n", "\n")


def test_merging_twice_changes_nothing() -> None:
    first = merge(cut(OLD.text().replace("甲", "人")), MARKS, NEW)
    second = merge(first.document, first.marks, NEW)
    assert second == first


def test_an_edit_taken_back_is_ours_again() -> None:
    edited = merge(cut(OLD.text().replace("甲", "人")), MARKS, OLD)
    back = merge(OLD, edited.marks, NEW)
    assert back.document.get("title") == "title: 乙\n"


def test_changes_by_people_are_named() -> None:
    found = Document(cut(OLD.text().replace("甲", "人").replace("date: 2021\n", "")).front, "别的")
    assert changed_by_people(found, MARKS) == {"title", "date", BODY}
