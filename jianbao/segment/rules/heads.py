"""Headlines with their kickers and subtitles, and crossheads inside a text.

A headline opens a piece, a crosshead divides one; by form alone they are the same. What tells them apart is what
stands around: a lead or a signature soon below speaks for a headline, a text that goes on about the same thing for a
crosshead."""

from jianbao.segment.rules.rule import Rule
from jianbao.segment.seen import SHORT, Seen

_TALKING = 0.35  # share of a head's telling pairs of characters that its text takes up
_ALIEN = 0.03  # kinship below which no labelled crosshead stands
_CROSSHEAD = 20  # letters of a crosshead, at most
_KIN, _STRANGE = 0.12, 0.09  # kinship of the texts on both sides: measured on the labelled crossheads and headlines


def short(line: Seen) -> str:
    return line.text if line.size <= SHORT and not line.closed and not line.signature and not line.lead else ""


def fairly_short(line: Seen) -> str:
    return line.text[:8] if SHORT < line.size <= 45 and not line.closed and not line.lead else ""


def very_short(line: Seen) -> str:
    return line.text if line.size <= 20 and line.headlike else ""


def longish(line: Seen) -> str:
    """A crosshead fits a column: the longest labelled one has 19 letters (004 L23)."""
    return line.text[:8] if line.headlike and line.size > _CROSSHEAD else ""


def longish_between_kin(line: Seen) -> str:
    """What would divide texts about the same things is too long to be a crosshead: half a sentence of theirs."""
    return text_goes_on(line) if longish(line) else ""


def open_end(line: Seen) -> str:
    """A kicker that hands over: 重庆顺泰铁塔制造公司工会——"""
    return line.text[-2:] if line.size <= 45 and line.text.rstrip()[-1:] in "—:：" else ""


def divided(line: Seen) -> str:
    """A wide blank or several between parts: 邻里一家亲 互助暖人心"""
    return " " if line.headlike and line.size > 6 and len(line.text.split()) >= 2 else ""


def lead_follows(line: Seen) -> str:
    """A lead stands below, with nothing but heads and signatures between."""
    if not (line.headlike or fairly_short(line)):
        return ""
    for below in line.coming(4):
        if below.lead:
            return below.text[: below.lead.end]
        if not (below.headlike or below.signature or fairly_short(below)):
            break
    return ""


def signature_follows(line: Seen) -> str:
    below = line.below
    found = line.headlike and below is not None and below.signature is not None and not below.signature.credit
    return below.text if found and below else ""


def piece_ended_above(line: Seen) -> str:
    """A signature closes the piece above: what follows is a new head, not a crosshead."""
    above = line.above
    if not line.headlike or above is None or above.lead:
        return ""
    signature = above.signature or above.tail
    return signature.raw if signature else ""


def taken_up_below(line: Seen) -> str:
    """The text below takes up the words of the line."""
    text = next((below for below in line.coming(4) if below.size > SHORT), None) if line.headlike else None
    shared = line.view.rarity.shared(line.all_pairs, text.all_pairs) if text else 0.0
    return line.text if shared >= _TALKING else ""


def caption_follows(line: Seen) -> str:
    """A picture's text of one or two paragraphs with its credit stands below: 品粥迎腊八"""
    if not line.headlike:
        return ""
    for below in line.coming(6):
        if below.signature and below.signature.credit:
            return below.text
        if below.lead:
            break
    return ""


def text_goes_on(line: Seen) -> str:
    """Texts above and below are about the same things."""
    return "shared words" if line.kinship >= _KIN else ""


def other_story_below(line: Seen) -> str:
    """Texts above and below share hardly a telling word, and the story above has gone on for a while."""
    if not 0 <= line.kinship < _STRANGE:
        return ""
    story = reversed(line.view.seen[max(0, line.at - 9) : line.at])
    since_lead = next((at for at, one in enumerate(story) if one.lead), 9)
    return "no shared words" if since_lead >= 2 else ""


def nothing_in_common(line: Seen) -> str:
    """Texts above and below share next to nothing, whatever went before."""
    return "no shared words" if 0 <= line.kinship < _ALIEN else ""


