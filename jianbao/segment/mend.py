"""Broken paragraphs are made whole: which line continues which, decided for the whole page at once.

A line that breaks off (no final stop, a quotation left open, mid-word) is continued by the line that fits best: mostly
the next one, sometimes one of another place of the page. What speaks for a join, its texts (`seam`) and its places
(`places`), is weighed with learned weights, `data/seam_weights.tsv`: the sum is the logarithm of the odds against
leaving both lines as they are. The joins that are worth most together are made. A fragment joined to one of another
draft goes home to the draft that is about the same things. Where nothing fits, the break stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from jianbao.claims import Claim
from jianbao.segment.assign import assign
from jianbao.segment.decided import SAID, WEIGHT
from jianbao.segment.draft import Draft, pairs_of
from jianbao.segment.places import stand
from jianbao.segment.seen import Evidence, Seen

if TYPE_CHECKING:
    from jianbao.segment.weighing import Weighing

ALWAYS = "always"  # the weight of a join for which and against which nothing speaks
_LEAST = 0.1  # weight of a join that is made with the next line,
_LEAST_AFAR = -1.6  # with another: that it is chosen over the whole page speaks for it too
_FEW = 3  # lines of a draft that is none of its own
_TAKEN_UP = 0.7  # what the words of a head count that a paragraph takes up, beside those it shares with the text
_WORTH_TELLING = -3.0  # weight below which a join is no alternative


@dataclass(frozen=True, slots=True)
class Join:
    """One line continued by another. weight: the logarithm of the odds; why: asked for the few that are told of, None
    where a person made it."""

    before: Seen
    after: Seen
    weight: float
    why: Callable[[], list[Evidence]] | None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Returns why, each with its weight: of a thousand joins that are weighed a few dozen are told of."""
        about, lines = f"L{self.before.no}+L{self.after.no}", (self.before.no, self.after.no)
        if self.why is None:
            return (Claim(about, "join", SAID, WEIGHT, lines, self.before.text[-6:]),)
        said = [(ALWAYS, 1.0, f"{self.before.text[-4:]}·{self.after.text[:4]}"), *self.why()]
        return tuple(Claim(about, "join", rule, weights()[rule] * much, lines, quote) for rule, much, quote in said)

    @property
    def lead(self) -> float:
        """By how much it is better than none."""
        next_line = self.after.next_above is self.before
        return self.weight - (_LEAST if next_line else _LEAST_AFAR)

    @property
    def said(self) -> bool:
        """Did a person make it?"""
        return self.why is None


@dataclass(frozen=True, slots=True)
class Mended:
    """Drafts with their fragments at home. joins: made inside them; weighing: what they were chosen by."""

    drafts: list[Draft]
    joins: list[Join]
    weighing: "Weighing"

    @property
    def weighed(self) -> list[Join]:
        """Returns all joins worth telling of, made or not."""
        return candidates(self.weighing, _WORTH_TELLING)


