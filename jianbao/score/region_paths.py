"""Region paths as the labels and the front matter write them, in one form: a tuple of names, largest first.

Takes values from YAML; does not know which divisions exist (that is the authority's business)."""

import re
import unicodedata
from typing import Any

from jianbao.score.letters import items

Path = tuple[str, ...]

_MUNICIPAL = {"北京市", "天津市", "上海市", "重庆市", "香港特别行政区", "澳门特别行政区"}
_SIMPLE = str.maketrans(
    "門別東縣區鄉鎮灣臺廣蘇陝遼龍寧慶貴雲爾漢陽興豐萬麗樂馬鳥濟濰煙濱澤營蕪馬鞍陰錫鹽揚鎮連雲",
    "门别东县区乡镇湾台广苏陕辽龙宁庆贵云尔汉阳兴丰万丽乐马鸟济潍烟滨泽营芜马鞍阴锡盐扬镇连云",
)
_LEVELS = ("country", "province", "省", "city", "市", "county", "县", "town")
_TYPE = re.compile("(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)$")
_STROKE = re.compile(r"\s*[/>›»|·]\s*")
_TOP = re.compile("(省|自治区)$|^(北京|天津|上海|重庆)市$")


def labelled(value: Any) -> tuple[Path, ...]:
    """Returns the region paths of a label: a list of paths; empty ones left out.

    >>> labelled([['浙江省', '绍兴市'], '浙江省/杭州市', ['']])
    (('浙江省', '绍兴市'), ('浙江省', '杭州市'))
    """
    return tuple(path for path in map(_path, items(value)) if path)


def written(value: Any) -> tuple[Path, ...]:
    """Returns the region paths of front matter, in whichever form they are written.

    >>> written(['浙江省/绍兴市/柯桥区', {'province': '湖北省', 'city': '仙桃市'}])
    (('浙江省', '绍兴市', '柯桥区'), ('湖北省', '仙桃市'))
    >>> written(['浙江省', '绍兴市'])
    (('浙江省', '绍兴市'),)
    """
    return labelled(_entries(value))


def loose(path: Path) -> Path:
    """Returns the path without the types of its divisions: 榆林地区 and 榆林市 are one place to the kind reader.

    >>> loose(('陕西省', '榆林地区'))
    ('陕西', '榆林')
    """
    return tuple(_TYPE.sub("", name) or name for name in path)


def down_to(path: Path, level: str) -> Path:
    """Returns the path cut off below its 'city' or 'county'; a municipality has one level less above them.

    >>> down_to(('浙江省', '绍兴市', '柯桥区'), 'city'), down_to(('北京市', '丰台区'), 'city')
    (('浙江省', '绍兴市'), ('北京市',))
    """
    return path[: depth(path, level)]


def depth(path: Path, level: str) -> int:
    """Returns how many names a path has when it reaches down to its 'city' or 'county'.

    >>> depth(('浙江省',), 'county'), depth(('北京市',), 'county')
    (3, 2)
    """
    full = 2 if level == "city" else 3
    return full - 1 if path and path[0] in _MUNICIPAL else full


def _entries(value: Any) -> list[Any]:
    if isinstance(value, dict):
        one = any(key in value for key in ("province", "city", "county", "省", "市", "县"))
        return [value] if one else [entry for group in value.values() for entry in items(group)]
    entries = items(value)
    return [entries] if _is_one_path(entries) else entries


def _is_one_path(entries: list[Any]) -> bool:
    """Returns whether a flat list is one path ([浙江省, 绍兴市]) and not a list of paths ([浙江省, 湖北省])."""
    if len(entries) < 2 or not all(isinstance(entry, str) for entry in entries):
        return False
    if any(re.search(r"[/>›»|]", entry) for entry in entries):
        return False
    return bool(_TOP.search(entries[0])) and not re.search("(省|自治区)$", entries[1])


def _path(entry: Any) -> Path:
    if isinstance(entry, dict):
        whole = entry.get("path") or entry.get("name")
        return _path(whole if whole else [entry[level] for level in _LEVELS if entry.get(level)])
    names = _STROKE.split(entry) if isinstance(entry, str) else entry
    plain = (unicodedata.normalize("NFKC", str(name)).strip() for name in names)
    return tuple(name.translate(_SIMPLE) for name in plain if name and name != "中国")
