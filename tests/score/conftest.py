"""A page of two articles with its labels, good Markdown of it, and the reference scorer."""

import argparse
import importlib.util
from pathlib import Path

import pytest

from jianbao.score.score import score

PAGE = """工人日报
2021年12月8日
小哥学院开课
杭州有新招
本报讯 记者曾晨路 通讯员任姗姗报道 昨天上午,西湖区的外卖小哥走进课堂,学习急救知识和交通法规。
课程分为三个部分,由社区工会请来医院的护士和交警讲授,学员可以按时间选
择晚上的班次,全部课程免费,结业的时候还发一张证书,可以抵扣一次违章学习。
第一批学员有六十多人,他们说这样的课程很实用,希望工会今后多办几期这样的班。
广告 修表修锁 上门服务 电话12345678
村里办起图书室
村民老赵捐出藏书两千多册,和乡文化站一起办起了图书室,每天下午和晚上开放。
附近三个村的村民也常来借书,半年来已经借出一千三百多册次,最受欢迎的是农书。最受欢迎的是农书。
陈东 摄
"""

LABELS = """page: m01.txt
issue_date: 2021-12
articles:
- id: a1
  kicker: 杭州有新招
  headline: 小哥学院开课
  subhead: null
  authors: [{name: 曾晨路, role: 记者}, {name: 任姗姗, role: 通讯员}]
  regions: [[浙江省, 杭州市, 西湖区], [浙江省, 湖州市]]
  lines: {3: headline, 4: kicker, 5: byline+body, 6: body, 7: body, 8: body}
  joins: [[6, 7]]
- id: a2
  kicker: null
  headline: 村里办起图书室
  subhead: null
  authors: [{name: 陈东, role: 摄影}]
  regions: [[江西省, 吉安市, 万安县]]
  lines: {10: headline, 11: body, 12: body, 13: credit}
furniture: {1: masthead, 2: masthead, 9: advert}
repeats: [[12, 12]]
"""

FIRST = """---
title: 小哥学院开课
kicker: 杭州有新招
date: 2021-12
authors:
- {name: 曾晨路, role: 记者}
- {name: 任姗姗, role: 通讯员}
regions: [浙江省/杭州市/西湖区, 浙江省/湖州市]
source: {page: m01.txt}
---

昨天上午,西湖区的外卖小哥走进课堂,学习急救知识和交通法规。

课程分为三个部分,由社区工会请来医院的护士和交警讲授,学员可以按时间选择晚上的班次,全部课程免费,结业的时候还发一张证书,可以抵扣一次违章学习。

第一批学员有六十多人,他们说这样的课程很实用,希望工会今后多办几期这样的班。
"""

SECOND = """---
title: 村里办起图书室
date: 2021-12
authors:
- {name: 陈东, role: 摄影}
regions: [江西省/吉安市/万安县]
source: {page: m01.txt}
---

村民老赵捐出藏书两千多册,和乡文化站一起办起了图书室,每天下午和晚上开放。

附近三个村的村民也常来借书,半年来已经借出一千三百多册次,最受欢迎的是农书。最受欢迎的是农书。
"""


@pytest.fixture
def report_of(tmp_path):
    """Gives a function: articles (and other labels) to the report on them."""

    def report_of(*articles, labels=LABELS, page=PAGE):
        (tmp_path / "m01.txt").write_bytes(page if isinstance(page, bytes) else page.encode())
        (tmp_path / "m01.yaml").write_text(labels, "utf-8")
        for number, article in enumerate(articles):
            (tmp_path / f"{number}.md").write_text(article, "utf-8")
        return score(tmp_path, tmp_path)

    return report_of


@pytest.fixture
def figures_of(report_of):
    """Gives a function: articles (and other labels) to all figures."""
    return lambda *articles, **given: report_of(*articles, **given).overall


@pytest.fixture
def page():
    return PAGE


@pytest.fixture
def labels():
    return LABELS


@pytest.fixture
def first():
    return FIRST


@pytest.fixture
def second():
    return SECOND


@pytest.fixture(scope="session")
def labelled_pages():
    return Path(__file__).parents[1] / "labels" / "pages"


@pytest.fixture(scope="session")
def reference():
    """The scorer whose figures are ours too."""
    return _module(Path(__file__).parents[1] / "reference" / "score.py")


@pytest.fixture(scope="session")
def spoil():
    """The function that spoils good Markdown."""
    return _module(Path(__file__).with_name("noise.py")).spoil


def _module(path):
    spec = importlib.util.spec_from_file_location(f"of_score_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def reference_options(labelled_pages):
    """The reference's options as its command line sets them, with the page bound by source.page."""
    return argparse.Namespace(
        gold=str(labelled_pages),
        pages=None,
        only="",
        glob="*.md",
        iou=0.9,
        min_cover=0.6,
        page_names=set(),
        f_title="title",
        f_kicker="kicker",
        f_subtitle="subtitle,subhead",
        f_byline="byline",
        f_authors="authors",
        f_date="date",
        f_regions="regions",
        f_page="source.page",
        f_text="captions,caption,credit",
    )
