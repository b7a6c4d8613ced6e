"""Whatever a person decides, on any text: the decisions hold and no line is lost."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import plainyaml
from jianbao.chinese.text import letters
from jianbao.files.decisions import read
from jianbao.files.document import cut
from jianbao.files.folder import PageHeld
from jianbao.model import ASIDE, DECIDABLE, HEADS, RUNNING, Decisions, Layout, Line, Page
from jianbao.problems import Fault
from jianbao.read import read_plain
from jianbao.segment import segment

ROOT = Path(__file__).parent.parent.parent
PATHS = [*(ROOT / "content/pages").glob("00[13]*.txt"), ROOT / "tests/labels/pages/d03.txt"]
COLUMN = tuple(Line(no, f"近日,市总工会举办职工竞赛活动{no},参加的代") for no in range(1, 31))
SHEETS = [*(read_plain("p", "p.txt", path.read_bytes()) for path in PATHS), Page("p", "p.txt", "utf-8", COLUMN)]
BROKEN = "近日,市总工会举办职工竞赛活动,来自全市的六十名职工组成十二支代表队参加了本次竞"
OTHER = "书屋里阳光洒满书架,采购的三千余册图书满足了借阅和学习需求,读者周小苏说感觉充实多了,刚好有食谱类书籍。"
THIRD = "台州开展防汛演练,三百名抢险队员乘冲锋舟转移群众,检验应急预案,沿海各乡镇的渔船已经全部回港避风。"
LINES = st.sampled_from(
    f"""杭州有了学院
本报讯 记者曾晨路报道 {OTHER}
简讯
通讯员王颀 摄
（下转第3版）
（上接第1版）{OTHER}
电话 0571-88851111

赛活动,现场气氛热烈。{THIRD}
{BROKEN}
{OTHER}
{THIRD}""".splitlines()
)
NUMBERS = st.integers(0, 60).map(str)
RANGES = st.one_of(NUMBERS, st.tuples(st.integers(1, 60), st.integers(0, 12)).map(lambda at: f"{at[0]}-{sum(at)}"))
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "articles": st.lists(st.lists(RANGES, min_size=1, max_size=3).map(", ".join), max_size=4),
        "roles": st.dictionaries(RANGES, st.sampled_from([*DECIDABLE, "nonsense"]), max_size=6),
        "joins": st.lists(st.builds("{} {} {}".format, NUMBERS, st.sampled_from("><//>"), NUMBERS), max_size=6),
    },
)


def accounted(layout: Layout) -> list[int]:
    return sorted(
        [no for piece in layout.pieces for no in piece.lines]
        + [no for one in layout.furniture for no in one.lines]
        + [one.line for one in layout.repeats if one.whole]
    )


def holds(sheet: Page, decisions: Decisions) -> None:
    """Fails when a line is lost or a decision is not kept."""
    layout = segment(sheet, decisions)
    assert accounted(layout) == [line.no for line in sheet.lines]
    assert sorted(sorted(lines) for lines in decisions.articles) == sorted(
        list(piece.lines) for piece in layout.pieces if piece.decided
    )
    blocks = [block.lines for piece in layout.pieces for block in piece.blocks]
    heads = {no for no, role in decisions.roles.items() if role in HEADS}
    for pair in decisions.joins:
        assert joined_to_head(pair, decisions, heads) or any({*pair} <= {*lines} for lines in blocks), pair
    assert not any({*pair} <= {*lines} for pair in decisions.apart for lines in blocks)
    for no, role in decisions.roles.items():
        check_role(sheet, layout, no, role)


def joined_to_head(pair: tuple[int, int], decisions: Decisions, heads: set[int]) -> bool:
    """Is the pair part of a headline? What is joined to a head is one."""
    lines, grown = set(pair), set[int]()
    while lines != grown:
        grown = set(lines)
        lines |= {no for one in decisions.joins if lines & {*one} for no in one}
    return bool(lines & heads)


def check_role(sheet: Page, layout: Layout, no: int, role: str) -> None:
    if role == "repeat":
        assert no in [one.line for one in layout.repeats if one.whole]
    elif role in ASIDE:
        assert any(no in one.lines and one.role == role for one in layout.furniture), no
    elif role in HEADS:
        (printed,) = [line.text for line in sheet.lines if line.no == no]
        (piece,) = [one for one in layout.pieces if no in one.lines]
        assert letters(printed).replace("上接第1版" + letters(OTHER), letters(OTHER)) in letters(
            piece.kicker + piece.title + piece.subtitle
        )
    else:
        allowed = RUNNING if role in RUNNING else (role,)
        blocks = [block for piece in layout.pieces for block in piece.blocks]
        assert any(no in block.lines and block.role in allowed for block in blocks), (no, role)


def decided(sheet: Page, keys: dict[str, object]) -> Decisions:
    front = "".join(plainyaml.write(key, value) for key, value in keys.items())  # type: ignore[arg-type]
    return read(PageHeld(cut(f"---\n{front}---\n"), decided=True), sheet, "page.md")[0]


@settings(max_examples=150)
@given(st.lists(LINES, max_size=30), KEYS)
def test_any_decisions_hold_on_any_text_and_no_line_is_lost(lines: list[str], keys: dict[str, object]) -> None:
    try:
        sheet = read_plain("p", "p.txt", "\n".join(lines).encode())
    except Fault:
        return
    holds(sheet, decided(sheet, keys))


@settings(max_examples=40)
@given(st.integers(0, len(SHEETS) - 1), KEYS)
def test_any_decisions_hold_on_real_pages_and_no_line_is_lost(at: int, keys: dict[str, object]) -> None:
    holds(SHEETS[at], decided(SHEETS[at], keys))
