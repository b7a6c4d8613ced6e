"""A page to its layout: pieces, furniture, repeats.

Takes a Page; gives a Layout in which every non-blank line is in one piece, in the furniture, or marked as a repeat.
Steps: put lines in view and mark what was said twice, label every line, divide the page into drafts, mend broken
paragraphs, and set each draft as a Piece. Does not know who wrote what, where or when."""

from jianbao.chinese.repeats import Again, said_twice
from jianbao.model import Block, Furniture, Layout, Page, Piece, Repeat
from jianbao.segment.divide import Draft, divide
from jianbao.segment.label import FURNITURE, Labels, label
from jianbao.segment.mend import Join, mend, paragraphs
from jianbao.segment.seen import Seen, View
from jianbao.segment.titles import titles


def segment(page: Page) -> Layout:
    """Returns the layout of a page."""
    view = View(page, said_twice([(line.no, line.text) for line in page.lines]))
    labels = label(view)
    drafts, joins = mend(divide(view, labels))
    claims = (*labels.claims, *(claim for one in joins for claim in one.claims))
    return Layout(
        tuple(_piece(draft, joins) for draft in drafts),
        tuple(_furniture(view, labels)),
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


def _piece(draft: Draft, joins: list[Join]) -> Piece:
    heads = titles(draft.heads)
    blocks = _blocks(draft, joins)
    return Piece(
        lines=draft.lines,
        blocks=tuple(blocks),
        title=heads.title,
        kicker=heads.kicker,
        subtitle=heads.subtitle,
        review=_review(draft, blocks),
    )


def _blocks(draft: Draft, joins: list[Join]) -> list[Block]:
    whole = {lines[0].no: lines for lines in paragraphs(joins)}
    inner = {line.no for lines in whole.values() for line in lines[1:]}
    caption = _is_picture(draft)
    blocks = []
    for line in draft.text:
        if line.no in inner:
            continue
        lines = whole.get(line.no, [line])
        role = "caption" if caption and draft.role(line) == "body" else draft.role(line)
        blocks.append(Block(role, _joined(lines), tuple(one.no for one in lines)))
    return blocks


def _joined(lines: list[Seen]) -> str:
    """Returns the text of a paragraph, its lines joined: with a blank between Latin words, without one elsewhere."""
    joined = ""
    for line in lines:
        text = line.said_once
        latin = joined[-1:].isascii() and joined[-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
        joined += " " + text if latin else text
    return joined


def _is_picture(draft: Draft) -> bool:
    """Is the piece a picture with its text: a credit, no lead, a few paragraphs?"""
    roles = [draft.role(line) for line in draft.text]
    return "credit" in roles and "byline+body" not in roles and roles.count("body") <= 6 and "crosshead" not in roles


def _review(draft: Draft, blocks: list[Block]) -> tuple[str, ...]:
    """Returns what a cataloguer should look at."""
    doubts = []
    running = [block for block in blocks if block.role in ("body", "byline+body", "caption")]
    by_no = {line.no: line for line in draft.text}
    broken = [block.lines[-1] for block in running if not by_no[block.lines[-1]].closed]
    if not running:
        doubts.append("no text")
    if broken and running[-1].lines[-1] == broken[-1]:
        doubts.append("ends mid-sentence")
        broken = broken[:-1]
    if broken:
        doubts.append("breaks off at line " + ", ".join(map(str, broken)))
    return tuple(doubts)
