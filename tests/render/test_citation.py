from dataclasses import replace

import pytest

from jianbao.render.citation import Cited, cite

WHOLE = Cited(
    "003-3",
    "杭州有了“小哥学院”",
    "补贴最高五千元",
    authors=("曾晨路", "王颀"),
    newspaper="浙江工人日报",
    date="2021-12-08",
    folio="3",
    address="https://example.org/articles/003/3.html",
    archive="工人报刊剪报",
)
BARE = Cited("k", "题", newspaper="甲报")


def test_a_piece_that_is_known_in_all():
    cited = cite(WHOLE)
    assert cited.standard == "曾晨路, 王颀. 杭州有了“小哥学院”: 补贴最高五千元[N]. 浙江工人日报, 2021-12-08(3)."
    assert cited.plain == (
        "曾晨路、王颀：《杭州有了“小哥学院”——补贴最高五千元》，《浙江工人日报》2021年12月8日第3版。"
        "工人报刊剪报，https://example.org/articles/003/3.html"
    )
    assert cited.bibtex.split("\n") == [
        "@article{003-3,",
        "  author = {{曾晨路} and {王颀}},",
        "  title = {{杭州有了“小哥学院”：补贴最高五千元}},",
        "  journal = {浙江工人日报},",
        "  year = {2021},",
        "  month = {12},",
        "  day = {8},",
        "  note = {第3版},",
        "  url = {https://example.org/articles/003/3.html},",
        "  language = {chinese}",
        "}",
    ]
    assert cited.ris.split("\r\n") == [
        "TY  - NEWS",
        "AU  - 曾晨路",
        "AU  - 王颀",
        "TI  - 杭州有了“小哥学院”：补贴最高五千元",
        "T2  - 浙江工人日报",
        "PY  - 2021",
        "DA  - 2021/12/08/",
        "SP  - 3",
        "N1  - 第3版",
        "DB  - 工人报刊剪报",
        "UR  - https://example.org/articles/003/3.html",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize(
    ("date", "inferred", "standard", "plain", "note"),
    [
        ("2021-12-08", False, "2021-12-08", "《甲报》2021年12月8日。", ""),
        ("2021-12", False, "2021-12", "《甲报》2021年12月。", ""),
        ("2021-12", True, "[2021-12]", "《甲报》2021年12月（推定）。", "日期（2021年12月）系推定"),
        ("2023-03~", False, "[2023年3月前后]", "《甲报》2023年3月前后。", "日期：2023年3月前后"),
        (
            "2021-12-08?",
            False,
            "[2021年12月8日（存疑）]",
            "《甲报》2021年12月8日（存疑）。",
            "日期：2021年12月8日（存疑）",
        ),
        ("202X", False, "[2020年代]", "《甲报》，2020年代。", "日期：2020年代"),
        (
            "2021-11/2022-01",
            False,
            "[2021年11月至2022年1月]",
            "《甲报》，2021年11月至2022年1月。",
            "日期：2021年11月至2022年1月",
        ),
        (
            "2021-11/2021-12",
            True,
            "[2021年11月至2021年12月]",
            "《甲报》，2021年11月至2021年12月。",
            "日期：2021年11月至2021年12月",
        ),
        ("XXXX", False, "[日期不详]", "《甲报》，日期不详。", "日期不详"),
        ("", False, "[日期不详]", "《甲报》，日期不详。", "日期不详"),
        ("某日", False, "[日期作“某日”]", "《甲报》，日期作“某日”。", "日期作“某日”"),
    ],
)
def test_a_date_is_as_sure_as_it_is(date, inferred, standard, plain, note):
    cited = cite(replace(BARE, date=date, inferred=inferred))
    assert cited.standard == f"题[N]. 甲报, {standard}." and cited.plain == f"《题》，{plain}"
    assert (f"  note = {{{note}}},\n" if note else "  year") in cited.bibtex
    assert f"N1  - {note}\r\n" in cited.ris if note else "N1" not in cited.ris


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        ("2000-12", "2000", "2000/12//"),
        ("2000-10-20", "2000", "2000/10/20/"),
        ("2021", "2021", ""),
        ("202X", "", ""),
        ("2021-11/2021-12", "", ""),
        ("0099-01-02", "0099", "0099/01/02/"),
    ],
)
def test_only_known_parts_of_a_date_are_fields(date, year, day):
    cited = cite(replace(BARE, date=date))
    fields = dict(line.split("  - ", 1) for line in cited.ris.split("\r\n") if line)
    assert (fields.get("PY", ""), fields.get("DA", "")) == (year, day)
    assert (f"year = {{{year}}}" in cited.bibtex) if year else ("year" not in cited.bibtex)


@pytest.mark.parametrize(
    ("changes", "standard"),
    [
        ({"authors": ()}, "题[N]. 甲报, 2021."),
        ({"authors": ("甲", "乙", "丙")}, "甲, 乙, 丙. 题[N]. 甲报, 2021."),
        ({"authors": ("甲", "乙", "丙", "丁")}, "甲, 乙, 丙, 等. 题[N]. 甲报, 2021."),
        ({"newspaper": ""}, "题[N]. [报纸不详], 2021."),
        ({"supplied": True}, "[题][N]. 甲报, 2021."),
        ({"folio": "A03"}, "题[N]. 甲报, 2021(A03)."),
    ],
)
def test_what_is_not_known_is_left_out_or_said(changes, standard):
    assert cite(replace(BARE, date="2021", **changes)).standard == standard


def test_no_newspaper_is_no_empty_field():
    cited = cite(replace(BARE, newspaper="", date="2021-12-08", folio="A03"))
    assert "journal" not in cited.bibtex and "T2" not in cited.ris
    assert cited.plain == "《题》，报纸不详，2021年12月8日，A03版。"


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("50% & #1_a $5", r"50\% \& \#1\_a \$5"),
        ("}, year = {1900", r"\textbraceright{}, year = \textbraceleft{}1900"),
        ("\\input{x}", r"\textbackslash{}input\textbraceleft{}x\textbraceright{}"),
        ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"),
    ],
)
def test_what_bibtex_reads_as_its_own_is_escaped(text, tex):
    cited = cite(replace(BARE, title=text, newspaper=text, authors=(text,), date="2021"))
    assert f"title = {{{{{tex}}}}}," in cited.bibtex and f"journal = {{{tex}}}," in cited.bibtex
    assert cited.bibtex.count("{") == cited.bibtex.count("}")


def test_a_name_with_and_is_one_author_of_bibtex():
    assert "author = {{Smith and Sons, Ltd}}," in cite(replace(BARE, authors=("Smith and Sons, Ltd",))).bibtex


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\x00"])
def test_a_line_end_in_a_value_begins_no_field(end):
    wild = f"题{end}UR  - https://evil.example{end}ER  - "
    cited = cite(replace(BARE, title=wild, authors=(wild,), newspaper=wild, date=wild, folio=wild, archive=wild))
    tags = [line[:2] for line in cited.ris.splitlines()]
    assert tags == ["TY", "AU", "TI", "T2", "SP", "N1", "N1", "DB", "ER"]
    assert len(cited.standard.splitlines()) == len(cited.plain.splitlines()) == 1


def test_titles_inside_a_title_get_the_inner_marks():
    assert cite(replace(BARE, title="读《红楼梦》", date="2021")).plain.startswith("《读〈红楼梦〉》，")


def test_an_address_cannot_close_its_field():
    assert "url = {https://example.org/%7Da%7B}," in cite(replace(BARE, address="https://example.org/}a{")).bibtex
