"""The word lists of jianbao/data: one file a list, # for notes, words divided by blanks or line ends."""

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Returns the words of a list.

    >>> '啤酒' in words('not_after_place.txt')
    True
    """
    text = files("jianbao").joinpath("data", name).read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
