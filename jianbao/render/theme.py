"""A theme folder to bytes of pages: templates/*.html, assets/* and locale/<language>/LC_MESSAGES/jianbao.po.

The only module that imports jinja2, and only when a page has to be made: a build in which nothing changed never does.
Everything that comes from an article is escaped, an undefined name is an error, and an error names template and line.
Templates name each other by plain texts ({% extends "frame.html" %}), so that their sources can be hashed together.
A theme is trusted: it is the archive's own."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jianbao import __version__
from jianbao.problems import Problem, Stop
from jianbao.render.editions import ALONE, Edition
from jianbao.render.wording import Wording
from jianbao.said import listed

if TYPE_CHECKING:
    from jinja2 import Environment

    from jianbao.render.printed import Laid, PrintedLine

_NAMED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_BLANKS = re.compile(rb'("[^"]*")|/\*.*?\*/|\s*([{};,])\s*', re.DOTALL)  # of a stylesheet: but for its strings
_MESSAGE = re.compile(r"""\{\{ (?:_\(|pgettext\("([^"\\%]*)", )"([^"\\%]*)"\) \}\}""")
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
_LINE_END = re.compile(r"(</?(?:article|body|d[dlt]|div|footer|h[1-6]|head|header|main|nav|p|section|ul)\b[^<>{}]*>)\n")
_SIGNS = re.compile(r"\{[{%#]|[%#}]\}|^[ \t]|\n")
_KEPT = 1 << 13  # results of macros that a template asks to keep
_CODE = (
    "body.py",
    "compiling.py",
    "editions.py",
    "headlines.py",
    "printed.py",
    "theme.py",
    "wording.py",
    "../chinese/heads.py",
    "../chinese/typeset.py",
)
_CATALOGUE = "LC_MESSAGES/jianbao.po"
_REMEDY = "Mend the template, or take the theme that comes with jianbao."


class Theme:
    """Templates and assets by name, catalogues by language as folders name it (zh_Hant); renders a view. Templates are
    compiled once a language, when a page asks for them, and kept so in the folder they come from."""

    def __init__(
        self,
        templates: Mapping[str, str],
        assets: Mapping[str, bytes],
        folder: str = "theme",
        catalogues: Mapping[str, str] | None = None,
        place: Path | None = None,
    ) -> None:
        """place: the folder it was loaded from, where what is compiled may be kept."""
        self.templates, self.assets, self.folder = templates, assets, folder
        self.catalogues, self._kept = catalogues or {}, place
        self._marks: dict[tuple[str, Edition], str] = {}
        self._environments: dict[Edition, Environment] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Returns what goes to another machine: compiled templates stay here."""
        return {**self.__dict__, "_environments": {}}

    def mark(self, template: str, edition: Edition = ALONE) -> str:
        """Returns the hash of a template, of all it names, of the words of its language, and of the program and
        packages that render it."""
        if (template, edition) not in self._marks:
            sources = "\0".join(f"{name}\0{self._source(name)}" for name in sorted(self._needed(template)))
            made_from = (self._program, repr(edition), self._catalogue(edition.language), sources)
            self._marks[template, edition] = hashlib.sha256("\0".join(made_from).encode()).hexdigest()
        return self._marks[template, edition]

    def render(self, template: str, path: str, view: object, edition: Edition = ALONE) -> bytes:
        """Returns the page at the address `path` in an edition. In a template, `view` is the view, `link(address)` the
        way to an address, `language` that of the interface, `languages` the same page in each language, `whole` its
        published address.

        Raises Stop with template and line."""
        from jinja2 import TemplateError, TemplateSyntaxError

        there = {"languages": tuple(edition.others(path)), "whole": edition.whole(path)}
        try:
            made = self._environment(edition).get_template(template)
            text = made.render(view=view, link=edition.links(path), root="../" * path.count("/"), **there)
        except TemplateSyntaxError as error:
            raise self._stop(error.name or template, error.lineno, error.message or "does not parse") from error
        except (TemplateError, TypeError, AttributeError, KeyError, ValueError) as error:
            raise self._stop(*self._place(error, template), str(error)) from error
        return text.encode("utf-8", "replace")

    def _catalogue(self, language: str) -> str:
        return self.catalogues.get(language.replace("-", "_").lower(), "")

    def _wording(self, language: str, content: str) -> Wording:
        where = f"{self.folder}/locale/{language.replace('-', '_')}/{_CATALOGUE}"
        return Wording(language, content, self._catalogue(language), where)

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

    def _environment(self, edition: Edition) -> "Environment":
        if edition not in self._environments:
            made = self._made(self._wording(edition.language, edition.content), edition.language)
            made.globals["language"] = edition.language
            self._environments[edition] = made
        return self._environments[edition]

    def _made(self, wording: Wording, language: str) -> "Environment":
        from jinja2 import FunctionLoader, StrictUndefined

        from jianbao.render import headlines
        from jianbao.render.compiling import Kept, Quick

        made_from = f"{self._program}\0{wording.plain}"
        environment = Quick(
            bytecode_cache=Kept(self._kept, language, made_from) if self._kept else None,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=None if wording.plain else wording.told,
            extensions=["jinja2.ext.i18n"],
            loader=FunctionLoader(lambda name: (worded(self._source(name), wording), self._file(name), None)),
            auto_reload=False,
        )
        # {% trans %} is to hand over its values, as _() does: only `wording` knows how they are said
        environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
        said = {
            "_": wording.gettext,
            "pgettext": wording.pgettext,
            "ngettext": wording.ngettext,
            "tongue": wording.tongue,
        }
        environment.globals |= {"gettext": wording.gettext, **said, "kept": lru_cache(_KEPT)(_call)}
        environment.filters |= {
            "body": _body,
            "laid": _laid,
            "phrases": lru_cache(_KEPT)(partial(headlines.phrases, wording)),  # of a title, in a dozen lists
            "clauses": lru_cache(_KEPT)(partial(headlines.clauses, wording)),
            "unbroken": partial(headlines.unbroken, wording),
            "content": wording.content,
            "listed": listed,
        }
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


def worded(source: str, wording: Wording) -> str:
    """Returns a template with its plain messages said already, and without the blanks and line ends that only set it
    out: they would be done anew for every page. Its lines stay where they are, for errors to name.

    >>> worded('  <p>{{ _("日期") }}\\n    {{ view.date }}</p>\\n<p>', Wording('zh-Hans', 'zh-Hans'))
    '<p>日期\\n{{ view.date }}</p>{#\\n#}<p>'
    """
    said = _MESSAGE.sub(lambda found: _raw(str(_said(wording, found[1], found[2]))), source)
    return _LINE_END.sub(r"\1{#\n#}", _INDENTED.sub("", said))


def _said(wording: Wording, context: str | None, message: str) -> str:
    return wording.pgettext(context, message) if context else wording.gettext(message)


def _call(macro: Any, *values: object) -> Any:
    """What a macro makes of these values; behind `kept` it is made once for all pages."""
    return macro(*values)


def _raw(text: str) -> str:
    """A text as it stands in a template; what could be read as a sign of Jinja's stays an expression."""
    return text if not _SIGNS.search(text) else f"{{{{ {text!r}|safe }}}}"


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
    return Theme(templates, {path.name: _asset(path) for path in files}, str(folder), _catalogues(folder), folder)


def _asset(path: Path) -> bytes:
    """The bytes of an asset; a stylesheet without comments and blanks, a tenth of it, which readers need not carry."""
    content = path.read_bytes()
    return _BLANKS.sub(lambda found: found[1] or found[2] or b"", content) if path.suffix == ".css" else content


def _catalogues(folder: Path) -> dict[str, str]:
    """Returns the catalogues by language. Case and the sign between its parts do not matter: zh_Hant is zh-hant."""
    found = sorted((folder / "locale").glob(f"*/{_CATALOGUE}"))
    try:
        return {path.parts[-3].lower(): path.read_text("utf-8") for path in found}
    except UnicodeDecodeError as error:
        raise Stop(Problem(str(folder), 0, f"A catalogue is not UTF-8: {error}.", "Save it as UTF-8.")) from error


def _body(text: str) -> Any:
    from markupsafe import Markup

    from jianbao.chinese.typeset import typeset_html
    from jianbao.render import body

    return Markup("\n".join(map(typeset_html, body.blocks(text))))


def _laid(text: str, heads: Sequence[str], lines: "Sequence[PrintedLine]") -> "Laid":
    from jianbao.render import printed

    return printed.lay(text, heads, lines)