def wide_gap(line: Seen) -> str:
    """Three or more blank lines: a picture stood there, or the page begins another block. A crosshead has one."""
    return "gap" if line.headlike and line.gap >= 3 else ""


def between_text(line: Seen) -> str:
    """One line alone between closed text and text without a lead."""
    above, below = line.above, line.below
    alone = line.headlike and above and below and above.size > SHORT and above.closed and below.size > SHORT
    return line.text if alone and above and below and not above.tail and not below.lead else ""


def two_tight_lines(line: Seen) -> str:
    """Two short lines without a blank between are one headline broken by its column: d02 L99-100."""
    over = line.above and line.gap == 0 and line.above.headlike
    under = line.below and line.below.gap == 0 and line.below.headlike
    return line.text if line.headlike and (over or under) and not line.narrow else ""


def behind_a_break(line: Seen) -> str:
    """Text that breaks off stands above: a crosshead divides paragraphs, it does not cut one. A paragraph of the 1930s
    may well end with 、"""
    above = line.above
    broken = above is not None and above.size > SHORT and not above.closed and not above.text.endswith(("、", "，"))
    return above.text[-6:] if above and line.headlike and broken else ""


def nobody_signs_below(line: Seen) -> str:
    """No lead, no signature down to the next head: rare for an article, usual for a part of one."""
    if not line.headlike or not line.below or line.below.headlike or not line.view.signs:
        return ""
    for below in line.coming(8):
        if below.lead or below.signature or below.tail:
            return ""
        if below.headlike:
            break
    return "no signature"


def over_its_rest(line: Seen) -> str:
    """The head over the rest of a text of another page: 送水车（上接第1版）, or 上接第1版 on the line below."""
    if not line.headlike or line.jump_line:
        return ""
    jumps = (*line.jumps, *(line.below.jumps if line.below and line.below.jump_line else ()))
    return line.text[:8] if any(one.back and not one.onward for one in jumps) else ""


def stop_inside(line: Seen) -> str:
    return line.text[:8] if "。" in line.text[:-2] else ""


RULES = (
    Rule("short, without a stop", "headline", 2.0, short),
    Rule("short, without a stop", "crosshead", 1.6, short),
    Rule("fairly short, without a stop", "headline", 1.0, fairly_short),
    Rule("very short", "headline", 0.6, very_short),
    Rule("very short", "crosshead", 0.9, very_short),
    Rule("longer than a crosshead", "crosshead", -2.0, longish),
    Rule("longer than a crosshead, and text goes on about the same", "body", 2.0, longish_between_kin),
    Rule("longer than a crosshead, and text goes on about the same", "headline", -1.4, longish_between_kin),
    Rule("hands over to the next line", "headline", 2.0, open_end),
    Rule("parts divided by a blank", "headline", 1.0, divided),
    Rule("a lead follows", "headline", 3.0, lead_follows),
    Rule("a signature follows", "headline", 1.5, signature_follows),
    Rule("a piece ended above", "headline", 2.0, piece_ended_above),
    Rule("words taken up below", "headline", 0.8, taken_up_below),
    Rule("words taken up below", "crosshead", 0.5, taken_up_below),
    Rule("a picture's text with its credit follows", "headline", 1.6, caption_follows),
    Rule("text goes on about the same", "crosshead", 1.4, text_goes_on),
    Rule("another story below", "headline", 1.4, other_story_below),
    Rule("texts have nothing in common", "headline", 1.5, nothing_in_common),
    Rule("a wide gap above", "headline", 1.2, wide_gap),
    Rule("a wide gap above", "crosshead", -1.0, wide_gap),
    Rule("alone between texts", "crosshead", 0.8, between_text),
    Rule("two tight lines", "headline", 1.2, two_tight_lines),
    Rule("stands behind a break", "crosshead", -1.5, behind_a_break),
    Rule("nobody signs below", "headline", -0.8, nobody_signs_below),
    Rule("over the rest of a text", "headline", 3.0, over_its_rest),
    Rule("a stop inside", "headline", -2.0, stop_inside),
    Rule("a stop inside", "crosshead", -2.0, stop_inside),
    Rule("a stop inside", "body", 2.0, stop_inside),
)
