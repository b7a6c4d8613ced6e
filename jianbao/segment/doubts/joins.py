"""Do two lines make one paragraph? Doubted where the odds for a join, or against the best one not made, are small."""

from jianbao.model import Choice, Doubt
from jianbao.segment.cut import Cut
from jianbao.segment.mend import Join
from jianbao.segment.rivals import Seam, seams

_WEAK = ((0.0, 0.5), (1.0, 0.35))  # log odds of a join at most, and the chance that it is wrong
_NEARLY = ((-3.0, 0.5),)  # log odds at least of a join not made, and the chance that something is wrong there
_SHOWN = -3.0  # log odds below which a rival is no choice


def doubts(cut: Cut) -> list[Doubt]:
    """Returns the doubts about joins made and not made."""
    found = []
    for seam in seams(cut):
        if seam.join is None:
            found += _not_made(cut, seam)
        elif not seam.join.said:
            found += _made(seam, seam.join)
    return found


def _made(seam: Seam, join: Join) -> list[Doubt]:
    rivals = [one for one in (*seam.instead, *([seam.other] if seam.other else [])) if one.weight > _SHOWN]
    lead = join.weight - max([0.0, *(one.weight for one in rivals)])
    chance = next((chance for most, chance in _WEAK if lead <= most), 0.0)
    if not chance:
        return []
    before, after = join.before.nos[-1], join.after.no
    apart = Choice("是两段", f"joins: [{before} / {after}]")
    claims = sorted(join.claims, key=lambda claim: -abs(claim.weight))
    others = tuple(_choice(one) for one in sorted(rivals, key=lambda one: -one.weight))
    return [Doubt((before, after), f"第{before}行与第{after}行可能不是一段", chance, (apart, *others), tuple(claims))]


def _not_made(cut: Cut, seam: Seam) -> list[Doubt]:
    likely = [one for one in seam.instead if one.weight > _SHOWN and not _decided(one)]
    if not likely:
        return []
    best = likely[0]
    chance = next((chance for least, chance in _NEARLY if best.weight >= least), 0.0)
    if not chance:
        return []
    before, after = best.before.nos[-1], best.after.no
    claims = tuple(sorted(best.claims, key=lambda claim: -abs(claim.weight)))
    choices = tuple(_choice(one) for one in likely)
    return [Doubt((before, after), f"第{before}行后或接第{after}行", chance, choices, claims)]


def _decided(join: Join) -> bool:
    """Did a person say where one of the two lines stands, or that nothing goes on with the first?"""
    decided = join.before.view.decided
    return decided.settled(join.before.no) or join.before.home is not None or decided.goes_on(join.after.no)


def _choice(join: Join) -> Choice:
    before, after = join.before.nos[-1], join.after.no
    return Choice(f"第{before}行接第{after}行", f"joins: [{before} > {after}]")
