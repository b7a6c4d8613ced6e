"""What ties pages together, so that they are clipped as one."""

import pytest

from jianbao.files.shelf import Copy
from jianbao.ties import ties_of, together

JUMP = "送水车一直开到九月底。（下转第3版）"
PRINTED = f"工人日报\n2022年6月13日 星期一\n\n{JUMP}"
DAY = "工人日报/2022-06-13"


def ties(path: str, text: str, alike: int = 8, **texts: str) -> set[str]:
    files = {name.replace("_md", ".md"): one for name, one in texts.items()}
    return set(ties_of(Copy("p", path, text.encode(), files), alike))


@pytest.mark.parametrize(
    ("path", "alike", "issue"),
    [
        (f"{DAY}/01.txt", 8, f"{DAY} 2022-06-13"),
        (f"{DAY}/01.txt", 800, f"{DAY} 2022-06-13"),
        ("工人日报/某期/甲.txt", 8, "工人日报/某期 "),
        ("工人日报/甲.txt", 800, "工人日报 2022-06-13"),
        ("甲.txt", 8, " 2022-06-13"),
    ],
)
def test_a_page_with_a_jump_is_tied_to_its_issue(path: str, alike: int, issue: str) -> None:
    assert {issue, f"{issue} 3"} <= ties(path, PRINTED, alike)


def test_a_page_of_no_known_day_among_many_is_tied_to_none() -> None:
    assert ties("甲.txt", JUMP) == set()


def test_the_day_that_a_person_wrote_counts() -> None:
    page = "---\npage: 甲.txt\ndate: 2022-06-14\n---\n"
    assert " 2022-06-14" in ties("甲.txt", PRINTED, page_md=page, **{".written.json": _marks()})


def test_a_page_without_a_jump_is_tied_by_its_own_name_alone() -> None:
    assert ties(f"{DAY}/03.txt", "送水车一直开到九月底。") == {f"{DAY} 2022-06-13 3"}
    assert ties("甲.txt", "送水车一直开到九月底。") == set()


def test_a_page_is_tied_to_those_that_its_articles_name() -> None:
    article = "---\ntitle: 题\nsource: [{page: 甲.txt, lines: 1}, {page: 乙.txt, lines: 3}]\n---\n文\n"
    assert ties("甲.txt", "送水车一直开到九月底。", a_md=article) == {"甲.txt", "乙.txt"}


def test_bytes_and_files_that_cannot_be_read_tie_nothing() -> None:
    texts = {"a.md": "---\nsource: [\n---\n", ".written.json": '{"further"'}
    assert ties_of(Copy("p", "甲.txt", b"\xff\xd8\x00", texts), 1) == frozenset()


def test_ties_hold_pages_together_in_whatever_order_they_are_found() -> None:
    tied = {"a": ["x"], "b": ["y"], "c": [], "d": ["x", "y"], "e": ["c"]}
    assert together(tied) == [["a", "b", "d"], ["c", "e"]]


def _marks() -> str:
    return '{"format": 1, "page": {}, "articles": {}}'
