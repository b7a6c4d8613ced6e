"""What signatures are made of: papers and agencies, ranks and roles, datelines, words for who took the picture.

Patterns over folded text (`folded`: brackets and stops of one form, one character for one). What they make together is
the grammar of `bylines`."""

import re
from functools import lru_cache

from jianbao.chinese.names import HAN

_FOLDED = tuple(zip("（）［］〔〕：，；／｜|＋　０１２３４５６７８９", "()[][]:,;///+ 0123456789", strict=True))
AS_PRINTED = str.maketrans("()", "（）")
AGENCY = "新华社|新華社|中新社|中央社|本报|本報|本社|本刊|本台|人民网|新华网|中新网|央视"
HOUSE = (
    rf"(?:(?!记者|通讯员|实习生|本报|本刊|新华社|中新社)[{HAN}A-Za-z+·、《》—–-]){{1,20}}?"
    r"(?:报|報|社|网|網|台|杂志|在线|新闻|周刊|客户端|频道|中心|电视|\+)(?:[全融]媒体?)?"
)
RANK = (
    "首席|高级|资深|特约|特約|见习|見習|实习|全媒体|融媒体|摄影|攝影|文字|特派|驻站|驻地|主任|专职|兼职|业余|工人|农民"
)
ROLE = "记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生|特派员|撰稿人"
STAFF = f"(?:{RANK})*(?:{ROLE})"
# 摄影 李昱, 图/赵春青: what somebody did, set apart from the name; 供图 and the like name no author.
BOTH = r"(?:[文图摄]|视频)(?:\s*/\s*(?:[文图摄]|视频))+"  # 文/图
DONE = f"摄影报道|摄影|攝影|摄|文图|{BOTH}|图文|图片|图|编辑|校对|整理|编译|翻译|执笔|撰文|文字|文|作者"
SET_APART = rf"{BOTH}|文图|摄影|攝影|撰文|执笔|(?<=\s)(?:编辑|校对|整理|图片|文字|策划统筹|策划|统筹|视频|制图)"
MARK = re.compile(
    rf"(?:{AGENCY}|(?<![{HAN}》]){HOUSE})?\s*(?:[驻赴][{HAN}]{{1,5}}?)?(?P<role>{STAFF}):?"
    rf"|(?:^|(?<=[\s,]))(?:本版)?(?P<done>(?:{SET_APART})(?=\s)|(?<=,)摄影|(?:{DONE})(?=\s*[/:]))[\s/:]*(?=[{HAN}])"
)
DOES = dict.fromkeys(("摄影报道", "摄影", "攝影", "摄", "图片", "图"), "摄影") | {"编辑": "编辑", "校对": "校对"}
DOES |= {
    "整理": "整理",
    "编译": "编译",
    "翻译": "翻译",
    "策划": "策划",
    "统筹": "统筹",
    "策划统筹": "策划",
}  # all others: 作者
DESK = ("编辑", "校对")  # 编辑:张建平 alone stands at the foot of a page and tells who made it
GOES_ON = re.compile(rf"(?:本报|本報)?(?P<role>记者|記者)(?P<name>[{HAN}]{{2,3}}?)(?=[从由在对就日昨今近]|[0-9]+日)")
_NUMBER = "[0-9〇一二三四五六七八九十廿]{1,3}"
DAY = rf"(?:[0-9]{{4}}年)?(?:{_NUMBER}\s?月\s?)?{_NUMBER}\s?日(?:[0-9]{{1,2}}时)?"
WIRE = "(?:综合|专|体育|外事)*(?:讯|訊|电|電)"
DATELINE = re.compile(
    rf"[\[【(]?(?:(?:本报|本報|本社|本刊|本台)[{HAN}]{{0,8}}?\s?(?:{DAY})?(?:综合|专)?(?:讯|訊|电|電|消息)"
    rf"|[据據]?(?:新华社|新華社|中新社|中央社|[{HAN}]{{2,6}}(?:社|网|報|报))"
    rf"(?:[{HAN}、]{{0,10}}?\s?{DAY}|(?=[电電])){WIRE}"
    rf"|[{HAN}《》·—–-]{{2,20}}?\s?{DAY}{WIRE}(?=\s*\(|\s*{STAFF})"
    rf"|[{HAN}·—–-]{{1,14}}(?:网|网络|报|台|社|电视台|新闻|在线)讯(?=\s*\(|\s*{STAFF}))[\]】)]?(?!员|視|视|话|话)"
)
# any short dateline, believed only before a signature: 昆明信息港讯 记者张钊, 河北新闻网邢台电(燕赵都市报记者张会武
LOOSE = re.compile(
    rf"(?=[{HAN}·/—–\-\s0-9〇]*?(?:[讯訊电電]|消息|报道))"
    rf"[{HAN}·/—–-]{{0,16}}\s?(?:{DAY})?(?:快|专|综合)*(?:讯|訊|电|電|消息|报道)(?=\s*\([^()]{{0,30}}{STAFF}|\s*{STAFF})"
)
_MAY_CREDIT = re.compile("[摄攝图/]")  # one of them is in every credit
_CREDIT = re.compile(
    r"\s*/?\s*(?P<verb>摄影报道|攝影報道|文并摄|图文报道|摄影|攝影|(?<![拍航抓])摄|攝"
    rf"|{BOTH}|文图|图文|供图|图)"
    rf"(?:\s*\([^()]{{2,12}}\)|(?<=摄)\s*/\s*(?!{STAFF})[{HAN}]{{2,8}})?$"  # 谭凯兴摄(人民视觉), 徐晓雪摄/光明图片
)
WROTE = re.compile(
    rf"\s*(?:发自[{HAN}]{{2,8}}|(?:\s[{HAN}]{{2,6}}?)?(?:报道|报导|報道|報導)|综合报道|整理|撰文|/\s*文|(?<=\s)文)\s*$"
)
REACH = 60  # characters of those who report
REPORTS = re.compile(
    rf"(?P<run>[^。!?;“”\"]{{3,{REACH}}}?)(?:综合|图文)?"
    r"(?P<verb>摄影报道|文/图|报道|报导|報道|報導|摄|攝)(?:\s*:|\s+|$)"
)
OPEN_MARK = re.compile(
    # 口 is □ misread
    rf"[■□◇◆○●◎▲△☆★▇▢▣◈⊙※]\s*|[口囗]\s*(?=(?:{AGENCY})?{STAFF}|[{HAN}\s]{{2,9}}摄)"
)
PREFIX = re.compile(  # 新华社发(李明放 摄), 据新华社北京电 记者周慧敏
    rf"^(?:新华社|中新社)发\s*\(?|^[据據]?(?:{AGENCY})[{HAN}]{{0,8}}?\s?(?:{DAY})?[电電]\s*(?={STAFF})"
)
BRACKETED = re.compile(r"[(\[【](?P<run>(?:[^()\[\]【】]|(?<=[\u3400-\u9fff])\([^()]{2,3}\)){2,60})[)\]】]")
CREDIT_REACH = 40  # characters of a photographer's signature behind a caption
SUPPLIED = re.compile(  # 供图/新华社 signs nothing, nor does the day of a letter
    rf"\s*(?:供图|图片?)\s*/\s*(?:{AGENCY}|视觉中国|东方IC|资料图?)\s*$|\s+{DAY}$"
)
SENTENCE_ENDS = tuple('。!?！？…”"」』)')
ENDS_ON_ROLE = re.compile(rf"{STAFF}\s*$")


def credit(run: str) -> re.Match[str] | None:
    """Returns where a run of text ends with a word for who took the picture, None where it does not."""
    return _CREDIT.search(run) if _MAY_CREDIT.search(run) else None


@lru_cache(maxsize=1024)  # who leads, who signs and who signs at the end ask it of the same lines
def folded(text: str) -> str:
    """Returns a text of the same length with brackets, stops and digits of one form.

    >>> folded('（记者　张婧）')
    '(记者 张婧)'
    """
    for printed, plain in _FOLDED:  # one after the other: a tenth of what a table for all costs
        text = text.replace(printed, plain)
    return text
