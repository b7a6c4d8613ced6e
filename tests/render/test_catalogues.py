"""Every word of the interface can be said in each language that the theme has: nothing lacks, nothing is left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import extract
from babel.messages.catalog import Message
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "theme" / "locale").glob("*/LC_MESSAGES/jianbao.po"))
TEMPLATES = sorted((ROOT / "theme" / "templates").glob("*.html"))
SOURCE_ONLY = {"worklist.html", "citation.py"}  # a tool for cataloguers; a citation is in the language of what it cites
VIEWS = sorted(path for path in (ROOT / "jianbao" / "render").glob("*.py") if path.name not in SOURCE_ONLY)
PLACE = re.compile(r"%\((\w+)\)s")
HAN = re.compile(r"[\u3400-\u9fff]")
CALL = re.compile(r"\b(?:_|n?p?gettext)\((?:\s*\"(?:[^\"\\]|\\.)*\"\s*,?)+|\{%-? *trans\b.*?endtrans *-?%\}", re.DOTALL)
KEYWORDS = {**extract.DEFAULT_KEYWORDS, "say": None}


def extracted() -> set[tuple[str | None, str]]:
    with (ROOT / ".babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract.extract_from_dir(ROOT, methods, options, KEYWORDS)
    return {(context, message if isinstance(message, str) else message[0]) for *_, message, _, context in found}


@pytest.fixture(scope="module")
def messages() -> set[tuple[str | None, str]]:
    return extracted()


def entries(file: Path) -> Iterator[tuple[tuple[str | None, str], Message]]:
    for message in read_po(file.open("rb")):
        if message.id:
            one = message.id if isinstance(message.id, str) else message.id[0]
            yield (message.context, one), message


def told(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_there_are_catalogues_and_messages(messages: set[tuple[str | None, str]]) -> None:
    assert {file.parts[-3] for file in FILES} == {"en", "zh_Hant"}
    assert {
        (None, "日期不详"),
        (None, "跳到正文"),
        ("weekday", "日"),
    } <= messages  # of Python, of a template, in a context


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_a_catalogue_has_every_message_and_no_other(file: Path, messages: set[tuple[str | None, str]]) -> None:
    held = {key for key, message in entries(file) if all(told(message))}
    assert messages - held == set(), "write these into the catalogue"
    assert {key for key, _ in entries(file)} - messages == set(), "nobody says these any more"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_a_catalogue_has_nothing_fuzzy_or_obsolete(file: Path) -> None:
    catalogue = read_po(file.open("rb"))
    assert not [message.id for message in catalogue if message.fuzzy and message.id] and not catalogue.obsolete
    for _, message in entries(file):
        assert len(told(message)) == (catalogue.num_plurals if message.pluralizable else 1), message.id


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_a_translation_has_the_places_of_its_message(file: Path) -> None:
    for (_, one), message in entries(file):
        for text in told(message):
            assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(one)), one
            assert "%" not in PLACE.sub("", text).replace("%%", ""), one


def test_english_is_written_without_chinese_signs() -> None:
    (english,) = (file for file in FILES if file.parts[-3] == "en")
    assert not [text for _, message in entries(english) for text in told(message) if HAN.search(text) or "，" in text]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_a_word_that_cannot_be_translated(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    if path.name == "words.html":  # keys are values of the archive; two lists are of the worklist alone
        text = re.sub(r"\{% set (?:PARTS|WHY|LANGUAGES) .*", "", text)
        text = re.sub(r'"[^"]*":', "", text)
    left = "" if path.name in SOURCE_ONLY else CALL.sub("", text)
    assert HAN.findall(left) == []


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.name)
def test_no_view_says_a_word_that_cannot_be_translated(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    ]
    named = [(node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node) for node in calls]
    allowed = {id(part) for name, node in named if name in ("say", "compile", "frozenset") for part in ast.walk(node)}
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    left = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
        if id(node) not in allowed | documents
    ]
    assert left == []
