"""What looks like a place name and is none: streets, dishes, treaties, persons, schools called after a man.

Takes a text, the offsets at which its words begin and end, and where a short name stands in it. It knows no gazetteer:
which names there are and what they mean is not asked here."""

import re
from functools import cache

from jianbao.chinese.lists import words
from jianbao.chinese.seams import Seams

_SPEAKS = re.compile(r"(?:说|表示|介绍|告诉|认为|笑着|坦言|报道|摄)")
_PERSON = re.compile(r"摄(?!影)|[（(](?:女|男|\w{1,4}族)")  # （金华摄）, 乌兰（女，蒙古族）
_ABROAD = frozenset("国亚兰尔大旦维及哥牙腊麦克宾斯坦柬典威士利西本鲜蒙南巴列丁拉朗根")  # 墨西哥首都, 约旦首都
_PLAIN_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱郭马罗梁宋郑谢韩唐冯董萧程曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔邱秦史侯邵孟"
)
_ROAD = re.compile(r"[东西南北中一二三四五六七八九十]{0,2}(?:路|街|大道|大街)[上口边旁段]?")
_GOODS = re.compile(
    r"[^养种采卖摘吃喝敬饮品炒产\W]{1,2}[粉酒梨瓜枣茶鸡鸭鹅虾蟹饼糕葱蒜橘橙柚柿莓]"
)  # 柳州螺蛳粉, 库尔勒香梨
_COMPOUND = re.compile(r"\w{0,4}?(?:大学|学院)|医院|军区|海关|港|站")
_NOT_AFTER = "not_after_place.txt"
_EPONYMS = {"中山"}  # 中山大学 lies in 广州, 中山医院 in 上海


def is_phrase(text: str, seams: Seams, at: int, end: int) -> bool:
    """Returns whether a short name is part of a longer phrase or of a person's name: 青岛啤酒, 南京西路, 西安社区,
    王海宁说, 刘永康的家; 青岛啤酒厂, 拉萨街头 and 四川人民 are none."""
    after = any(text[end : end + size] in words(_NOT_AFTER) and end + size in seams for size in _sizes())
    if after or any(match and match.end() in seams for match in (_ROAD.match(text, end), _GOODS.match(text, end))):
        return True
    if _PERSON.match(text, end) or text.endswith("周年", 0, at):  # 建国五十周年大庆
        return True
    before = text[at - 1 : at] if at else ""
    alone = before in _PLAIN_SURNAMES and at - 1 in seams and at in seams
    return alone or (before in _surnames() and _SPEAKS.match(text, end) is not None)


def is_compound(text: str, seams: Seams, at: int, end: int) -> bool:
    """Returns whether the name begins a longer word that still says where: 武汉大学, 香港特区, 上海女排."""
    if text[at:end] in _EPONYMS:
        return False
    next_seam = next((offset for offset in range(end, min(end + 4, len(text)) + 1) if offset in seams), end)
    return (at in seams and next_seam - end >= 2) or _COMPOUND.match(text, end) is not None


def is_capital_abroad(text: str, at: int, end: int) -> bool:
    """Returns whether 首都 here is another country's.

    >>> is_capital_abroad('约旦首都安曼', 2, 4), is_capital_abroad('首都各界', 0, 2)
    (True, False)
    """
    return text[at:end] == "首都" and text[max(at - 1, 0) : at] in _ABROAD


@cache
def _sizes() -> frozenset[int]:
    return frozenset(map(len, words(_NOT_AFTER)))


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join(group for group in words("surnames.txt") if len(group) > 2))
