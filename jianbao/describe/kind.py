"""What kind of thing a piece is: news, feature, photo, comment, letter, notice, advert, other. Claims compete."""

import re
from collections.abc import Callable, Iterator

from jianbao.claims import Claim, Verdict, settle
from jianbao.describe.texts import Read

_COMMENT = re.compile(r"评论|短评|时评|快评|社论|杂谈|漫谈|随笔|随想|杂感|言论|来论|有感|微言|絮语|之我见")
_WE = re.compile(r"我们(?:应该|应当|要|不能|需要|在|的|当)|你我|应该庆幸|说到底|笔者|窃以为|不妨|岂不|何尝")
_LETTERS = re.compile(r"来信|来函|信箱")
_ADDRESS = re.compile(r"^(?:尊敬的|亲爱的)?编辑(?:部|部的)?(?:同志|先生|记者)?们?[:：,，!！]|此致\s*敬礼", re.MULTILINE)
_NOTICE = re.compile(
    r"(?:启事|公告|通告|通知|遗失声明|声明|讣告|招领|公示|预告|节目单|天气预报)$|^(?:遗失|招领|征稿|征订|讣告)"
)
_DATELINE = re.compile(r"\s*(?:据?新华社|中新社|人民网|本报)[^。，,]{0,12}?(?:讯(?!员)|电)|【本報[^】]{0,8}】")
_REPORTER = re.compile(r"记者|通讯员")
_PICTURES = re.compile(r"图片|镜头|摄影|掠影")
_EDITORIAL = re.compile(r"[口■□]?\s*(?:本报|特约)评论员")
_ADVERT = re.compile(r"招商|热线|诚招|订购|零售价|特价|优惠|地址|电话|厂家|总经销|代理")
_DAY = re.compile(r"[0-9０-９]{1,2}月[0-9０-９]{1,2}日")
_PHONE = re.compile(r"[0-9]{3,4}-[0-9]{7,8}|400-?[0-9]{3}|(?<![0-9])[0-9]{7,8}(?![0-9])")


def kind(read: Read) -> Verdict:
    """Returns the kind that the claims settle on, `news` when nothing speaks."""
    return settle("kind", [claim for rule in RULES for claim in rule(read)])


def _plain(read: Read) -> Iterator[Claim]:
    opening = [block for block in read.piece.blocks if block.role == "byline+body"]
    dated = [block for block in read.piece.blocks if _DATELINE.match(block.text)]
    yield Claim("kind", "news", "most pieces are news", 1.0)
    if opening:
        yield Claim("kind", "news", "opens with dateline or reporter", 0.5, opening[0].lines[:1], opening[0].text[:9])
    if dated:
        yield Claim("kind", "news", "has a dateline", 1.2, dated[0].lines[:1], dated[0].text[:9])


def _picture(read: Read) -> Iterator[Claim]:
    credits = [block for block in read.piece.blocks if block.role == "credit"]
    captions = [block for block in read.piece.blocks if block.role == "caption"]
    length = read.length
    if credits and length < 600:
        yield Claim("kind", "photo", "a photographer signs", 1.2, credits[0].lines[:1], credits[0].text[:12])
    if _PICTURES.search(read.piece.column) and length < 300:
        yield Claim("kind", "photo", "its column is of pictures", 1.2, read.piece.lines[:1], read.piece.column)
    if captions and length < 600:
        yield Claim(
            "kind",
            "photo",
            "captions only" if len(captions) == len(read.paragraphs) else "a caption",
            0.8,
            captions[0].lines[:1],
            captions[0].text[:12],
        )


def _bare(read: Read) -> Iterator[Claim]:
    """6月12日,一名记者在拍摄龙虾新味大赛上展示的菜品: two sentences of a picture whose credit is lost."""
    texts = read.paragraphs
    signed = any(block.role in ("byline", "byline+body") for block in read.piece.blocks)
    if not signed and 0 < len(texts) < 3 and sum(map(len, texts)) < 260 and _DAY.match(texts[0]):
        yield Claim("kind", "photo", "short, unsigned, opens with a day", 1.2, read.piece.lines[:1], texts[0][:12])


def _long(read: Read) -> Iterator[Claim]:
    crossheads = [block for block in read.piece.blocks if block.role == "crosshead"]
    precis = [block for block in read.piece.blocks if block.role == "precis"]
    signed = [block for block in read.piece.blocks if block.role == "byline" and _REPORTER.search(block.text)]
    length = read.length
    if signed and length > 600:
        yield Claim(
            "kind", "feature", "long, a reporter's line of its own", 1.4, signed[0].lines[:1], signed[0].text[:12]
        )
    if len(crossheads) > 1:
        yield Claim("kind", "feature", "crossheads divide it", 1.6, crossheads[0].lines[:1], crossheads[0].text[:12])
    if precis:
        yield Claim("kind", "feature", "a precis stands before it", 1.6, precis[0].lines[:1], precis[0].text[:12])


def _opinion(read: Read) -> Iterator[Claim]:
    said = _COMMENT.search(read.piece.column) or _COMMENT.search(read.heads)
    text = "\n".join(read.paragraphs)
    voiced = _WE.findall(text)
    editorial = [block for block in read.piece.blocks if _EDITORIAL.match(block.text)]
    if editorial:
        yield Claim("kind", "comment", "a commentator signs", 2.0, editorial[0].lines[:1], editorial[0].text[:9])
    if said:
        yield Claim("kind", "comment", "its heads say so", 1.2, read.piece.lines[:1], said[0])
    if len(voiced) > 2 and len(voiced) * 250 > len(text):
        yield Claim("kind", "comment", "speaks of what we should", 1.4, read.piece.lines[:1], voiced[0])


def _addressed(read: Read) -> Iterator[Claim]:
    text = "\n".join((read.piece.column, read.heads, *read.paragraphs))
    letter = _LETTERS.search(read.piece.column) or _ADDRESS.search(text)
    notice = next(filter(None, map(_NOTICE.search, [*read.heads.splitlines(), read.piece.column])), None)
    short = text if len(text) < 300 else ""
    cues, phones = set(_ADVERT.findall(short)), _PHONE.findall(short)
    if letter:
        yield Claim("kind", "letter", "written to the editors", 2.0, read.piece.lines[:1], letter[0])
    if notice and len(text) < 600:
        yield Claim("kind", "notice", "its heads say so", 2.0, read.piece.lines[:1], notice[0])
    if phones and cues:
        yield Claim(
            "kind",
            "advert",
            "telephone numbers and selling words",
            1.2 + 0.4 * len(cues),
            read.piece.lines[:1],
            phones[0],
        )


RULES: tuple[Callable[[Read], Iterator[Claim]], ...] = (_plain, _picture, _bare, _long, _opinion, _addressed)
