from dataclasses import replace

from jianbao.model import Article, Author
from jianbao.render import moved


def test_a_former_id_leads_to_the_article_it_became(build):
    found = dict(moved.former_ids(build(Article("a-3", "甲", aliases=("a-9",)))))
    assert [link.path for link in found["articles/a/9.html"].targets] == ["articles/a/3.html"]


def test_an_alias_never_hides_an_article(build):
    articles = Article("a-3", "甲", aliases=("a-9", "a-3")), Article("a-9", "乙")
    assert not dict(moved.former_ids(build(*articles)))


def test_an_alias_of_two_names_both(build):
    articles = Article("a-3", "甲", aliases=("a-9",)), Article("a-5", "乙", aliases=("A-9",))
    assert len(dict(moved.former_ids(build(*articles)))["articles/a/9.html"].targets) == 2


def test_names_of_one_sound_are_found_at_the_plain_address(build):
    names = tuple(map(Author, ("李伟", "李炜", "王芳")))
    archive = build(Article("a-1", "", authors=names), Article("a-2", "", authors=names))
    found = dict(moved.homonyms(archive, archive.authors))
    assert list(found) == ["authors/li-wei/index.html"]
    assert [link.text for link in found["authors/li-wei/index.html"].targets] == ["李伟", "李炜"]


def test_a_spelling_that_is_anothers_leads_to_that_name(build):
    names = tuple(map(Author, ("金钧胤", "王芳")))
    archive = build(Article("a-1", "", authors=names), Article("a-2", "", authors=names))
    term = replace(archive.authors.terms["金钧胤"], also=("金钩胤", "王方", "金均胤"))
    terms = {**archive.authors.terms, "金钧胤": term}
    found = dict(moved.other_names(replace(archive, authors=replace(archive.authors, terms=terms))))
    assert list(found) == ["authors/jin-gou-yin/index.html"]  # 王方 and 金均胤 sound as names that are there
    assert [link.text for link in found["authors/jin-gou-yin/index.html"].targets] == ["金钧胤"]
