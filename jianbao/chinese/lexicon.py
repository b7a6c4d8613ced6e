"""Finds the words of a list in running text, the longest at each place, whole words only.

Takes text as it is printed: quotation marks, blanks and traditional characters do not matter (小“三级” is 小三级).
It does not know what a word leads to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jianbao.chinese.hant import simplified
from jianbao.chinese.seams import Seams
from jianbao.chinese.starts import Starts

_MARKS = re.compile(r"[“”‘’\"' \t　]")
_SHORT = 3
_NAME = re.compile(  # 教育局, 体育馆路, 上海交通大学, 杭州建设集团: the word is a part of a name and says little
    r"(?:运输|管理|监督|行政|监管|发展|部)*(?:[局厅署处]|部(?!分|署|队|门)|部门|委员会|科(?!技|学|研|普)|路(?!灯|面|桥|演)|街(?!道|头)|大道|巷|弄|小区|新村|大厦|"
    r"(?:实业|发展|投资|技术|工程|服务)?(?:有限|股份|集团|总?公司)|大学|学院|出版社|[日晚时]报|报社|杂志|研究[院所]|设计院|[协学]会|银行)"
)


@dataclass(frozen=True)
class Lexicon:
    """words: all of them; mute: words found so that no shorter one is found in them; starts: of both."""

    words: frozenset[str]
    mute: frozenset[str]
    starts: Starts

    @classmethod
    def of(cls, groups: Iterable[tuple[Iterable[str], Iterable[str]]]) -> "Lexicon":
        """Returns a lexicon of (words, mute words) groups."""
        words, mute = set[str](), set[str]()
        for speaking, silent in groups:
            words.update(map(plain, speaking))
            mute.update(map(plain, silent))
        return cls(frozenset(words), frozenset(mute - words), Starts.of(words | mute))

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """Yields the words in a text that `plain` made, each with its place.

        >>> table = Lexicon.of([(['教育', '学法', '学法竞赛'], ['广播体操'])])
        >>> list(table.find('市教育局举办学法竞赛,教育职工大学法律系学生'))
        [('学法竞赛', 6), ('教育', 11)]
        """
        seams, end = Seams(text), 0
        for at, (word, *_) in self.starts.standing(text):
            if at < end:
                continue
            if len(word) < _SHORT and not (at in seams and at + len(word) in seams):
                continue
            if word not in self.mute and not (len(word) <= _SHORT and _NAME.match(text, at + len(word))):
                yield word, at
            end = at + len(word)


def plain(text: str) -> str:
    """Returns a text or word as it is searched: simplified, without quotation marks and blanks; line ends stay.

    >>> plain('“小三级” 工會')
    '小三级工会'
    """
    return _MARKS.sub("", simplified(text))
