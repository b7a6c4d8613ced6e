"""Measures of authors and dates."""

import pytest

from jianbao.score.facts import agreement

AUTHORS = "- {name: 曾晨路, role: 记者}\n- {name: 任姗姗, role: 通讯员}\n"


def test_a_missing_author_costs_recall_not_precision(figures_of, first, second):
    figures = figures_of(first.replace("- {name: 任姗姗, role: 通讯员}\n", ""), second)
    assert (figures["author_recall"], figures["author_precision"]) == (pytest.approx(200 / 3), 100)


def test_an_invented_author_costs_precision_not_recall(figures_of, first, second):
    figures = figures_of(first.replace(AUTHORS, AUTHORS + "- {name: 佚名}\n"), second)
    assert (figures["author_recall"], figures["author_precision"]) == (100, 75)


def test_a_role_beside_the_name_counts_as_name_and_role(figures_of, first, second):
    figures = figures_of(first.replace("{name: 曾晨路, role: 记者}", "记者曾晨路"), second)
    assert (figures["author_recall"], figures["author_role_ok"]) == (100, 100)


def test_a_whole_sentence_is_no_author(figures_of, first, second):
    figures = figures_of(first.replace("name: 曾晨路", "name: 昨天上午来到现场采访的曾晨路"), second)
    assert figures["author_recall"] == pytest.approx(200 / 3)


def test_a_wrong_role_is_measured_among_those_found(figures_of, first, second):
    figures = figures_of(first.replace(AUTHORS, "- {name: 曾晨路, role: 通讯员}\n"), second)
    assert (figures["author_role_ok"], figures["author_recall"]) == (50, pytest.approx(200 / 3))


def test_a_finer_date_is_right_but_overprecise(figures_of, first, second):
    figures = figures_of(first.replace("2021-12", "2021-12-08"), second)
    assert (figures["date_ok"], figures["date_exact"], figures["date_overprecise"]) == (100, 50, 50)


def test_a_date_without_its_mark_of_doubt_is_not_overprecise(figures_of, first, second, labels):
    figures = figures_of(first, second, labels=labels.replace("2021-12", "2021-12~"))
    assert (figures["date_ok"], figures["date_exact"], figures["date_overprecise"]) == (100, 0, 0)


def test_a_coarser_date_is_wrong(figures_of, first, second):
    assert figures_of(first.replace("2021-12", "2021"), second)["date_ok"] == 50


def test_an_article_without_a_clipping_has_no_date(figures_of, first, labels):
    assert figures_of(first, labels=labels.replace("2021-12", "XXXX"))["date_ok"] == 0


@pytest.mark.parametrize(
    ("labelled", "written", "said"),
    [
        ("2022-06~", "2022-06~", "exact"),
        ("2022-06~", "2022-06", "prefix"),
        ("2022-06", "2022-06~", "prefix"),
        ("20XX", "2013-05", "prefix"),
        ("20XX", "1998", ""),
        ("2020-XX", "2020", "prefix"),
        ("202X", "2019", ""),
        ("2020", "2021-01", ""),
        ("XXXX", "", "prefix"),
        ("XXXX", "undated", "prefix"),
        ("XXXX", "2001", ""),
        ("2020", "", ""),
        ("", "", "prefix"),
    ],
)
def test_dates_agree_as_far_as_the_labels_know(labelled, written, said):
    assert agreement(labelled, written) == said
