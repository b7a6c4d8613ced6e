import pytest

from jianbao.model import Article
from jianbao.render import shelves


def shelf(archive, key):
    return shelves.shelf_view(archive, archive.dates.terms[key], (None, None))


def test_a_day_without_a_paper_leads_nowhere(archive):
    wall = shelf(archive, "2021-12").months[0].days
    assert {day.no: day.path for day in wall if day.path} == {8: "dates/2021/12/08.html"}


def test_pieces_without_a_day_stand_on_their_month(archive):
    view = shelf(archive, "2021-12")
    assert [entry.title for entry in view.loose] == ["杭州有了“小哥学院”"] and view.months[0].loose == 1


def test_a_day_shows_its_pieces_by_page(archive):
    groups = shelf(archive, "2021-12-08").groups
    assert [group.head.text for group in groups] == ["浙江工人日报 第3版 基层工会"]


def test_a_day_known_only_by_guess_is_marked(build):
    archive = build(Article("a-1", "", date="2021-12-08~"))
    assert next(day for day in shelf(archive, "2021-12").months[0].days if day.path).inferred


def test_pieces_of_one_page_stay_together_among_the_undated(build):
    archive = build(
        *(
            Article(f"a-{no}", "", newspaper=paper, date=date)
            for no, (paper, date) in enumerate([("甲", "19XX"), ("乙", "198X"), ("甲", "XXXX")])
        )
    )
    assert [len(group.entries) for group in shelf(archive, "undated").groups] in ([2, 1], [1, 2])


@pytest.mark.parametrize(("count", "grouped"), [(shelves.LONG, True), (shelves.LONG + 1, False)])
def test_a_long_month_leaves_its_pieces_to_the_days(build, count, grouped):
    archive = build(*(Article(f"a-{no}", "", date=f"2021-03-{no % 28 + 1:02d}") for no in range(count)))
    assert bool(shelf(archive, "2021-03").groups) is grouped


def test_the_date_index_names_all_years_and_the_undated(archive):
    view = shelves.dates_view(archive)
    assert [year.head.text for year in view.years] == ["2021年"] and view.undated.count == 1
    assert [month.count for month in view.years[0].months] == [0] * 11 + [2]


def test_a_day_with_one_certain_piece_is_certain(build):
    archive = build(Article("a-1", "", date="2021-12-08~"), Article("a-2", "", date="2021-12-08"))
    assert not next(day for day in shelf(archive, "2021-12").months[0].days if day.path).inferred
