"""Editions: the site in each language of its interface.

The first language of the archive keeps the addresses; each other one has all pages again beneath a folder of its name
(en/, zh-hant/). What is no page (assets, data, feeds) is there once for all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jianbao import links
from jianbao.said import SOURCE
from jianbao.settings import Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language. languages: of all editions, the first has no folder; content: the language of the
    texts; base: the published address of the site, '' when it has none."""

    language: str = SOURCE
    languages: tuple[str, ...] = (SOURCE,)
    content: str = SOURCE
    base: str = ""

    def path(self, address: str, language: str = "") -> str:
        """Returns where an address stands in this edition, or in that of another language.

        >>> Edition('en', ('zh-Hans', 'en')).path('about.html'), Edition('en', ('zh-Hans', 'en')).path('feed.xml')
        ('en/about.html', 'feed.xml')
        """
        language = language or self.language
        shared = language == self.languages[0] or not address.partition("#")[0].endswith(".html")
        return address if shared else links.beneath_language(language, address)

    def links(self, here: str) -> Callable[[str], str]:
        """Returns what gives the way from one page of this edition to an address.

        >>> way = Edition().links('dates/2021/12/08.html')
        >>> way('dates/2021/index.html'), way('about.html')
        ('../index.html', '../../../about.html')
        """
        if self.language == self.languages[0]:
            return links.ways(here)
        way = links.ways(self.path(here))
        return lambda address: way(self.path(address))

    def whole(self, here: str, language: str = "") -> str:
        """Returns the published address of a page, '' when the site has none."""
        return f"{self.base}/{self.path(here, language)}" if self.base else ""

    def others(self, here: str) -> Iterator[tuple[str, str, str]]:
        """Yields each language of the site, the way to this page in it ('' where one is), and its whole address (''
        when the site has none)."""
        for language in self.languages if len(self.languages) > 1 else ():
            there = self.path(here, language)
            way = "" if language == self.language else links.relative(self.path(here), there)
            yield language, way, self.whole(here, language)


ALONE = Edition()


def editions(settings: Settings) -> tuple[Edition, ...]:
    """Returns the editions of an archive, that of its first language last: its home page is to be published last."""
    base = links.outside(settings.base_url).rstrip("/")
    languages = settings.interface
    return tuple(Edition(language, languages, settings.language, base) for language in reversed(languages))
