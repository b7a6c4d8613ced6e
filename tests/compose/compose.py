"""Makes labelled pages out of labelled pages: other neighbours, other breaks, other noise, the same articles.

    python tests/compose/compose.py FOLDER [how many pages, 20] [seed, 1]

Articles of all labelled pages are taken apart into paragraphs, shuffled onto new pages, and broken, displaced and
repeated at random as columns and OCR do it; mastheads, adverts and standing heads of the same pages are strewn between
them; the labels follow. What the program gets right here it has not been tuned to page by page. A seed always makes
the same pages."""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
LABELS = ROOT / "tests" / "labels"
KEPT = ("kind", "kicker", "headline", "subhead", "heads_open", "byline", "authors", "regions")
BREAK, STRAY, DISPLACE, REPEAT = 0.35, 0.04, 0.17, 0.03  # chances: of a paragraph (twice), of its rest, of a line
FURNISHED = 3  # blocks of furniture on a page, at most


@dataclass(frozen=True)
class Paragraph:
    """A whole paragraph or a head of a labelled article, or a line of furniture. gap: the blank lines above."""

    role: str
    text: str
    gap: int


@dataclass(frozen=True)
class Story:
    """A labelled article taken apart: its label, and its paragraphs in reading order."""

    label: dict[str, Any]
    paragraphs: list[Paragraph]


@dataclass(frozen=True)
class Stock:
    """What pages are composed of. furniture: blocks of lines that stand together."""

    stories: list[Story]
    furniture: list[list[Paragraph]]


@dataclass(frozen=True, eq=False)
class Part:
    """A line of a new page. story: its place among the stories, -1 for furniture; rest_of: the part whose paragraph it
    goes on with."""

    story: int
    role: str
    text: str
    gap: int
    rest_of: "Part | None" = None


def labelled() -> list[Path]:
    """Returns the label files of the pages at hand."""
    return [*sorted(LABELS.glob("*.yaml")), *sorted((LABELS / "pages").glob("*.yaml"))]


def stock(labels: Sequence[Path]) -> Stock:
    """Returns every labelled article whose text is in order on its page, and all furniture."""
    stories, furniture = [], []
    for path in labels:
        gold = yaml.safe_load(path.read_text("utf-8"))
        folder = ROOT / "content/pages" if path.parent == LABELS else path.parent
        lines = (folder / gold["page"]).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        for label in gold["articles"]:
            if "stray" not in label["lines"].values():
                stories.append(Story(label, paragraphs_of(label, lines)))
        furniture += blocks_of(gold["furniture"] or {}, lines)
    return Stock(stories, furniture)


def paragraphs_of(label: dict[str, Any], lines: list[str]) -> list[Paragraph]:
    """Returns the paragraphs of a labelled article; what the page broke is whole again."""
    after: dict[int, int] = dict(label.get("joins") or [])
    found = []
    for no, role in sorted(label["lines"].items()):
        if no in after.values() or role == "repeat":
            continue
        text, at = lines[no - 1].strip(), no
        while at in after:
            at = after[at]
            text += lines[at - 1].strip()
        found.append(Paragraph(role, text, gap_above(no, lines)))
    return found


def blocks_of(furniture: dict[int, str], lines: list[str]) -> list[list[Paragraph]]:
    """Returns the furniture of a page, lines with no other text between them in one block."""
    blocks: list[list[Paragraph]] = []
    last = 0
    for no, role in sorted(furniture.items()):
        if not blocks or any(line.strip() for line in lines[last : no - 1]):
            blocks.append([])
        blocks[-1].append(Paragraph(role, lines[no - 1].strip(), gap_above(no, lines)))
        last = no
    return blocks


def gap_above(no: int, lines: list[str]) -> int:
    """Returns how many blank lines stand above a line."""
    at = no - 1
    while at > 0 and not lines[at - 1].strip():
        at -= 1
    return no - 1 - at


def compose(chance: random.Random, stock: Stock) -> tuple[str, dict[str, Any]]:
    """Returns the text of a new page and its labels."""
    chosen = chance.sample(stock.stories, min(chance.randint(6, 9), len(stock.stories)))
    parts = [part for number, story in enumerate(chosen) for part in broken(chance, number, story)]
    parts = furnished(chance, repeated(chance, displaced(chance, parts)), stock.furniture)
    return "".join("\n" * (part.gap + 1) + part.text for part in parts) + "\n", labels_of(chosen, parts)


