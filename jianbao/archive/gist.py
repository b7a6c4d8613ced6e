"""What lists say of a body, so that no body need be at hand for them: its length, its first words, who signs in it.

Takes an article with its body, gives a few hundred bytes. Bodies are most of an archive; they are read where an
article's own page is made, and let go."""

import html
import re
from dataclasses import dataclass
from hashlib import blake2b

from jianbao.chinese.heads import broken
from jianbao.model import Article

_SHORT = 12
_LONGEST = 130  # characters of an opening
_MARKUP = re.compile(r"\n?\{:[^}\n]*\}|\\(?=[!-/:-@\[-`{-~])|\*\*")
_SIGNATURE = re.compile(r"\n\{:[^}\n]*\.(?:byline|credit)\b")
_DATELINE = re.compile(
    r"\A(?=.{0,20}(?:记者|通讯员))(?:本报讯|本报[^ ]{0,6}电)?\s*(?:[（(][^）)]{1,40}[）)]|[^，。,：:]{0,40}?报道)\s*"
)
_OPEN_END = re.compile(r"[,、:;“‘(《 ]+$")


@dataclass(frozen=True, slots=True)
class Gist:
    """headline: the title, with the places where a line may end (chinese/heads); length: of the body in characters;
    opening: its first plain words; signed: bylines in it name all authors; gap:
    text is known to be missing; facts: hash of all that is known of the article but its body; body: hash of that."""

    headline: str
    length: int
    opening: str
    signed: bool
    gap: bool
    facts: str
    body: str


def gist(article: Article) -> Gist:
    """Returns the gist of an article with its body."""
    body = article.body
    found = (str(broken(article.title)), len(body), opening(body), _signed(article), "{: .gap}" in body)
    facts = tuple(getattr(article, name) for name in article.__slots__ if name != "body")
    return Gist(*found, hashed(repr((facts, found))), hashed(body))


def hashed(text: str) -> str:
    """Returns the hash of a text, as 32 hex digits; half characters are as good as others."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def opening(body: str) -> str:
    """Returns the first words of a body's first plain paragraph of some length, without who reports it: lists name
    the reporters apart.

    >>> opening('## 一\\n\\n本报讯\\n\\n本报讯 记者某某报道 快递小哥**学院**成立。')
    '快递小哥学院成立。'
    >>> opening('▲图 某摄\\n{: .caption}\\n\\n正文\\\\*正文正文正文正文正文。')
    '正文*正文正文正文正文正文。'
    """
    blocks = (block.strip() for block in body.split("\n\n", 8)[:8])
    plain = (block for block in blocks if len(block) >= _SHORT and not block.startswith(("#", ">")))
    long = next((block for block in plain if "\n{:" not in block), "")
    text = " ".join(html.unescape(_MARKUP.sub("", long[: 4 * _LONGEST + 80])).split())
    return _DATELINE.sub("", text)[: _LONGEST + 1]


def shortened(text: str, length: int) -> str:
    """Returns the first characters of an opening.

    >>> shortened('快递小哥,学院成立。', 5), shortened('成立。', 5), shortened('成立。', 0)
    ('快递小哥…', '成立。', '')
    """
    return text if len(text) <= length else f"{_OPEN_END.sub('', text[:length])}…" if length else ""


def _signed(article: Article) -> bool:
    """A photographer's credit does not stand for the reporter."""
    lines = "".join(block for block in article.body.split("\n\n") if _SIGNATURE.search(block)) if article.body else ""
    return bool(lines) and all(author.name in lines for author in article.authors)
