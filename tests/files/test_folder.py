"""One folder of content/articles: whose file is whose, and what is written."""

from collections.abc import Callable
from pathlib import Path

from jianbao import pipeline
from jianbao.pipeline import Place

Find = Callable[[str], Path]


def clip_again(place: Place, *changes: tuple[str, str]) -> None:
    """Another text of the page: the headline of its first article, or what a test names."""
    page = place.content / "pages/p1.txt"
    text = page.read_text("utf-8")
    for old, new in changes or [("学法竞赛", "普法竞赛")]:
        assert old in text
        text = text.replace(old, new)
    page.write_text(text, "utf-8")
    pipeline.clip(place)


def test_an_article_typed_by_hand_takes_its_lines_from_the_program(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    own = "---\ntitle: 手录\nsource: {page: p1.txt, lines: 15}\n---\n\n公司腾挪出二百平方米。\n"
    (place.content / "articles/p1/own.md").write_text(own, "utf-8")
    clip_again(place)
    assert "lines: 11-13" in file_of("宁波").read_text("utf-8")
    assert (place.content / "articles/p1/own.md").read_text("utf-8") == own


def test_an_edited_article_whose_piece_is_gone_is_still_known_as_ours(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    path = file_of("宁波")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: 我的"), "utf-8")
    gone = [("宁波海曙添一家职工书屋", "大家都说这样的活动很好。"), ("本报讯 记者张浩呈 通讯员郑轶文报道 ", "")]
    clip_again(place, *gone)
    clip_again(place, *[(new, old) for old, new in gone[:1]])
    assert path.read_text("utf-8").startswith("---\nid: p1-11\ntitle: 我的宁波")
    assert len(list(path.parent.glob("*.md"))) == 3


def test_an_article_typed_by_hand_gets_no_key_that_it_has_not(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    file_of("宁波").unlink()
    own = "---\ntitle: 手录\nsource: {page: p1.txt, lines: 11-15}\n---\n\n文\n"
    (place.content / "articles/p1/own.md").write_text(own, "utf-8")
    clip_again(place)
    assert (place.content / "articles/p1/own.md").read_text("utf-8") == own


def test_a_new_article_takes_no_file_of_another(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    renamed = file_of("宁波").rename(place.content / "articles/p1/017-职工篮球赛开幕.md")
    more = "职工篮球赛开幕\n\n本报讯 记者王五报道 近日,职工篮球赛开幕,大家都说办得好。\n\n招商热线"
    clip_again(place, ("招商热线", more))
    assert "id: p1-11\n" in renamed.read_text("utf-8")
    assert "id: p1-17\n" in (renamed.parent / "017-职工篮球赛开幕-2.md").read_text("utf-8")


def test_a_page_md_that_a_person_took_away_is_not_made_again(place: Place) -> None:
    pipeline.clip(place)
    page = place.content / "articles/p1/page.md"
    page.unlink()
    clip_again(place)
    assert not page.exists()


def test_a_page_md_that_cannot_be_read_is_left_as_it_is(place: Place) -> None:
    pipeline.clip(place)
    page = place.content / "articles/p1/page.md"
    page.write_text("---\npage: 'p1.txt\n---\n", "utf-8")
    clip_again(place)
    assert page.read_text("utf-8") == "---\npage: 'p1.txt\n---\n"


def test_aliases_outlive_the_next_build(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    clip_again(place, ("宁波海曙添一家职工书屋", "大家都说好。"), ("本报讯 记者张浩呈 通讯员郑轶文报道 ", ""))
    clip_again(place)
    assert "aliases: [p1-11]" in file_of("台州").read_text("utf-8")


def test_an_article_that_a_person_broke_is_not_made_a_second_time(place: Place, file_of: Find) -> None:
    pipeline.clip(place)
    path = file_of("台州")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: '"), "utf-8")
    clip_again(place)
    assert len(list(path.parent.glob("*台州*"))) == 1
    path.write_text(path.read_text("utf-8").replace("title: '", "title: "), "utf-8")
    clip_again(place, ("普法竞赛", "懂法竞赛"))
    assert "懂法竞赛" in path.read_text("utf-8")
