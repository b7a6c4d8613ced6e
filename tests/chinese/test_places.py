"""Place names: what counts, what does not, and which of several a text means."""

import pytest

from jianbao.authority import shipped
from jianbao.chinese.places import find, seek
from jianbao.chinese.primary import primary

TABLE = shipped()
MEANT = [  # text, home, year, path
    ("柯桥区", "", 0, "浙江省/绍兴市/柯桥区"),
    ("嘉兴秀洲", "", 0, "浙江省/嘉兴市/秀洲区"),
    ("延边州", "", 0, "吉林省/延边朝鲜族自治州"),
    ("景宁县总工会", "", 0, "浙江省/丽水市/景宁畲族自治县"),
    ("仙桃市", "", 0, "湖北省/仙桃市"),
    ("方庄街道", "北京市", 0, "北京市/丰台区"),
    ("鼓楼区", "江苏省/南京市", 0, "江苏省/南京市/鼓楼区"),
    ("朝阳区", "北京市", 0, "北京市/朝阳区"),
    ("海南", "", 0, "海南省"),
    ("西湖区", "江西省", 0, "江西省/南昌市/西湖区"),
    ("西安市民", "黑龙江省", 0, "陕西省/西安市"),
    ("三门核电厂", "浙江省", 0, "浙江省/台州市/三门县"),
    ("乐山市中区", "", 0, "四川省/乐山市/市中区"),
    ("莱阳市总", "", 0, "山东省/烟台市/莱阳市"),
    ("深圳盐田区总", "", 0, "广东省/深圳市/盐田区"),
    ("塘栖镇", "浙江省", 0, "浙江省/杭州市/临平区"),
    ("青岛西海岸新区", "", 0, "山东省/青岛市/黄岛区"),
    ("留粤农民工", "", 0, "广东省"),
    ("杭城", "", 0, "浙江省/杭州市"),
    ("萧山市", "浙江省", 1995, "浙江省/杭州市/萧山区"),
    ("榆林地区", "陕西省", 1987, "陕西省/榆林市"),
    ("襄樊市", "", 1998, "湖北省/襄阳市"),
    ("下城区", "浙江省", 2015, "浙江省/杭州市/拱墅区"),
    ("旅大市", "", 1960, "辽宁省/大连市"),
    ("嵊县", "浙江省", 1980, "浙江省/绍兴市/嵊州市"),
    ("国网浙江台州市路桥区供电公司", "", 0, "浙江省/台州市/路桥区"),
    ("宁波海曙东海集团", "", 0, "浙江省/宁波市/海曙区"),
    ("我省掀起人才工作变革", "浙江省", 0, "浙江省"),
]
TRAPS = [
    "中山路",
    "北京烤鸭",
    "西安社区职工活动中心",
    "王海宁说",
    "推出了大方便面",
    "建设新城",
    "中国平安保险",
    "打开平台",
    "会同有关部门",
    "青岛啤酒",
    "延安精神",
    "清新的空气",
    "各大城市",
    "祝您端午安康",
    "党和政府",
    "农贸市场",
    "发展乡镇企业",
    "约旦首都安曼",
    "适应城市生活",
    "（昆山摄）",
    "建国五十周年大庆",
    "公安机关",
    "李长春",
    "新城区建设",
]


def about(text: str, home: str = "", year: int = 0) -> str:
    division = TABLE.division(home)
    found = find(seek(text, TABLE.gazetteer), division.code if division else "", year)
    codes = primary([(mention, 1.0) for mention in found.mentions], TABLE.gazetteer)
    return TABLE.gazetteer.paths[codes[0]] if codes else ""


@pytest.mark.parametrize(("text", "home", "year", "path"), MEANT)
def test_what_a_name_means(text: str, home: str, year: int, path: str) -> None:
    assert about(text, home, year) == path


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_place(text: str) -> None:
    assert about(text, "浙江省") == ""


@pytest.mark.parametrize(
    "text", ["武汉大学", "武汉女排", "武汉军区", "拉萨街头", "青岛啤酒厂", "广西南宁近千名", "首都各界"]
)
def test_a_word_that_begins_with_a_place_still_says_where(text: str) -> None:
    assert about(text) != ""


def test_an_ambiguous_name_without_help_stays_open() -> None:
    assert about("鼓楼区") == ""


def test_another_sure_place_settles_an_ambiguous_one() -> None:
    assert about("在南京市,鼓楼区的职工") == "江苏省/南京市/鼓楼区"


def test_an_ordinary_word_counts_in_a_list_of_places() -> None:
    names = [mention.name for mention in find(seek("分赴延安、榆林和安康等地区", TABLE.gazetteer)).mentions]
    assert names == ["延安", "榆林", "安康"]


@pytest.mark.parametrize(
    ("text", "home", "year", "path"),
    [
        ("下城区", "浙江省", 2024, "浙江省/杭州市/拱墅区"),  # people go on writing it
        ("临平区", "浙江省", 1995, "浙江省/杭州市/临平区"),  # a page may be dated wrongly
        ("安康市", "", 1990, "陕西省/安康市/汉滨区"),
        ("安康市", "", 2010, "陕西省/安康市"),
        ("扬州市", "", 1950, "江苏省/扬州市"),
        ("绍兴县", "浙江省", 2010, "浙江省/绍兴市/柯桥区"),
        ("热河省赤峰市", "", 1953, "内蒙古自治区/赤峰市"),
        ("四川省涪陵地区", "", 1985, "重庆市/涪陵区"),
        ("广东省海口市", "", 1980, "海南省/海口市"),
        ("昌潍专区", "山东省", 1964, "山东省/潍坊市"),
    ],
)
def test_a_name_has_its_time(text: str, home: str, year: int, path: str) -> None:
    assert about(text, home, year) == path


def test_two_counties_of_a_city_make_the_city() -> None:
    assert about("台州市总工会、台州市司法局主办,黄岩区、路桥区承办") == "浙江省/台州市"


def test_a_company_weighs_less_than_a_place() -> None:
    text = "福建隆祥皮革公司靠协商稳住人心。福建隆祥皮革有限公司所在的福鼎市龙安开发区"
    assert about(text) == "福建省/宁德市/福鼎市"


def test_mentions_tell_where_they_stand() -> None:
    text = "近日,杭州西湖区西溪街道办学院"
    mention = find(seek(text, TABLE.gazetteer)).mentions[0]
    assert text[mention.start : mention.end] == mention.name
    assert TABLE.gazetteer.paths[mention.code] == "浙江省/杭州市/西湖区"
