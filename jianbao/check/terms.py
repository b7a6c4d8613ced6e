"""Where and about what: regions and subjects that the authority data does not know, words that might lead to one."""

from collections.abc import Iterator, Sequence

from jianbao.archive.phrases import unled
from jianbao.authority import Authority
from jianbao.chinese.lexicon import plain
from jianbao.model import Article
from jianbao.problems import Problem

_NAMED = 3  # articles of a proposed word


def unknown(article: Article, authority: Authority) -> Iterator[Problem]:
    """Yields the regions and subjects of an article that nobody lists."""
    for path in dict.fromkeys((*article.regions, *(one.region for one in article.places))):
        if authority.division(path) is None:
            remedy = "Write its full modern path, or add it to content/authority/places.yaml."
            yield Problem(article.id, 0, f'The region "{path}" is not known.', remedy)
    for tag in article.tags:
        if authority.subject(tag) is None:
            term = authority.led_to.get(plain(tag))
            use = f'Write "{term.term}", which it leads to' if term else "Use a term of the list"
            remedy = f"{use}, or add this one to content/authority/subjects.yaml."
            yield Problem(article.id, 0, f'The subject "{tag}" is not in the list.', remedy)


def proposed_words(articles: Sequence[Article], authority: Authority) -> Iterator[Problem]:
    """Yields the words that lead to no subject and stand often."""
    phrases = unled(articles, authority)
    if phrases:
        words = ", ".join(f"{one.text} ({one.count} times; {', '.join(one.articles[:_NAMED])})" for one in phrases)
        what = f"Words that lead to no subject, the most telling first: {words}."
        remedy = "Write `- {term: …, use_for: [word]}` for one that should, and name the others under `no_subjects:`."
        yield Problem("authority/subjects.yaml", 0, what, remedy)
