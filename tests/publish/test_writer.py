import os
import signal
import subprocess
import sys

import pytest

from jianbao.publish.writer import TEMPORARY, Writer


def test_a_file_is_put_in_place_and_no_other_is_left(tmp_path):
    Writer(tmp_path).write("a/b/c.html", b"c")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["c.html"]


def test_a_reader_of_the_old_file_keeps_it_whole(tmp_path):
    writer = Writer(tmp_path)
    writer.write("a.html", b"old")
    with (tmp_path / "a.html").open("rb") as reader:
        writer.write("a.html", b"new and longer")
        assert reader.read() == b"old"


@pytest.mark.parametrize("where", ["a", "a/b.html"])
def test_a_link_in_the_way_goes_and_its_target_stays(tmp_path, where):
    target = tmp_path / "target"
    (target / "sub").mkdir(parents=True)
    site = tmp_path / "site"
    (site / where).parent.mkdir(parents=True)
    (site / where).symlink_to(target)
    Writer(site).write("a/b.html", b"b")
    assert (site / "a/b.html").read_bytes() == b"b" and [path.name for path in target.iterdir()] == ["sub"]


def test_a_hard_link_outside_keeps_its_text(tmp_path):
    (tmp_path / "outside").write_text("o")
    (tmp_path / "site").mkdir()
    os.link(tmp_path / "outside", tmp_path / "site/a.html")
    Writer(tmp_path / "site").write("a.html", b"a")
    assert (tmp_path / "outside").read_text() == "o"


def test_a_folder_with_files_is_never_swept_away(tmp_path):
    (tmp_path / "a.html").mkdir()
    (tmp_path / "a.html/mine.txt").write_text("m")
    with pytest.raises(OSError):
        Writer(tmp_path).write("a.html", b"a")
    assert (tmp_path / "a.html/mine.txt").exists()


def test_unlinking_tidies_only_empty_folders(tmp_path):
    writer = Writer(tmp_path)
    writer.write("a/b/c.html", b"c")
    writer.write("a/d.html", b"d")
    writer.unlink("a/b/c.html")
    assert not (tmp_path / "a/b").exists() and (tmp_path / "a/d.html").exists()
    writer.write("a/b/c.html", b"again")
    assert (tmp_path / "a/b/c.html").read_bytes() == b"again"


def test_a_link_under_the_temporary_name_is_not_written_through(tmp_path):
    (tmp_path / "outside").write_text("o")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / f"a.html{TEMPORARY}").symlink_to(tmp_path / "outside")
    Writer(tmp_path / "site").write("a.html", b"a")
    assert (tmp_path / "outside").read_text() == "o" and not (tmp_path / "site/a.html").is_symlink()


def test_a_stream_is_in_place_when_it_ended_well_and_not_before(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"old")
    with Writer(tmp_path).stream("a.zip") as file:
        file.write(b"new")
        file.flush()
        assert (tmp_path / "a.zip").read_bytes() == b"old"
    assert (tmp_path / "a.zip").read_bytes() == b"new" and len(list(tmp_path.iterdir())) == 1


def test_a_stream_that_fails_leaves_nothing(tmp_path):
    with pytest.raises(KeyboardInterrupt), Writer(tmp_path).stream("a.zip") as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_process_killed_while_it_streams_leaves_no_file_and_the_next_sweeps(tmp_path):
    code = "import os, pathlib, sys; from jianbao.publish.writer import Writer\n"
    code += (
        "with Writer(pathlib.Path(sys.argv[1])).stream('[a].zip') as file: file.write(b'half'); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)])
    assert killed.returncode == -signal.SIGKILL
    assert [path.name.endswith(TEMPORARY) for path in tmp_path.iterdir()] == [True]
    with Writer(tmp_path).stream("[a].zip") as file:
        file.write(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["[a].zip"]
