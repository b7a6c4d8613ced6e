from dataclasses import replace

from jianbao.model import Article
from jianbao.render import about, front


def test_home_counts_the_archive_and_shows_the_latest_page_first(archive):
    view = front.home_view(archive)
    assert (view.figures.pieces, view.figures.pages, view.figures.first) == (3, 2, "2021年12月")
    assert [page.head.path for page in view.fronts] == ["pages/003.html", "pages/002.html"]


def test_home_shows_the_first_page_of_an_issue_and_leads_to_the_others(build, articles):
    archive = build(*(replace(article, date="2021-11") for article in articles))
    (issue,) = [found for found in archive.issues.values() if len(found.pages) == 1 and found.pieces]
    both = replace(issue, pages=("002", "003"))
    view = front.home_view(replace(archive, issues={(issue.newspaper, issue.key): both}))
    assert [(one.head.path, one.issue.path, one.issue.count) for one in view.fronts] == [
        ("pages/002.html", "newspapers/zhe-jiang-gong-ren-ri-bao/2021/11.html", 2)
    ]


def test_home_of_an_archive_without_pages_shows_pieces(build):
    from jianbao.archive.archive import group
    from jianbao.authority import Authority
    from jianbao.settings import Settings

    view = front.home_view(group([Article("a-1", "甲")], [], Settings(), Authority()))
    assert [[entry.title for entry in issue.pieces] for issue in view.fronts] == [["甲"]]


def test_a_report_address_is_linked_only_when_safe(archive, build):
    hostile = build(settings=replace(archive.settings, report="javascript:alert(1)"))
    assert about.about_view(archive).report == "mailto:desk@example.org"
    assert about.about_view(hostile).report == "" and about.about_view(hostile).contact


def test_home_names_the_fullest_subjects_first_and_not_too_many(build):
    pieces = [Article(f"a-{no}", "甲", tags=("常见", f"主题{no:02d}")) for no in range(front.MANY + 5)]
    tags = front.home_view(build(*pieces)).tags
    assert tags[0].text == "常见" and len(tags) == front.MANY
