import re

from hypothesis import given
from hypothesis import strategies as some

from jianbao.archive.archive import group
from jianbao.archive.order import FiledPage, natural, page_key
from jianbao.authority import Authority
from jianbao.model import Article, PageFacts, Source
from jianbao.settings import Settings


def by_value(text):
    """Figures by their value, before all else: what `natural` says in one text."""
    found = re.findall(r"([0-9]+)|([^0-9]+)", text)
    return [(int(figures[:18]), "") if figures else (1 << 62, other) for figures, other in found]


@given(some.text("019-A甲", max_size=24), some.text("019-A甲", max_size=24))
def test_texts_sort_as_their_figures_and_the_rest_do(one, other):
    assert (natural(one) < natural(other)) == (by_value(one) < by_value(other))
    assert (natural(one) == natural(other)) == (by_value(one) == by_value(other))


def test_folios_sort_by_number():
    assert sorted(["B2", "10", "2", "", "A12", "A3"], key=natural) == ["", "2", "10", "A3", "A12", "B2"]


def test_pages_sort_by_newspaper_then_date_then_folio():
    facts = [("乙", "", ""), ("丙", "2021-02", ""), ("丙", "2021-01", "3"), ("丙", "2021-01", "12")]
    pages = [PageFacts("", newspaper=paper, date=date, folio=folio) for paper, date, folio in facts]
    keys = [page_key(FiledPage(page, str(no))) for no, page in enumerate(pages)]
    assert sorted(keys) == [keys[2], keys[3], keys[1], keys[0]]


def test_a_piece_in_parts_stands_at_its_first_line():
    pages = [FiledPage(PageFacts("p.txt"), "p")]
    pieces = [Article(f"p-{lines[0]}", "", source=Source("p.txt", lines)) for lines in ((8,), (109, 7))]
    assert list(group(pieces, pages, Settings(), Authority({})).articles) == ["p-109", "p-8"]


@given(some.lists(some.text("a-19٣", max_size=4), max_size=9, unique=True))
def test_pieces_of_one_place_stand_by_their_ids_with_figures_by_value(ids: list[str]) -> None:
    pieces = [Article(id, "", newspaper="甲报", date="2021-12-08") for id in ids]
    assert list(group(pieces, [], Settings(), Authority({})).articles) == sorted(ids, key=natural)
