"""Words that run over a line's end."""

from jianbao.chinese.words import begins_bound, cut, runs_over


def test_nothing_is_left_out_by_cutting() -> None:
    text = "三门核电厂工会干部叶建峰 ABC，感慨"
    assert "".join(cut(text)) == text


def test_a_word_over_the_seam_is_named() -> None:
    assert runs_over("得到了广大基", "层工会和职工") == "基层"


def test_a_seam_between_words_is_none() -> None:
    assert runs_over("建立了工会", "近日,职工") == ""


def test_a_particle_leans_on_the_line_before() -> None:
    assert begins_bound("的获得感、幸福感") and not begins_bound("的士司机")
