"""Measures of the cut."""

import pytest

EMPTY = "---\ntitle: 无题\n---\n\n"


def body(article):
    return article.split("---\n\n", 1)[1]


def test_two_articles_in_one_clipping_cost_precision_only(figures_of, first, second):
    figures = figures_of(first + "\n村里办起图书室\n\n" + body(second) + "\n陈东 摄\n")
    assert figures["b3_recall"] == 100
    assert figures["b3_precision"] < 70


def test_an_article_in_two_clippings_costs_recall_only(figures_of, first, second):
    opening, rest = first.split("\n\n课程", 1)
    figures = figures_of(opening, EMPTY + "课程" + rest, second)
    assert figures["b3_precision"] == 100
    assert 50 < figures["b3_recall"] < 90


def test_b3_f1_is_the_harmonic_mean(figures_of, first, second):
    figures = figures_of(first + body(second))
    precision, recall = figures["b3_precision"], figures["b3_recall"]
    assert figures["b3_f1"] == pytest.approx(2 / (1 / precision + 1 / recall))


def test_a_lost_article_has_recall_line_by_line(figures_of, first):
    figures = figures_of(first)
    assert figures["b3_precision"] == 100
    assert 60 < figures["b3_recall"] < 90


def test_an_article_with_much_furniture_is_not_found(figures_of, first, second):
    assert figures_of(first, second)["articles_found"] == 100
    assert figures_of(first, second + "\n广告 修表修锁 上门服务 电话12345678\n")["articles_found"] == 50


def test_articles_out_counts_clippings_of_text(figures_of, first, second):
    figures = figures_of(first, second, EMPTY + "完全是别的文字,哪一页上也没有这样的话。")
    assert (figures["articles_out"], figures["outputs_of_furniture_only"]) == (2, 0)


def test_a_clipping_of_an_advert_is_furniture_only(figures_of, first, second):
    figures = figures_of(first, second, EMPTY + "广告 修表修锁 上门服务 电话12345678")
    assert (figures["articles_out"], figures["outputs_of_furniture_only"]) == (2, 1)


def test_furniture_leaks_by_letters(figures_of, first, second):
    masthead, day, advert = 4, 10 - 1, 20
    figures = figures_of(first + "\n工人日报\n", second)
    assert figures["furniture_leaked"] == pytest.approx(100 * masthead / (masthead + day + advert), abs=1)
    assert (figures["outputs_of_furniture_only"], figures["b3_precision"]) == (0, 100)


def test_a_short_masthead_inside_a_sentence_is_no_leak(figures_of, first, second):
    assert figures_of(first + "\n他们说在工人日报上看到了消息。\n", second)["furniture_leaked"] == 0


def test_furniture_as_a_title_is_a_leak(figures_of, first, second):
    assert figures_of(first, second, EMPTY.replace("无题", "工人日报"))["furniture_leaked"] > 0
