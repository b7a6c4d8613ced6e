"""Every line of a page gets its role, decided over the whole page at once.

Each rule claims or disclaims a role for a line; which role may follow which has a price of its own (a crosshead has
text on both sides, a headline opens something). The best sequence of roles is found by dynamic programming (Viterbi),
so that a line's neighbours count as much as its own form."""

from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.claims import Claim
from jianbao.segment.decided import WEIGHT, said
from jianbao.segment.rules import RULES
from jianbao.segment.seen import Seen, View

FURNITURE = ("masthead", "advert", "page_furniture", "standing_head")
BODY = ("body", "byline+body")
TEXT = (*BODY, "precis", "table")
SIGNED = ("byline", "credit")
ROLES = (*TEXT, "headline", "crosshead", *SIGNED, *FURNITURE)
_LABELS = {"kicker": "headline", "subhead": "headline", "caption": "body"}  # finer roles that only people give
DECIDED = "decided over the whole page"
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


@dataclass(frozen=True, slots=True)
class Labels:
    """The roles of a page's lines, by line number, and every claim about them."""

    roles: dict[int, str]
    claims: tuple[Claim, ...]


def label(view: View) -> Labels:
    """Returns the role of each line in view that is not a repeat."""
    lines = [line for line in view.seen if not line.repeat]
    claims = [claims_about(line) for line in lines]
    scores = [_scores(one, _barred(line)) for line, one in zip(lines, claims, strict=True)]
    roles = _best_sequence(scores)
    for line, role, one in zip(lines, roles, claims, strict=True):
        one.insert(0, Claim(f"L{line.no}", line.said or role, DECIDED, 0.0, (line.no,), line.text[:20]))
    return Labels(
        {line.no: role for line, role in zip(lines, roles, strict=True)},
        tuple(claim for one in claims for claim in one),
    )


def claims_about(line: Seen) -> list[Claim]:
    """Returns what people and the rules claim about one line."""
    found = [said(line.no, line.said, line.text)] if line.said else []
    for rule in RULES:
        quote = rule.ask(line)
        if quote:
            found.append(Claim(f"L{line.no}", rule.role, rule.name, rule.weight, (line.no,), quote))
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


def _best_sequence(scores: list[dict[str, float]]) -> list[str]:
    best: dict[str, float] = {"start": 0.0}
    came_from: list[dict[str, str]] = []
    for here in scores:
        step, origin = {}, {}
        for role in ROLES:
            before = max(best, key=lambda last: best[last] + _PRICES.get((last, role), 0.0))
            step[role] = best[before] + _PRICES.get((before, role), 0.0) + here[role]
            origin[role] = before
        best = step
        came_from.append(origin)
    if not scores:
        return []
    last = max(best, key=lambda role: best[role] + _PRICES.get((role, "end"), 0.0))
    roles = [last]
    for origin in reversed(came_from[1:]):
        roles.append(origin[roles[-1]])
    return roles[::-1]
