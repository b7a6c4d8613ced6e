"""Region paths in every form."""

import pytest

from jianbao.score.region_paths import labelled, loose, written

KEQIAO = ("浙江省", "绍兴市", "柯桥区")


@pytest.mark.parametrize(
    "value",
    [
        "浙江省/绍兴市/柯桥区",
        "浙江省 > 绍兴市 > 柯桥區",
        ["浙江省", "绍兴市", "柯桥区"],
        [["浙江省", "绍兴市", "柯桥区"]],
        {"province": "浙江省", "city": "绍兴市", "county": "柯桥区"},
        {"primary": "浙江省/绍兴市/柯桥区"},
        ["中国/浙江省/绍兴市/柯桥区"],
        [{"path": "浙江省/绍兴市/柯桥区"}],
    ],
)
def test_every_form_of_a_path_is_one(value):
    assert written(value) == (KEQIAO,)


def test_two_provinces_are_two_places():
    assert written(["浙江省", "湖北省"]) == (("浙江省",), ("湖北省",))


def test_a_label_is_always_a_list_of_paths():
    assert labelled(["浙江省", "绍兴市"]) == (("浙江省",), ("绍兴市",))


def test_nothing_is_no_path():
    assert written("") == written([]) == written([""]) == written([[""]]) == written({}) == ()


def test_a_name_that_is_only_a_type_stays():
    assert loose(("浙江省", "市")) == ("浙江", "市")
