"""What the describing rules read of a piece."""

from collections.abc import Callable

import pytest

from jianbao.describe.texts import opening, read, running, supplied_title
from jianbao.model import Piece

Make = Callable[..., Piece]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("11月6日,果农在广西采摘蜜橘。近日", "11月6日,果农在广西采摘蜜橘"),
        ("连日来,广西柳州市融安县大良镇果农抢抓农时抢摘蜜橘", "连日来,广西柳州市融安县大良镇果农抢抓农"),
        ("▲合阳县总工会办起夜校。", "合阳县总工会办起夜校"),
    ],
)
def test_supplied_titles(piece: Make, text: str, title: str) -> None:
    found = supplied_title(read(piece(("caption", text))))
    assert found == title
    assert len(found) <= 20


def test_running_text_has_no_signatures(piece: Make) -> None:
    made = piece(("byline+body", "本报讯 (记者张婧)近日有雪。"), ("credit", "张三 摄"), ("body", "天晴。(刘玉光)"))
    assert running(made) == ("近日有雪。", "天晴。")


def test_opening_counts_two_sentences() -> None:
    assert opening(("一。二。三。",)) == 4
    assert opening(()) == 0
