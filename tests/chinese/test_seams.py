"""Where words begin and end, asked for one by one."""

import pytest

from jianbao.chinese.seams import Seams
from jianbao.chinese.words import seams


@pytest.mark.parametrize(
    "text", ["", "工", "萧山市民", "职工互助保障\n\n  县总工会\r\n近日,", "杭州\x0b绍兴\u2028宁波", "\n职工"]
)
def test_they_are_those_of_the_whole_text(text: str) -> None:
    asked = Seams(text)
    assert {at for at in range(len(text) + 5) if at in asked} == set(seams(text))
