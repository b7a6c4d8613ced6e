"""What people decide in page.md about its lines: read, and what cannot be held is told."""

import pytest

from jianbao.files import pagefile
from jianbao.files.decisions import read
from jianbao.files.document import cut
from jianbao.files.folder import PageHeld
from jianbao.model import Decisions, Line, Page

PAGE = Page("p", "p.txt", "utf-8", tuple(Line(no, f"第{no}行") for no in (1, 3, 5, 7, 9, 11, 13)))
WHERE = "articles/p/page.md"


def decided(*lines: str, aside: tuple[int, ...] = ()) -> tuple[Decisions, list[str]]:
    text = "\n".join(["---", "page: p.txt", *lines, "---", ""])
    found, problems = read(PageHeld(cut(text), {}, frozenset(aside), decided=True), PAGE, WHERE)
    assert all((one.where, one.line > 2, bool(one.remedy)) == (WHERE, True, True) for one in problems)
    return found, [one.what for one in problems]


def only(*lines: str) -> Decisions:
    found, problems = decided(*lines)
    assert problems == []
    return found


def test_ranges_run_over_blank_lines_and_keep_the_order_given() -> None:
    assert only('articles: [1-5, "13, 7-9"]').articles == ((1, 3, 5), (13, 7, 9))


def test_in_a_list_of_lines_no_quotes_are_needed() -> None:
    assert only("articles:", "- 1-5", "- 13, 7-9").articles == ((1, 3, 5), (13, 7, 9))
    assert only("articles: [1-5, [13, 7-9]]").articles == ((1, 3, 5), (13, 7, 9))


def test_roles_are_given_to_lines_and_ranges() -> None:
    assert only("roles: {1: kicker, 5-7: body, 13: advert}").roles == {1: "kicker", 5: "body", 7: "body", 13: "advert"}


def test_the_names_of_the_front_matter_and_capitals_are_understood() -> None:
    assert only("roles: {1: title, 3: Subtitle}").roles == {1: "headline", 3: "subhead"}


def test_a_chain_of_joins_is_as_many_joins() -> None:
    found = only("joins: [1 > 3 > 7, 9/11]")
    assert (found.joins, found.apart) == (((1, 3), (3, 7)), ((9, 11),))


def test_a_line_set_aside_by_its_role_is_left_out_of_the_range_around_it() -> None:
    assert only("articles: [1-7]", "roles: {5: advert, 3: repeat}").articles == ((1, 7),)


def test_keys_without_a_value_decide_nothing() -> None:
    assert only("articles:", "roles:", "joins: []") == Decisions()


@pytest.mark.parametrize(
    ("line", "what", "rest"),
    [
        ("articles: 1-5", "must be a list", Decisions()),
        ("articles: {1: 5}", "must be a list", Decisions()),
        ("articles: [5-1, 7-9]", '"5-1" are no line numbers', Decisions(((7, 9),))),
        ("articles: [甲, 7-9]", '"甲" are no line numbers', Decisions(((7, 9),))),
        ("articles: [{1: 3}, 7-9]", "are no line numbers", Decisions(((7, 9),))),
        ("articles: ['1,3,99', 7-9]", "line 99 is blank or not on the page", Decisions(((1, 3), (7, 9)))),
        ("articles: [1-99, 7-9]", "line 99 is blank or not on the page", Decisions(((7, 9),))),
        ("articles: [1-6]", "line 6 is blank or not on the page", Decisions(((1, 3, 5),))),
        ("articles: [4]", "line 4 is blank or not on the page", Decisions()),
        ("articles: [1-5, 3-9]", "Lines 3-5 are named twice", Decisions(((1, 3, 5), (7, 9)))),
        ("articles: ['5, 1-7']", "Line 5 is named twice", Decisions(((5, 1, 3, 7),))),
        ("articles: [1, 1]", "Line 1 is named twice", Decisions(((1,),))),
        ("roles: [headline]", "`roles` must say what lines are", Decisions()),
        ("roles: {1: Schlagzeile, 3: body}", '"Schlagzeile" is no role (1)', Decisions(roles={3: "body"})),
        ("roles: {1: [body], 3: body}", "is no role (1)", Decisions(roles={3: "body"})),
        ("roles: {2: body, 3: body}", "line 2 is blank", Decisions(roles={3: "body"})),
        ("roles: {1-3: body, 3: advert}", "Line 3 is given two roles", Decisions(roles={1: "body", 3: "body"})),
        ("joins: 1 > 3", "must be a list", Decisions()),
        ("joins: [1 - 3, 5 > 7]", '"1 - 3" names no two lines', Decisions(joins=((5, 7),))),
        ("joins: [[1, 3]]", "names no two lines", Decisions()),
        ("joins: [1 > 2, 5 > 7]", "line 2 is blank", Decisions(joins=((5, 7),))),
        ("joins: [1 > 3, 3 > 5, 5 > 1]", "round in a circle", Decisions(joins=((1, 3), (3, 5)))),
        ("joins: [1 > 1]", "round in a circle", Decisions()),
        ("joins: [1 > 3, 1 > 5]", "joined to another line already", Decisions(joins=((1, 3),))),
        ("joins: [1 > 5, 3 > 5]", "joined to another line already", Decisions(joins=((1, 5),))),
        ("joins: [1 > 3, 3 / 1]", "3 / 1 cannot be: they are one paragraph", Decisions(joins=((1, 3),))),
        ("joins: [1 / 5, 1 > 3 > 5]", "3 > 5 cannot be: they are held apart", Decisions((), {}, ((1, 3),), ((1, 5),))),
    ],
)
def test_what_cannot_be_held_is_told_and_the_rest_holds(line: str, what: str, rest: Decisions) -> None:
    found, told = decided(line)
    assert (found, len(told)) == (rest, 1) and what in told[0]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("articles: [1-3, 5-7]", "they are not in one article"),
        ("articles: [1-3]", "they are not in one article"),
        ("roles: {5: advert}", "one of them is in no article"),
        ("roles: {3: headline, 5: body}", "their roles differ"),
    ],
)
def test_a_join_against_another_decision_is_told_and_not_made(other: str, why: str) -> None:
    found, told = decided(other, "joins: [3 > 5]")
    assert found.joins == () and told == [f"3 > 5 cannot be: {why}."]


def test_roles_of_running_text_may_be_joined() -> None:
    assert only("roles: {3: byline+body, 5: body}", "joins: [3 > 5]").joins == ((3, 5),)


def test_a_line_that_page_md_sets_aside_elsewhere_is_told_and_left_there() -> None:
    found, told = decided("articles: [1-5]", "roles: {9: body, 11: advert}", aside=(3, 9, 11))
    assert (found.articles, found.roles) == (((1, 5),), {11: "advert"})
    assert [what.split(" is ")[0] for what in told] == ["Line 9", "Line 3"]


def test_a_problem_names_the_line_of_its_key() -> None:
    text = "---\npage: p.txt\n# mine\narticles:\n- 1-5\n- 5\nroles: {1: x}\n---\n"
    _, problems = read(PageHeld(cut(text), decided=True), PAGE, WHERE)
    assert sorted(one.line for one in problems) == [4, 7]


def test_the_page_facts_say_that_something_is_decided() -> None:
    facts, problems = pagefile.read("---\npage: p.txt\nroles: {1: x}\n---\n", WHERE)
    assert facts.decided and problems == []
    assert not pagefile.read("---\npage: p.txt\nroles:\n---\n", WHERE)[0].decided
