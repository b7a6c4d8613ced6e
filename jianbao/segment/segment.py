"""A page to its layout: pieces, furniture, repeats.

Takes a Page; gives a Layout in which every non-blank line is in one piece, in the furniture, or marked as a repeat.
Steps: put lines in view and mark what was said twice, label every line, divide the page into drafts, mend broken
paragraphs, gather strays and mend again, say what is doubtful, and set each draft as a Piece. Does not know who wrote
what, where or when."""

from collections.abc import Iterator
from dataclasses import replace

from jianbao.chinese.repeats import said_twice
from jianbao.model import Decisions, Furniture, Layout, Page, Repeat
from jianbao.segment.columns import columns_of
from jianbao.segment.cut import Cut
from jianbao.segment.decided import Decided, edges, settle_again
from jianbao.segment.divide import divide
from jianbao.segment.doubts import doubts
from jianbao.segment.gather import gather
from jianbao.segment.label import FURNITURE, Labels, label
from jianbao.segment.mend import Paragraphs, mend
from jianbao.segment.openings import openings
from jianbao.segment.reunite import reunite
from jianbao.segment.rivals import joined
from jianbao.segment.seen import View
from jianbao.segment.setting import set_piece
from jianbao.segment.strips import cut_before, strips
from jianbao.segment.turns import turns


def segment(page: Page, decisions: Decisions | None = None, *, claims: bool = True) -> Layout:
    """Returns the layout of a page, in which every decision of a person holds. claims: with those behind it, two
    thousand on a page, which a build has no use for."""
    decisions = decisions or Decisions()
    cut = cut_before(strips(page.lines), edges(decisions, page.lines))
    decided = Decided(decisions, cut)
    view = View(cut, settle_again(said_twice([(strip.no, strip.text) for strip in cut]), cut, decided), decided)
    labels = label(view)
    mended = mend(reunite(divide(view, labels)))
    mended = mend(gather(mended.drafts, mended.joins))
    furniture = _furniture(view, labels)
    columns = columns_of(mended.drafts, furniture)
    jumps = turns(view, mended.drafts)
    whole = Paragraphs(mended.joins)
    done = Cut(view, labels, mended)
    why = (*labels.claims, *openings(done), *joined(done), *decided.claims) if claims else ()
    layout = Layout(
        tuple(
            replace(set_piece(one, whole, columns.get(at, "")), turns=jumps.get(at, ()))
            for at, one in enumerate(mended.drafts)
        ),
        tuple(furniture),
        tuple(_repeats(view)),
        why,
        doubts(done),
    )
    view.forget()
    return layout


def _repeats(view: View) -> Iterator[Repeat]:
    """Yields what is said again; of a whole strip each printed line once, though its halves may stand in two others."""
    whole: set[int] = set()
    for again in view.again:
        strip = view.by_no[again.line]
        if not strip.repeat:
            yield Repeat(again.line, again.of, strip.strip.text[again.start : again.end], False)
        elif again.line not in whole:
            whole.add(again.line)
            yield from (Repeat(line.no, again.of, line.text.strip(), True) for line in strip.strip.lines)


def _furniture(view: View, labels: Labels) -> list[Furniture]:
    """Returns the furniture; neighbours of one role without a blank line between them are one item."""
    found: list[Furniture] = []
    for line in view.seen:
        role = labels.roles.get(line.no, "")
        if role not in FURNITURE:
            continue
        last = found[-1] if found else None
        if last and last.role == role and line.gap == 0 and line.above and line.above.nos[-1] == last.lines[-1]:
            found[-1] = Furniture(role, (*last.lines, *line.nos), f"{last.text} {line.text}")
        else:
            found.append(Furniture(role, line.nos, line.text))
    return found
