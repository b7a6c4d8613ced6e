from dataclasses import replace

import pytest

from jianbao.archive.gist import opening, shortened
from jianbao.chinese.typeset import typeset
from jianbao.model import Article
from jianbao.render import frames


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("▲图\n{: .caption}\n\n这是正文的第一段话,够长了。", "这是正文的第一段话，够长了。"),
        ("## 题\n\n短", ""),
        ("", ""),
        ("一段&#42;里有**重**的\\*字,也够长了。", "一段*里有重的*字，也够长了。"),
    ],
)
def test_opening_is_plain_text(body, found):
    assert typeset(shortened(opening(body), 40)) == found


def test_opening_ends_with_a_word_not_a_comma():
    assert typeset(shortened(opening("一二三四五六七八九,十一十二"), 10)) == "一二三四五六七八九…"


def test_the_longest_piece_leads_and_notices_are_brief(build, articles):
    college, contest, _ = articles
    pieces = [
        replace(contest, id="a-1", body="短" * 300),
        replace(college, id="a-2", body="长" * 500),
        replace(college, id="a-3", kind="notice", body="长" * 900),
    ]
    assert [entry.weight for entry in frames.weighed(build(*pieces), pieces)] == [2, 4, 1]


def test_years_run_back_and_the_undated_come_last(build):
    archive = build(
        *(Article(f"a-{no}", "", date=date) for no, date in enumerate(["2020", "XXXX", "2021-03", "1999-01-02"]))
    )
    heads = [group.head.text for group in frames.by_year(archive, tuple(archive.articles))]
    assert heads == ["2021年", "2020年", "1999年", "日期不详"]


def test_months_run_on_and_those_without_lead(build):
    archive = build(
        *(Article(f"a-{no}", "", date=date) for no, date in enumerate(["2021-03-04", "2021", "2021-02", "2021-03"]))
    )
    groups = frames.by_month(archive, tuple(archive.articles))
    assert [(group.head.text, len(group.entries)) for group in groups] == [
        ("2021年", 1),
        ("2021年2月", 1),
        ("2021年3月", 2),
    ]


def test_an_entry_says_the_narrow_place_and_marks_inferred_dates(archive, articles):
    entry = frames.entry(archive, articles[0])
    assert entry.place == "杭州市·西湖区" and entry.inferred


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("本报讯 (记者曾晨路 通讯员王颀)想提升技能却没有时间。", "想提升技能却没有时间。"),
        ("记者阮向民、蔡东鸣报道 服务职工需求,对于工会来说。", "服务职工需求，对于工会来说。"),
        ("据媒体报道 各地工会正在行动,职工受益。", "据媒体报道 各地工会正在行动，职工受益。"),
    ],
)
def test_an_opening_leaves_out_who_reports(body, found):
    assert typeset(shortened(opening(body), 40)) == found
