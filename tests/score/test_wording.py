"""Measures of the text."""

import pytest

LAST = "第一批学员有六十多人,他们说这样的课程很实用,希望工会今后多办几期这样的班。"


def test_a_lost_paragraph_is_lost_by_letters(figures_of, first, second):
    assert figures_of(first, second)["text_lost"] == 0
    assert 12 < figures_of(first.replace(LAST, ""), second)["text_lost"] < 18


def test_a_changed_word_loses_little(figures_of, first, second):
    lost = figures_of(first.replace("很实用", "好得很"), second)["text_lost"]
    assert 0 < lost < 10


def test_the_opening_byline_is_kept_in_the_authors(figures_of, first, second):
    anonymous = first.replace("name: 任姗姗", "name: 佚名")
    assert figures_of(first, second)["text_lost"] == 0
    assert 5 < figures_of(anonymous, second)["text_lost"] < 10


def test_a_credit_line_is_kept_in_the_authors(figures_of, first, second):
    assert figures_of(first, second.replace("陈东", "佚名"))["text_lost"] == pytest.approx(100 * 3 / 226, abs=0.2)


def test_text_in_the_wrong_article_is_not_lost(figures_of, first, second):
    assert figures_of(first.replace(LAST, ""), second + "\n" + LAST)["text_lost"] == 0


def test_the_rest_of_a_line_in_another_article_is_lost_to_its_own(figures_of, first, second):
    torn = first.replace(LAST, LAST[:28])
    assert figures_of(torn, second + "\n" + LAST[28:])["text_lost"] == figures_of(torn, second)["text_lost"] > 0


def test_a_paragraph_in_two_articles_is_duplicated(figures_of, first, second):
    assert figures_of(first, second)["text_duplicated"] == 0
    letters, running = 35, 178
    assert figures_of(first, second + "\n" + LAST)["text_duplicated"] == pytest.approx(100 * letters / running)


def test_a_paragraph_that_the_page_has_twice_may_stand_twice(figures_of, first, second, labels, page):
    twice = {"page": page + LAST + "\n", "labels": labels.replace("8: body", "8: body, 14: body")}
    assert figures_of(first + "\n" + LAST, second, **twice)["text_duplicated"] == 0
    assert figures_of(first + f"\n{LAST}\n\n{LAST}", second, **twice)["text_duplicated"] > 0


def test_a_repeat_within_a_line_is_kept_or_taken_out(figures_of, first, second):
    assert figures_of(first, second)["ocr_repeats_kept"] == 100
    once = second.replace("最受欢迎的是农书。最受欢迎的是农书。", "最受欢迎的是农书。")
    assert figures_of(first, once)["ocr_repeats_kept"] == 0


def test_a_repeated_line_is_kept_or_taken_out(figures_of, first, second, labels, page):
    labels = labels.replace("8: body", "8: body, 14: repeat").replace("[[12, 12]]", "[[8, 14]]")
    given = {"page": page + LAST[-20:] + "\n", "labels": labels}
    assert figures_of(first, second, **given)["ocr_repeats_kept"] == 0
    assert figures_of(first + "\n" + LAST[-20:], second, **given)["ocr_repeats_kept"] == 100


def test_what_the_ocr_repeated_is_not_text_that_can_be_lost(figures_of, first, second, labels, page):
    labels = labels.replace("8: body", "8: body, 14: repeat")
    assert figures_of(first, second, labels=labels, page=page + "人员都到齐了才开课的呢\n")["text_lost"] == 0
