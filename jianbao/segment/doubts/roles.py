"""Is a line what it was taken for? Doubted where the page with a role of another sort is hardly worse, and where one of
several heads says nothing of the text below: it may name a column, 文化科技卫生三下乡."""

from collections.abc import Iterator

from jianbao.claims import Claim
from jianbao.model import Choice, Doubt
from jianbao.segment.cut import Cut
from jianbao.segment.seen import Seen

NAMES = {
    "headline": "标题",
    "crosshead": "小标题",
    "byline": "署名",
    "credit": "摄影署名",
    "precis": "提要",
    "masthead": "报头",
    "advert": "广告",
    "page_furniture": "版面部件",
    "standing_head": "栏题",
}
_SURE = ((0.75, 0.4), (1.25, 0.3))  # how far the other role falls short at most, and the chance that it is right
_BY_FORM = "masthead"  # a date alone is one, whatever stands around it
_STRANGE = 0.2  # share of a head's telling pairs that its text takes up, below which it may be a standing head,
_COLUMN = 0.6  # with this chance
_ALIKE = 1.0  # neighbours whose doubt differs by less stand or fall together


def doubts(cut: Cut) -> list[Doubt]:
    """Returns the doubts about roles."""
    found = [_doubt(cut, *run) for run in _runs(cut)]
    named = {no for one in found for no in one.lines}
    return [*found, *(_doubt(cut, [line], "standing_head", _COLUMN) for line in _strange(cut) if line.no not in named)]


def _runs(cut: Cut) -> list[tuple[list[Seen], str, float]]:
    """Returns lines that may be another thing with it and its chance; neighbours that would be the same stand
    together."""
    runs: list[tuple[list[Seen], str, float]] = []
    for line in cut.view.seen:
        if cut.labels.roles.get(line.no, _BY_FORM) == _BY_FORM:
            continue
        role, short = cut.another_sort(line)
        if short > _SURE[-1][0] or line.said or line.home is not None or _beside_a_jump(line):
            continue
        last = runs[-1] if runs else None
        if last and last[1] == role and line.next_above is last[0][-1] and abs(last[2] - short) < _ALIKE:
            last[0].append(line)
        else:
            runs.append(([line], role, short))
    return [(lines, role, next(chance for most, chance in _SURE if short <= most)) for lines, role, short in runs]


def _beside_a_jump(line: Seen) -> bool:
    """Does the text go on on another page, or come from one? It breaks off, which makes it look like a head; a head
    over the rest is one whatever it looks like."""
    beside = any(one is not None and one.jump_line for one in (line.above, line.below))
    return beside or bool(line.jumps)


def _strange(cut: Cut) -> Iterator[Seen]:
    """Yields the heads, of pieces that have several, that the text does not take up."""
    for draft in cut.drafts:
        for head in draft.heads if len(draft.heads) > 1 and draft.text and not draft.decided else ():
            if not head.said and cut.view.rarity.shared(head.all_pairs, draft.pairs()) < _STRANGE:
                yield head


def _doubt(cut: Cut, lines: list[Seen], other: str, chance: float) -> Doubt:
    own = cut.labels.roles[lines[0].no]
    numbers = tuple(no for line in lines for no in line.nos)
    named = "、".join(str(line.no) for line in lines)
    roles = ", ".join(f"{cut.in_order([line])}: {other}" for line in lines)
    return Doubt(
        lines=numbers,
        note=f"{_name(own)}第{named}行或为{_name(other)}",
        chance=chance,
        choices=(Choice(f"是{_name(other)}", f"roles: {{{roles}}}"),),
        claims=tuple(claim for line in lines for claim in _claims(cut, line, (own, other))),
        about_heads=own == "headline" and other in ("crosshead", "byline", "credit"),
    )


def _name(role: str) -> str:
    return NAMES.get(role, "正文")


def _claims(cut: Cut, line: Seen, roles: tuple[str, str]) -> Iterator[Claim]:
    return (claim for claim in cut.labels.claims_about(line) if claim.value in roles)
