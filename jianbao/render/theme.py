"""A theme folder to bytes of pages: templates/*.html and assets/*.

The only module that imports jinja2, and only when a page has to be made: a build in which nothing changed never does.
Everything that comes from an article is escaped, an undefined name is an error, and an error names template and line.
Templates name each other by plain texts ({% extends "frame.html" %}), so that their sources can be hashed together.
A theme is trusted: it is the archive's own."""

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jianbao import __version__, links
from jianbao.problems import Problem, Stop

if TYPE_CHECKING:
    from jinja2 import Environment

_NAMED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_CODE = ("body.py", "heads.py", "theme.py")
_REMEDY = "Mend the template, or take the theme that comes with jianbao."


class Theme:
    """Templates and assets by name; renders a view. Templates are compiled once."""

    def __init__(self, templates: Mapping[str, str], assets: Mapping[str, bytes], folder: str = "theme") -> None:
        self.templates, self.assets, self.folder = templates, assets, folder
        self._marks: dict[str, str] = {}

    def mark(self, template: str) -> str:
        """Returns the hash of a template, of all it names, and of the program and packages that render it."""
        if template not in self._marks:
            sources = "\0".join(f"{name}\0{self._source(name)}" for name in sorted(self._needed(template)))
            self._marks[template] = hashlib.sha256(f"{self._program}\0{sources}".encode()).hexdigest()
        return self._marks[template]

    def render(self, template: str, path: str, view: object) -> bytes:
        """Returns the page at `path`. In a template, `view` is the view and `link(address)` the way to an address.

        Raises Stop with template and line."""
        from jinja2 import TemplateError, TemplateSyntaxError

        try:
            text = self._environment.get_template(template).render(view=view, link=partial(links.relative, path))
        except TemplateSyntaxError as error:
            raise self._stop(error.name or template, error.lineno, error.message or "does not parse") from error
        except (TemplateError, TypeError, AttributeError) as error:
            raise self._stop(*self._place(error, template), str(error)) from error
        return text.encode("utf-8", "replace")

    def _needed(self, template: str) -> set[str]:
        needed, waiting = set[str](), [template]
        while waiting:
            name = waiting.pop()
            if name not in needed:
                needed.add(name)
                waiting += _NAMED.findall(self._source(name))
        return needed

    def _source(self, name: str) -> str:
        if name not in self.templates:
            raise self._stop(name, 0, "is not there")
        return self.templates[name]

    @cached_property
    def _program(self) -> str:
        here = Path(__file__).parent
        code = "".join((here / name).read_text("utf-8") for name in _CODE)
        return "\0".join((__version__, version("jinja2"), version("markdown"), version("rjieba"), code))

    @cached_property
    def _environment(self) -> "Environment":
        from jinja2 import Environment, FunctionLoader, StrictUndefined

        environment = Environment(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=FunctionLoader(lambda name: (self._source(name), self._file(name), None)),
        )
        environment.add_extension("jinja2.ext.i18n")
        environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
        environment.filters["body"] = _body
        environment.filters["phrases"] = _phrases
        return environment

    def _file(self, name: str) -> str:
        return f"{self.folder}/templates/{name}"

    def _place(self, error: BaseException, template: str) -> tuple[str, int]:
        """Returns the template and line an error came from: the deepest frame of it that lies in a template."""
        name, line, trace = template, 0, error.__traceback__
        while trace:
            file = trace.tb_frame.f_code.co_filename
            if file.startswith(self._file("")):
                name, line = file.removeprefix(self._file("")), trace.tb_lineno
            trace = trace.tb_next
        return name, line

    def _stop(self, name: str, line: int, what: str) -> Stop:
        return Stop(Problem(self._file(name), line, f"The template {name}: {what}.", _REMEDY))


def load(folder: Path) -> Theme:
    """Returns the theme in a folder. Raises Stop when it is none."""
    sources = sorted((folder / "templates").glob("*.html"))
    files = sorted(path for path in (folder / "assets").glob("*") if path.is_file())
    if not sources:
        raise Stop(Problem(str(folder), 0, "There are no templates/*.html in the theme.", "Name a theme with --theme."))
    try:
        templates = {path.name: path.read_text("utf-8") for path in sources}
    except UnicodeDecodeError as error:
        raise Stop(Problem(str(folder), 0, f"A template is not UTF-8: {error}.", "Save it as UTF-8.")) from error
    return Theme(templates, {path.name: path.read_bytes() for path in files}, str(folder))


def _body(text: str) -> Any:
    from markupsafe import Markup

    from jianbao.render import body

    return Markup(body.render(text))


def _phrases(text: str) -> Any:
    from markupsafe import Markup

    from jianbao.render import heads

    return Markup("<wbr>").join(heads.phrases(text))
