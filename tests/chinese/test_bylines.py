"""The grammar of signatures: lines that are bylines and lines that are not, most of them from real pages."""

from pathlib import Path

import pytest

from jianbao.chinese.bylines import Byline, lead, signature, tail, unmarked

LEADS = [
    (
        "本报讯 (记者杨明清 张婧 通讯员宋洁)“通过",
        "本报讯",
        [("杨明清", "记者"), ("张婧", "记者"), ("宋洁", "通讯员")],
        "“通过",
    ),
    ("本报讯 记者曾晨路报道 想提升", "本报讯", [("曾晨路", "记者")], "想提升"),
    ("记者胡翀报道 在绍兴市", "", [("胡翀", "记者")], "在绍兴市"),
    ("通讯员乐工报道 复古典雅", "", [("乐工", "通讯员")], "复古典雅"),
    ("本报讯 通讯员周国军、刘平报道 近日", "本报讯", [("周国军", "通讯员"), ("刘平", "通讯员")], "近日"),
    ("本报讯 通讯员朱健 见习记者何悦报道 为更好", "本报讯", [("朱健", "通讯员"), ("何悦", "见习记者")], "为更好"),
    ("本报讯 进入冬闲季节", "本报讯", [], "进入冬闲季节"),
    ("本报讯(全媒体记者 卢嗣晨)近日", "本报讯", [("卢嗣晨", "全媒体记者")], "近日"),
    ("本报讯 (记者 王旭 文/图)5日", "本报讯", [("王旭", "记者")], "5日"),
    ("本报乌鲁木齐１月２２日电 新年过后", "本报乌鲁木齐１月２２日电", [], "新年过后"),
    (
        "据新华社北京１月２２日电（记者苏会志、冯瑛冰）在",
        "据新华社北京１月２２日电",
        [("苏会志", "记者"), ("冯瑛冰", "记者")],
        "在",
    ),
    ("本报北京１月２２日讯 记者颜世贵报道：北京市", "本报北京１月２２日讯", [("颜世贵", "记者")], "北京市"),
    ("新华社记者黄威、本报记者陈祖甲报道：今天", "", [("黄威", "记者"), ("陈祖甲", "记者")], "今天"),
    ("本报讯 记者张三 李四 近日，在", "本报讯", [("张三", "记者"), ("李四", "记者")], "近日，在"),
]
NO_LEADS = [
    "记者了解到,近年来,盐田区总依托",
    "记者调查发现,在经济不景气的大环境下",
    "记者如果不是在现场,很难相信",
    "记者日前在青岛西海岸新区看到",
    "6月12日,一名记者在拍摄盱眙龙虾新味大赛",
    "中国电信的职工",
    "本报电话 88851111",
    "记者跟踪报道 三年来",
    "本报讯员工作",
]
SIGNATURES = [
    ("本报记者 赖志凯", [("赖志凯", "记者")], False),
    ("本报记者 邹倜然 本报通讯员 应霭霖", [("邹倜然", "记者"), ("应霭霖", "通讯员")], False),
    ("■陈怡 记者吴晓静", [("陈怡", "通讯员"), ("吴晓静", "记者")], False),
    ("通讯员任姗姗 记者潘仙德 摄", [("任姗姗", "通讯员"), ("潘仙德", "记者")], True),
    ("本报通讯员 鲜康 摄", [("鲜康", "通讯员")], True),
    ("新华社记者 王 颂摄", [("王颂", "记者")], True),
    ("谭凯兴摄(人民视觉)", [("谭凯兴", "摄影")], True),
    ("□窦皓 摄", [("窦皓", "摄影")], True),
    ("百利 雄伟摄", [("百利", "摄影"), ("雄伟", "摄影")], True),
    ("新华社发（陈彬 摄）", [("陈彬", "摄影")], True),
    ("(孟翔翼 张锐)", [("孟翔翼", "作者"), ("张锐", "作者")], False),
    ("（汪永华　陈丽　魏玉凤）", [("汪永华", "作者"), ("陈丽", "作者"), ("魏玉凤", "作者")], False),
    ("(建民 升旭 乾坤)", [("建民", "作者"), ("升旭", "作者"), ("乾坤", "作者")], False),
    ("（新华社记者刘前刚摄）", [("刘前刚", "记者")], True),
    ("(钟莉 绵阳日报社融媒体记者 陈冬冬 摄)", [("钟莉", "摄影"), ("陈冬冬", "记者")], True),
    ("钟伟锋 农民日报·中国农网记者 梁嘉伟", [("钟伟锋", "通讯员"), ("梁嘉伟", "记者")], False),
    ("通讯员张晓燕 摄影报道", [("张晓燕", "通讯员")], True),
    ("（记者 扎西次仁）", [("扎西次仁", "记者")], False),
    ("本报记者", [], False),
]
NO_SIGNATURES = [
    "学唐诗 背唐诗",
    "在路上",
    "(2023年度)",
    "与健康同行",
    "记者手记",
    "记者走基层",
    "简 讯",
    "(化名)",
    "阅读提示",
    "(草案)",
    "今年夏天摄",
    "职工在车间拍摄",
    "沟通热线",
    "张晓燕 王小明",
    "（上图）",
    "(左一)",
    "(质量 产量)",
    "口罩摄",
    "",
]
TAILS = [
    ("收获了蘑菇,便于长期办下去。(刘玉光)", ["刘玉光"], "(刘玉光)"),
    ("毛纺染整和白酒发酵等。 (朱玉华)", ["朱玉华"], "(朱玉华)"),
    ("一片丰收景象。 本报记者 张三 摄", ["张三"], " 本报记者 张三 摄"),
]


