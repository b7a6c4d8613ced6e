"""YAML text to plain values: mappings, lists and texts, nothing else.

The only module that imports yaml. Every scalar comes back as the text that was written (`2015`, `no`, `12:30:45` stay
what they are); what YAML allows and a newspaper archive never needs is refused with its line: anchors, aliases, merges,
tags, a key that stands twice, more than 64 kB or 20 levels. Values are built from the parser's events, without
recursion: 100,000 brackets kill PyYAML's own C constructor with SIGSEGV."""

import re
from functools import lru_cache
from typing import Any

import yaml

from jianbao.problems import Fault

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20
Plain = str | list[Any] | dict[str, Any]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def read(text: str, max_bytes: int = MAX_BYTES, entries: bool = False) -> tuple[Plain, dict[str, int]]:
    """Returns the value of a YAML document and the 1-based line of each of its top-level keys; {} for an empty text.
    entries: mappings in lists know their line (`line_of`).

    >>> read('date: 2015-11-30\\ntags: [no, 012]')
    ({'date': '2015-11-30', 'tags': ['no', '012']}, {'date': 1, 'tags': 2})

    Raises Fault with the line."""
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise Fault(f"More than {max_bytes // 1024} kB of YAML.", "Move long text below the front matter.")
    plain = None if entries else _quick(text)
    if plain is not None:
        return plain
    builder = _Builder(entries)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = f"Not valid YAML: {error.problem or error.context}."
        raise Fault(what, "Put quotes around a value with : # or quotes in it.", mark.line + 1 if mark else 0) from None
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        raise Fault(f"Not valid YAML: {str(error).splitlines()[0]}.", "Take the odd characters out.") from None
    return builder.root if builder.root is not None else {}, builder.key_lines


