"""A page to its layout: pieces, furniture, repeats.

Takes a Page; gives a Layout in which every non-blank line is in one piece, in the furniture, or marked as a repeat.
Steps: put lines in view and mark what was said twice, label every line, divide the page into drafts, mend broken
paragraphs, and set each draft as a Piece. Does not know who wrote what, where or when."""

from jianbao.chinese.repeats import Again, said_twice
from jianbao.model import Furniture, Layout, Page, Repeat
from jianbao.segment.columns import columns_of
from jianbao.segment.divide import divide
from jianbao.segment.gather import gather
from jianbao.segment.label import FURNITURE, Labels, label
from jianbao.segment.mend import mend
from jianbao.segment.seen import View
from jianbao.segment.setting import set_piece


def segment(page: Page) -> Layout:
    """Returns the layout of a page."""
    view = View(page, said_twice([(line.no, line.text) for line in page.lines]))
    labels = label(view)
    drafts, joins = mend(gather(*mend(divide(view, labels))))
    furniture = _furniture(view, labels)
    columns = columns_of(drafts, furniture)
    claims = (*labels.claims, *(claim for one in joins for claim in one.claims))
    return Layout(
        tuple(set_piece(draft, joins, columns.get(at, "")) for at, draft in enumerate(drafts)),
        tuple(furniture),
        tuple(_repeat(view, again) for again in view.again),
        claims,
    )


def _repeat(view: View, again: Again) -> Repeat:
    line = view.by_no[again.line]
    return Repeat(again.line, again.of, line.line.text[again.start : again.end], line.repeat)


def _furniture(view: View, labels: Labels) -> list[Furniture]:
    """Returns the furniture; neighbours of one role without a blank line between them are one item."""
    found: list[Furniture] = []
    for line in view.seen:
        role = labels.roles.get(line.no, "")
        if role not in FURNITURE:
            continue
        last = found[-1] if found else None
        if last and last.role == role and line.line.gap == 0 and line.above and line.above.no == last.lines[-1]:
            found[-1] = Furniture(role, (*last.lines, line.no), f"{last.text} {line.text}")
        else:
            found.append(Furniture(role, (line.no,), line.text))
    return found
