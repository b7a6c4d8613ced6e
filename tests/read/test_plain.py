"""Bytes to a page: encodings, line ends, and what is no page at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.problems import Fault
from jianbao.read.plain import MAX_LINE, decode, read_plain

SIMPLIFIED = "景宁县总工会收集到全县职工的需求，并举办培训班。"
TRADITIONAL = "臺灣省立圖書館收藏報紙，民國三十年一月二日記者報導。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        ("杭州", "gb18030"),
    ],
)
def test_each_encoding_is_read_and_named(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(codec: str) -> None:
    text, encoding = decode(SIMPLIFIED.encode(codec))
    assert text == SIMPLIFIED and encoding.startswith(codec[:5])


def test_what_decodes_as_nothing_names_the_byte() -> None:
    with pytest.raises(Fault, match="byte 3"):
        decode("甲".encode() + b"\xff\xff\xff\xfe")


def test_a_wrong_byte_order_mark_names_the_byte() -> None:
    with pytest.raises(Fault, match="byte 4"):
        decode(b"\xef\xbb\xbfa\xff")


def test_binary_is_no_text() -> None:
    with pytest.raises(Fault, match="byte 4 is 0x00"):
        decode(b"\x89PNG\x00\x01")


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t\n", "\u3000\n".encode()])
def test_a_page_without_text_is_a_fault(data: bytes) -> None:
    with pytest.raises(Fault, match="no text"):
        read_plain("p", "p.txt", data)


def test_an_endless_line_is_a_fault_with_its_number() -> None:
    with pytest.raises(Fault) as caught:
        read_plain("p", "p.txt", b"a\n" + b"b" * (MAX_LINE + 1))
    assert caught.value.line == 2


def test_lines_are_counted_as_cat_does_in_every_line_end() -> None:
    for end in ("\n", "\r\n"):
        page = read_plain("p", "p.txt", end.join(["", "甲", "", "乙"]).encode())
        assert [(line.no, line.text, line.gap) for line in page.lines] == [(2, "甲", 1), (4, "乙", 1)]


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_no_character_is_lost_or_replaced(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        assert "\n".join(line.text for line in read_plain("p", "p.txt", text.encode()).lines) == text
