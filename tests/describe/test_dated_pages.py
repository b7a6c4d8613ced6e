"""Dates of made-up pages of seven decades, as a careful cataloguer would write them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jianbao import plainyaml
from jianbao.describe.date import date
from jianbao.model import Layout, Page

CASES = plainyaml.read((Path(__file__).parent / "dated_pages.yaml").read_text("utf-8"))[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_page_has_the_date_that_its_words_bear_out(
    case: dict[str, Any], page: Callable[..., Page], bare: Layout, request: pytest.FixtureRequest
) -> None:
    path = {"path": case["path"]} if "path" in case else {}
    if "known" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known"], strict=True))
    assert date(page(*case["text"], **path), bare)[0] == case["value"]
