"""Which of its meanings a place name has: by the place right before it, another sure place of the text, the paper's
home, the higher level; else it stays open, never the first of a list.

Takes readings and codes, gives a reading or None. It knows no text: what may be a place name at all is said in
places.py."""

from collections.abc import Iterable, Sequence
from operator import eq

from jianbao.chinese.gazetteer import Gazetteer, Reading

Readings = tuple[Reading, ...]
_FIRST_BOOK = 1980  # of the codes of divisions, from which renamed.tsv was made


def of_its_time(readings: Readings, year: int, gazetteer: Gazetteer, home: str) -> Readings:
    """Returns the readings that a name can have in the year of the page, 0 not known, () when it is no name of then: in
    1990 安康市 was what is 汉滨区 today, 临平区 begins with 2021. Where only one reading is too late or too early
    it stays if it is written in full: people go on writing 江干区, and a page may be dated wrongly."""
    if year:
        spans = [(_since(reading, readings), reading.until or 9999, reading) for reading in readings]
        held = tuple(reading for since, until, reading in spans if since <= year < until)
        held = held or tuple(reading for since, until, reading in spans if since - 1 <= year <= until + 1)
        return held or tuple(reading for reading in readings if reading.kind in ("full", "former"))
    living = tuple(reading for reading in readings if reading.kind != "former")
    if home and not any(gazetteer.lies_in(reading.code, home) for reading in living):
        own = tuple(reading for reading in readings if reading.kind == "former" and gazetteer.lay_in(reading, home))
        return own or living or readings
    return living or readings


def as_ever(readings: Readings, year: int) -> bool:
    """Does `of_its_time` say of any of these readings in a year, to a paper without a home, what it says where no year
    is known? All divisions of today stood then, and none that is gone, nor nearly."""
    return all(
        not reading.since - 1 <= year <= (reading.until or 9999) + 1
        if reading.kind == "former"
        else reading.since <= year < (reading.until or 9999)
        for reading in readings
    )


def _since(reading: Reading, readings: Readings) -> int:
    """Before the first code book 扬州市 was what every paper calls 扬州, whatever became of its inner city."""
    namesake = reading.kind == "former" and not reading.since and any(other.kind == "full" for other in readings)
    return _FIRST_BOOK if namesake else reading.since


def settle(found: Readings, above: str, sure: set[str], gazetteer: Gazetteer, home: str) -> Reading | None:
    """Returns which of its readings a name has, None when that stays open. above: the code of the place right before
    it, ''; sure: codes of the places of the text that need no help."""
    below = [reading for reading in found if gazetteer.lay_in(reading, above)] if above else []
    if below:
        return _highest(below) or (below[0] if _alike(below) else None)
    if len(found) == 1:
        return found[0]
    scored = [(_kin(reading.code, sure, gazetteer), reading) for reading in found]
    best = max(score for score, _ in scored)
    near = [reading for score, reading in scored if score == best]
    if best and len(near) == 1 and not _overshadowed(near[0], found, gazetteer):
        return near[0]
    own = [reading for reading in near if home and gazetteer.lies_in(reading.code, home)]
    own = own or [reading for reading in near if home and gazetteer.lay_in(reading, home)]
    at_home = [reading for reading in own if not _overshadowed(reading, near, gazetteer, home)]
    return _highest(at_home) or _highest(near) if found[0].kind != "town" else _only(at_home)


def plainly(readings: Readings, gazetteer: Gazetteer) -> Reading | None:
    """Returns the meaning of a name that needs no help: its only one, or 南昌市 where 南昌县 lies in it."""
    highest = _highest(readings)
    if highest is None or highest.kind == "town":
        return None
    return highest if all(gazetteer.lies_in(reading.code, highest.code) for reading in readings) else None


def is_near(reading: Reading, name: str, sure: set[str], gazetteer: Gazetteer, home: str) -> bool:
    """Returns whether a town or a city's district in its short form may be meant: at home, or near a sure place. 乐山's
    柏杨街道 is gone, the one of the table lies in 重庆; 青山湖 in a paper of 浙江 is the lake, no part of 南昌."""
    district = reading.kind == "short" and gazetteer.paths[reading.code].endswith("区")
    far = district and home != "" and len(gazetteer.line(reading.code)) > 2
    if reading.kind != "town" and not far:
        return True
    if (home and gazetteer.lies_in(reading.code, home)) or _kin(reading.code, sure - {reading.code}, gazetteer):
        return True
    return not district and not sure and len(name) > 3


def _alike(readings: Sequence[Reading]) -> bool:
    return len({reading.code for reading in readings}) == 1


def _only(readings: Sequence[Reading]) -> Reading | None:
    return readings[0] if readings and _alike(readings) else None


def _overshadowed(reading: Reading, others: Iterable[Reading], gazetteer: Gazetteer, home: str = "") -> bool:
    """西安 in a paper of 黑龙江 is the city, not 牡丹江's 西安区: a short form of a county gives way to a city or a
    province elsewhere, unless the paper is of the city that the county lies in."""
    if reading.kind != "short" or gazetteer.parents[reading.code] == home:
        return False
    return _level(reading) == 3 and any(_level(other) < 3 for other in others)


def _kin(code: str, sure: set[str], gazetteer: Gazetteer) -> int:
    """How near a division is to the sure places: 3 one lies in it or it in one, 2 same city, 1 same province."""
    line = gazetteer.line(code)
    best = 0
    for other in map(gazetteer.line, sure):
        shared = sum(map(eq, line, other))
        best = max(best, min(shared, 2) + (shared == min(len(line), len(other)) and shared > 1))
    return best


def _highest(readings: Sequence[Reading]) -> Reading | None:
    """The one reading of the highest level, None when several are."""
    highest = min(map(_level, readings), default=0)
    return _only([reading for reading in readings if _level(reading) == highest])


def _level(reading: Reading) -> int:
    """1 a province, 2 a city, 3 a county: 天津's 河东区 is no higher than 临沂's, though there is no city above it."""
    return 1 if reading.code.endswith("0000") else 2 if reading.code.endswith("00") else 3
