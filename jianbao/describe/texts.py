"""What the describing rules read of a piece: its heads, its running text without signatures, its opening."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from jianbao.chinese import bylines
from jianbao.chinese.bylines import Byline
from jianbao.model import Block, Piece

MOST_READ = 20_000  # no article is longer; a file of 5 MB without line ends is no article
LONGEST_HEAD = 300
_EDGE = 400  # characters in which a signature at either end of a paragraph must lie
RUNNING = ("body", "byline+body", "caption", "precis", "stray", "pullquote")
_MARKS = " ■□▲△●○◆◇★☆·"
_STOPS = " ,，。;；:：、—…(（"
_ENOUGH, _LONGEST = 6, 20
_PART = re.compile(r"[^,，。;；:：!！?？—…\s]+[,，。;；:：!！?？—…\s]*")
_SENTENCE = re.compile(r"[^。!?！？]*[。!?！？]?[”\"」』]?")


@dataclass(frozen=True, slots=True)
class Read:
    """A piece as the rules read it. heads: kicker, title and subtitle on a line each; paragraphs: without signatures,
    as far as describing reads."""

    piece: Piece
    heads: str
    paragraphs: tuple[str, ...]

    @property
    def length(self) -> int:
        """Returns how many characters the paragraphs have."""
        return sum(map(len, self.paragraphs))


def read(piece: Piece) -> Read:
    """Returns what the rules read of a piece."""
    heads = (head[:LONGEST_HEAD] for head in (piece.kicker, piece.title, piece.subtitle) if head)
    return Read(piece, "\n".join(heads), running(piece))


def unsigned(block: Block) -> str:
    """Returns the text of a block without dateline, byline and signature at its end.

    >>> unsigned(Block('byline+body', '本报讯 (记者张婧)近日,青岛有雪。', (7,)))
    '近日,青岛有雪。'
    """
    opening, closing = signatures(block)
    return block.text[opening.end if opening else 0 : closing.end if closing else None].strip()


def signatures(block: Block) -> tuple[Byline | None, Byline | None]:
    """Returns the signature that opens a block and the one at its end."""
    text = block.text
    closing = bylines.tail(text[-_EDGE:])
    before = max(len(text) - _EDGE, 0)
    return bylines.lead(text[:_EDGE]), replace(closing, end=closing.end + before) if closing else None


def running(piece: Piece) -> tuple[str, ...]:
    """Returns the paragraphs of a piece without signatures, as far as describing reads: 20,000 characters."""
    found, left = [], MOST_READ
    for block in piece.blocks:
        text = unsigned(block)[:left] if block.role in RUNNING and left else ""
        if text:
            found.append(text)
            left -= len(text)
    return tuple(found)


def opening(paragraphs: tuple[str, ...], sentences: int = 2) -> int:
    """Returns how many characters the first sentences of the paragraphs (joined by line ends) take.

    >>> opening(('青岛有雪。', '今天晴。明天雨。'))
    10
    """
    text = "\n".join(paragraphs)
    end = 0
    for match in islice(_SENTENCE.finditer(text), sentences):
        end = match.end()
    return end


def supplied_title(read: Read) -> str:
    """Returns the first words of a text, up to its first mark of punctuation and 20 characters at most.

    >>> supplied_title(read(Piece((1,), (Block('caption', '▲连日来,广西果农抢摘蜜橘。今年', (1,)),))))
    '连日来,广西果农抢摘蜜橘'
    """
    blocks = (block.text for block in read.piece.blocks)
    text = next(iter(read.paragraphs), "") or next(blocks, "") or read.piece.kicker
    text = text[: 4 * _LONGEST].lstrip(_MARKS)
    title = ""
    for part in _PART.findall(text):
        ended = len(title) >= _ENOUGH and title[-1] in "。!?！？"
        if ended or len(title) + len(part.rstrip(_STOPS)) > _LONGEST:
            break
        title += part
    title = title.strip(_STOPS)
    return title if len(title) >= _ENOUGH else text[:_LONGEST].strip(_STOPS)
