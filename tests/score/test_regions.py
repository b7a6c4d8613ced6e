"""Measures of the region. The first article's primary region is 浙江省/杭州市/西湖区."""

import pytest

FIRST = "[浙江省/杭州市/西湖区, 浙江省/湖州市]"


@pytest.fixture
def regions(figures_of, first, second):
    """Gives a function: what the first article's `regions` say, to the figures."""
    return lambda said, **given: figures_of(first.replace(FIRST, said), second, **given)


def test_a_town_below_the_county_is_no_fault(regions):
    assert regions("[浙江省/杭州市/西湖区/西溪街道]")["region_primary"] == 100


def test_the_right_region_in_second_place_is_in_the_list_only(regions):
    figures = regions("[浙江省/湖州市, 浙江省/杭州市/西湖区]")
    assert (figures["region_primary"], figures["region_in_list"], figures["region_all_recall"]) == (50, 100, 100)


def test_the_second_region_alone_is_not_the_primary_one(regions):
    assert regions("[浙江省/湖州市]")["region_in_list"] == 50


def test_the_type_of_a_division_is_forgiven_in_loose_and_by_level(regions):
    figures = regions("[浙江省/杭州地区/西湖区]")
    assert (figures["region_primary"], figures["region_primary_loose"], figures["region_county"]) == (50, 100, 100)


def test_another_county_of_the_city_is_right_to_the_city(regions):
    figures = regions("[浙江省/杭州市/余杭区]")
    assert (figures["region_city"], figures["region_county"]) == (100, 50)


def test_a_region_that_the_labels_accept_is_right(regions, labels):
    accepting = labels.replace("  lines: {3:", "  regions_accept: [[浙江省]]\n  lines: {3:")
    assert regions("[浙江省]", labels=accepting)["region_primary"] == 100
    assert regions("[浙江省]")["region_primary"] == 50


def test_a_municipality_has_one_level_less(regions, labels):
    beijing = labels.replace("[浙江省, 杭州市, 西湖区]", "[北京市, 丰台区]")
    figures = regions("[北京市/海淀区]", labels=beijing)
    assert (figures["region_city"], figures["region_county"]) == (100, 50)


def test_what_is_labelled_to_the_province_is_not_asked_for_its_city(regions, labels):
    province = labels.replace("[浙江省, 杭州市, 西湖区]", "[浙江省]")
    figures = regions("[浙江省]", labels=province)
    assert (figures["region_primary"], figures["region_city"], figures["region_county"]) == (100, 100, 100)


def test_no_region_is_missing_and_wrong(regions):
    figures = regions("[]")
    assert (figures["region_missing"], figures["region_primary"], figures["region_city"]) == (50, 50, 50)


def test_all_recall_counts_every_labelled_region(regions):
    assert regions("[浙江省/杭州市/西湖区]")["region_all_recall"] == pytest.approx(200 / 3)


def test_an_article_without_labelled_region_is_not_counted(regions, labels):
    figures = regions("[]", labels=labels.replace("[[浙江省, 杭州市, 西湖区], [浙江省, 湖州市]]", "[]"))
    assert (figures["region_primary"], figures["region_missing"]) == (100, 0)
