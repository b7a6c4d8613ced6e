import json

import pytest

from jianbao.publish import record
from jianbao.publish.record import Made

FILES = {"index.html": Made("m", "c"), 'tags/甲"\n.html': Made("", "")}


def test_a_record_comes_back_as_it_was_written():
    assert record.read(record.write(FILES)).files == FILES and record.read(record.write({})).files == {}


def test_a_record_is_json_that_says_what_it_is():
    value = json.loads(record.write(FILES, "jianbao 1.0"))
    assert "not for you" in value["note"] and value["program"] == "jianbao 1.0"


def test_the_order_of_files_does_not_matter():
    assert record.write(FILES) == record.write(dict(reversed(FILES.items())))


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"\xff",
        b"[" * 100_000,
        b'{"program": "jianbao", "format": 1, "files": []}',
        b'{"program": "jianbao", "format": 1, "files": {"a": 1, "b": ["x"], "c": [1, 2]}}',
    ],
)
def test_what_is_no_record_is_none(content):
    assert record.read(content).files == {}


def test_a_half_written_line_of_pending_is_no_path():
    assert record.read_pending(record.pending("a.html") + record.pending("../b") + b"c/d.ht") == {"a.html"}
