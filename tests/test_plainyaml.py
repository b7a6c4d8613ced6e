"""Front matter is text, and what could hurt is refused with its line."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import plainyaml
from jianbao.problems import Fault


@pytest.mark.parametrize("scalar", ["2015", "no", "12:30:45", "0123", "2015-13-45", "1e3", "0x1F"])
def test_every_scalar_is_the_text_that_was_written(scalar: str) -> None:
    assert plainyaml.read(f"key: {scalar}")[0] == {"key": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_the_empty_text(nothing: str) -> None:
    assert plainyaml.read(f"key: {nothing}\nquoted: 'null'")[0] == {"key": "", "quoted": "null"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: &x 2", 2),
        ("a: 1\nb: *x", 2),
        ("a: 1\n<<: {b: 2}", 2),
        ("a: !!python/object:os.system x", 1),
        ("title: 甲\ntitle: 乙", 2),
        ("a: 'x", 1),
        ('a: 1\nb: "\\0"', 2),
        ('a: "\\ud800"', 0),
        ("? [a]\n: b", 1),
        ("a: 1\n---\nb: 2", 2),
    ],
)
def test_what_a_newspaper_never_needs_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Fault) as caught:
        plainyaml.read(text)
    assert caught.value.line in (line, line + 1)


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 30_000, "a: " + "{a: " * 5_000, "a: [" * 30])
def test_no_depth_kills_the_process(text: str) -> None:
    with pytest.raises(Fault):
        plainyaml.read(text, max_bytes=1_000_000)


def test_a_long_text_is_refused() -> None:
    with pytest.raises(Fault, match="64 kB"):
        plainyaml.read("a: " + "x" * plainyaml.MAX_BYTES)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"])), st.booleans())
def test_what_is_written_reads_the_same(text: str, flow: bool) -> None:
    written = plainyaml.write("key", {"name": text, "all": [text, text]}, flow)
    assert plainyaml.read(written)[0] == {"key": {"name": text, "all": [text, text]}}


_SCALARS = st.one_of(
    st.text(st.sampled_from("甲a1:#-?,'\"[]{}&*!|>%@`~ .\\\u3000\xa0"), max_size=8),
    st.sampled_from(
        ["null", "~", "[a, b]", "[]", "[a,b]", "{name: 甲, role: 记者}", "{a: b, a: c}", "'a'", '"a: b"', ""]
    ),
)
_LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["a", "b", "tags", "D", "a b"]), _SCALARS),
    st.builds("- {}".format, _SCALARS),
    st.sampled_from(["a:", "b:", "", "# c", "---", "...", " a: b", "\ta: b", "a: b ", "a:  b"]),
)


def _result(text: str, entries: bool) -> object:
    try:
        return plainyaml.read(text, entries=entries)
    except Fault as fault:
        return fault.what, fault.line


@settings(max_examples=2000)
@given(st.lists(_LINES, max_size=5).map("\n".join))
def test_front_matter_is_read_directly_as_yaml_reads_it(text: str) -> None:
    """With `entries` PyYAML reads everything; without it reads only what is not plain."""
    assert _result(text, False) == _result(text, True)


def test_what_the_program_writes_is_read_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(plainyaml, "yaml")
    front = (
        "id: p-7\ntitle: 杭州有了“小哥学院”\nfolio: '3'\nauthors:\n- {name: 曾晨路, role: 记者}\ntags: [教育, 书屋]\n"
    )
    assert plainyaml.read(front)[0]["authors"] == [{"name": "曾晨路", "role": "记者"}]


_WORDS = st.text(st.sampled_from("甲省“》，/·A0,:# '-[{"), max_size=6)


_PATHS = st.from_regex(r"\A[0-9a-f:_/.-]{1,5}([.]txt)?\Z")
_RANGES = st.from_regex(r"\A[0-9]{1,2}(-[0-9]{1,2}){0,2}(,? [0-9]{1,2}(-[0-9])?){0,2}\Z")
_PAIRS = st.fixed_dictionaries({"name": _WORDS | _PATHS, "role": _WORDS | _RANGES})


@given(st.one_of(_WORDS, _PATHS, _RANGES, st.lists(_WORDS), _PAIRS, st.lists(_PAIRS)))
def test_what_is_written_without_yaml_is_what_yaml_writes(value: plainyaml.Plain) -> None:
    for flow in (True, False):
        style = None if flow else False
        dumped = yaml.safe_dump(
            {"key": value}, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=style
        )
        assert plainyaml.write("key", value, flow) == dumped
