import io
import zipfile

import pytest

from jianbao.pack import zipped
from jianbao.pack.bundle import Bundle
from jianbao.publish.quire import Sheet


def bundle(count: int) -> Bundle:
    sheets = [Sheet(f"{number:03d}.html", "", lambda: b"a" * 100) for number in range(count)]
    return Bundle("a", sheets, 1, lambda _done, _all: None)


def test_more_files_than_the_old_format_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 50)
    file = io.BytesIO()
    assert zipped.write(bundle(60), file) == 6000
    assert b"PK\x06\x06" in file.getvalue()  # the end of ZIP64
    with zipfile.ZipFile(file) as archive:
        assert len(archive.namelist()) == 60 and archive.testzip() is None


def test_an_entry_tells_nothing_of_where_and_when() -> None:
    file = io.BytesIO()
    zipped.write(bundle(1), file)
    with zipfile.ZipFile(file) as archive:
        (entry,) = archive.infolist()
    assert (entry.date_time, entry.create_system, entry.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 3, 0o100644)
    assert entry.compress_type == zipfile.ZIP_DEFLATED and not entry.extra
