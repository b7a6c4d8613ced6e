from jianbao.pack.bundle import Bundle
from jianbao.publish.quire import Sheet

NAMES = ["pages/p.jpg", *(f"{number}.html" for number in range(900)), "index.html", "search/head.js"]


def in_order(jobs: int) -> list[tuple[str, bytes]]:
    sheets = [Sheet(name, "", lambda name=name: name.encode()) for name in NAMES]  # type: ignore[misc]
    return list(Bundle("a", sheets, jobs, lambda _done, _all: None).files())


def test_home_first_pictures_last_the_others_as_they_come() -> None:
    assert [path for path, _ in in_order(1)] == ["index.html", *NAMES[1:901], "search/head.js", "pages/p.jpg"]
    assert all(path.encode() == content for path, content in in_order(1))


def test_processes_change_no_order() -> None:
    assert in_order(3) == in_order(1)


def test_it_says_how_far_it_is() -> None:
    said: list[tuple[int, int]] = []
    list(Bundle("a", [Sheet(name, "", bytes) for name in NAMES], 1, lambda *one: said.append(one)).files())
    assert said == sorted(said) and said[-1] == (903, 903) and len(said) > 10
