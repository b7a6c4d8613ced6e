"""Page ids: ASCII, unique, the same for the same path."""

from hypothesis import given
from hypothesis import strategies as st

from jianbao.files.shelf import PageFile
from jianbao.pageids import page_id, page_ids


def ids(*paths: str) -> list[str]:
    return list(page_ids([PageFile(path, 1, 1) for path in paths]).values())


def test_two_paths_of_one_form_are_told_apart() -> None:
    first, second = ids("甲/01.txt", "贾/01.txt")
    assert first == "jia-01" and second.startswith("jia-01-")


def test_case_does_not_tell_apart() -> None:
    first, second = ids("A.txt", "a.txt")
    assert first == "a" and second != "a"


@given(
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).map(
        lambda name: name.replace("/", "-") + ".txt"
    )
)
def test_an_id_is_a_safe_name(path: str) -> None:
    made = page_id(path)
    assert 0 < len(made) <= 60 and set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-")
