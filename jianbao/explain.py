"""Why an article or a page is what it is: every claim about it, winners first.

Claims are not kept anywhere: the page is read, cut and described again, which takes a moment, and what people changed
is named as theirs."""

from collections.abc import Iterable, Iterator

from jianbao.claims import Claim
from jianbao.clip import context, layout_of
from jianbao.describe import claims as described_claims
from jianbao.files import shelf
from jianbao.files.document import BODY
from jianbao.files.folder import Folder, open_folder
from jianbao.model import Layout, Page
from jianbao.pageids import page_ids
from jianbao.pipeline import Place
from jianbao.problems import Fault, Problem, Stop
from jianbao.read import read_plain

_REMEDY = "Give the id of an article or a page, as it stands in its front matter or the name of its folder."


def explain(place: Place, wanted: str) -> list[str]:
    """Returns the lines to print about an article id or a page id. Raises Stop when there is none of that name."""
    pages, _ = shelf.page_files(place.content)
    ids = page_ids(pages)
    path = next((path for path, id in ids.items() if wanted == id or wanted.startswith(f"{id}-")), None)
    if path is None:
        raise Stop(Problem(wanted, 0, "No page of this name is in content/pages.", _REMEDY))
    try:
        page = read_plain(ids[path], path, shelf.page_bytes(place.content, path))
    except (Fault, OSError) as error:
        raise Stop(Problem(f"pages/{path}", 0, str(error), "Mend the page first.")) from None
    folder = open_folder(page.id, shelf.folder_texts(place.content, page.id)[0])
    layout = layout_of(page, folder)
    facts = described_claims(page, layout, context(folder, place.settings[0], place.authority[0]))
    if wanted == page.id:
        return [*_facts(facts.get(page.id, ())), *_lines(layout.claims, [line.no for line in page.lines])]
    return list(_article(wanted, page, folder, layout, facts))


def _article(
    wanted: str, page: Page, folder: Folder, layout: Layout, facts: dict[str, tuple[Claim, ...]]
) -> Iterator[str]:
    held = next((one for one in folder.held if one.id == wanted), None)
    wished = set(held.lines) if held else set()
    if held and held.people:
        changed = ", ".join(sorted("the text" if key == BODY else key for key in held.people))
        yield f"by a person: {changed}"
    piece = max(
        layout.pieces,
        key=lambda one: (f"{page.id}-{min(one.lines)}" == wanted, len(wished & set(one.lines))),
        default=None,
    )
    if piece is None or not (wished & set(piece.lines) or f"{page.id}-{min(piece.lines)}" == wanted):
        raise Stop(Problem(wanted, 0, "The program sees no article there.", _REMEDY))
    yield from _facts(facts.get(f"{page.id}-{min(piece.lines)}", ()))
    yield from _lines(layout.claims, piece.lines)


def _facts(claims: Iterable[Claim]) -> Iterator[str]:
    yield from _grouped(list(claims))


def _lines(claims: Iterable[Claim], lines: Iterable[int]) -> Iterator[str]:
    wanted = set(lines)
    yield from _grouped([claim for claim in claims if set(claim.lines) & wanted])


def _grouped(claims: list[Claim]) -> Iterator[str]:
    for about in dict.fromkeys(claim.about for claim in claims):
        yield about
        for claim in _winners_first([claim for claim in claims if claim.about == about]):
            lines = ", ".join(f"L{no}" for no in claim.lines)
            yield f"  {claim.value:<14} {claim.weight:+5.1f}  {claim.rule}  [{lines}]  {claim.quote}"


def _winners_first(claims: list[Claim]) -> list[Claim]:
    """The value of weight 0 was decided by other means and leads; then values by the sum of their weights."""
    sums: dict[str, float] = {}
    for claim in claims:
        sums[claim.value] = sums.get(claim.value, 0.0) + claim.weight
    decided = next((claim.value for claim in claims if claim.weight == 0.0), None)
    return sorted(claims, key=lambda claim: (claim.value != decided, -sums[claim.value], -abs(claim.weight)))
