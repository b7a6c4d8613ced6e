"""Word boundaries, by rjieba; imported when first needed (130 ms), so that a build with nothing to do stays quick."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain


@lru_cache(maxsize=4096)
def cut(text: str, guess: bool = True) -> tuple[str, ...]:
    """Returns the words of a text, in order, nothing left out. guess: words that are in no dictionary too.

    >>> cut('职工互助保障')
    ('职工', '互助', '保障')
    """
    import rjieba

    try:
        return tuple(rjieba.cut(text, guess))
    except UnicodeEncodeError:  # half a character, of which rjieba takes none
        return (text,) if text else ()


def seams(text: str) -> frozenset[int]:
    """Returns the offsets at which a word of a text begins or ends.

    >>> sorted(seams('萧山市民'))
    [0, 2, 4]
    """
    words = chain.from_iterable(map(cut, text.splitlines(keepends=True)))
    return frozenset(accumulate(map(len, words), initial=0))


_NOUNS = frozenset(("n", "vn", "nz", "ng", "j"))
BOUND = frozenset("了的地得着们等于及")


def begins_bound(text: str) -> bool:
    """Does the text begin with a word that leans on the one before it?

    >>> begins_bound('了42家合成革生产企业'), begins_bound('了解到这一情况')
    (True, False)
    """
    return text[:1] in BOUND and cut(text[:8])[0] in BOUND


def runs_over(before: str, after: str) -> str:
    """Returns the word that runs over the seam of two texts, '' when a word ends there.

    >>> runs_over('通过线上自主交', '流与线下'), runs_over('福建。', '近日')
    ('交流', '')
    """
    tail, head = before.rstrip()[-8:], after.lstrip()[:8]
    at = 0
    for word in cut(tail + head, False):  # 农业科 · 在慰问 would be guessed to hold 科在
        if at < len(tail) < at + len(word):
            return word if word.isalnum() else ""
        at += len(word)
    return ""


def noun_runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yields the runs of nouns in a text, names of people and places left out.

    >>> list(noun_runs('女工每月有保底工资和路费补贴,在杭州领取。'))
    [('女工',), ('保底', '工资'), ('路费', '补贴')]
    """
    import rjieba

    run: list[str] = []
    for word, tag in rjieba.tag(text):
        if tag in _NOUNS and word.isalpha():
            run.append(word)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)
