"""What is asked of a line once and then remembered, for thousands of questions a page.

`functools.cached_property` takes a lock each time up to Python 3.11, and costs three times as much."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Said = TypeVar("Said")


class once(Generic[Said]):
    """A property whose value is kept in the object."""

    def __init__(self, ask: Callable[[Any], Said]) -> None:
        self._ask, self._name, self.__doc__ = ask, ask.__name__, ask.__doc__

    @overload
    def __get__(self, one: None, of: type) -> "once[Said]": ...
    @overload
    def __get__(self, one: object, of: type) -> Said: ...
    def __get__(self, one: object | None, of: type) -> "once[Said] | Said":
        if one is None:
            return self
        found = one.__dict__[self._name] = self._ask(one)
        return found
