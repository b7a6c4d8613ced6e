"""Every line of a page gets its role, decided over the whole page at once.

Each rule claims or disclaims a role for a line; which role may follow which has a price of its own (a crosshead has
text on both sides, a headline opens something). The best sequence of roles is found for the whole page (`sequence`), so
that a line's neighbours count as much as its own form; how far the best sequence with another role falls short of it
tells how sure a role is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from jianbao.claims import Claim
from jianbao.segment.decided import WEIGHT, said
from jianbao.segment.rules import RULES
from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import Seen, View
from jianbao.segment.sequence import best_sequence

FURNITURE = ("masthead", "advert", "page_furniture", "standing_head")
BODY = ("body", "byline+body")
TEXT = (*BODY, "precis", "table")
SIGNED = ("byline", "credit")
ROLES = (*TEXT, "headline", "crosshead", *SIGNED, *FURNITURE)
_LABELS = {"kicker": "headline", "subhead": "headline", "caption": "body"}  # finer roles that only people give
DECIDED = "decided over the whole page"  # the weight says by how much it leads,
BEHIND = "would do over the whole page"  # or how far another role falls short
_NEXT = 2  # roles that a line might have instead, and that are told
_UNCLAIMED = -2.0  # what a role costs that nobody claims; running text is what a line is without evidence
_PRICES = {
    ("start", "crosshead"): -5.0,
    ("headline", "crosshead"): -4.0,
    ("headline", "body"): 0.3,
    ("headline", "end"): -1.0,
    ("headline", "advert"): -3.0,
    ("headline", "masthead"): -2.0,
    ("crosshead", "crosshead"): -2.5,
    ("crosshead", "headline"): -2.5,
    ("crosshead", "byline+body"): -3.0,
    ("crosshead", "byline"): -2.0,
    ("crosshead", "credit"): -3.0,
    ("crosshead", "body"): 0.5,
    ("crosshead", "end"): -4.0,
    ("byline", "crosshead"): -2.0,
    ("credit", "crosshead"): -3.0,
    ("standing_head", "crosshead"): -3.0,
    ("standing_head", "body"): -1.5,
    ("masthead", "crosshead"): -3.0,
    ("advert", "crosshead"): -3.0,
}
_UNTOLD = dict.fromkeys(ROLES, _UNCLAIMED) | {"body": 0.0}
Hits = list[tuple[Rule, str]]  # the rules that claim something about a line, and the words that they rest on


def _by_question() -> list[tuple[Callable[[Seen], str], list[Rule]]]:
    """Returns the questions of the rules, each once, with the rules that ask it."""
    found: dict[Callable[[Seen], str], list[Rule]] = {}
    for rule in RULES:
        found.setdefault(rule.ask, []).append(rule)
    return list(found.items())


_BY_QUESTION = _by_question()


@dataclass(frozen=True, slots=True)
class Labels:
    """The roles of a page's lines, by line number. behind: how far the page with another role at a line falls short of
    it as it is; 0 for the role that the line has."""

    lines: Sequence[Seen]
    roles: dict[int, str]
    hits: Mapping[int, Hits]
    behind: Mapping[int, Mapping[str, float]]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Returns every claim about the roles: two thousand on a page, of which a build reads hardly one."""
        return tuple(chain.from_iterable(map(self.claims_about, self.lines)))

    def claims_about(self, line: Seen) -> Iterator[Claim]:
        """Yields the claim of the role that a line has over the whole page, then those of the next best ones, then what
        people and the rules claim about it."""
        about, lines, quote, behind = f"L{line.no}", (line.no,), line.text[:20], self.behind[line.no]
        first, *others = sorted(behind, key=lambda role: behind[role])
        yield Claim(about, line.said or first, DECIDED, behind[others[0]], lines, quote)
        for role in others[:_NEXT]:
            yield Claim(about, role, BEHIND, -behind[role], lines, quote)
        if line.said:
            yield said(line.no, line.said, line.text)
        for rule, quote in self.hits[line.no]:
            yield Claim(about, rule.role, rule.name, rule.weight, lines, quote)


def label(view: View) -> Labels:
    """Returns the role of each line in view that is not a repeat."""
    lines = [line for line in view.seen if not line.repeat]
    hits = [_hits(line) for line in lines]
    best = best_sequence([_scores(line, one) for line, one in zip(lines, hits, strict=True)], _PRICES)
    numbers = [line.no for line in lines]
    return Labels(
        lines,
        dict(zip(numbers, best.roles, strict=True)),
        dict(zip(numbers, hits, strict=True)),
        dict(zip(numbers, best.behind, strict=True)),
    )


def _hits(line: Seen) -> Hits:
    """Returns the rules that claim something about a line, each with its words."""
    found: Hits = []
    for ask, rules in _BY_QUESTION:
        quote = ask(line)
        if quote:
            for rule in rules:
                found.append((rule, quote))
    return found


def _barred(line: Seen) -> tuple[str, ...]:
    """Returns the roles that a line cannot have after what a person decided about its article and its paragraph."""
    if line.no in line.view.decided.running:
        return tuple(role for role in ROLES if role not in TEXT)
    return FURNITURE if line.home is not None else ()


def _scores(line: Seen, hits: Hits) -> dict[str, float]:
    """Returns what each role is worth at a line: the sum of what claims it, by people first."""
    sums = {_LABELS.get(line.said, line.said): WEIGHT} if line.said else {}
    for rule, _ in hits:
        sums[rule.role] = sums.get(rule.role, 0.0) + rule.weight
    scores = _UNTOLD | sums
    return scores | {role: scores[role] - WEIGHT for role in _barred(line)}
