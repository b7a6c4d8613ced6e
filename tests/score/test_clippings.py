"""Generated Markdown as the scorer sees it."""

from jianbao.model import Author
from jianbao.score.clippings import clipping


def clip(front, body=""):
    return clipping(f"---\n{front}\n---\n{body}", "a.md")[0]


def test_paragraphs_end_at_blank_lines_and_lines_at_line_ends():
    made = clip("title: 题", "甲\n乙\n\n## 丙\n")
    assert (made.paragraphs, made.lines, made.body) == (("甲乙", "丙"), {"甲", "乙", "丙"}, "甲乙丙")


def test_heads_are_fields_alone_and_combined():
    assert clip("title: 甲\nkicker: 乙\nsubtitle: 丙").fields == {"甲", "乙", "丙", "乙甲", "甲丙", "乙甲丙", "甲乙"}


def test_captions_are_text_of_the_article():
    assert "小哥上课" in clip("title: 甲\ncaptions: [{text: 小哥上课}, 图二]").text


def test_heads_do_not_run_into_the_body():
    made = clip("title: 学院开课啦好事成双", "杭州西湖区外卖小哥")
    assert "外卖小哥学院开课" not in made.text
    assert made.covers("西湖区外卖小哥学院开课啦") == 0


def test_authors_are_read_in_every_form():
    assert clip("authors: [{姓名: 王平, 身份: 记者}]").authors == (Author("王平", "记者"),)
    assert clip("authors: 王平、李安; 赵云").authors == (Author("王平"), Author("李安"), Author("赵云"))


def test_the_page_is_bound_by_source_page_alone():
    assert clip("source: {page: d01.txt, lines: 3-9}\npage: 7").pages == ("d01.txt",)
    assert clip("source: d01.txt").pages == ()
    assert clip("source: [{page: d01.txt, lines: 3}, {page: d02.txt, lines: 9}]").pages == ("d01.txt", "d02.txt")


def test_a_date_is_the_text_that_was_written():
    assert clip("date: 2015-11-30").date == "2015-11-30"
    assert clip("date: null").date == ""


def test_text_without_front_matter_is_no_article():
    assert clipping("# 读我\n", "README.md") == (None, ())
    assert clipping("---\n- a\n---\n", "list.md") == (None, ())


def test_bad_front_matter_leaves_the_text_and_a_problem():
    made, problems = clipping("---\ntitle: 甲\ntitle: 乙\n---\n正文\n", "a.md")
    assert (made.title, made.body) == ("", "正文")
    assert [(problem.where, problem.line) for problem in problems] == [("a.md", 3)]


def test_a_line_is_covered_by_pieces_of_eight_letters():
    made = clip("title: 题", "昨天上午西湖区的外卖小哥走进课堂")
    assert made.covers("昨天上午西湖区的快递小哥走进课堂") == 8
    assert made.covers("上午西湖区的") == 6
    assert made.covers("昨天上午西湖区的快") == 0
    assert made.covers("下午西湖区的") == 0
