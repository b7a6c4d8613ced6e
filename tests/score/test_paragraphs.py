"""Measures of the paragraphs. Lines 6 and 7 of the page are one paragraph; 5 and 6, 7 and 8, 11 and 12 are two."""

import pytest


def test_a_broken_paragraph_is_not_joined(figures_of, first, second):
    assert figures_of(first, second)["joins_not_joined"] == 0
    assert figures_of(first.replace("选择晚上", "选\n\n择晚上"), second)["joins_not_joined"] == 100


def test_a_line_break_within_a_paragraph_does_no_harm(figures_of, first, second):
    assert figures_of(first.replace("选择晚上", "选\n择晚上"), second)["joins_not_joined"] == 0


def test_two_paragraphs_made_one_are_merged(figures_of, first, second):
    assert figures_of(first, second)["paragraphs_wrongly_merged"] == 0
    merged = second.replace("开放。\n\n附近", "开放。附近")
    assert figures_of(first, merged)["paragraphs_wrongly_merged"] == pytest.approx(100 / 3)


def test_lines_of_a_join_are_no_neighbours(figures_of, first, second, labels):
    joined_all = labels.replace("joins: [[6, 7]]", "joins: [[5, 6], [6, 7], [7, 8]]")
    merged = second.replace("开放。\n\n附近", "开放。附近")
    assert figures_of(first, merged, labels=joined_all)["paragraphs_wrongly_merged"] == 100


def test_a_join_over_another_line_takes_both_ends_out(figures_of, first, second, labels):
    merged = second.replace("开放。\n\n附近", "开放。附近")
    over = labels.replace("[[6, 7]]", "[[6, 8]]")
    assert figures_of(first, merged, labels=over)["paragraphs_wrongly_merged"] == 50


def test_paragraphs_around_a_caption_are_no_neighbours(figures_of, first, second, labels):
    merged = second.replace("开放。\n\n附近", "开放。附近")
    parted = labels.replace("7: body", "7: caption").replace("[[6, 7]]", "[]")
    assert figures_of(first, merged, labels=parted)["paragraphs_wrongly_merged"] == 50


@pytest.mark.parametrize("kind", ["language: en", "real_page: true"])
def test_pages_with_lines_of_print_are_not_asked(figures_of, first, second, labels, kind):
    assert figures_of(first, second, labels=f"{labels}{kind}\n")["paragraphs_wrongly_merged"] is None
