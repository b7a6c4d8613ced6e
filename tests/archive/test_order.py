from jianbao.archive.order import FiledPage, natural, page_key, reading_key
from jianbao.model import Article, PageFacts, Source


def test_folios_sort_by_number():
    assert sorted(["B2", "10", "2", "", "A12", "A3"], key=natural) == ["", "2", "10", "A3", "A12", "B2"]


def test_pages_sort_by_newspaper_then_date_then_folio():
    facts = [("乙", "", ""), ("丙", "2021-02", ""), ("丙", "2021-01", "3"), ("丙", "2021-01", "12")]
    pages = [PageFacts("", newspaper=paper, date=date, folio=folio) for paper, date, folio in facts]
    keys = [page_key(FiledPage(page, str(no))) for no, page in enumerate(pages)]
    assert sorted(keys) == [keys[2], keys[3], keys[1], keys[0]]


def test_a_piece_in_parts_stands_at_its_first_line():
    pages = {"p.txt": FiledPage(PageFacts("p.txt"), "p")}
    parts = Article("p-109", "", source=Source("p.txt", (109, 7)))
    assert reading_key(parts, pages) < reading_key(Article("p-8", "", source=Source("p.txt", (8,))), pages)
