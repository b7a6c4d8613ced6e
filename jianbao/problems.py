"""What is wrong, where, and what to do about it.

A `Problem` is collected when one page or article is concerned: the others are built all the same. `Stop` is raised
only for what stops everything (unreadable content folder, lock held, a broken template)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    where: a path as the person knows it; line: 1-based, 0 when no line is meant.

    >>> str(Problem('articles/a/1.md', 3, 'The key "date" stands twice.', 'Keep one of them.'))
    'articles/a/1.md:3: The key "date" stands twice. Keep one of them.'
    """

    where: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line else self.where
        return f"{place}: {self.what} {self.remedy}"


class Stop(Exception):
    """Nothing could be done; carries the Problem that says why. The command line exits with 2."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Fault(Exception):
    """A text that cannot be read as what it should be; whoever opened the file makes it a Problem.

    line: 1-based within the text given, 0 when unknown; remedy: one sentence."""

    def __init__(self, what: str, remedy: str, line: int = 0) -> None:
        super().__init__(what)
        self.what, self.remedy, self.line = what, remedy, line

    def problem(self, where: str, offset: int = 0) -> Problem:
        """Returns the Problem for the file `where`, of which the text read began `offset` lines down."""
        return Problem(where, self.line + offset if self.line else 0, self.what, self.remedy)
