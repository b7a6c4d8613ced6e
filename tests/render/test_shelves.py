import pytest

from jianbao.chinese.heads import BREAK
from jianbao.model import Article
from jianbao.render import shelves


def shelf(archive, key):
    return next(iter(shelves.shelf_views(archive, archive.dates.terms[key], (None, None), ""))).view


def test_a_day_without_a_paper_leads_nowhere(archive):
    wall = shelf(archive, "2021-12").months[0].days
    assert {day.no: day.path for day in wall if day.path} == {8: "dates/2021/12/08.html"}


def test_pieces_without_a_day_stand_on_their_month(archive):
    view = shelf(archive, "2021-12")
    assert [entry.title.split(BREAK) for entry in view.loose] == [["杭州", "有了", "“小哥", "学院”"]] and view.months[
        0
    ].loose == 1


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


def test_days_that_a_paper_lacks_are_marked_and_told(build):
    held = ["2021-12-01", "2021-12-02", "2021-12-06", "2021-12-08"]
    others = [Article("b-1", "", newspaper="乙报", date="2021-12-07")]
    archive = build(*(Article(f"a-{no}", "", newspaper="甲报", date=day) for no, day in enumerate(held)), *others)
    (month,) = shelf(archive, "2021-12").months
    assert {day.no: day.missing for day in month.days if day.missing} == dict.fromkeys((3, 4, 5, 7), ("甲报",))
    assert [(gap.text, gap.note) for gap in month.gaps] == [("甲报", "3日至5日、7日")]
    assert next(day for day in month.days if day.no == 7).path  # another paper is there


def test_a_month_of_inferred_dates_only_is_marked(build):
    archive = build(Article("a-1", "", date="2021-11~"), Article("a-2", "", date="2021-12"))
    months = shelves.dates_view(archive).years[0].months
    assert [month.note for month in months[10:]] == ["inferred", ""]


def test_the_pages_say_what_a_date_rests_on(build, theme):
    archive = build(
        Article("a-1", "", date="2021-12-08", date_basis="masthead"),
        Article("a-2", "", date="2021-12", date_basis="inferred"),
        Article("a-3", "", date="201X", date_basis="inferred"),
    )
    pages = {
        key: theme.render("shelf.html", archive.dates.terms[key].address, shelf(archive, key)).decode()
        for key in ("2021-12-08", "2021-12", "undated")
    }
    assert "据报头所印" in pages["2021-12-08"] and "推定" in pages["2021-12"]
    assert "2010年代 推定" in pages["undated"]
