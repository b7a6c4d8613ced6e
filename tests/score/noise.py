"""Spoils good Markdown the way programs do, the same way every time for one seed."""

import random
import re
from pathlib import Path

from jianbao import plainyaml


def spoil(folder: Path, seed: int, strangers: dict[str, list[str]]) -> None:
    """Changes the articles below a folder: facts wrong or in another form, paragraphs lost, doubled, joined, cut or in
    the wrong article, furniture among them. strangers: lines of furniture by page."""
    chance = random.Random(seed)
    files = sorted(folder.rglob("*.md"))
    parts = [file.read_text("utf-8").split("---\n", 2)[1:] for file in files]
    bodies = [_spoilt_body(body.strip().split("\n\n"), chance) for _, body in parts]
    _mix(bodies, chance)
    for file, (front, _), body in zip(files, parts, bodies, strict=True):
        facts = _spoilt_facts(plainyaml.read(front)[0], file.parent.name, chance)
        stranger = [chance.choice(strangers[file.parent.name])] if chance.random() < 0.2 else []
        file.write_text(_file(facts, stranger + body), "utf-8")
    for page, lines in strangers.items():
        (folder / page / "99.md").write_text(_file({"title": lines[0]}, lines[:2]), "utf-8")


def _file(facts: dict, body: list[str]) -> str:
    front = "".join(plainyaml.write(key, value) for key, value in facts.items())
    unquoted = re.sub(r"(?m)^date: '(.*)'$", r"date: \1", front)
    return f"---\n{unquoted}---\n\n" + "\n\n".join(body) + "\n"


def _spoilt_body(paragraphs: list[str], chance: random.Random) -> list[str]:
    out = []
    for text in paragraphs:
        ways = (
            [],
            [text, text],
            [text[: len(text) // 2], text[len(text) // 2 :]],
            [text + "\n电话12345678"],
            [text[3:-7]],
            [re.sub("[的了,，]", "", text)],
            [f"**{text}**"],
            [f"<b>{text}</b>{{: .caption}}"],
        )
        out += chance.choice(ways) if chance.random() < 0.4 else [text]
    if len(out) > 2 and chance.random() < 0.5:
        out[:2] = ["".join(out[:2])]
    return out


def _mix(bodies: list[list[str]], chance: random.Random) -> None:
    for number, body in enumerate(bodies):
        if chance.random() < 0.3:
            bodies[number - 1] += body[len(body) // 2 :]
        if chance.random() < 0.2:
            del body[len(body) // 2 :]


def _spoilt_facts(facts: dict, page: str, chance: random.Random) -> dict:
    day, regions, authors = facts["date"], facts["regions"], facts["authors"]
    choices = {
        "title": [facts["title"]] * 3 + [facts.get("kicker", "") + facts["title"], facts.get("kicker", ""), "无题"],
        "kicker": [facts.get("kicker", "")] * 3 + ["", facts["title"]],
        "date": [day] * 3 + [day[:4], day[:7], day + "-09", day + "~", "XXXX", "1998-02-01", ""],
        "regions": [regions] * 3
        + [
            regions[::-1],
            [region.replace("市", "地区") for region in regions],
            [region + "/城关镇" for region in regions],
            [region.split("/") for region in regions],
            ", ".join(regions),
            ["北京市/丰台区", *regions],
            [],
        ],
        "authors": [authors] * 3
        + [
            [author["role"] + author["name"] for author in authors],
            "、".join(author["name"] for author in authors),
            [{**author, "role": "作者"} for author in authors],
            authors[:1],
            [{"name": "佚名"}, *authors],
        ],
        "source": [{"page": f"{name}.txt", "lines": "3-9"} for name in (page, page, page, "d01", "elsewhere")] + [{}],
    }
    return {**facts, **{name: chance.choice(ways) for name, ways in choices.items()}}
