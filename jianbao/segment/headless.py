"""Texts without heads, and heads without their text: a photo's headline may stand after it (d03 L34), or inside another
story (001 L107). Heads go where their words are taken up."""

from dataclasses import replace

from jianbao.segment.draft import Draft, pairs_of
from jianbao.segment.label import SIGNED, TEXT
from jianbao.segment.seen import Seen

_TAKE_UP = 0.15  # by so much more must the text above take up a head than the text below
_FAR_AWAY = 0.5  # share of a head's words that a text elsewhere on the page must take up


def crown(drafts: list[Draft]) -> list[Draft]:
    """Returns the drafts, each head with the text that takes it up."""
    return _heads_go_far(_heads_find_their_text(drafts))


def _heads_find_their_text(drafts: list[Draft]) -> list[Draft]:
    """A draft without heads takes the heads below it when its text takes up their words and the text there does not."""
    found: list[Draft] = []
    for draft in drafts:
        above = found[-1] if found else None
        if above and not above.heads and above.text:
            up = _heads_for(above, draft)
            lead = min((_lead(head, above, draft) for head in draft.heads[:up]), default=0.0)
            crowned = replace(above, heads=draft.heads[:up])
            found[-1] = crowned.told("its words are taken up here, not below it", lead, crowned.heads)
            draft = replace(draft, heads=draft.heads[up:])
            if up and not draft.heads and not any(draft.role(line) in TEXT for line in draft.text):
                found[-1] = replace(found[-1], text=above.text + draft.text)
                continue
        found.append(draft)
    return found


def _heads_for(above: Draft, draft: Draft) -> int:
    """Returns how many of the first heads of a draft belong to the text above it. A text with a lead keeps one."""
    led = any(draft.role(line) == "byline+body" for line in draft.text)
    count = 0
    for head in draft.heads[: len(draft.heads) - led]:
        if _lead(head, above, draft) <= _TAKE_UP:
            break
        count += 1
    return count


def _lead(head: Seen, above: Draft, draft: Draft) -> float:
    """Returns by how much more the text above takes up a head than the text below."""
    rarity = head.view.rarity
    return rarity.shared(head.all_pairs, above.pairs()) - rarity.shared(head.all_pairs, draft.pairs())


def _heads_go_far(drafts: list[Draft]) -> list[Draft]:
    """Heads whose own text says nothing of them go to a text without heads that does, wherever it stands: the head of
    the picture 001 L97 stands inside the story below it. The text they leave goes on with the draft above."""
    found: list[Draft] = []
    taken: dict[int, tuple[Seen, ...]] = {}
    for draft in drafts:
        home = _far_home(draft, drafts)
        if home is None or home in taken:
            found.append(draft)
            continue
        taken[home] = draft.heads
        if found and not _signed(found[-1]):
            found[-1] = replace(found[-1], text=found[-1].text + draft.text)
        else:
            found.append(replace(draft, heads=()))
    by_first = {drafts[home].text[0].no: heads for home, heads in taken.items()}
    return [_crowned(one, by_first.get(one.text[0].no, ())) if one.text else one for one in found]


def _crowned(draft: Draft, heads: tuple[Seen, ...]) -> Draft:
    if not heads:
        return draft
    shared = heads[0].view.rarity.shared(pairs_of(heads), draft.pairs())
    return replace(draft, heads=heads).told("its words are taken up here, far from it", shared, heads)


def _far_home(draft: Draft, drafts: list[Draft]) -> int | None:
    """Returns the number of the draft without heads that takes up the heads of this one, None if there is none."""
    if not draft.heads or not draft.text:
        return None
    rarity, head = draft.heads[0].view.rarity, pairs_of(draft.heads)
    taken_up = {at: rarity.shared(head, one.pairs()) for at, one in enumerate(drafts) if not one.heads and one.text}
    best = max(taken_up, key=lambda at: taken_up[at], default=None)
    if best is None or taken_up[best] < _FAR_AWAY:
        return None
    return best if rarity.shared(head, draft.pairs()) < _TAKE_UP else None


def _signed(draft: Draft) -> bool:
    return bool(draft.text) and draft.role(draft.text[-1]) in SIGNED