@cache
def weights() -> dict[str, float]:
    """Returns what each rule about a join weighs; tests/compose/learn.py learns it."""
    text = files("jianbao").joinpath("data", "seam_weights.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {rule: float(weight) for rule, weight in rows}


def mend(drafts: list[Draft]) -> Mended:
    """Returns the drafts with their fragments at home, and the joins that were made."""
    from jianbao.segment.weighing import Weighing  # with numpy, which a build that clips nothing is spared

    weighing = Weighing(stand(drafts))
    joins = _choose(_said(drafts), [join for join in candidates(weighing, _LEAST_AFAR) if join.lead > 0])
    return Mended(_bring_home(drafts, joins), joins, weighing)


def _said(drafts: list[Draft]) -> list[Join]:
    """Returns the joins that a person made in page.md: heavier than any that is weighed."""
    text = {line.no: line for draft in drafts for line in draft.text}
    joins = []
    for before, after in next((line.view.decided.joins for line in text.values()), {}).items():
        if before in text and after in text:
            joins.append(Join(text[before], text[after], WEIGHT, None))
    return joins


def candidates(weighing: "Weighing", least: float) -> list[Join]:
    """Returns every join that weighs more."""
    weight = weights()
    worth = weighing.worth(weight[ALWAYS], weight)
    told = (worth > least).nonzero()[0].tolist()
    found = zip(told, worth[told].tolist(), strict=True)
    return [Join(*weighing.pair(at), much, partial(weighing.evidence, at)) for at, much in found]


def _choose(said: Sequence[Join], found: Sequence[Join]) -> list[Join]:
    """Returns the joins that people made and, of the others, those that are worth most together; no line is continued
    twice or continues twice. What would come round to itself, or bring lines together of which a person said that they
    are two paragraphs, is left out, the lightest first."""
    taken = {join.before.no for join in said} | {-join.after.no for join in said}
    free = {(one.before.no, one.after.no): one for one in found if not {one.before.no, -one.after.no} & taken}
    chosen = assign({lines: join.lead for lines, join in free.items()})
    follows: dict[int, int] = {}
    joins = []
    for one in sorted([*said, *(free[lines] for lines in chosen.items())], key=lambda join: -join.weight):
        before, after = one.before.no, one.after.no
        if not _reaches(follows, after, before) and not one.before.view.decided.parts(before, after, follows):
            follows[before] = after
            joins.append(one)
    return sorted(joins, key=lambda join: join.before.no)


def _reaches(follows: dict[int, int], start: int, goal: int) -> bool:
    while start in follows:
        start = follows[start]
        if start == goal:
            return True
    return False


def _bring_home(drafts: list[Draft], joins: list[Join]) -> list[Draft]:
    """Each paragraph whose lines stand in two drafts goes, whole, to the one that is about the same things; and what is
    left of a draft without a head goes with it, because nothing else held it together (d02 L89)."""
    drafts = list(drafts)
    holder = {line: number for number, draft in enumerate(drafts) for line in draft.text}
    for paragraph in paragraphs(joins):
        holders = sorted({holder[line] for line in paragraph})
        if len(holders) > 1:
            headed = [number for number in holders if not _is_fragment(drafts[number])] or holders
            near = {number: _at_home(paragraph, drafts[number]) for number in headed}
            home = max(near, key=lambda number: near[number])
            lead = near[home] - max((near[number] for number in headed if number != home), default=0.0)
            whole = paragraph
            for number in (number for number in holders if number not in headed):
                whole = list(_moved(drafts[number], whole, True).text)
            came = [line for line in whole if holder[line] != home]
            for number in {home, *(holder[line] for line in whole)}:
                drafts[number] = _moved(drafts[number], whole, number == home)
            holder |= dict.fromkeys(whole, home)
            drafts[home] = drafts[home].told("its paragraph shares more words with this story", lead, came)
        else:
            drafts[holders[0]] = _moved(drafts[holders[0]], paragraph, True)
    return [draft for draft in drafts if draft.text or draft.heads]


def _is_fragment(draft: Draft) -> bool:
    """Is it a few lines without head and lead, no text of a picture, and nobody said that they are an article?"""
    alone = not (draft.heads or draft.pictured or draft.decided or any(line.lead for line in draft.text))
    return alone and len(draft.text) <= _FEW


def _at_home(paragraph: list[Seen], draft: Draft) -> float:
    if any(line.lead and line in draft.text for line in paragraph):
        return 9.0
    others = pairs_of(line for line in (*draft.heads, *draft.text) if line not in paragraph)
    told, rarity = pairs_of(paragraph), paragraph[0].view.rarity
    return rarity.shared(told, others) + _TAKEN_UP * rarity.shared(pairs_of(draft.heads), told)


def _moved(draft: Draft, paragraph: list[Seen], home: bool) -> Draft:
    """Returns the draft with the whole paragraph at the place of its first line that stood there, or without it."""
    kept = [line for line in draft.text if line not in paragraph]
    if home:
        first = next(at for at, line in enumerate(draft.text) if line in paragraph)
        at = len([line for line in draft.text[:first] if line not in paragraph])
        kept[at:at] = paragraph
    return replace(draft, text=tuple(kept))


class Paragraphs:
    """The lines of a page in paragraphs, joined lines together."""

    def __init__(self, joins: Sequence[Join]) -> None:
        self._whole = {lines[0].no: lines for lines in paragraphs(joins)}
        self._inner = {line.no for lines in self._whole.values() for line in lines[1:]}

    def of(self, text: Sequence[Seen]) -> list[list[Seen]]:
        """Returns the paragraphs of a draft, each where its first line stands."""
        return [self._whole.get(line.no, [line]) for line in text if line.no not in self._inner]


def paragraphs(joins: Sequence[Join]) -> list[list[Seen]]:
    """Returns the joined lines of each paragraph of more than one line, in reading order."""
    after = {one.before.no: one for one in joins}
    continued = {one.after.no for one in joins}
    found = []
    for one in joins:
        if one.before.no in continued:
            continue
        lines = [one.before]
        while lines[-1].no in after:
            lines.append(after[lines[-1].no].after)
        found.append(lines)
    return found
