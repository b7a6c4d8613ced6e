"""A picture beside a page file, on its way into the site."""

import os
from pathlib import Path

from bs4 import BeautifulSoup

from jianbao import pipeline, scans
from jianbao.pipeline import Place

PNG = bytes.fromhex("89504e470d0a1a0a0000000d494844520000002500000015") + b"rest"


def put(content: Path, path: str, data: bytes = PNG) -> None:
    file = content / "pages" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def test_the_picture_of_a_page_has_its_name(tmp_path: Path) -> None:
    put(tmp_path, "甲报/01.PNG")
    put(tmp_path, "甲报/02.tif")
    found, problems = scans.find(tmp_path)
    assert [(page, one.path, one.width, one.height) for page, one in found.items()] == [
        ("甲报/01", "甲报/01.PNG", 37, 21)
    ]
    assert problems == []


def test_of_two_pictures_the_first_is_shown_and_the_other_told(tmp_path: Path) -> None:
    put(tmp_path, "1.jpg", PNG)
    put(tmp_path, "1.png", PNG)
    found, (problem,) = scans.find(tmp_path)
    assert (found["1"].path, problem.where) == ("1.jpg", "pages/1.png")


def test_what_is_no_picture_is_told_and_not_shown(tmp_path: Path) -> None:
    put(tmp_path, "1.jpg", b"no picture")
    found, (problem,) = scans.find(tmp_path)
    assert (found, problem.where) == ({}, "pages/1.jpg")


def test_a_preview_before_the_picture_does_not_hide_its_size(tmp_path: Path) -> None:
    preview = b"".join(b"\xff\xe1\xff\xff" + bytes(0xFFFD) for _ in range(3))
    frame = bytes.fromhex("ffc0000b080015002501")
    put(tmp_path, "1.jpg", b"\xff\xd8" + preview + frame)
    assert scans.find(tmp_path)[0]["1"].width == 37


def test_a_picture_comes_changes_and_goes_with_its_file(place: Place) -> None:
    page = next((place.content / "pages").rglob("*.txt"))
    picture = page.with_suffix(".png")
    picture.write_bytes(PNG)
    assert pipeline.build(place).problems == ()
    (shown,) = place.site.glob("pages/*.png")
    image = BeautifulSoup(shown.with_suffix(".html").read_bytes(), "html.parser").img
    assert image and (image["src"], image["width"], image["height"]) == (shown.name, "37", "21")
    assert shown.read_bytes() == PNG
    assert pipeline.build(place).made == 0

    picture.write_bytes(PNG + b"anew")
    os.utime(picture, ns=(1, 1))
    assert pipeline.build(place).made == 1 and shown.read_bytes().endswith(b"anew")

    picture.unlink()
    pipeline.build(place)
    assert not shown.exists() and "<img" not in shown.with_suffix(".html").read_text("utf-8")