_ODD = re.compile(r"[^\n -~\u00b7\u2010-\u2026\u3000-\ud7ff\uff00-\uffee]|[ ]$|\\", re.MULTILINE)
_WORD = r"""(?![-?:,\[\]{}#&*!|>'"%@`~ ])(?!null\Z)[^,\[\]{}:#?]*(?<! )"""
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`~ ")  # with which no plain word begins
_ITEM = re.compile(_WORD)
_QUOTED = re.compile(r"""'([^']*)'|"([^"]*)\"""")
_IN_WORD = "\u3400-\u9fff“”《》、，。！？；：（）…—·/A-Za-z0-9"
_SAFE = re.compile(f"[\u3400-\u9fff][{_IN_WORD}]*(?: [{_IN_WORD}]+)*|[0-9]+-[0-9]+|[0-9a-z][0-9a-z_/-]*[.]txt")
_SAFE_LINE = re.compile(f"[\u3400-\u9fff][{_IN_WORD},]*(?: [{_IN_WORD},]+)*")  # no item of a list in brackets
_TO_QUOTE = re.compile("[1-9][0-9]*|[0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)+")  # numbers, and what has a comma
_LINE = re.compile(r"([a-z_]+):(?: (.*))?")


def _quick(text: str) -> tuple[dict[str, Any], dict[str, int]] | None:
    """Returns what YAML makes of front matter as the program and most people write it: keys with words, quoted texts,
    lists of words, authors. None for all else, which is YAML's to read: it takes eight times as long."""
    if _ODD.search(text):
        return None
    value: dict[str, Any] = {}
    lines: dict[str, int] = {}
    open_key = ""  # whose items stand on the lines below
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), 1):
        found = _LINE.fullmatch(line)
        if found and found[1] not in value:
            key, given = found[1], found[2]
            held = "" if given is None else _held(given)
            open_key = key if given is None else ""
            value[key], lines[key] = held, number
        elif line.startswith("- ") and open_key:
            held = _held(line[2:], item=True)
            value[open_key] = [*(value[open_key] or []), held]
        else:
            return None
        if held is None:
            return None
    return value, lines


def _held(given: str, item: bool = False) -> Plain | None:
    """The value that stands behind a key or a hyphen; None where YAML must say."""
    if given[:1] == "[" and given[-1] == "]" and not item:
        words = given[1:-1].split(", ") if given != "[]" else []
        return words if all(map(_ITEM.fullmatch, words)) else None
    if given[:1] == "{" and given[-1] == "}":
        pairs = [pair.partition(": ") for pair in given[1:-1].split(", ")]
        fine = all(_ITEM.fullmatch(key) and _ITEM.fullmatch(word) for key, _, word in pairs)
        held = {key: word for key, _, word in pairs}
        return held if fine and len(held) == len(pairs) else None
    if given[:1] in ("'", '"'):
        quoted = _QUOTED.fullmatch(given)
        return (quoted[1] if quoted[1] is not None else quoted[2]) if quoted else None
    return given if _is_bare(given) else None


def _is_bare(given: str) -> bool:
    """Returns whether a text stands for itself: a colon after a word makes a mapping, # a comment."""
    if not given or given[0] in _SIGNS or given == "null":
        return False
    return given[-1] != ":" and ": " not in given and " #" not in given


class Entry(dict[str, Any]):
    """A mapping in a list, with its line: whoever reads the list can say which entry is wrong."""

    line = 0


def line_of(entry: Any) -> int:
    """Returns the line of an entry of a list, 0 for one that is no mapping.

    >>> line_of(read('people:\\n- {name: 金钧胤}', entries=True)[0]['people'][0])
    2
    """
    return entry.line if isinstance(entry, Entry) else 0


class _Builder:
    """Puts a value together from parse events, on a stack of its own."""

    def __init__(self, entries: bool) -> None:
        self._entries = entries
        self.root: Plain | None = None
        self.key_lines: dict[str, int] = {}
        self._stack: list[tuple[Plain, str | None]] = []

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise Fault("More than one YAML document.", "Keep one.", line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Fault("YAML anchors and aliases are not allowed.", "Write the value out.", line)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open(self._mapping(line) if isinstance(event, yaml.MappingStartEvent) else [], event, line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            value, _ = self._stack.pop()
            self._put(value)

    def _mapping(self, line: int) -> dict[str, Any]:
        if not self._entries or not self._stack or not isinstance(self._stack[-1][0], list):
            return {}
        entry = Entry()
        entry.line = line
        return entry

    def _open(self, value: Plain, event: Any, line: int) -> None:
        if event.tag:
            raise Fault(f"YAML tag {event.tag} is not allowed.", "Leave the tag out.", line)
        if len(self._stack) >= MAX_DEPTH:
            raise Fault(f"More than {MAX_DEPTH} levels of YAML.", "Write it flatter.", line)
        if self._stack and isinstance(self._stack[-1][0], dict) and self._stack[-1][1] is None:
            raise Fault("A key must be a text.", "Put quotes around the key.", line)
        self._stack.append((value, None))

    def _scalar(self, event: Any, line: int) -> None:
        if event.tag:
            raise Fault(f"YAML tag {event.tag} is not allowed.", "Leave the tag out.", line)
        text = event.value
        if any((ord(c) < 32 and c not in "\n\t") or "\ud800" <= c <= "\udfff" or c == "\x7f" for c in text):
            raise Fault("A control character or half a character in a value.", "Take it out.", line)
        if self._stack and isinstance(self._stack[-1][0], dict) and self._stack[-1][1] is None:
            self._key(text, line)
        else:
            self._put("" if not event.style and text in ("~", "null") else text)

    def _key(self, text: str, line: int) -> None:
        mapping = self._stack[-1][0]
        if text == "<<":
            raise Fault("YAML merges (<<) are not allowed.", "Write the keys out.", line)
        if text in mapping:
            raise Fault(f'The key "{text}" stands twice.', "Keep one of them.", line)
        if len(self._stack) == 1:
            self.key_lines[text] = line
        self._stack[-1] = (mapping, text)

    def _put(self, value: Plain) -> None:
        if not self._stack:
            self.root = value
            return
        holder, key = self._stack[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif isinstance(holder, dict) and key is not None:
            holder[key] = value
            self._stack[-1] = (holder, None)


def write(key: str, value: Plain, flow: bool = False) -> str:
    """Returns `key: value` as YAML lines ending in a newline, quoted where YAML would misread it.

    >>> write('folio', '3')
    "folio: '3'\\n"
    """
    if isinstance(value, str) and not flow:
        return _line(key, value)
    if isinstance(value, dict) and (item := _item(value, flow)):
        return f"{key}: {item}\n"
    items = [_item(one, flow) for one in value] if isinstance(value, list) else []
    if not items or not all(items):
        return _dumped(key, value, flow)
    if flow and all(isinstance(one, str) for one in value):
        return f"{key}: [{', '.join(items)}]\n"
    return f"{key}:\n" + "".join(f"- {item}\n" for item in items)


@lru_cache(maxsize=256)  # the articles of a page have many in common
def _line(key: str, text: str) -> str:
    safe = _SAFE.fullmatch(text) or _SAFE_LINE.fullmatch(text)
    return f"{key}: {text}\n" if safe else _dumped(key, text, False)


def _item(one: Plain, flow: bool) -> str:
    """An item of a list as YAML writes it, '' where YAML must say."""
    if isinstance(one, str):
        return one if _SAFE.fullmatch(one) else ""
    if not flow or not isinstance(one, dict):
        return ""
    texts = [_scalar(text) for text in one.values()]
    return f"{{{', '.join(f'{key}: {text}' for key, text in zip(one, texts, strict=True))}}}" if all(texts) else ""


def _scalar(one: Plain) -> str:
    """A value between brackets as YAML writes it, '' where YAML must say."""
    if not isinstance(one, str):
        return ""
    return one if _SAFE.fullmatch(one) else f"'{one}'" if _TO_QUOTE.fullmatch(one) else ""


def _dumped(key: str, value: Plain, flow: bool) -> str:
    text = yaml.dump(
        {key: value},
        Dumper=_DUMPER,
        allow_unicode=True,
        sort_keys=False,
        width=10**9,
        default_flow_style=None if flow else False,
    )
    return str(text)
