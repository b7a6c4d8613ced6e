"""Where the lines of a headline may end: between phrases, never inside a word.

Takes a headline, gives it in the parts that stay together. Browsers know words in Japanese only; left alone they end a
line with 思 and begin the next with 想. How the parts are kept together on the page is the theme's affair."""

from jianbao.chinese.typeset import typeset
from jianbao.chinese.words import BOUND, cut

_OPENING = frozenset("“‘《〈「『（([【—\"'·")  # a straight quotation mark may open or close: it holds on to both sides

_CLAUSE = 4  # characters that stay together in small type, where a line has room for several such parts

BREAK = "\x1f"  # no headline holds it: YAML has no control characters


class Broken(str):
    """A headline as printed that knows where its lines may end: each is shown in a dozen lists."""

    __slots__ = ()

    def whole(self) -> str:
        """Returns it as it reads, for where its lines may end anywhere.

        >>> broken('小哥,多了两重身份').whole()
        '小哥，多了两重身份'
        """
        return self.replace(BREAK, "")

    def clauses(self) -> "Broken":
        """Returns it with few places where a line may end, none next to another or to an end.

        >>> broken('打造员工心灵花园').split(BREAK), broken('打造员工心灵花园').clauses().split(BREAK)
        (['打造', '员工', '心灵', '花园'], ['打造员工', '心灵花园'])
        """
        parts: list[str] = []
        for part in self.split(BREAK):
            if parts and len(parts[-1]) < _CLAUSE:
                parts[-1] += part
            else:
                parts.append(part)
        if len(parts) > 1 and len(parts[-1]) < _CLAUSE:
            parts[-2:] = ["".join(parts[-2:])]
        return Broken(BREAK.join(parts))


def broken(text: str) -> Broken:
    """Returns a headline with its punctuation as printed and the places where its lines may end.

    >>> broken('小哥,多了两重身份').split(BREAK)
    ['小哥，', '多了', '两重', '身份']
    """
    return Broken(BREAK.join(phrases(typeset(text))))


def phrases(text: str) -> tuple[str, ...]:
    """Returns the parts of a headline that stay together, in order, nothing left out.

    >>> phrases('湖州市首批54名职工思想动态特邀信息员上岗')
    ('湖州市', '首批', '54名', '职工', '思想动态', '特邀', '信息员', '上岗')
    >>> phrases('“外卖小哥”多了两重身份'), phrases('为困难职工 构筑堤坝')
    (('“外卖', '小哥”', '多了', '两重', '身份'), ('为困难职工 ', '构筑', '堤坝'))
    """
    parts: list[str] = []
    for word in cut(text):
        if parts and (_leans_back(word) or _reaches_on(parts[-1])):
            parts[-1] += word
        else:
            parts.append(word)
    return tuple(parts)


def _leans_back(word: str) -> bool:
    return word in BOUND or not (word[0].isalnum() or word[0] in _OPENING) or word[0] in "\"'—·"


def _reaches_on(part: str) -> bool:
    """A figure waits for its unit, a lone character (总, 为, 新) for its word."""
    return part[-1] in _OPENING or part[-1].isdigit() or (len(part) == 1 and part.isalnum())
