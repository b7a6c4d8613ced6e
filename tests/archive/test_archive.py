from itertools import permutations

from jianbao.archive.archive import group
from jianbao.archive.order import FiledPage, Neighbours
from jianbao.model import Article, PageFacts, Source


def piece(id, page="", line=1, **facts):
    return Article(id=id, title=id, source=Source(page, (line,)) if page else Source(), **facts)


def filed(id, date, folio=""):
    return FiledPage(PageFacts(f"{id}.txt", newspaper="甲报", date=date, folio=folio), id)


PAGES = [filed("b", "2021-12-08", "2"), filed("a", "2021-12-08", "10"), filed("c", "2021-12-07", "1")]
PIECES = [piece("a-3", "a.txt", 3), piece("b-20", "b.txt", 20), piece("b-7", "b.txt", 7), piece("c-1", "c.txt")]


def test_pieces_run_down_the_page_and_on_to_the_next(settings, authority):
    beside = group(PIECES, PAGES, settings, authority).neighbours
    assert beside["b-7"] == Neighbours("c-1", "b-20")
    assert beside["b-20"] == Neighbours("b-7", "a-3")  # folio 10 stands after folio 2


def test_neighbours_stay_within_a_newspaper(settings, authority):
    other = piece("hand-1", newspaper="乙报", date="1990")
    beside = group([*PIECES, other], PAGES, settings, authority).neighbours
    assert beside["hand-1"] == Neighbours() and beside["a-3"].next == ""


def test_order_of_input_does_not_matter(settings, authority):
    found = [group(pieces, PAGES, settings, authority) for pieces in permutations(PIECES)]
    assert len({repr(archive) for archive in found}) == 1
    assert len({archive.kin.marks.tobytes() for archive in found}) == 1


def test_pages_know_their_pieces_and_pieces_their_page(settings, authority):
    archive = group(PIECES, PAGES, settings, authority)
    assert archive.pieces["b"] == ("b-7", "b-20") and archive.page_of["b-7"] == "b"
    assert list(archive.pages) == ["c", "b", "a"]


def test_typed_articles_need_no_page(settings, authority):
    archive = group([piece("hand-1", date="2020-02"), piece("hand-2")], [], settings, authority)
    assert list(archive.articles) == ["hand-1", "hand-2"] and not archive.page_of


def test_a_page_without_pieces_is_there(settings, authority):
    assert group([], PAGES[:1], settings, authority).pieces == {"b": ()}


def test_articles_of_a_page_that_is_gone_are_kept(settings, authority):
    archive = group([piece("z-4", "z.txt", 4)], [], settings, authority)
    assert "z-4" in archive.articles and "z-4" not in archive.page_of
