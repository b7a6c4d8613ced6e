"""Where words begin and end, asked for one by one."""

from pathlib import Path

import pytest

from jianbao.chinese.seams import Seams
from jianbao.chinese.words import seams

PAGE = Path(__file__).parent.parent / "labels" / "pages" / "d01.txt"
TEXTS = [
    "",
    "工",
    "萧山市民",
    "职工互助保障\n\n  县总工会\r\n近日,",
    "杭州\x0b绍兴\u2028宁波",
    "\n职工",
    "约3.5%,A-B线、C+。",
]


@pytest.mark.parametrize("text", [PAGE.read_text("utf-8"), *TEXTS])
def test_they_are_those_of_the_whole_text(text: str) -> None:
    asked = Seams(text)
    assert {at for at in range(len(text) + 5) if at in asked} == set(seams(text))
