import pytest

from jianbao.archive.stand import address, stand


@pytest.mark.parametrize(
    ("date", "shelf", "inferred"),
    [
        ("2015-11-30", "2015-11-30", False),
        ("2023-03~", "2023-03", True),
        ("2021", "2021", False),
        ("202X", "undated", True),
        ("XXXX", "undated", True),
        ("", "undated", True),
        ("2021-11/2021-12", "2021", True),
        ("2021-11/2022-01", "undated", True),
        ("2021-13", "undated", False),
        ("0000-05", "undated", False),
        ("2015-11-30~", "2015-11-30", True),
    ],
)
def test_shelf_of_a_date(date, shelf, inferred):
    found = stand(date)
    assert found.key == shelf
    assert found.inferred is inferred or shelf == "undated"


def test_an_inferred_basis_marks_a_plain_date():
    assert stand("2021-12", "inferred").inferred and not stand("2021-12", "masthead").inferred


def test_the_unknown_sorts_last():
    assert stand("2021").first < stand("202X").first.replace("2020", "2022") < stand("XXXX").first


@pytest.mark.parametrize("date", ["2021-12-08", "2021-12", "2021", "XXXX"])
def test_each_shelf_has_its_address(date):
    addresses = [address(key) for key in stand(date).shelves]
    assert len(set(addresses)) == len(addresses) and all(path.endswith(".html") for path in addresses)
