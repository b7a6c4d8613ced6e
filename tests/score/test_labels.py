"""Label files and page texts."""

import pytest

from jianbao.model import Author
from jianbao.problems import Fault
from jianbao.score.labels import labelled, page_text


def page_of(labels, text="标题\n\n正文。\n"):
    return labelled(labels, "d01.yaml", lambda name: text.encode())


def test_numbers_are_numbers_and_null_is_nothing():
    page = page_of(
        "articles: [{headline: 2015, kicker: null, lines: {3: body, 1: headline}, joins: [[1, 3]]}]\nrepeats: [[1, 3]]"
    )
    article = page.articles[0]
    assert (article.headline, article.kicker, list(article.lines), article.joins) == ("2015", "", [1, 3], ((1, 3),))
    assert page.repeats == ((1, 3),)


def test_a_region_or_author_of_null_is_none():
    article = page_of("articles: [{regions: [null], authors: [null, {name: 王平, role: null}]}]").articles[0]
    assert (article.regions, article.authors) == ((), (Author("王平", ""),))


def test_lines_know_article_role_and_letters():
    line = page_of("articles: [{lines: {3: body}}]\nfurniture: {1: masthead}").at[3]
    assert (line.owner, line.role, line.text, line.width) == (0, "body", "正文", 2)
    assert page_of("articles: []\nfurniture: {1: masthead}").at[1].owner is None


def test_only_lines_with_text_need_a_label():
    assert page_of("articles: [{lines: {3: body}}]").unlabelled == (1,)


def test_a_page_without_date_is_undated_and_without_language_chinese():
    page = page_of("articles: []\nissue_date: null\nreal_page: true")
    assert (page.date, page.group, page.stem) == ("XXXX", "real zh", "d01")


@pytest.mark.parametrize(
    "labels",
    [
        "articles: [a]",
        "articles: [{lines: [1, 2]}]",
        "articles: [{lines: {one: body}}]",
        "articles: [{joins: [5]}]",
        "articles: [{lines: {1: {a: b}}}]",
        "articles: [{headline: [a]}]",
        "articles: [{lines: {1: body, 1: body}}]",
    ],
)
def test_labels_of_another_form_are_refused(labels):
    with pytest.raises(Fault):
        page_of(labels)


def test_byte_order_mark_and_windows_line_ends_are_no_text():
    assert page_text("\ufeff一\r\n二".encode(), "") == "一\n二"


@pytest.mark.parametrize("encoding", ["utf-8", "no-such-code"])
def test_a_page_in_another_encoding_is_refused(encoding):
    with pytest.raises(Fault, match=encoding):
        page_text("工人".encode("gbk"), encoding)
