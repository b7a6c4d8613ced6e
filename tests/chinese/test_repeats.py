"""What the OCR said twice, and what may stand twice."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from jianbao.chinese import repeats
from jianbao.chinese.repeats import Again, said_again, said_twice, without

LONG = "拟定了企业内训师能力评价标准草案,从培训内驱力、课程吸引力、课堂培训力、互动沟通力、实际应用力六个方面建立体系"


def test_a_whole_line_said_again_is_found_once() -> None:
    assert said_twice([(1, LONG), (3, "别的话。"), (5, LONG)]) == [Again(5, 1, 0, len(LONG))]


def test_a_paragraph_that_stands_whole_elsewhere_leaves_the_tail_of_another() -> None:
    found = said_twice([(1, "原来小娟患上了产后抑郁症。" + LONG), (3, LONG)])
    assert found == [Again(1, 3, 13, 13 + len(LONG))]


def test_of_two_copies_the_one_among_its_like_is_kept() -> None:
    others = [(no, f"乘务员义卖第{no}次。") for no in (5, 7, 9)]
    lines = [(1, "公司腾出场地。"), (3, LONG), *others, (11, "企业内训师培训班开班,课程吸引力强。"), (13, LONG)]
    assert [(one.line, one.of) for one in said_twice(lines)] == [(3, 13)]


def test_a_short_line_and_a_crosshead_may_stand_twice() -> None:
    lines = [
        (1, "通讯员王颀 摄"),
        (3, "通讯员王颀 摄"),
        (5, "“工会智库”日渐成形"),
        (7, "在区总工会,“工会智库”日渐成形。"),
    ]
    assert said_twice(lines) == []


def test_a_sentence_said_four_times_is_left_once() -> None:
    sentence = "金龙电子里还有不少令人惊喜的小景。"
    text = "开头。" + sentence * 4 + "结尾。"
    assert without(text, said_again(text)) == "开头。" + sentence + "结尾。"


def test_spans_that_overlap_are_taken_out_together() -> None:
    assert without("开头。(下转第3版)", [(1, 6), (3, 10)]) == "开"


def test_a_rhyme_of_few_characters_is_no_repeat() -> None:
    assert said_again("讲真话、讲真话、做真事,一遍一遍地教唱") == []


@given(st.lists(st.text("职工会", max_size=30), max_size=8), st.integers(1, 5), st.integers(1, 3))
def test_every_run_that_stands_twice_is_looked_at(texts: list[str], size: int, more: int) -> None:
    for length, found in zip((size, size + more), repeats._recurring(texts, (size, size + more)), strict=True):
        runs = [
            (text[at : at + length], number, at)
            for number, text in enumerate(texts)
            for at in range(len(text) - length + 1)
        ]
        twice = {run for run, count in Counter(run for run, _, _ in runs).items() if count > 1}
        assert found == [[at for run, no, at in runs if no == one and run in twice] for one in range(len(texts))]


@given(st.lists(st.sampled_from(["职工", "会", "一二三四五六七八九十"]), max_size=12).map("".join))
def test_what_a_line_says_twice_is_seen_by_the_runs_of_the_page(text: str) -> None:
    starts = repeats._recurring([text, "一二三四五六七八九十"], (repeats.MIN_RUN,))[0][0]
    assert repeats._twice_in(text, starts) or not said_again(text)
