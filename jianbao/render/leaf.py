"""Pages of the site that may have to be made: where, by which template, from what.

Its mark says what it would show; its view is made only when somebody asks for it, which in a build after a small change
is hardly ever."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from jianbao.archive.marks import mark


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page. made_from: mark of all that its view shows; make: gives the view. Unpacks as address and view."""

    path: str
    template: str
    made_from: str
    make: Callable[[], object]

    @property
    def view(self) -> object:
        """Returns the view, made anew."""
        return self.make()

    def __iter__(self) -> Iterator[object]:
        """Yields the address and the view."""
        yield self.path
        yield self.view


@dataclass(frozen=True, slots=True)
class Gathering:
    """Pages of one template that are compared as one: those of a day's articles, of a term, of a newspaper. name: no
    other's; made_from: mark of all that any of them shows; leaves: gives them; count: about how many; together: those
    that say the same are best made in a row."""

    name: str
    template: str
    made_from: str
    leaves: Callable[[], Iterable[Leaf]]
    count: int = 1
    together: str = ""


def ready(path: str, template: str, view: object) -> Leaf:
    """Returns the page of a view that is there already: one of the few that show what the whole archive has."""
    return Leaf(path, template, mark(repr(view)), partial(_same, view))


def _same(view: object) -> object:
    return view
