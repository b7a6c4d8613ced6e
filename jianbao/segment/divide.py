"""A labelled page is cut into drafts, one a piece: in page order, before fragments go home.

A head opens a draft; so does a lead that has no head above it, and a text that follows a credit or a closing
signature. A photo's headline may stand after its text (d03 L34): heads go where their words are taken up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jianbao.segment.label import FURNITURE, Labels
from jianbao.segment.seen import Seen, View

_HEADS_TAKE_UP = 0.15  # by so much more must the text above take up a head than the text below

_HEADS_FAR_AWAY = 0.5  # share of a head's words that a text elsewhere on the page must take up
_PICTURE_GAP = 3  # blank lines that a picture leaves; after them a text without a head is a piece of its own (001 L97)
_NEWS = re.compile(r"(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日|近日|日前|连日来|昨[日天]|今[日天]")
_TEXT = ("body", "byline+body", "precis")
_SIGNED = ("credit", "byline")
_APART = (*FURNITURE, "repeat")


@dataclass(frozen=True, slots=True)
class Draft:
    """One piece in the making. heads: its headline lines; text: everything else, in reading order; roles: by line."""

    heads: tuple[Seen, ...] = ()
    text: tuple[Seen, ...] = ()
    roles: dict[int, str] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(sorted(no for line in (*self.heads, *self.text) for no in line.nos))

    def role(self, line: Seen) -> str:
        return self.roles[line.no]

    def words(self) -> str:
        """All running text of the draft."""
        return " ".join(line.text for line in self.text)


def divide(view: View, labels: Labels) -> list[Draft]:
    """Returns the drafts of a page in page order; every line that is neither repeat nor furniture is in one."""
    drafts = [
        Draft(
            tuple(line for line in group if labels.roles[line.no] == "headline"),
            tuple(line for line in group if labels.roles[line.no] != "headline"),
            labels.roles,
        )
        for group in _groups(view, labels)
    ]
    return _heads_go_far(_heads_find_their_text(drafts))


def _groups(view: View, labels: Labels) -> Iterator[list[Seen]]:
    group: list[Seen] = []
    roles: list[str] = []
    for line in view.seen:
        role = labels.roles.get(line.no, "repeat")
        apart = role == "standing_head" or (role not in _APART and bool(group) and _opens(line, role, group, roles))
        if apart and group:
            yield group
            group, roles = [], []
        if role not in _APART:
            group.append(line)
            roles.append(role)
    if group:
        yield group


def _opens(line: Seen, role: str, group: list[Seen], roles: list[str]) -> bool:
    """Does the line open a new piece, after the lines of the group and their roles?"""
    if role == "headline":
        return any(one in _TEXT for one in roles) or (roles[-1] == "credit" and "headline" in roles)
    if role == "byline+body":
        return any(one in ("body", "byline+body") for one in roles)
    if not any(one in _TEXT for one in roles):
        return False
    if role == "credit":
        return _credit_opens(line, roles)
    if role == "byline":
        return "byline" in roles or _led_by_names(group)
    return role == "body" and (_pictured(line, group, roles) or (roles[-1] in _SIGNED and not _item(line, group)))


def _pictured(line: Seen, group: list[Seen], roles: list[str]) -> bool:
    """Does the text of another picture begin? A picture leaves a wide gap; one signed above has one text, and the
    next begins with its day (d03 L27)."""
    return group[-1].closed and (line.gap >= _PICTURE_GAP or (roles[0] == "credit" and bool(_NEWS.match(line.text))))


def _item(line: Seen, group: list[Seen]) -> bool:
    """Is the line one more item of a column of briefs, each opened by the same mark? ▲…(刘生来) ▲…"""
    mark = line.text[:1]
    return not mark.isalnum() and mark not in '“"「《（(' and any(one.text[:1] == mark for one in group)


def _led_by_names(group: list[Seen]) -> bool:
    """A lead with names is a byline too: 004 L59 opens a piece because the one above is signed already."""
    return any(line.lead is not None and bool(line.lead.authors) for line in group)


def _credit_opens(line: Seen, roles: list[str]) -> bool:
    """A credit opens a piece if a head comes next and the piece above is signed: by another credit or by its lead."""
    signed = roles[-1] == "credit" or "byline+body" in roles
    return signed and line.below is not None and line.below.headlike


def _heads_find_their_text(drafts: list[Draft]) -> list[Draft]:
    """A draft without heads takes the heads below it when its text takes up their words and the text there does not."""
    found: list[Draft] = []
    for draft in drafts:
        above = found[-1] if found else None
        if above and not above.heads and above.text:
            up = _heads_for(above, draft)
            found[-1] = replace(above, heads=draft.heads[:up])
            draft = replace(draft, heads=draft.heads[up:])
            if up and not draft.heads and not any(draft.role(line) in _TEXT for line in draft.text):
                found[-1] = replace(found[-1], text=above.text + draft.text)
                continue
        found.append(draft)
    return found


def _heads_for(above: Draft, draft: Draft) -> int:
    """Returns how many of the first heads of a draft belong to the text above it."""
    if any(draft.role(line) == "byline+body" for line in draft.text):
        return 0
    count = 0
    for head in draft.heads:
        rarity = head.view.rarity
        if rarity.shared(head.text, above.words()) <= rarity.shared(head.text, draft.words()) + _HEADS_TAKE_UP:
            break
        count += 1
    return count


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
    return [replace(one, heads=by_first.get(one.text[0].no, one.heads)) if one.text else one for one in found]


def _far_home(draft: Draft, drafts: list[Draft]) -> int | None:
    """Returns the number of the draft without heads that takes up the heads of this one, None if there is none."""
    if not draft.heads or not draft.text or any(draft.role(line) == "byline+body" for line in draft.text):
        return None
    head, rarity = " ".join(line.text for line in draft.heads), draft.heads[0].view.rarity
    headless = [at for at, one in enumerate(drafts) if not one.heads and one.text]
    best = max(headless, key=lambda at: rarity.shared(head, drafts[at].words()), default=None)
    if best is None or rarity.shared(head, drafts[best].words()) < _HEADS_FAR_AWAY:
        return None
    return best if rarity.shared(head, draft.words()) < _HEADS_TAKE_UP else None


def _signed(draft: Draft) -> bool:
    return bool(draft.text) and draft.role(draft.text[-1]) in ("byline", "credit")
