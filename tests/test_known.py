"""How names sound comes back as it was, or not at all. What else is remembered: test_records, test_filed."""

from pathlib import Path

import pytest

from jianbao.chinese.pinyin import Signs, Sounds
from jianbao.known import Known


def test_sounds_come_back_for_the_same_program_only(tmp_path: Path) -> None:
    known = Known(tmp_path, "1")
    sounds = Sounds({"职工": "zhi\tgong", "\udc80": "\udc80"}, Signs({"职": "zhi"}, frozenset({"长江"})))
    known.keep_sounds(sounds)
    assert known.sounds() == sounds
    assert Known(tmp_path, "2").sounds() == Sounds()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"program": "1", "sounds": {"职": "zhi"}}',
        '{"program": "1", "sounds": ["职工"], "signs": {}, "odd": []}',
        '{"program": "1", "sounds": {"职": 3}, "signs": {}, "odd": []}',
        '{"program": "1", "sounds": {}, "signs": {"职": 3}, "odd": []}',
        '{"program": "1", "sounds": {}, "signs": {"职": "zhi"}, "odd": [[]]}',
        '{"program": "1", "sounds": {}, "signs": {"职": "zhi"}, "odd": 3}',
    ],
)
def test_sounds_that_are_none_are_no_sounds(tmp_path: Path, text: str) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "sounds.json").write_text(text, "utf-8")
    assert Known(tmp_path, "1").sounds() == Sounds()
