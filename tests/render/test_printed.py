import pytest

from jianbao.render.printed import PrintedLine, lay, place

FIRST = "想提升技能、学历却苦于没时间,这是不少新就业形态劳动者碰到的现实问题。"
SECOND = "西溪街道和浙江开放大学联合打造了“小哥学院”,补上他们的教育短板。"
THIRD = "线下开展专科、本科学历教育,组织职业技能培训与考证。"


def lines(*texts):
    return [PrintedLine(no, text) for no, text in enumerate(texts, 1)]


def placed(texts, printed):
    found, rest = place(texts, printed)
    return [[line.no for line in held] for held in found], [line.no for line in rest]


@pytest.mark.parametrize(
    ("texts", "printed", "where", "rest"),
    [
        # each line its paragraph, the headline at the heads
        (["小哥学院", FIRST, SECOND], ["小哥学院", FIRST, SECOND], [[1], [2], [3]], []),
        # a paragraph of broken lines, the break inside a word
        (["", SECOND + THIRD], [SECOND[:17], SECOND[17:] + THIRD[:14], THIRD[14:]], [[], [1, 2, 3]], []),
        # its lines stand apart on the page, and the other way round
        (["", SECOND + THIRD, FIRST], [THIRD, FIRST, SECOND], [[], [3, 1], [2]], []),
        # a person cut one line into paragraphs
        (["", FIRST, SECOND, THIRD], [FIRST + SECOND + THIRD], [[], [1], [1], [1]], []),
        # a person mended characters, signs and blanks
        (["", FIRST.replace("学历却苦", "学力但苦").replace(",", "， ")], [FIRST], [[], [1]], []),
        # other signs for the same text: full width and half
        (["", "线下开展ＡＰＰ，１２月"], ["线下开展app, 12 月"], [[], [1]], []),
        # what was taken out of the text is not placed
        (["", FIRST, SECOND], [FIRST, "敬请关注本报微信公众号", SECOND], [[], [1], [3]], [2]),
        # a short line goes to the nearest that has it, a signature stands at the end
        (["", "甲" + FIRST, SECOND, "甲"], [FIRST, SECOND, "甲"], [[], [1], [2], [3]], []),
        # a crosshead that the paragraph says again
        (["", SECOND[:19], FIRST + SECOND], [SECOND[:19], FIRST + SECOND], [[], [1], [2]], []),
        # the headline is in the text too
        (["小哥学院成立", "小哥学院成立," + FIRST], ["小哥学院成立", FIRST], [[1], [2]], []),
        # most is not there: nothing is placed
        (["", FIRST, "全篇重写。"], [FIRST, SECOND, THIRD], [[], [], []], [1, 2, 3]),
        # nothing to place, nowhere to place it
        (["", ""], [], [[], []], []),
        ([""], ["甲", "乙"], [[]], [1, 2]),
        # a line of signs alone stays with the line above it
        (["", FIRST, SECOND], [FIRST, "———", SECOND], [[], [1, 2], [3]], []),
    ],
)
def test_a_line_goes_where_its_words_stand(texts, printed, where, rest):
    assert placed(texts, lines(*printed)) == (where, rest)


def test_lines_stand_in_the_order_of_the_text():
    found, _ = place(["", THIRD + SECOND], lines(SECOND, THIRD))
    assert [line.no for line in found[1]] == [2, 1]


def test_a_row_says_what_was_joined_and_what_is_missing():
    text = f"{SECOND}{THIRD}\n\n□□□\n{{: .gap}}\n\n## 课堂\n\n{FIRST}\n\n- 甲项\n- 乙项"
    rows = lay(text, ["题"], lines("题", SECOND, THIRD, "课堂", FIRST, "甲项", "乙项")).rows
    assert [(row.id, row.gap, row.joined, [line.no for line in row.lines]) for row in rows] == [
        ("p1", False, True, [2, 3]),
        ("p2", True, False, []),
        ("", False, False, [4]),
        ("p3", False, False, [5]),
        ("", False, False, [6, 7]),
    ]


def test_a_table_of_lines_was_not_joined():
    (row,) = lay("一班 三十人\n二班 四十人\n{: .table}", [], lines("一班 三十人", "二班 四十人")).rows
    assert (len(row.lines), row.joined) == (2, False)


def test_escapes_of_markdown_and_html_do_not_hide_a_line():
    (row,) = lay("满意率\\*达 90% 以上 &lt;见表>", [], lines("满意率*达 90% 以上 <见表>")).rows
    assert len(row.lines) == 1


def test_a_typed_article_has_no_lines():
    laid = lay("甲\n\n乙", ["题"], [])
    assert [row.lines for row in laid.rows] == [()] and laid.rest == () and laid.heads == ()
    assert [row.gap for row in lay("甲\n\n乙\n\n□\n{: .gap}\n\n丙", ["题"], []).rows] == [False, True, False]


def test_a_paragraph_that_is_one_line_word_for_word_says_so():
    rows = lay("甲组学习。\n\n乙组，学习。", [], lines("甲组学习。", "乙组,学习。")).rows
    assert [row.same for row in rows] == [True, False]


def test_a_note_leads_to_the_paragraph_of_the_line_it_names():
    laid = lay(
        f"{FIRST}\n\n{SECOND}", ["题"], [PrintedLine(7, FIRST), PrintedLine(9, SECOND), PrintedLine(7, "", "二版")]
    )
    assert [laid.told_of(note) for note in ("第9行疑脱字", "第 7 行", "第8行", "文末似不完整")] == ["p2", "p1", "", ""]
