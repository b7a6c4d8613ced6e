"""Which clipping holds which line, and which one answers which article."""

import pytest

from jianbao.model import Author
from jianbao.score.clippings import clipping
from jianbao.score.labels import LabelledArticle, LabelledLine, LabelledPage
from jianbao.score.match import match, touched

LONG = "昨天上午西湖区的外卖小哥走进课堂学习急救知识和交通法规"
OTHER = "村民老赵捐出藏书两千多册和乡文化站一起办起了图书室"


def matched(lines, *markdown, stems=("m01",), authors=()):
    """Returns a page of one article for each list of (text, role), beside clippings of Markdown."""
    labelled = [LabelledLine(no, owner, role, text, text) for no, (text, role, owner) in enumerate(lines, 1)]
    owners = {line.owner for line in labelled} - {None}
    article = LabelledArticle("a", "", "", "", authors, (), (), False, {}, ())
    page = LabelledPage(
        "m01.txt",
        "zh",
        False,
        "XXXX",
        (article,) * len(owners),
        tuple(labelled),
        {line.no: line for line in labelled},
        (),
        (),
        (),
    )
    clips = tuple(clipping(text, f"{number}.md")[0] for number, text in enumerate(markdown))
    return match(page, clips, frozenset(stems))


def md(body, front="title: 无题"):
    return f"---\n{front}\n---\n\n{body}\n"


def test_a_line_is_held_by_six_tenths_of_its_letters():
    most, half = LONG[:19], LONG[:12]
    held = matched([(LONG, "body", 0)], md(most), md(half)).lines[0].held
    assert held == {0: pytest.approx(19 / 27)}


def test_a_line_in_two_clippings_goes_to_the_one_with_more_of_its_article():
    lines = [(LONG, "body", 0), (OTHER, "body", 0)]
    assert [placed.to for placed in matched(lines, md(LONG), md(LONG + "\n\n" + OTHER)).lines] == [1, 1]


def test_of_two_like_clippings_the_first_is_taken():
    assert matched([(LONG, "body", 0)], md(LONG), md(LONG)).lines[0].to == 0


def test_a_short_line_inside_a_stranger_is_no_find():
    lines = [("小哥", "byline", 0), (OTHER, "body", 0)]
    assert [placed.to for placed in matched(lines, md(LONG), md(OTHER)).lines] == [None, 1]


def test_a_short_line_that_stands_alone_is_a_find():
    assert matched([("开课啦", "crosshead", 0)], md("### 开课啦\n\n" + LONG)).lines[0].to == 0


def test_a_byline_is_held_by_its_names():
    authors = (Author("曾晨路", "记者"),)
    front = "authors: [{name: 曾晨路}]"
    lines = [("本报首席记者曾晨路", "byline", 0), (OTHER, "body", 0)]
    byline = matched(lines, md(OTHER, front), authors=authors).lines[0]
    assert (byline.held, byline.to) == ({0: 1}, 0)


def test_a_clipping_of_another_scored_page_is_left_out():
    there = md(LONG, "source: {page: m02.txt}")
    assert matched([(LONG, "body", 0)], there, stems=("m01", "m02")).lines[0].to is None
    assert matched([(LONG, "body", 0)], there).lines[0].to == 0


def test_a_body_line_is_not_held_by_the_names_in_it():
    authors = (Author("曾晨路", "记者"),)
    lines = [("学员曾晨路说这样的课程很实用", "body", 0), (OTHER, "body", 0)]
    assert matched(lines, md(OTHER, "authors: [{name: 曾晨路}]"), authors=authors).lines[0].held == {}


def test_two_articles_in_one_clipping_are_both_not_found():
    lines = [(LONG, "body", 0), (LONG, "body", 1)]
    assert [(pair.found, pair.iou) for pair in matched(lines, md(LONG)).pairs] == [(False, 0.5), (False, 0.5)]


def test_the_answer_has_at_least_half_of_the_article():
    lines = [(LONG, "body", 0), (OTHER, "body", 0), (OTHER[::-1], "body", 0)]
    pair = matched(lines, md(LONG)).pairs[0]
    assert pair.closest.path == "0.md"
    assert pair.answer is None


def test_furniture_in_a_clipping_lowers_its_overlap():
    pair = matched([(LONG, "body", 0), (OTHER, "advert", None)], md(LONG + "\n\n" + OTHER)).pairs[0]
    assert pair.iou == pytest.approx(27 / 52)


def test_a_repeat_is_placed_but_is_no_text():
    result = matched([(LONG, "body", 0), (OTHER, "repeat", 0)], md(LONG))
    assert (len(result.lines), len(result.text), touched(result)) == (2, 1, {0})
