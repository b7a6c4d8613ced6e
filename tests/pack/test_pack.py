"""The archive as one file: it is the site, it is always the same bytes, and it is whole or not there."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from scanning import Client

from jianbao import pipeline
from jianbao.cli import main
from jianbao.pack import Packed, Wish
from jianbao.pack import pack as packed
from jianbao.pack.pack import FORMATS
from jianbao.pipeline import Place
from jianbao.problems import Stop
from jianbao.publish.writer import TEMPORARY

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clipped(place: Place) -> Place:
    """The small archive, one of its pages with a picture."""
    (place.content / "pages/p1.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x08" + b"\0" * 200)
    pipeline.clip(place)
    return place


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Packed]:
    """The shipped archive, packed for anybody and for a stick."""
    folder = tmp_path_factory.mktemp("shipped")
    place = Place(ROOT / "content", ROOT / "theme", folder / "site", jobs=2)
    return {reader: packed(place, Wish("zip", reader)) for reader in ("", "usb")}


def contents(file: Path | str) -> dict[str, bytes]:
    """The files in a ZIP archive, by path below its folder."""
    with ZipFile(file) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def files(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path: content for path, content in found.items() if not path.startswith(".jianbao/")}


def beside(held: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that are not the search's."""
    return {path: content for path, content in held.items() if not path.startswith("search/")}


def run(place: Place, *args: str) -> Result:
    folders = ["--content", str(place.content), "--theme", str(place.theme), "--site", str(place.site)]
    return CliRunner().invoke(main, ["pack", *args, *folders])


def test_what_is_packed_is_the_site_and_the_site_stays_as_it_is(clipped: Place) -> None:
    report = packed(clipped, Wish("zip"))
    assert not clipped.site.exists()
    pipeline.render(clipped)
    site = files(clipped.site)
    assert contents(report.where) == site and "pages/p1.png" in site
    assert (report.files, report.unpacked) == (len(site), sum(map(len, site.values())))
    assert (report.bytes, report.articles) == (Path(report.where).stat().st_size, 2)


def test_for_a_stick_only_the_search_is_other(clipped: Place) -> None:
    one, other = (contents(packed(clipped, Wish("zip", reader)).where) for reader in ("", "usb"))
    assert beside(one) == beside(other)
    assert one["search/head.js"] != other["search/head.js"]


def test_it_unpacks_to_one_folder_whose_home_page_comes_first(clipped: Place) -> None:
    with ZipFile(packed(clipped, Wish("zip")).where) as archive:
        names = archive.namelist()
    assert names[0] == "shi/index.html" and names[-1] == "shi/pages/p1.png"
    assert all(name.startswith("shi/") and name.isascii() for name in names) and len(names) == len(set(names))


def test_the_same_archive_is_the_same_bytes(clipped: Place, tmp_path: Path) -> None:
    once = Path(packed(replace(clipped, jobs=2), Wish("zip")).where).read_bytes()
    again = tmp_path / "again" / "other name.zip"
    again.parent.mkdir()
    folders = ["--content", clipped.content, "--theme", clipped.theme, "--site", tmp_path / "nowhere"]
    command = [sys.executable, "-m", "jianbao", "pack", "zip", "--to", again, "--jobs", "1", *folders]
    away = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, env=away, umask=0o077, capture_output=True)
    assert again.read_bytes() == once


@pytest.mark.parametrize("reader", ["", "usb"])
def test_its_name_is_the_archives(clipped: Place, reader: str) -> None:
    expected = {"": "shi.zip", "usb": "shi-usb.zip"}[reader]
    assert Path(packed(clipped, Wish("zip", reader)).where) == (clipped.site.parent / expected).resolve()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["rar"], "There is: zip."),
        (["zip", "--for", "kindle"], "There is: usb."),
        (["zip", "--to", "{content}/a.zip"], "no part of the archive"),
        (["zip", "--to", "{content}/../site/a.zip"], "no part of the archive"),
        (["zip", "--to", "{theme}/assets/a.zip"], "no part of the archive"),
        (["zip", "--to", "{content}/.."], "a folder or a device"),
        (["zip", "--to", "/dev/null"], "a folder or a device"),
        (["zip", "--to", "{content}/../nowhere/a.zip"], "could not be written: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(place: Place, args: list[str], said: str) -> None:
    before = files(place.content.parent)
    told = run(place, *(arg.format(content=place.content, theme=place.theme) for arg in args))
    assert told.exit_code == 2 and said in told.stderr
    assert files(place.content.parent) == before


def test_a_folder_that_may_not_be_written_to_is_told(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *given: Any, **more: Any) -> Any:  # root, whom tests may run as, is refused nothing
        if TEMPORARY in path.name:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *given, **more)

    opened = Path.open
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Stop, match=r"a\.zip: The file could not be written: Permission denied"):
        packed(place, Wish("zip", to=tmp_path / "a.zip"))


def test_a_pack_that_fails_leaves_what_stood_there(clipped: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path(packed(clipped, Wish("zip")).where)
    before = file.read_bytes()

    def full(bundle: object, out: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, "zip", full)  # type: ignore[arg-type]
    with pytest.raises(Stop, match="No space left on device"):
        packed(clipped, Wish("zip"))
    assert file.read_bytes() == before and not list(file.parent.glob(f"*{TEMPORARY}"))


def test_the_report_is_told_and_is_one_json_object(clipped: Place) -> None:
    (clipped.content / "pages/p1.txt").unlink()
    report = json.loads(run(clipped, "zip", "--json").stdout)
    assert set(report) == {"articles", "files", "bytes", "unpacked", "where", "problems"}
    assert report["articles"] == 2 and report["bytes"] == Path(report["where"]).stat().st_size
    assert set(report["problems"][0]) == {"where", "line", "what", "remedy"}
    told = run(clipped, "zip")
    assert told.exit_code == 0 and f"{report['files']} files" in told.stdout and report["where"] in told.stdout
    assert run(clipped, "zip", "--strict").exit_code == 1


def test_a_stick_gets_few_files_of_the_search(shipped: dict[str, Packed]) -> None:
    usual, usb = ([path for path in contents(one.where) if path.startswith("search/")] for one in shipped.values())
    assert 2 * len(usb) < len(usual)


def test_a_stick_answers_as_a_site_does(shipped: dict[str, Packed], tmp_path: Path, client: Client) -> None:
    for reader, one in shipped.items():
        with ZipFile(one.where) as archive:
            archive.extractall(tmp_path / f"for {reader}")
    folders = [next((tmp_path / f"for {reader}").iterdir()) / "search" for reader in shipped]
    requests = [
        {"query": query} for query in ["工会", "總工會", "小哥 学院", "2021", "“新就业形态”", "工会 -职工", "无此"]
    ]
    requests += [{"query": "", "facets": ["r330000"]}, {"query": "工", "from": [2021, 12, 2], "to": [2022]}]
    for request in requests:
        one, other = (client.ask(folder, request) for folder in folders)
        assert one["hits"] == other["hits"] and one["total"] == other["total"] and one["years"] == other["years"]
    assert all(client.ask(folder, {"query": "小哥学院"})["total"] == 1 for folder in folders)
