"""Makes labelled pages out of labelled pages: other neighbours, other breaks, other noise, the same articles.

    python tests/compose/compose.py FOLDER [how many pages, 20] [seed, 1]

Articles of all labelled pages are taken apart into paragraphs, shuffled onto new pages, and broken, displaced and
repeated at random as columns and OCR do it; the labels follow. What the program gets right here it has not been tuned
to page by page. A seed always makes the same pages."""

import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
LABELS = ROOT / "tests" / "labels"
KEPT = ("kind", "kicker", "headline", "subhead", "heads_open", "byline", "authors", "regions")
BREAK, DISPLACE, REPEAT = 0.35, 0.17, 0.03  # chances: of a paragraph, of its rest, of a line


@dataclass(frozen=True)
class Story:
    """A labelled article taken apart: its label, and its paragraphs as (role, text), whole, in reading order."""

    label: dict[str, Any]
    paragraphs: list[tuple[str, str]]


@dataclass(frozen=True, eq=False)
class Part:
    """A line of a new page. story: its place among the stories; rest_of: the part whose paragraph it goes on with."""

    story: int
    role: str
    text: str
    rest_of: "Part | None" = None


def stories() -> list[Story]:
    """Returns every labelled article whose text is in order on its page."""
    found = []
    for path in [*sorted(LABELS.glob("*.yaml")), *sorted((LABELS / "pages").glob("*.yaml"))]:
        gold = yaml.safe_load(path.read_text("utf-8"))
        folder = ROOT / "content/pages" if path.parent == LABELS else path.parent
        lines = (folder / gold["page"]).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        for label in gold["articles"]:
            if "stray" not in label["lines"].values():
                found.append(Story(label, paragraphs_of(label, lines)))
    return found


def paragraphs_of(label: dict[str, Any], lines: list[str]) -> list[tuple[str, str]]:
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
        found.append((role, text))
    return found


def compose(chance: random.Random, stock: list[Story]) -> tuple[str, dict[str, Any]]:
    """Returns the text of a new page and its labels."""
    chosen = chance.sample(stock, chance.randint(6, 9))
    parts = [part for number, story in enumerate(chosen) for part in broken(chance, number, story)]
    parts = repeated(chance, displaced(chance, parts))
    return "\n\n" + "\n\n".join(part.text for part in parts) + "\n", labels_of(chosen, parts)


def broken(chance: random.Random, number: int, story: Story) -> list[Part]:
    """Returns the lines of an article, some paragraphs broken at the end of a column."""
    parts: list[Part] = []
    for role, text in story.paragraphs:
        running = role in ("body", "byline+body", "caption") and len(text) > 60
        at = chance.randint(25, len(text) - 12) if running and chance.random() < BREAK else len(text)
        first = Part(number, role, text[:at])
        rest = [Part(number, "caption" if role == "caption" else "body", text[at:], first)] if text[at:] else []
        parts += [first, *rest]
    return parts


def displaced(chance: random.Random, parts: list[Part]) -> list[Part]:
    """Returns the lines with some rests of paragraphs standing elsewhere on the page."""
    kept = list(parts)
    for part in parts:
        if part.rest_of and part.role == "body" and len(part.text) > 30 and chance.random() < DISPLACE:
            kept.remove(part)
            kept.insert(chance.choice([at for at in range(1, len(kept)) if kept[at].role == "body"]), part)
    return kept


def repeated(chance: random.Random, parts: list[Part]) -> list[Part]:
    """Returns the lines with some said twice."""
    found: list[Part] = []
    for part in parts:
        found.append(part)
        if part.role == "body" and len(part.text) > 30 and not part.rest_of and chance.random() < REPEAT:
            found.append(Part(part.story, "repeat", part.text))
    return found


def labels_of(chosen: list[Story], parts: list[Part]) -> dict[str, Any]:
    """Returns the labels of a page whose lines stand on every second line from the third."""
    place = {part: 2 * at + 3 for at, part in enumerate(parts)}
    articles = []
    for number, story in enumerate(chosen):
        own = [part for part in parts if part.story == number]
        lines = {place[part]: part.role for part in own}
        joins = [[place[part.rest_of], place[part]] for part in own if part.rest_of]
        articles.append(
            {"id": f"a{number}", **{key: story.label.get(key) for key in KEPT}, "lines": lines, "joins": joins}
        )
    return {"newspaper": None, "issue_date": "XXXX", "articles": articles, "furniture": {}, "repeats": []}


def write(folder: Path, count: int, seed: int) -> None:
    """Writes pages and labels into a folder."""
    chance = random.Random(seed)
    stock = stories()
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text, labels = compose(chance, stock)
        name = f"c{seed:02d}{number:03d}"
        (folder / f"{name}.txt").write_text(text, "utf-8")
        plain = yaml.safe_dump({"page": f"{name}.txt", **labels}, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(plain, "utf-8")


if __name__ == "__main__":
    given = sys.argv[1:]
    write(Path(given[0]), int(given[1]) if len(given) > 1 else 20, int(given[2]) if len(given) > 2 else 1)
