from dataclasses import replace
from pathlib import Path

import pytest

from jianbao.archive.archive import Archive, group
from jianbao.archive.order import FiledPage
from jianbao.authority import Authority, Division, Subject
from jianbao.chinese.gazetteer import Former, History
from jianbao.claims import Claim
from jianbao.model import Article, Author, Furniture, Line, Page, PageFacts, Repeat, Source
from jianbao.render.theme import Theme, load
from jianbao.settings import Newspaper, Settings

ROOT = Path(__file__).parents[2]
DIVISIONS = [
    Division("330000", "浙江省", "浙江省", "province", ""),
    Division("330100", "杭州市", "浙江省/杭州市", "city", "330000"),
    Division("330106", "西湖区", "浙江省/杭州市/西湖区", "county", "330100"),
]
AUTHORITY = Authority(
    {division.code: division for division in DIVISIONS},
    history=History((Former("杭县", "浙江省/杭州市", 1912, 1958, "浙江省/杭州市/西湖区"),)),
    subjects=(
        Subject("职工素质", heading=True),
        Subject("职工教育", "职工素质", ("夜校", "职工教育工作"), "学历", related=("书屋", "读书")),
        Subject("书屋", use_for=("图书室",)),
        Subject("读书"),
    ),
)
SETTINGS = Settings(
    title="工人报刊剪报",
    rights="归原报社",
    report="desk@example.org",
    newspapers=(Newspaper("浙江工人日报", "浙江省"),),
)
FACTS = PageFacts(
    "003.txt",
    "utf-8",
    "浙江工人日报",
    "page",
    "2021-12",
    "inferred",
    "3",
    "基层工会",
    (Furniture("masthead", (1,), "浙江工人日报"),),
    (Repeat(9, 7, "本报讯", True),),
    (Claim("date", "2021-12", "year in the text", 1.0, (7,), "今年12月"),),
)
LINES = [
    Line(1, "浙江工人日报"),
    Line(3, "补上教育短板", 1),
    Line(5, "杭州有了“小哥学院”"),
    Line(7, "本报讯 记者曾晨路报道"),
    Line(9, "本报讯"),
    Line(11, "台州举办竞赛"),
    Line(12, "无主的一行"),
]
COLLEGE = Article(
    id="003-3",
    title="杭州有了“小哥学院”",
    kicker="补上教育短板",
    subtitle="补贴最高五千元",
    column="建会入会",
    newspaper="浙江工人日报",
    date="2021-12",
    date_basis="inferred",
    folio="3",
    byline="记者曾晨路",
    authors=(Author("曾晨路", "记者"),),
    regions=("浙江省/杭州市/西湖区",),
    tags=("职工教育",),
    source=Source("003.txt", (3, 5, 7)),
    review=("文末似缺",),
    body="本报讯 记者曾晨路报道 想提升技能。\n\n## 课堂\n\n四时课堂。\n\n▲上课 某摄\n{: .caption}",
)
CONTEST = Article(
    id="003-11",
    title="台州举办竞赛",
    newspaper="浙江工人日报",
    date="2021-12-08",
    date_basis="page",
    folio="3",
    source=Source("003.txt", (11,)),
    body="短讯。",
)
LETTER = Article(id="letter", title="一封来信", title_basis="supplied", kind="letter", date="202X", body="编辑同志:")


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    return COLLEGE, CONTEST, LETTER


@pytest.fixture(scope="session")
def build():
    def built(*articles: Article, settings: Settings = SETTINGS) -> Archive:
        text = Page("003", "003.txt", "utf-8", tuple(LINES))
        page = FiledPage(FACTS, "003", "text", read=lambda: text)
        earlier = FiledPage(replace(FACTS, page="002.txt", date="2021-11"), "002")
        return group(articles, [page, earlier], settings, AUTHORITY)

    return built


@pytest.fixture(scope="session")
def archive(build, articles) -> Archive:
    return build(*articles)


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load(ROOT / "theme")
