"""An article and its file, in both directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.files.article import document, file_name, read
from jianbao.model import KINDS, Article, Author, PlaceName, Source

WORDS = (
    st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=20)
    .map(str.strip)
    .filter(bool)
)
ARTICLES = st.builds(
    Article,
    id=st.just("p-7"),
    title=WORDS,
    kicker=st.one_of(st.just(""), WORDS),
    kind=st.sampled_from(KINDS),
    date=st.sampled_from(["", "2021-12", "2015-11-30", "XXXX", "2023-03~"]),
    authors=st.lists(st.builds(Author, WORDS, st.sampled_from(["", "记者"])), max_size=2).map(tuple),
    places=st.lists(st.builds(PlaceName, WORDS, WORDS), max_size=2).map(tuple),
    tags=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    source=st.just(Source("p.txt", (7, 9))),
    body=st.just("\n正文\n"),
)


@given(ARTICLES)
def test_what_is_written_reads_the_same(article: Article) -> None:
    assert read(document(article, {"p.txt": [5, 7, 9]}).text(), "a.md") == (article.__class__(**_fields(article)), [])


def _fields(article: Article) -> dict[str, object]:
    """A range of lines is read with the blank lines inside it."""
    return {name: getattr(article, name) for name in article.__slots__} | {"source": Source("p.txt", (7, 8, 9))}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("tittle: 甲", "tittle"),
        ("date: 2015-13-45", "month"),
        ("kind: essay", "essay"),
        ("authors: [{nam: 乙}]", "author"),
        ("tags: {a: b}", "tags"),
        ("places: [江干区]", "江干区"),
        ("source: {page: p.txt, lines: 9-7}", "9-7"),
        ("id: 甲", "甲"),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_left_out(line: str, what: str) -> None:
    article, (problem,) = read(f"---\ntitle: 题\n{line}\n---\n文\n", "articles/p/1.md")
    assert (problem.where, problem.line, what in problem.what) == ("articles/p/1.md", 3, True)
    assert article.title == "题" and article.body == "文\n"


def test_a_source_of_two_pages_reads_as_it_is_written() -> None:
    source = Source("a.txt", (7, 8), (Source("b.txt", (40,)), Source("c.txt", (1, 2))))
    text = document(Article("p-7", "题", source=source), {"a.txt": [7, 8]}).text()
    assert "source:\n- {page: a.txt, lines: 7-8}\n- {page: b.txt, lines: '40'}\n" in text
    assert read(text, "a.md") == (Article("p-7", "题", source=source, body=""), [])


@pytest.mark.parametrize("part", ["7", "{page: b.txt, lines: x}", "[a]", "{page: [b]}"])
def test_a_part_of_a_source_that_cannot_be_read_is_told_and_the_others_stay(part: str) -> None:
    article, (problem,) = read(f"---\ntitle: 题\nsource: [{{page: a.txt, lines: 7}}, {part}]\n---\n", "1.md")
    assert problem.line == 3 and article.source.on("a.txt") == (7,)


def test_a_near_key_is_proposed() -> None:
    _, (problem,) = read("---\ntitle: 题\nkickr: 引\n---\n", "1.md")
    assert problem.remedy == 'Did you mean "kicker"?'


def test_file_names_are_safe_everywhere() -> None:
    assert file_name(Article("p-7", "CON/..\\:*?<>|" + "长" * 200)).startswith("007-CON-长")
    assert len(file_name(Article("p-7", "长" * 200)).encode()) < 160
    assert file_name(Article("p-7", "——")) == "007-article.md"
