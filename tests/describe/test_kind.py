"""News, feature, photo, comment, letter, notice, advert."""

from collections.abc import Callable

import pytest

from jianbao.describe.kind import RULES, kind
from jianbao.describe.texts import read
from jianbao.model import Piece

Make = Callable[..., Piece]
EXAMPLES: dict[str, list[tuple[list[tuple[str, str]], str]]] = {
    "news": [
        ([("byline+body", "本报讯 近日,临安区总工会深化攻坚行动。")], "又多添了一份“医”靠"),
        ([("body", "公告牌前人头攒动。")], "小区换新"),
        ([("byline+body", "本报讯 近日收到读者来信。"), ("crosshead", "一"), ("crosshead", "二")], "有信必复"),
        ([("body", "发言人昨天发表声明。")], "外交部就撞机声明的说明"),
    ],
    "photo": [
        ([("caption", "近日,工匠对车桩进行加固。"), ("credit", "记者潘仙德 摄")], ""),
        ([("body", "6月9日,游客在“窑洞工厂”内参观。")], ""),
    ],
    "feature": [
        (
            [
                ("byline+body", "记者胡翀报道 在绍兴"),
                ("crosshead", "充电站"),
                ("body", "大渡社区"),
                ("crosshead", "暖宝宝"),
            ],
            "大后方",
        ),
        ([("byline", "本报记者 邹倜然"), ("body", "真没想到。" * 130)], "一站式维权"),
        ([("precis", "企业用涨薪回报职工。"), ("body", "而今年1月,熊仕荣坐在席上。")], "真心"),
    ],
    "comment": [
        ([("byline", "本报评论员"), ("body", "春天来了。")], "春天的脚步"),
        ([("body", "我们应该想想她需要的是什么。说到底,这是误会。我们当庆幸,我们要行动。")], "一场美丽的误会"),
    ],
    "letter": [([("body", "编辑同志:我是一名工人。")], "请管一管"), ([("body", "路坏了。此致 敬礼")], "路")],
    "notice": [
        ([("body", "本人遗失工会会员证一本,声明作废。")], "遗失声明"),
        ([("body", "今天多云,明天晴。")], "天气预报"),
    ],
    "advert": [([("body", "江山虎水泥 浙江名牌 招商热线 电话(0570)4061009")], "江山虎集团")],
}


@pytest.mark.parametrize(
    ("wanted", "blocks", "title"),
    [(wanted, blocks, title) for wanted, cases in EXAMPLES.items() for blocks, title in cases],
)
def test_kinds(piece: Make, wanted: str, blocks: list[tuple[str, str]], title: str) -> None:
    assert kind(read(piece(*blocks, title=title))).value == wanted


@pytest.mark.parametrize(
    ("column", "wanted"), [("每周时评", "comment"), ("读者来信", "letter"), ("镜头", "photo"), ("公告", "notice")]
)
def test_a_column_makes_a_kind(piece: Make, column: str, wanted: str) -> None:
    assert kind(read(piece(("body", "近来有些企业不开职代会。"), column=column))).value == wanted


def test_a_dateline_is_more_than_a_column(piece: Make) -> None:
    assert kind(read(piece(("byline+body", "本报讯 近日开会。"), column="读者来信"))).value == "news"


def test_every_rule_has_an_example(piece: Make) -> None:
    pieces = [read(piece(*blocks, title=title)) for cases in EXAMPLES.values() for blocks, title in cases]
    assert [rule.__name__ for rule in RULES if not any(list(rule(one)) for one in pieces)] == []
