"""A labelled page is cut into drafts, one a piece: in page order, before fragments go home.

A head opens a draft; so does a lead that has no head above it, a text that follows a credit or a closing signature,
and what comes from another page or follows a text that goes on there. A second signature tells that another story,
without a head, began somewhere above it."""

import re
from collections.abc import Iterator

from jianbao.model import HEADS
from jianbao.segment.draft import Draft
from jianbao.segment.headless import crown
from jianbao.segment.label import BODY, FURNITURE, SIGNED, TEXT, Labels
from jianbao.segment.seen import Seen, View

_STRANGE = 0.12  # kinship of the texts on both sides below which an unsigned story begins in a signed one,
_ALIEN = 0.06  # and where its first words do not tell the day
_PICTURE_GAP = 3  # blank lines that a picture leaves; after them a text without a head is a piece of its own (001 L97)
NEWS = re.compile(r"(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日|近日|日前|连日来|昨[日天]|今[日天]")
_APART = (*FURNITURE, "repeat", "elsewhere")  # elsewhere: in an article that a person gave its lines


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
    return _in_page_order(crown(drafts), _decided(view, labels))


def _decided(view: View, labels: Labels) -> list[Draft]:
    """Returns the articles that a person gave their lines, in the order given. The first heads are its own; what looks
    like a head further down divides it, unless the person calls it one."""
    found = []
    for order in view.decided.orders:
        lines = [view.by_no[no] for no in order]
        first = _first_heads(lines, labels)
        heads = tuple(line for line in lines if line in first or line.said in HEADS)
        inside = {line.no: "crosshead" for line in lines if labels.roles[line.no] == "headline" and line not in heads}
        text = tuple(line for line in lines if line not in heads)
        found.append(Draft(heads, text, labels.roles | inside))
    return found


def _first_heads(lines: list[Seen], labels: Labels) -> list[Seen]:
    """Returns the head lines that stand together above all others; a picture's may stand below its text."""
    is_head = [labels.roles[line.no] == "headline" for line in lines]
    if True not in is_head:
        return []
    start = is_head.index(True)
    end = next((at for at in range(start, len(lines)) if labels.roles[lines[at].no] in TEXT), len(lines))
    return [line for line, head in zip(lines[start:end], is_head[start:end], strict=True) if head]


def _in_page_order(drafts: list[Draft], decided: list[Draft]) -> list[Draft]:
    return sorted([*drafts, *decided], key=lambda draft: draft.lines) if decided else drafts


def _groups(view: View, labels: Labels) -> Iterator[list[Seen]]:
    group: list[Seen] = []
    roles: list[str] = []
    for line in view.seen:
        role = "elsewhere" if line.home is not None else labels.roles.get(line.no, "repeat")
        story = _unsigned_story(group, roles, role) if role in SIGNED else 0
        apart = role == "standing_head" or line.no in view.decided.tops
        apart = apart or (role not in _APART and bool(group) and _opens(line, role, group, roles))
        if story:
            yield group[:story]
            group, roles = group[story:], roles[story:]
        elif apart and group:
            yield group
            group, roles = [], []
        if role not in _APART:
            group.append(line)
            roles.append(role)
    if group:
        yield group


def _opens(line: Seen, role: str, group: list[Seen], roles: list[str]) -> bool:
    """Does the line open a new piece, after the lines of the group and their roles?"""
    if line.view.decided.goes_on(line.no):
        return False
    if role == "headline":
        return any(one in TEXT for one in roles)
    if role == "byline+body":
        return any(one in BODY for one in roles)
    if not any(one in TEXT for one in roles):
        return False
    if role not in SIGNED and (group[-1].turns_on or line.turned_from):
        return True
    if role == "credit":  # the piece above is signed: by another credit or by its lead
        return roles[-1] == "credit" or "byline+body" in roles
    if role == "byline":
        return ("byline" in roles or _led_by_names(group)) and not _item(group[-1], group[:-1])
    return role == "body" and (_pictured(line, group, roles) or (roles[-1] in SIGNED and not _item(line, group)))


def _unsigned_story(group: list[Seen], roles: list[str], signature: str) -> int:
    """Returns where in a group that is signed already another story begins, 0 when none does: at the paragraph that
    opens like one and shares fewest words with those above. A caption below an article is the commonest."""
    first = next((at for at, role in enumerate(roles) if role in TEXT), len(group))
    last = max((at for at, role in enumerate(roles) if role == "body"), default=0)
    kin = {
        at: kinship(group[first:at], group[at:])
        for at in range(max(first + 1, last - 1 if signature == "credit" else 0), len(group))
        if roles[at] == "body" and group[at - 1].closed and _is_signed(group[:at], roles[:at])
    }
    alien = _ALIEN if signature == "credit" else 0.0
    telling = {at: much for at, much in kin.items() if much < (_STRANGE if NEWS.match(group[at].text) else alien)}
    return min(telling, key=lambda at: telling[at], default=0)


def _is_signed(group: list[Seen], roles: list[str]) -> bool:
    return "byline" in roles or _led_by_names(group) or any(line.tail for line in group)


def kinship(above: list[Seen], below: list[Seen]) -> float:
    """Returns how much of what the shorter text tells stands in the longer one, 0 to 1."""
    pairs = sorted((frozenset[str]().union(*(line.pairs for line in lines)) for lines in (below, above)), key=len)
    return below[0].view.rarity.shared(*pairs)


def _pictured(line: Seen, group: list[Seen], roles: list[str]) -> bool:
    """Does the text of another picture begin? A picture leaves a wide gap; one signed above has one text, and the
    next begins with its day (d03 L27)."""
    return group[-1].closed and (line.gap >= _PICTURE_GAP or (roles[0] == "credit" and bool(NEWS.match(line.text))))


def _item(line: Seen, group: list[Seen]) -> bool:
    """Is the line one more item of a column of briefs, each opened by the same mark? ▲…(刘生来) ▲…"""
    mark = line.text[:1]
    return not mark.isalnum() and mark not in '“"「《（(' and any(one.text[:1] == mark for one in group)


def _led_by_names(group: list[Seen]) -> bool:
    """A lead with names is a byline too: 004 L59 opens a piece because the one above is signed already."""
    return any(line.lead is not None and bool(line.lead.authors) for line in group)
