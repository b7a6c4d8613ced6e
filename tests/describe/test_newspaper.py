"""Which newspaper, folio and section a page is of."""

from collections.abc import Callable

import pytest

from jianbao.authority import shipped
from jianbao.describe.newspaper import basis, by_places, folio, newspaper
from jianbao.model import Layout, Page
from jianbao.settings import Newspaper, Settings

Make = Callable[..., Page]
TWO = Settings(newspapers=(Newspaper("浙江工人日报", "浙江省"), Newspaper("工人日报")))


@pytest.mark.parametrize("name", ["浙江工人日报", "浙 江 工 人 日 报", "人民日报"])
def test_masthead(page: Make, bare: Layout, name: str) -> None:
    found = newspaper(page("2015年11月30日", name, "职工说好。"), bare, TWO, shipped())
    assert (found.value, basis(found)) == (name.replace(" ", ""), "masthead")


def test_an_unknown_paper_needs_its_date_nearby(page: Make, bare: Layout) -> None:
    assert newspaper(page("2015年11月30日", "缙云报"), bare, TWO, shipped()).value == "缙云报"
    assert newspaper(page("职工喜报", "职工说好。"), bare, TWO, shipped()).value == ""


def test_folder_and_only_paper(page: Make, bare: Layout) -> None:
    found = newspaper(page("文", path="工人日报/2022-06-13/02.txt"), bare, TWO, shipped())
    assert (found.value, basis(found)) == ("工人日报", "filename")
    only = newspaper(page("文"), bare, Settings(newspapers=TWO.newspapers[1:]), shipped())
    assert (only.value, basis(only)) == ("工人日报", "config")


@pytest.mark.parametrize(
    ("provinces", "value"),
    [
        (["浙江省"] * 5, "浙江工人日报"),
        (["山东省", "江苏省", "广东省", "浙江省"], "工人日报"),
        (["浙江省"], ""),
        (["山东省", "山东省"], ""),
    ],
)
def test_places_tell_the_paper(provinces: list[str], value: str) -> None:
    assert by_places(provinces, TWO).value == value


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("总第9876期 第3版 综合新闻 责任编辑 何玉婷", ("3", "综合新闻")),
        ("第５版", ("5", "")),
        ("代号51—7 总第1268期 第二版", ("2", "")),
        ("3版 要闻", ("3", "要闻")),
        ("下转第4版", ("", "")),
        ("再版的书", ("", "")),
    ],
)
def test_folio(page: Make, bare: Layout, text: str, wanted: tuple[str, str]) -> None:
    assert folio(page(text), bare) == wanted


def test_folio_of_a_file_below_a_date(page: Make, bare: Layout) -> None:
    assert folio(page("文", path="工人日报/2022-06-13/02.txt"), bare) == ("2", "")
    assert folio(page("文", path="000_98dafaf1d272337a.txt"), bare) == ("", "")


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (("人民日報",), "人民日报"),
        (("人 民 日 報", "1953年5月1日"), "人民日报"),
        (("工人日报 GONGREN RIBAO",), "工人日报"),
        (("2022年6月13日 星期一 工人日报 第2版",), "工人日报"),
        (("《浙江日报》",), "浙江日报"),
        (("人民日报 1998年1月23日 第二版 国内要闻",), "人民日报"),
        (("人民日报 第二版 全国人大代表的议案与建议",), ""),
        (("人民日报、新华社记者",), ""),
        (("绍兴晚报",), "绍兴晚报"),
        (("義烏商報",), "義烏商報"),
        (("楚天都市报", "2003年7月9日", "人民日报"), "楚天都市报"),
        (("人民日报", "光明日报"), ""),
        (("据人民日报",), ""),
        (("职工喜报",), ""),
        (("读者晚报",), ""),
        (("1999年3月2日", "天气预报"), ""),
        (("1946年3月2日", "大公報"), "大公報"),
        (("本报订阅热线",), ""),
        (("湖州工人日报社",), ""),
    ],
)
def test_masthead_forms(page: Make, bare: Layout, lines: tuple[str, ...], value: str) -> None:
    assert newspaper(page(*lines, "职工说好。"), bare, Settings(), shipped()).value == value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("湖州工人日报/1.txt", "湖州工人日报"),
        ("浙江工人日报/2022-06-13/02.txt", "浙江工人日报"),
        ("2022-06-13_工人日报_02.txt", "工人日报"),
        ("旧报/1.txt", "旧报"),
        ("扫描/第一批/1.txt", ""),
    ],
)
def test_names_in_paths(page: Make, bare: Layout, path: str, value: str) -> None:
    assert newspaper(page("文", path=path), bare, Settings(), shipped()).value == value
