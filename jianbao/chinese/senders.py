"""Who signs a letter without a word that says so: employer, trade or place, a blank, a name; or a name alone.

杭州市环卫工人 陈桂英 and 绍兴 王建国 have the form of a headline in two parts, so only names that no dictionary has
are believed, and only behind what can send a letter. 全国劳动模范 王进喜 is somebody told of."""

import re

from jianbao.chinese.lists import words
from jianbao.chinese.names import HAN, is_name, names, places, stands_alone

_WHOLE, _LONGEST = 40, 26  # characters of a signature, and of one that is nothing but names
_MOST = 3  # people who sign one letter
_BLANKS, _PARTED = re.compile(r"[\s:]+"), re.compile("[,，;/]")
_FROM = re.compile(rf"[{HAN}A-Za-z0-9·()《》“”\-—]{{2,24}}")
_SAYS = re.compile("[的了是在为把被将与及让]")  # 职工的贴心人 is no employer


def sender(run: str) -> tuple[str, list[str]] | None:
    """Returns where a signature comes from and its names; None when the run is anything else. run: marks folded.

    >>> sender('杭州市环卫工人 陈桂英'), sender('温州 余 力')
    (('杭州市环卫工人', ['陈桂英']), ('温州', ['余力']))
    >>> sender('大国工匠 高凤林'), sender('杭州 打造职工之家'), sender('温州 金牌工人')
    (None, None, None)
    """
    tokens = _BLANKS.split(run.strip()) if len(run) <= _WHOLE else []
    for count in range(1, len(tokens)):
        origin, found = tokens[:count], names(" ".join(tokens[count:]))
        if found and len(found) <= _MOST and _names_hold(found) and all(_sends(token) for token in origin):
            return " ".join(origin), found
    return None


def alone(run: str, marked: bool = False) -> list[str]:
    """Returns the names of a line that is nothing but names of people: 王学进, 司 伟 汤一亮; empty for any other line.
    marked: 口 stood before, which may be □ misread, and one name of two characters will do.

    >>> alone('王学进'), alone('胡 欣红'), alone('高质量'), alone('文明 和谐')
    (['王学进'], ['胡欣红'], [], [])
    """
    found = names(run) if len(run) <= _LONGEST and _PARTED.search(run) is None else []
    spaced = len(run.split()) > 1
    sure = bool(found) and len(found) <= _MOST and all(map(stands_alone, found))
    return found if sure and (spaced or marked or len(found[0]) > 2) else []


def _names_hold(found: list[str]) -> bool:
    return all(stands_alone(name) or (len(name) > 3 and is_name(name, True)) for name in found)


def _sends(token: str) -> bool:
    """Whether a part in front of a name is an employer, a trade or a place: 河北, 邯郸钢铁总厂, 一读者."""
    if not _FROM.fullmatch(token) or token.endswith(tuple(words("not_senders.txt"))):
        return False
    return _is_place(token) or (token.endswith(tuple(words("senders.txt"))) and not _SAYS.search(token))


def _is_place(token: str) -> bool:
    """浙江, 浙江杭州, 江苏省南京市."""
    return token in places() or any(
        token[:cut] in places() and _is_place(token[cut:]) for cut in range(2, len(token) - 1)
    )
