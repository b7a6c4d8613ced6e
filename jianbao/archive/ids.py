"""Ids of articles as their places in the order of the archive, and what is known of each by its id.

A term of a large archive has tens of thousands of articles, an article stands in a dozen terms: a place is four bytes,
and what belongs to many places is looked up, compared and added up in one go."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int32]

Value = TypeVar("Value")


class Names:
    """All ids in the order of the archive. every: by place; place: of each."""

    __slots__ = ("every", "place")

    def __init__(self, every: Sequence[str]) -> None:
        self.every = every
        self.place = {id: place for place, id in enumerate(every)}

    def places(self, ids: Iterable[str]) -> "Places":
        """Returns the places of some ids."""
        if isinstance(ids, Ids):
            return ids.at
        return np.array([self.place[id] for id in ids], np.int32)


class Ids(Sequence[str]):
    """Some ids. at: their places. Equal to any sequence of the same ids."""

    __slots__ = ("_names", "at")

    def __init__(self, names: Names, at: "Places") -> None:
        self._names, self.at = names, at

    def __len__(self) -> int:
        return len(self.at)

    def __iter__(self) -> Iterator[str]:
        return map(self._names.every.__getitem__, self.at.tolist())

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> "Ids": ...
    def __getitem__(self, at: "int | slice") -> "str | Ids":
        if isinstance(at, slice):
            return Ids(self._names, self.at[at])
        id: str = self._names.every[self.at[at]]
        return id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class ById(Mapping[str, Value], Generic[Value]):
    """What is known of each article, by its id, in the order of the archive. get: gives it by the place."""

    __slots__ = ("_every", "_get", "_place")

    def __init__(self, names: Names, get: Callable[[int], Value]) -> None:
        self._every, self._place, self._get = names.every, names.place, get

    def __getitem__(self, id: str) -> Value:
        return self._get(self._place[id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._every)

    def __len__(self) -> int:
        return len(self._every)

    def __repr__(self) -> str:
        return repr(dict(self))
