"""A draft is set as a piece: heads, paragraphs in reading order, roles, what is missing, what to review.

Blanks inside running text are the column ends of the print and are closed up; after the end of a sentence such a blank
was the end of a paragraph (001 L55). Blanks in heads, leads and signatures stay: they divide names and parts."""

import re
from collections.abc import Sequence

from jianbao.chinese import bylines
from jianbao.model import RUNNING, Block, Piece
from jianbao.segment.draft import Draft
from jianbao.segment.mend import Paragraphs
from jianbao.segment.seen import Seen
from jianbao.segment.strips import seam
from jianbao.segment.titles import titles

_HAN = "\u3400-\u9fff"
_BLANK = re.compile(rf"(?<=[{_HAN}，,、；;：:”’》）)])[ \u3000]+(?=[{_HAN}“‘《（])")
_PARAGRAPH = re.compile(rf'(?:(?<=。)|(?<=。”))[ \u3000]+(?=[{_HAN}“‘"0-9])')
_SLOGAN = re.compile(r"“[^“”]{1,24}”|《[^《》]{1,24}》")
_SET = ("body", "byline+body", "caption")  # running text that is closed up; a precis keeps its blanks
_SHORTEST = 12  # characters of a paragraph; what is shorter behind a blank is a signature or a slip


def set_piece(draft: Draft, whole: Paragraphs, column: str) -> Piece:
    """Returns the piece that a draft makes."""
    heads = titles(draft.heads)
    blocks = _blocks(draft, whole)
    return Piece(
        lines=draft.lines,
        blocks=tuple(_with_gaps(draft, blocks)),
        title=heads.title,
        kicker=heads.kicker,
        subtitle=heads.subtitle,
        column=column,
        review=_review(draft, blocks),
        decided=draft.decided,
    )


def close_up(text: str) -> str:
    """Returns running text without the blanks that line ends left in it; those in a short quotation stay.

    >>> close_up('启动“情暖农民工 留粤过大年”行动'), close_up('课 题')
    ('启动“情暖农民工 留粤过大年”行动', '课题')
    >>> close_up('着重对《应知应会手册》 内容进行讲解,设置课 题')
    '着重对《应知应会手册》内容进行讲解,设置课题'
    """
    slogans = [match.span() for match in _SLOGAN.finditer(text)]

    def kept(blank: re.Match[str]) -> str:
        inside = any(start < blank.start() < end for start, end in slogans)
        return blank.group() if inside else ""

    return _BLANK.sub(kept, text)


def split_paragraphs(text: str) -> list[str]:
    """Returns the paragraphs that stand in one line.

    >>> split_paragraphs('企业组建工会组织、委托代管会员。 方案还要求,加强组织领导。(张三)')
    ['企业组建工会组织、委托代管会员。', '方案还要求,加强组织领导。(张三)']
    """
    parts = _PARAGRAPH.split(text)
    whole = [parts[0]]
    for part in parts[1:]:
        if min(len(part), len(whole[-1])) < _SHORTEST:
            whole[-1] += part
        else:
            whole.append(part)
    return whole


def _blocks(draft: Draft, whole: Paragraphs) -> list[Block]:
    picture = _is_picture(draft)
    blocks: list[Block] = []
    for lines in whole.of(draft.text):
        blocks += _set(_role(draft, lines[0], picture), lines)
    return _with_tables(blocks)


def _with_tables(blocks: Sequence[Block]) -> list[Block]:
    """Returns the blocks, rows of a table that follow each other in one."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and last.role == "table" == block.role:
            found[-1] = Block("table", f"{last.text}\n{block.text}", (*last.lines, *block.lines))
        else:
            found.append(block)
    return found


def _role(draft: Draft, line: Seen, picture: bool) -> str:
    if line.said in RUNNING:
        return line.said
    return "caption" if picture and draft.role(line) == "body" else draft.role(line)


def _set(role: str, lines: Sequence[Seen]) -> list[Block]:
    """Returns the paragraphs of joined lines: more than one where a line holds an end and a new beginning."""
    if role not in _SET:
        return [Block(role, _joined(lines), tuple(no for line in lines for no in line.nos))]
    found: list[tuple[str, list[int]]] = []
    for line in lines:
        first, *others = split_paragraphs(_closed_up(line))
        if found:
            found[-1] = (seam(found[-1][0], first), [*found[-1][1], *line.nos])
        else:
            found.append((first, [*line.nos]))
        found += [(other, [*line.nos]) for other in others]
    return [Block(role if at == 0 else "body", text, tuple(held)) for at, (text, held) in enumerate(found)]


def _closed_up(line: Seen) -> str:
    """Returns a line's text closed up, but for its lead and its signature: their blanks divide names."""
    text = line.said_once
    start = line.lead.end if line.lead else 0
    tail = bylines.tail(text)
    end = tail.end if tail else len(text)
    return text[:start] + close_up(text[start:end]) + text[end:]


def _joined(lines: Sequence[Seen]) -> str:
    text = lines[0].said_once
    for line in lines[1:]:
        text = seam(text, line.said_once)
    return text


def _is_picture(draft: Draft) -> bool:
    """Is the piece a picture with its text: a credit, no lead, a few paragraphs?"""
    roles = [draft.role(line) for line in draft.text]
    return "credit" in roles and "byline+body" not in roles and roles.count("body") <= 6 and "crosshead" not in roles


def _broken(draft: Draft, blocks: Sequence[Block]) -> list[int]:
    """Returns the places of the running paragraphs that break off; one that goes on on another page does not."""
    by_no = {no: line for line in draft.text for no in line.nos}
    running = [at for at, block in enumerate(blocks) if block.role in _SET]
    ends = {at: by_no[blocks[at].lines[-1]] for at in running if blocks[at].lines}
    return [at for at, end in ends.items() if not (end.closed or end.turns_on)]


def _with_gaps(draft: Draft, blocks: Sequence[Block]) -> list[Block]:
    """Text is missing behind a paragraph that breaks off, unless it is the last."""
    gaps = {at + 1 for at in _broken(draft, blocks)}
    return [Block(one.role, one.text, one.lines, at in gaps) for at, one in enumerate(blocks)]


def _review(draft: Draft, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Returns what a cataloguer should look at: nothing that a person decided."""
    broken = [at for at in _broken(draft, blocks) if not _settled(draft, blocks[at].lines[-1])]
    last = max((at for at, block in enumerate(blocks) if block.role in _SET), default=-1)
    inside = [f"第{blocks[at].lines[-1]}行" for at in broken if at != last]
    doubts = []
    if last < 0 and not draft.decided:
        doubts.append("没有正文")
    if inside:
        doubts.append("、".join(inside) + "后文字中断")
    if last in broken and not draft.decided:
        doubts.append("文末中断")
    return tuple(doubts)


def _settled(draft: Draft, no: int) -> bool:
    """Did a person say what does not go on with the line?"""
    line = next(line for line in draft.text if no in line.nos)
    return line.view.decided.settled(line.no)
