"""Words for the subject list: what articles keep speaking of and no subject is led to by. For the cataloguer's list;
they are never tags."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from jianbao.authority import Authority
from jianbao.chinese.lexicon import Lexicon, plain
from jianbao.chinese.lists import words
from jianbao.chinese.words import noun_runs
from jianbao.model import Article

MOST = 20
_ENOUGH = 3  # times in all
_LONGEST = 3  # words
_LETTERS = range(3, 9)
_MARKUP = re.compile(r"\{:[^}\n]*\}|\\|\*\*|^#+ ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it is printed, how often articles say it, and the ids of those that say it more than once."""

    text: str
    count: int
    articles: tuple[str, ...]


def unled(articles: Iterable[Article], authority: Authority) -> tuple[Phrase, ...]:
    """Returns the phrases that no subject is led to by, the most telling first, twenty at most. An article speaks of
    what it says again, so only that counts; 工作人员, which is said once everywhere, does not."""
    found: dict[str, dict[str, int]] = {}
    for article in articles:
        counts = Counter(_phrases(_silenced(article, authority.lexicon), authority.no_subjects))
        for phrase, count in counts.items():
            if count > 1:
                found.setdefault(phrase, {})[article.id] = count
    telling = [
        Phrase(phrase, sum(counts.values()), tuple(counts))
        for phrase, counts in found.items()
        if sum(counts.values()) >= _ENOUGH
    ]
    telling.sort(key=lambda one: (len(one.articles) - one.count, -one.count, -len(one.text), one.text))
    kept: list[Phrase] = []
    for one in telling:
        if not any(one.text in other.text or other.text in one.text for other in kept):
            kept.append(one)
    return tuple(kept[:MOST])


def _silenced(article: Article, lexicon: Lexicon) -> str:
    """The text of an article with a stop for each word that leads to a subject."""
    text = plain("\n".join((article.kicker, article.title, article.subtitle, _MARKUP.sub("", article.body))))
    parts, end = [], 0
    for word, at in lexicon.find(text):
        parts.append(text[end:at])
        end = at + len(word)
    return "。".join([*parts, text[end:]])


def _phrases(text: str, refused: frozenset[str]) -> Iterator[str]:
    stops = words("no_subjects.txt") | refused
    for run in noun_runs(text):
        for first, length in product(range(len(run)), range(1, _LONGEST + 1)):
            phrase = "".join(parts := run[first : first + length])
            if len(parts) == length and len(phrase) in _LETTERS and not _is_empty(phrase, parts, stops):
                yield phrase


def _is_empty(phrase: str, parts: Sequence[str], stops: frozenset[str]) -> bool:
    """Whether a phrase names no subject: 县总工会, 服务企业, 总工会党组书记."""
    return phrase in stops or parts[-1] in stops or len(parts[0]) == 1 or all(part in stops for part in parts)
