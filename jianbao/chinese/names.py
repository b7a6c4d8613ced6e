"""Which characters can be a person's name: surnames, minority and foreign names, names set apart by a blank.

Takes runs of text where names are expected, gives names. How sure one must be depends on what stands around: behind
记者 in brackets nearly anything is a name, on a line of its own only what no dictionary explains better."""

import re
from functools import cache
from itertools import groupby

from jianbao.chinese import bonds
from jianbao.chinese.lists import words

HAN = "\u3400-\u9fff"
_PARTS = re.compile(rf"\s+·\s*|[\s、,，;/]+|(?<=[{HAN}]{{2}})[和与](?=[{HAN}]{{2}})")
_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:[·•・][{HAN}]{{1,8}})+")
_MISSING = re.compile(rf"[{HAN}]{{1,2}}\([{HAN}]{{2,3}}\)[{HAN}]?")  # 袁（日希）: the print shop lacked a character
_NO_NAME_ENDS_ON = "省市区县镇乡村街报社网站厂局队奖赛展版期篇洲湾港寺塔"
_BOND = 3.0  # 王学进 2.3, 周明华 2.7; 高架路 4.6, 温暖你 10.2
_EVERYDAY = 128  # what a word costs that is seen often: 市民 113, 国强 127
_RARE = 136  # two characters are a name rather than a word: 李伟 140, 向阳 122
_DIVISION = "省市区县旗盟州"


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    groups = words("surnames.txt")
    return frozenset("".join(group for group in groups if len(group) > 2)), frozenset(g for g in groups if len(g) == 2)


@cache
def places() -> frozenset[str]:
    """Returns the names of all divisions down to the county, with and without what they are: 绍兴市, 绍兴."""
    full = {word for word in words("divisions.tsv") if not word.isdigit()}
    return frozenset(full | {name[:-1] for name in full if len(name) > 2 and name[-1] in _DIVISION})


def names(part: str) -> list[str]:
    """Returns the names of a run without roles; 王 颂 is one name, 周国军、刘平 are two.

    >>> names('司 伟 汤一亮　庄胜春'), names('王鹏 和')
    (['司伟', '汤一亮', '庄胜春'], ['王鹏'])
    """
    found: list[str] = []
    tokens = [token for token in _PARTS.split(part.strip()) if token and token not in ("和", "与", "及")]
    for alone, group in groupby(tokens, lambda token: len(token) == 1):
        some = list(group)
        if not alone:
            late = found and len(found[-1]) == 1 and len(some[0]) == 2 and not is_name(some[0], True)
            if late:  # 胡 欣红
                found[-1] += some.pop(0)
            found += [name for token in some for name in _glued(token)]
        else:  # 张 胜 男, 丁 一 于 建
            size = 3 if len(some) == 3 else 2
            found += ["".join(some[at : at + size]) for at in range(0, len(some), size)]
    return found


def _glued(token: str) -> list[str]:
    """周国军刘平 (four characters and more, no blank) as two names where both halves open with a surname."""
    if 4 <= len(token) <= 6 and not is_name(token, True):
        for cut in (3, 2):
            first, second = token[:cut], token[cut:]
            if 2 <= len(second) <= 3 and is_name(first, True) and is_name(second, True):
                return [first, second]
    return [token]


def is_name(token: str, strict: bool) -> bool:
    """Returns whether a token can be a person's name. strict: it must open with a known surname, or be made of the
    parts of Tibetan, Mongolian and Uyghur names.

    >>> is_name('欧阳梦云', True), is_name('次仁罗布', True), is_name('升旭', True), is_name('采访', False)
    (True, True, False, False)
    """
    if "·" in token or "•" in token or "・" in token:
        return _FOREIGN.fullmatch(token) is not None and len(token) <= 15
    if _MISSING.fullmatch(token):
        return True
    if not _NAME.fullmatch(token) or token in words("not_names.txt"):
        return False
    if token[-1] in "报報社网" or (token[2:] in ("行", "记") and token[:2] in places()):  # 徐报, 记者江苏行
        return False
    single, compound = _surnames()
    if (token[:2] in compound and len(token) > 2) or _of_name_parts(token) or _of_two_surnames(token):
        return True
    return not strict or (len(token) < 4 and token[0] in single)


def _of_two_surnames(token: str) -> bool:
    """王肖丝雨 has the surnames of both parents."""
    single = _surnames()[0]
    apart = all(bonds.cost(part) is None for part in (token, token[:2], token[2:]))
    return len(token) == 4 and token[0] in single and token[1] in single and apart


def _of_name_parts(token: str) -> bool:
    parts = words("name_parts.txt")
    return token in parts or (len(token) == 4 and (token[:2] in parts or token[2:] in parts))


def are_signed(found: list[str], enough: int) -> bool:
    """Returns whether names without a role word convince in brackets: (建民 升旭 乾坤) do by their number, (质量 产量)
    do not, nor does a place: (张家口)."""
    if any(name in places() or (len(name) == 4 and not is_name(name, True)) for name in found):
        return False
    return any(is_name(name, True) and not _opens_as_word(name) for name in found) or len(found) >= enough


def stands_alone(name: str) -> bool:
    """Returns whether a name convinces with nothing around it that says so, only by what no dictionary has.

    >>> [name for name in ('王学进', '高质量', '金融街', '绍兴', '向阳', '新市民') if stands_alone(name)]
    ['王学进']
    """
    if not is_name(name, True) or name in places() or name[-1] in _NO_NAME_ENDS_ON or name[:2] in places():
        return False
    if len(name) == 2:
        return (bonds.cost(name) or _RARE) >= _RARE
    surname, given = (name[:2], name[2:]) if name[:2] in _surnames()[1] else (name[:1], name[1:])
    everyday = _wordlike(surname) and (bonds.cost(given) or _RARE) < _EVERYDAY
    worded = everyday or _opens_as_word(name) or bonds.cost(name) is not None
    return not worded and bonds.bond(surname, given) < _BOND


def _wordlike(surname: str) -> bool:
    return surname in "".join(words("wordlike_surnames.txt"))


def _opens_as_word(name: str) -> bool:
    """高产田, 白鹿洲: an everyday word and a character more."""
    return len(name) == 3 and _wordlike(name[0]) and bonds.cost(name[:2]) is not None


def doubt(name: str) -> str:
    """Returns what is doubtful about the name of an author, '' when nothing is or it is not in Chinese characters.

    >>> doubt('金'), doubt('升旭'), doubt('王芳')
    ('it has one character', 'it opens with no known surname', '')
    """
    if not re.match(f"[{HAN}]", name) or is_name(name, True):
        return ""
    if len(name) == 1:
        return "it has one character"
    if "（" in name:
        return "a character is missing in print"
    return "it is too long for a name" if len(name) > 4 and "·" not in name else "it opens with no known surname"
