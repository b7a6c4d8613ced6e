"""How templates become Python: Jinja's own compiler, less what this archive's templates never ask for.

A page is some hundred expressions. Of each, Jinja asks whether a name is an attribute or an item, whether a function
wants the context, and wraps the result once more before it joins it. Views are dataclasses and macros are plain, so
that `view.title` may be read and `link(path)` be called as Python does: a page is made in half the time. The result is
the same; a name that does not exist is an error all the same. What was compiled is kept in theme/__pycache__."""

import marshal
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from jianbao.publish.writer import Writer
from jianbao.said import Said


def escaped(value: object) -> str:
    """Returns a value as it may stand in HTML.

    >>> str(escaped('甲<乙')), escaped(Markup('<b>')), escaped(3)
    ('甲&lt;乙', Markup('<b>'), '3')
    """
    kind = type(value)
    if kind is str or kind is Said:
        return _plain(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape(value)


def _plain(text: str) -> str:
    """A text escaped, and no Markup: it is joined with others at once."""
    special = "<" in text or ">" in text or "&" in text or '"' in text or "'" in text  # a third of what a pattern costs
    return escape(text) if special else text


class Directly(CodeGenerator):
    """Writes attributes and calls as Python has them, and what a template or a block says as one text: each piece of it
    on its own would be handed through three generators."""

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if _is_whole(frame) and frame.buffer is None:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if _is_whole(frame):
            self.writeline(f'yield "".join({frame.buffer})')
        super().leave_frame(frame, with_python_scope)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        self.visit(node.node, frame)
        self.write("(*()")  # what follows begins with a comma
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "link":
            self.write("((" if finalize.src else "(")  # an address of links.py has nothing to escape, or to say
        else:
            self.write("environment.escaped(" + (finalize.src or ""))


def _is_whole(frame: Frame) -> bool:
    """Returns whether this is a template, or a block of it."""
    return frame.rootlevel or frame.block_frame


class Compiled(Template):
    """A template whose macros are made once. Jinja would look for names of its own at each import."""

    def _get_default_module(self, ctx: object = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
        return self._module


class Quick(Environment):
    """An environment of such templates."""

    code_generator_class = Directly
    template_class = Compiled
    escaped = staticmethod(escaped)

    def make_globals(self, d: Any) -> dict[str, Any]:
        """Returns one mapping: Jinja's is a chain of two, which each page would walk through name by name."""
        return {**self.globals, **(d or {})}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """Returns a template, the same each time: every page asks for eight."""
        held = self.__dict__.setdefault("held", {})
        found: Template | None = held.get(name)
        if found is None:
            found = held[name] = super().get_template(name, parent, globals)
        return found


class Kept(BytecodeCache):
    """Templates as they were compiled last, beside the theme as Python keeps its modules: to compile them takes a third
    of a second, a third of a build after a small change. They are code, and trusted as the theme is; content/ and
    site/, which may come from anybody, hold none. A file is used only when it is whole, and of this program, this
    Python and the same source."""

    def __init__(self, theme: Path, language: str, made_from: str) -> None:
        """made_from: all that templates are compiled from beside their sources."""
        self._writer = Writer(theme, ours=False)
        self._language = language
        self._made_from = f"{sys.version}\0{made_from}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Returns the name of the file for a template: one in each language and for each version of Python."""
        told = sha256(f"{self._language}\0{filename}\0{name}".encode("utf-8", "surrogatepass"))
        return f"{told.hexdigest()[:16]}.{sys.implementation.cache_tag}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a bucket the code that is kept for it, if any."""
        with suppress(OSError):
            held = self._writer.read(self._path(bucket)) or b""
            if held[:32] == self._mark(bucket, held[32:]):
                bucket.code = marshal.loads(held[32:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a bucket, where the theme can be written to and Python may keep code."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                code = marshal.dumps(bucket.code)
                self._writer.write(self._path(bucket), self._mark(bucket, code) + code)

    def _path(self, bucket: Bucket) -> str:
        return f"__pycache__/{bucket.key}"

    def _mark(self, bucket: Bucket, code: bytes) -> bytes:
        return sha256(f"{self._made_from}\0{bucket.checksum}\0".encode() + code).digest()
