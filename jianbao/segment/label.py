"""Every line of a page gets its role, decided over the whole page at once.

Each rule claims or disclaims a role for a line; which role may follow which has a price of its own (a crosshead has
text on both sides, a headline opens something). The best sequence of roles is found for the whole page (`sequence`), so
that a line's neighbours count as much as its own form; how far the best sequence with another role falls short of it
tells how sure a role is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

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
_BY_QUESTION: dict[Callable[[Seen], str], list[Rule]] = {}
for _rule in RULES:
    _BY_QUESTION.setdefault(_rule.ask, []).append(_rule)


@dataclass(frozen=True, slots=True)
class Labels:
    """The roles of a page's lines, by line number, and every claim about them. behind: how far the page with another
    role at a line falls short of it as it is; 0 for the role that the line has."""

    roles: dict[int, str]
    claims: tuple[Claim, ...]
    behind: Mapping[int, Mapping[str, float]]


def label(view: View) -> Labels:
    """Returns the role of each line in view that is not a repeat."""
    lines = [line for line in view.seen if not line.repeat]
    claims = [claims_about(line) for line in lines]
    best = best_sequence([_scores(one, _barred(line)) for line, one in zip(lines, claims, strict=True)], _PRICES)
    told = (_told(line, behind) for line, behind in zip(lines, best.behind, strict=True))
    return Labels(
        {line.no: role for line, role in zip(lines, best.roles, strict=True)},
        tuple(claim for over, one in zip(told, claims, strict=True) for claim in (*over, *one)),
        {line.no: behind for line, behind in zip(lines, best.behind, strict=True)},
    )


def _told(line: Seen, behind: Mapping[str, float]) -> list[Claim]:
    """Returns the claim of the role that a line has over the whole page, then those of the next best ones."""
    about, lines, quote = f"L{line.no}", (line.no,), line.text[:20]
    first, *others = sorted(behind, key=lambda role: behind[role])
    won = Claim(about, line.said or first, DECIDED, behind[others[0]], lines, quote)
    return [won, *(Claim(about, role, BEHIND, -behind[role], lines, quote) for role in others[:_NEXT])]


def claims_about(line: Seen) -> list[Claim]:
    """Returns what people and the rules claim about one line."""
    found = [said(line.no, line.said, line.text)] if line.said else []
    about, lines = f"L{line.no}", (line.no,)
    for ask, rules in _BY_QUESTION.items():
        quote = ask(line)
        if quote:
            for rule in rules:
                found.append(Claim(about, rule.role, rule.name, rule.weight, lines, quote))
    return found


def _barred(line: Seen) -> tuple[str, ...]:
    """Returns the roles that a line cannot have after what a person decided about its article and its paragraph."""
    if line.no in line.view.decided.running:
        return tuple(role for role in ROLES if role not in TEXT)
    return FURNITURE if line.home is not None else ()


def _scores(claims: Sequence[Claim], barred: Sequence[str]) -> dict[str, float]:
    scores = dict.fromkeys(ROLES, _UNCLAIMED)
    scores["body"] = 0.0
    values = [_LABELS.get(claim.value, claim.value) for claim in claims]
    for role in set(values):
        scores[role] = sum(claim.weight for claim, value in zip(claims, values, strict=True) if value == role)
    return scores | {role: scores[role] - WEIGHT for role in barred}
