"""The words of the interface in one language: a catalogue of gettext to the functions that templates call.

The only module that imports babel, and only for a language that is not the source: it compiles the .po of the theme in
memory, so that there is no .mo that could be older than its source. What a catalogue does not have, or has as fuzzy, is
said in the source language."""

import gettext
import io
import re
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from jianbao.problems import Problem, Stop
from jianbao.said import Said

_LETTER = re.compile(r"[^\W\d_]")


class Wording:
    """Says texts in a language. content: the language of the archive's texts, `foreign` where it is another
    one; catalogue: the .po, '' for none, and where it stands. tongue: the attribute that says so."""

    def __init__(self, language: str, content: str, catalogue: str = "", where: str = "") -> None:
        self.foreign = content if content != language else ""
        self._messages = _compiled(catalogue, where) if catalogue else gettext.NullTranslations()
        self.tongue = Markup(' lang="{}"').format(content) if self.foreign else ""
        self.plain = not catalogue  # every text is said as it stands

    def gettext(self, message: str, /, **values: object) -> Markup:
        """Returns a message of a template with its values."""
        return self._filled(self._messages.gettext(message), values)

    def pgettext(self, context: str, message: str, /, **values: object) -> Markup:
        """Returns a message that means something else elsewhere: 日 the day, 日 the last of the week."""
        return self._filled(self._messages.pgettext(context, message), values)

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> Markup:
        """Returns the message that fits a number; `num` is one of its values."""
        return self._filled(self._messages.ngettext(one, many, num), {"num": num, **values})

    def _filled(self, message: str, values: dict[str, object]) -> Markup:
        """The message with its values, escaped one by one: Markup's own % costs three times as much."""
        return Markup(message % {key: escape(self.told(value)) for key, value in values.items()} if values else message)

    def told(self, value: Any) -> Any:
        """Returns a text of the program in this language, anything else as it is."""
        if not isinstance(value, Said):
            return value
        message = self._messages.gettext(value.message)
        return message % self._told(value.values) if value.values else message

    def content(self, value: object) -> Any:
        """Returns a text for a page; what comes from the archive is marked with its language where it is another."""
        if not self.foreign or not isinstance(value, str):
            return value if self.plain else self.told(value)
        if isinstance(value, Said):
            message = escape(self._messages.gettext(value.message))
            return message % {key: self.content(one) for key, one in value.values.items()} if value.values else message
        return self.mark(escape(value)) if _LETTER.search(value) else value

    def mark(self, text: Markup) -> Markup:
        """Returns a text of the archive, marked with its language where it is another."""
        return Markup('<span lang="{}">{}</span>').format(self.foreign, text) if self.foreign and text else text

    def _told(self, values: dict[str, object]) -> dict[str, object]:
        return {key: self.told(value) for key, value in values.items()}


@lru_cache(maxsize=16)
def _compiled(catalogue: str, where: str) -> gettext.NullTranslations:
    from babel.messages import mofile, pofile

    try:
        read = pofile.read_po(io.BytesIO(catalogue.encode()), abort_invalid=True)
        compiled = io.BytesIO()
        mofile.write_mo(compiled, read)
        return gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))
    except (pofile.PoFileError, ValueError, SyntaxError) as error:
        what = f"The catalogue cannot be read: {error}."
        raise Stop(
            Problem(where, getattr(error, "lineno", 0) or 0, what, "Mend it, or leave its language out.")
        ) from error