TABLE = [
    [*line.split("\t"), "", ""][:4]
    for line in Path(__file__).with_name("bylines.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def asked(at: str, text: str) -> Byline | None:
    if at == "line":
        return signature(text) or unmarked(text)
    return lead(text) if at == "lead" else tail(text)


@pytest.mark.parametrize(("at", "text", "byline", "authors"), TABLE)
def test_the_table_of_signatures(at: str, text: str, byline: str, authors: str) -> None:
    found = asked(at, text)
    assert (found.raw if found else "") == byline
    signed = found.authors if found else ()
    assert [f"{author.name}/{author.role}" for author in signed] == authors.split()


@pytest.mark.xfail(strict=True, reason="a name without a surname on a line of its own; an office between names")
@pytest.mark.parametrize("text", ["本报记者 喜顺 实习生 尹誉蓉", "(央视记者 杨弘杨 太空创新实践中心 朱霄雄 路俊)"])
def test_known_failures(text: str) -> None:
    assert signature(text)


@pytest.mark.parametrize(("text", "dateline", "authors", "rest"), LEADS)
def test_leads(text: str, dateline: str, authors: list[tuple[str, str]], rest: str) -> None:
    found = lead(text)
    assert found
    assert found.dateline == dateline
    assert [(author.name, author.role) for author in found.authors] == authors
    assert text[found.end :] == rest


@pytest.mark.parametrize("text", NO_LEADS)
def test_sentences_about_reporters_are_no_leads(text: str) -> None:
    assert lead(text) is None


@pytest.mark.parametrize(("text", "authors", "credit"), SIGNATURES)
def test_signatures(text: str, authors: list[tuple[str, str]], credit: bool) -> None:
    found = signature(text)
    assert found
    assert [(author.name, author.role) for author in found.authors] == authors
    assert found.credit is credit


@pytest.mark.parametrize("text", NO_SIGNATURES)
def test_headlines_and_notes_are_no_signatures(text: str) -> None:
    assert signature(text) is None


@pytest.mark.parametrize(("text", "names", "cut"), TAILS)
def test_tails(text: str, names: list[str], cut: str) -> None:
    found = tail(text)
    assert found
    assert [author.name for author in found.authors] == names
    assert text[found.end :] == cut


@pytest.mark.parametrize(
    "text", ["他说。", "能力评价标准。(草案)", "大会(草案)", "未完。(待续)", "好。谢谢大家", "他来了。(图为现场)"]
)
def test_other_ends_are_no_tails(text: str) -> None:
    assert tail(text) is None


def test_raw_keeps_the_print_without_mark_and_brackets() -> None:
    assert signature("■陈怡 记者吴晓静").raw == "陈怡 记者吴晓静"  # type: ignore[union-attr]
    assert signature("（汪永华　陈丽）").raw == "汪永华　陈丽"  # type: ignore[union-attr]
