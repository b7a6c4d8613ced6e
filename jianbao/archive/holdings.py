"""The articles of an archive, as columns and one by one.

What is asked of all stands in columns; an article itself, with its gist, is fetched where it is shown. Of those that
were shown a few are kept: the pieces of a page come one after the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from jianbao.archive.brief import brief
from jianbao.archive.columns import Columns
from jianbao.archive.gist import Gist, gist
from jianbao.archive.packed import pack
from jianbao.model import Article

_KEPT = 3000  # two months of a daily: a piece names its kin


@dataclass(frozen=True, slots=True)
class Held:
    """An article, without its body where that is read when it is shown. where: the file it stands in."""

    where: str
    article: Article
    gist: Gist


class Holdings(Sequence[Article]):
    """Articles. columns: of all; rows: those of the archive, a row of the columns each: of two with one id the first;
    fetch: gives one by its row; body: gives one its body, where it is held without."""

    def __init__(
        self,
        columns: Columns,
        rows: Sequence[int],
        fetch: Callable[[int], Held],
        body: Callable[[Held], Article] | None = None,
    ) -> None:
        self.columns, self.rows = columns, rows
        self._fetch, self._body = fetch, body
        self._kept: dict[int, Held] = {}

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Holdings":
        """Returns articles that are all at hand."""
        every = [Held("", article, gist(article)) for article in articles]
        columns = Columns()
        columns.extend(pack([brief(one.article, one.gist) for one in every]))
        return cls(columns, range(len(every)), every.__getitem__)

    def held(self, row: int) -> Held:
        """Returns an article by its row of the columns."""
        found = self._kept.get(row)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[row] = self._fetch(row)
        return found

    def whole(self, row: int) -> Article:
        """Returns an article with its body by its row of the columns."""
        held = self.held(row)
        return self._body(held) if self._body else held.article

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Article]:
        return (self._fetch(row).article for row in self.rows)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Article, ...]: ...
    def __getitem__(self, at: int | slice) -> Article | tuple[Article, ...]:
        if isinstance(at, slice):
            return tuple(self.held(row).article for row in self.rows[at])
        return self.held(self.rows[at]).article
