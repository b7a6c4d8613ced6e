import os
from contextlib import suppress

import pytest

from jianbao.problems import Stop
from jianbao.publish import record
from jianbao.publish.publish import Plan, Published, publish
from jianbao.publish.quire import Quire, Sheet
from jianbao.publish.writer import TEMPORARY, Writer


def sheets(**texts):
    return [
        Sheet(f"{name.replace('_', '/')}.html", text, lambda text=text: text.encode()) for name, text in texts.items()
    ]


def files(site):
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return {path: content for path, content in found.items() if not path.startswith(".jianbao/")}


def never():
    raise AssertionError("made although its mark is in the record")


def test_a_second_build_makes_nothing(tmp_path):
    assert publish(tmp_path, sheets(index="a", tags_x="b")) == Published(2, 0, 0)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert (
        publish(tmp_path, [Sheet(sheet.path, sheet.mark, never) for sheet in sheets(index="a", tags_x="b")]).kept == 2
    )
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.name != ".jianbao"} | {
        tmp_path / ".jianbao": before[tmp_path / ".jianbao"]
    }


def test_what_no_sheet_names_is_removed_with_its_folder(tmp_path):
    publish(tmp_path, sheets(index="a", tags_x="b"))
    assert publish(tmp_path, sheets(index="a")) == Published(0, 1, 1)
    assert files(tmp_path) == {"index.html": b"a"} and not (tmp_path / "tags").exists()


def test_only_our_own_files_are_removed(tmp_path):
    publish(tmp_path, sheets(tags_x="b"))
    (tmp_path / "tags/mine.txt").write_text("m")
    publish(tmp_path, [])
    assert files(tmp_path) == {"tags/mine.txt": b"m"}


def test_a_lost_file_comes_back(tmp_path):
    publish(tmp_path, sheets(index="a"))
    (tmp_path / "index.html").unlink()
    assert publish(tmp_path, sheets(index="a")).made == 1


def test_identical_bytes_are_not_written_again(tmp_path):
    publish(tmp_path, sheets(index="a"))
    assert publish(tmp_path, [Sheet("index.html", "other mark", lambda: b"a")]) == Published(0, 1, 0)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"program": "other"}', b'{"program": "jianbao", "format": 99}', None]
)
def test_a_damaged_record_is_made_anew(tmp_path, damage):
    publish(tmp_path, sheets(index="a", tags_x="b"))
    path = tmp_path / record.PATH
    path.unlink() if damage is None else path.write_bytes(damage)
    publish(tmp_path, sheets(index="a", tags_x="c"))
    assert files(tmp_path)["tags/x.html"] == b"c" and set(record.read(path.read_bytes()).files) == {
        "index.html",
        "tags/x.html",
    }


@pytest.mark.parametrize("path", ["../outside", "/etc/x", "a/../../x", "C:x", "a\\b"])
def test_a_forged_record_removes_nothing_outside(tmp_path, path):
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.write_text("o")
    publish(site, sheets(index="a"))
    (site / record.PATH).write_bytes(record.write(record.Record({path: "m", "index.html": "a"})))
    publish(site, sheets(index="a"))
    assert outside.read_text() == "o"


def test_a_folder_of_other_peoples_files_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("t")
    with pytest.raises(Stop, match="did not make"):
        publish(tmp_path, sheets(index="a"))
    assert files(tmp_path) == {"thesis.txt": b"t"}


def test_dot_files_do_not_count_as_somebodys(tmp_path):
    (tmp_path / ".gitignore").write_text("*")
    assert publish(tmp_path, sheets(index="a")).made == 1


@pytest.mark.parametrize("site", ["/", "content", "content/site", "."])
def test_roots_and_content_are_refused(tmp_path, monkeypatch, site):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    with pytest.raises(Stop):
        publish(tmp_path / site, sheets(index="a"), Plan(content=tmp_path / "content"))


def test_the_home_folder_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(Stop, match="home"):
        publish(tmp_path, sheets(index="a"))


def test_links_in_the_site_lead_nobody_out(tmp_path):
    site, outside = tmp_path / "site", tmp_path / "outside"
    publish(site, sheets(index="a", tags_x="b"))
    outside.mkdir()
    (outside / "x.html").write_text("mine")
    (site / "tags/x.html").unlink()
    (site / "tags").rmdir()
    (site / "tags").symlink_to(outside)
    publish(site, sheets(index="a", tags_x="c"))
    assert (outside / "x.html").read_text() == "mine" and (site / "tags/x.html").read_text() == "c"


def test_removal_follows_no_link(tmp_path):
    site, outside = tmp_path / "site", tmp_path / "outside"
    publish(site, sheets(tags_x="b"))
    os.renames(site / "tags", outside)
    (site / "tags").symlink_to(outside)
    assert publish(site, []).removed == 0 and (outside / "x.html").exists()


class Killed(Exception):
    pass


