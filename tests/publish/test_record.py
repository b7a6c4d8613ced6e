import json

import pytest

from jianbao.publish import record
from jianbao.publish.record import Bound, Pending, Record

FILES = {"index.html": "m", 'tags/甲"\n.html': ""}


def test_a_record_comes_back_as_it_was_written():
    assert record.read(record.write(Record(FILES, "5f", {"pages": 3}))) == Record(FILES, "5f", {"pages": 3})
    assert record.read(record.write(Record())) == Record()
    bound = Record(FILES, quires={"tags 甲": Bound("7d", {"tags/jia/index.html": "0c"})})
    assert record.read(record.write(bound)) == bound and bound.every() == {**FILES, "tags/jia/index.html": "0c"}


def test_half_a_character_that_somebody_wrote_comes_back():
    told = {"problems": [{"what": "It says “\udc80”."}]}
    assert record.read(record.write(Record(told=told))).told == told


def test_a_record_is_json_that_says_what_it_is():
    value = json.loads(record.write(Record(FILES), "jianbao 1.0"))
    assert "not for you" in value["note"] and value["program"] == "jianbao 1.0"


def test_the_order_of_files_does_not_matter():
    assert record.write(Record(FILES)) == record.write(Record(dict(reversed(FILES.items()))))


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"\xff",
        b"[" * 100_000,
        b'{"program": "jianbao", "format": 3, "files": []}',
        b'{"program": "jianbao", "format": 3, "files": {"a": 1, "b": ["x"], "c": [1, 2]}}',
        b'{"program": "jianbao", "format": 3, "files": {}, "quires": {"a": 1, "b": ["x"], "c": ["1", {"../a": "1"}]}}',
        b'{"program": "jianbao", "format": 3, "files": {}, "quires": []}',
    ],
)
def test_what_is_no_record_is_none(content):
    assert record.read(content).every() == {}


def test_a_half_written_line_of_pending_is_no_path():
    said = record.begun(["a.html", "b.html", "../b"]) + record.done({"b.html": "5f", "../c": "a0"}) + b"c/d.ht"
    assert record.read_pending(said) == Pending(frozenset({"a.html"}), {"b.html": "5f"})