def broken(chance: random.Random, number: int, story: Story) -> list[Part]:
    """Returns the lines of an article, some paragraphs broken at the end of a column, some to stand elsewhere."""
    parts: list[Part] = []
    for role, text, gap in ((one.role, one.text, one.gap) for one in story.paragraphs):
        running = role in ("body", "byline+body", "caption") and len(text) > 60
        at = chance.randint(25, len(text) - 12) if running and chance.random() < BREAK else len(text)
        told = any(part.role in ("body", "byline+body") for part in parts)
        stray = role == "body" and told and at > 30 and chance.random() < STRAY
        first = Part(number, "stray" if stray else role, text[:at], gap if parts else max(gap, 1))
        kind = "caption" if role == "caption" else "body"
        rest = [Part(number, kind, text[at:], max(gap, 1), first)] if text[at:] else []
        parts += [first, *rest]
    return parts


def displaced(chance: random.Random, parts: list[Part]) -> list[Part]:
    """Returns the lines with some rests of paragraphs, and all strays, standing elsewhere on the page."""
    kept = list(parts)
    for part in parts:
        rest = part.rest_of and part.role == "body" and len(part.text) > 30 and chance.random() < DISPLACE
        if rest or part.role == "stray":
            kept.remove(part)
            kept.insert(chance.choice([at for at in range(1, len(kept)) if kept[at].role == "body"]), part)
    return kept


def repeated(chance: random.Random, parts: list[Part]) -> list[Part]:
    """Returns the lines with some said twice."""
    found: list[Part] = []
    for part in parts:
        found.append(part)
        if part.role == "body" and len(part.text) > 30 and not part.rest_of and chance.random() < REPEAT:
            found.append(Part(part.story, "repeat", part.text, part.gap))
    return found


def furnished(chance: random.Random, parts: list[Part], furniture: list[list[Paragraph]]) -> list[Part]:
    """Returns the lines with blocks of furniture between articles."""
    if not furniture:
        return parts
    found = list(parts)
    for block in chance.sample(furniture, min(chance.randint(0, FURNISHED), len(furniture))):
        between = [at for at in range(1, len(found)) if found[at].story != found[at - 1].story and found[at].gap]
        at = chance.choice([0, *between, len(found)])
        found[at:at] = [Part(-1, one.role, one.text, one.gap or int(one is block[0])) for one in block]
    return found


def labels_of(chosen: list[Story], parts: list[Part]) -> dict[str, Any]:
    """Returns the labels of a page, each line below as many blank ones as its gap says, the first too."""
    place: dict[Part, int] = {}
    no = 1
    for part in parts:
        no += part.gap + 1
        place[part] = no
    articles = []
    for number, story in enumerate(chosen):
        own = [part for part in parts if part.story == number]
        lines = {place[part]: part.role for part in own}
        joins = [[place[part.rest_of], place[part]] for part in own if part.rest_of]
        articles.append(
            {"id": f"a{number}", **{key: story.label.get(key) for key in KEPT}, "lines": lines, "joins": joins}
        )
    furniture = {place[part]: part.role for part in parts if part.story < 0}
    return {"newspaper": None, "issue_date": "XXXX", "articles": articles, "furniture": furniture, "repeats": []}


def write(folder: Path, count: int, seed: int, labels: Sequence[Path] = ()) -> None:
    """Writes pages and labels into a folder, made of the labelled pages given, or of all."""
    chance = random.Random(seed)
    taken = stock(labels or labelled())
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text, labels = compose(chance, taken)
        name = f"c{seed:02d}{number:03d}"
        (folder / f"{name}.txt").write_text(text, "utf-8")
        plain = yaml.safe_dump({"page": f"{name}.txt", **labels}, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(plain, "utf-8")


if __name__ == "__main__":
    given = sys.argv[1:]
    write(Path(given[0]), int(given[1]) if len(given) > 1 else 20, int(given[2]) if len(given) > 2 else 1)
