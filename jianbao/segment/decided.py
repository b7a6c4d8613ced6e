"""What a person decided in page.md, as the stages ask for it: by the first line of each strip.

Takes checked `Decisions`; says which strips are cut, which lines are repeats, and what may follow what. A page about
which nobody decided anything has an empty one, and every stage does what it does without."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from jianbao.chinese import repeats
from jianbao.chinese.jumps import jumps
from jianbao.chinese.repeats import Again
from jianbao.chinese.text import bigrams
from jianbao.claims import Claim
from jianbao.model import RUNNING, Decisions, Line
from jianbao.segment.strips import Strip

SAID = "a person said so, page.md"
_OPENING = ("byline+body", "caption")
WEIGHT = 99.0  # more than all rules and prices together


class Decided:
    """The decisions about one page. homes: the number of the article that a person put a line into; orders: the lines
    of each article in reading order; tops: the one of each that stands first on the page; roles: by line; joins: the
    line that goes on with another; running: lines that are joined, and so are running text."""

    def __init__(self, decisions: Decisions | None = None, strips: Sequence[Strip] = ()) -> None:
        decisions = decisions or Decisions()
        first = {line.no: strip.no for strip in strips for line in strip.lines}
        self.orders = [tuple(dict.fromkeys(first[no] for no in lines)) for lines in decisions.articles]
        self.homes = {no: at for at, lines in enumerate(self.orders) for no in lines}
        self.tops = {min(lines) for lines in self.orders}
        self.roles = {first[no]: role for no, role in decisions.roles.items()}
        self.joins = {first[before]: first[after] for before, after in decisions.joins}
        self._apart = [(first[one], first[other]) for one, other in decisions.apart]
        self.running = frozenset(self._spread())
        text = {strip.no: strip.text.strip() for strip in strips}
        self.claims = tuple(self._claims(decisions, text))

    def goes_on(self, no: int) -> bool:
        """Did a person say that the line goes on with another?"""
        return no in self.joins.values()

    def parts(self, before: int, after: int, follows: Mapping[int, int]) -> bool:
        """Would a join bring two lines into one paragraph of which a person said that they are not? follows: the joins
        made already."""
        if not self._apart:
            return False
        back = {after: before for before, after in follows.items()}
        paragraph = {*_chain(before, back), *_chain(after, follows)}
        return any(paragraph.issuperset(pair) for pair in self._apart)

    def settled(self, no: int) -> bool:
        """Did a person say of the line what does not go on with it?"""
        return any(no == one for one, _ in self._apart)

    @property
    def binds(self) -> bool:
        """Did a person say something that may keep two lines apart?"""
        return bool(self.homes or self.roles)

    def may_meet(self, before: int, after: int, distance: int) -> bool:
        """May the program join two lines? Only in one article; in one of a person's only in the order given there;
        never onto a line that a person called a lead or a caption. distance: the lines between them."""
        home = self.homes.get(before)
        at_home = home == self.homes.get(after) and (home is None or distance == 0)
        return at_home and self.roles.get(after) not in _OPENING

    def _spread(self) -> Iterator[int]:
        """Yields the lines of paragraphs that a person joined. Who calls one half of a headline a kicker calls the
        other half so: a role that is not of running text holds for all lines that were joined."""
        for start in (no for no in self.joins if not self.goes_on(no)):
            joined = _chain(start, self.joins)
            role = next((self.roles[no] for no in joined if no in self.roles), "body")
            if role in RUNNING:
                yield from joined
            else:
                self.roles |= dict.fromkeys(joined, role)

    def _claims(self, decisions: Decisions, text: Mapping[int, str]) -> Iterator[Claim]:
        """Yields what people said of more than a line's role; that one competes with the rules, in `label`."""
        for order, lines in zip(self.orders, decisions.articles, strict=True):
            about = spans(order, dict(pairwise(text)))
            yield Claim(about, "one article", SAID, WEIGHT, lines, text[order[0]][:20])
        for no in (no for no, role in self.roles.items() if role == "repeat"):
            yield said(no, "repeat", text[no])
        for one, other in decisions.apart:
            yield Claim(f"L{one}+L{other}", "apart", SAID, WEIGHT, (one, other), "two paragraphs")


def spans(order: Sequence[int], following: Mapping[int, int]) -> str:
    """Returns lines as a person reads them, in the order given: L33-L43, L109. following: the line below each line."""
    runs: list[list[int]] = []
    for no in order:
        if runs and following.get(runs[-1][-1]) == no:
            runs[-1].append(no)
        else:
            runs.append([no])
    return ", ".join(f"L{run[0]}" if len(run) == 1 else f"L{run[0]}-L{run[-1]}" for run in runs)


def said(no: int, role: str, text: str) -> Claim:
    """Returns the claim of a person that a line has a role."""
    return Claim(f"L{no}", role, SAID, WEIGHT, (no,), text[:20])


def edges(decisions: Decisions, lines: Sequence[Line]) -> set[int]:
    """Returns the lines before which strips are cut: where articles, their order or roles change, and around each line
    that a join names, so that no other line of its strip is joined with it: 3 > 1 and 1 / 2, with 2 and 3 in one."""
    places = {no: (at, rank) for at, article in enumerate(decisions.articles) for rank, no in enumerate(article)}
    named = {no for pair in (*decisions.joins, *decisions.apart) for no in pair}
    found: set[int] = set()
    for above, line in pairwise(lines):
        (article, rank), place = places.get(above.no, (-1, 0)), places.get(line.no, (-1, 1))
        goes_on = place == (article, rank + 1)
        if not goes_on or {above.no, line.no} & named or decisions.roles.get(above.no) != decisions.roles.get(line.no):
            found.add(line.no)
    return found


def settle_again(again: Sequence[Again], strips: Sequence[Strip], decided: Decided) -> list[Again]:
    """Returns what is said again, people's word first: a line they made a repeat is one, and what it said again stands
    there for the first time; a line they gave a role, an article or a paragraph is no repeat."""
    named = {*decided.homes, *decided.roles, *decided.running}
    if not named:
        return list(again)
    text = {strip.no: strip.text for strip in strips}
    made = {no for no, role in decided.roles.items() if role == "repeat"}
    kept = named - made
    found = [one for one in again if not {one.line, one.of} & made]
    found = [one for one in found if one.line not in kept or _is_part(one.line, found, text)]
    found += [Again(no, _most_alike(no, text, made), 0, len(text[no])) for no in made]
    return sorted(found, key=lambda one: (one.line, one.start))


def _is_part(no: int, again: Sequence[Again], text: Mapping[int, str]) -> bool:
    """Is something left of a line without what it says again, and without the jump at its end?"""
    spans = [(one.start, one.end) for one in again if one.line == no]
    spans += [(one.start, one.end) for one in jumps(text[no])]
    return bool(repeats.without(text[no], spans).strip())


def _most_alike(no: int, text: Mapping[int, str], made: set[int]) -> int:
    """Returns the line that shares most with one that a person made a repeat; itself where none does."""
    own = bigrams(text[no])
    shared = {other: len(own & bigrams(text[other])) for other in text if other not in made}
    best = max(shared, key=lambda other: shared[other], default=no)
    return best if shared.get(best) else no


def _chain(no: int, follows: Mapping[int, int]) -> list[int]:
    chain = [no]
    while chain[-1] in follows:
        chain.append(follows[chain[-1]])
    return chain
