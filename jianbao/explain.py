"""Why an article or a page is what it is: every claim about it, winners first.

Claims are not kept anywhere: the page is read, cut and described again, which takes a moment, and what people changed
is named as theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jianbao.cache import Cache
from jianbao.claims import Claim
from jianbao.describe import claims as described_claims
from jianbao.due import Pages
from jianbao.files import shelf
from jianbao.files.adopt import Adopted
from jianbao.files.document import BODY
from jianbao.files.held import Held
from jianbao.issue import Laid, Sheaf, lay_out
from jianbao.model import Layout, Page, Piece
from jianbao.pipeline import Place
from jianbao.problems import Problem, Stop
from jianbao.segment.decided import SAID
from jianbao.segment.label import BEHIND, DECIDED
from jianbao.segment.rivals import NOT_MADE, RIVAL, TAKEN

_CHOSEN, _ELSE, _WHY = 0, 1, 2
_RANKS = {SAID: -1, DECIDED: _CHOSEN, TAKEN: _CHOSEN, BEHIND: _ELSE, RIVAL: _ELSE, NOT_MADE: _ELSE}
_REMEDY = "Give the id of an article or a page, as it stands in its front matter or the name of its folder."


def explain(place: Place, wanted: str) -> list[str]:
    """Returns the lines to print about an article id or a page id. Raises Stop when there is none of that name."""
    laid, others = _laid(place, wanted)
    page, folder, layout = laid.page, laid.folder, laid.layout
    assert page
    facts = described_claims(page, layout, laid.context)
    if wanted == page.id:
        every = [line.no for line in page.lines]
        return [
            *_decided(layout, every),
            *_doubtful(layout, every),
            *_grouped(facts.get(page.id, ())),
            *_lines(layout.claims, every),
        ]
    held = next((one for one in folder.held if one.id == wanted), None)
    one = _adopted(page, laid.adopted, wanted, held)
    about = facts.get(f"{page.id}-{min(one.piece.lines)}", ())
    lines = one.piece.lines
    return [
        *_people(held),
        *_decided(layout, lines),
        *_decided_elsewhere(one.piece, others),
        *_doubtful(layout, lines),
        *_grouped(about),
        *_lines(layout.claims, lines),
    ]


def _laid(place: Place, wanted: str) -> tuple[Laid, Mapping[str, Laid]]:
    """Returns the page of an id laid out, and with it, by path, the pages that jumps tie to it; of pages whose ids
    begin alike the one with the longest."""
    found, _ = shelf.page_files(place.content)
    pages = Pages(place.content, found, Cache(place.content, ""))
    ids = {path: id for path, id in pages.ids.items() if not pages.gone(path)}
    fitting = [path for path, id in ids.items() if wanted == id or wanted.startswith(f"{id}-")]
    path = max(fitting, key=lambda path: len(ids[path]), default=None)
    if path is None:
        raise Stop(Problem(wanted, 0, "No page of this name is in content/pages.", _REMEDY))
    (group,) = pages.due([path])
    sheaf = Sheaf(tuple(map(pages.copy, group)), place.settings[0], place.authority[0], why=True)
    laid = {one.path: one for one in lay_out(sheaf)}
    if laid[path].page is None:
        raise Stop(([*pages.problems, *laid[path].problems])[-1])
    return laid[path], laid


def _adopted(page: Page, adopted: Sequence[Adopted], wanted: str, held: Held | None) -> Adopted:
    """Returns the piece of an article; of one that the program sees elsewhere, the piece with most of its lines."""
    for one in adopted:
        if one.held and one.held.id == wanted:
            return one
    lines = set(held.lines) if held else set()
    shares = [(len(lines & set(one.piece.lines)), f"{page.id}-{min(one.piece.lines)}" == wanted) for one in adopted]
    best = max(range(len(adopted)), key=lambda at: (shares[at][1], shares[at][0]), default=None)
    if best is None or not any(shares[best]):
        raise Stop(Problem(wanted, 0, "The program sees no article there.", _REMEDY))
    return adopted[best]


def _people(held: Held | None) -> Iterator[str]:
    if held and held.people:
        changed = ", ".join(sorted("the text" if key == BODY else key for key in held.people))
        yield f"by a person: {changed}"


def _decided(layout: Layout, lines: Sequence[int]) -> Iterator[str]:
    """Yields what people decided in page.md about these lines, a line each."""
    for claim in layout.claims:
        if claim.rule == SAID and set(claim.lines) & set(lines):
            yield f"by a person (page.md): {claim.about} {claim.value}"


def _decided_elsewhere(piece: Piece, pages: Mapping[str, Laid]) -> Iterator[str]:
    """Yields what people decided about the lines of a piece on other pages, each with the folder of its page.md."""
    for part in piece.further:
        if part.page in pages:
            for told in _decided(pages[part.page].layout, part.lines):
                yield told.replace("page.md", f"{pages[part.page].folder.id}/page.md", 1)


def _doubtful(layout: Layout, lines: Sequence[int]) -> Iterator[str]:
    """Yields what is doubtful about these lines, a line each."""
    for doubt in layout.doubts:
        if set(doubt.lines) & set(lines):
            others = "; ".join(choice.write for choice in doubt.choices)
            yield f"doubtful: {doubt.note} ({doubt.chance:.0%}) {others}"


def _lines(claims: Iterable[Claim], lines: Iterable[int]) -> Iterator[str]:
    wanted = set(lines)
    yield from _grouped([claim for claim in claims if set(claim.lines) & wanted])


def _grouped(claims: Iterable[Claim]) -> Iterator[str]:
    by_thing: dict[str, list[Claim]] = {}
    for claim in claims:
        by_thing.setdefault(claim.about, []).append(claim)
    for about, found in by_thing.items():
        yield about
        for claim in _winners_first(found):
            lines = ", ".join(f"L{no}" for no in claim.lines)
            yield f"  {claim.value:<14} {claim.weight:+5.1f}  {claim.rule}  [{lines}]  {claim.quote}"


def _winners_first(claims: list[Claim]) -> list[Claim]:
    """What a person said leads, then what was chosen, then what else was possible, the likelier first; then the
    reasons, those for the chosen value first, then by the sums of weights."""
    sums: dict[str, float] = {}
    for claim in claims:
        sums[claim.value] = sums.get(claim.value, 0.0) + claim.weight
    chosen = next((claim.value for claim in claims if _RANKS.get(claim.rule) == _CHOSEN), None)

    def rank(claim: Claim) -> tuple[int, bool, float, float]:
        place = _RANKS.get(claim.rule, _WHY)
        if place == _ELSE:
            return place, False, 0.0, -claim.weight
        return place, claim.value != chosen, -sums[claim.value], -abs(claim.weight)

    return sorted(claims, key=rank)
