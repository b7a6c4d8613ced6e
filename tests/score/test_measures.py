"""Adding up."""

from jianbao.score.measures import MEASURES, figures, mean
from jianbao.score.share import Share


def tally(part, whole):
    empty = {each.__name__: Share() for each in MEASURES}
    return {**empty, "articles_gold": 2, "date_ok": Share(part, whole), "b3_recall": Share(part, whole)}


def test_long_pages_weigh_more_overall_and_the_same_in_the_mean():
    pages = [tally(1, 1), tally(0, 3)]
    overall = figures(pages)
    assert (overall["date_ok"], overall["articles_gold"]) == (25, 4)
    averaged = mean([figures([page]) for page in pages], overall)
    assert (averaged["date_ok"], averaged["articles_gold"]) == (50, 4)


def test_nothing_to_measure_is_none_but_b_cubed_is_nought():
    none = figures([tally(0, 0)])
    assert (none["date_ok"], none["b3_recall"], none["b3_f1"]) == (None, 0, 0)


def test_a_page_with_nothing_to_measure_does_not_lower_the_mean():
    pages = [figures([tally(1, 1)]), figures([tally(0, 0)])]
    assert mean(pages, figures([tally(1, 1), tally(0, 0)]))["date_ok"] == 100


def test_every_measure_says_what_it_measures():
    assert [each.__name__ for each in MEASURES if not (each.__doc__ or "").startswith("Returns")] == []
