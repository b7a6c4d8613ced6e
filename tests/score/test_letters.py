"""What counts when texts are compared."""

from jianbao.score.letters import letters, without_marks


def test_width_case_space_and_punctuation_do_not_count():
    assert letters("ＡＢ　１２《工人》 Daily-①") == "ab12工人daily1"


def test_link_targets_comments_and_tags_are_no_words():
    markdown = "<!-- 注\n释 -->见[图](a.png '题')![照片](b.jpg)<br/>完\n[1]: http://x/y"
    assert letters(without_marks(markdown)) == "见图照片完"


def test_an_escaped_bracket_is_text():
    assert letters(without_marks(r"\[一](二) 5 < 6 \<b>")) == "一二56b"