class Failing(Writer):
    """Dies at the n-th operation that changes something."""

    def __init__(self, folder, operations):
        super().__init__(folder)
        self.left = operations

    def _count(self):
        self.left -= 1
        if self.left < 0:
            raise Killed

    def write(self, path, content):
        self._count()
        (self.folder / (path + TEMPORARY)).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / (path + TEMPORARY)).write_bytes(content[: len(content) // 2])
        self._count()
        super().write(path, content)

    def append(self, path, content):
        self._count()
        super().append(path, content)

    def unlink(self, path):
        self._count()
        super().unlink(path)


@pytest.mark.parametrize("operations", range(20))
def test_killed_anywhere_files_are_whole_and_the_next_build_finishes(tmp_path, operations):
    old, new = sheets(index="old!", tags_x="old!", tags_y="both"), sheets(tags_y="both", tags_z="new!", index="new!")
    publish(tmp_path, old)
    other = sheets(dates_w="half", index="half")
    for batch in (other, new):
        with suppress(Killed):
            publish(tmp_path, batch, writer=Failing(tmp_path, operations))
        whole = {path: content for path, content in files(tmp_path).items() if not path.endswith(TEMPORARY)}
        assert set(whole.values()) <= {b"old!", b"new!", b"both", b"half"}
    publish(tmp_path, new)
    assert files(tmp_path) == {"tags/y.html": b"both", "tags/z.html": b"new!", "index.html": b"new!"}
    assert [path.name for path in (tmp_path / ".jianbao").iterdir()] == ["record.json"]


def test_a_first_build_that_was_killed_is_still_ours(tmp_path):
    with pytest.raises(Killed):
        publish(tmp_path, sheets(index="a", b="b"), writer=Failing(tmp_path, 4))
    assert publish(tmp_path, sheets(b="b")).made == 1
    assert files(tmp_path) == {"b.html": b"b"}


def test_a_disk_that_refuses_stops_with_its_reason(tmp_path):
    class Full(Writer):
        def write(self, path, content):
            raise OSError(28, "No space left on device", path)

    with pytest.raises(Stop, match="No space left"):
        publish(tmp_path, sheets(index="a"), writer=Full(tmp_path))


def test_fresh_trusts_no_mark(tmp_path):
    publish(tmp_path, sheets(index="a"))
    (tmp_path / "index.html").write_text("edited")
    assert publish(tmp_path, sheets(index="a")).made == 0
    assert publish(tmp_path, sheets(index="a"), Plan(fresh=True)).made == 1


def test_what_comes_after_is_asked_for_when_the_others_are_in_place(tmp_path):
    seen = []

    def after():
        seen.append((tmp_path / "site" / "a.html").exists())
        yield from sheets(b="乙")

    site = tmp_path / "site"
    assert publish(site, sheets(a="甲"), after=after()) == Published(2, 0, 0)
    assert seen == [True] and files(site) == {"a.html": "甲".encode(), "b.html": "乙".encode()}
    assert publish(site, sheets(a="甲"), after=sheets(b="乙")) == Published(0, 2, 0)
    assert publish(site, sheets(a="甲")).removed == 1


def quire(name="tags 甲", mark="1", **texts):
    return Quire(name, mark, lambda: iter(sheets(**texts)), len(texts))


def unopened(name="tags 甲", mark="1"):
    return Quire(name, mark, never, 1)


def test_a_quire_that_is_as_it_was_is_not_opened(tmp_path):
    assert publish(tmp_path, [quire(a="a", b="b"), *sheets(index="i")]) == Published(3, 0, 0)
    assert publish(tmp_path, [unopened(), *sheets(index="i")]) == Published(0, 3, 0)
    assert publish(tmp_path, sheets(index="i")) == Published(0, 1, 2)
    assert set(files(tmp_path)) == {"index.html"}


def test_of_a_quire_that_changed_only_what_changed_is_made(tmp_path):
    publish(tmp_path, [quire(a="a", b="b", c="c")])
    same = Sheet("a.html", "a", never)
    assert publish(tmp_path, [Quire("tags 甲", "2", lambda: (same, *sheets(b="乙")), 2)]) == Published(1, 1, 1)
    assert files(tmp_path) == {"a.html": b"a", "b.html": "乙".encode()}


def test_a_quire_that_lost_a_file_is_made_whole(tmp_path):
    publish(tmp_path, [quire(a="a", b="b")])
    (tmp_path / "b.html").unlink()
    assert publish(tmp_path, [quire(a="a", b="b")]) == Published(1, 1, 0)


def test_a_quire_that_a_killed_build_began_is_not_trusted(tmp_path):
    publish(tmp_path, [quire(a="old", b="old"), *sheets(z="z")])
    for left in range(1, 9):
        with suppress(Killed):
            publish(tmp_path, [quire(mark="2", a="new", b="new")], writer=Failing(tmp_path, left))
        publish(tmp_path, [quire(a="old", b="old"), *sheets(z="z")])
        assert files(tmp_path) == {"a.html": b"old", "b.html": b"old", "z.html": b"z"}


def test_a_page_that_goes_to_another_quire_stays(tmp_path):
    publish(tmp_path, [quire(a="a", b="b"), quire("tags 乙", c="c")])
    done = publish(tmp_path, [quire(mark="2", a="a"), quire("tags 乙", mark="2", b="b", c="c")])
    assert done == Published(0, 3, 0) and set(files(tmp_path)) == {"a.html", "b.html", "c.html"}


@pytest.mark.parametrize(
    "units",
    [
        [quire(a="a"), quire("tags 乙", a="b")],
        [quire(a="a"), *sheets(a="b")],
        [Quire("tags 甲", "1", lambda: (*sheets(a="a"), *sheets(a="b")), 2)],
    ],
)
def test_two_pages_with_one_address_stop(tmp_path, units):
    with pytest.raises(Stop, match=r"a\.html.*claim"):
        publish(tmp_path, units)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="one process does it all")
def test_sheets_that_need_the_same_are_made_by_one_process(tmp_path):
    """16 groups of 200: in portions of 40 they would be divided among the processes."""
    groups = [
        Sheet(f"{group}/{number}.html", "1", lambda: str(os.getpid()).encode(), together=str(group))
        for group in range(16)
        for number in range(200)
    ]
    publish(tmp_path / "site", groups, Plan(jobs=2))
    made = files(tmp_path / "site")
    by = {group: {text for path, text in made.items() if path.startswith(f"{group}/")} for group in range(16)}
    assert all(len(pids) == 1 for pids in by.values()) and len(set.union(*by.values())) > 1
