"""Days of any year."""

from jianbao.model import Article
from jianbao.render import about, yearly


def dated(*days, **facts):
    return [Article(f"a-{no}", f"题{no}", date=day, body="字" * no, **facts) for no, day in enumerate(days)]


def test_a_day_of_any_year_holds_the_years_that_have_it(build):
    pages = dict(yearly.day_views(build(*dated("2019-12-08", "2021-12-08", "2021-12-09", "2021-12"))))
    assert list(pages) == ["dates/every-year/12-08.html", "dates/every-year/12-09.html"]
    view = pages["dates/every-year/12-08.html"]
    assert [group.head.text for group in view.groups] == ["2019年12月8日", "2021年12月8日"]
    assert view.previous is None and view.next.text == "12月9日"


def test_of_a_full_day_the_weightiest_pieces_stand_there(build):
    (view,) = dict(yearly.day_views(build(*dated(*["2021-12-08"] * 9)))).values()
    assert [entry.title for entry in view.groups[0].entries] == ["题5", "题6", "题7", "题8"]


def test_the_calendar_of_days_has_a_29_february(build):
    months = yearly.every_year_view(build(*dated("2020-02-29"))).months
    assert len(months[1][1]) == 29 and months[1][1][28].path == "dates/every-year/02-29.html"
    assert not any(day.path for day in months[0][1])


def test_what_is_said_of_accuracy_is_counted(build):
    pieces = [
        Article("a-1", "", date="2021-12-08", date_basis="masthead", regions=("浙江省",)),
        Article("a-2", "", date="2021", date_basis="inferred", review=("文末似缺",), title_basis="supplied"),
        Article("a-3", "", date="198X", date_basis="cataloguer", body="前\n\n□□□\n{: .gap}\n\n后"),
        Article("a-4", "", date="2021-12-08?", date_basis="page"),
    ]
    found = about.accuracy(build(*pieces))
    counted = (found.inferred, found.undated, found.placeless, found.supplied, found.unsure, found.gaps)
    assert [share.count for share in counted] == [2, 1, 3, 1, 1, 1] and found.catalogued.count == 1
    assert found.repeats == 2 and found.decided.of == 2


def test_an_empty_archive_says_nothing_of_accuracy(theme):
    from jianbao.archive.archive import group
    from jianbao.authority import Authority
    from jianbao.settings import Settings

    view = about.about_view(group([], [], Settings(), Authority()))
    page = theme.render("about.html", "about.html", view).decode()
    assert "可靠程度" not in page and view.version in page
