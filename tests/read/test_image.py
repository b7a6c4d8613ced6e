"""Heads of real image files of 37 by 21 pixels, and what is none."""

import pytest

from jianbao.read.image import size

TABLE = "ffdb004300" + "01" * 64
HEADS = {
    "png": "89504e470d0a1a0a0000000d494844520000002500000015",
    "jpeg, baseline": f"ffd8ffe000104a46494600010100000100010000{TABLE}ffc0000b0800150025010111",
    "jpeg, progressive": f"ffd8ffe000104a46494600010100000100010000{TABLE}ffc2000b0800150025010111",
    "jpeg, tables and fill bytes before the frame": f"ffd8ffc40004aaaaffff{TABLE[2:]}ffc0000b0800150025",
    "webp, lossy": "52494646340000005745425056503820 28000000f00200 9d012a25001500".replace(" ", ""),
    "webp, lossless": "524946461e000000574542505650384c110000002f24000500",
    "webp, extended": "524946465800000057454250565038580a00000010000000240000140000",
}
NONE = {
    "nothing": "",
    "text": "e7ac ac31".replace(" ", ""),
    "gif": "474946383961250015",
    "png, cut off": "89504e470d0a1a0a0000000d4948445200",
    "png of no width": "89504e470d0a1a0a0000000d494844520000000000000015",
    "jpeg, cut off in its tables": "ffd8ffe000104a46",
    "jpeg without a frame": "ffd8ffd9",
    "webp of no kind": "524946461e0000005745425041424344",
    "webp, cut off": "524946465800000057454250565038580a0000001000000024",
}


@pytest.mark.parametrize("name", HEADS)
def test_the_size_stands_in_the_head(name):
    assert size(bytes.fromhex(HEADS[name])) == (37, 21)


@pytest.mark.parametrize("name", NONE)
def test_what_does_not_say_so_has_no_size(name):
    assert size(bytes.fromhex(NONE[name])) is None


@pytest.mark.parametrize("name", HEADS)
def test_no_head_that_ends_early_is_an_error(name):
    head = bytes.fromhex(HEADS[name])
    assert all(size(head[:end]) in (None, (37, 21)) for end in range(len(head)))
