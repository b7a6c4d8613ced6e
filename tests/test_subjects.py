"""The subject list: one term for one thing, and how an archive's own list changes it."""

from collections import Counter

import pytest

from jianbao import plainyaml
from jianbao.authority import shipped
from jianbao.chinese.lexicon import plain
from jianbao.subjects import Subject, changed

LIST = (
    Subject("劳动权益"),
    Subject("劳动报酬", "劳动权益", ("讨薪", "欠薪"), cues=("血汗钱",)),
    Subject("最低工资", "劳动报酬", related=("劳动权益",)),
)


def apply(text: str, subjects: tuple[Subject, ...] = LIST) -> tuple[dict[str, Subject], list[str]]:
    value, _ = plainyaml.read(text, entries=True)
    found, problems = changed(subjects, value, "authority/subjects.yaml")  # type: ignore[arg-type]
    return {subject.term: subject for subject in found}, [f"{problem.line}: {problem.what}" for problem in problems]


def test_the_shipped_list_is_large_and_every_term_is_explained() -> None:
    subjects = shipped().subjects
    assert len(subjects) >= 300 and [one.term for one in subjects if not one.scope] == []


def test_a_word_of_the_shipped_list_leads_to_one_term() -> None:
    words = Counter(plain(word) for subject in shipped().subjects for word in subject.words)
    assert [word for word, times in words.items() if times > 1 or len(word) < 2] == []


def test_no_word_of_the_shipped_list_is_silent() -> None:
    table = shipped()
    assert [word for one in table.subjects for word in one.not_in if plain(word) in table.led_to] == []


def test_the_shipped_list_is_a_tree_of_four_levels_at_most() -> None:
    table = shipped()
    for subject in table.subjects:
        chain = [subject.term]
        while subject.broader:
            above = table.subject(subject.broader)
            assert above is not None and above.term not in chain, chain
            chain.append(above.term)
            subject = above
        assert len(chain) <= 4, chain
    assert all(table.subject(other) for one in table.subjects for other in one.related)


def test_what_is_related_is_related_both_ways() -> None:
    table = shipped()
    pairs = {(one.term, other) for one in table.subjects for other in one.related}
    assert pairs and pairs == {(other, term) for term, other in pairs}


def test_an_entry_adds_a_term() -> None:
    found, problems = apply("- {term: 劳务派遣, broader: 劳动权益, use_for: [派遣工], scope: 派遣的劳动者}")
    assert found["劳务派遣"] == Subject("劳务派遣", "劳动权益", ("派遣工",), "派遣的劳动者") and problems == []


def test_a_bare_text_is_a_term() -> None:
    assert apply("- 厂史")[0]["厂史"] == Subject("厂史")


def test_an_entry_adds_words_and_takes_words_away() -> None:
    found, _ = apply("- {term: 劳动报酬, use_for: 工钱, cues: [白条], not_in: [欠薪]}")
    assert found["劳动报酬"].use_for == ("讨薪", "工钱") and found["劳动报酬"].cues == ("血汗钱", "白条")


def test_a_word_leads_to_where_it_was_sent_last() -> None:
    found, problems = apply("- {term: 根治欠薪, use_for: [讨薪]}")
    assert (found["根治欠薪"].use_for, found["劳动报酬"].use_for, problems) == (("讨薪",), ("欠薪",), [])


def test_a_term_gets_a_new_name_and_the_old_one_leads_to_it() -> None:
    found, problems = apply("- {term: 工资支付, was: 劳动报酬}")
    assert "劳动报酬" not in found and found["工资支付"].use_for == ("劳动报酬", "讨薪", "欠薪")
    assert found["最低工资"].broader == "工资支付" and problems == []


def test_a_term_is_named_by_one_of_its_words() -> None:
    assert apply("- {term: 欠薪, was: 劳动报酬}")[0]["欠薪"].use_for == ("劳动报酬", "讨薪")


def test_what_stood_below_a_hidden_term_stands_below_the_one_above_it() -> None:
    found, problems = apply("- {term: 劳动报酬, hide: true}\n- {term: 劳动权益, hide: true}")
    assert found == {"最低工资": Subject("最低工资")} and problems == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {use_for: [工钱]}", "1: A subject without term"),
        ("- 厂史\n- {term: 新词, braoder: 劳动权益}", '2: "braoder" is no key of a subject (新词).'),
        ("- {term: 新词, use_for: {a: b}}", '1: A value of the subject "新词" is no text'),
        ("- {term: 新词, broader: [劳动权益]}", '1: A value of the subject "新词" is no text'),
        ("- {term: 新词, years: 近年}", '1: The years "近年" of "新词" are no years.'),
        ("- {term: 新词, was: 无此词}", '1: "新词" was never "无此词"'),
        ("- {term: 最低工资, was: 劳动报酬}", '1: "劳动报酬" cannot become "最低工资"'),
        ("- {term: 无此词, hide: true}", '1: "无此词" cannot be hidden'),
        ("- {term: 新词, broader: 无此词}", '1: The broader term "无此词" of "新词" is not in the list.'),
        ("- {term: 新词, related: 无此词}", '1: The related term "无此词" of "新词" is not in the list.'),
        ("- {term: 劳动权益, broader: 最低工资}", '1: "劳动权益" stands above itself.'),
        ("- [a]", "0: A subject without term"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_does_no_harm(text: str, said: str) -> None:
    found, problems = apply(text)
    assert len(problems) == 1 and problems[0].startswith(said)
    assert found["最低工资"].broader == "劳动报酬" and found["劳动报酬"].broader == "劳动权益"


def test_a_broader_term_may_be_added_below() -> None:
    found, problems = apply("- {term: 新词, broader: 上位}\n- 上位")
    assert found["新词"].broader == "上位" and problems == []
