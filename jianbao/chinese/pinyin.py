"""Chinese to Latin letters: parts of addresses, initials and order of indexes. Imports pypinyin when first asked
(270 ms). Says nothing about which reading of a name is right beyond what pypinyin knows."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def _syllables(text: str) -> tuple[str, ...]:
    """Pinyin of each Han character without tones; everything else as it stands."""
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(unicodedata.normalize("NFKC", text), style=Style.NORMAL, v_to_u=False))


def slug(text: str) -> str:
    """Returns an ASCII name of [a-z0-9-] for an address, never empty.

    >>> slug('浙江工人日报'), slug('Ｎew工会2.0'), slug('“”')
    ('zhe-jiang-gong-ren-ri-bao', 'new-gong-hui-2-0', '201c-201d')
    """
    plain = unicodedata.normalize("NFKD", " ".join(_syllables(text))).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall(r"[a-z0-9]+", plain))
    return found or "-".join(f"{ord(char):x}" for char in text) or "0"


def initial(text: str) -> str:
    """Returns the capital under which an index lists a text, # for what begins with no letter.

    >>> initial('职工书屋'), initial('app'), initial('2021年')
    ('Z', 'A', '#')
    """
    first = slug(text[:8])[:1].upper() if text else "#"
    han = bool(text) and unicodedata.normalize("NFKC", text[0]).isalpha()
    return first if han and "A" <= first <= "Z" else "#"


def sort_key(text: str) -> str:
    """Returns a text that sorts as the pinyin does; equal sounds then by the characters.

    >>> sorted(['重庆', '安徽', '北京'], key=sort_key)
    ['安徽', '北京', '重庆']
    """
    return " ".join(_syllables(text)).lower() + "\0" + text
