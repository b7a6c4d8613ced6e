"""Measures of the heads."""


def test_punctuation_and_width_make_no_difference(figures_of, first, second):
    assert figures_of(first.replace("title: 小哥学院", "title: “小哥 学院”"), second)["headline_exact"] == 100


def test_kicker_before_the_headline_is_combined_not_exact(figures_of, first, second):
    figures = figures_of(first.replace("title: ", "title: 杭州有新招 "), second)
    assert (figures["headline_exact"], figures["headline_exact_or_combined"]) == (50, 100)


def test_the_kicker_as_title_is_neither(figures_of, first, second):
    figures = figures_of(first.replace("title: 小哥学院开课", "title: 杭州有新招"), second)
    assert (figures["headline_exact"], figures["headline_exact_or_combined"]) == (50, 50)


def test_heads_may_be_swapped_where_the_page_leaves_it_open(figures_of, first, second, labels):
    swapped = first.replace("title: 小哥学院开课\nkicker: 杭州有新招", "title: 杭州有新招\nsubtitle: 小哥学院开课")
    figures = figures_of(swapped, second, labels=labels.replace("- id: a1", "- id: a1\n  heads_open: true"))
    assert (figures["headline_exact"], figures["kicker_exact"]) == (100, 100)
    assert figures_of(swapped, second)["headline_exact"] == 50


def test_the_kicker_counts_only_where_there_is_one(figures_of, first, second):
    assert figures_of(first, second.replace("date:", "kicker: 某肩题\ndate:"))["kicker_exact"] == 100
    assert figures_of(first.replace("kicker:", "column:"), second)["kicker_exact"] == 0


def test_the_subhead_is_the_subtitle(figures_of, first, second, labels):
    with_subhead = labels.replace("kicker: 杭州有新招", "kicker: ").replace("subhead: null", "subhead: 杭州有新招", 1)
    assert figures_of(first, second, labels=with_subhead)["subhead_exact"] == 0
    assert figures_of(first.replace("kicker", "subtitle"), second, labels=with_subhead)["subhead_exact"] == 100


def test_without_a_subhead_there_is_nothing_to_measure(figures_of, first, second):
    assert figures_of(first, second)["subhead_exact"] is None


def test_the_headline_of_a_lost_article_is_wrong(figures_of, first):
    assert figures_of(first)["headline_exact"] == 50
