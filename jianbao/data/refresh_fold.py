"""Makes fold.txt anew: characters that a search holds for one, each with the form that stands for all of its group.

    python -m pip install opencc-python-reimplemented && python jianbao/data/refresh_fold.py

Groups are tied by OpenCC's tables of traditional characters and of variants, by hant.txt, and by the pairs below, where
OpenCC keeps a traditional character that simplified texts write as another one. What stands for a group is the
character that no table simplifies further; of several the one that GB 2312 has, then the first."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
FURTHER = ("瞭了", "藉借", "祇只", "衹只", "餘余", "徵征", "於于", "乾干")
HEAD = "# Characters that a search holds for one: traditional or variant, then what stands for it. See SOURCES.md."


def pairs() -> Iterator[str]:
    """Yields two characters that are held for one, the one to be replaced first."""
    tables = files("opencc").joinpath("dictionary")
    for name in ("TSCharacters.txt", "TWVariants.txt", "HKVariants.txt"):
        for line in tables.joinpath(name).read_text("utf-8-sig").splitlines():
            one, others = line.split("\t")
            chosen = others.split()[0] if name.startswith("TS") else others.replace(" ", "")
            yield from (one + other for other in chosen if other != one)
    for line in (HERE / "hant.txt").read_text("utf-8").splitlines():
        yield from () if line.startswith("#") else line.split()
    yield from FURTHER


def folded() -> dict[str, str]:
    """Returns each character that is replaced, with what stands for its group."""
    group: dict[str, set[str]] = {}
    replaced: set[str] = set()
    for pair in pairs():
        one, other = pair[0], pair[1]
        if max(one, other) > "\uffff":
            continue
        replaced.add(one)
        joined = group.get(one, {one}) | group.get(other, {other})
        group |= dict.fromkeys(joined, joined)
    stands = {char: min(all_of, key=lambda char: rank(char, replaced)) for char, all_of in group.items()}
    return {char: stands[char] for char in sorted(stands) if stands[char] != char}


def rank(char: str, replaced: set[str]) -> tuple[bool, bool, str]:
    """Returns what the character that stands for a group is chosen by."""
    try:
        char.encode("gb2312")
        return char in replaced, False, char
    except UnicodeEncodeError:
        return char in replaced, True, char


if __name__ == "__main__":
    table = [one + other for one, other in folded().items()]
    lines = [" ".join(table[at : at + 60]) for at in range(0, len(table), 60)]
    (HERE / "fold.txt").write_text("\n".join([HEAD, *lines]) + "\n", "utf-8")
